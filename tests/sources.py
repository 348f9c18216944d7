"""The project's Python files and what they import, read with `ast`: nothing is executed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("prompts", "ingest", "assistant", "evals")
OUTSIDE_THE_HOUSE = ("tests", "setup")


@cache
def python_files() -> tuple[str, ...]:
    """Every Python file of the project, as a path from its root; environments and caches begin with a dot."""
    found = (path.relative_to(ROOT) for path in ROOT.rglob("*.py"))
    return tuple(sorted(path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts)))


def house_files() -> list[str]:
    """The files of the rooms and app.py, without the tests and the set-up."""
    return [file for file in python_files() if file.partition("/")[0] not in OUTSIDE_THE_HOUSE]


@cache
def text(file: str) -> str:
    return (ROOT / file).read_text(encoding="utf-8")


@cache
def tree(file: str) -> ast.Module:
    return ast.parse(text(file), file)


def module_name(file: str) -> str:
    """'ingest/readers/__init__.py' → 'ingest.readers'."""
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@cache
def modules() -> dict[str, str]:
    """Our own modules and packages by their name, each with its file."""
    return {module_name(file): file for file in house_files()}


def prefixes(name: str) -> Iterator[str]:
    """'a.b.c', 'a.b', 'a'."""
    while name:
        yield name
        name = name.rpartition(".")[0]


def file_of(name: str) -> str:
    """The file of ours that an imported name stands in: 'ingest/plans.py' for 'ingest.plans' or 'ingest.plans.Plan'."""
    return next(modules()[prefix] for prefix in prefixes(name) if prefix in modules())


def imports(file: str) -> Iterator[str]:
    """Full names of what a file imports, see `imported_by`."""
    return imported_by(text(file), file)


def imported_by(code: str, file: str) -> Iterator[str]:
    """Full names of what code imports, wherever in it: 'ingest.plans' for `from ingest.plans import Plan` as for
    `from ingest import plans`; relative imports are resolved against `file`."""
    for node in ast.walk(ast.parse(code, file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = _origin(node, file)
            for alias in node.names:
                name = f"{origin}.{alias.name}"
                yield name if name in modules() else origin


def _origin(node: ast.ImportFrom, file: str) -> str:
    if not node.level:
        return node.module or ""
    here = Path(file).parts[:-1]
    package = ".".join(here[: len(here) - node.level + 1])
    return f"{package}.{node.module}" if node.module else package
