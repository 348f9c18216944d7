"""Every way in which a model fails has its own kind and sentence."""

from __future__ import annotations

from assistant import errors
from assistant.words import present_llm

FAILURES = [kind for kind in vars(errors).values() if isinstance(kind, type) and kind.__base__ is errors.LlmFailed]


def test_every_failure_has_a_kind_and_a_sentence_of_its_own() -> None:
    told = [present_llm.failed(kind()) for kind in FAILURES]
    assert len({kind for kind, _ in told}) == len({said for _, said in told}) == len(FAILURES) == 4
    assert all(kind.startswith("llm_") and said.endswith("以下是不用大模型的回答。") for kind, said in told)


def test_what_was_left_out_is_counted() -> None:
    assert present_llm.dropped(2) == ("llm_dropped", "大模型有 2 句话无法由所引原文证实，没有采用。")
