from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.locate import locate
from ingest.library import Library
from ingest.plans import Passage, Plan, RawDocument, RawLine, Span
from ingest.readers import read
from ingest.settings import IngestSettings
from ingest.structure.noise import MARKS
from ingest.structure.outline import outline
from ingest.structure.split import sentences, split

WORDS = st.sampled_from(
    [
        "推进",
        "创新平台",
        "建设",
        "，",
        "。",
        "；",
        "到2025年",
        "3.5%",
        "R&D",
        "PCT ",
        " 5G",
        "　",
        "[bookmark: _Toc1]",
        "**",
    ]
)
# a line of signs alone is noise to the outline, which takes it out
LINES = st.lists(WORDS, min_size=1, max_size=12).map("".join).filter(lambda line: re.search(r"[^\W_]", line))
BREAKS = st.sampled_from(["\n", "\n\n", "\n　　", " \n"])


def folded(text: str) -> str:
    return "".join(MARKS.sub("", text).split())


def spoken(text: str) -> str:
    """The text without white space, marks and signs: a line that holds nothing but signs is none of the plan."""
    return re.sub(r"[，。；]", "", folded(text))


def plan_of(text: str) -> Plan:
    """A plan whose lines are those of the text."""
    lines, at = [], 0
    for line in text.splitlines(keepends=True):
        start = at + len(line) - len(line.lstrip())
        if line.strip():
            lines.append(RawLine(Span(start, start + len(line.strip()))))
        at += len(line)
    return outline(RawDocument(text, tuple(lines), "text"), plan_id="p", file="p.txt", digest="0" * 64)


def one_paragraph(text: str) -> tuple[Plan, Passage]:
    plan = plan_of(f"某某规划\n一、目标\n{text}\n")
    return plan, next(passage for passage in split(plan, 240) if "家" in passage.text or "人才" in passage.text)


def stands_there(plan: Plan, passage: Passage, start: int, end: int) -> bool:
    """Whether the located source is the part itself, but for white space, marks and signs."""
    return spoken(plan.quote(locate(plan, passage, start, end))) == spoken(passage.text[start:end])


@given(st.lists(st.tuples(LINES, BREAKS), min_size=1, max_size=8), st.data())
def test_any_part_of_a_passage_is_found_where_it_stands(lines: list[tuple[str, str]], data: st.DataObject) -> None:
    plan = plan_of("某某规划\n" + "".join(line + end for line, end in lines))
    for passage in split(plan, 60):
        start = data.draw(st.integers(0, len(passage.text) - 1))
        end = data.draw(st.integers(start + 1, len(passage.text)))
        if spoken(passage.text[start:end]):
            assert stands_there(plan, passage, start, end)


def test_the_found_range_begins_and_ends_with_the_part_itself() -> None:
    plan, passage = one_paragraph("建成平台3个，[bookmark: _Toc9]引进\n人才500名。")
    start = passage.text.index("引进")
    quote = plan.quote(locate(plan, passage, start, len(passage.text)))
    assert quote == "引进\n人才500名。"


def test_equal_words_are_told_apart_by_their_place() -> None:
    plan, passage = one_paragraph("新增10家，退出10家，净增10家。")
    last = passage.text.rindex("10家")
    assert locate(plan, passage, last, last + 3).start == plan.text.rindex("10家")


def test_a_page_number_between_two_lines_of_a_sentence_does_not_lead_astray() -> None:
    plan, passage = one_paragraph(
        "五年内引进青年人才五百名，其中半数以上从事前沿研究和关键技术攻关，并\n- 12 -\n长期在本地工作生活。后续再议。"
    )
    start = passage.text.index("长期")
    assert plan.quote(locate(plan, passage, start, start + 10)) == "长期在本地工作生活。"


def words_of(text: str) -> str:
    return "".join(re.findall("[一-鿿]", text))


def lost(plan: Plan, passages: tuple[Passage, ...]) -> list[tuple[str, str]]:
    """Sentences whose located source does not begin, end and read as they do, but for page numbers and addresses."""
    found = []
    for passage in (passage for passage in passages if passage.kind == "paragraph"):
        for start, end in [*sentences(passage.text), (0, len(passage.text))]:
            part, quote = folded(passage.text[start:end]), folded(plan.quote(locate(plan, passage, start, end)))
            if words_of(part) != words_of(quote) or (part[0], part[-1]) != (quote[0], quote[-1]):
                found.append((part, quote))
    return found


def test_every_sentence_of_the_asked_documents_is_found(real_library: Library) -> None:
    for record in real_library.plans():
        assert lost(real_library.plan(record.id), real_library.passages([record.id])) == []


@pytest.mark.parametrize("ending", ["html", "txt"])
def test_every_sentence_of_other_documents_is_found(real_plans: Path, ending: str) -> None:
    for file in sorted((real_plans / "more").rglob(f"*.{ending}"))[:4]:
        plan = outline(read(file, IngestSettings()), plan_id="p", file=file.name, digest="0" * 64)
        assert lost(plan, split(plan, 240)) == []
