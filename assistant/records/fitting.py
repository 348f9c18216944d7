"""How well an indicator is what a question names: by concept, by its very name, by flow and subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.questions import Query
from assistant.records.narrowing import said_apart
from assistant.retrieval.terms import Terms
from assistant.understanding.lexicon import ABBREVIATIONS, expanded
from assistant.understanding.wording import OF_SHARES, asides_of
from ingest.facts.concepts import base_of, concepts_in, kin_of, plain
from ingest.library.words import tokens
from ingest.plans import Indicator

_SUMMED = 0.3  # for a figure that is said to be a sum over years, where that is asked for
_ASIDE = re.compile("(?<=[一-鿿])[（(][一-鿿]{1,4}[）)](?=[一-鿿])")  # 每万名就业（从业）人员
_EXACT, _STEM, _KIN = 1.0, 0.9, 0.45
_SIZE = re.compile(r"(?:面积|数量|总量|总数|规模|人数|数)$")
_THEN_HOW_MUCH = r"(?:$|[，。？?\d]|要|到|有|达|是|将|会|共|多少|几|目标|一共|总共|计划|规划)"


_NEW = re.compile(r"(?<![高创特更])新(?!型|产品|材料|能源|兴|城|一代)|引|培")


_MOVED = re.compile(r"(变动|变化)$")


_MOVES = re.compile(r"上升|下降|变动|变化|进步|退步|提高|下滑|进退")


_VARIANT = re.compile(r"(?:绝对值|总量)?(?:位次|排名)$")


_YEARLY_RISE = re.compile(
    "(?<=[投产收支经加][资值入出费额])(?:每年|年均)(?:打算|计划|要|预计|想)?(?:增长|增加)(?=多少|几|百分之)"
)
_PER = re.compile("^每[万千百亿]?[名人家个]?[^中]{0,8}中")
_OF_RANKS = re.compile(r"^全[省市国](?:位次|排名)(?=.)|(?<=[增涨降升]幅)(?:位次|排名)$")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_RANKED = re.compile(r"第几|排|位|名|靠[前后]|领先|升|降|[前后]移|进步|退步|最|指数|变化|走势")
_RANK = re.compile(r"第几|排名|位次|名次|排多少|全[省市国区县]排")


def wanted_concepts(query: Query) -> tuple[str, ...]:
    """The concepts that a question names, in its own words or in those that stand for them."""
    text = query.text
    for aside in asides_of(text):
        text = text.replace(aside, "")
    named = (
        (spoken(query.text) if _ASIDE.search(query.text) else ())
        or spoken(query.focus)
        or spoken(query.focus.replace(" ", ""))
        or spoken(text)
    )
    narrowed = [(inner, outer) for inner, outer in _narrowed(query.text) if inner & set(named)]
    kept = [concept for concept in named if not any(concept in inner for inner, _ in narrowed)]
    meant = [concept for _, outer in narrowed for concept in outer]
    return tuple(dict.fromkeys((*kept, *meant))) or concepts_in(expanded(text))


def _narrowed(text: str) -> list[tuple[set[str], tuple[str, ...]]]:
    """The concepts inside short names that stand for others as a whole: 研发人员 in 研发人员密度."""
    pairs = [(set(spoken(m.group(0))), concepts_in(words)) for p, words in ABBREVIATIONS for m in p.finditer(text)]
    return [(inner, outer) for inner, outer in pairs if inner and outer and not inner & set(outer)]


def spoken(text: str) -> tuple[str, ...]:
    """The concepts in a text as people speak: 就业人员里的研发人员 = 就业人员中研发人员, 占GDP = 占GDP比重."""
    whole = re.sub(r"(?:研发|R&D)费?用?(?=占)", "研发经费", re.sub("营收", "营业收入", text))
    whole = re.sub(r"(占(?:研发|R&D))(?:经费)?的?\s?(?=比[重例])", r"\1经费", whole)
    whole = re.sub(r"[在于]([一-鿿A-Z&]{2,8}?)[里中]面?的?占?比[重例]?", r"占\1比重", whole)
    whole = re.sub("(?<=占)([一-鿿]{2,10})的份额", r"\1比重", whole)
    whole = re.sub("科创(?=人才|平台)", "科技创新", _YEARLY_RISE.sub("增速", whole))
    whole = re.sub(r"(占(?:GDP|地区生产总值|生产总值|营业收入|[一-鿿]{0,6}增加值))(?!的?(?:比|百))", r"\1比重", whole)
    return concepts_in(re.sub(r"(里面?|当中|之中|中)的?(?:要|得|应)?有?(?:多少)?\s?", "中", whole))


def verbatim(indicator: Indicator, asked: str) -> float:
    """What an indicator gains where the question writes its very name: the longer, the surer."""
    name = plain(_ranked(indicator))
    return min(0.5, 0.04 * len(name)) if len(name) > 3 and name in asked else 0.0


def _ranked(indicator: Indicator) -> str:
    """A name without the words for its being a rank: 全省位次科技投入指数 → 科技投入指数, 强度增幅排名 → 强度增幅."""
    return _OF_RANKS.sub("", indicator.name) if indicator.role == "rank" else indicator.name


def unasked_rank(indicator: Indicator, query: Query) -> float:
    """What a place in a ranking loses where the question asks for the level or the growth itself."""
    asked = query.dimension == "位次" or _RANKED.search(query.text)
    return 0.0 if asked or indicator.role != "rank" else 0.4


def flow(indicator: Indicator, asked: str) -> float:
    """What an indicator loses for a flow (每年, 新增) that the question does not ask for."""
    often = "每年" in f"{indicator.nature}{indicator.concept}" and "年" not in re.sub(r"\d+年|年[底末初]", "", asked)
    new = re.search(r"新增|引进|引培|新认定|新培育", f"{indicator.nature}{indicator.concept}")
    missing = re.search(r"新认定|新增|新引进|净增", asked) and not new
    return 0.4 * often + 0.25 * bool(new and not _NEW.search(asked)) + 0.25 * bool(missing)


def rate(indicator: Indicator, query: Query, wanted: Sequence[str], looked: Terms, asked: str) -> float:
    """How well an indicator is what is asked (0 to about 1.8): its name, and whether the question tells its value."""
    apart = said_apart(plain(indicator.name), asked, plain(query.text))
    named = max(fit(indicator, wanted, looked, asked), _STEM * apart)
    named += verbatim(indicator, asked) + by_its_value(indicator, query)
    summed = _SUMMED * ("累计" in query.text and "累计" in f"{indicator.nature}{indicator.quote}")
    return named + summed - flow(indicator, asked) - unasked_rank(indicator, query)


def by_its_value(indicator: Indicator, query: Query) -> float:
    """What an indicator gains where the question tells its value."""
    told = {number for number in _NUMBER.findall(query.text) if not _YEAR.fullmatch(number)}
    return 0.3 * (indicator.value in told)


def fit(indicator: Indicator, wanted: Sequence[str], looked: Terms, asked: str) -> float:
    """Concept or very name first; else how much of the name the question says, and of the question the name."""
    name = set(tokens(f"{indicator.name} {indicator.nature}"))
    said = looked.covered(name)
    known = {**looked.other, **looked.own}
    own = sum(t in known for t in name) / len(name) if name else 0.0
    likeness = 2 * said * own / (said + own) if said + own else 0.0
    if indicator.concept in wanted or (len(said_name := plain(_ranked(indicator))) > 3 and said_name in asked):
        return _EXACT + 0.3 * likeness
    if _stem_asked(indicator, asked):
        return _STEM + 0.3 * likeness
    level = _MOVED.sub("", indicator.concept)
    if {level, _VARIANT.sub("", level)} & set(wanted):
        asked_for = _RANK.search(asked) and (level == indicator.concept or _MOVES.search(asked))
        return (0.95 if asked_for else _KIN) + 0.3 * likeness
    if any(base_of(indicator.concept) == base_of(concept) for concept in wanted):
        return 0.8 + 0.3 * likeness
    if any(indicator.concept in kin_of(concept) or _per_other(indicator.concept, concept) for concept in wanted):
        return _KIN + 0.5 * likeness
    return likeness if not wanted else 0.8 * likeness


def _stem_asked(indicator: Indicator, asked: str) -> bool:
    """Whether the question asks how much there is of what an indicator counts: 农田要多少亩, for 农田面积, and
    多少座公园, for 公园数量."""
    name = plain(indicator.name)
    stem = _SIZE.sub("", name)
    if len(stem) < 2 or stem not in asked:
        return False
    counted = rf"(?:多少|几)(?:个|{re.escape(indicator.unit)}){re.escape(stem)}(?:$|[，。？])"
    if indicator.unit and re.search(counted, asked):
        return True
    return stem != name and len(stem) > 3 and bool(re.search(re.escape(stem) + _THEN_HOW_MUCH, asked))


def _per_other(one: str, other: str) -> bool:
    """Whether two concepts are the same thing per another denominator: 每万名人才中… and 每万名就业人员中…."""
    return bool(_PER.match(one)) and _PER.sub("", one) == _PER.sub("", other)


def of_the_numerator(indicator: Indicator, query: Query) -> bool:
    """Whether the question names what a share is of, not only what it is a share in: GDP is no 研发投入占GDP比重."""
    part, of, _ = indicator.name.partition("占")
    if not of or OF_SHARES.search(query.text):
        return True
    return bool(set(tokens(part)) & set(tokens(f"{query.focus} {expanded(query.focus)}")))
