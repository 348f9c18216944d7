"""When a figure holds: what its sentence says of the time, else the scene it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.facts.scenes import Scene, since
from ingest.facts.sentences import Sentence
from ingest.plans import Quantity

_OWN_YEAR = re.compile(r"[（(]\s*((?:19|20)\d{2})\s*年")
_REACHES = re.compile(r"[到至]\s*(?:的\s*)?$")
_SINCE = re.compile(r"[从由自]\s*(?:现状|目前)?\s*(?:的\s*)?$")


@dataclass(frozen=True, slots=True)
class Time:
    """A year or stretch, the word that places it (从 for the start of a change), and months within the year.

    `inferred` marks a start that no year is written for: the year before a plan's period (十三五期间从…).
    """

    year: str
    cue: str = ""
    months: str = ""
    inferred: bool = False


def when(scene: Scene, sentence: Sentence, quantity: Quantity, started: str, *, growth: bool) -> Time:
    """The time of a figure. `started` is the year of a 从-figure before it; `growth` marks a change, not a level."""
    if own := _OWN_YEAR.match(sentence.text, quantity.end):
        return Time(own[1])
    from_there = bool(_SINCE.search(sentence.body, max(0, quantity.start - 20), quantity.start))
    if quantity.year and not growth:
        named = sentence.told_before(quantity.start)
        return Time(quantity.year, "从" if from_there or not named else named.cue, named.months if named else "")
    time, begins = Time(scene.year, scene.cue, scene.months), scene.since
    if seen := sentence.set_before(quantity.start):
        time, begins = Time(seen.year, seen.cue, seen.months), since(seen)
    if from_there:
        return Time(started or begins, "从", inferred=not started and not sentence.writes(begins, quantity.start))
    compared = sentence.compared_before(quantity.start)
    if growth and compared and time.year:
        return Time(f"{compared.first}-{time.year[-4:]}", time.cue, time.months)
    if (
        not growth
        and started
        and len(time.year) == 9
        and _REACHES.search(sentence.body, max(0, quantity.start - 8), quantity.start)
    ):
        return Time(time.year[-4:], time.cue, time.months)
    return time
