"""One indicator at two times, or planned and reached: the change, with its arithmetic stated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant import compute
from assistant.answers import AnswerStatus, Claim, Draft
from assistant.composing.met import asks_whether_met, met
from assistant.composing.rises import a_year, direction
from assistant.composing.yesno import doubled
from assistant.questions import Query, Scope
from assistant.records.fitting import wanted_concepts
from assistant.records.naming_places import of_tables
from assistant.records.neighbours import elsewhere
from assistant.records.operations import (
    APART,
    HIGHER,
    Operation,
    calculated,
    operands_dimension,
    operations_of,
    shortened,
    subject_of,
)
from assistant.records.pairs import PLANNED, pair_of
from assistant.records.roles import same_name
from assistant.records.values import SURE, Hit, hits, of_dimension, together
from assistant.retrieval.evidence import Evidence
from assistant.understanding.lexicon import expanded
from assistant.words import present_figures
from ingest.facts.concepts import concepts_in, kin_of
from ingest.library.words import tokens
from ingest.plans import Indicator

_LEEWAY, _SHORTEST = 0.1, 1
_JOINED = re.compile(r"(?:[和与及、 ]|还是|(?:^|(?<= ))是)+")
_AHEAD = re.compile(r"目标|[再还]要?[增添差涨]|要再?净?[增添提涨]|才到|达标|需要")
_EACH_BY_ITSELF = re.compile("(?:各自?|分别)[是为有]?多少[^，。？]{0,3}[？。]?$")
_THAN_IN = re.compile(r"[比较]20\d\d年")
_LAST_YEAR = re.compile("同比|[比较]上年|上年同期")


def over_years(evidence: Evidence) -> Draft | None:
    """Two values of one indicator (of each that is named), of two years or of plan and outcome, and what is asked."""
    query = evidence.query
    if len(query.scopes) > 1 or (_LAST_YEAR.search(query.text) and len(query.years) < 2):
        return None  # a change on the year before is stated, not reckoned from a goal
    operations = [o for o in operations_of(query.text) if o is not compute.share]
    apart = PLANNED.search(query.text) or (_THAN_IN.search(query.text) and APART.search(query.text))
    apart = apart and (asks_whether_met(query.text) or not _EACH_BY_ITSELF.search(query.text))
    if not operations and (HIGHER.search(query.text) or apart):
        operations = [compute.difference]
    if not operations:
        return None
    pairs = [pair for found in _asked(evidence) if (pair := _pair_of(found, query))]
    if not pairs and (pair := _pair_of(_anywhere(evidence), query)):
        pairs = [pair]
    pairs = list(dict.fromkeys([*_planned_too(evidence), *pairs]))
    claims = [claim for pair in pairs for claim in _change(pair, operations, query)]
    if len(claims) <= len(pairs):
        return None
    records = tuple(hit.indicator for pair in pairs for hit in pair)
    return Draft(AnswerStatus.ANSWERED, tuple(dict.fromkeys(claims)), indicators=records)


def _planned_too(evidence: Evidence) -> list[tuple[Hit, Hit]]:
    """What was planned for the later of two years and reached by then, where the question sets it against both."""
    query = evidence.query
    years = [year for year in query.years if year.isdigit()]
    if len(years) < 2 or not PLANNED.search(query.text):
        return []
    of_one_year = replace(query, years=(max(years),))
    found = [pair for one in _asked(evidence) if (pair := _pair_of(one, of_one_year))]
    return [(one, other) for one, other in found if (one.indicator.role, other.indicator.role) == ("planned", "actual")]


def set_apart(evidence: Evidence) -> Draft | None:
    """How far two values are apart where other words than those of calculating ask it: planned and reached (实际比目标
    多建多少), two times (比十四五少建多少)."""
    query = evidence.query
    two = len(query.years) > 1 or _THAN_IN.search(query.text)
    apart = PLANNED.search(query.text) or (two and (APART.search(query.text) or HIGHER.search(query.text)))
    return over_years(evidence) if apart else None


def _change(pair: tuple[Hit, Hit], operations: Sequence[Operation], query: Query) -> list[Claim]:
    """The two values, what is asked of them, and where they are not quite the same thing."""
    earlier, later = pair
    claims = [*met(pair, query.text), *_told(pair)]
    for operation in dict.fromkeys([*operations, compute.difference]):
        claims += calculated(operation, later, earlier)
    claims += a_year(pair, query.text)
    claims += doubled(pair, query.text)
    if HIGHER.search(query.text):
        claims += direction(pair, counted=bool(re.search("多了?还是少|少了?还是多", query.text)))
    if earlier.indicator.concept != later.indicator.concept:
        names = [(f"{h.indicator.year}年", h.indicator.name) for h in pair]
        claims.append(Claim(present_figures.other_scopes(names), together(pair)))
    return claims


def _told(pair: tuple[Hit, Hit]) -> list[Claim]:
    """The two values: in the words of the clause that tells both, else side by side."""
    earlier, later = (hit.indicator for hit in pair)
    if not (earlier.table or later.table) and earlier.quote == later.quote:
        return [Claim(later.on_one_line, pair[1].sources)]
    return [Claim(present_figures.series([earlier, later]), together(pair))]


def _asked(evidence: Evidence) -> list[list[Hit]]:
    """The hits for what is to be calculated with: one list for each name, where a question joins several."""
    subject = subject_of(evidence.query)
    own = _called(evidence, subject)
    best = max(own, _kept(hits(evidence), evidence), key=_fitting)
    pieces = [piece for piece in _JOINED.split(subject) if len(piece) > _SHORTEST]
    if len(pieces) < 2 or (best and all(_shares(best[0].indicator, piece) for piece in pieces)):
        return [best]
    named = [(piece, found) for piece in pieces if _fitting(found := _called(evidence, piece)) >= SURE - _LEEWAY]
    each = [found for piece, found in named if _shares(found[0].indicator, piece)]
    names = {found[0].indicator.name for found in each}
    return each if len(names) == len(each) > 1 else [best]


def _fitting(found: Sequence[Hit]) -> float:
    return found[0].score if found else 0.0


def _called(evidence: Evidence, name: str) -> list[Hit]:
    """The hits for a name by itself; those first that it stands for in short, which are sure where they are alike."""
    found = _kept(hits(evidence, part=name), evidence) if name else []
    said = name.split()[0] if name else ""
    meant = [h for h in found if h.indicator.role != "rank" and shortened(said, h.indicator.name)]
    if len({h.indicator.concept for h in meant}) != 1:
        return found
    return [replace(h, score=max(h.score, SURE)) for h in meant] + [h for h in found if h not in meant]


def _kept(found: list[Hit], evidence: Evidence) -> list[Hit]:
    """The hits of the asked kind of value, in the tables that the question names."""
    query = evidence.query
    return of_tables(of_dimension(found, operands_dimension(query)), query.text)


def _shares(indicator: Indicator, piece: str) -> bool:
    """Whether a piece of a question speaks of an indicator by its name, in full, in part or in short (国高企)."""
    own, name = set(tokens(piece)), indicator.name
    meant = concepts_in(expanded(piece))
    return len(own & set(tokens(name))) > 0.5 * len(own) or shortened(piece, name) or _is_one_of(indicator, meant)


def _is_one_of(indicator: Indicator, meant: Sequence[str]) -> bool:
    """Whether an indicator is of a concept, or of it in a scope that people leave out in short (省科小)."""
    return any(indicator.concept == concept or concept in kin_of(indicator.concept) for concept in meant)


def _pair_of(found: list[Hit], query: Query) -> tuple[Hit, Hit] | None:
    """Two values of the indicator that fits best; where it has one only, of that and its next of kin."""
    levels = [h for h in found if h.indicator.role != "growth"]
    named = same_name(levels)
    if not named or named[0].score < SURE - _LEEWAY:
        return None
    kin = kin_of(named[0].indicator.concept)
    akin = [h for h in levels if h.indicator.concept in kin and h.indicator.region == named[0].indicator.region]
    top = named[0].indicator
    alike = [h for h in levels if (h.indicator.concept, h.indicator.region) == (top.concept, top.region)]
    ahead = _AHEAD.search(query.text) and not any(h.indicator.role == "target" for h in named)
    own = pair_of(named, query)
    wanted = wanted_concepts(query)
    meant = [h for h in levels if h.indicator.concept in wanted and h.indicator.region == top.region]
    return (None if ahead else own) or pair_of(akin, query) or own or pair_of(alike, query) or pair_of(meant, query)


def _anywhere(evidence: Evidence) -> list[Hit]:
    """What any plan says of the one region asked about: one year may stand in its own plan, another elsewhere."""
    query = evidence.query
    if len(query.scopes) + len(query.outside) != 1:
        return []
    scope = query.scopes[0] if query.scopes else Scope(query.outside[0], ())
    return of_dimension(elsewhere(evidence, scope), operands_dimension(query))
