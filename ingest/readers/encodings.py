"""Bytes → the decoded source text, by byte-order mark, then UTF-8, then what a page declares, then GB18030.

Every decoding is strict: a text with a replacement character in it could not be quoted verbatim.
"""

from __future__ import annotations

import codecs
import re

from ingest.errors import UnknownEncoding
from ingest.readers.legible import is_chinese_likely

# Longest first: the UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# GB18030 is a superset of GBK and GB2312, and pages that declare the smaller sets use characters of the larger.
_PAGE_ENCODINGS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}
_HEAD = 4096


def decode(data: bytes, called: str) -> str:
    """The text of `data` without its byte-order mark, line ends as `\\n`; raises UnknownEncoding.

    `called` is the file's name for the error's sentence. GB18030 accepts nearly any bytes, so its result must also
    read as Chinese.
    """
    text = _strict(data, called)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def has_mark(data: bytes) -> bool:
    """Whether a byte-order mark says that `data` is text."""
    return data.startswith(tuple(mark for mark, _ in _MARKS))


def _strict(data: bytes, called: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            candidates = [encoding]
            break
    else:
        declared = _DECLARED.search(data, 0, _HEAD)
        name = declared[1].decode("ascii", "replace").lower() if declared else ""
        candidates = ["utf-8", *([_PAGE_ENCODINGS[name]] if name in _PAGE_ENCODINGS else []), "gb18030"]
    for encoding in candidates:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding != "gb18030" or is_chinese_likely(text):
            return text
    raise UnknownEncoding(f"无法识别{called}的文字编码，请用记事本等软件打开，另存为 UTF-8 编码后再添加。")
