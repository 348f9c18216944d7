"""What plans grant: the sentences of measures, trimmed to what they give to whom, and the amounts in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answers import Source
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.locate import locate
from ingest.facts.provisions import among, beneficiaries_in
from ingest.notation.quantities import quantities
from ingest.notation.units import dimension
from ingest.plans import Passage, Plan
from ingest.structure.split import sentences

GIVES = re.compile(
    r"给予|补助|补贴|奖|资助|贴息|支持|鼓励|减免|免费|免租|优先|提供|开放|保障|享受|可以|可(?:申请|申领|获|按)|推荐|引导|倾斜"
    r"|扶持|补偿|担保|允许|赋予|帮助|助力|兑现|申领|贷款|信用贷|融资|接纳|入驻"
)
PAYS = re.compile(r"给予|补助|补贴|奖|资助|贴息|兑现|减免|申领|享受")
_LABEL = re.compile(r"^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*[^。，；]{2,24}。(?=\s*\S.{9})")
_DUTY = re.compile(r"\s*[（(]?\s*(?:责任|牵头|配合|参与|协办|协同|实施)(?:单位|部门)[：:].*$", re.DOTALL)
_TIER = re.compile(r"国家级|省级|市级|县级|区级")
_RANK = {"国家级": 4, "省级": 3, "市级": 2, "县级": 1, "区级": 1}
_FIRST = re.compile(
    r"首次|头一[回次]|第一次|初次|首度|首年|(?<!重)新(?:认定|入选|上规|评|获|通过|备案|设立|成立|晋)|刚(?:刚)?(?:认定|评|上规)"
)
_AGAIN = re.compile(r"重新认定|再次认定|复审|复核|重新通过")
_CANDIDATES = 40


@dataclass(frozen=True, slots=True)
class Grant:
    """A sentence that grants something: `text` without its label and its units, verbatim, with its place."""

    plan: Plan
    text: str
    source: Source
    order: tuple[int, int]

    @property
    def pays(self) -> bool:
        """Whether it grants a sum of money."""
        sums = (q for q in quantities(self.text) if dimension(q.unit).partition("/")[0] == "金额")
        return bool(PAYS.search(self.text)) and any(True for _ in sums)


def of_measures(evidence: Evidence) -> list[Grant]:
    """Every sentence of the measures of the plans in scope that grants something, in the order of the text."""
    ids = evidence.query.plan_ids or tuple(dict.fromkeys(s.passage.plan_id for s in evidence.passages[:8]))
    spans: dict[str, list[tuple[int, int]]] = {}
    for measure in evidence.shelf.measures(ids):
        spans.setdefault(measure.plan_id, []).append((measure.span.start, measure.span.end))
    return [
        grant
        for passage in evidence.shelf.passages(list(spans))
        if passage.kind == "paragraph" and any(a <= passage.span.start < b for a, b in spans[passage.plan_id])
        for start, end in sentences(passage.text)
        if (grant := _grant(evidence, passage, start, end))
    ]


def told(evidence: Evidence) -> list[Grant]:
    """The same of the sentences that were found for the question, measures or not."""
    found = evidence.candidates[:_CANDIDATES]
    made = (_grant(evidence, c.passage, c.start, c.end) for c in found if not c.is_row)
    return [grant for grant in made if grant]


def _grant(evidence: Evidence, passage: Passage, start: int, end: int) -> Grant | None:
    text = passage.text[start:end]
    cut = _DUTY.search(text)
    end = start + (cut.start() if cut else len(text.rstrip()))
    label = _LABEL.match(passage.text[start:end])
    start += label.end() if label else 0
    start += len(passage.text[start:end]) - len(passage.text[start:end].lstrip())
    text = passage.text[start:end]
    if not GIVES.search(text):
        return None
    plan = evidence.plan_of(passage.plan_id)
    source = Source(plan.id, locate(plan, passage, start, end), passage.heading)
    return Grant(plan, text, source, (passage.order, start))


def audience(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whom a text names, and who also belongs to them."""
    named = beneficiaries_in(text)
    named = tuple(n for n in named if not any(n != other and n in other for other in named))
    kin = [one for name in named for one in _kin(name)]
    return named, tuple(dict.fromkeys(one for one in kin if one not in named))


def _kin(name: str) -> Iterator[str]:
    yield from among(name)
    for start in range(1, len(name) - 3):
        if name[start:] in beneficiaries_in(name[start:]):
            yield name[start:]


def tiers(text: str) -> set[str]:
    """The tiers (国家级, 省级) that a text names."""
    return set(_TIER.findall(text))


def fits_tier(asked: set[str], grant: Grant) -> bool:
    """Whether a grant speaks of the tier asked for, or of none."""
    own = tiers(grant.text)
    return not asked or not own or bool(asked & own)


def fits_occasion(asked: str, grant: Grant) -> bool:
    """Whether a grant is for the occasion asked for: what is for 重新认定 is not for 首次认定, nor the other way."""
    again, first = bool(_AGAIN.search(asked)), bool(_FIRST.search(asked))
    if again:
        return bool(_AGAIN.search(grant.text))
    return not (first and _AGAIN.search(grant.text) and not _FIRST.search(grant.text))


def in_order(grants: Sequence[Grant]) -> list[Grant]:
    """Grants in the order of their plans, each sentence once."""
    once = {(g.plan.id, g.source.span): g for g in grants}
    return sorted(once.values(), key=lambda g: (g.plan.id, g.order))
