"""Question and history → Query: deterministic slots; follow-ups made whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.questions import Intent, Query, Question
from assistant.understanding.carried import Carried, with_earlier
from assistant.understanding.followups import follow_up
from assistant.understanding.intents import INTENTS, WHETHER
from assistant.understanding.own_years import with_own_years
from assistant.understanding.scopes import Reader
from assistant.understanding.stories import last_sentence, with_trade
from assistant.understanding.turns import RETURNS, TURNS
from assistant.understanding.wording import (
    ASKING,
    ASKING_HELP,
    ASKS,
    BASELINE,
    COUNT,
    EXCLUDED,
    HELP,
    ITEM,
    PLAN_NAME,
    SHARE,
    STORY,
    SUPPORT,
    TARGET,
    WANTS_NUMBER,
    asides_of,
    bared,
    dimension_of,
    fold,
    unit_of,
)
from ingest.notation.periods import Period, years
from ingest.structure.headings import ordinal

_FROM_TO = re.compile(r"(\d{4})年?\s*[到至]\s*(\d{4})")
_STARTING_POINT = re.compile(
    r"(?<!新)起点|期初|初期|五[”\"]?之?初(?!步)|起步(?=[时那阶]|的时候)|刚(?:起步|开始|开局)|开局(?=[时那之的])"
)
_FROM_HOW_MANY = re.compile("[由从](?:多少|几)[^，。？]{0,12}[到至](?:了)?(?:多少|几)")
_BESIDE = (Intent.SMALL_TALK, Intent.UNSAFE)
# the rank of what was asked for before it: 在杭州排第几
_RANK_OF_IT = re.compile("(?:在|居|位列)?(?:全[国省市区县]|[一-鿿]{2,4}?)?[里中]?(?:排|位列|位居|居)第?[几多]")
_QUOTE = re.compile('(?<=[“"])[^“”"]{2,12}(?=[”"])')
_ASKS_WHAT = re.compile("[多几]少?|谁|哪|什么|啥|怎|翻")
_ARTICLE = re.compile(r"第[（(]?([一二三四五六七八九十\d]{1,3})[）)]?条")
_THIS = re.compile("[这那]一?条(?=的|归|由|是|谁|里)")
_ITS_UNITS = re.compile("(?:那么?|它的?)?(?:牵头|责任|主管|配合|参与)(?:单位|部门)")
_NEXT = re.compile("[下后][一1](?:条|个|项)(?!月|季|年|步|阶段)")
_THIS_FIELD = re.compile("这个?(?:方向|领域|产业|行业|赛道)")  # of which the asker has told before
_SHORT = 6
_IN_A_NUMBER = re.compile(r"\s?[〕\])】]\s?第?\d{1,4}\s?号")
_PRICES = re.compile("的?(?:不变|可比)?价格?(?:计算|算)?")
_AS_WELL = re.compile("还有|以及|另外|再加上?|外加")
_UNTIL = ("到", "至")


def understand(question: Question, reader: Reader) -> Query:
    """What is asked, about which plans, for which time. Pure and deterministic."""
    talk: Carried | None = None
    told: list[str] = []
    for turn in question.history:
        if turn.role == "assistant":
            told.append(turn.content)
        else:
            talk = _said(fold(turn.content), talk, told, reader) or talk
    own = _Slots(_articles(fold(question.text), talk, told), reader)
    if talk is None or own.intent in _BESIDE:
        return own.query(own.whole)
    return follow_up(own, talk, told, reader).query


def _said(text: str, talk: Carried | None, told: Sequence[str], reader: Reader) -> Carried | None:
    """What an earlier utterance came to; None for a greeting."""
    slots = _Slots(_articles(text, talk, told), reader)
    if slots.intent in _BESIDE:
        return None
    return follow_up(slots, talk, told, reader) if talk else Carried(slots.query(text), slots.focus)


def _articles(text: str, talk: Carried | None, told: Sequence[str]) -> str:
    """An utterance with the numbers of the articles that 下一条 means and that 这一条 points to in the answer."""
    item = talk.query.item if talk else None
    named = set(_ARTICLE.findall(told[-1])) if told else set()
    if len(named) == 1 and not item:
        article = f"第{named.pop()}条"
        text = f"{article}的{text}" if _ITS_UNITS.match(text) else _THIS.sub(article, text)
    return _NEXT.sub(f"第{item + 1}条", text) if item else text


class _Slots:
    """The slots of one utterance."""

    def __init__(self, text: str, reader: Reader) -> None:
        self._reader = reader
        self.whole = text = TURNS.sub("", text)
        self.excluded = tuple(EXCLUDED.findall(text))
        self.text = text = with_trade(RETURNS.sub("", EXCLUDED.sub("", text)))
        self.asking = last_sentence(text) or text
        asking = _QUOTE.sub("", self.asking)  # the words of a name ask for nothing: 是不是有“负面清单”
        self.intent = next((intent for intent, pattern in INTENTS if pattern.search(asking)), Intent.TASK)
        self.wants_number = bool(WANTS_NUMBER.search(self.asking))
        if self.intent in (Intent.TASK, Intent.YES_NO) and self.wants_number:
            self.intent = Intent.VALUE
        if self.intent is Intent.CALCULATE and WHETHER.search(text) and not _ASKS_WHAT.search(text):
            self.intent = Intent.YES_NO
        self.places = reader.places(text)
        self.periods = tuple(p for p in years(text) if not _names_a_plan(text, p))
        self.years = with_earlier(tuple(dict.fromkeys(y for p in self.periods for y in self._ends(p))), text)
        self.focus, self.story = self._focus()

    def _ends(self, period: Period) -> tuple[str, ...]:
        """The two years of "2018年到2019年" where a change between them is asked for; the year before a plan's own for
        where these begin from (十三五起点), both that and its last for 由多少增加到多少; else the year or period."""
        if period.first < period.last and _STARTING_POINT.search(self.text):
            return (str(period.first - 1),)
        if period.first < period.last and _FROM_HOW_MANY.search(self.text):
            return (str(period.first - 1), str(period.last))
        ends = _FROM_TO.match(period.text) if self.intent in (Intent.CALCULATE, Intent.COMPARE) else None
        return ends.groups() if ends else (period.year,)

    def _focus(self) -> tuple[str, str]:
        """The text without places, years and the words of asking, and what it tells besides of those who ask."""
        if self.asking != self.text:
            return _Slots(self.asking, self._reader).focus, bared(self.text.removesuffix(self.asking))
        blanked = list(self.text)
        dates = ((p.start - self.text.endswith(_UNTIL, 0, p.start), p.end) for p in self.periods)
        for start, end in [*self.places.ranges, *dates]:
            blanked[start:end] = " " * (end - start)
        clauses = re.split(r"(?<=[，。？！；])", "".join(blanked))
        own = re.split(r"(?<=[，。？！；])", self.text)
        asides = [] if _THIS_FIELD.search(self.text) else asides_of(self.text)
        asked = [c for c, said in zip(clauses, own, strict=False) if said not in asides]
        told = [c for c in asked if STORY.search(c) and not ASKING.search(c)]
        rest = " ".join(c for c in asked if c not in told)
        if (
            HELP.search(rest)
            and _says_what(bared(rest))
            and len(SUPPORT.sub("", bared(rest)).replace(" ", "")) >= _SHORT
        ):
            return bared(rest), bared(" ".join(told))
        return bared(" ".join(asked if _says_what(bared(" ".join(asked))) else clauses)), ""

    def _parts(self) -> tuple[str, ...]:
        """The single questions of a question that asks several: pieces that each have a word of asking."""
        parts, open_piece = [], ""
        for piece in re.split(r"[，；？。、]", self.asking):
            open_piece += piece
            if ASKING.search(piece):
                subject = parts[-1] if parts and open_piece.lstrip("，；、").startswith("占") else ""
                ranked = parts and _RANK_OF_IT.match(open_piece)
                parts.append(f"{parts[-1]} 位次" if ranked else f"{subject}{bared(open_piece)}")
                open_piece = ""
        if parts and _AS_WELL.match(open_piece):
            parts.append(bared(_AS_WELL.sub("", open_piece)))
        told = tuple(part for part in parts if _says_what(part))
        return told if len(told) > 1 else ()

    def query(self, text: str, **overrides: object) -> Query:
        count = COUNT.search(self.text)
        item = ITEM.search(self.text)
        role = "target" if TARGET.search(self.text) else "actual" if BASELINE.search(self.text) else ""
        slots: dict[str, object] = {
            "text": text,
            "intent": self.intent,
            "focus": self.focus,
            "scopes": with_own_years(self.places.scopes, self.periods, self.text) or self.places.any_of,
            "outside": self.places.outside,
            "years": self.years,
            "role": role,
            "dimension": "" if SHARE.search(self.text) and len(self.places.scopes) > 1 else dimension_of(self.asking),
            "unit": unit_of(self.asking),
            "wants_number": self.wants_number,
            "parts": self._parts(),
            "excluded": self.excluded,
            "background": self.story,
            "asks": max(1, len(ASKS.findall(self.asking))),
            "count": ordinal(count.group(1).replace("两", "二")) if count else None,
            "item": ordinal(item.group(1)) if item else None,
        }
        return Query(**{**slots, **overrides})  # type: ignore[arg-type]


def _says_what(asked: str) -> bool:
    """Whether words of asking leave something that is asked about: nothing of 有啥能帮我们的 is."""
    return bool(re.search(r"[一-鿿A-Za-z]{2}", ASKING_HELP.sub(" ", SUPPORT.sub(" ", asked))))


def _names_a_plan(text: str, period: Period) -> bool:
    """Whether a period is part of a plan's name ("十四五科技规划里") or number (〔2018〕1号) or of prices."""
    if _PRICES.match(text, period.end) or _IN_A_NUMBER.match(text, period.end):
        return True
    if "五" not in period.text or period.text.endswith(("末", "期末", "结束", "收官", "期间", "时期")):
        return False
    return period.text.endswith(("规划", "计划")) or bool(PLAN_NAME.match(text[period.end :]))
