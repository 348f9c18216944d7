"""Running heads, running feet and page numbers: lines that stand at the same height of page after page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from ingest.readers.pdf_text import Line

# Shares of the page's height in which running lines stand. GB/T 9704-2012 begins the text at 0.12 and sets the page
# number at 0.10 from the bottom.
_HEAD, _FOOT = 0.09, 0.12
_DASHES = r"[\s\-—–·•|~]*"
_NUMBER = re.compile(
    rf"{_DASHES}(?:第\s*)?(\d{{1,4}}|[ivxlc]{{1,6}})(?:\s*页)?(?:\s*[/，,]?\s*共?\s*\d{{1,4}}\s*页?)?{_DASHES}"
)
_DECORATED = re.compile(r"[\-—–·•|~第页/]")
_HEIGHTS = 4.0  # points within which two lines stand at the same height

Page = Sequence[object]


def furniture(pages: Sequence[Page]) -> set[Line]:
    """The lines that belong to the pages, not to the text.

    A line at the edge of a page is furniture where the same words, digits aside, stand at the same height of three
    pages (of both, where there are but two); a number alone, where it counts along with the pages, or where dashes
    or 第…页 say what it is.
    """
    words: dict[tuple[str, int], list[Line]] = defaultdict(list)
    numbers: dict[int | None, list[Line]] = defaultdict(list)
    seen: Counter[tuple[str, int]] = Counter()
    for index, page in enumerate(pages):
        edge = [line for line in page if isinstance(line, Line) and not _HEAD < line.place < 1 - _FOOT]
        for line in edge:
            if number := _NUMBER.fullmatch(line.text):
                follows = int(number[1]) - index if number[1].isdigit() else None
                numbers[follows].append(line)
            else:
                words[_key(line)].append(line)
        seen.update({_key(line) for line in edge})
    enough = min(3, max(len(pages), 2))
    found = {line for key, same in words.items() if seen[key] >= enough for line in same}
    for follows, same in numbers.items():
        counted = follows is not None and len(same) >= 2
        found |= {line for line in same if counted or follows is None or _DECORATED.search(line.text)}
    return found


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"[\d\s]+", "", line.text), round(line.box[1] / _HEIGHTS)
