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
    "quantities": (
        "ingest/numerals.py ingest/units.py ingest/periods.py ingest/nonvalues.py ingest/notation.py "
        "ingest/quantities.py ingest/regions.py",
        "corpus",
    ),
    "outline": (
        "ingest/lines.py ingest/noise.py ingest/pages.py ingest/contents.py ingest/items.py ingest/wrapping.py "
        "ingest/headings.py ingest/tree.py ingest/sections.py ingest/sequences.py ingest/tables.py ingest/tabbed.py "
        "ingest/piped.py ingest/exploded.py ingest/grouped.py ingest/titles.py ingest/labels.py ingest/facts.py "
        "ingest/number_regions.py ingest/outline.py ingest/split.py",
        "corpus quantities",
    ),
    "facts": (
        "ingest/horizon.py ingest/scenes.py ingest/sentences.py ingest/clauses.py ingest/naming.py ingest/timing.py "
        "ingest/columns.py ingest/confirmed.py ingest/concepts.py ingest/proposals.py ingest/indicators.py "
        "ingest/indicators_table.py ingest/indicators_text.py ingest/duties.py ingest/validity.py ingest/provisions.py "
        "ingest/measures.py ingest/arithmetic.py ingest/conflicts.py",
        "corpus quantities outline",
    ),
    "embedding": ("ingest/embed.py ingest/bert.py ingest/weights.py ingest/wheels.py", "corpus"),
    "library": ("ingest/library/*.py", "corpus facts embedding"),
    "loading": (
        "ingest/load.py ingest/progress.py ingest/records.py ingest/listing.py ingest/commandline.py "
        "ingest/align.py ingest/show.py ingest/__main__.py",
        "corpus readers outline facts embedding library",
    ),
    "conversation": ("assistant/__init__.py assistant/answers.py assistant/settings.py assistant/errors.py", "corpus"),
    "computing": ("assistant/compute.py", "corpus quantities"),
    "words": ("assistant/present*.py", "corpus conversation computing"),
    "understanding": (
        "assistant/understand.py assistant/followups.py assistant/recalls.py assistant/listed.py assistant/scopes.py "
        "assistant/mentions.py assistant/areas.py assistant/own_region.py assistant/wording.py assistant/intents.py",
        "corpus quantities outline conversation",
    ),
    "retrieval": (
        "assistant/retrieve.py assistant/terms.py assistant/rank.py assistant/locate.py assistant/evidence.py "
        "assistant/clip.py",
        "corpus quantities outline library conversation understanding",
    ),
    "records": (
        "assistant/fitting.py assistant/values.py assistant/sections.py assistant/rows.py assistant/operations.py "
        "assistant/disagreements.py assistant/choose.py assistant/lead_ins.py assistant/naming_places.py "
        "assistant/orders.py assistant/lineups.py assistant/pairs.py assistant/columns_of_places.py "
        "assistant/rows_of_table.py assistant/asked_values.py assistant/several.py assistant/duties.py "
        "assistant/grants.py assistant/corroborate.py assistant/numbered_items.py",
        "corpus quantities outline facts library conversation computing words understanding retrieval",
    ),
    "composing": (
        "assistant/compose*.py",
        "corpus quantities outline facts library conversation computing words understanding retrieval records",
    ),
    "checking": (
        "assistant/cite.py assistant/ground*.py assistant/traced.py assistant/verbatim.py assistant/reworded.py "
        "assistant/verify.py assistant/shown.py assistant/stated.py",
        "corpus quantities outline facts conversation computing understanding retrieval",
    ),
    "model": (
        "assistant/endpoint.py assistant/local_model.py assistant/gguf.py assistant/streaming.py",
        "corpus embedding conversation words",
    ),
    "writing": (
        "assistant/exhibits.py assistant/drafting.py assistant/kept.py assistant/llm.py assistant/writers.py",
        "prompts corpus quantities library conversation words retrieval records checking model",
    ),
    "chain": (
        "assistant/chain.py",
        "corpus library conversation words understanding retrieval records composing checking",
    ),
    "web": ("assistant/web/*.py", "corpus conversation words"),
    "entrances": ("assistant/__main__.py app.py", "corpus library conversation words writing chain web"),
    "evals": (
        "evals/*.py",
        "corpus readers quantities outline facts embedding library loading conversation computing words understanding "
        "retrieval records composing checking model writing chain prompts",
    ),
}

# Outside thing: the files that are its door. What is not in the standard library needs a row, and so do those of its
# modules that reach out of the process. The most exact name counts.
DOORS = {
    "chromadb": "ingest/library/vectors.py",
    "sqlite3": "ingest/library/*.py",
    "fcntl": "ingest/library/lock.py",
    "sentence_transformers": "ingest/embed.py",
    "torch": "ingest/weights.py",
    "safetensors": "ingest/bert.py ingest/weights.py",
    "tokenizers": "ingest/bert.py",
    "scipy": "evals/statistics.py",
    "threadpoolctl": "ingest/bert.py",
    "numpy": "ingest/embed.py ingest/bert.py ingest/load.py ingest/library/*.py evals/statistics.py",
    "lxml": "ingest/readers/*.py",
    "docx": "ingest/readers/*.py",
    "pypdfium2": "ingest/readers/*.py",
    "pdfplumber": "ingest/readers/*.py",
    "zipfile": "ingest/readers/*.py ingest/weights.py assistant/gguf.py",
    "subprocess": "ingest/wheels.py ingest/readers/sandbox.py evals/bench.py",
    "multiprocessing": "",
    "resource": "ingest/readers/sandbox.py",
    "urllib.request": "",
    "http": "",
    "socket": "assistant/web/serve.py",
    "pydantic": "*/settings.py ingest/confirmed.py ingest/library/codec.py ingest/__main__.py assistant/__main__.py "
    "assistant/web/feedback.py evals/*.py",
    "pydantic_settings": "*/settings.py",
    "langchain_core": "assistant/chain.py assistant/llm.py assistant/streaming.py assistant/endpoint.py evals/judge.py "
    "evals/peers/*.py",
    "langchain_text_splitters": "evals/peers/__main__.py",
    "langchain_openai": "assistant/endpoint.py evals/peers/__main__.py",
    "xllamacpp": "assistant/local_model.py",
    "llama_index": "evals/peers/__main__.py",
    "gradio": "assistant/web/*.py",
    "fastapi": "assistant/web/*.py",
    "starlette": "assistant/web/*.py",
    "uvicorn": "assistant/web/serve.py",
    "markdown_it": "assistant/web/markup.py",
    "nh3": "assistant/web/markup.py",
    "jinja2": "evals/report.py",
    "rich": "*/__main__.py ingest/listing.py ingest/progress.py",
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
