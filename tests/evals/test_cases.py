"""Gold questions: what is accepted, and what a refusal says."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals import cases
from evals.cases import KINDS, Case
from evals.errors import GoldError
from evals.run import ROOT
from tests.evals.invented import CASES, FIRMS, gold_file, row


def written(folder: Path, *lines: str) -> Path:
    path = folder / "mine.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_questions_come_back_as_they_were_written(tmp_path: Path) -> None:
    assert cases.load([gold_file(tmp_path)]) == CASES


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"type": "guess"}, "type 取值不在规定之内"),
        ({"keyfacts": []}, "keyfacts 没有这个字段"),
        ({"key_facts": []}, "可回答的题至少要有一条 key_facts"),
        ({"key_facts": [["600家", ""]]}, "key_facts 里有空的要点"),
        ({"min_facts": 2}, "min_facts 大于要点数"),
        ({"values": [{"value": "六百", "unit": "家"}]}, "values.0.value"),
        ({"values": [{"value": "600", "year": "十四五"}]}, "values.0.year"),
    ],
)
def test_a_row_that_is_not_in_the_schema_is_named_with_its_line_and_its_fault(
    tmp_path: Path, changed: dict[str, object], said: str
) -> None:
    path = written(tmp_path, row(FIRMS), row(FIRMS, id="x", **changed))
    with pytest.raises(GoldError, match="第 2 行") as caught:
        cases.load([path])
    assert said in str(caught.value)


def test_an_id_stands_only_once_over_all_files(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="t-1 与前面的题重复"):
        cases.load([gold_file(tmp_path, FIRMS), written(tmp_path, row(FIRMS))])


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="读不了题目文件"):
        cases.load([tmp_path / "none.jsonl"])


def test_a_range_may_be_written_as_one(tmp_path: Path) -> None:
    (case,) = cases.load([written(tmp_path, row(FIRMS, values=[{"value": "1-2.5", "unit": "家"}]))])
    assert (case.values[0].value, case.values[0].high) == ("1", "2.5")


def test_what_is_asked_changes_with_the_question_and_not_with_its_answer(tmp_path: Path) -> None:
    other_answer, other_question = FIRMS.model_copy(update={"answer": "x"}), FIRMS.model_copy(update={"question": "x"})
    assert FIRMS.asked == other_answer.asked != other_question.asked
    assert FIRMS.digest != other_answer.digest


def test_the_guide_shows_a_valid_question_and_names_every_field_and_kind() -> None:
    guide = (ROOT / "docs" / "gold.md").read_text(encoding="utf-8")
    example = guide[guide.index("```json") + 7 :]
    shown = Case.model_validate_json(example[: example.index("```")])
    assert shown.values
    assert {f"`{name}`" for name in [*Case.model_fields, *KINDS] if f"`{name}`" not in guide} == set()


def test_a_sample_takes_the_first_of_each_kind_and_every_so_manieth_after_it_kind_by_kind_in_turn() -> None:
    kinds = ("task", "task", "meta", "task", "meta", "task")
    asked = [FIRMS.model_copy(update={"id": str(n), "type": kind}) for n, kind in enumerate(kinds)]
    assert [case.id for case in cases.sampled(asked, 2)] == ["0", "2", "3"]
    assert [case.id for case in cases.sampled(asked, 1)] == [case.id for case in asked]
