"""Which place, indicator or year is highest or lowest, moved most, or is among the first."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant import compute
from assistant.answers import AnswerStatus, Claim, Draft
from assistant.composing.sentences import refuse
from assistant.composing.summed import summed
from assistant.records.columns_of_places import named_in, of_places
from assistant.records.disagreements import cautions
from assistant.records.lineups import FEWEST, Line, level
from assistant.records.neighbours import elsewhere
from assistant.records.operations import calculated
from assistant.records.orders import LEAST_RISE, MOST, asked_count, asked_ends, by_change
from assistant.records.rows_of_table import asks_indicators, completion_rates, of_indicators
from assistant.records.values import Hit, hits, in_years, together
from assistant.retrieval.evidence import Evidence
from assistant.words import present_figures, present_orders
from ingest.plans import Indicator

_YEAR = re.compile(r"哪一?年|哪年")
_OUTCOME = re.compile(
    "完成率最|超额(?:幅度|比例)?最|超出(?:目标|规划)?(?:幅度)?最|完成得?最|完成值?[^，。？]{0,4}(?:除以|比|与|和)[^，。？]{0,6}目标[^。？]{0,14}最"
)
_APART = re.compile("(?<!最)(?:差(?!的)|高出|多出)")

Told = Callable[[str, Line], Claim]


def extremes(evidence: Evidence) -> Draft | None:
    """The ends of a row over its years, of a column over its places, or of a table over its indicators."""
    query = evidence.query
    if not MOST.search(query.text) and not _OUTCOME.search(query.text):
        return None
    if _YEAR.search(query.text):
        return _over_years(evidence)
    if _OUTCOME.search(query.text) and asks_indicators(query):
        return _ends(completion_rates(evidence), evidence, _of_indicator) or refuse(evidence, present_orders.NO_GOALS)
    change = by_change(query.text)
    if asks_indicators(query):
        return _ends(of_indicators(evidence, by_change=change), evidence, _of_indicator)
    return first_places(evidence, by_change=change)


def first_places(evidence: Evidence, *, by_change: bool = False) -> Draft | None:
    """The first or last places of the column that the question names."""
    return _ends(of_places(evidence, by_change=by_change), evidence, _of_place)


def _over_years(evidence: Evidence) -> Draft | None:
    query = evidence.query
    named = named_in(query)
    row = _best_row(in_years(hits(evidence, part=named), query))
    if len(row) < 2 and len(query.scopes) == 1:
        row = _best_row(in_years(elsewhere(evidence, query.scopes[0], named), query))
    lines = [line for h in row if (line := level(f"{h.indicator.year}年", h))]
    return _ends(lines, evidence, _of_place) if len(lines) >= 2 else None


def _best_row(found: Sequence[Hit]) -> list[Hit]:
    """The cells of the row that fits best."""
    levels = [h.indicator for h in found if h.indicator.table and h.indicator.role != "growth"]
    if not levels:
        return []
    return [h for h in found if h.indicator in levels and _row(h.indicator) == _row(levels[0])]


def _row(indicator: Indicator) -> tuple[str, str, str]:
    return indicator.table, indicator.name, indicator.region


def _ends(lines: Sequence[Line], evidence: Evidence, told: Told) -> Draft | None:
    """The asked end or ends, as many rows of each as are asked for."""
    text = evidence.query.text
    said = text.rpartition("：")[2]
    text = said if MOST.search(said) else text  # what a follow-up asks itself
    if len(lines) < 2:
        return None
    ordered = sorted(lines, key=lambda line: -line.value)
    high, low = asked_ends(text)
    wanted = [(present_orders.HIGHEST, _first(ordered, text))] if high else []
    wanted += [(present_orders.LOWEST, _first(ordered[::-1], text))] if low else []
    if by_change(text):
        rises = [(w, r) for w, r in wanted if w == present_orders.LOWEST and LEAST_RISE.search(text)]
        wanted = [(word, rows) for word, rows in wanted if (rows[0].value > 0) == (word == present_orders.HIGHEST)]
        wanted += [(present_orders.LEAST, rows) for _, rows in rises if rows[0].value > 0]
    if not wanted:
        return None
    claims = [claim for word, rows in wanted for claim in _told(word, rows, told)]
    if high and low and _APART.search(text):
        claims += _difference(ordered[0].hits[-1], ordered[-1].hits[-1])
    if len(wanted) == 1:
        claims += summed(wanted[0][1], evidence)
    shown = [line for _, rows in wanted for line in rows]
    others = [line for line in ordered if line not in shown]
    if len(others) <= FEWEST and others and told is _of_place:
        claims.append(_rest(others))
    used = [hit for line in shown for hit in line.hits]
    records = tuple(dict.fromkeys(hit.indicator for hit in used))
    return Draft(AnswerStatus.ANSWERED, tuple(claims), cautions(evidence, used), records)


def _first(ordered: Sequence[Line], text: str) -> Sequence[Line]:
    """As many rows of an order as are asked for, and those that are level with the last of them."""
    last = ordered[: asked_count(text)][-1:]
    return [line for at, line in enumerate(ordered) if at < asked_count(text) or line.value == last[0].value]


def _told(word: str, rows: Sequence[Line], told: Told) -> list[Claim]:
    """The rows of one end: one in a line of its own, several in one line, several changes each with its sum."""
    if len(rows) > 1 and not any(len(line.hits) > 1 for line in rows):
        return [_several(word, rows)]
    return [claim for line in rows for claim in (told(word, line), *_reckoned(line))]


def _of_place(word: str, line: Line) -> Claim:
    """ "余杭2019年R&D经费最高：113.0亿元"; of two years, both."""
    if len(line.hits) > 1:
        said = present_orders.moved_most(word, line.label, [h.indicator for h in line.hits])
        return Claim(said, together(line.hits))
    return Claim(present_orders.extreme(word, line.label, line.indicator), together(line.hits))


def _of_indicator(word: str, line: Line) -> Claim:
    cells = [hit.indicator for hit in line.hits]
    return Claim(present_orders.among(word, cells), together(line.hits))


def _several(word: str, rows: Sequence[Line]) -> Claim:
    """The first rows of an end in one line, in their order."""
    said = present_orders.in_order(word, [(line.label, line.indicator) for line in rows])
    return Claim(said, together(hit for line in rows for hit in line.hits))


def _rest(others: Sequence[Line]) -> Claim:
    text = "，".join(f"{line.label} {present_figures.amount(line.indicator)}" for line in others)
    return Claim(text, together(hit for line in others for hit in line.hits))


def _reckoned(line: Line) -> list[Claim]:
    """The calculation by which a row of two cells stands where it does."""
    if len(line.hits) < 2:
        return []
    before, after = line.hits
    if before.indicator.role == "planned":
        return calculated(compute.completion, after, before)
    return calculated(compute.growth if line.relative else compute.difference, after, before)


def _difference(left: Hit, right: Hit) -> list[Claim]:
    """The difference of two cells, the larger one first."""
    larger, smaller = sorted((left, right), key=lambda h: compute.number(h.indicator), reverse=True)
    return calculated(compute.difference, larger, smaller)
