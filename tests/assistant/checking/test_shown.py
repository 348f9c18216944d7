"""What was put before the composer: what it used first, then the rest, each once."""

from __future__ import annotations

from assistant.answers import Claim, Draft
from assistant.checking.shown import passages_shown
from assistant.composing.compose import compose
from ingest.library import Library
from tests.assistant.gathering import gathered


def test_the_used_passages_come_first(library: Library) -> None:
    evidence = gathered(library, "南湖区2025年国家高新技术企业的目标是多少？")
    draft = compose(evidence)
    found = passages_shown(evidence, draft)
    source = draft.claims[0].sources[0]
    assert found[0].passage.span.start <= source.span.start < found[0].passage.span.end
    assert len({one.passage.id for one in found}) == len(found)


def test_a_fact_that_no_passage_holds_is_shown_as_its_own(library: Library) -> None:
    evidence = gathered(library, "南湖区规划是什么时候印发的？")
    draft = compose(evidence)
    assert "2021年7月12日" in passages_shown(evidence, draft)[0].passage.text


def test_an_answer_that_used_nothing_shows_what_was_found(library: Library) -> None:
    evidence = gathered(library, "南湖区2025年国家高新技术企业的目标是多少？")
    draft = Draft(compose(evidence).status, (Claim("没有。", ()),))
    assert [one.passage.id for one in passages_shown(evidence, draft)][:1] == [evidence.candidates[0].passage.id]
