"""Our own gold questions: fit to judge by, and enough of each kind."""

from __future__ import annotations

from collections import Counter

from evals.cases import KINDS, Case
from evals.check import check, model_answer
from evals.corpus import Corpus
from evals.outputs import Output
from evals.scoring import score

MAIN_KINDS = {  # what counts together as one kind
    "meta": "yesno",
    "calc": "compare",
    "definition": "enumeration",
}


def test_every_quote_stands_in_its_plan_and_no_question_gives_its_answer_away(gold: tuple[list[Case], Corpus]) -> None:
    cases, corpus = gold
    assert [f"{one.id} {one.said}" for one in check(cases, corpus) if one.level == "错误"] == []


def test_there_are_enough_questions_of_every_kind(gold: tuple[list[Case], Corpus]) -> None:
    counts = Counter(MAIN_KINDS.get(case.type, case.type) for case in gold[0])
    assert sum(counts.values()) >= 300
    assert {kind: counts[kind] for kind in KINDS if kind not in MAIN_KINDS and counts[kind] < 30} == {}


def test_the_model_answers_score_full_marks(gold: tuple[list[Case], Corpus]) -> None:
    cases, corpus = gold
    scores = [score(case, model_answer(case, corpus), corpus) for case in cases]
    assert [one.id for one in scores if one.verdict != "right" or one.hedged or False in one.calculations] == []
    assert [one.id for one in scores if one.citations.recalled < one.citations.quotes] == []


def test_empty_answers_score_nothing(gold: tuple[list[Case], Corpus]) -> None:
    cases, corpus = gold
    scores = [score(case, Output(id=case.id, text=""), corpus) for case in cases if case.answerable]
    assert {(one.verdict, one.points, any(one.facts)) for one in scores} == {("abstained", 0, False)}
