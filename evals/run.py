"""Gold questions → answers → scores: every question is asked once, and what was answered can be scored again."""

from __future__ import annotations

import hashlib
import platform
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from assistant.chain import Assistant
from assistant.questions import Question, Turn
from assistant.settings import AnswerSettings, RankSettings
from assistant.words import present_answer
from assistant.writing.writers import writer_of
from evals import cases, runs
from evals.cases import Case
from evals.corpus import Corpus, labels
from evals.errors import PlansMissing, RunError
from evals.metrics import scored
from evals.runs import Digested, Settings, Setup
from ingest.library import Library
from ingest.settings import IngestSettings

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "evals" / "gold"
RUNS = Path(".guiwen/evals")
USUAL_ENGINE = "grounded"
_ANSWERING_CODE = ("ingest", "assistant", "prompts")
_SOURCES = (".py", ".md", ".tsv", ".toml")
_BROKEN = "error_internal"

Track = Callable[[Sequence[Case]], Iterable[Case]]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a run is to be: `changed` are settings that differ from the usual, by their dotted names; `answers` a file
    of answers that another system gave, to be scored in place of our own; `every` leaves all but a sample out.
    """

    gold: tuple[Path, ...]
    store: Path
    engine: str = USUAL_ENGINE
    out: Path | None = None
    fresh: bool = False
    name: str = ""
    changed: Mapping[str, str] = field(default_factory=dict)
    answers: Path | None = None
    every: int = 1


def run(wish: Wish, track: Track) -> Path:
    """Answer and score; the folder of the results. Answers that are on file already are not asked for again.

    Raises GoldError, LlmUnavailable, PlansMissing (naming the command that loads the plans), RunError and what the
    library raises.
    """
    asked = cases.sampled(cases.load(wish.gold), wish.every)
    answering, ingest = settings_with(wish.changed)
    writer = None if wish.answers else writer_of(wish.engine, answering, ingest)
    with Library.open(wish.store, ingest) as library:
        corpus = Corpus.of(library, asked)
        _check_plans(corpus, asked, wish)
        setup = _setup(wish, library, corpus, answering, ingest)
        folder = wish.out or RUNS / setup.fingerprint[:12]
        settings = _begun(folder, wish, setup, corpus, asked)
        if wish.answers:
            runs.take_answers(wish.answers, folder)
        else:
            _generate(asked, Assistant(library, answering, writer), folder, track)
        answers = runs.kept_answers(folder)
    runs.write_scores(folder, scored(asked, answers, corpus))
    runs.write_settings(folder, settings.model_copy(update={"finished": _now()}))
    return folder


def settings_with(changed: Mapping[str, str]) -> tuple[AnswerSettings, IngestSettings]:
    """The usual settings but for some: "rank.vectors", "ingest.context_weight", or a name of the answering settings.

    Raises RunError for a name that is none, or a value that does not fit.
    """
    parts: dict[str, dict[str, str]] = {"": {}, "rank": {}, "ingest": {}}
    for name, value in changed.items():
        room, _, inner = name.rpartition(".")
        fields = {"": AnswerSettings, "rank": RankSettings, "ingest": IngestSettings}.get(room)
        if fields is None or inner not in fields.model_fields:
            raise RunError(f"没有名为 {name} 的设置。")
        parts[room][inner] = value
    try:
        return AnswerSettings(**parts[""], rank=RankSettings(**parts["rank"])), IngestSettings(**parts["ingest"])
    except ValidationError as error:
        raise RunError(f"设置 {'、'.join(changed)} 的值不合适。") from error


def gold_files(given: Sequence[Path]) -> tuple[Path, ...]:
    """The gold files asked for, or all of our own."""
    return tuple(given) or tuple(sorted(GOLD.glob("*.jsonl")))


def _check_plans(corpus: Corpus, asked: Sequence[Case], wish: Wish) -> None:
    missing = corpus.missing(asked)
    if missing:
        ours = all(path.resolve().parent == GOLD for path in wish.gold)
        what = f"python -m ingest add {'plans' if ours else '这些规划所在的文件或文件夹'} --store {wish.store}"
        raise PlansMissing(f"知识库 {wish.store} 里没有题目所依据的规划：{'、'.join(missing)}。请先运行：{what}")


def _begun(folder: Path, wish: Wish, setup: Setup, corpus: Corpus, asked: Sequence[Case]) -> Settings:
    """The settings of the run, written down before its first answer."""
    before = runs.read_settings(folder)
    if before and before.setup.fingerprint != setup.fingerprint:
        if not wish.fresh:
            raise RunError(f"{folder} 里的回答出自别的设置、规划或程序版本，请换一个 --out，或加 --fresh 从头作答。")
        before = None
    if before is None or wish.fresh:
        (folder / runs.ANSWERS).unlink(missing_ok=True)
    gold = [Digested(file=path.name, digest=runs.digest_of([path])) for path in wish.gold]
    started = before.started if before else _now()
    titles = {label: corpus.named(label).plan.title for case in asked for label in labels(case)}
    settings = Settings(name=wish.name, setup=setup, gold=gold, labels=titles, started=started)
    runs.write_settings(folder, settings)
    return settings


def _generate(asked: Sequence[Case], assistant: Assistant, folder: Path, track: Track) -> None:
    there = runs.kept_answers(folder)
    kept = {id for id, one in there.items() if one.status != _BROKEN}
    todo = [case for case in asked if case.id not in kept or there[case.id].asked != case.asked]
    with (folder / runs.ANSWERS).open("a", encoding="utf-8") as file:
        for case in track(todo):
            file.write(runs.line_of(_answered(case, assistant)))
            file.flush()


def question_of(case: Case) -> Question:
    """A gold question as the assistant is asked it, with what was said before."""
    return Question(case.question, tuple(Turn(one.role, one.content) for one in case.history), case.id)


def _answered(case: Case, assistant: Assistant) -> dict[str, Any]:
    question = question_of(case)
    start = time.perf_counter()
    try:
        record = present_answer.to_json(assistant.answer(question))
    except Exception as error:  # a question that breaks the assistant is a finding, and the others are still asked
        record = {"id": case.id, "status": _BROKEN, "text": "", "error": f"{type(error).__name__}: {error}"}
    elapsed = round((time.perf_counter() - start) * 1000, 2)
    return {**record, "elapsed_ms": elapsed, "asked": case.asked}


def _setup(wish: Wish, library: Library, corpus: Corpus, answering: AnswerSettings, ingest: IngestSettings) -> Setup:
    content = hashlib.sha256()
    for loaded in corpus.plans.values():
        content.update(f"{loaded.passages}\0{sorted(map(str, loaded.amounts))}\0".encode())
    code = [
        path
        for room in _ANSWERING_CODE
        for path in sorted((ROOT / room).rglob("*"))
        if path.suffix in _SOURCES and "web" not in path.parts
    ]
    return Setup(
        engine=wish.answers.name if wish.answers else wish.engine,
        changed=dict(wish.changed),
        answering=answering.model_dump(mode="json"),
        ingest=ingest.model_dump(mode="json", exclude={"store", "models_dir"}),
        plans=[Digested(file=one.file, digest=one.digest) for one in library.plans()],
        content=content.hexdigest(),
        code=runs.digest_of(code),
        python=platform.python_version(),
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
