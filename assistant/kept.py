"""What a grounded draft says is not lost when a model words it anew: what the model left out follows as it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers import Claim, Draft
from ingest.library.words import tokens
from ingest.quantities import quantities

_SAID = 0.5
_TABLE = re.compile(r"（[^（）]*）$")


def merged(draft: Draft, made: Sequence[Claim], *, number: bool) -> Draft | None:
    """The draft with the model's proven sentences where the claims stand that they lean on, and the claims that they
    do not say as they were; what leans on none comes last.

    Where a `number` is asked for, a sentence without one is left out. None where nothing is left, or where they give
    a number that the draft does not have.
    """
    told = [one for one in made if not number or _amounts(one)]
    known = {amount for claim in draft.claims for amount in _amounts(claim)}
    if not told or (number and not {amount for one in told for amount in _amounts(one)} <= known):
        return None
    places = [_place(draft, one) for one in told]
    whole: list[Claim] = []
    for n, claim in enumerate(draft.claims):
        whole += [one for one, place in zip(told, places, strict=True) if place == n]
        whole += [] if says(told, claim) else [claim]
    whole += [one for one, place in zip(told, places, strict=True) if place is None]
    return replace(draft, claims=tuple(whole))


def _place(draft: Draft, said: Claim) -> int | None:
    """Which claim of the draft a sentence shares most sources with, the first of several; None where it shares none."""
    shared = [len(set(claim.sources) & set(said.sources)) for claim in draft.claims]
    return shared.index(max(shared)) if any(shared) else None


def says(made: Sequence[Claim], claim: Claim) -> bool:
    """Whether sentences that lean on a claim's sources give all its figures and most of its words (but its table's)."""
    leaning = [one for one in made if set(claim.sources) & set(one.sources)]
    given = {amount for one in leaning for amount in _amounts(one)}
    words = set(tokens(_TABLE.sub("", claim.text)))
    found = {token for one in leaning for token in tokens(one.text)}
    return bool(leaning) and _amounts(claim) <= given and len(words & found) >= _SAID * len(words)


def _amounts(claim: Claim) -> set[tuple[object, ...]]:
    return {(q.value, q.high, q.unit, q.comparator) for q in quantities(claim.text)}
