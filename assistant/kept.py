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
    """The model's proven sentences, then those claims of the draft that they do not say.

    None where they do not lean on the first claim, which answers the question; and where a `number` is asked for, also
    where they give none of its figures, or one that the draft does not have.
    """
    first = draft.claims[0]
    leaning = [one for one in made if set(first.sources) & set(one.sources)]
    given = {amount for claim in made for amount in _amounts(claim)}
    known = {amount for claim in draft.claims for amount in _amounts(claim)}
    if not leaning or (number and (not given <= known or (_amounts(first) and not given & _amounts(first)))):
        return None
    return replace(draft, claims=(*made, *(claim for claim in draft.claims if not says(made, claim))))


def says(made: Sequence[Claim], claim: Claim) -> bool:
    """Whether sentences that lean on a claim's sources give all its figures and most of its words (but its table's)."""
    leaning = [one for one in made if set(claim.sources) & set(one.sources)]
    given = {amount for one in leaning for amount in _amounts(one)}
    words = set(tokens(_TABLE.sub("", claim.text)))
    found = {token for one in leaning for token in tokens(one.text)}
    return bool(leaning) and _amounts(claim) <= given and len(words & found) >= _SAID * len(words)


def _amounts(claim: Claim) -> set[tuple[object, ...]]:
    return {(q.value, q.high, q.unit, q.comparator) for q in quantities(claim.text)}
