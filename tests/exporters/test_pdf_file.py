"""What a PDF is as a file: the same for the same document, complete in itself, and open about what it is."""

import hashlib
import io
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pikepdf
import pypdf
import pytest

from app.documents.blocks import Status
from app.errors import ExportCancelled, ExportError
from app.exporters.pages import find_place, page_count, page_text
from app.exporters.pdf.writer import combine_pdf, write_pdf
from tests.exporters.sample_document import awkward_document, sample_document


@pytest.fixture(scope="module")
def sample() -> bytes:
    return write_pdf(sample_document())


def test_the_same_document_gives_the_same_bytes_in_another_program_run(sample: bytes) -> None:
    program = (
        "import hashlib; from app.exporters.pdf.writer import write_pdf; "
        "from tests.exporters.sample_document import sample_document; "
        "print(hashlib.sha256(write_pdf(sample_document())).hexdigest())"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1", "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert run.stdout.strip() == hashlib.sha256(sample).hexdigest()


def test_documents_written_at_the_same_time_do_not_touch_each_other(sample: bytes) -> None:
    documents = [sample_document(), awkward_document(), sample_document(Status.FINAL)] * 4
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(write_pdf, documents))
    assert together[0] == sample
    assert together == [write_pdf(document) for document in documents]


def test_another_date_or_word_gives_other_bytes(sample: bytes) -> None:
    document = sample_document()
    assert write_pdf(replace(document, dated=document.dated.replace(day=7))) != sample
    assert write_pdf(replace(document, subtitle="Another")) != sample


def test_the_file_is_sound(sample: bytes) -> None:
    for content in (sample, write_pdf(awkward_document()), combine_pdf([sample_document(), awkward_document()])):
        with pikepdf.open(io.BytesIO(content)) as pdf:
            assert pdf.check_pdf_syntax() == []


def test_every_stream_ends_on_a_line_of_its_own_as_archives_ask(sample: bytes) -> None:
    lengths = [
        (int(length), len(held))
        for length, held in re.findall(rb"/Length (\d+).*?>>\nstream\n(.*?)\nendstream\nendobj", sample, re.DOTALL)
    ]
    assert len(lengths) == sample.count(b"endstream") > 10
    assert all(length == held for length, held in lengths)


def test_two_documents_have_identifiers_of_their_own(sample: bytes) -> None:
    identifiers = set()
    for content in (sample, write_pdf(awkward_document())):
        with pikepdf.open(io.BytesIO(content)) as pdf:
            identifiers.add(bytes(pdf.trailer.ID[0]))
    assert len(identifiers) == 2


def test_the_file_says_what_it_is(sample: bytes) -> None:
    with pikepdf.open(io.BytesIO(sample)) as pdf:
        root: Any = pdf.Root
        assert str(root.Lang) == "en-GB"
        assert bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert str(root.OutputIntents[0].S) == "/GTS_PDFA1"
        assert root.OutputIntents[0].DestOutputProfile.read_bytes()[36:40] == b"acsp"
        assert all(str(page.obj.Tabs) == "/S" for page in pdf.pages)
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Memorandum of understanding"
            assert metadata["dc:creator"] == ["Northern Acute Alliance"]
            assert metadata["xmp:CreateDate"] == "2026-08-06T00:00:00Z"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
            assert metadata["pdfuaid:part"] == "1"
    reader = pypdf.PdfReader(io.BytesIO(sample))
    assert reader.metadata is not None
    assert reader.metadata.title == "Memorandum of understanding"
    assert reader.metadata.author == "Northern Acute Alliance"
    assert str(reader.metadata.creation_date) == "2026-08-06 00:00:00+00:00"


def test_a_title_of_signs_is_told_as_it_was_typed() -> None:
    title = "R&D <lab> (a) \\ “ŵ” שלום 👍"
    content = write_pdf(replace(sample_document(), title=f"{title}\n", author=title))
    with pikepdf.open(io.BytesIO(content)) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == title
        assert str(pdf.docinfo["/Title"]) == title
        assert str(pdf.docinfo["/Author"]) == title


def test_bookmarks_follow_the_headings_and_lead_to_them(sample: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(sample))
    assert _titles(reader.outline) == [
        "Open points",
        "Contents",
        "Law to be confirmed",
        "1 The members and their purpose",
        "2 Decision making",
        ["Quorum and votes", "Calling in"],
        "3 Money and risk",
        "4 Disputes and leaving",
        "Schedule 1 Members",
        "Schedule 2 Categories of decision",
        "Signatures",
    ]
    part: Any = reader.outline[3]
    place = find_place(sample, "part-1")
    assert place is not None
    assert reader.get_destination_page_number(part) == place.page


def test_bookmarks_of_documents_combined_stand_under_each_title() -> None:
    content = combine_pdf([sample_document(), awkward_document()])
    titles = _titles(pypdf.PdfReader(io.BytesIO(content)).outline)
    assert titles[:2] == ["Contents", "Memorandum of understanding"]
    assert isinstance(titles[2], list)
    assert titles[2][:3] == ["Open points", "Law to be confirmed", "1 The members and their purpose"]
    assert titles[3] == awkward_document().title


def test_documents_combined_are_numbered_through() -> None:
    content = combine_pdf([sample_document(), sample_document()])
    count = page_count(content)
    assert count == 2 + 2 * 9
    assert f"Page {count} of {count}" in page_text(content, count - 1)


def test_pages_are_labelled_as_they_are_numbered(sample: bytes) -> None:
    assert pypdf.PdfReader(io.BytesIO(sample)).page_labels == [str(number) for number in range(1, 10)]


def test_every_link_says_where_it_leads_and_is_part_of_the_structure(sample: bytes) -> None:
    with pikepdf.open(io.BytesIO(sample)) as pdf:
        root: Any = pdf.Root
        numbers = list(root.StructTreeRoot.ParentTree.Nums)
        parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        named = [bytes(name) for name in list(root.Names.Dests.Names)[::2]]
        assert named == sorted(named)
        links = [link for page in pdf.pages for link in page.obj.get("/Annots", [])]
        assert len(links) > 10
        for link in links:
            assert bytes(link.Dest) in named
            assert str(link.Contents).startswith("Go to ")
            assert str(parents[int(link.StructParent)].S) == "/Link"


def test_a_page_leads_back_to_the_elements_of_its_content(sample: bytes) -> None:
    with pikepdf.open(io.BytesIO(sample)) as pdf:
        root: Any = pdf.Root
        numbers = list(root.StructTreeRoot.ParentTree.Nums)
        parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        for page in pdf.pages:
            drawn = [
                str(instruction.operands[0])
                for instruction in pikepdf.parse_content_stream(page)
                if str(instruction.operator) == "BDC" and "/MCID" in instruction.operands[1]
            ]
            assert [str(element.S) for element in parents[int(page.obj.StructParents)]] == drawn


def test_every_font_is_embedded_as_a_subset_and_says_its_text() -> None:
    with pikepdf.open(io.BytesIO(write_pdf(awkward_document()))) as pdf:
        resources: Any = pdf.pages[0].obj.Resources
        names = set()
        for font in resources.Font.values():
            assert "/ToUnicode" in font
            if font.Subtype != "/Type3":
                descendant = font.DescendantFonts[0]
                names.add(str(descendant.FontDescriptor.FontName)[8:])
                assert len(descendant.FontDescriptor.FontFile2.read_bytes()) < 60_000
                glyphs = descendant.CIDToGIDMap.read_bytes()[2:]
                assert all(glyphs[at : at + 2] != b"\0\0" for at in range(0, len(glyphs), 2))
        assert names == {"SourceSansPro-Regular", "SourceSansPro-Bold", "FiraGO-Regular", "FiraGO-Bold"}


def test_progress_rises_to_the_whole() -> None:
    shares: list[float] = []
    write_pdf(sample_document(), on_progress=shares.append)
    assert len(shares) > 20
    assert all(0 < before <= after for before, after in pairwise(shares))
    assert shares[-1] == 1.0


@pytest.mark.parametrize("steps", [0, 3, 50])
def test_a_cancelled_export_stops_and_gives_nothing(steps: int) -> None:
    asked: list[bool] = []

    def is_cancelled() -> bool:
        asked.append(len(asked) >= steps)
        return asked[-1]

    with pytest.raises(ExportCancelled):
        write_pdf(sample_document(), is_cancelled=is_cancelled)
    assert asked.count(True) == 1


def test_nothing_to_combine_is_refused() -> None:
    with pytest.raises(ExportError, match="Choose at least one"):
        combine_pdf([])


def _titles(outline: Any) -> list[Any]:
    return [_titles(entry) if isinstance(entry, list) else entry.title for entry in outline]
