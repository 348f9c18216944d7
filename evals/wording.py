"""When two pieces of text say the same: width, case, spaces, separators, dashes and markup folded away."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MARKER = r"\[\d+(?:[,，、\-]\d+)*\]"  # of citations, as an answer carries them: [3], [1,2], [3-5]
_MARKERS = re.compile(MARKER)
_MARKUP = re.compile(r"\*\*|`|<[^>]{1,80}>")
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_PERCENT = re.compile(r"百分之([\d.]+)")
_SPACE = re.compile(r"[\s|]+")
_SIGNS = str.maketrans({"～": "-", "—": "-", "–": "-", "·": None, "•": None})
_DIGITS = 3  # of a citation number: a longer one is none
_SENTENCE = re.compile(r"[^。！？；\n]*(?:[。！？；\n](?:\[\d+\])*|$)")
# What says that something is not given (未提及, 没有给出, 暂无), and what says so of all that is asked (无法回答).
_REFUSAL = re.compile(
    r"(?:未|没有?)(?:提及|涉及|找到|检索到|给出|说明|规定|明确|收录|披露|列出|公布|设定)|(?:没有|不)包含|未包含|没有相关|"
    r"(?:无法|不能)回答|无法确定|暂无|资料不足|无法从|查不到|not (?:mentioned|found|stated)",
    re.IGNORECASE,
)
_WHOLE_REFUSAL = re.compile(
    r"(?:无法|不能)回答|(?:资料|文本|规划|文件|材料)[^，。；]{0,12}(?:未|没有)(?:提及|涉及|给出|找到)"
)


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The text as it is compared: markers like [3] and Markdown are no part of what is said."""
    text = _MARKUP.sub("", _MARKERS.sub("", unicodedata.normalize("NFKC", text).lower()))
    text = _PERCENT.sub(r"\1%", _THOUSANDS.sub("", text))
    return _SPACE.sub("", text).translate(_SIGNS)


def says(text: str, form: str) -> bool:
    """Whether a folded text holds a form, and not inside a longer number: 5家 is not in 15家, nor 5% in 3.5%."""
    form = folded(form)
    if not form:
        return False
    before = r"(?<!\d)(?<!\d\.)" if form[0].isdigit() else ""
    after = r"(?!\d)(?!\.\d)" if form[-1].isdigit() else ""
    return re.search(before + re.escape(form) + after, text) is not None


def quoted(quote: str, text: str) -> bool:
    """Whether a quote stands in a text, white space and cell separators folded away."""
    quote = folded(quote)
    return bool(quote) and quote in folded(text)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of an answer, each with the markers that close it, also those after its stop."""
    return tuple(found for match in _SENTENCE.finditer(text) if (found := match.group().strip()))


def marks(text: str) -> tuple[int, ...]:
    """The citation numbers that a text names, in order: "…[1][3-5]" → 1, 3, 4, 5."""
    numbers: list[int] = []
    for marker in _MARKERS.findall(text):
        for part in re.split(r"[,，、]", marker[1:-1]):
            first, _, last = part.partition("-")
            if len(first) <= _DIGITS and len(last) <= _DIGITS:
                numbers += range(int(first), int(last or first) + 1)
    return tuple(numbers)


def refuses(text: str) -> bool:
    """Whether a text speaks of something that is not given."""
    return _REFUSAL.search(text) is not None


def refuses_wholly(text: str) -> bool:
    """Whether a sentence of the text says that the question cannot be answered or the plans do not give it."""
    return any(_WHOLE_REFUSAL.search(sentence) for sentence in sentences(text))
