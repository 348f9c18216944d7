"""Which reader a file belongs to: what its content says first, what its ending says second."""

from __future__ import annotations

import re
from typing import Literal

from ingest.errors import EncryptedFile, UnsupportedFormat
from ingest.readers import zips
from ingest.readers.encodings import has_mark
from ingest.readers.source import SourceFile

Format = Literal["text", "markdown", "html", "docx", "pdf"]

ENDINGS: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".shtml": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".pdf": "pdf",
}

_OCR = "请先做文字识别（OCR），存为文本、DOCX 或 PDF 再添加"
_SAVE_AS = "请用 Word 或 WPS 打开，另存为 .docx 或 PDF 再添加"
_UNPACK = "请先解压，再添加其中的文件"
# What a file begins with that no reader takes, what that is called, and what to do about it.
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "图片（PNG）", _OCR),
    (b"\xff\xd8\xff", "图片（JPEG）", _OCR),
    (b"GIF8", "图片（GIF）", _OCR),
    (b"BM", "图片（BMP）", _OCR),
    (b"II*\x00", "图片（TIFF）", _OCR),
    (b"MM\x00*", "图片（TIFF）", _OCR),
    (b"RIFF", "图片或音视频", _OCR),
    (b"{\\rtf", "RTF 文档", _SAVE_AS),
    (b"Rar!\x1a\x07", "压缩包（RAR）", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "压缩包（7z）", _UNPACK),
    (b"\x1f\x8b", "压缩包（gzip）", _UNPACK),
    (b"MIME-Version:", "整页存档（MHTML）", "请在浏览器中打开，另存为 .html 再添加"),
)
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # [MS-CFB] 2.2: Office 97-2003 files, and password-protected DOCX
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4.4
_HEAD = 4096
# Control characters that no text holds; tabs, line ends, form feeds and the escape sign are let be.
_BINARY_BYTE = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# The beginning of a page, of a piece of a page without its head, and any tag at all (for .html files only).
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b", re.I | re.S)
_FRAGMENT = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:div|table|p|article|section|main|h[1-6])\b[^>]*>", re.I | re.S)
_TAG = re.compile(r"</?(?:p|div|span|br|table|td|h[1-6]|li|a)\b[^>]*>", re.I)


def container(source: SourceFile) -> Literal["docx", "pdf"] | None:
    """The format that the bytes themselves name, or None for text.

    Raises UnsupportedFormat (an image, an archive, another Office format, binary junk), EncryptedFile (a DOCX under
    a password) or DamagedFile (a ZIP container without its end).
    """
    data = source.data
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(source)
    if data.startswith(_OLE):
        if _ENCRYPTED_PACKAGE in data:
            raise EncryptedFile(f"{source.called}设有打开密码，请在 Word 中取消密码、另存后再添加。")
        raise UnsupportedFormat(f"{source.called}是旧版 Office 文件（.doc、.xls 等），{_SAVE_AS}。")
    for signature, kind, advice in _FOREIGN:
        if data.startswith(signature) and (len(signature) > 2 or _is_binary(data)):
            raise UnsupportedFormat(f"{source.called}的内容是{kind}，不是文字，{advice}。")
    if not has_mark(data) and _is_binary(data):
        raise UnsupportedFormat(f"{source.called}的内容不是文字，请换成{kinds()}文件。")
    return None


def textual(source: SourceFile, text: str) -> Literal["text", "markdown", "html"]:
    """The format of a decoded text; raises UnsupportedFormat where neither content nor ending names one."""
    by_ending = ENDINGS.get(source.ending, "text" if not source.ending else None)
    if _PAGE.match(text[:_HEAD]) or (by_ending != "markdown" and _FRAGMENT.match(text[:_HEAD])):
        return "html"
    if by_ending in {"docx", "pdf"}:
        raise UnsupportedFormat(
            f"{source.called}的扩展名是 {source.ending}，内容却是纯文本，请把扩展名改为 .txt 或重新取得原文件。"
        )
    if by_ending is None:
        raise UnsupportedFormat(f"不支持{source.called}这种文件（{source.ending}），请换成{kinds()}文件。")
    if by_ending == "html":
        return "html" if _TAG.search(text) else "text"
    return "markdown" if by_ending == "markdown" else "text"


def kinds() -> str:
    """The supported endings, for a sentence."""
    return "、".join([".txt", ".md", ".html", ".docx"]) + " 或 .pdf "


def _packed(source: SourceFile) -> Literal["docx"]:
    """What a ZIP container holds, by its top folders; raises UnsupportedFormat for all but a DOCX."""
    folders = {entry.filename.split("/", 1)[0] for entry in zips.entries(source) if "/" in entry.filename}
    if "word" in folders:
        return "docx"
    for folder, kind in (("xl", "Excel 表格"), ("ppt", "PowerPoint 演示文稿"), ("META-INF", "其他办公软件的文档")):
        if folder in folders:
            raise UnsupportedFormat(f"{source.called}是{kind}，请另存为 .docx 或 PDF 再添加。")
    raise UnsupportedFormat(f"{source.called}是压缩包（ZIP），{_UNPACK}。")


def _is_binary(data: bytes) -> bool:
    head = data[: 16 * _HEAD]
    return b"\x00" in head or len(_BINARY_BYTE.findall(head)) > 0.01 * len(head)
