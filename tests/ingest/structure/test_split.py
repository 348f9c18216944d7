from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.plans import Passage, Plan
from ingest.structure.split import record, sentences, split
from tests.ingest.outlines import plan_in, plan_of, tables

SENTENCE = "推进科技创新和产业创新深度融合，建设现代化产业体系。"
TABLE = "表1 主要指标\n单位：家\n目标\t序号\t指标\t2025年\n主体\t1\t企业数\t600\n\t2\t机构数\t50\n"


def of(plan: Plan, kind: str, target: int = 240) -> list[Passage]:
    return [passage for passage in split(plan, target) if passage.kind == kind]


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_a_passage_belongs_to_one_section_and_is_indexed_with_plan_and_path() -> None:
    plan = plan_of(f"某市规划\n一、目标\n（一）总体\n{SENTENCE}\n（二）分项\n{SENTENCE}")
    first, second, third = of(plan, "paragraph")
    assert (second.text, second.heading) == (SENTENCE, ("一、目标", "（一）总体"))
    assert second.context == "某市规划 一、目标 （一）总体"
    assert third.section != second.section
    assert first.heading == ()


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    plan = plan_of(f"一、目标\n{SENTENCE * 20}")
    passages = of(plan, "paragraph", 100)
    assert "".join(p.text for p in passages) == SENTENCE * 20
    assert all(p.text.endswith("。") and len(p.text) <= 100 for p in passages)
    assert [plan.quote(p.span) for p in passages] == [p.text for p in passages]


def test_a_sentence_beyond_the_target_stays_whole() -> None:
    long = f"{'、'.join(['企业'] * 90)}。"
    assert [p.text for p in of(plan_of(f"一、目标\n{long}{SENTENCE}"), "paragraph", 100)] == [long, SENTENCE]


def test_short_paragraphs_of_a_section_stand_together_a_line_each() -> None:
    plan = plan_of(f"一、图件\n——总体格局图\n——生态保护图\n二、其他\n{SENTENCE}")
    first, second = of(plan, "paragraph")
    assert first.text == "——总体格局图\n——生态保护图"
    assert plan.quote(first.span) == first.text
    assert second.text == SENTENCE


def test_paragraphs_with_noise_between_them_stay_apart() -> None:
    plan = plan_of("一、图件\n——总体格局图\n- 12 -\n——生态保护图")
    assert [plan.quote(p.span) for p in of(plan, "paragraph")] == ["——总体格局图", "——生态保护图"]


def test_a_heading_in_the_same_line_belongs_to_the_first_passage() -> None:
    plan = plan_of(f"（一）推动提能。{SENTENCE * 9}")
    first, second = of(plan, "paragraph", 150)
    assert first.text.startswith(f"（一）推动提能。{SENTENCE}")
    assert plan.quote(first.span) == first.text
    assert second.text.startswith(SENTENCE)


def test_every_row_of_a_table_is_a_passage_that_spells_itself_out() -> None:
    plan = plan_of(TABLE)
    first, second = of(plan, "row")
    assert first.record == "表1 主要指标｜单位：家｜主体｜企业数｜2025年：600"
    assert second.record == "表1 主要指标｜单位：家｜主体｜机构数｜2025年：50"
    assert plan.quote(second.span) == second.text == "2\t机构数\t50"
    assert "主体 目标 序号 指标 2025年" in second.context


def test_a_table_is_a_passage_as_a_whole_with_caption_unit_and_header() -> None:
    plan = plan_of(TABLE)
    (whole,) = of(plan, "table")
    assert whole.text == "表1 主要指标 单位：家 目标 序号 指标 2025年"
    assert plan.quote(whole.span) == "表1 主要指标"


def test_a_record_leaves_out_empty_cells() -> None:
    (table,) = tables(plan_of("表2 位次\n地区\t2019年\t2020年\n甲区\t\t5\n乙区\t4\t3\n"))
    assert record(table, table.rows[0]) == "表2 位次｜甲区｜2020年：5"


def test_headings_with_several_below_them_answer_what_there_is() -> None:
    plan = plan_of(f"六、机制\n（一）组织。{SENTENCE}\n（二）改革。{SENTENCE}\n七、附则\n（一）期限。{SENTENCE}")
    (listed,) = of(plan, "heading")
    assert listed.text == "六、机制\n（一）组织。\n（二）改革。"
    assert listed.heading == ("六、机制",)


def test_passages_are_counted_through_and_named_by_plan_and_version() -> None:
    passages = split(plan_of(f"一、目标\n{SENTENCE * 20}"), 100)
    assert [p.order for p in passages] == list(range(len(passages)))
    assert {p.id for p in passages} == {f"p-00000000-{n}" for n in range(len(passages))}


def test_sentences_end_with_stops_and_closing_quotes() -> None:
    texts = ["要深化改革，增强动力。", "要扩大开放，合作共赢！", "“要创新，要引领。”", "其他的内容，另行规定；", "结束"]
    assert cut("".join(texts)) == [*texts[:3], "".join(texts[3:])]


def test_a_note_of_units_stays_with_its_sentence() -> None:
    sentence, note = "推进平台建设，提升能级。", "（责任单位：区科技局、区发改局）"
    assert cut(f"{sentence}{note}\n{SENTENCE}") == [f"{sentence}{note}", SENTENCE]
    assert cut(f"{sentence}\n{note}") == [f"{sentence}\n{note}"]
    roles = "（牵头单位：区商务局；配合单位：区科技局）"
    assert cut(f"{sentence}{roles}\n{SENTENCE}") == [f"{sentence}{roles}", SENTENCE]


def test_a_label_stays_with_what_it_names_in_the_same_line() -> None:
    assert cut(f"人工智能。{SENTENCE}{SENTENCE}") == [f"人工智能。{SENTENCE}", SENTENCE]
    assert cut(f"（2）不能创新、不敢创新。{SENTENCE}") == [f"（2）不能创新、不敢创新。{SENTENCE}"]
    assert cut(f"达到600家。{SENTENCE}") == ["达到600家。", SENTENCE]


def test_a_line_end_is_the_end_of_a_sentence_without_a_stop() -> None:
    assert cut("经济持续增长\n人民生活改善") == ["经济持续增长", "人民生活改善"]


@given(st.text("规划目标。；！？\n” （责任单位：", max_size=80))
def test_sentences_are_the_whole_text_in_order(text: str) -> None:
    ranges = sentences(text)
    assert all(a < b for a, b in ranges)
    assert all(b <= c for (_, b), (c, _) in zip(ranges, ranges[1:], strict=False))
    covered = {at for start, end in ranges for at in range(start, end)}
    assert all(char.isspace() for at, char in enumerate(text) if at not in covered)


@pytest.mark.parametrize("target", [120, 240])
def test_every_paragraph_and_row_of_the_real_documents_is_in_a_passage(target: int, real_plans: Path) -> None:
    for path in sorted(real_plans.glob("*/*")):
        plan = plan_in(path)
        passages = split(plan, target)
        rows = {p.span for p in passages if p.kind == "row"}
        assert rows == {row.span for table in tables(plan) for row in table.rows}
        text = "".join("".join(p.text.split()) for p in passages if p.kind == "paragraph")
        for block in plan.blocks:
            if block not in tables(plan):
                assert "".join(block.text.split()) in text, path.name
