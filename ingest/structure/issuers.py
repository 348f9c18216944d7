"""Who issues a document: those who sign it, who decree it, whom its title or opening names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.plans import Located, Span
from ingest.structure.lines import Line

_OFFICE = (
    r"[一-鿿（）()]{0,24}(?:人民政府(?:办公[室厅])?|委员会(?:办公室)?|国务院(?:办公厅)?|中央(?:办公厅)?|[市区县省州]委(?:办公[室厅])?"
    r"|[厅局部委]|管理中心|领导小组(?:办公室)?)"
)
_ISSUER = re.compile(_OFFICE + "$")
_ISSUES = re.compile(rf"({_OFFICE}(?:[、，,和\s]+{_OFFICE})*)(?:关于|印发|转发|批转)")
_DECREE = re.compile(r"([一-鿿]{2,20})令$")
_DECREE_NUMBER = re.compile(r"[（(]?第\s*[\d一二三四五六七八九十百]+\s*号[）)]?$")
_LETTERS, _OFFICE_CHARS = 2, 30


def decree(lines: Sequence[Line]) -> tuple[Located | None, Located | None]:
    """Issuer and number of a government decree: "某某人民政府令" and below it "（第290号）"."""
    for line, below in zip(lines, lines[1:], strict=False):
        found = _DECREE.match(line.text)
        if found and _DECREE_NUMBER.match(below.text):
            number = re.sub(r"[\s（(）)]", "", line.text + below.text)
            start = line.span.start
            return Located(found[1], Span(start, start + found.end(1))), Located(number, Span(start, below.span.end))
    return None, None


def signed(lines: Sequence[Line]) -> Located | None:
    """The offices that the last of the lines name, in columns or with their characters set apart (水  利  部)."""
    names: list[str] = []
    start = len(lines)
    while start and (found := _offices(lines[start - 1].text)):
        start -= 1
        names = [*found, *names]
    return Located(" ".join(names), Span(lines[start].span.start, lines[-1].span.end)) if names else None


def is_office(name: str) -> bool:
    """Whether a name is an office's: 某某市科技局, not 某某市."""
    return bool(_ISSUER.fullmatch(name))


def _offices(line: str) -> list[str]:
    """The offices that a line names and nothing else."""
    parts = line.split()
    names = parts if all(len(part) > _LETTERS for part in parts) else ["".join(parts)]
    return names if all(_ISSUER.fullmatch(name) and len(name) <= _OFFICE_CHARS for name in names) else []


def issuer_of(heading: Located | None, lines: Sequence[Line]) -> Located | None:
    """The office that the title begins with, or that stands on a line of its own in the opening."""
    found = _ISSUES.match(heading.value) if heading else None
    if found and heading:
        return Located(found[1], Span(heading.span.start, heading.span.start + found.end(1), heading.span.page))
    line = next((line for line in lines[:12] if _ISSUER.fullmatch(line.text)), None)
    return Located(line.text, line.span) if line else None
