"""Questions asked once, and scored as often as one likes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import LlmNotConfigured
from evals.cases import Case
from evals.errors import PlansMissing, RunError
from evals.run import GOLD, Wish, gold_files, run, settings_with
from evals.runs import ANSWERS, Run, read_run
from tests.endpoints import Handler, serving
from tests.evals import invented


class Counting:
    """Goes through questions and keeps which were asked; stops after so many."""

    def __init__(self, most: int = 99) -> None:
        self.asked: list[str] = []
        self.most = most

    def __call__(self, questions: Sequence[Case]) -> Iterable[Case]:
        for case in questions:
            if len(self.asked) == self.most:
                raise KeyboardInterrupt
            self.asked.append(case.id)
            yield case


@pytest.fixture
def wish(store: Path, tmp_path: Path) -> Wish:
    return Wish((invented.gold_file(tmp_path),), store, out=tmp_path / "out", changed=invented.HASHING)


def test_a_run_answers_scores_and_says_what_it_depended_on(finished: Run) -> None:
    settings = finished.settings
    assert [row.case.id for row in finished.rows] == [case.id for case in invented.CASES]
    assert finished.right["t-1"]
    assert {one.file for one in settings.setup.plans} == {invented.YUNXI, invented.SHIQIAO}
    assert settings.labels[invented.YUNXI] == "云溪区“十四五”科技创新规划"
    assert settings.setup.changed == invented.HASHING
    assert settings.finished >= settings.started
    assert all(finished.answers[case.id].elapsed_ms for case in invented.CASES)


def test_the_engine_llm_answers_through_its_endpoint(wish: Wish, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(request: Handler) -> None:
        request.begin(500, "application/json")

    with serving(fail) as endpoint:
        monkeypatch.setenv("GUIWEN_LLM_URL", endpoint.url)
        monkeypatch.setenv("GUIWEN_LLM_MODEL", "m")
        found = read_run(run(replace(wish, engine="llm"), iter))
    assert found.settings.setup.engine == "llm"
    assert endpoint.asked
    assert {one.engine for one in found.answers.values()} == {"grounded"}


def test_the_engine_llm_without_a_model_begins_nothing(wish: Wish) -> None:
    with pytest.raises(LlmNotConfigured):
        run(replace(wish, engine="llm"), iter)
    assert wish.out is not None
    assert not wish.out.exists()


def test_a_sample_of_the_questions_is_asked_and_scored(wish: Wish) -> None:
    kinds = {case.type for case in invented.CASES}
    rows = read_run(run(replace(wish, every=99), Counting())).rows
    assert {row.case.type for row in rows} == kinds
    assert len(rows) == len(kinds)


def test_what_was_interrupted_goes_on_where_it_was(wish: Wish) -> None:
    first, second, third = Counting(2), Counting(), Counting()
    with pytest.raises(KeyboardInterrupt):
        run(wish, first)
    run(wish, second)
    run(wish, third)
    assert first.asked + second.asked == [case.id for case in invented.CASES]
    assert third.asked == []


def test_only_a_question_that_was_changed_is_asked_again(wish: Wish, tmp_path: Path) -> None:
    run(wish, Counting())
    changed = invented.FIRMS.model_copy(update={"question": "云溪区2025年国家高新技术企业目标？"})
    regraded = invented.LEAD.model_copy(update={"key_facts": (("科技局",),)})
    again = Counting()
    run(replace(wish, gold=(invented.gold_file(tmp_path, changed, regraded),)), again)
    assert again.asked == ["t-1"]
    assert read_run(wish.out).right["t-1"]


def test_answers_of_other_settings_are_not_mixed_in(wish: Wish) -> None:
    run(wish, Counting())
    other = replace(wish, changed={**wish.changed, "rank.vectors": "0"})
    with pytest.raises(RunError, match="换一个 --out"):
        run(other, Counting())
    fresh = Counting()
    run(replace(other, fresh=True), fresh)
    assert len(fresh.asked) == len(invented.CASES)
    assert (wish.out / ANSWERS).read_text(encoding="utf-8").count("\n") == len(invented.CASES)


def test_missing_plans_are_named_with_the_command_that_loads_them(wish: Wish, tmp_path: Path) -> None:
    with pytest.raises(PlansMissing, match=f"{invented.YUNXI}.*python -m ingest add .* --store"):
        run(replace(wish, store=tmp_path / "empty"), Counting())


def test_answers_of_another_system_are_scored_as_they_are(wish: Wish, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.jsonl"
    theirs.write_text(
        '{"id":"t-1","text":"到2025年达600家以上"}\n{"id":"t-4","text":"资料未提及。"}\n', encoding="utf-8"
    )
    asked = Counting()
    found = read_run(run(replace(wish, answers=theirs), asked))
    assert asked.asked == []
    assert [id for id, right in found.right.items() if right] == ["t-1", "t-4"]
    assert found.settings.setup.engine == "theirs.jsonl"


def test_settings_are_changed_by_their_names() -> None:
    answering, ingest = settings_with({"rank.vectors": "0", "ingest.context_weight": "0.5", "history_turns": "2"})
    assert (answering.rank.vectors, ingest.context_weight, answering.history_turns) == (0, 0.5, 2)


@pytest.mark.parametrize("changed", [{"rank.magic": "1"}, {"magic": "1"}, {"room.vectors": "1"}, {"rank.rrf": "x"}])
def test_a_setting_that_is_none_is_one_sentence(changed: dict[str, str]) -> None:
    with pytest.raises(RunError):
        settings_with(changed)


def test_our_own_gold_is_taken_where_none_is_named() -> None:
    assert gold_files([]) == tuple(sorted(GOLD.glob("*.jsonl")))
    assert gold_files([Path("mine.jsonl")]) == (Path("mine.jsonl"),)
