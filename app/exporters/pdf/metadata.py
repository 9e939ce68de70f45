"""What a file says of itself: title, author, dates, the standards it keeps, and the colours it means."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from html import escape

from PIL import ImageCms

from app.exporters.pdf.objects import PdfFile, reference, text_string

_PROGRAM = "Fiveways"


@dataclass(frozen=True, slots=True)
class Metadata:
    """The title page of the file, for programs. All texts are clean and on one line."""

    title: str
    author: str
    subject: str
    language: str
    dated: date


def write_information(file: PdfFile, metadata: Metadata) -> int:
    """The document information dictionary; it says the same as the metadata stream."""
    moment = f"(D:{metadata.dated:%Y%m%d}000000Z)"
    return file.add(
        f"<</Title {text_string(metadata.title)}/Author {text_string(metadata.author)}"
        f"/Subject {text_string(metadata.subject)}/Creator({_PROGRAM})/Producer({_PROGRAM})"
        f"/CreationDate{moment}/ModDate{moment}>>"
    )


def write_metadata(file: PdfFile, metadata: Metadata) -> int:
    """The metadata stream (XMP), with the claims to be PDF/A-2a and PDF/UA-1."""
    title, author, subject = (_in_xml(text) for text in (metadata.title, metadata.author, metadata.subject))
    moment = f"{metadata.dated:%Y-%m-%d}T00:00:00Z"
    packet = _PACKET.format(title=title, author=author, subject=subject, moment=moment, program=_PROGRAM)
    return file.add_stream(packet.encode("utf-8"), "/Type/Metadata/Subtype/XML", is_packed=False)


def write_output_intent(file: PdfFile) -> int:
    """The meaning of the file's colours: sRGB."""
    profile = file.add_stream(_srgb_profile(), "/N 3")
    return file.add(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
        f"/Info(sRGB IEC61966-2.1)/DestOutputProfile {reference(profile)}>>"
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
