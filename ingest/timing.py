"""When a figure holds: what its sentence says of the time, else the scene it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.plans import Quantity
from ingest.scenes import Scene, since
from ingest.sentences import COMPARING, Sentence

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
    past = [period for period in sentence.periods if period.end <= quantity.start]
    from_there = bool(_SINCE.search(sentence.body, max(0, quantity.start - 20), quantity.start))
    if quantity.year and not growth:
        return Time(quantity.year, "从" if from_there else past[-1].cue, past[-1].months)
    time, begins = Time(scene.year, scene.cue, scene.months), scene.since
    if seen := [period for period in sentence.setting if period in past]:
        time, begins = Time(seen[-1].year, seen[-1].cue, seen[-1].months), since(seen[-1])
    if from_there:
        written = {period.year[:4] for period in past}
        return Time(started or begins, "从", inferred=not started and begins not in written)
    compared = [period for period in past if period.cue in COMPARING]
    if growth and compared and time.year:
        return Time(f"{compared[-1].first}-{time.year[-4:]}", time.cue, time.months)
    if not growth and started and len(time.year) == 9 and _REACHES.search(sentence.body, 0, quantity.start):
        return Time(time.year[-4:], time.cue, time.months)
    return time
