"""Writes small PDFs by hand: Chinese text through a predefined character map, rulings, images, a lock.

The font is not embedded and the map is one that every PDF library carries (UniGB-UTF16-H, Adobe-GB1), so the files stay
under a few kilobytes. Lengths are points, the origin is the lower left corner of an A4 page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

A4 = (595, 842)

_MAPPED_FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts ["
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> "
    "/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] "
    "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>"
)

# A font whose file names its glyphs by number only: without a map of its own, nobody knows which characters they are.
UNMAPPED_FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+SimSun /Encoding /Identity-H /DescendantFonts ["
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+SimSun /DW 1000 "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
    "/FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+SimSun /Flags 4 /FontBBox [0 0 1000 1000] "
    "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>"
)
_IMAGE = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "


@dataclass
class Page:
    """Text as (x, y of the baseline, size, words), rulings as (x0, y0, x1, y1)."""

    words: list[tuple[float, float, float, str]] = field(default_factory=list)
    rulings: list[tuple[float, float, float, float]] = field(default_factory=list)
    rotate: int = 0
    image: bool = False

    def lines(
        self, lines: Sequence[str], x: float = 72, top: float = 770, size: float = 12, leading: float = 20
    ) -> Page:
        """Set lines one below the other."""
        self.words += [(x, top - i * 20, size, line) for i, line in enumerate(lines)]
        return self

    def table(
        self, rows: Sequence[Sequence[str]], x: float, top: float, width: float = 100, height: float = 24
    ) -> Page:
        """A ruled table; a cell "<" continues the one on its left, "^" the one above, without a ruling between."""
        height = 24
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                left, upper = x + c * width, top - r * height
                if text != "^":
                    self.rulings.append((left, upper, left + width, upper))
                if text != "<":
                    self.rulings.append((left, upper, left, upper - height))
                if text not in {"<", "^"}:
                    parts = text.split("\n")
                    self.words += [(left + 4, upper - 10 - 11 * i, 9, part) for i, part in enumerate(parts)]
        right, bottom = x + len(rows[0]) * width, top - len(rows) * height
        self.rulings += [(right, top, right, bottom), (x, bottom, right, bottom)]
        return self


def pdf(pages: Sequence[Page], font: str = _MAPPED_FONT, lock: bool = False, cmap: str = "") -> bytes:
    """The file's bytes. `lock` puts it under a password that nobody knows; `cmap` is the font's own character map."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append(font.replace("/Type0", "/Type0 /ToUnicode 4 0 R") if cmap else font)
    objects.append(_stream("", cmap))
    objects.append(_stream(_IMAGE, "0"))
    kids = []
    for page in pages:
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {A4[0]} {A4[1]}] /Rotate {page.rotate} "
            f"/Resources << /Font << /F1 3 0 R >> /XObject << /I1 5 0 R >> >> /Contents {len(objects) + 2} 0 R >>"
        )
        objects.append(_stream("", _content(page)))
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file(objects, lock)


def to_unicode(high: int) -> str:
    """A character map (PDF 32000-1, 9.10.3) that takes every Chinese character to one whose high byte is `high`."""
    ranges = " ".join(f"<{byte:02x}00> <{byte:02x}ff> <{high:02x}00>" for byte in range(0x4E, 0xA0))
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <ffff> "
        f"endcodespacerange 82 beginbfrange {ranges} endbfrange endcmap end end"
    )


def _content(page: Page) -> str:
    parts = [f"q {A4[0]} 0 0 {A4[1]} 0 0 cm /I1 Do Q"] if page.image else []
    if page.rotate == 90:
        parts.append(f"0 1 -1 0 {A4[0]} 0 cm")  # a landscape page: set sideways, turned upright for display
    for x0, y0, x1, y1 in page.rulings:
        parts.append(f"0.5 w {x0} {y0} m {x1} {y1} l S")
    for x, y, size, words in page.words:
        parts.append(f"BT /F1 {size} Tf {x} {y} Td <{words.encode('utf-16-be').hex()}> Tj ET")
    return "\n".join(parts)


def _stream(entries: str, body: str) -> str:
    return f"<< {entries}/Length {len(body)} >>\nstream\n{body}\nendstream"


def _file(objects: Sequence[str], lock: bool) -> bytes:
    out = b"%PDF-1.6\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    key = "<" + "5a" * 32 + ">"
    locked = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >> /ID [{key} {key}] " if lock else ""
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R {locked}>>\nstartxref\n{start}\n%%EOF\n".encode()
