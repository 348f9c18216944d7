"""Where in the source a part of a passage stands: passages are joined text, citations are source text."""

from __future__ import annotations

from ingest.plans import Passage, Plan, Span
from ingest.structure.noise import MARKS


def locate(plan: Plan, passage: Passage, start: int, end: int) -> Span:
    """The source range of `passage.text[start:end]`.

    The passage's characters stand in the source in order, parted by white space and by what the outline takes out:
    inline marks, and page numbers between the lines of a paragraph.
    """
    source = plan.text
    at = passage.span.start
    limit = passage.span.end
    marks = iter(MARKS.finditer(source, at, limit))
    mark = next(marks, None)
    first = last = None
    for position, char in enumerate(passage.text[:end]):
        while at < limit:
            if mark and at >= mark.start():
                at, mark = max(at, mark.end()), next(marks, None)
            elif source[at] != char and (source[at].isspace() or not char.isspace()):
                at += 1
            else:
                break
        if char.isspace() and source[at : at + 1] != char:
            continue
        if position >= start and first is None:
            first = at
        at += 1
        last = at
    if first is None or last is None:
        return passage.span
    return Span(first, min(last, limit), passage.span.page)
