"""Which plans a question names: by title (九五纲要: words of it before one for its kind) or by number (〔2018〕1号)."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# What a plan may be called at the end of its name; words on one line stand for each other, 文件 for all.
_KINDS = (
    "规划 计划 纲要 总规",
    "意见 十条 措施 政策",
    "办法 条例 规定 细则 令",
    "方案",
    "指南 规程 标准 导则",
    "通知 通告 公告",
    "批复 复函",
    "决定",
    "报告 报道 新闻",
    "指标体系 名单 目录",
)
_SAME_KIND = {word: frozenset(line.split()) for line in _KINDS for word in line.split()}
_ANY = frozenset(_SAME_KIND)
_SAME_KIND |= {"文件": _ANY, "材料": _ANY}
_KIND = re.compile("|".join(sorted(_SAME_KIND, key=len, reverse=True)))
_STOP = re.compile(r"[，。？！；：,?!;\s（(《]")
_SIGN = re.compile(r"[“”\"'‘’《》〈〉（）()【】\[\]·、的那个份这里\d]")
_FIVE_YEARS = re.compile(r"[一二三四五六七八九十]五")
_ORDINAL = re.compile(r"第([一二三四五六七八九十]{1,3})个五年")
# The number of a document, however its year is bracketed.
_NUMBER = re.compile(r"(?:[一-鿿]{2,8})?[〔\[(（【]\s?(?:19|20)\d\d\s?[〕\])）】]\s?第?\d{1,4}\s?号")
_WINDOW = 28
_GAP = 3
_LEAST = 1.5
_TIE = 0.8


@dataclass(frozen=True, slots=True)
class Mention:
    """A plan's name in a question: its range of the text, and the plans that it may mean, the likeliest first."""

    start: int
    end: int
    plan_ids: tuple[str, ...]


class Titles:
    """Reads the names of plans in questions, for one set of loaded plans: (id, title) each, and numbers by id."""

    def __init__(self, titles: Iterable[tuple[str, str]], numbers: Mapping[str, str]) -> None:
        self._titles = titles = dict(titles)
        self._numbers = {id: _bare(number) for id, number in numbers.items()}
        self._pairs = {id: _pairs(_spoken(title)) for id, title in titles.items()}
        self._kinds = {id: set(_KIND.findall(title)) for id, title in titles.items()}
        counts = Counter(pair for pairs in self._pairs.values() for pair in pairs)
        self._weight = {pair: math.log((len(self._pairs) + 1) / n) for pair, n in counts.items()}

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Every name of a loaded plan in a text, in order: words of its title right before a word for its kind."""
        found: list[Mention] = []
        for kind in _KIND.finditer(text):
            begin = max(0, kind.start() - _WINDOW)
            begin = max([begin, *(stop.end() for stop in _STOP.finditer(text, begin, kind.start()))])
            whole = self._mention(text, begin, kind)
            if found and whole and whole.start < found[-1].end:
                if set(whole.plan_ids) <= set(found[-1].plan_ids):
                    found.pop()
                else:
                    whole = self._mention(text, found[-1].end, kind)
            if whole:
                found.append(whole)
        numbered = self._numbered(text)
        known = {id for mention in numbered for id in mention.plan_ids}
        found = [mention for mention in found if not known & set(mention.plan_ids)]
        return tuple(sorted((*found, *numbered), key=lambda mention: mention.start))

    def _numbered(self, text: str) -> list[Mention]:
        """The plans whose numbers, or the ends of them, a text holds."""
        found = []
        for number in _NUMBER.finditer(text):
            written = _bare(number.group())
            ids = tuple(id for id, own in self._numbers.items() if own.endswith(written) or written.endswith(own))
            found += [Mention(*number.span(), ids)] if ids else []
        return found

    def hold(self, mention: Mention, place: tuple[int, int, str]) -> bool:
        """Whether a place in a question is part of the name of a plan that is called for it; 天津 is none, where only
        the 生态修复规划 of 北京 is loaded."""
        start, _, name = place
        inside = mention.start <= start < mention.end
        return inside and any(name in self._titles[id] for id in mention.plan_ids)

    def _mention(self, text: str, begin: int, kind: re.Match[str]) -> Mention | None:
        same = _SAME_KIND[kind.group(0)]
        best: dict[str, tuple[float, int]] = {}
        for id, pairs in self._pairs.items():
            if same & self._kinds[id]:
                best[id] = self._fit(text, begin, kind.start(), pairs)
        top = max((weight for weight, _ in best.values()), default=0.0)
        if top < _LEAST * (2 if same is _ANY else 1):
            return None
        named = sorted((id for id in best if best[id][0] >= _TIE * top), key=lambda id: -best[id][0])
        return Mention(min(best[id][1] for id in named), kind.end(), tuple(named))

    def _fit(self, text: str, begin: int, end: int, pairs: frozenset[str]) -> tuple[float, int]:
        """How much of a title stands right before `end`, and where it starts; signs and small gaps do not count."""
        kept = [at for at in range(begin, end) if not _SIGN.match(text[at])]
        seen: set[str] = set()
        start, gap = end, 0
        for left, right in zip(reversed(kept[:-1]), reversed(kept), strict=False):
            pair = text[left] + text[right]
            if pair in pairs:
                seen.add(pair)
                start, gap = left, 0
            else:
                gap += 1
                if gap > _GAP:
                    break
        if len(seen) < 2 and not any(map(_FIVE_YEARS.fullmatch, seen)):
            return 0.0, end
        return sum(self._weight[pair] for pair in seen), start


def _bare(number: str) -> str:
    return re.sub(r"[^一-鿿\d]", "", number)


def _pairs(title: str) -> frozenset[str]:
    bare = _SIGN.sub("", title)
    return frozenset(bare[at : at + 2] for at in range(len(bare) - 1))


def _spoken(title: str) -> str:
    """A title with the short names by which people call it: 第六个五年计划 is 六五."""
    short = _ORDINAL.search(title)
    return f"{title}|{short.group(1)}五" if short else title
