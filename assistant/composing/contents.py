"""What a plan names in its contents list but does not hold: an excerpt, or appendices left out."""

from __future__ import annotations

import re

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.retrieval.evidence import Evidence
from assistant.words import present
from ingest.library.words import tokens
from ingest.plans import Located, Plan
from ingest.structure.headings import numbered

_NAMED = 0.72


def only_in_contents(evidence: Evidence) -> Draft | None:
    """A part that the question names and the plan only lists: its sub-entries, or that the text is not there."""
    query = evidence.query
    for plan_id in query.plan_ids or ():
        plan = evidence.plan_of(plan_id)
        missing = _missing(plan)
        fits = [(_fit(entry.value, query.text), i) for i, entry in enumerate(plan.contents) if entry in missing]
        fit, at = max(fits, default=(0.0, 0))
        if fit < _NAMED:
            continue
        entry = plan.contents[at]
        below = _below(plan, at)
        asks_list = re.search(r"哪|几|列|有什么|名[字称]|叫|报一?[下出]|全部|所有", query.text)
        if len(below) > 1 and asks_list and query.count in (None, 1, len(below)):
            return _listed(plan, entry, below)
        claim = Claim(present.only_in_contents(plan.title, entry.value), (Source(plan.id, entry.span, (), "heading"),))
        return Draft(AnswerStatus.NOT_IN_PLANS, (claim,))
    return None


def _listed(plan: Plan, entry: Located, below: list[Located]) -> Draft:
    claims = [Claim(present.listed_in_contents(plan.title, entry.value, len(below)), ())]
    claims += [Claim(e.value, (Source(plan.id, e.span, (entry.value,), "heading"),)) for e in below]
    return Draft(AnswerStatus.ANSWERED, tuple(claims))


def _missing(plan: Plan) -> list[Located]:
    """The entries for which the text has no heading."""
    held = {_bare(section.name) for section in plan.sections}
    title = _bare(plan.title)
    return [e for e in plan.contents if _bare(e.value) not in held and _bare(e.value) not in title]


def _bare(name: str) -> str:
    return re.sub(r"[^一-鿿\w]", "", name)


def _fit(name: str, text: str) -> float:
    """How much of a name stands in a text, in pairs of characters."""
    parts = tokens(name)
    asked = set(tokens(text))
    return sum(part in asked for part in parts) / len(parts) if len(parts) > 1 else 0.0


def _below(plan: Plan, at: int) -> list[Located]:
    """The entries directly below an entry, by the style of their numbers."""
    style = _style(plan, plan.contents[at])
    below: list[Located] = []
    inner = None
    for entry in plan.contents[at + 1 :]:
        own = _style(plan, entry)
        if own == style or own is None:
            break
        inner = inner or own
        if own == inner:
            below.append(entry)
    return below


def _style(plan: Plan, entry: Located) -> str | None:
    heading = numbered(plan.quote(entry.span))
    return heading.style if heading else None
