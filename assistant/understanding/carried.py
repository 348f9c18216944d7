"""What goes over from one utterance to the next: the years and places that are meant, and what was asked of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.questions import Intent, Query, Scope
from assistant.understanding.topics import Slots, another_topic, is_bare
from assistant.understanding.wording import CHANGES
from ingest.structure.headings import ordinal

_YEARS_AGO = re.compile(r"(?<!\d)([一二两三四五六七八九十]|\d{1,2})年(?:以)?前|(?:上|前)一年|上年")
_TWO = re.compile(
    r"[两二]者|它们|它俩|[两二俩](?:个|地|边|家)|差距|^(?:那么?)?(?:一共|总共)?(?:相?差|谁|哪[个边家里])|^(?:那)?(?:合计|加起来)"
)
_BESIDE = re.compile(
    r"它|与之|跟之前|^那?[比跟和与较]|相?差(?:了)?[几多]|差距|[，？。](?:那)?(?:谁|哪[个边家])更?[多高大强]"
)
NOW = re.compile("现在|目前|现状|基数")
_GOAL = re.compile("目标")
_WHICH_YEAR = re.compile("哪一?年")


@dataclass(frozen=True, slots=True)
class Carried:
    """What a conversation has come to: its last question made whole, what it is about, and the one before."""

    query: Query
    topic: str
    before: Query | None = None


def with_earlier(named: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The named years with those that "五年前" and "上一年" count back to."""
    single = [int(year) for year in named if year.isdigit()]
    back = _YEARS_AGO.search(text)
    if not single or not back:
        return named
    ago = ordinal(back.group(1).replace("两", "二")) if back.group(1) else 1
    return (*named, str(max(single) - ago))


def asked_of(last: Query) -> dict[str, object]:
    """What was asked, of whatever it was asked."""
    return {
        "intent": last.intent,
        "wants_number": last.wants_number,
        "role": last.role,
        "dimension": last.dimension,
        "unit": last.unit,
    }


def years_meant(own: Slots, last: Query, part: str, own_topic: str) -> dict[str, object]:
    """The years that are meant: those named, with those before where a change is asked for; else those before."""
    if _WHICH_YEAR.search(own.text) or (not own.years and NOW.search(own.text)):
        return {}
    if own.years:
        changed = CHANGES.search(own.text)
        return {"years": tuple(dict.fromkeys((*own.years, *last.years)))} if changed else {}
    if own.places.scopes and _GOAL.search(own.text):
        return {}  # another plan sets its goals for years of its own
    kept = is_bare(own_topic) or (own.intent is Intent.VALUE and not own.places.scopes)
    same = another_topic(own, own_topic)
    return {"years": with_earlier(last.years, own.text)} if (kept or same) and not part else {}


def scopes_meant(own: Slots, talk: Carried, scopes: tuple[Scope, ...]) -> tuple[Scope, ...]:
    """The regions that are meant: with the ones before where the utterance sets them against each other."""
    last = talk.query
    if re.search("后者.{0,6}前者", own.text):
        return tuple(reversed(scopes))
    if own.places.scopes and _BESIDE.search(own.text):
        return _joined(scopes, last.scopes)
    earlier = talk.before.scopes if talk.before else ()
    if not scopes and last.outside and earlier and not own.places.outside and _TWO.search(own.text):
        return earlier
    two = not own.places.scopes and not own.places.outside and len(scopes) == 1 and _TWO.search(own.text)
    return _joined(earlier, scopes) if two and not own.years and last.carried and len(last.years) < 2 else scopes


def _joined(scopes: tuple[Scope, ...], others: tuple[Scope, ...]) -> tuple[Scope, ...]:
    known = {scope.plan_ids for scope in scopes}
    return (*scopes, *(scope for scope in others if scope.plan_ids not in known))
