"""What the sentences of an answer say, and whether the spans that they cite carry it: every number, and the subject.

Written apart from the product's own check on purpose: a test by the thing tested shows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.expressions import rounded
from evals.calculations import holds, worked_out
from evals.corpus import Corpus, surroundings
from evals.outputs import Calculated, Cited, Output
from evals.wording import MARKER, folded, marks, refuses, says
from ingest.notation.units import dimension

SUBJECT_SHARE = 0.35  # of a statement's character pairs, to stand in what it cites
_STATEMENT = re.compile(rf"(.+?)((?:\s*{MARKER})+[。；，]?|$)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
# A line end before a bracketed line, which belongs to the sentence above it; the number before an item of a list; how
# many items an answer says it lists (共3项); what parts cells.
_CONTINUED = re.compile(r"(?<!\])[。；]?\n(?=[（(])")
_LIST_MARK = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.、)）](?!\d)|[（(]\d{1,2}[)）])\s*")
_OWN_COUNT = re.compile(r"共(?:有|计)?\s*\d+\s*[项条个处家类种份部]")
_CELLS = re.compile(r"[｜|\s]+")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_HEADLINE = ("：", ":")
# What remarks on values or compares them, and so has no subject of its own.
_REMARK = re.compile(r"(?:注意|提示|说明|口径|时点|数值不同)|.*(?:[高低多少快慢大小]于|相差|持平)")


@dataclass(frozen=True, slots=True)
class Statement:
    """What stands before a group of markers in one line, or a line's rest without any."""

    text: str
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Traced:
    """A statement that cites something: the numbers that its spans lack, and the share of its subject in them."""

    statement: Statement
    untraced: tuple[str, ...]
    subject: float

    @property
    def carried(self) -> bool:
        """Whether the spans carry what the statement says."""
        return not self.untraced and self.subject >= SUBJECT_SHARE


def statements(text: str) -> tuple[Statement, ...]:
    """The statements of an answer; a line that only announces a list is none, and a bracketed line (责任单位) is part
    of the one before.
    """
    found = []
    for line in _CONTINUED.sub(" ", text).splitlines():
        for match in _STATEMENT.finditer(line):
            said = _LIST_MARK.sub("", match[1]).strip(" \t。；，")
            if said and not (not match[2] and said.endswith(_HEADLINE)):
                found.append(Statement(said, marks(match[2])))
    return tuple(found)


def trace(output: Output, corpus: Corpus) -> tuple[Traced, ...]:
    """Every statement with markers, compared with its spans and the stated calculations.

    One that says that something is not given may repeat what was asked. What compares values, works with them or
    remarks on them (口径不同 …) has no subject of its own.
    """
    by_number = {citation.n: citation for citation in output.citations}
    worked = "｜".join(f"{c.expression}｜{c.result}｜{_short(c)}" for c in output.calculations)
    results = numbers(form for c in output.calculations for form in (c.result, _short(c)))
    traced = []
    for statement in statements(output.text):
        cited = [by_number[n] for n in statement.marks if n in by_number]
        if statement.marks:
            ground = "｜".join([*(carried_by(citation, corpus) for citation in cited), worked])
            if refuses(statement.text):
                ground += f"｜{output.question}｜{output.standalone_question}｜{output.understood.get('years')}"
            of_values = _REMARK.match(statement.text) or numbers([statement.text]) & results
            subject = 1.0 if of_values else _overlap(statement.text, ground)
            traced.append(Traced(statement, _lacking(statement.text, ground), subject))
    return tuple(traced)


def uncited(output: Output) -> tuple[Statement, ...]:
    """The statements that cite nothing, what they say being neither a refusal nor a stated calculation."""
    found = [one for one in statements(output.text) if not one.marks and len("".join(_HAN.findall(one.text))) >= 6]
    worked = {result for one in output.calculations for result in numbers([one.result])}
    return tuple(one for one in found if not refuses(one.text) and not numbers([one.text]) & worked)


def numbers(texts: Iterable[str]) -> set[Decimal]:
    """The numbers of some texts, however written: 4.0 and 4 are one; cells and words apart are numbers apart."""
    cells = (cell for text in texts for cell in _CELLS.split(text))
    return {Decimal(found).normalize() for cell in cells for found in _NUMBER.findall(folded(cell))}


def proves(quote: str, form: str) -> bool:
    """Whether a quote holds a fact in this form; in a table row the number may stand apart from its unit."""
    said = numbers([form])
    return says(folded(quote), form) or (bool(said) and said <= numbers([quote]))


def carried_by(citation: Cited, corpus: Corpus) -> str:
    """What a citation lets a sentence say: its quote, heading path and plan, for a table row its caption and header.

    The quote counts only as far as it is verbatim.
    """
    loaded = corpus.cited(citation)
    parts = [citation.quote if corpus.verbatim(citation) else "", *citation.heading, citation.plan]
    if loaded is not None:
        facts = loaded.plan.facts
        parts += [
            loaded.plan.title,
            *(one.value for one in (facts.region, facts.period, facts.date, facts.status) if one),
        ]
        if citation.start is not None and citation.end is not None:
            parts.append(surroundings(loaded.plan, citation.start, citation.end))
    return "｜".join(parts)


def unsupported(traced: Sequence[Traced]) -> tuple[str, ...]:
    """The numbers that no cited span carries."""
    return tuple(number for one in traced for number in one.untraced)


def _lacking(text: str, ground: str) -> tuple[str, ...]:
    there = numbers([ground])
    said = [one for cell in _CELLS.split(_OWN_COUNT.sub("", text)) for one in _NUMBER.findall(folded(cell))]
    return tuple(dict.fromkeys(one for one in said if Decimal(one).normalize() not in there))


def _overlap(text: str, ground: str) -> float:
    """The share of a text's pairs of Han characters that stand in the ground; 1 for a text with hardly any."""
    pairs = _pairs(text)
    there = _pairs(ground)
    return sum(pair in there for pair in pairs) / len(pairs) if len(pairs) >= 4 else 1.0


def _pairs(text: str) -> set[str]:
    return {run[i : i + 2] for run in _HAN.findall(text) for i in range(len(run) - 1)}


def _short(calculated: Calculated) -> str:
    """What may be told beside the exact result: a percentage to one decimal, things that only come whole (215.4家) in
    whole numbers; empty for other results."""
    if _is_share(calculated):
        return rounded(worked_out(calculated.expression) * 100, 1)
    whole = "÷" in calculated.expression and "." in calculated.result and dimension(calculated.unit) == "计数"
    return rounded(Decimal(calculated.result), 0) if whole and holds(calculated) else ""


def _is_share(calculated: Calculated) -> bool:
    plain = re.fullmatch(r"[\d.()+−÷^/ -]+", calculated.expression)
    return calculated.unit == "%" and "÷" in calculated.expression and bool(plain) and bool(holds(calculated))
