"""The way of a file into the library: read → outline → split, indicators, measures → vectors → library."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from ingest.embedding.passages import embed
from ingest.errors import AccessDenied, EmptyFile, GuiwenError, UnreadableFile
from ingest.facts.indicators import indicators
from ingest.facts.measures import measures
from ingest.library import Library, PlanRecord
from ingest.plans import RawDocument
from ingest.readers import SUPPORTED_ENDINGS, source
from ingest.readers.sandbox import Sandbox, read_safely
from ingest.settings import IngestSettings
from ingest.structure.outline import outline
from ingest.structure.split import split

Status = Literal["added", "replaced", "unchanged", "failed"]
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its plan's record, or one sentence that says what is wrong."""

    path: Path
    status: Status
    record: PlanRecord | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What the given paths hold: files to load, files that no reader knows, folders that may not be looked into."""

    files: tuple[Path, ...]
    unsupported: tuple[Path, ...]
    closed: tuple[Outcome, ...]


class Progress(Protocol):
    """Is told what happens, file by file and passage by passage."""

    def file(self, number: int, total: int, path: Path) -> None:
        """A file's turn has come; numbers count from 1."""

    def stage(self, name: str) -> None:
        """The file enters a stage: 读取, 分析, 向量化, 入库."""

    def passages(self, done: int, total: int) -> None:
        """So many of the file's passages have their vectors."""

    def outcome(self, outcome: Outcome) -> None:
        """The file is done with."""


def find(paths: Iterable[Path]) -> Found:
    """The files behind the given paths: folders are walked through, in order, without hidden files.

    A file that is named itself is always taken, so that its reader says what is wrong with it.
    """
    files: dict[Path, None] = {}
    unsupported: list[Path] = []
    closed: list[Outcome] = []

    def refused(error: OSError) -> None:
        folder = Path(error.filename)
        closed.append(Outcome(folder, "failed", error=f"没有权限读取文件夹「{folder.name}」，请先取得读取权限再添加。"))

    for path in paths:
        if not path.is_dir():
            files[path] = None
            continue
        for folder, below, names in os.walk(path, onerror=refused):
            below[:] = sorted(name for name in below if not name.startswith("."))
            for name in sorted(names):
                if name.startswith((".", "~$")):
                    continue
                known = Path(name).suffix.lower() in SUPPORTED_ENDINGS
                if known:
                    files[Path(folder, name)] = None
                else:
                    unsupported.append(Path(folder, name))
    return Found(tuple({path.resolve(): path for path in files}.values()), tuple(unsupported), tuple(closed))


def load(
    files: Sequence[Path], library: Library, settings: IngestSettings, progress: Progress, *, again: bool = False
) -> list[Outcome]:
    """Load files one after the other. A file that cannot be taken in becomes a failed outcome; the rest lands.

    `again` reads files anew that are loaded already, as after an update that reads better. Errors that concern every
    file (ModelMissing, StoreMismatch …) are raised.
    """
    outcomes = []
    with Sandbox(settings) as sandbox:
        for number, path in enumerate(files, 1):
            progress.file(number, len(files), path)
            try:
                outcome = load_file(
                    path, library, settings, progress, lambda place, _: sandbox.read(place), again=again
                )
            except UnreadableFile as error:
                outcome = Outcome(path, "failed", error=str(error))
            except GuiwenError:
                raise
            except Exception as error:
                _LOG.debug("%s", path, exc_info=True)
                sentence = f"处理「{path.name}」时程序出错（{type(error).__name__}），已跳过。"
                outcome = Outcome(path, "failed", error=sentence)
            progress.outcome(outcome)
            outcomes.append(outcome)
    return outcomes


def load_file(
    path: Path,
    library: Library,
    settings: IngestSettings,
    progress: Progress,
    read: Callable[[Path, IngestSettings], RawDocument] = read_safely,
    *,
    again: bool = False,
) -> Outcome:
    """Load one file. Bytes that are loaded already are left alone (unless `again`: then the plan that came from this
    place is read anew); other bytes at the same place replace the old plan.

    Raises UnreadableFile, and what concerns the library or the embedding model.
    """
    place = path.resolve()
    source.check(place, settings)
    plan_id, digest = plan_id_of(place), digest_of(place)
    older = library.has(plan_id)
    holder = library.holder(digest)
    if holder is not None and not (again and holder.id == plan_id):
        if older and holder.id != plan_id:
            library.remove(plan_id)
        return Outcome(path, "unchanged", holder)
    progress.stage("读取")
    raw = read(place, settings)
    progress.stage("分析")
    plan = outline(raw, plan_id=plan_id, file=_text(path.name), digest=digest)
    passages = split(plan, settings.passage_chars)
    if not passages:
        raise EmptyFile(f"「{path.name}」里没有可用的正文，请换成有内容的文件。")
    figures, tasks = indicators(plan), measures(plan)
    progress.stage("向量化")
    vectors = embed(passages, library.embedder, settings.embedding_batch, progress.passages)
    progress.stage("入库")
    library.add(plan, passages, vectors, figures, tasks, path=_text(str(place)))
    return Outcome(path, "replaced" if older else "added", library.holder(digest))


def plan_id_of(place: Path) -> str:
    """The id of the plan at a resolved path: the same for every version of the file."""
    return hashlib.sha256(os.fsencode(place)).hexdigest()[:12]


def digest_of(place: Path) -> str:
    """SHA-256 of a file's bytes, in hex; AccessDenied where reading breaks off."""
    try:
        with place.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise AccessDenied(f"读取「{place.name}」时中断（{error.strerror}），请检查所在磁盘后重试。") from error


def _text(name: str) -> str:
    """A file's name as text: bytes that are none become "?"."""
    return name.encode("utf-8", "replace").decode("utf-8")
