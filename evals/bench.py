"""How fast it is and how much memory it takes: answering, starting, taking plans in. Sizes in MB, times as named."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from assistant.chain import Assistant
from evals import cases, growth, present
from evals.cases import Case
from evals.errors import EvalError, PlansMissing
from evals.run import ROOT, Track, question_of
from evals.statistics import percentile
from ingest.library import Library
from ingest.load import Outcome, find, load
from ingest.settings import IngestSettings

STARTS = 3
_KILOBYTES = 1024


@dataclass(frozen=True, slots=True)
class Answering:
    """Times of answers in one process that has its model loaded; the first question, which loads it, stands apart."""

    questions: int
    p50_ms: float
    p95_ms: float
    slowest_ms: float
    first_ms: float


@dataclass(frozen=True, slots=True)
class Process:
    """A command from its start to its end: the median time, and the most memory it ever held."""

    seconds: float
    peak_mb: float


@dataclass(slots=True)
class Stages:
    """Where the time of one file went, in seconds, by stage: 读取, 分析, 向量化, 入库."""

    file: str
    characters: int = 0
    passages: int = 0
    seconds: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bench:
    """All that was measured, and on what."""

    machine: str
    cores: int
    answering: Answering
    first_answer: Process
    ingest: Process
    files: tuple[Stages, ...]
    sizes: tuple[growth.Growth, ...]


class Stopwatch:
    """Listens to loading and takes the time of every stage."""

    def __init__(self) -> None:
        self.files: list[Stages] = []
        self._stage, self._since = "", 0.0

    def file(self, number: int, total: int, path: Path) -> None:
        self.files.append(Stages(path.name))

    def stage(self, name: str) -> None:
        self._stop()
        self._stage = name

    def passages(self, done: int, total: int) -> None:
        self.files[-1].passages = total

    def outcome(self, outcome: Outcome) -> None:
        self._stop()
        self._stage = ""
        if outcome.record:
            self.files[-1].characters = outcome.record.characters

    def _stop(self) -> None:
        now = time.perf_counter()
        if self._stage:
            spent = self.files[-1].seconds
            spent[self._stage] = spent.get(self._stage, 0.0) + now - self._since
        self._since = now


def bench(gold: Sequence[Path], store: Path, plans: Path, track: Track) -> Bench:
    """Measure everything. The plans are loaded into stores of their own, thrown away afterwards."""
    asked = cases.load(gold)
    answering = answer_times(asked, store, track)
    first = next(case.question for case in asked if not case.history)
    command = ["-m", "assistant", first, "--json", "--store", str(store.resolve())]
    starts = [run(command) for _ in range(STARTS)]
    with tempfile.TemporaryDirectory() as folder:
        ingest = run(["-m", "ingest", "add", str(plans.resolve()), "--store", folder])
    return Bench(
        machine=f"{platform.system()} {platform.machine()}，Python {platform.python_version()}",
        cores=os.cpu_count() or 1,
        answering=answering,
        first_answer=Process(statistics.median(one.seconds for one in starts), max(one.peak_mb for one in starts)),
        ingest=ingest,
        files=load_times(plans),
        sizes=growth.measure(plans),
    )


def answer_times(asked: Sequence[Case], store: Path, track: Track) -> Answering:
    """Ask every question once; PlansMissing where the store is empty."""
    with Library.open(store) as library:
        if not library.plans():
            raise PlansMissing(f"知识库 {store} 里没有规划，请先运行：python -m ingest add plans --store {store}")
        assistant = Assistant(library)
        times = [_answer_time(case, assistant) for case in track(asked)]
    warm = times[1:] or times
    return Answering(len(times), percentile(warm, 0.5), percentile(warm, 0.95), max(warm), times[0])


def load_times(plans: Path) -> tuple[Stages, ...]:
    """Load plans into a store of their own, file by file, the model being loaded before."""
    watch = Stopwatch()
    settings = IngestSettings()
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder), settings, write=True) as library:
        library.embedder.embed_query("规划")
        load(find([plans]).files, library, settings, watch)
    return tuple(watch.files)


def run(arguments: Sequence[str]) -> Process:
    """Run one Python command to its end; EvalError where it fails."""
    start = time.perf_counter()
    command = [sys.executable, *arguments]
    child = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment()
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise EvalError(f"命令没有成功（{child.returncode}）：python {' '.join(arguments)}")
    scale = _KILOBYTES**2 if sys.platform == "darwin" else _KILOBYTES
    return Process(time.perf_counter() - start, usage.ru_maxrss / scale)


def as_json(found: Bench) -> str:
    """The measurements as one JSON object, numbers to three places."""
    return json.dumps(
        json.loads(json.dumps(asdict(found)), parse_float=lambda text: round(float(text), 3)), ensure_ascii=False
    )


def in_words(found: Bench) -> str:
    """The measurements as Markdown."""
    names = ("读取", "分析", "向量化", "入库")
    rows = [
        [one.file, f"{one.characters:,}", str(one.passages), *(f"{one.seconds.get(name, 0):.2f}" for name in names)]
        for one in found.files
    ]
    answering = found.answering
    return "\n".join(
        [
            f"机器：{found.machine}，{found.cores} 核",
            f"作答：{answering.questions} 题，中位 {answering.p50_ms:.0f} 毫秒，"
            f"95% 在 {answering.p95_ms:.0f} 毫秒以内，最慢 {answering.slowest_ms:.0f} 毫秒；"
            f"首题（含装入模型）{answering.first_ms:.0f} 毫秒",
            f"从启动到第一个回答：{found.first_answer.seconds:.2f} 秒，内存峰值 {found.first_answer.peak_mb:.0f} MB",
            f"入库（从启动到结束）：{found.ingest.seconds:.1f} 秒，内存峰值 {found.ingest.peak_mb:.0f} MB",
            "",
            present.table(["文件", "字数", "条款", *(f"{name}（秒）" for name in names)], rows),
            f"\n{growth.in_words(found.sizes)}",
        ]
    )


def _answer_time(case: Case, assistant: Assistant) -> float:
    question = question_of(case)
    start = time.perf_counter()
    assistant.answer(question)
    return (time.perf_counter() - start) * 1000


def _environment() -> dict[str, str]:
    models = IngestSettings().models_dir.resolve()
    return {**os.environ, "GUIWEN_MODELS_DIR": str(models)}
