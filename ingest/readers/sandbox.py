"""Reading files from outside: parsers run in a child process with limits of memory, time, pages and characters.

The parent checks what can be checked without a parser and starts `python -m ingest.readers.sandbox`, which is told one
path a line and answers with one line of JSON. The child has no environment but what Python needs, writes no files, and
is killed when its time is up; whatever it does, the parent gets a document or one sentence.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType

from ingest.errors import ParserStopped, UnreadableFile
from ingest.plans import RawDocument
from ingest.readers import read, source, wire
from ingest.readers.source import MEGABYTE, called
from ingest.settings import IngestSettings

_ROOT = Path(__file__).resolve().parents[2]
_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")
_ERRORS = {kind.__name__: kind for kind in UnreadableFile.__subclasses__()}
_GRACE_SECONDS = 10  # after which a child whose parent is gone ends itself
_SLACK = 1 * MEGABYTE


def read_safely(path: Path, settings: IngestSettings) -> RawDocument:
    """Read one file in a child process of its own; see `Sandbox.read`."""
    with Sandbox(settings) as sandbox:
        return sandbox.read(path)


class Sandbox:
    """A child process that reads file after file; one that fails is replaced. Use it as a context manager.

    Not for several threads at once.
    """

    def __init__(self, settings: IngestSettings) -> None:
        self._settings = settings
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stop()

    def read(self, path: Path) -> RawDocument:
        """Parse one file. Raises a subclass of UnreadableFile: ParserStopped where a limit of memory or time was hit
        or the parser died, or else whatever `ingest.readers.read` raises.
        """
        path = Path(path)
        source.check(path, self._settings)
        used = self._child is not None
        try:
            return self._ask(path)
        except _Spent as error:
            self._stop()
            if not used:
                raise ParserStopped(str(error)) from None
        return self.read(path)  # once more, in a new child: it may have been the files before this one

    def _ask(self, path: Path) -> RawDocument:
        child = self._child or self._start()
        late = threading.Event()

        def stop() -> None:
            late.set()
            child.kill()

        timer = threading.Timer(self._settings.parse_seconds, stop)
        timer.start()
        try:
            answer = self._exchange(child, path)
        finally:
            timer.cancel()
        if late.is_set():
            self._stop()
        if late.is_set() and not answer.endswith(b"\n"):
            raise ParserStopped(
                f"解析{called(path)}超过 {self._settings.parse_seconds} 秒的上限，已停止，"
                "请拆分文件或调高 GUIWEN_PARSE_SECONDS。"
            )
        return self._understood(answer, path)

    def _exchange(self, child: subprocess.Popen[bytes], path: Path) -> bytes:
        limit = self._settings.max_chars * wire.BYTES_PER_CHAR + _SLACK
        try:
            child.stdin.write(json.dumps(str(path.absolute())).encode() + b"\n")
            child.stdin.flush()
            return child.stdout.readline(limit)
        except (BrokenPipeError, ConnectionResetError):
            return b""

    def _understood(self, answer: bytes, path: Path) -> RawDocument:
        """The document or the error of an answer: an initial letter and its content."""
        kind, content = answer[:1], answer[1:]
        if kind == b"D" and answer.endswith(b"\n"):
            try:
                return wire.unpack(content)
            except ValueError:
                self._stop()
        elif kind == b"E" and answer.endswith(b"\n"):
            name, _, sentence = content.decode("utf-8", "replace").rstrip("\n").partition(" ")
            raise _ERRORS.get(name, ParserStopped)(sentence)
        elif kind == b"M":
            raise _Spent(
                f"解析{called(path)}时内存超过 {self._settings.parse_memory_mb} MB 的上限，已停止，"
                "请拆分文件或调高 GUIWEN_PARSE_MEMORY_MB。"
            )
        raise _Spent(f"解析{called(path)}的程序意外退出，文件可能已损坏或过于复杂，请用原软件打开、另存后再添加。")

    def _start(self) -> subprocess.Popen[bytes]:
        environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH", "")]))
        self._child = subprocess.Popen(
            [sys.executable, "-B", "-P", "-X", "utf8", "-m", "ingest.readers.sandbox"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
        self._child.stdin.write(self._settings.model_dump_json().encode() + b"\n")
        return self._child

    def _stop(self) -> None:
        if self._child is None:
            return
        self._child.kill()
        self._child.communicate()
        self._child = None


class _Spent(Exception):
    """The child died or ran out of memory: perhaps not over this file. The text is the sentence for people."""


def serve() -> None:
    """The child: settings on the first line of standard input, then a path a line, an answer a line, until the end."""
    settings = IngestSettings.model_validate_json(sys.stdin.buffer.readline())
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a parser prints is no answer
    _limit(settings)
    for line in sys.stdin.buffer:
        signal.alarm(settings.parse_seconds + _GRACE_SECONDS)
        answer = _answer(Path(json.loads(line)), settings)
        signal.alarm(0)
        answers.write(answer + b"\n")
        answers.flush()
        if answer == b"M":
            return


def _limit(settings: IngestSettings) -> None:
    """Limits of this process: its memory; no files written, no core dumped."""
    import resource  # on POSIX only, as this child is

    for kind, limit in (
        (resource.RLIMIT_AS, settings.parse_memory_mb * MEGABYTE),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        limit = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        with contextlib.suppress(ValueError):  # macOS refuses to limit memory; the limit of time holds there too
            resource.setrlimit(kind, (limit, limit))


def _answer(path: Path, settings: IngestSettings) -> bytes:
    try:
        return b"D" + wire.pack(read(path, settings))
    except UnreadableFile as error:
        return f"E{type(error).__name__} {error}".encode("utf-8", "replace")
    except MemoryError:
        return b"M"
    except Exception as error:  # a parser's bug must not end the whole run
        sentence = f"解析{called(path)}时出错（{type(error).__name__}），请用原软件打开、另存后再添加。"
        return f"EParserStopped {sentence}".encode("utf-8", "replace")


if __name__ == "__main__":
    serve()
