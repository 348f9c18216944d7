"""What a question claims by a grade and the deciding clause gives by another: 国家级 for 省级, 一等奖, 三方联动."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.answers import AnswerStatus, Claim, Draft
from assistant.composing.sentences import SENTENCE
from assistant.questions import Intent
from assistant.retrieval.clip import clip
from assistant.retrieval.evidence import Evidence
from assistant.retrieval.rank import Candidate
from assistant.retrieval.terms import Terms, terms
from assistant.understanding.intents import WHETHER
from assistant.understanding.wording import ASKS, CONFIRM, bared
from assistant.words import present_premise
from ingest.library.words import tokens
from ingest.structure.headings import ordinal

_DIGIT = "[一二两三四五六七八九十]"
_LEVEL = re.compile(r"(国际|国家|省部|省|市|区|县)(?:级(?!及|以)|(?=重点[实企研项]|科技进步))")
_PRIZE = re.compile("([特一二三])等奖")
_RANK = re.compile(
    rf"(?:第|[排居列]第?)\s?(\d+|{_DIGIT}{{1,3}})\s?(?:名|位|(?=[，。？?！、吗吧对]|$))|(?<=[^一-鿿])(\d+)位|(首位)"
)
_IN_YEAR = re.compile(r"(?:是|在|于|获得?|列入|入选)(?:在)?((?:19|20)\d\d)年")
_OFTEN = re.compile("每[个一]?(半年|年|季|月|周|天|日)度?(?:[^，。？]{0,2}一次)?")
_AMONG = re.compile("(全球|世界|国际|国内|全国|全省|全市)(?=领先|领跑|一流|前列|先进|知名)")
_DATED = re.compile(r"是(?:在)?20\d\d年[^，。？]*的[^，。？]{0,2}[？?]?$")
_NO_KIND = r"年月日位名等级个家项件条种类十百千万亿点成\W\d"
_SEGMENT, _CLAUSE = re.compile("[；;。]"), re.compile("[，,；;。、？]|（|）")
_NO_MATCH = re.compile(r"(?!)")
_LOOKED_AT, _SUBJECT, _TELLING = 6, 0.6, 3


@dataclass(frozen=True, slots=True)
class _Family:
    """Grades that exclude each other, and how one is read from its match."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], str]

    def all_in(self, text: str) -> list[str]:
        return list(dict.fromkeys(self.read(found) for found in self.pattern.finditer(text)))


def _ranked(found: re.Match[str]) -> str:
    said = found[1] or found[2]
    return "1" if said is None else str(ordinal(said) if not said.isdigit() else int(said))


_FAMILIES = (
    _Family(_LEVEL, lambda found: found[1]),
    _Family(_PRIZE, lambda found: found[1]),
    _Family(_RANK, _ranked),
    _Family(_IN_YEAR, lambda found: found[1]),
    _Family(_OFTEN, lambda found: found[1][0]),
    _Family(_AMONG, lambda found: found[1]),
)


def grade_checked(evidence: Evidence) -> Draft | None:
    """The deciding sentence, where it gives another grade than the one that the question claims; None where it claims
    none, or no clause is surely of what it claims it of."""
    query = evidence.query
    text = query.text
    asks = any(one.search(text) for one in (WHETHER, CONFIRM, _DATED)) or query.intent is Intent.YES_NO
    if not asks or ASKS.search(text) or query.outside or len(query.scopes) > 1:
        return None
    for family in (*_FAMILIES, _counted(text)):
        claimed = family.all_in(text)
        if len(claimed) != 1:
            continue
        looked = _subject(evidence, family.pattern.sub(" ", text))
        if len(looked.own) < _TELLING:
            continue
        best = _deciding(evidence, looked)
        if best and _gives_another(best.text, claimed[0], family, looked):
            said = clip(best.text.strip(), evidence.looked, SENTENCE)
            return Draft(AnswerStatus.ANSWERED, (Claim(f"{present_premise.IS_NOT}{said}", (evidence.source(best),)),))
    return None


def _counted(text: str) -> _Family:
    """So many of a thing that the question counts (三方联动): any other number of the very same."""
    found = re.search(rf"(?<![第十百千万几\d])({_DIGIT})([^{_NO_KIND}]{{2,4}})", text)
    if not found:
        return _Family(_NO_MATCH, str)
    return _Family(re.compile(f"({_DIGIT}){re.escape(found[2][:3])}"), lambda one: one[1])


def _subject(evidence: Evidence, text: str) -> Terms:
    """The words of what the grade is claimed of."""
    query = evidence.query
    for scope in query.scopes:
        text = text.replace(scope.name, " ")
    return terms(replace(query, focus=bared(text), text=text, background="", parts=()), evidence.shelf)


def _deciding(evidence: Evidence, looked: Terms) -> Candidate | None:
    """The sentence that says most of the subject, if it says enough of it."""
    near = [c for c in evidence.candidates[:_LOOKED_AT] if not c.is_row]
    covers = {id(c): looked.covered(set(tokens(c.text))) for c in near}
    best = max(near, key=lambda c: covers[id(c)], default=None)
    return best if best and covers[id(best)] >= _SUBJECT else None


def _gives_another(sentence: str, claimed: str, family: _Family, looked: Terms) -> bool:
    """Whether the part of a sentence that says most of the subject gives it another grade than the claimed one, and
    no part with that one says anything of the subject besides."""
    for cut in (_SEGMENT, _CLAUSE):
        parts = [part for part in cut.split(sentence) if family.all_in(part)]
        said = {part: {t for t in tokens(part) if t in looked.own} for part in parts}
        most = max((looked.covered(words) for words in said.values()), default=0.0)
        best = [part for part in parts if looked.covered(said[part]) == most > 0]
        if len(best) == 1 and len(family.all_in(best[0])) == 1:
            others = [said[part] for part in parts if claimed in family.all_in(part)]
            return claimed not in family.all_in(best[0]) and all(words <= said[best[0]] for words in others)
    return False
