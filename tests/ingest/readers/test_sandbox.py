"""Reading in a child process: what a parser does there, the parent gets a document or a sentence."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest.errors import AccessDenied, EmptyFile, FileTooLarge, NoTextLayer, ParserStopped
from ingest.readers import read
from ingest.readers.sandbox import Sandbox, read_safely
from ingest.settings import IngestSettings
from tests.ingest.readers.checks import assert_sentence
from tests.ingest.readers.pdf_files import Page, pdf
from tests.ingest.readers.test_html import PAGE

HUNGRY = "<p>字" * 500_000  # a few megabytes whose tree takes hundreds


def nested_forms(levels: int = 9, times: int = 10) -> bytes:
    """A PDF of two kilobytes that prints its one line ten to the ninth times."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
        "/Resources << /XObject << /X 5 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for level in range(levels):
        body = "BT /F 9 Tf 72 700 Td (plan) Tj ET" if level == levels - 1 else "/X Do " * times
        objects.append(
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> "
            f"/XObject << /X {6 + level} 0 R >> >> /Length {len(body)} >>\nstream\n{body}\nendstream"
        )
    body = "".join(f"{number} 0 obj\n{each}\nendobj\n" for number, each in enumerate(objects, start=1))
    return f"%PDF-1.6\n{body}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n%%EOF".encode()


@pytest.fixture
def sandbox(ingest_settings: IngestSettings) -> Iterator[Sandbox]:
    with Sandbox(ingest_settings) as running:
        yield running


def test_a_document_comes_over_as_it_was_read(
    written: Callable[..., Path], sandbox: Sandbox, ingest_settings: IngestSettings
) -> None:
    page = Page().table([["类别", "指标"], ["^", "研发"], ["产业", "产值"]], 72, 700)
    for path in (written("页.html", PAGE), written("规划.pdf", pdf([page])), written("总则.txt", "总则")):
        assert sandbox.read(path) == read(path, ingest_settings)


def test_a_path_from_here_is_the_same_there(
    written: Callable[..., Path], ingest_settings: IngestSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(written("总 则\n.txt", "总则").parent)
    written("json.py", "raise SystemExit")
    assert read_safely(Path("总 则\n.txt"), ingest_settings).text == "总则"


def test_a_readers_refusal_comes_over_in_its_own_words(written: Callable[..., Path], sandbox: Sandbox) -> None:
    for name, content, kind in (
        ("空白.txt", " \n", EmptyFile),
        ("扫描.pdf", pdf([Page(image=True)]), NoTextLayer),
        ("零.txt", "", EmptyFile),
        ("不在/其中.txt", None, AccessDenied),
    ):
        path = written(name, content) if content is not None else Path(name)
        with pytest.raises(kind) as caught:
            sandbox.read(path)
        assert type(caught.value) is kind
        assert_sentence(caught.value, path.name)


def test_a_file_too_large_starts_no_process(tmp_path: Path, sandbox: Sandbox) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(500 * 1024 * 1024)
    with pytest.raises(FileTooLarge):
        sandbox.read(path)
    assert sandbox._child is None


def test_memory_is_limited(written: Callable[..., Path], ingest_settings: IngestSettings) -> None:
    path = written("大页.html", HUNGRY)
    with pytest.raises(ParserStopped, match="256 MB") as caught:
        read_safely(path, ingest_settings.model_copy(update={"parse_memory_mb": 256}))
    assert_sentence(caught.value, "大页.html")


def test_time_is_limited(written: Callable[..., Path], ingest_settings: IngestSettings) -> None:
    path = written("慢.pdf", nested_forms())
    with pytest.raises(ParserStopped, match="1 秒") as caught:
        read_safely(path, ingest_settings.model_copy(update={"parse_seconds": 1}))
    assert_sentence(caught.value, "慢.pdf")


def test_after_a_failure_the_next_file_is_read(written: Callable[..., Path], ingest_settings: IngestSettings) -> None:
    with Sandbox(ingest_settings.model_copy(update={"parse_memory_mb": 256})) as sandbox:
        assert sandbox.read(written("前.txt", "总则")).text == "总则"
        with pytest.raises(ParserStopped):
            sandbox.read(written("大页.html", HUNGRY))
        assert sandbox.read(written("后.txt", "附则")).text == "附则"


def test_a_child_that_died_between_two_files_is_replaced(written: Callable[..., Path], sandbox: Sandbox) -> None:
    path = written("总则.txt", "总则")
    sandbox.read(path)
    assert sandbox._child is not None
    os.kill(sandbox._child.pid, signal.SIGKILL)
    sandbox._child.wait()
    assert sandbox.read(path).text == "总则"


def test_a_parser_that_cannot_start_is_told_of(
    written: Callable[..., Path], ingest_settings: IngestSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = written("python", "#!/bin/sh\nexit 1\n")
    program.chmod(0o700)
    monkeypatch.setattr("sys.executable", str(program))
    with pytest.raises(ParserStopped, match="意外退出") as caught:
        read_safely(written("总则.txt", "总则"), ingest_settings)
    assert_sentence(caught.value, "总则.txt")


def test_the_child_ends_with_its_sandbox(written: Callable[..., Path], ingest_settings: IngestSettings) -> None:
    with Sandbox(ingest_settings) as sandbox:
        sandbox.read(written("总则.txt", "总则"))
        child = sandbox._child
    assert child is not None
    assert child.poll() is not None


def test_the_child_knows_no_secrets_and_writes_no_files(
    written: Callable[..., Path], sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    sandbox.read(written("总则.txt", "总则"))
    assert sandbox._child is not None
    process = Path("/proc", str(sandbox._child.pid))
    if not process.is_dir():
        pytest.skip("no /proc here to look at the child with")
    assert b"sk-secret" not in (process / "environ").read_bytes()
    limits = (process / "limits").read_text()
    assert "Max file size             0 " in limits
    assert f"Max address space         {2048 * 1024 * 1024}" in limits


def test_every_real_document_comes_over(real_plans: Path, sandbox: Sandbox, ingest_settings: IngestSettings) -> None:
    for path in sorted(path for path in real_plans.rglob("*") if path.is_file()):
        assert sandbox.read(path) == read(path, ingest_settings), path.name
