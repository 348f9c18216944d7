"""What a library keeps, gives back, replaces and forgets."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from ingest.errors import NoSuchPlan
from ingest.library import Library
from tests.ingest.library.samples import (
    FIRST,
    SECOND,
    SETTINGS,
    add,
    indicator,
    measure,
    open_library,
    passages,
    plan,
)


def texts(library: Library, hits: list[tuple[str, float]]) -> list[str]:
    return [passage.text for passage in library.passages_by_id([id for id, _ in hits]).values()]


def test_everything_comes_back_as_it_was_added(tmp_path: Path) -> None:
    given = plan()
    with open_library(tmp_path, write=True) as library:
        add(library, given)
    with open_library(tmp_path) as library:
        assert library.plan("p1") == given
        assert list(library.passages()) == passages(given)
        assert library.indicators() == (indicator(given),)
        assert library.measures() == (measure(given),)
        (record,) = library.plans()
    assert (record.id, record.title, record.facts, record.pages) == ("p1", "青山区科技规划", given.facts, 2)
    assert (record.passages, record.indicators, record.measures, record.characters) == (4, 1, 1, len(given.text))
    assert record.path == "/plans/p1.txt"


def test_a_folder_that_does_not_exist_is_an_empty_library_and_stays_away(tmp_path: Path) -> None:
    with open_library(tmp_path / "none") as library:
        assert (library.plans(), library.passages(), library.indicators(), library.conflicts()) == ((), (), (), ())
        assert library.search_words("高新技术企业", 5) == library.search_vectors("高新技术企业", 5) == []
        with pytest.raises(NoSuchPlan, match="p1"):
            library.plan("p1")
    assert not (tmp_path / "none").exists()


def test_an_empty_folder_is_an_empty_library(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        assert library.plans() == ()
    assert list(tmp_path.iterdir()) == []


def test_a_new_version_takes_the_place_of_the_old(tmp_path: Path) -> None:
    with open_library(tmp_path, write=True) as library:
        add(library, plan())
        add(library, plan(version="b", sentences=SECOND), "700")
        assert [record.digest for record in library.plans()] == ["p1-b"]
        assert [passage.text for passage in library.passages()][:2] == list(SECOND)
        assert [one.value for one in library.indicators()] == ["700"]
        for search in (library.search_words, library.search_vectors):
            assert FIRST[1] not in texts(library, search(FIRST[1], 10))
            assert texts(library, search(SECOND[1], 1)) == [SECOND[1]]


def test_a_removed_plan_is_gone_from_everywhere(tmp_path: Path) -> None:
    with open_library(tmp_path, write=True) as library:
        add(library, plan())
        add(library, plan("p2", sentences=SECOND), "700")
        library.remove("p1")
        assert [record.id for record in library.plans()] == ["p2"]
        assert {one.plan_id for one in (*library.passages(), *library.indicators(), *library.measures())} == {"p2"}
        assert library.conflicts() == ()
        assert all(id.startswith("p2") for id, _ in library.search_vectors("高新技术企业", 10))
        assert all(id.startswith("p2") for id, _ in library.search_words("高新技术企业", 10))
        with pytest.raises(NoSuchPlan, match="p1"):
            library.remove("p1")


def test_both_searches_put_the_passage_that_says_it_first(tmp_path: Path) -> None:
    with open_library(tmp_path, write=True) as library:
        add(library, plan())
        for search in (library.search_words, library.search_vectors):
            hits = search("科技大走廊的西段节点", 3)
            assert texts(library, hits)[0] == FIRST[1]
            assert [score for _, score in hits] == sorted((score for _, score in hits), reverse=True)


def test_a_search_can_be_kept_to_some_plans(tmp_path: Path) -> None:
    with open_library(tmp_path, write=True) as library:
        for id in ("p1", "p2", "p3"):
            add(library, plan(id))
        for search in (library.search_words, library.search_vectors):
            found = {library.passages_by_id([id])[id].plan_id for id, _ in search("高新技术企业", 20, ["p1", "p3"])}
            assert found == {"p1", "p3"}
            assert search("高新技术企业", 20, []) == []
            assert search("高新技术企业", 20, ["p9"]) == []


def test_plans_that_disagree_are_noted_when_the_second_is_added(tmp_path: Path) -> None:
    with open_library(tmp_path, write=True) as library:
        add(library, plan("p1"), "600")
        assert library.conflicts() == ()
        add(library, plan("p2", sentences=SECOND), "700")
        (found,) = library.conflicts()
        assert {found.left.value, found.right.value} == {"600", "700"}
        assert library.conflicts(["p2"]) == (found,)
        assert library.conflicts(["p3"]) == ()


def test_the_holder_of_some_bytes_is_known(tmp_path: Path) -> None:
    with open_library(tmp_path, write=True) as library:
        add(library, plan())
        assert library.holder("p1-a").id == "p1"
        assert library.holder("p1-b") is None


def test_many_threads_read_while_one_writes(tmp_path: Path) -> None:
    failures: list[BaseException] = []
    done = threading.Event()
    with open_library(tmp_path, write=True) as library:
        add(library, plan())

        def read() -> None:
            try:
                while not done.is_set():
                    for search in (library.search_words, library.search_vectors):
                        assert search("高新技术企业", 3)
                    assert {record.id for record in library.plans()} >= {"p1"}
                    assert library.plan("p1").text in (plan().text, plan(sentences=SECOND).text)
            except BaseException as error:
                failures.append(error)

        readers = [threading.Thread(target=read) for _ in range(6)]
        for reader in readers:
            reader.start()
        for round in range(4):
            add(library, plan(version=f"v{round}", sentences=SECOND if round % 2 else FIRST))
            add(library, plan(f"q{round}"))
        done.set()
        for reader in readers:
            reader.join()
    assert failures == []


def test_the_embedding_model_is_not_loaded_to_read(tmp_path: Path) -> None:
    missing = SETTINGS.model_copy(update={"embedding_model": "m3e-small", "models_dir": tmp_path / "nowhere"})
    with Library.open(tmp_path / "store", missing, write=True) as library:
        assert library.plans() == ()
        assert library.search_words("规划", 3) == []


def test_a_passage_that_is_gone_is_none(tmp_path: Path) -> None:
    with open_library(tmp_path, write=True) as library:
        add(library, plan())
        assert library.passages_by_id(["p1-a-0"])["p1-a-0"].text == FIRST[0]
        assert library.passages_by_id(["p1-z-0"]) == {}
        assert list(library.passages_by_id(["p1-a-2", "nothing", "p1-a-0"])) == ["p1-a-2", "p1-a-0"]
