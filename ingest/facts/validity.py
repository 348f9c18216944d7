"""How long a document or a measure holds: from when it applies and until when (自…起施行，有效期…)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.facts.sentences import SENTENCE
from ingest.plans import Located, Paragraph, Plan, Span

_NUMERAL = r"[\d〇○零一二两三四五六七八九十]{1,4}"
_ISSUED = r"印发|公布|发布|颁布|下发|签发|通过|出台"
_FROM = (
    rf"(?:自|从|于)\s?[^，。；（）()]{{0,16}}?(?:(?:{_ISSUED})(?:之日|后)?|{_NUMERAL}\s?日|{_NUMERAL}\s?月|\d{{4}}\s?年)"
    r"\s?(?:之日)?起?[^，。；（）()]{0,18}?(?:施行|实施|执行|生效|(?<=[月日年])止)(?:有效)?(?=$|[，。；、,;）)\s])"
)
_UNTIL = (
    r"(?:(?<![一-鿿])|(?<=政策)|(?<=措施)|(?<=意见)|(?<=办法)|(?<=规定)|(?<=细则)|(?<=方案)|(?<=条款)|(?<=通知)|(?<=本条))"
    rf"(?:有效|试行|执行|实施|适用)期限?(?:暂定)?(?:为|自|至|到|截至|截止到?|[:：])*\s?(?={_NUMERAL})[^，。；（）()]{{0,24}}"
    rf"?(?:年|月|日)(?=$|[，。；、,;）)\s])|试行{_NUMERAL}年(?=$|[，。；、,;）)\s])"
)
_HOLDS = re.compile(rf"(?P<start>{_FROM})|(?P<end>{_UNTIL})")
_OWN = re.compile(r"本[一-鿿“”]{0,20}|以上|上述|现予(?:公布|发布|印发)|现(?:公布|发布|印发)")
_NUMBER = re.compile(r"^\s*(?:第[一二三四五六七八九十百\d]+条|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?\s*")
_LEAD_CHARS = 40


def validity_in(text: str) -> tuple[int, int] | None:
    """Where a text says from when and until when something holds; None where it does not."""
    return next(_spans(text), None)


def stated(plan: Plan) -> Located | None:
    """What the plan lays down for itself (本办法自…起施行，有效期…), in a paragraph or a numbered line; the last place
    counts, which is its closing."""
    found = [
        Located(block.text[start:end], block.source_span(start, end))
        for block in plan.blocks
        if isinstance(block, Paragraph)
        for start, end in _spans(block.text)
        if _is_own(block.text, start)
    ]
    for section in plan.sections:
        text, at = plan.quote(section.span), section.span.start
        found += [
            Located(text[start:end], Span(at + start, at + end, section.span.page))
            for start, end in _spans(text)
            if _is_own(text, start)
        ]
    return max(found, key=lambda place: place.span.start, default=None)


def _is_own(text: str, start: int) -> bool:
    """Whether a sentence speaks of the document that it stands in."""
    opens = max(text.rfind(mark, 0, start) for mark in "。；\n") + 1
    lead = _NUMBER.sub("", text[opens:start])
    return not lead or bool(_OWN.search(lead[-_LEAD_CHARS:]))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """One span a sentence, from its first such words to its last."""
    for sentence in SENTENCE.finditer(text):
        found = list(_HOLDS.finditer(sentence.group()))
        if found:
            last = next((one for one in found if one["end"]), found[0])
            first = next((one for one in found if one["start"]), last)
            start, end = min(first.start(), last.start()), max(first.end(), last.end())
            yield sentence.start() + start, sentence.start() + end
