"""The place of a citation in its plan, as the page passes it from a mark in an answer to the source panel and back."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answers import Citation
from assistant.words import present_web
from ingest.plans import Span

_SEPARATOR = " › "


@dataclass(frozen=True, slots=True)
class Place:
    """A range of `Plan.text` and whether it is to be shown as a cell of a table."""

    plan_id: str
    start: int
    end: int
    page: int | None = None
    cell: bool = False

    @classmethod
    def of(cls, citation: Citation) -> Place:
        """The place that a citation names."""
        return cls(citation.plan_id, citation.start, citation.end, citation.page, citation.kind == "cell")

    @classmethod
    def parse(cls, token: str) -> Place:
        """The place that a token stands for; ValueError for anything that `token` did not make."""
        start, end, page, kind, plan_id = token.split(":", 4)
        if kind not in ("cell", "text") or not plan_id:
            raise ValueError(f"no place: {token[:80]!r}")
        return cls(plan_id, int(start), int(end), int(page) if page else None, kind == "cell")

    def token(self) -> str:
        """The place in one word, which a clickable mark carries."""
        page = "" if self.page is None else self.page
        return f"{self.start}:{self.end}:{page}:{'cell' if self.cell else 'text'}:{self.plan_id}"

    def touches(self, span: Span) -> bool:
        """Whether the place and a span of the same text share a character."""
        return span.start < self.end and self.start < span.end


def in_words(citation: Citation) -> str:
    """Where the citation stands, for a reader: plan, heading path, page."""
    steps = [citation.plan, *heading_path(citation.plan, citation.heading)]
    if citation.page is not None:
        steps.append(present_web.PAGE.format(page=citation.page))
    return _SEPARATOR.join(step for step in steps if step)


def heading_path(title: str, heading: tuple[str, ...]) -> tuple[str, ...]:
    """The heading path without a first step that only repeats the plan's title."""
    return heading[1:] if heading and heading[0] == title else heading


def path_in_words(title: str, heading: tuple[str, ...]) -> str:
    """A heading path on one line."""
    return _SEPARATOR.join(step for step in heading_path(title, heading) if step)
