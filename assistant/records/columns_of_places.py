"""The places that a question sets in order: the rows of a column, totals left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.questions import Query, Scope
from assistant.records.lineups import FEWEST, Line, homes, is_of, level, moved, two_years
from assistant.records.naming_places import of_tables
from assistant.records.orders import FIRST, MOST, Bound, by_change
from assistant.records.values import Hit, hits
from assistant.retrieval.evidence import Evidence
from assistant.understanding.scopes import short
from ingest.notation.gazetteer import Region
from ingest.notation.quantities import quantities
from ingest.notation.regions import region_named

_LEEWAY = 0.1
Key = tuple[str, str, str, str]
_PLACE = r"(?:地区|地方|区县|县市|城市|[省市区县](?![一-鿿]{0,2}级))"
_PLACES = re.compile(
    rf"[哪几各个]一?[些个几座]?[^，。？\d]{{0,6}}?{_PLACE}|谁|{_PLACE}(?:有|里|中|当中)?(?:哪|谁|$|[？?])|区县市"
)
_THING = "(?:企业|公司|单位|部门|产业|项目|园区|平台|高校|学校|医院|街道|镇|行业|年)"
_OTHERS = re.compile(rf"哪[些个几家一]*{_THING}|{_THING}(?:是|有)?(?:哪|谁)|指标|哪一?项|哪几项")
_CHANGE = re.compile(r"(?:增幅|变动|变化|增长率?|增速|升降|增减)$")
_INDICATORS = re.compile(r"指标|哪一?项|哪几项|哪些项|哪个指数")
_RELATIVE = re.compile("增幅|涨幅|降幅|增速|增长率|幅度|最快|百分")
_TOTAL = re.compile(r"^\s*(?:全[国省市区县]|合计|总计|小计|总数|平均)")
_AMOUNTS = re.compile("(?:分别|各)(?:自|是|有|为)*多少(?![位名])")
_ASKING = re.compile(
    r"(?:19|20)\d\d年?|[比较]上一?年|[哪各]一?[个些家座]?(?:地区|地方|区县|县市|[省市区县])?|分别|有谁|是谁|排名?在?(?=前)"
)


def asks_places(query: Query) -> bool:
    """Whether places are to be set in order."""
    return bool(_PLACES.search(query.text)) and not _INDICATORS.search(query.text)


def of_places(evidence: Evidence, *, by_change: bool, bound: Bound | None = None) -> list[Line]:
    """The places of the column that the question names (one that the bound speaks of), or what each of them moved."""
    query = evidence.query
    if _OTHERS.search(query.text) and not _PLACES.search(query.text):
        return []
    everywhere = _all_of_concept(hits(evidence.anywhere(), Scope("", ()), named_in(query)), evidence)
    found = of_tables([h for h in everywhere if h.indicator.table], query.text)
    levels = [h for h in found if h.indicator.role != "growth"]
    if not by_change:
        held = [h for h in levels if bound is None or bound.speaks_of(h.indicator.unit)]
        amounts = [h for h in held if h.indicator.role != "rank"] if _AMOUNTS.search(query.text) else []
        return _levels(amounts or held, evidence)
    for anchor in {_key(h)[:3]: h for h in reversed(levels)}.values():
        lines = _changes(anchor, evidence)
        if lines and anchor.score >= levels[0].score - 3 * _LEEWAY:
            return lines
    return _levels([h for h in found if h.indicator.role == "growth"], evidence)


def _all_of_concept(found: Sequence[Hit], evidence: Evidence) -> list[Hit]:
    """Some hits with all other cells of what the best of them is: also of tables that the search did not bring up."""
    if not found:
        return []
    best, held = found[0], {id(h.indicator) for h in found}
    others = evidence.shelf.indicators(concepts=[best.indicator.concept])
    further = [Hit(i, best.score, evidence.plan_of(i.plan_id)) for i in others if i.table and id(i) not in held]
    return [*found, *further]


def _levels(found: Sequence[Hit], evidence: Evidence) -> list[Line]:
    return [line for h in _column(found, evidence) if (line := level(short(h.indicator.region), h))]


def _changes(of: Hit, evidence: Evidence) -> list[Line]:
    """What the places of a column moved: as the table states it, or, where it states no unit, between two years."""
    stated = _changes_of(of, evidence)
    bare = any(not h.indicator.unit for h in stated)
    return (_moves(of, evidence) if bare else []) or _levels(stated, evidence) or _moves(of, evidence)


def _changes_of(of: Hit, evidence: Evidence) -> list[Hit]:
    """The cells of the column that tells what a column of levels moved: 强度增幅 of 投入强度, 变动 of one alone."""
    beside = [i for i in evidence.indicators((of.plan.id,)) if i.table == of.indicator.table and i.role == "growth"]
    own = [i for i in beside if of.indicator.name.endswith(_CHANGE.sub("", i.name))]
    return [Hit(indicator, of.score, of.plan) for indicator in own]


def named_in(query: Query) -> str:
    """What is to be set in order: the question without places, years, figures and the words of asking."""
    places = "|".join(re.escape(name) for name in (*query.outside, *(scope.name for scope in query.scopes)))
    text = re.sub(places, "", query.text) if places else query.text
    for said in (q.text for q in quantities(text) if q.comparator != "="):
        text = text.replace(said, "")
    ranked = "" if by_change(text) and MOST.search(text) else "排名"
    return FIRST.sub(ranked, _ASKING.sub("", MOST.sub("", text)))


def _column(found: Sequence[Hit], evidence: Evidence) -> list[Hit]:
    """The cells of the column that fits best: of the asked year, else the latest; one a place."""
    keys = {_key(hit): hit.score for hit in reversed(found) if is_of(hit.indicator, evidence.query)}
    kept = [_in_scope(_parts_only(_rows(key, score, evidence)), evidence) for key, score in keys.items()]
    kept = [rows for rows in kept if len(rows) >= FEWEST]
    best = max((_fit(rows) for rows in kept), default=0.0)
    near = [rows for rows in kept if _fit(rows) >= best - _LEEWAY]
    return max(near, key=lambda rows: (rows[0].indicator.year[-4:], _fit(rows)), default=[])


def _fit(rows: Sequence[Hit]) -> float:
    return max(hit.score for hit in rows)


def _key(hit: Hit) -> Key:
    return hit.indicator.plan_id, hit.indicator.table, hit.indicator.name, hit.indicator.year


def _rows(key: Key, score: float, evidence: Evidence) -> list[Hit]:
    """Every cell of a column, one a place: also of the rows that the search did not bring up."""
    plan = evidence.plan_of(key[0])
    rows: dict[str, Hit] = {}
    for indicator in evidence.indicators((plan.id,)):
        hit = Hit(indicator, score, plan)
        if indicator.region and _key(hit) == key:
            rows.setdefault(indicator.region, hit)
    return [*rows.values()]


def _parts_only(rows: Sequence[Hit]) -> list[Hit]:
    """The rows without totals: a region that others of them lie in, or a row that says it is a total."""
    known = [_region(h) for h in rows]
    above = {name for region in known if region for name in region.above}
    return [
        h
        for h, region in zip(rows, known, strict=True)
        if not _TOTAL.match(h.indicator.quote) and not (region and region.name in above)
    ]


def whole_of(line: Line, evidence: Evidence) -> Hit | None:
    """The total of the column that a row stands in; None where it has none."""
    rows = _rows(_key(line.hits[-1]), 1.0, evidence)
    parts = {hit.indicator.region for hit in _parts_only(rows)}
    totals = [hit for hit in rows if hit.indicator.region not in parts]
    return totals[0] if len(totals) == 1 else None


def _in_scope(rows: Sequence[Hit], evidence: Evidence) -> list[Hit]:
    """The rows that lie in a region that the question names; none where it names another and asks for no places."""
    query = evidence.query
    named = homes(evidence)
    known = [_region(h) for h in rows]
    above = [{short(name) for name in region.above} if region else set() for region in known]
    if any(named & names for names in above):
        return [h for h, names in zip(rows, above, strict=True) if named & names or not names]
    return list(rows) if not named or asks_places(query) else []


def _region(hit: Hit) -> Region | None:
    """The region of a row as the plan would mean it: its own 西湖区, not another city's."""
    home = hit.plan.facts.region
    return region_named(hit.indicator.region, *([home.value] if home else []))


def _moves(of: Hit, evidence: Evidence) -> list[Line]:
    """What each place of a column moved between two of its years."""
    plan_id, table, name, _ = _key(of)
    years = {i.year for i in evidence.indicators((plan_id,)) if (i.table, i.name) == (table, name)}
    first, last = two_years(years, evidence.query)
    later = _in_scope(_parts_only(_rows((plan_id, table, name, last), of.score, evidence)), evidence)
    earlier = {h.indicator.region: h for h in _rows((plan_id, table, name, first), of.score, evidence)}
    pairs = [(earlier.get(h.indicator.region), h) for h in later]
    relative = bool(_RELATIVE.search(evidence.query.text)) and of.indicator.unit != "%"
    lines = [moved(short(h.indicator.region), before, h, relative=relative) for before, h in pairs if before]
    kept = [line for line in lines if line]
    return kept if len(kept) >= FEWEST else []
