from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.plans import Located, Span
from ingest.structure.facts import facts
from tests.ingest.outlines import lines_of, plan_of, raw_of, told

BODY = "推进科技创新和产业创新深度融合，建设现代化产业体系。"


def read(*lines: str) -> dict[str, str]:
    return told(plan_of("\n".join(lines)).facts)


def test_the_opening_of_a_notice_tells_nearly_all() -> None:
    assert read(
        "杭州市人民政府办公厅关于印发《杭州市数据发展规划（2021—2025年）》的通知",
        "杭政办〔2021〕12号",
        "各区、县（市）人民政府：",
        "现将规划印发给你们，请结合实际执行。",
        "杭州市人民政府办公厅",
        "2021年12月11日",
        BODY,
    ) == {
        "title": "杭州市数据发展规划（2021—2025年）",
        "region": "杭州市",
        "level": "市",
        "issuer": "杭州市人民政府办公厅",
        "number": "杭政办〔2021〕12号",
        "date": "2021年12月11日",
        "period": "2021—2025年",
        "kind": "规划",
    }


def test_what_the_text_does_not_tell_stays_unknown() -> None:
    assert read(BODY, BODY) == {"kind": "其他"}


def test_fields_of_the_page_come_first() -> None:
    raw = raw_of("某某规划\n国务院\n2018年12月7日")
    field = Located("x", Span(0, 1))
    labels = {"标题": "title", "发文机关": "issuer", "发文字号": "number", "成文日期": "date", "规划期限": "period"}
    found = facts(replace(raw, metadata=dict.fromkeys(labels, field)), "样例.txt", [])
    assert {getattr(found, name) for name in labels.values()} == {field}


def test_a_number_is_the_documents_own_only_on_a_line_of_its_own() -> None:
    assert "number" not in read("某某方案", "依据《关于绿道的通知》（建城函〔2016〕211号）制定本方案，请遵照执行。")
    assert read("某某方案", "（建科〔2020〕59号）")["number"] == "建科〔2020〕59号"


def test_a_decree_is_numbered_and_issued_by_its_head() -> None:
    found = read("广东省数据管理办法", "广东省人民政府令", "（第290号）", "现予公布。", "2021年10月18日")
    assert (found["issuer"], found["number"]) == ("广东省人民政府", "广东省人民政府令第290号")


def test_a_date_and_who_signs_over_it_may_stand_at_the_end() -> None:
    found = read("某某办法", *[BODY] * 90, "国务院办公厅", "二〇一八年十二月七日")
    assert (found["issuer"], found["date"], found["level"]) == ("国务院办公厅", "二〇一八年十二月七日", "国家")


def test_the_title_names_the_issuer_before_关于() -> None:
    found = read("中共上海市委、上海市人民政府关于提高防灾能力的意见", BODY)
    assert (found["issuer"], found["region"], found["level"]) == ("中共上海市委、上海市人民政府", "上海市", "省")


@pytest.mark.parametrize(
    ("lines", "region", "level"),
    [
        (("杭州市临安区科技规划",), "杭州市临安区", "县区"),
        (("科技规划", "浙江省科学技术厅"), "浙江省", "省"),
        (
            ("创新滨江意见", "结合杭州高新区（滨江）实际，制定本意见。", "滨江区企业，滨江区平台，滨江区人才。"),
            "滨江区",
            "县区",
        ),
        (("某省管理办法", "适用于广州市、杭州市、武汉市、成都市、西安市、南京市。"), None, None),
        (("国务院关于海南先行区的决定", BODY), "海南省", "国家"),
        (("国务院关于推进工作的意见", "北京市、北京市、北京市先行。"), None, "国家"),
        (("编制指南", "自然资源部", "二〇二〇年八月"), None, "国家"),
        (("青山湖科技城发展规划", BODY), None, "园区"),
        (("国民经济和社会发展“九五”计划纲要", "我国改革开放继往开来。"), None, "国家"),
    ],
)
def test_the_region_is_named_by_title_issuer_or_opening(
    lines: tuple[str, ...], region: str | None, level: str | None
) -> None:
    found = read(*lines)
    assert (found.get("region"), found.get("level")) == (region, level)


@pytest.mark.parametrize(
    ("lines", "period"),
    [
        (("某某规划", "规划期限为2021—2025年，展望至2035年。"), "2021—2025年，展望至2035年"),
        (("某某规划", "本规划期限为 2021 年至 2025 年。"), "2021 年至 2025 年"),
        (("某某规划", "（2021 年-2035 年）"), "2021 年-2035 年"),
        (("某某计划", "1981一1985"), "1981—1985"),
        (("某某“十四五”科技规划",), "十四五"),
        (("发展“九五”计划和2010年远景目标纲要",), "九五"),
        (("某某规划", "有效期限为2021—2025年。"), None),
    ],
)
def test_the_period_is_stated_or_stands_under_or_in_the_title(lines: tuple[str, ...], period: str | None) -> None:
    assert read(*lines).get("period") == period


def test_a_draft_says_more_than_a_trial() -> None:
    assert read("编制指南（试行）", "征求意见稿")["status"] == "征求意见稿"
    assert read("管理规程（试行）", BODY)["status"] == "试行"
    assert "status" not in read("某某规划", "本规划草案经过讨论后，由有关部门报送审定，并按程序公布。")


def test_the_region_is_the_file_names_where_the_text_does_not_tell() -> None:
    found = facts(raw_of(BODY), "柳河县旅游业发展意见.txt", lines_of(BODY)).region
    assert found == Located("柳河县", Span(0, 0))
    assert facts(raw_of("甲\n杭州市科技规划"), "柳河县.txt", lines_of("杭州市科技规划")).region.value == "杭州市"


def test_the_number_tells_the_region_where_nothing_else_does() -> None:
    found = facts(raw_of(f"桂政发〔2006〕17号　　{BODY}"), "17号文.txt", lines_of(f"桂政发〔2006〕17号　　{BODY}"))
    assert found.region == Located("广西壮族自治区", Span(0, 1))
    assert found.level == "省"


def test_a_place_below_the_numbers_province_in_the_files_name_is_nearer() -> None:
    text = f"浙政发〔2021〕3号　　{BODY}"
    assert facts(raw_of(text), "临安区意见.txt", lines_of(text)).region == Located("临安区", Span(0, 0))
    assert facts(raw_of(text), "柳河县意见.txt", lines_of(text)).region == Located("浙江省", Span(0, 1))


def test_the_number_may_open_a_line_that_goes_on() -> None:
    assert read(f"桂政发〔2006〕17号　　各市、县人民政府：　　{BODY}{BODY}")["number"] == "桂政发〔2006〕17号"
