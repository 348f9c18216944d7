"""How text is cut for the lexical index, and how it is searched."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.library import words
from ingest.plans import Passage
from tests.ingest.library.samples import passages, plan

ANY = {"weights": (1.0, 1.0), "most_matches": 1000}


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("高新技术企业", ["高新", "新技", "技术", "术企", "企业"]),
        ("R&D经费占GDP比重", ["rd", "经费", "费占", "gdp", "比重"]),
        ("ｒ＆ｄ 投入", ["rd", "投入"]),
        ("达到15,000家、3.5%", ["达到", "15000", "家", "3.5"]),
        ("G60科创走廊", ["g60", "科创", "创走", "走廊"]),
        ("研发投入\t强度\n2025年", ["研发", "发投", "投入", "强度", "2025", "年"]),
        ("AT&T 与 A、B", ["at", "t", "与", "a", "b"]),
        ("１２３，４５６", ["123456"]),
        ("……！", []),
        ("", []),
    ],
)
def test_text_is_cut_into_bigrams_and_whole_words(text: str, cut: list[str]) -> None:
    assert words.tokens(text) == cut


@given(st.text(alphabet="高新技术 ，AaＲ&d1２.5%\n亿", max_size=30), st.text(alphabet="高新 1.", max_size=10))
def test_tokens_hold_nothing_that_the_index_would_cut_again(left: str, right: str) -> None:
    for token in words.tokens(left + right):
        assert token == token.lower()
        assert not set(token) - set("高新技术亿aardd1234567890.")
        assert token.strip(".") == token


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(":memory:")
    for statement in words.SCHEMA.split(";\n"):
        opened.execute(statement)
    yield opened
    opened.close()


def indexed(connection: sqlite3.Connection, *texts: tuple[str, str]) -> list[Passage]:
    """Passages of (text, context), in rows 0, 1, …"""
    blank = passages(plan())[0]
    made = [replace(blank, text=text, context=context) for text, context in texts]
    for number, passage in enumerate(made):
        words.index(connection, number, passage)
    return made


def found(connection: sqlite3.Connection, query: str, **options: object) -> list[int]:
    hits = words.search(connection, query, 20, None, **(ANY | options))
    assert all(score > 0 for _, score in hits)
    return [number for number, _ in hits]


def test_a_rare_word_outweighs_a_common_one(connection: sqlite3.Connection) -> None:
    indexed(connection, *((f"企业第{i}条", "") for i in range(6)), ("孵化", ""), ("众创空间", ""))
    assert found(connection, "企业如何孵化") == [6, 0, 1, 2, 3, 4, 5]


def test_context_is_searched_by_its_own_weight(connection: sqlite3.Connection) -> None:
    indexed(connection, ("人才引进", "青山区规划"), ("青山区", "人才规划"), *((f"其他{i}", "") for i in range(4)))
    assert found(connection, "人才", weights=(3.0, 1.0)) == [0, 1]
    assert found(connection, "人才", weights=(1.0, 3.0)) == [1, 0]


def test_what_was_forgotten_is_not_found(connection: sqlite3.Connection) -> None:
    made = indexed(connection, ("孵化器建设", "规划"), ("众创空间", "规划"), ("人才政策", ""))
    words.forget(connection, 0, made[0])
    assert found(connection, "孵化器建设和众创空间") == [1]
    connection.execute("INSERT INTO words(words) VALUES ('integrity-check')")


def test_a_search_over_everything_leaves_out_words_that_match_too_much(connection: sqlite3.Connection) -> None:
    rare = [(word, "") for word in ("孵化", "空间", "园区", "基金", "专利")]
    indexed(connection, *((f"人才与企业{i}", "") for i in range(8)), *rare)
    everything, common = "孵化空间园区基金专利 人才 企业", set(range(8))
    assert common <= set(found(connection, everything, most_matches=1000))
    assert not common & set(found(connection, everything, most_matches=5))
    assert set(found(connection, "人才", most_matches=5)) == common


@pytest.mark.parametrize("query", ["", "？！", '"', "NOT AND OR", "a* ^b", "不存在的词语"])
def test_a_question_without_known_words_finds_nothing_and_breaks_nothing(
    connection: sqlite3.Connection, query: str
) -> None:
    indexed(connection, ("孵化器建设", ""), ("众创空间", ""))
    assert found(connection, query) == []


def test_rarity_falls_with_the_number_of_passages_and_is_0_for_the_unknown(connection: sqlite3.Connection) -> None:
    indexed(connection, ("企业人才", ""), ("企业空间", ""), ("企业", ""))
    weights = words.rarity(connection, ["人才", "企业", "火星", "企业"], 3)
    assert list(weights) == ["人才", "企业", "火星"]
    assert weights["人才"] > weights["企业"] > weights["火星"] == 0


def test_what_stands_in_two_rows_is_written_so(connection: sqlite3.Connection) -> None:
    indexed(connection, ("集成电路企业", ""), ("集成电路园区", ""), ("电路图集成", ""))
    assert words.stands(connection, "成电路")
    assert not words.stands(connection, "电路企")
    assert not words.stands(connection, "路电")
