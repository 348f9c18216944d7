"""What loading looks like to the person who waits: bars on a terminal, plain lines anywhere else; always on stderr."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from ingest.load import Outcome

_WORDS = {"added": "已入库", "replaced": "已更新", "unchanged": "已是最新", "failed": "未入库"}


def line(outcome: Outcome) -> str:
    """One line that says what became of a file."""
    word = _WORDS[outcome.status]
    if outcome.record is None:
        return f"{word}  {outcome.path.name}（原因见文末）"
    counts = f"条款 {outcome.record.passages}，指标 {outcome.record.indicators}，举措 {outcome.record.measures}"
    elsewhere = "" if outcome.record.file == outcome.path.name else f"（与 {outcome.record.file} 内容相同）"
    return f"{word}  {outcome.path.name}{elsewhere}  {counts}"


class Lines:
    """A line for every file as it is done, and one at its start where it takes long."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def __enter__(self) -> Lines:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is open."""

    def file(self, number: int, total: int, path: Path) -> None:
        """A file's turn has come."""
        self._console.print(f"[{number}/{total}] {path.name}", markup=False, highlight=False)

    def stage(self, name: str) -> None:
        """Stages are too many lines."""

    def passages(self, done: int, total: int) -> None:
        """So are passages."""

    def outcome(self, outcome: Outcome) -> None:
        """The file is done with."""
        self._console.print(f"      {line(outcome)}", markup=False, highlight=False, soft_wrap=True)


class Bars:
    """Two bars: the files, and the passages of the file at hand."""

    def __init__(self, console: Console) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed:.0f}/{task.total:.0f}"))
        self._bars = Progress(*columns, TimeElapsedColumn(), console=console, transient=True)
        self._files: TaskID | None = None
        self._passages = self._bars.add_task("", total=1, visible=False)
        self._name = ""

    def __enter__(self) -> Bars:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def refresh(self) -> None:
        """Draw the bars as they stand."""
        self._bars.refresh()

    def file(self, number: int, total: int, path: Path) -> None:
        """A file's turn has come."""
        if self._files is None:
            self._files = self._bars.add_task("文件", total=total)
        self._bars.update(self._files, completed=number - 1)
        self._name = escape(path.name)

    def stage(self, name: str) -> None:
        """The file enters a stage."""
        self._bars.update(self._passages, description=f"{name} {self._name}", completed=0, total=1, visible=True)

    def passages(self, done: int, total: int) -> None:
        """So many of the file's passages have their vectors."""
        self._bars.update(self._passages, completed=done, total=total)

    def outcome(self, outcome: Outcome) -> None:
        """The file is done with."""
        self._bars.update(self._passages, visible=False)
        if self._files is not None:
            self._bars.advance(self._files)
        self._bars.console.print(line(outcome), markup=False, highlight=False, soft_wrap=True)
