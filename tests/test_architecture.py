"""Which room may know which: the tables are the house plan, and a file that is on none of them fails."""

from __future__ import annotations

import sys
from fnmatch import fnmatchcase

import pytest

from tests import sources

# File → the modules of ours that it may import; a package's name stands for all that is in it. First match counts.
MAY_IMPORT = {
    "prompts/__init__.py": "",
    "ingest/__init__.py": "",
    "ingest/errors.py": "",
    "ingest/settings.py": "",
    "ingest/plans.py": "",
    "ingest/readers/*.py": "ingest.readers ingest.plans ingest.errors ingest.settings",
    "ingest/embed.py": "ingest.errors ingest.settings",
    "ingest/library/*.py": "ingest.library ingest.plans ingest.errors ingest.settings ingest.embed",
    "ingest/__main__.py": "ingest",
    "assistant/__init__.py": "",
    "assistant/errors.py": "",
    "assistant/settings.py": "",
    "assistant/answers.py": "ingest.plans",
    "assistant/web/*.py": "assistant ingest.errors ingest.library ingest.plans ingest.settings",
    "assistant/__main__.py": "assistant ingest",
    "evals/*.py": "evals assistant ingest prompts",
    "app.py": "assistant ingest",
}

# Outside thing → the files that are its door. What is not in the standard library needs a row here; of the standard
# library, the modules that reach outside the process.
DOORS = {
    "chromadb": "ingest/library/vectors.py",
    "sqlite3": "ingest/library/*.py",
    "fcntl": "ingest/library/*.py",
    "sentence_transformers": "ingest/embed.py",
    "torch": "ingest/embed.py",
    "numpy": "ingest/embed.py ingest/library/*.py assistant/retrieve.py",
    "lxml": "ingest/readers/*.py",
    "docx": "ingest/readers/*.py",
    "pypdfium2": "ingest/readers/*.py",
    "pdfplumber": "ingest/readers/*.py",
    "zipfile": "ingest/readers/*.py ingest/embed.py",
    "subprocess": "ingest/readers/sandbox.py ingest/embed.py",
    "multiprocessing": "ingest/readers/sandbox.py",
    "resource": "ingest/readers/sandbox.py",
    "urllib": "ingest/embed.py",
    "http": "",
    "socket": "",
    "cn2an": "ingest/numerals.py",
    "pydantic": "*/settings.py evals/*.py",
    "pydantic_settings": "*/settings.py",
    "langchain_core": "assistant/*.py",
    "langchain_openai": "assistant/llm.py",
    "gradio": "assistant/web/*.py",
    "fastapi": "assistant/web/*.py",
    "starlette": "assistant/web/*.py",
    "uvicorn": "assistant/web/*.py app.py",
    "nh3": "assistant/web/*.py",
    "rich": "*/__main__.py",
}
WATCHED = {name for name in DOORS if name in sys.stdlib_module_names}
OURS = {*sources.PACKAGES, "app"}


def row(file: str) -> str | None:
    return next((allowed for pattern, allowed in MAY_IMPORT.items() if fnmatchcase(file, pattern)), None)


def is_within(module: str, allowed: str) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in allowed.split())


def is_a_door(file: str, patterns: str) -> bool:
    return any(fnmatchcase(file, pattern) for pattern in patterns.split())


@pytest.mark.parametrize("file", sources.house_files())
def test_a_file_has_its_place_in_the_table_and_imports_only_what_that_place_allows(file: str) -> None:
    allowed = row(file)
    assert allowed is not None, f"{file} has no row in MAY_IMPORT: which room is it?"
    ours = {name for name in sources.imports(file) if name.partition(".")[0] in OURS}
    assert {name for name in ours if not is_within(name, allowed)} == set()


@pytest.mark.parametrize("file", sources.house_files())
def test_outside_things_are_imported_only_by_their_door(file: str) -> None:
    outside = {name.partition(".")[0] for name in sources.imports(file)} - OURS
    checked = {name for name in outside if name in WATCHED or name not in sys.stdlib_module_names}
    assert {name for name in checked if name not in DOORS} == set(), "no row in DOORS"
    assert {name for name in checked if not is_a_door(file, DOORS[name])} == set()


def test_the_set_up_needs_nothing_but_the_standard_library() -> None:
    needed = {
        name.partition(".")[0]
        for file in sources.python_files()
        if file.startswith("setup/")
        for name in sources.imports(file)
    }
    assert needed - sys.stdlib_module_names == set()


@pytest.mark.parametrize("pattern", MAY_IMPORT)
def test_every_row_of_the_table_is_about_a_file_that_exists(pattern: str) -> None:
    assert any(fnmatchcase(file, pattern) for file in sources.house_files())


def test_nothing_but_evals_and_the_app_itself_sees_evals_or_the_app() -> None:
    seeing = {
        file
        for file in sources.house_files()
        for name in sources.imports(file)
        if name.partition(".")[0] in {"evals", "app"}
    }
    assert {file for file in seeing if not file.startswith("evals/")} == set()


def test_imports_are_read_however_they_are_written() -> None:
    found = set(sources.imports("tests/test_architecture.py"))
    assert {"tests", "pytest", "fnmatch"} <= found
