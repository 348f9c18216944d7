"""Feedback becomes gold candidates."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals import cases, feedback
from evals.errors import EvalError, GoldError
from tests.evals.invented import CASES, FIRMS, TARGET, YUNXI


def row(question: str, verdict: str = "useless", **more: object) -> str:
    cited = {"n": 1, "file": YUNXI, "quote": f" {TARGET}\n"}
    answer = {"id": "", "text": "达600家以上[1]", "citations": [cited], "understood": {"intent": "responsible"}}
    return json.dumps({"verdict": verdict, "question": question, "answer": answer, **more}, ensure_ascii=False)


def candidates(tmp_path: Path, *rows: str) -> list[dict[str, object]]:
    path = tmp_path / "feedback.jsonl"
    path.write_text("\n".join(rows), encoding="utf-8")
    return list(feedback.candidates(feedback.read(path), CASES))


def test_a_useless_answer_becomes_a_candidate_with_its_sources(tmp_path: Path) -> None:
    (found,) = candidates(tmp_path, row("专项资金归谁管？", note="没说是谁"))
    assert (found["type"], found["docs"]) == ("responsible", [YUNXI])
    assert found["evidence"] == [{"doc": YUNXI, "quote": TARGET}]
    assert found["note"] == "没说是谁 当时的回答：达600家以上[1]"
    assert found["key_facts"] == []


def test_useful_known_and_repeated_questions_are_left_out(tmp_path: Path) -> None:
    repeated = row("专项资金归谁管？")
    assert len(candidates(tmp_path, repeated, repeated, row("别的？", "useful"), row(f" {FIRMS.question}"))) == 1


def test_the_last_word_of_a_visitor_counts(tmp_path: Path) -> None:
    asked = "专项资金归谁管？"
    first, noted, taken_back = row(asked, id="a"), row(asked, id="a", note="没说是谁"), row(asked, "useful", id="a")
    (found,) = candidates(tmp_path, first, noted)
    assert found["note"].startswith("没说是谁")
    assert candidates(tmp_path, first, noted, taken_back) == []
    assert len(candidates(tmp_path, taken_back, row(asked, id="b"))) == 1


def test_a_follow_up_keeps_its_history(tmp_path: Path) -> None:
    turns = [{"role": "user", "content": "云溪高企目标？"}, {"role": "assistant", "content": "600家"}]
    (found,) = candidates(tmp_path, row("那石桥呢？", history=turns))
    assert (found["type"], found["history"]) == ("multiturn", turns)


def test_a_candidate_is_no_gold_question_until_it_is_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "candidates.jsonl"
    path.write_text(feedback.as_lines(candidates(tmp_path, row("专项资金归谁管？"))), encoding="utf-8")
    with pytest.raises(GoldError):
        cases.load([path])


def test_a_line_that_is_no_feedback_is_named(tmp_path: Path) -> None:
    with pytest.raises(EvalError, match="第 2 行"):
        candidates(tmp_path, row("问"), "{}")
    with pytest.raises(EvalError, match="读不了反馈文件"):
        feedback.read(tmp_path / "none.jsonl")
