"""What the peers are asked, and how their answers come back."""

from __future__ import annotations

from pathlib import Path

from evals.cases import Said
from evals.outputs import Output
from evals.peers.adapters import Hit, SameVectors, asked, record, texts, unanswered
from evals.ranking import ranking
from evals.runs import line_of
from evals.scoring import score
from ingest.embedding.embed import HashingEmbedder
from ingest.library import Library
from tests.evals.invented import CASES, FIRMS, SETTINGS, SHIQIAO, TARGET, YUNXI, corpus


def test_the_texts_are_those_of_the_library(store: Path) -> None:
    with Library.open(store, SETTINGS) as library:
        known = texts(library)
    assert {one.file for one in known} == {YUNXI, SHIQIAO}
    assert any(TARGET in one.text for one in known)


def test_the_vectors_are_those_of_the_program() -> None:
    embedder = HashingEmbedder()
    vectors = SameVectors(embedder)
    assert vectors.embed_query("高企") == embedder.embed_query("高企").tolist()
    assert vectors.embed_documents(["高企", "科小"])[1] == vectors.embed_query("科小")


def test_the_questions_before_come_along_with_a_follow_up() -> None:
    turns = (Said(role="user", content="云溪高企？"), Said(role="assistant", content="600家"))
    assert asked(FIRMS) == FIRMS.question
    assert asked(FIRMS.model_copy(update={"history": turns})) == f"云溪高企？\n{FIRMS.question}"


def test_an_answer_is_scored_like_any_other(store: Path) -> None:
    with Library.open(store, SETTINGS) as library:
        known = texts(library)
    yunxi = next(one for one in known if one.file == YUNXI)
    hits = [Hit(yunxi.plan_id, f"到2025年，{TARGET}"), Hit(yunxi.plan_id, "别的")]
    output = Output.model_validate(record(FIRMS, hits, 1, "到2025年达600家以上。", known, "某工具"))
    assert score(FIRMS, output, corpus()).verdict == "right"
    assert [one.quote for one in output.citations] == [f"到2025年，{TARGET}"]
    assert output.engine == "某工具"


def test_without_a_model_only_retrieval_is_scored(store: Path) -> None:
    with Library.open(store, SETTINGS) as library:
        known = texts(library)
    output = Output.model_validate(record(FIRMS, [Hit(known[0].plan_id, TARGET)], 1, "", known, "某工具"))
    assert score(FIRMS, output, corpus()).verdict == "abstained"
    assert output.citations == ()
    assert ranking(FIRMS, output).within == (1, 1, 1)


def test_what_a_file_answers_already_is_not_asked_again(tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    assert unanswered(CASES, path) == list(CASES)
    path.write_text(line_of({"id": CASES[0].id, "text": "600家"}), encoding="utf-8")
    assert unanswered(CASES, path) == list(CASES[1:])
