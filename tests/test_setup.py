"""The set-up: what is declared is what is used, what is pinned is complete, and importing costs little."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from setup import environment
from tests import sources

PROJECT = tomllib.loads((sources.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DECLARED = PROJECT["project"]["dependencies"]
FOR_TESTS, FOR_LLM = PROJECT["dependency-groups"]["dev"], PROJECT["dependency-groups"]["llm"]

# Declared without being imported, and why.
NEVER_IMPORTED = {
    "ruff": "a command",
}

# What takes seconds to import → the modules of ours that may bring it in when they are imported.
HEAVY = {
    "torch": "",
    "sentence_transformers": "",
    "chromadb": "ingest.library ingest.__main__ assistant.__main__ assistant.web evals app",
    "gradio": "assistant.web app",
    "langchain_openai": "",
    "xllamacpp": "",
}

IMPORT_ALL = """
import importlib, json, sys
def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        raise SystemExit(f"{event} {arguments}")
sys.addaudithook(refuse)
heavy, brought = sys.argv[1].split(","), {}
for module in sys.argv[2:]:
    before = {name for name in heavy if name in sys.modules}
    importlib.import_module(module)
    brought[module] = [name for name in heavy if name in sys.modules and name not in before]
print(json.dumps(brought))
"""


def name_of(requirement: str) -> str:
    """'python-docx==1.2.0' → 'python-docx', spelt as package indexes compare names."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()


def locked(lock: str) -> dict[str, str]:
    """Name → version of what a lock file pins."""
    text = (sources.ROOT / lock).read_text(encoding="utf-8")
    return {name_of(name): version for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", text, re.M)}


@pytest.mark.parametrize("requirement", [*DECLARED, *FOR_TESTS, *FOR_LLM])
def test_a_dependency_is_pinned_where_it_is_declared_and_to_the_same_version_in_its_lock(requirement: str) -> None:
    name, version = requirement.split("==")
    if name == "torch":
        assert "torch" not in locked("requirements.lock"), "each machine gets its own build"
    else:
        lock = {**dict.fromkeys(DECLARED, ""), **dict.fromkeys(FOR_LLM, "-llm")}.get(requirement, "-dev")
        assert locked(f"requirements{lock}.lock")[name_of(name)] == version


def test_what_pip_was_told_is_passed_on_to_uv_and_its_environment_comes_before_its_files() -> None:
    told = (
        ":env:.find-links='/wheels /more'\nglobal.find-links='/old'\nglobal.index-url='https://mirror.example/simple'\n"
    )
    assert environment.in_uvs_words(told + "global.timeout='60'\nglobal.cert=''\n") == {
        "UV_FIND_LINKS": "/wheels,/more",
        "UV_DEFAULT_INDEX": "https://mirror.example/simple",
    }


def test_a_finished_installation_is_not_taken_for_one_of_other_locks(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("nh3==0.3.8\n", encoding="utf-8")
    before = environment.fingerprint([lock])
    assert environment.fingerprint([lock]) == before
    lock.write_text("nh3==0.3.9\n", encoding="utf-8")
    assert environment.fingerprint([lock]) != before


def test_the_two_locks_agree_on_what_both_pin() -> None:
    program, tests = locked("requirements.lock"), locked("requirements-dev.lock")
    assert {name: tests[name] for name in tests if name in program and tests[name] != program[name]} == {}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    providers = packages_distributions()

    def needed(files: list[str]) -> set[str]:
        tops = {name.partition(".")[0] for file in files for name in sources.imports(file)}
        return {name_of(dist) for top in tops for dist in providers.get(top, ())}

    program = needed(sources.house_files())
    anywhere = needed(list(sources.python_files()))
    assert program - {name_of(entry) for entry in [*DECLARED, *FOR_LLM]} == set()
    assert {name_of(entry) for entry in [*DECLARED, *FOR_TESTS]} - anywhere - set(NEVER_IMPORTED) == set()


def test_importing_any_of_it_opens_no_connection_and_loads_nothing_heavy_before_it_is_asked_for() -> None:
    every = sorted(sources.modules(), key=lambda module: (sum(is_of(module, HEAVY[name]) for name in HEAVY), module))
    command = [sys.executable, "-c", IMPORT_ALL, ",".join(HEAVY), *every]
    done = subprocess.run(command, cwd=sources.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    brought = json.loads(done.stdout.splitlines()[-1])
    unasked = {module: [name for name in names if not is_of(module, HEAVY[name])] for module, names in brought.items()}
    assert {module: names for module, names in unasked.items() if names} == {}


def is_of(module: str, rooms: str) -> bool:
    return any(module == room or module.startswith(f"{room}.") for room in rooms.split())
