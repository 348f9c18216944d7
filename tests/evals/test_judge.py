"""A language model's opinion, by a scripted model."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from langchain_core.language_models import FakeListChatModel
from langchain_core.messages import BaseMessage

from evals import gate, judge, report
from evals.errors import RunError
from evals.judge import JUDGED, Judge, opinion, parsed, read
from evals.runs import Run

RIGHT = '{"correct": true, "supported": true, "reason": "一致"}'
WRONG = '{"correct": false, "supported": true, "reason": "数不对"}'


class Scripted(FakeListChatModel):
    """Says one line after another and keeps what it was asked; raises where the line is "!"."""

    asked: list[str] = []

    def _call(self, messages: list[BaseMessage], *args: object, **kwargs: object) -> str:
        self.asked.append(str(messages[-1].content))
        said = super()._call(messages, *args, **kwargs)
        if said == "!":
            raise OSError("没有连上")
        return said


def scripted(*lines: str) -> Scripted:
    return Scripted(responses=list(lines), asked=[])


@pytest.fixture
def copy(finished: Run, tmp_path: Path) -> Run:
    """The finished run in a folder of its own."""
    folder = tmp_path / "run"
    shutil.copytree(finished.folder, folder)
    return replace(finished, folder=folder)


@pytest.mark.parametrize(
    "text", [RIGHT, f"好的。\n```json\n{RIGHT}\n```", f"<think>{{甲}}</think>{RIGHT}", RIGHT + RIGHT]
)
def test_an_opinion_is_found_among_other_words(text: str) -> None:
    found = parsed(text)
    assert found is not None
    assert (found.correct, found.supported, found.reason) == (True, True, "一致")


@pytest.mark.parametrize(
    "text", ["", "正确", '{"correct": "true", "supported": true}', '{"correct": true}', RIGHT + WRONG, RIGHT[:-1]]
)
def test_what_is_not_in_the_form_is_no_opinion(text: str) -> None:
    assert parsed(text) is None


def test_what_cannot_be_used_is_unscored_and_counts_for_nothing(copy: Run) -> None:
    found = Judge(scripted(RIGHT, WRONG, "不知道", "!", RIGHT), "某模型").judge(copy, iter)
    assert [one.outcome for one in found] == ["right", "wrong", "unscored", "unscored", "right"]
    thought = opinion(copy)
    assert thought is not None
    assert (thought.right.hits, thought.right.of, thought.unscored, thought.judge) == (2, 3, 2, "某模型")
    assert {row.case.id for row, _ in thought.apart} == {
        row.case.id
        for row, one in zip(copy.rows, found, strict=True)
        if one.outcome != "unscored" and row.right != (one.outcome == "right")
    }


def test_the_judge_is_shown_question_gold_answer_and_quotes(copy: Run) -> None:
    model = scripted(RIGHT)
    Judge(model, "某模型").judge(copy, iter)
    row = copy.rows[0]
    output = copy.answers[row.case.id]
    for words in (row.case.question, row.case.answer, output.text, output.citations[0].plan):
        assert words in model.asked[0]


def test_only_what_has_no_opinion_yet_is_asked(copy: Run) -> None:
    Judge(scripted(RIGHT, "!", RIGHT, RIGHT, RIGHT), "某模型").judge(copy, iter)
    again = scripted(WRONG)
    found = Judge(again, "某模型").judge(copy, iter)
    assert len(again.asked) == 1
    assert [one.outcome for one in found] == ["right", "wrong", "right", "right", "right"]
    other = scripted(WRONG)
    Judge(other, "别的模型").judge(copy, iter)
    assert len(other.asked) == len(copy.rows)


def test_an_opinion_of_an_answer_that_has_changed_is_unscored(copy: Run) -> None:
    Judge(scripted(RIGHT), "某模型").judge(copy, iter)
    id = copy.rows[0].case.id
    changed = {**copy.answers, id: copy.answers[id].model_copy(update={"text": "别的"})}
    thought = opinion(replace(copy, answers=changed))
    assert thought is not None
    assert (thought.unscored, thought.right.of) == (1, len(copy.rows) - 1)


def test_the_report_shows_the_opinion_and_the_gate_does_not_ask(copy: Run) -> None:
    before = gate.proposed(copy, ())
    assert "大模型的意见" not in report.write(copy).read_text(encoding="utf-8")
    Judge(scripted(WRONG), "某模型").judge(copy, iter)
    page = report.write(copy).read_text(encoding="utf-8")
    assert "大模型的意见" in page
    assert "数不对" in page
    assert "某模型" in (copy.folder / report.MARKDOWN).read_text(encoding="utf-8")
    assert gate.proposed(copy, ()) == before


def test_no_judge_was_asked(copy: Run) -> None:
    assert read(copy.folder) == ()
    assert opinion(copy) is None


def test_a_broken_file_of_opinions_is_one_sentence(copy: Run) -> None:
    (copy.folder / JUDGED).write_text(json.dumps({"id": "t-1"}) + "\n", encoding="utf-8")
    with pytest.raises(RunError, match=JUDGED):
        judge.read(copy.folder)
