"""The parts of a document brought together in one file: pages, fonts, structure, ways in, and what it says of itself."""

from collections.abc import Mapping, Sequence

from app.exporters.pdf import wording
from app.exporters.pdf.bookmarks import Place, write_bookmarks, write_places
from app.exporters.pdf.contents import Entry
from app.exporters.pdf.drawing import LinkArea, Sheet
from app.exporters.pdf.embedding import UsedFaces
from app.exporters.pdf.metadata import Metadata, write_information, write_metadata, write_output_intent
from app.exporters.pdf.objects import PdfFile, name_string, number_text, reference, text_string
from app.exporters.pdf.page_styles import PageStyle
from app.exporters.pdf.structure import Element, LinkOnPage, write_structure


def assemble(
    sheets: Sequence[Sheet],
    faces: UsedFaces,
    root: Element,
    entries: Sequence[Entry],
    places: Mapping[str, Place],
    metadata: Metadata,
    style: PageStyle,
) -> bytes:
    """The bytes of the file. `entries` become bookmarks and `places` the targets of links."""
    file = PdfFile()
    catalogue, tree = file.reserve(), file.reserve()
    page_numbers = [file.reserve() for _ in sheets]
    resources = file.add(f"<</Font<<{faces.write(file)}>>>>")
    links: list[Element] = []
    for sheet, number in zip(sheets, page_numbers, strict=True):
        annotations = [_write_link(file, area, sheet, number, len(sheets), links) for area in sheet.links]
        listed = " ".join(map(reference, annotations))
        file.put(
            number,
            f"<</Type/Page/Parent {reference(tree)}/Contents {reference(file.add_stream(sheet.content()))}"
            f"/Resources {reference(resources)}/StructParents {sheet.index}/Tabs/S"
            + (f"/Annots[{listed}]>>" if listed else ">>"),
        )
    kids = " ".join(map(reference, page_numbers))
    size = f"{number_text(style.width)} {number_text(style.height)}"
    file.put(
        tree,
        f"<</Type/Pages/Kids[{kids}]/Count {len(sheets)}/MediaBox[0 0 {size}]>>",
    )
    structure = write_structure(file, root, page_numbers, [sheet.marked for sheet in sheets], links)
    file.put(
        catalogue,
        f"<</Type/Catalog/Pages {reference(tree)}/Lang {text_string(metadata.language)}"
        f"/MarkInfo<</Marked true>>/StructTreeRoot {reference(structure)}"
        f"/Metadata {reference(write_metadata(file, metadata))}"
        f"/OutputIntents[{reference(write_output_intent(file))}]"
        f"/Outlines {reference(write_bookmarks(file, entries))}/PageMode/UseOutlines"
        f"/Names<</Dests {reference(write_places(file, places, page_numbers))}>>"
        "/PageLabels<</Nums[0<</S/D>>]>>/ViewerPreferences<</DisplayDocTitle true>>>>",
    )
    return file.to_bytes(catalogue, write_information(file, metadata))


def _write_link(
    file: PdfFile, area: LinkArea, sheet: Sheet, page_number: int, page_count: int, links: list[Element]
) -> int:
    edges = " ".join(map(number_text, (area.left, area.bottom, area.right, area.top)))
    number = file.add(
        f"<</Type/Annot/Subtype/Link/Rect[{edges}]/Border[0 0 0]/F 4/P {reference(page_number)}"
        f"/Dest {name_string(area.target)}/Contents {text_string(wording.lead_to(area.words))}"
        f"/StructParent {page_count + len(links)}>>"
    )
    area.element.kids.append(LinkOnPage(sheet.index, number))
    links.append(area.element)
    return number
