"""The contents list: found, taken out of the text, and kept for what it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.structure.headings import numbered, unnumbered
from ingest.structure.lines import Line

_TITLE = re.compile(r"目\s*[录次]$")
_ENTRY_END = re.compile(r"(?:[.…·．\s]{2,}|\s|(?<=[一-鿿）)]))[（(—–-]*\d{1,4}[）)—–-]*$")
_LEADER = re.compile(r"[.…·．]{4,}")
_PAGE_AT_END = re.compile(r"\d\s*[）)]?\s*$")
_PAGE = re.compile(r"[（(]\s*\d{1,4}\s*[）)]")
_ENTRY_CHARS = 60
_SENTENCE_CHARS = 40
_REPEATED = 3


def part_contents(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines without the contents list, and its entries: the run after 目录, and any dot leader to a page."""
    kept: list[Line] = []
    entries: list[Line] = []
    end = 0
    for i, line in enumerate(lines):
        if _TITLE.match(line.text):
            end = max(end, _end(lines, i + 1))
        elif i < end or line.style == "toc" or (_LEADER.search(line.text) and _PAGE_AT_END.search(line.text)):
            entries.append(line)
        else:
            kept.append(line)
    return kept, entries


def entry_name(text: str) -> str:
    """An entry of a contents list without its number, dots and page."""
    bare = bare_entry(text)
    heading = numbered(bare)
    return heading.name if heading and heading.name else folded(bare)


def bare_entry(text: str) -> str:
    """An entry without dots and page, as its heading reads in the text."""
    return _LEADER.sub("", _ENTRY_END.sub("", text)).strip(" .…·．\t　")


def folded(text: str) -> str:
    """A heading for comparison: without white space."""
    return re.sub(r"\s+", "", text)


def _end(lines: Sequence[Line], start: int) -> int:
    """The index of the first line after the contents list whose first entry is at `start`."""
    end = start
    while end < len(lines) and (_is_entry(lines, end) or _counts_on(lines, start, end)):
        end += 1
    return max(end, _body_start(lines, start))


def _is_entry(lines: Sequence[Line], i: int) -> bool:
    text = lines[i].text
    if len(_LEADER.sub("", text)) > _ENTRY_CHARS or text.endswith(("。", "；", "：")):
        return False
    if _ENTRY_END.search(text) or _LEADER.search(text):
        return True
    following = [line.text for line in lines[i + 1 : i + 3]]
    if any(len(t) <= _ENTRY_CHARS and _ENTRY_END.search(t) for t in following):
        return True
    if not (numbered(text) or unnumbered(text)):
        return False
    return any(line.text == text for line in lines[i + 1 :])


def _counts_on(lines: Sequence[Line], start: int, i: int) -> bool:
    """Whether a heading that the text does not repeat (an excerpt leaves it out) is the next in number of those listed.

    The body, which begins anew, is not.
    """
    heading = numbered(lines[i].text)
    if heading is None or len(lines[i].text) > _ENTRY_CHARS or lines[i].text.endswith(("。", "；", "：")):
        return False
    listed = [found for line in lines[start:i] if (found := numbered(line.text))]
    if not listed or heading.name in {found.name for found in listed}:
        return False
    last = next((found.ordinal for found in reversed(listed) if found.style == heading.style), None)
    opens = heading.ordinal == 1 and heading.style not in (listed[0].style, listed[-1].style)
    return opens or (last is not None and heading.ordinal == last + 1)


def _body_start(lines: Sequence[Line], start: int) -> int:
    """Where the body begins after a contents list in disorder (a bad scan): at its first two sentences in a row, or
    the heading over them, if headings from before recur after. `start` where there is no such place.
    """
    body = next((i for i in range(start, len(lines) - 1) if _sentence(lines[i]) and _sentence(lines[i + 1])), start)
    if body > start and len(lines[body - 1].text) <= _ENTRY_CHARS and not re.search(r"\d", lines[body - 1].text):
        body -= 1
    listed = {folded(line.text) for line in lines[start:body] if numbered(line.text)}
    again = {folded(line.text) for line in lines[body:]}
    return body if len(listed & again) >= _REPEATED else start


def _sentence(line: Line) -> bool:
    text = line.text
    return len(text) > _SENTENCE_CHARS and len(re.findall("[，。；]", text)) > 2 and not _PAGE.search(text)
