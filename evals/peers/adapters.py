"""Between gold questions and what the peers take and give: the same texts and vectors, answers by the contract."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from langchain_core.embeddings import Embeddings

from evals import outputs
from evals.cases import Case
from ingest.embedding.embed import Embedder
from ingest.library import Library


@dataclass(frozen=True, slots=True)
class Text:
    """One plan as plain text."""

    plan_id: str
    title: str
    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A piece of a plan that a peer found."""

    plan_id: str
    text: str


class SameVectors(Embeddings):
    """The program's embedding model, as LangChain's interface has it."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text."""
        return self._embedder.embed_passages(texts).tolist()

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        return self._embedder.embed_query(text).tolist()


def texts(library: Library) -> tuple[Text, ...]:
    """The plans of a library as text, read by the program's own readers."""
    plans = [library.plan(entry.id) for entry in library.plans()]
    return tuple(Text(plan.id, plan.title, plan.file, plan.text) for plan in plans)


def unanswered(questions: Iterable[Case], path: Path) -> list[Case]:
    """The questions that a file of answers has none to yet: with a model, an answer takes minutes."""
    there = outputs.read(path) if path.exists() else {}
    return [case for case in questions if case.id not in there]


def asked(case: Case) -> str:
    """What is searched for: the peers know no follow-ups, so the questions before come along."""
    return "\n".join([*(turn.content for turn in case.history if turn.role == "user"), case.question])


def record(case: Case, hits: Sequence[Hit], used: int, said: str, known: Iterable[Text], peer: str) -> dict[str, Any]:
    """An answer by the contract: the pieces found as passages, the first `used` of them cited.

    A peer without a model says and cites nothing; then its retrieval alone can be scored.
    """
    by_id = {one.plan_id: one for one in known}
    cited = [
        {"n": n, "plan": by_id[hit.plan_id].title, "plan_id": hit.plan_id, "file": by_id[hit.plan_id].file}
        | {"heading": [], "page": None, "quote": hit.text, "kind": "text"}
        for n, hit in enumerate(hits[:used], 1)
    ]
    return {
        "id": case.id,
        "question": case.question,
        "status": "",
        "text": said,
        "citations": cited if said else [],
        "passages": [{"text": hit.text, "plan_id": hit.plan_id, "heading": [], "score": 0.0} for hit in hits],
        "engine": peer,
    }
