"""House style that a linter does not know."""

from __future__ import annotations

import ast
import re
from pathlib import PurePosixPath

import pytest

from tests import sources

LINES_IN_A_FILE, LINES_IN_A_FUNCTION = 200, 40
NAMELESS = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}

# File or file:function → why it may be longer.
LONGER: dict[str, str] = {
    "ingest/plans.py": "the nouns of the corpus belong side by side",
}

# File → why no test module mirrors it.
UNMIRRORED: dict[str, str] = {
    "ingest/errors.py": "names and texts only",
    "assistant/answers.py": "nouns only",
    "assistant/questions.py": "nouns only",
    "assistant/errors.py": "names and texts only",
    "assistant/web/contracts.py": "protocols only",
    "assistant/web/errors.py": "names and texts only",
    "evals/errors.py": "names and texts only",
}


def functions(file: str) -> list[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    found = [node for node in ast.walk(sources.tree(file)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [(f"{file}:{node.name}", node) for node in found]


def too_long() -> dict[str, int]:
    """What is beyond the limits, with its number of lines."""
    files = {file: sources.text(file).count("\n") for file in sources.python_files()}
    bodies = {
        name: (node.end_lineno or node.lineno) - node.lineno + 1
        for file in sources.python_files()
        for name, node in functions(file)
    }
    return {name: lines for name, lines in files.items() if lines > LINES_IN_A_FILE} | {
        name: lines for name, lines in bodies.items() if lines > LINES_IN_A_FUNCTION
    }


def test_files_and_functions_keep_to_their_length() -> None:
    assert {name: lines for name, lines in too_long().items() if name not in LONGER} == {}


def test_what_is_excused_for_its_length_still_needs_to_be() -> None:
    assert set(LONGER) - set(too_long()) == set()


def test_a_file_is_named_for_what_it_does() -> None:
    assert [file for file in sources.python_files() if NAMELESS & set(PurePosixPath(file).with_suffix("").parts)] == []


@pytest.mark.parametrize("file", sources.python_files())
def test_nothing_is_left_to_be_done_later(file: str) -> None:
    assert re.findall(r"\b(?:TO{1}DO|FIX{1}ME|X{3})\b", sources.text(file)) == []


@pytest.mark.parametrize("file", sources.python_files())
def test_no_error_is_swallowed_in_silence(file: str) -> None:
    handlers = [node for node in ast.walk(sources.tree(file)) if isinstance(node, ast.ExceptHandler)]
    silent = [node.lineno for node in handlers if all(isinstance(line, ast.Pass) for line in node.body)]
    assert silent == []


def mirror(file: str) -> str:
    """'ingest/readers/text.py' → 'tests/ingest/readers/test_text.py'."""
    path = PurePosixPath("tests") / file
    return str(path.with_name(f"test_{path.stem.strip('_')}.py"))


def untested() -> list[str]:
    """Files with more in them than a docstring, without a test module of their own."""
    files = (file for file in sources.house_files() if sources.tree(file).body[1:])
    return [file for file in files if mirror(file) not in sources.python_files()]


def test_every_file_has_its_mirror_among_the_tests() -> None:
    assert [file for file in untested() if file not in UNMIRRORED] == []


def test_what_is_excused_from_a_mirror_still_needs_to_be() -> None:
    assert set(UNMIRRORED) - set(untested()) == set()
