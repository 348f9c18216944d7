"""A file's way into the library: what is taken, what is left, what is replaced, what is said."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ingest.errors import ModelMissing
from ingest.library import Library
from ingest.load import Outcome, find, load, plan_id_of
from ingest.settings import IngestSettings

SETTINGS = IngestSettings(embedding_model="hashing")
TEXT = "青山区科技规划\n一、总体要求\n到2025年，高新技术企业达到600家以上。\n二、重点任务\n建设科技大走廊西段节点。\n"


class Diary:
    """Notes what a loading tells."""

    def __init__(self) -> None:
        self.notes: list[tuple[object, ...]] = []

    def file(self, number: int, total: int, path: Path) -> None:
        self.notes.append(("file", number, total, path.name))

    def stage(self, name: str) -> None:
        self.notes.append(("stage", name))

    def passages(self, done: int, total: int) -> None:
        self.notes.append(("passages", done, total))

    def outcome(self, outcome: Outcome) -> None:
        self.notes.append(("outcome", outcome.status))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "store", SETTINGS, write=True) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "plans"
    made.mkdir()
    (made / "a.txt").write_text(TEXT, "utf-8")
    return made


def statuses(library: Library, *files: Path, settings: IngestSettings = SETTINGS) -> list[str]:
    return [outcome.status for outcome in load(files, library, settings, Diary())]


def test_a_file_becomes_a_plan_with_passages(library: Library, folder: Path) -> None:
    diary = Diary()
    (outcome,) = load([folder / "a.txt"], library, SETTINGS, diary)
    assert outcome.status == "added"
    assert outcome.record == library.plans()[0]
    assert outcome.record.path == str(folder / "a.txt")
    assert outcome.record.passages == len(library.passages())
    assert library.plan(outcome.record.id).text.startswith("青山区科技规划")
    hits = [library.passages_by_id([id])[id].text for id, _ in library.search_words("科技大走廊的节点", 1)]
    assert hits == ["建设科技大走廊西段节点。"]
    total = len(library.passages())
    assert diary.notes == [
        ("file", 1, 1, "a.txt"),
        *(("stage", name) for name in ("读取", "分析", "向量化")),
        ("passages", total, total),
        ("stage", "入库"),
        ("outcome", "added"),
    ]


def test_the_same_bytes_are_taken_once_under_any_name(library: Library, folder: Path) -> None:
    (folder / "copy.txt").write_bytes((folder / "a.txt").read_bytes())
    assert statuses(library, folder / "a.txt", folder / "copy.txt", folder / "a.txt") == ["added", *["unchanged"] * 2]
    assert [record.file for record in library.plans()] == ["a.txt"]


def test_what_is_loaded_is_read_anew_where_that_is_asked_for(library: Library, folder: Path) -> None:
    (folder / "copy.txt").write_text(TEXT, "utf-8")
    assert statuses(library, folder / "a.txt") == ["added"]
    before = library.plans()[0]
    outcomes = load([folder / "a.txt", folder / "copy.txt"], library, SETTINGS, Diary(), again=True)
    assert [outcome.status for outcome in outcomes] == ["replaced", "unchanged"]
    after = library.plans()
    assert [(plan.id, plan.passages) for plan in after] == [(before.id, before.passages)]


def test_a_changed_file_replaces_its_older_version(library: Library, folder: Path) -> None:
    statuses(library, folder / "a.txt")
    before = library.plans()[0]
    (folder / "a.txt").write_text(TEXT.replace("600", "700"), "utf-8")
    assert statuses(library, folder / "a.txt") == ["replaced"]
    (after,) = library.plans()
    assert after.id == before.id
    assert after.digest != before.digest
    assert not any("600" in passage.text for passage in library.passages())


def test_a_file_that_becomes_the_copy_of_another_leaves_no_old_version_behind(library: Library, folder: Path) -> None:
    (folder / "b.txt").write_text(TEXT.replace("600", "700"), "utf-8")
    statuses(library, folder / "a.txt", folder / "b.txt")
    (folder / "b.txt").write_bytes((folder / "a.txt").read_bytes())
    assert statuses(library, folder / "b.txt") == ["unchanged"]
    assert [record.file for record in library.plans()] == ["a.txt"]


def test_bad_files_are_reported_and_the_rest_lands(library: Library, folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    (folder / "blank.txt").write_text(" \n\n　\n")
    (folder / "junk.txt").write_bytes(os.urandom(5000) + b"\x00\x01")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04broken")
    (folder / "z.md").write_text("# 另一部规划\n\n发展数字经济，培育龙头企业。\n", "utf-8")
    outcomes = load([*sorted(folder.iterdir()), folder / "gone.txt"], library, SETTINGS, Diary())
    assert {one.path.name: one.status for one in outcomes} == {
        "a.txt": "added",
        "blank.txt": "failed",
        "broken.docx": "failed",
        "empty.txt": "failed",
        "junk.txt": "failed",
        "z.md": "added",
        "gone.txt": "failed",
    }
    for one in outcomes:
        if one.status == "failed":
            assert one.path.name in one.error
            assert one.error.endswith("。")
    assert len(library.plans()) == 2


def test_what_concerns_every_file_is_raised(tmp_path: Path, folder: Path) -> None:
    settings = IngestSettings(embedding_model="m3e-small", models_dir=tmp_path / "nowhere")
    with Library.open(tmp_path / "store", settings, write=True) as library:
        with pytest.raises(ModelMissing, match="make app"):
            load([folder / "a.txt"], library, settings, Diary())
        assert library.plans() == ()


def test_a_name_that_is_no_text_is_taken_all_the_same(library: Library, folder: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(folder) + b"/\xff.txt"))
    (folder / "a.txt").rename(odd)
    assert statuses(library, *find([folder]).files) == ["added"]
    assert library.plans()[0].file == "?.txt"


def test_folders_are_walked_in_order_without_hidden_and_foreign_files(folder: Path) -> None:
    for name in ("c/2.md", "c/1.html", ".git/x.txt", "b.docx", "photo.JPG", ".hidden.txt", "~$b.docx", "UP.TXT"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("")
    found = find([folder, folder / "a.txt", folder / "photo.JPG"])
    names = [str(path.relative_to(folder)) for path in found.files]
    assert names == ["UP.TXT", "a.txt", "b.docx", "c/1.html", "c/2.md", "photo.JPG"]
    assert [path.name for path in found.unsupported] == ["photo.JPG"]
    assert found.closed == ()


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """A folder that its reader may not enter; the superuser, who may enter any, steps down to nobody."""
    user = os.geteuid()
    with TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        (Path(place) / "closed").mkdir(mode=0)
        os.seteuid(user or 65534)
        yield Path(place) / "closed"
        os.seteuid(user)


def test_a_closed_folder_is_reported(closed_folder: Path) -> None:
    (outcome,) = find([closed_folder.parent]).closed
    assert outcome.path == closed_folder
    assert closed_folder.name in outcome.error


def test_an_id_is_of_a_place(tmp_path: Path) -> None:
    assert plan_id_of(tmp_path / "a") == plan_id_of(tmp_path / "a") != plan_id_of(tmp_path / "b")


@pytest.mark.real
def test_every_real_plan_lands_and_lands_once(real_plans: Path, library: Library) -> None:
    files = find([real_plans]).files
    assert statuses(library, *files) == ["added"] * len(files)
    assert statuses(library, *files) == ["unchanged"] * len(files)
    assert all(record.passages for record in library.plans())
