"""The parts of a document brought together in one file: pages, fonts, structure and ways in."""

from collections.abc import Mapping, Sequence

from app.exporters.pdf import wording
from app.exporters.pdf.bookmarks import Place, write_bookmarks, write_places
from app.exporters.pdf.contents import Entry
from app.exporters.pdf.drawing import Sheet
from app.exporters.pdf.metadata import Metadata, write_information, write_metadata, write_output_intent
from app.exporters.pdf.objects import PdfFile, name_string, number_text, reference, text_string
from app.exporters.pdf.structure import Element, LinkOnPage, write_structure


def assemble(
    sheets: Sequence[Sheet],
    root: Element,
    entries: Sequence[Entry],
    places: Mapping[str, Place],
    metadata: Metadata,
) -> bytes:
    """The bytes of the file, which has a page at least. `entries` become bookmarks, `places` targets of links."""
    style, faces = sheets[0].style, sheets[0].faces
    file = PdfFile()
    catalogue, tree = file.reserve(), file.reserve()
    page_numbers = [file.reserve() for _ in sheets]
    resources = file.add(f"<</Font<<{faces.write(file)}>>>>")
    annotations, links = _put_links(file, sheets, page_numbers)
    for sheet, number, listed in zip(sheets, page_numbers, annotations, strict=True):
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


def _put_links(file: PdfFile, sheets: Sequence[Sheet], page_numbers: Sequence[int]) -> tuple[list[str], list[Element]]:
    """The links of each page as references beside each other, and the elements of all links in order."""
    listed: list[str] = []
    elements: list[Element] = []
    for sheet, page_number in zip(sheets, page_numbers, strict=True):
        numbers: list[int] = []
        for link in sheet.links:
            edges = " ".join(map(number_text, sheet.edges(link.area)))
            numbers.append(
                file.add(
                    f"<</Type/Annot/Subtype/Link/Rect[{edges}]/Border[0 0 0]/F 4/P {reference(page_number)}"
                    f"/Dest {name_string(link.target)}/Contents {text_string(wording.lead_to(link.words))}"
                    f"/StructParent {len(sheets) + len(elements)}>>"
                )
            )
            link.element.kids.append(LinkOnPage(sheet.index, numbers[-1]))
            elements.append(link.element)
        listed.append(" ".join(map(reference, numbers)))
    return listed, elements
