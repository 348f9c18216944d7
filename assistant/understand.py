"""Question and history → Query: deterministic slots; follow-ups made whole."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answers import Intent, Query, Question
from assistant.scopes import Reader
from assistant.wording import (
    ASIDE,
    ASKING,
    ASKS,
    BASELINE,
    CHANGES,
    COUNT,
    DEICTIC,
    EXCLUDED,
    HELP,
    INTENTS,
    ITEM,
    PERSONA,
    PLAN_NAME,
    SHARE,
    STORY,
    SUPPORT,
    TARGET,
    WANTS_NUMBER,
    bared,
    dimension_of,
    fold,
    unit_of,
)
from ingest.headings import ordinal
from ingest.periods import Period, years

_YEARS_AGO = re.compile(r"(?<!\d)([一二两三四五六七八九十]|\d{1,2})年(?:以)?前|(?:上|前)一年|上年")
_RUN = re.compile(r"[：:]([^：:。]+、[^。]+)|([^：:。，；、]+(?:、[^：:。，；、]+){2,})")
_ENUMERATED = re.compile(
    r"[（(]\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*[）)]|(?<![\d.])(\d{1,2})[.、．](?!\d)|([一二三四五六七八九十])是"
)
_FROM_TO = re.compile(r"(\d{4})年?\s*[到至]\s*(\d{4})")
_BARE, _SHORT = 3, 6


def understand(question: Question, reader: Reader) -> Query:
    """What is asked, about which plans, for which time. Pure and deterministic."""
    text = fold(question.text)
    own = _Slots(text, reader)
    if not question.history or own.intent in (Intent.SMALL_TALK, Intent.UNSAFE):
        return own.query(text)
    return _follow_up(own, text, question, reader)


def with_earlier(named: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The named years with those that "五年前" and "上一年" count back to."""
    single = [int(year) for year in named if year.isdigit()]
    back = _YEARS_AGO.search(text)
    if not single or not back:
        return named
    ago = ordinal(back.group(1).replace("两", "二")) if back.group(1) else 1
    return (*named, str(max(single) - ago))


class _Slots:
    """The slots of one utterance."""

    def __init__(self, text: str, reader: Reader) -> None:
        self.excluded = tuple(EXCLUDED.findall(text))
        self.text = text = EXCLUDED.sub("", text)
        self.intent = next((intent for intent, pattern in INTENTS if pattern.search(text)), Intent.TASK)
        self.wants_number = bool(WANTS_NUMBER.search(text))
        if self.intent in (Intent.TASK, Intent.YES_NO) and self.wants_number:
            self.intent = Intent.VALUE
        self.places = reader.places(text)
        self.periods = tuple(p for p in years(text) if not _names_a_plan(text, p))
        self.years = with_earlier(tuple(dict.fromkeys(y for p in self.periods for y in self._ends(p))), text)
        self.focus, self.story = self._focus()

    def _ends(self, period: Period) -> tuple[str, ...]:
        """The two years of "2018年到2019年" where a change between them is asked for; else the year or period."""
        ends = _FROM_TO.match(period.text) if self.intent in (Intent.CALCULATE, Intent.COMPARE) else None
        return ends.groups() if ends else (period.year,)

    def _focus(self) -> tuple[str, str]:
        """The text without places, years and the words of asking, and what it tells besides of those who ask."""
        blanked = list(self.text)
        for start, end in [*self.places.ranges, *((p.start, p.end) for p in self.periods)]:
            blanked[start:end] = " " * (end - start)
        clauses = re.split(r"(?<=[，。？！；])", "".join(blanked))
        asked = [c for c in clauses if not (PERSONA.match(c) and len(c) <= 16 and not ASKING.search(c))]
        told = [c for c in asked if STORY.search(c) and not ASKING.search(c)]
        rest = " ".join(c for c in asked if c not in told)
        if HELP.search(rest) and len(SUPPORT.sub("", bared(rest)).replace(" ", "")) >= _SHORT:
            return bared(rest), bared(" ".join(told))
        return bared(" ".join(asked if SUPPORT.sub("", bared(" ".join(asked))).strip() else clauses)), ""

    def _parts(self) -> tuple[str, ...]:
        """The single questions of a question that asks several: pieces that each have a word of asking."""
        parts, open_piece = [], ""
        for piece in re.split(r"[，；？。、]", self.text):
            open_piece += piece
            if ASKING.search(piece):
                subject = parts[-1] if parts and open_piece.lstrip("，；、").startswith("占") else ""
                parts.append(f"{subject}{bared(open_piece)}")
                open_piece = ""
        return tuple(p for p in parts if p) if len(parts) > 1 else ()

    def query(self, text: str, **overrides: object) -> Query:
        count = COUNT.search(self.text)
        item = ITEM.search(self.text)
        role = "target" if TARGET.search(self.text) else "actual" if BASELINE.search(self.text) else ""
        slots: dict[str, object] = {
            "text": text,
            "intent": self.intent,
            "focus": self.focus,
            "scopes": self.places.scopes,
            "outside": self.places.outside,
            "years": self.years,
            "role": role,
            "dimension": "" if SHARE.search(self.text) and len(self.places.scopes) > 1 else dimension_of(self.text),
            "unit": unit_of(self.text),
            "wants_number": self.wants_number,
            "parts": self._parts(),
            "excluded": self.excluded,
            "background": self.story,
            "asks": max(1, len(ASKS.findall(self.text))),
            "count": ordinal(count.group(1).replace("两", "二")) if count else None,
            "item": ordinal(item.group(1)) if item else None,
        }
        return Query(**{**slots, **overrides})  # type: ignore[arg-type]


def _names_a_plan(text: str, period: Period) -> bool:
    """Whether a period is part of a plan's name ("十四五科技规划里"), not a time that is asked about."""
    if "五" not in period.text or period.text.endswith(("末", "期末", "结束", "收官", "期间", "时期")):
        return False
    return period.text.endswith(("规划", "计划")) or bool(PLAN_NAME.match(text[period.end :]))


def _follow_up(own: _Slots, text: str, question: Question, reader: Reader) -> Query:
    """Carry over what the utterance leaves out; what it mentions overwrites, a topic of its own drops the rest."""
    asked = [_Slots(fold(t.content), reader) for t in question.history if t.role == "user"]
    told = [fold(t.content) for t in question.history if t.role == "assistant"]
    if not asked:
        return own.query(text)
    last = next((slots for slots in reversed(asked) if len(slots.focus) > _BARE), asked[-1])
    answer = told[-1] if told else ""
    deictic = bool(DEICTIC.search(text) or ITEM.search(text))
    named = "|".join(map(re.escape, own.places.outside))
    topic_of_own = re.sub(rf"\s|那年|{named}" if named else r"\s|那年", "", own.focus)
    bare = min(len(topic_of_own), len(ASIDE.sub("", topic_of_own))) <= _BARE
    scopes = own.places.scopes or (() if own.places.outside else _latest(s.places.scopes for s in asked))
    overrides: dict[str, object] = {"scopes": scopes, "carried": True}
    item = ITEM.search(text)
    part = _nth(answer, ordinal(item.group(1))) if item else ""
    if part:
        overrides |= {"focus": part, "item": None, "background": last.focus, "intent": Intent.TASK}
    elif bare or (deictic and own.intent is Intent.RESPONSIBLE):
        overrides |= {"focus": f"{last.focus} {own.focus}".strip(), "background": answer if deictic else ""}
        if own.intent in (Intent.TASK, Intent.YES_NO) and not own.wants_number:
            overrides |= {"intent": last.intent, "wants_number": last.wants_number}
    elif len(topic_of_own) <= _SHORT and not own.places.scopes:
        overrides["focus"] = f"{last.focus} {own.focus}".strip()
    elif deictic:
        overrides["background"] = f"{last.focus} {answer}"[:200]
    if not own.years and (bare or (own.intent is Intent.VALUE and not own.places.scopes)) and not part:
        overrides["years"] = with_earlier(_latest(s.years for s in asked), text)
    if own.places.scopes and re.search(r"它|与之|跟之前|^那?[比跟和与较]", text):
        known = {scope.plan_ids for scope in scopes}
        earlier = _latest(s.places.scopes for s in asked)
        overrides["scopes"] = (*scopes, *(scope for scope in earlier if scope.plan_ids not in known))
    if own.years and CHANGES.search(text):
        overrides["years"] = tuple(dict.fromkeys((*own.years, *last.years)))
    names = "".join(s.name for s in scopes) if not own.places.scopes else ""
    topic = part or ("".join(word for word in last.focus.split() if len(word) > 1) if bare else "")
    return own.query(f"{names}{topic}：{text}" if names or topic else text, **overrides)


def _latest(told: Iterable[tuple]) -> tuple:
    return next((values for values in reversed([*told]) if values), ())


def _nth(answer: str, n: int) -> str:
    """The n-th item of what the last answer enumerated."""
    marks = list(_ENUMERATED.finditer(answer))
    numbers = [ordinal(next(g for g in mark.groups() if g)) for mark in marks]
    if n not in numbers:
        run = _RUN.search(answer)
        parts = re.split(r"[、；;]", run.group(1) or run.group(2)) if run else []
        return parts[n - 1].strip(" 。") if 0 < n <= len(parts) else ""
    at = numbers.index(n)
    end = marks[at + 1].start() if at + 1 < len(marks) else len(answer)
    return re.split(r"[；;。]", answer[marks[at].end() : end])[0].strip(" ，、")
