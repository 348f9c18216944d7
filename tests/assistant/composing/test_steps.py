from __future__ import annotations

import pytest

from assistant.composing.outline import no_such_part
from assistant.composing.steps import BEFORE, BY_INTENT, OWN_WAY
from assistant.questions import Intent


@pytest.mark.parametrize("intent", Intent, ids=lambda intent: intent.value)
def test_no_way_to_answer_is_tried_twice(intent: Intent) -> None:
    steps = [*BEFORE, *BY_INTENT.get(intent, ())]
    assert len(set(steps)) == len(steps)


def test_what_several_places_are_asked_for_has_its_place_among_the_steps() -> None:
    assert no_such_part in BEFORE
    assert set(OWN_WAY) <= set(BY_INTENT)


def test_every_question_for_facts_has_a_way_of_its_own() -> None:
    assert {*Intent} - {*BY_INTENT} == {Intent.UNSAFE, Intent.SMALL_TALK}
