"""The scorer on our own gold: every way of spoiling a right answer is noticed.

Spoilt is the gold answer, at a number that is one of its typed values and stands there once; where the same fact also
stands there in another form, or the gold takes another value as well, the spoilt answer is not clearly wrong, and it
is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest

from evals.cases import Case, Value
from evals.check import model_answer
from evals.citing import covers
from evals.corpus import Corpus
from evals.dating import Dated
from evals.figures import OUTCOMES, states
from evals.scoring import Score, score
from evals.wording import folded, says
from ingest.notation.quantities import in_base_unit
from ingest.notation.units import dimension
from ingest.plans import Quantity

Spoil = Callable[[Case, Value, Quantity], str | None]


def renumbered(change: Callable[[Decimal], Decimal]) -> Spoil:
    """The value's number replaced by another."""

    def spoil(case: Case, value: Value, quantity: Quantity) -> str:
        return in_place(case, quantity, lambda said: number(said).sub(str(change(Decimal(value.value))), said))

    return spoil


def in_place(case: Case, quantity: Quantity, change: Callable[[str], str]) -> str:
    return case.answer[: quantity.start] + change(quantity.text) + case.answer[quantity.end :]


def number(said: str) -> re.Pattern[str]:
    return re.compile(re.escape(re.search(r"\d[\d,]*(?:\.\d+)?", said).group()))


def dated(by: int) -> Spoil:
    """The value's year moved, where the answer names it."""

    def spoil(case: Case, value: Value, quantity: Quantity) -> str | None:
        named = len(value.year) == 4 and value.year in Dated(case.answer).years_of(quantity)
        return case.answer.replace(value.year, str(int(value.year) + by)) if named else None

    return spoil


def unit_as(other: Callable[[str], str]) -> Spoil:
    """The value's unit replaced or dropped at the end of a clause; a rank (第22位) has none to lose."""

    def spoil(case: Case, value: Value, quantity: Quantity) -> str | None:
        if (
            not quantity.unit
            or quantity.unit == "位"
            or not re.match(r"以上|[，。；、）]|$", case.answer[quantity.end :])
        ):
            return None
        return in_place(case, quantity, lambda said: said.replace(quantity.unit, other(quantity.unit)))

    return spoil


def turned(case: Case, value: Value, quantity: Quantity) -> str | None:
    """以上 made 以下, and so on, where the gold asks for it."""
    if value.comparator != ">=" or quantity.comparator != ">=":
        return None
    pairs = {"以上": "以下", "不低于": "不超过", "不少于": "不超过", "至少": "至多", "≥": "≤"}
    return in_place(case, quantity, lambda said: re.sub("|".join(pairs), lambda match: pairs[match[0]], said))


def foreign(case: Case, value: Value, quantity: Quantity) -> str | None:
    """The value replaced by one that the gold forbids: another region's, another year's."""
    strange = next((form for form in case.forbidden if re.fullmatch(r"[\d.,]+\D+", form)), None)
    return in_place(case, quantity, lambda said: strange) if strange else None


SPOILS: dict[str, Spoil] = {
    "ten times": renumbered(lambda value: value * 10),
    "a tenth": renumbered(lambda value: value / 10),
    "another value": renumbered(lambda value: value + 7),
    "another region's value": foreign,
    "a year later": dated(1),
    "a year earlier": dated(-1),
    "unit dropped": unit_as(lambda unit: ""),
    "unit changed": unit_as(lambda unit: "亩" if "元" in unit else "亿元"),
    "comparator turned": turned,
}


def spoilable(case: Case) -> Iterator[tuple[Value, Quantity]]:
    """The typed values of a gold answer that can be spoilt clearly, with where they stand."""
    answer, text = Dated(case.answer), folded(case.answer)
    for value in case.values:
        amount = in_base_unit(quantity_of(value))[0]
        same = [one for one in answer.quantities if amount in (in_base_unit(one)[0], one.value)]
        fact = next((fact for fact in case.key_facts if any(states(form, value) for form in fact)), None)
        if fact is None or len(same) != 1 or not number_in(same[0]) or dimension(same[0].unit) != dimension(value.unit):
            continue
        if not any(says(text, form) for form in fact if not states(form, value)):
            yield value, same[0]


def quantity_of(value: Value) -> Quantity:
    return Quantity(value.value, Decimal(value.value), value.unit, value.comparator, 0, 0)


def number_in(quantity: Quantity) -> bool:
    return re.search(r"\d", quantity.text) is not None


def typed(found: Score) -> list[int]:
    return sorted(OUTCOMES.index(one.outcome) for one in found.figures)


@pytest.mark.parametrize("name", SPOILS)
def test_a_spoilt_value_is_noticed(gold: tuple[list[Case], Corpus], name: str) -> None:
    cases, corpus = gold
    tried, missed = 0, []
    for case in cases:
        model = model_answer(case, corpus)
        before = score(case, model, corpus)
        for value, quantity in spoilable(case) if case.answerable else ():
            text = SPOILS[name](case, value, quantity)
            if text is None or text == case.answer:
                continue
            after = score(case, model.model_copy(update={"text": text}), corpus)
            tried += 1
            if after.verdict == "right" and typed(after) <= typed(before):
                missed.append(f"{case.id}: {text}")
    assert missed == []
    assert tried >= 20


def test_a_citation_moved_elsewhere_is_noticed(gold: tuple[list[Case], Corpus]) -> None:
    cases, corpus = gold
    cited = [case for case in cases if case.evidence]
    for case, other in zip(cited, cited[37:] + cited[:37], strict=True):
        strange = model_answer(other, corpus).citations
        found = score(case, model_answer(case, corpus).model_copy(update={"citations": strange}), corpus)
        near = [covers(folded(one.quote), folded(own.quote)) for one in other.evidence for own in case.evidence]
        assert any(near) or found.citations.recalled < found.citations.quotes, case.id


def test_a_refusal_put_into_an_answer_is_noticed(gold: tuple[list[Case], Corpus]) -> None:
    cases, corpus = gold
    for case in (one for one in cases if one.answerable):
        model = model_answer(case, corpus)
        hedged = model.model_copy(update={"text": f"现有规划没有给出，无法回答。{model.text}"})
        declined = model.model_copy(update={"status": "unanswerable_not_in_plans"})
        assert not score(case, hedged, corpus).exact, case.id
        assert score(case, declined, corpus).verdict == "abstained", case.id
