"""Which room may know which: the two tables are the house plan, and a file that is not on them fails."""

from __future__ import annotations

import sys
from fnmatch import fnmatchcase

import pytest

from tests import sources

# Room: its files, and the rooms whose files it may import besides its own.
ROOMS = {
    "prompts": ("prompts/__init__.py", ""),
    "corpus": ("ingest/__init__.py ingest/plans.py ingest/errors.py ingest/settings.py", ""),
    "readers": ("ingest/readers/*.py", "corpus"),
    "notation": ("ingest/notation/*.py", "corpus"),
    "structure": ("ingest/structure/*.py", "corpus notation"),
    "facts": ("ingest/facts/*.py", "corpus notation structure"),
    "embedding": ("ingest/embedding/*.py", "corpus"),
    "library": ("ingest/library/*.py", "corpus facts embedding"),
    "commands": ("ingest/commandline.py", "corpus"),
    "loading": (
        "ingest/load.py ingest/progress.py ingest/records.py ingest/listing.py ingest/align.py ingest/show.py "
        "ingest/__main__.py",
        "corpus commands readers structure facts embedding library",
    ),
    "conversation": (
        "assistant/__init__.py assistant/questions.py assistant/answers.py assistant/settings.py assistant/errors.py",
        "corpus",
    ),
    "computing": ("assistant/compute.py assistant/expressions.py", "corpus notation"),
    "words": ("assistant/words/*.py", "corpus conversation computing"),
    "understanding": ("assistant/understanding/*.py", "corpus notation structure conversation"),
    "retrieval": ("assistant/retrieval/*.py", "corpus notation structure library conversation understanding"),
    "records": (
        "assistant/records/*.py",
        "corpus notation structure facts library conversation computing words understanding retrieval",
    ),
    "composing": (
        "assistant/composing/*.py",
        "corpus notation structure facts library conversation computing words understanding retrieval records",
    ),
    "checking": (
        "assistant/checking/*.py",
        "corpus notation structure facts conversation computing understanding retrieval",
    ),
    "model": ("assistant/model/*.py", "corpus embedding conversation words"),
    "writing": (
        "assistant/writing/*.py",
        "prompts corpus notation library conversation words retrieval records checking model",
    ),
    "chain": (
        "assistant/chain.py",
        "corpus library conversation words understanding retrieval records composing checking",
    ),
    "web": ("assistant/web/*.py", "corpus conversation words"),
    "entrances": ("assistant/__main__.py app.py", "corpus commands library conversation words writing chain web"),
    "evals": (
        "evals/*.py",
        "corpus commands readers notation structure facts embedding library loading conversation computing words "
        "understanding retrieval records composing checking model writing chain prompts",
    ),
}

# Outside thing: the files that are its door. What is not in the standard library needs a row, and so do those of its
# modules that reach out of the process. The most exact name counts.
DOORS = {
    "chromadb": "ingest/library/vectors.py",
    "sqlite3": "ingest/library/*.py",
    "fcntl": "ingest/library/lock.py",
    "sentence_transformers": "ingest/embedding/embed.py",
    "torch": "ingest/embedding/weights.py",
    "safetensors": "ingest/embedding/bert.py ingest/embedding/weights.py",
    "tokenizers": "ingest/embedding/bert.py",
    "scipy": "evals/statistics.py",
    "threadpoolctl": "ingest/embedding/bert.py",
    "numpy": "ingest/embedding/*.py ingest/load.py ingest/library/*.py evals/statistics.py",
    "lxml": "ingest/readers/*.py",
    "docx": "ingest/readers/*.py",
    "pypdfium2": "ingest/readers/*.py",
    "pdfplumber": "ingest/readers/*.py",
    "zipfile": "ingest/readers/*.py ingest/embedding/weights.py assistant/model/gguf.py",
    "subprocess": "ingest/embedding/wheels.py ingest/readers/sandbox.py evals/bench.py",
    "multiprocessing": "",
    "resource": "ingest/readers/sandbox.py",
    "urllib.request": "",
    "http": "",
    "socket": "assistant/web/serve.py",
    "pydantic": "*/settings.py ingest/facts/confirmed.py ingest/library/codec.py ingest/__main__.py "
    "assistant/__main__.py assistant/web/feedback.py evals/*.py",
    "pydantic_settings": "*/settings.py",
    "langchain_core": "assistant/chain.py assistant/writing/llm.py assistant/model/streaming.py "
    "assistant/model/endpoint.py evals/judge.py evals/peers/*.py",
    "langchain_text_splitters": "evals/peers/__main__.py",
    "langchain_openai": "assistant/model/endpoint.py evals/peers/__main__.py",
    "xllamacpp": "assistant/model/local_model.py",
    "llama_index": "evals/peers/__main__.py",
    "pypinyin": "ingest/notation/homophones.py",
    "gradio": "assistant/web/*.py",
    "fastapi": "assistant/web/*.py",
    "starlette": "assistant/web/*.py",
    "uvicorn": "assistant/web/serve.py",
    "markdown_it": "assistant/web/markup.py",
    "nh3": "assistant/web/markup.py",
    "jinja2": "evals/report.py",
    "rich": "*/__main__.py app.py ingest/commandline.py ingest/listing.py ingest/progress.py",
}
OURS = {*sources.PACKAGES, "app"}
HOUSE = sources.house_files()


def matches(file: str, patterns: str) -> bool:
    return any(fnmatchcase(file, pattern) for pattern in patterns.split())


def rooms_of(file: str) -> list[str]:
    return [room for room, (files, _) in ROOMS.items() if matches(file, files)]


def door(name: str) -> str | None:
    """The row of DOORS that an imported name falls under: 'urllib.request' for 'urllib.request.Request'."""
    return next((prefix for prefix in sources.prefixes(name) if prefix in DOORS), None)


def ours(file: str) -> set[str]:
    """The files of ours that a file imports."""
    return {sources.file_of(name) for name in sources.imports(file) if name.partition(".")[0] in OURS}


@pytest.mark.parametrize("file", HOUSE)
def test_a_file_is_in_one_room_and_imports_only_from_there_and_upstream(file: str) -> None:
    assert len(rooms_of(file)) == 1, f"{file}: which room in ROOMS?"
    room = rooms_of(file)[0]
    visible = {room, *ROOMS[room][1].split()}
    assert {seen for seen in ours(file) if not visible & set(rooms_of(seen))} == set()


@pytest.mark.parametrize("file", HOUSE)
def test_outside_things_are_imported_only_by_their_door(file: str) -> None:
    outside = {name for name in sources.imports(file) if name.partition(".")[0] not in OURS}
    unlisted = {name for name in outside if door(name) is None}
    assert {name for name in unlisted if name.partition(".")[0] not in sys.stdlib_module_names} == set()
    assert {name for name in outside - unlisted if not matches(file, DOORS[door(name)])} == set()


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_knows_only_rooms_upstream_of_it(room: str) -> None:
    order = list(ROOMS)
    assert [seen for seen in ROOMS[room][1].split() if order.index(seen) >= order.index(room)] == []


def test_no_file_imports_itself_by_a_detour() -> None:
    reached = {file: ours(file) - {file} for file in HOUSE}
    for _ in HOUSE:
        reached = {file: seen.union(*(reached[near] for near in seen)) for file, seen in reached.items()}
    assert [file for file, seen in reached.items() if file in seen] == []


@pytest.mark.parametrize("patterns", [files for files, _ in ROOMS.values()] + list(DOORS.values()))
def test_every_name_in_the_tables_is_of_a_file_that_exists(patterns: str) -> None:
    assert [pattern for pattern in patterns.split() if not any(fnmatchcase(file, pattern) for file in HOUSE)] == []


def test_the_set_up_needs_nothing_but_the_standard_library() -> None:
    files = [file for file in sources.python_files() if file.startswith("setup/")]
    needed = {name.partition(".")[0] for file in files for name in sources.imports(file)}
    assert needed - sys.stdlib_module_names == set()


def test_imports_are_read_wherever_and_however_they_are_written() -> None:
    code = "import a.b\nfrom ingest import plans\nfrom ingest.plans import Plan\ndef f():\n    from ..c import d\n"
    assert set(sources.imported_by(code, "x/y/z.py")) == {"a.b", "ingest.plans", "x.c"}
