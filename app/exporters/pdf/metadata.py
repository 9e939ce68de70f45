"""What a file says of itself: title, author, dates, the standards it keeps, and the colours it means."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from html import escape

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import XMP, PDFDictionary, PDFName, PDFString

from app.exporters.pdf.canvas import TaggedCanvas
from app.exporters.pdf.file import EndedStream, TaggedFile, packed_stream

_PROGRAM = "Fiveways"


@dataclass(frozen=True, slots=True)
class Metadata:
    """The title page of the file, for programs. All texts are clean and on one line."""

    title: str
    author: str
    subject: str
    language: str
    dated: date


def add_metadata(canvas: TaggedCanvas, metadata: Metadata) -> None:
    """Puts into the file what it says of itself, once for readers and once for archives."""
    canvas.setTitle(metadata.title)
    canvas.setAuthor(metadata.author)
    canvas.setSubject(metadata.subject)
    canvas.setCreator(_PROGRAM)
    canvas.setProducer(_PROGRAM)
    canvas.setDateFormatter(lambda *_: f"D:{metadata.dated:%Y%m%d}000000Z")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.addPageLabel(0, style="ARABIC")
    canvas.setCatalogEntry("Metadata", _Packet(creator=lambda _: _packet(metadata)))
    canvas.setCatalogEntry("OutputIntents", [_output_intent(canvas.file)])


class _Packet(EndedStream, XMP):
    """The metadata stream, which stands in the file as plain text."""


def _packet(metadata: Metadata) -> bytes:
    """The metadata stream (XMP), with the claims to be PDF/A-2a and PDF/UA-1."""
    title, author, subject = (_in_xml(text) for text in (metadata.title, metadata.author, metadata.subject))
    moment = f"{metadata.dated:%Y-%m-%d}T00:00:00Z"
    packet = _PACKET.format(title=title, author=author, subject=subject, moment=moment, program=_PROGRAM)
    return packet.encode("utf-8")


def _output_intent(file: TaggedFile) -> PDFDictionary:
    """The meaning of the file's colours: sRGB."""
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": file.Reference(packed_stream(_srgb_profile(), {"N": 3})),
        }
    )


@cache
def _srgb_profile() -> bytes:
    """The sRGB profile with a set date in place of the moment it was made, so that equal files stay equal."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    made = b"".join(part.to_bytes(2, "big") for part in (2000, 1, 1, 0, 0, 0))
    return profile[:24] + made + profile[36:84] + bytes(16) + profile[100:]


def _in_xml(text: str) -> str:
    return escape("".join(character for character in text if character not in "\ufffe\uffff"))


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<pdf:Producer>{program}</pdf:Producer>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of PDF/UA that the file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
