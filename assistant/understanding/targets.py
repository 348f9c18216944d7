"""Which of the regions that a question names it asks about: not those of a plan that is to tell it, or of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.questions import Scope
from assistant.understanding.own_region import of_a_name

_NAMES_A_PLAN = re.compile(
    r"[区市县]?(?:的)?(?:十四五|科技|创新|发展|这份|那份|的){0,3}(?:规划|意见|报道|文件)(?!目标)|的?[这那]份(?!报)"
)
# those among which another is placed: 临安在杭州各区县里排第几
_AMONG = re.compile(r"市?的?(?:各|所有|全部|\d{1,2}个|十[一二三四五六七八九]?个)(?:区县市|区县|县区|区|县|市)")
_JOINED = re.compile("[一-鿿][和与跟及、]$")
_JOINS = re.compile("[和与跟及、]")


def without_names(found: dict[str, Scope], text: str) -> dict[str, Scope]:
    """The regions without those that are only part of a name, where another is asked about."""
    kept = {
        key: scope
        for key, scope in found.items()
        if not all(of_a_name(text, m.start(), m.end()) for m in re.finditer(re.escape(scope.name), text))
    }
    return kept or found


def targets(found: dict[str, Scope], text: str, ranges: Sequence[tuple[int, int]], outside: bool) -> dict[str, Scope]:
    """The regions asked about, where others are only named as those whose plan is to say it ("杭州规划里的临安")."""
    among = {text[a:b] for a, b in ranges if _AMONG.match(text, b)}
    if outside or any(scope.name not in among for scope in found.values()):
        found = {key: scope for key, scope in found.items() if scope.name not in among}
    named = [(a, b) for a, b in ranges if (m := _NAMES_A_PLAN.match(text, b)) and not _JOINS.match(text, m.end())]
    cited = {text[start:end] for start, end in named if not _JOINED.search(text, 0, start)}
    if len(cited) == 1:
        cited -= {text[start:end] for start, end in set(ranges) - set(named)}
    targets = {key: scope for key, scope in found.items() if scope.name not in cited}
    if not cited or not (outside or targets):
        return found
    sources = tuple(i for scope in found.values() if scope.name in cited for i in scope.plan_ids)
    return {key: Scope(scope.name, tuple(dict.fromkeys((*scope.plan_ids, *sources)))) for key, scope in targets.items()}
