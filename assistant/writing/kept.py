"""What a grounded draft says is not lost when a model words it anew: what the model left out follows as it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers import Claim, Draft
from assistant.checking.ground import years_of
from assistant.words import present
from ingest.library.words import tokens
from ingest.notation.quantities import quantities

_SAID = 0.7
_TABLE = re.compile(r"（表[^（）]*）$")


def apart(draft: Draft) -> tuple[Draft, tuple[Claim, ...]]:
    """An answer without the sentences that are shown besides it, and these."""
    besides = tuple(claim for claim in draft.claims if claim.text.startswith(present.FURTHER))
    return replace(draft, claims=tuple(claim for claim in draft.claims if claim not in besides)), besides


def merged(draft: Draft, made: Sequence[Claim], *, number: bool) -> Draft | None:
    """The draft with the model's proven sentences where the claims stand that they lean on, and the claims that they
    do not say as they were; what leans on none comes last.

    Where a `number` is asked for, a sentence without one is left out if its claim has one. None where nothing is left,
    or where they give a number that the draft does not have.
    """
    placed = [(one, _place(draft, one)) for one in made]
    if number:
        placed = [(one, at) for one, at in placed if _amounts(one) or at is None or not _amounts(draft.claims[at])]
    told = [one for one, _ in placed]
    known = {amount for claim in draft.claims for amount in _amounts(claim)}
    if not told or (number and not {amount for one in told for amount in _amounts(one)} <= known):
        return None
    whole: list[Claim] = []
    for n, claim in enumerate(draft.claims):
        whole += [one for one, place in placed if place == n]
        whole += [] if says(told, claim) else [claim]
    whole += [one for one, place in placed if place is None]
    return replace(draft, claims=tuple(whole))


def _place(draft: Draft, said: Claim) -> int | None:
    """Which claim of the draft a sentence shares most sources with, the first of several; None where it shares none."""
    shared = [len(set(claim.sources) & set(said.sources)) for claim in draft.claims]
    return shared.index(max(shared)) if any(shared) else None


def untabled(text: str) -> str:
    """A claim's text without the table that it names at its end, which its citation names too."""
    return _TABLE.sub("", text)


def says(made: Sequence[Claim], claim: Claim) -> bool:
    """Whether sentences that lean on a claim's sources give all its figures and years and most of its words (but its
    table's)."""
    leaning = [one for one in made if set(claim.sources) & set(one.sources)]
    given = {amount for one in leaning for amount in _amounts(one)}
    words = set(tokens(untabled(claim.text)))
    found = {token for one in leaning for token in tokens(one.text)}
    dated = years_of(untabled(claim.text)) <= {year for one in leaning for year in years_of(one.text)}
    return bool(leaning) and dated and _amounts(claim) <= given and len(words & found) >= _SAID * len(words)


def _amounts(claim: Claim) -> set[tuple[object, ...]]:
    return {(q.value, q.high, q.unit, q.comparator) for q in quantities(untabled(claim.text))}
