"""The README and the documents beside it say what is there."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests import readme
from tests.sources import ROOT

DOCUMENTS = sorted(path.relative_to(ROOT) for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")))
RECORDS = sorted((ROOT / "docs" / "adr").glob("*.md"))
LINES_OF_A_PAGE, PICTURE_BYTES = 70, 300 * 1024

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_COMMANDS = re.compile(r"^```bash\n(.*?)^```", re.M | re.S)
_PYTHON = re.compile(
    r"python (?:-m )?([\w.]+)(?: (add|show|remove|concepts|run|bench|check|compare|gate|report))?((?: .*)?)$"
)


def text_of(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def commands() -> list[str]:
    """The lines of the README's blocks of commands, without what is said beside them."""
    lines = "".join(_COMMANDS.findall(text_of(readme.README))).splitlines()
    return [shlex.join(shlex.split(line, comments=True)) for line in lines if line.strip()]


def test_what_the_program_gives_is_what_the_readme_shows() -> None:
    shown = text_of(readme.README)
    assert readme.filled(shown, readme.parts()) == shown, "python -m tests.readme writes these parts anew"


def test_a_part_whose_marks_are_missing_is_noticed() -> None:
    with pytest.raises(ValueError, match="settings"):
        readme.filled("<!-- settings -->\n", {"settings": "x"})
    assert readme.filled("<!-- a -->\nold\n<!-- /a -->", {"a": r"\1"}) == "<!-- a -->\n\\1\n<!-- /a -->"


def test_records_are_taken_evenly_and_in_their_order() -> None:
    records = [{"plan": plan, "at": at} for plan, many in (("a", 100), ("b", 2), ("c", 30)) for at in range(many)]
    chosen = [(one["plan"], one["at"]) for one in readme.spread(records, "plan", 6)]
    assert chosen == [("a", 25), ("a", 75), ("b", 0), ("b", 1), ("c", 7), ("c", 22)]
    assert readme.spread(records[:3], "plan", 10) == records[:3]


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_every_link_leads_to_a_file(document: Path) -> None:
    links = [link.partition("#")[0] for link in _LINK.findall(text_of(document)) if "://" not in link]
    assert [link for link in links if not (ROOT / document.parent / link).exists()] == []


def test_the_pictures_are_small() -> None:
    pictures = [ROOT / link for link in _LINK.findall(text_of(readme.README)) if link.endswith(".png")]
    assert pictures
    assert [picture.name for picture in pictures if picture.stat().st_size > PICTURE_BYTES] == []


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", text_of(Path("Makefile")), re.M))
    named = {name for document in DOCUMENTS for name in re.findall(r"`make ([a-z-]+)", text_of(document))}
    assert named | {line.split()[1] for line in commands() if line.startswith("make ")} <= targets


@pytest.mark.parametrize("line", [line for line in commands() if not line.startswith("make ")])
def test_every_command_is_one_that_the_program_has(line: str) -> None:
    found = _PYTHON.match(line)
    assert found, line
    program, command, rest = found.groups()
    start = [program] if program.endswith(".py") else ["-m", program]
    asked = [sys.executable, *start, *([command] if command else []), "--help"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [option for option in re.findall(r"--[a-z]+", rest) if option not in done.stdout] == []


def test_decision_records_are_numbered_one_after_the_other_and_fit_a_page() -> None:
    assert [int(path.name[:4]) for path in RECORDS] == list(range(1, len(RECORDS) + 1))
    for number, path in enumerate(RECORDS, 1):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith(f"# {number}. "), path.name
        assert len(lines) <= LINES_OF_A_PAGE, path.name
