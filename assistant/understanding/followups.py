"""What an utterance means after others: slots carried over and overwritten, items of the last list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.questions import Intent, Query
from assistant.understanding.carried import NOW, Carried, asked_of, scopes_meant, years_meant
from assistant.understanding.listed import is_list, item, item_named, without_item
from assistant.understanding.recalls import recalled
from assistant.understanding.scopes import Reader
from assistant.understanding.topics import (
    Slots,
    another_topic,
    in_its_place,
    is_bare,
    new_subject,
    of_a_park,
    park_spoken_of,
    with_attribute,
    without_amount,
    without_measure,
    without_places,
)
from assistant.understanding.turns import goes_back
from assistant.understanding.wording import DEICTIC, ITEM, WHY

_SHORT, _ASPECT = 6, 2
_MANNER = re.compile("从.{0,14}到|头尾|首尾|历年|各年|逐年|变化|走势")
_MONEY = "金额"
_PAYS = re.compile("奖励|补贴|补助|津贴|资助|奖|补")
_WORD_FOR = {"奖": "奖励", "补": "补贴"}
_ARTICLE = re.compile(r"第\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*条")
_GOAL = re.compile(r"的?(?:规划|预期)?(?:目标|预期)(?:值|数)?$")
_IT = re.compile("[比跟和与]它(?!们)")  # a place of the last answer
_WHEN = re.compile("什么时候|啥时候|何时|几时|期限|时限")
_UNITS = re.compile(r"(?:责任|配合|协同|协办|参与|牵头|主管|承办|负责)的?(?:单位|部门)")


def follow_up(own: Slots, talk: Carried, told: Sequence[str], reader: Reader) -> Carried:
    """Carry over what the utterance leaves out; what it mentions overwrites, a topic of its own drops the rest."""
    if talk.before and goes_back(own.whole, own.focus, talk.before, talk.query):
        talk = Carried(talk.before, talk.before.focus)
    last, answer = talk.query, told[-1] if told else ""
    chosen = recalled(own.whole, own.places, last, answer, reader)
    if chosen:
        return Carried(chosen, talk.topic, talk.before)
    scopes = own.places.scopes or (() if own.places.outside else last.scopes or own.places.any_of)
    overrides: dict[str, object] = {"scopes": scopes, "carried": True}
    if _IT.search(own.text) and (own.places.scopes or own.places.outside):
        meant = reader.places(answer)
        scopes = (*scopes, *(scope for scope in meant.scopes if scope not in scopes))
        overrides["outside"] = tuple(dict.fromkeys((*own.places.outside, *meant.outside)))
    n = item_named(own.text)
    part = _item(told, n, last) if n is not None else ""
    if part:
        topic, own_topic = part, part
        intent, aspect = _of_item(own, last), without_item(own.focus).strip()
        says = intent is not Intent.RESPONSIBLE and any(len(word) > _ASPECT for word in aspect.split())
        asked = f"{part} {aspect}" if says else part
        overrides |= {"focus": asked, "item": None, "background": talk.topic, "intent": intent}
    else:
        topic, own_topic = _topic(own, talk, n, answer, overrides)
    other = not part and bool(another_topic(own, own_topic))
    kept = is_bare(own_topic) or other or bool(_UNITS.search(own.text))
    if (topic == talk.topic or other) and not (own.places.scopes or own.places.outside):
        overrides |= {"outside": last.outside}
    overrides |= years_meant(own, last, part, own_topic)
    overrides["scopes"] = scopes_meant(own, talk, scopes)
    names = "".join(s.name for s in scopes) if not own.places.scopes else ""
    said = part or ("".join(word for word in topic.split() if len(word) > 1) if kept else "")
    if other and (manner := _MANNER.search(last.text)):
        said += manner.group(0)
    whole = f"{names}{said}：{own.whole}" if names or said else own.whole
    return Carried(own.query(whole, **overrides), topic, last)


def _item(told: Sequence[str], n: int, last: Query) -> str:
    """The n-th item of the last list that was shown: of the last answer, or of an earlier one that items were asked
    of since."""
    answers = list(reversed(told))
    if last.item is None and not (answers and not is_list(answers[0]) and last.background):
        answers = answers[:1]
    return next((found for answer in answers if (found := item(answer, n))), "")


def _of_item(own: Slots, last: Query) -> Intent:
    """What is asked of an item: what the words say, else what was asked of the item before."""
    if own.intent in (Intent.RESPONSIBLE, Intent.VALUE, Intent.CALCULATE) or _UNITS.search(own.text):
        return Intent.RESPONSIBLE if _UNITS.search(own.text) else own.intent
    same = last.background and last.intent is Intent.RESPONSIBLE and not without_item(own.focus).strip()
    return Intent.RESPONSIBLE if same else Intent.TASK


def _topic(own: Slots, talk: Carried, n: int | None, answer: str, overrides: dict[str, object]) -> tuple[str, str]:
    """What is spoken of now, and the utterance's own part of it; `overrides` takes what it changes of the slots."""
    last = talk.query
    named = "|".join(map(re.escape, own.places.outside))
    own_topic = re.sub(rf"\s|那年|{named}" if named else r"\s|那年", "", without_item(own.focus))
    names_its_own = not is_bare(own_topic) or ITEM.search(own.text)
    about_plan = last.intent is Intent.META and own.intent is not Intent.META and names_its_own
    topic = _GOAL.sub("", talk.topic) if own.years else "" if about_plan else without_measure(talk.topic, own)
    if own.places.scopes or own.places.outside:
        topic = without_places(topic, last.outside)
    if _ARTICLE.search(own.text) and _ARTICLE.search(topic):
        topic = ""
    deictic = bool(DEICTIC.search(own.text)) or n is not None
    units = bool(_UNITS.search(own.text)) and len(_UNITS.sub("", own_topic)) <= _SHORT
    other = another_topic(own, own_topic)
    if other:
        return _other(other, talk, overrides), own_topic
    if ITEM.search(own.text) and own.places.scopes:
        return own.focus, own_topic
    if not new_subject(own) and (is_bare(own_topic) or units or (deictic and own.intent is Intent.RESPONSIBLE)):
        topic, spoken = (without_amount(told, own_topic) for told in (topic, talk.topic))
        overrides |= {"focus": f"{topic} {own.focus}".strip(), "background": answer if deictic else ""}
        overrides |= {} if ITEM.search(own.text) else {"item": last.item}
        overrides |= _asked_of_it(own, last, answer, units=units)
        return spoken, own_topic
    park, asked = (own.focus, topic) if of_a_park(own, own_topic) else (park_spoken_of(own, last), own.focus)
    if park:
        overrides["focus"] = f"{park} {asked}".strip()
        return f"{park} {asked}", own_topic
    if len(own_topic) <= _SHORT and not own.places.scopes and not new_subject(own):
        overrides["focus"] = f"{topic} {own.focus}".strip()
        return talk.topic, own_topic
    if deictic or WHY.search(own.text):
        overrides["background"] = f"{talk.topic} {answer}"[:200]
    return own.focus, own_topic


def _other(other: str, talk: Carried, overrides: dict[str, object]) -> str:
    """Another thing of which the same is asked; `overrides` takes what it changes of the slots."""
    last = talk.query
    paid = last.dimension == _MONEY and (given := _PAYS.search(last.text))
    other = in_its_place(other, talk.topic) or with_attribute(other, last, talk.topic)
    overrides |= {"focus": f"{other} {_WORD_FOR.get(given[0], given[0])}" if paid else other, **asked_of(last)}
    overrides["background"] = talk.topic
    overrides["wants_number"] = bool(paid) or (last.wants_number and bool(last.unit))
    return other


def _asked_of_it(own: Slots, last: Query, answer: str, *, units: bool) -> dict[str, object]:
    """What an utterance asks of the thing spoken of: who does it, why it is so, or what was asked before."""
    if units:
        return {"intent": Intent.RESPONSIBLE}
    if WHY.search(own.text):
        return {"intent": Intent.TASK, "wants_number": False, "dimension": "", "unit": "", "background": answer}
    if own.intent not in (Intent.TASK, Intent.YES_NO) or own.wants_number:
        return {}
    same = {} if _WHEN.search(own.text) and last.intent is Intent.RESPONSIBLE else asked_of(last)
    return same | ({"role": "actual"} if NOW.search(own.text) else {})
