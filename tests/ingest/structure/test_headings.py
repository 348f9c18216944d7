from __future__ import annotations

import pytest

from ingest.structure.headings import Heading, numbered, ordinal, plain, run_in, unnumbered, whole


def read(line: str) -> tuple[str, str, str, str] | None:
    """Style, number and name of the heading, and the text after it in the line."""
    found = numbered(line)
    return (found.style, found.number, found.name, line[found.end :]) if found else None


@pytest.mark.parametrize(
    ("line", "style", "number", "name"),
    [
        ("第三编 地区发展", "part", "第三编", "地区发展"),
        ("第一章　总则", "chapter", "第一章", "总则"),
        ("第 二 章　附 则", "chapter", "第二章", "附则"),
        ("第二部分 重点任务", "chapter", "第二部分", "重点任务"),
        ("第四节 信贷", "section", "第四节", "信贷"),
        ("专栏 3 大孵化器行动", "box", "专栏3", "大孵化器行动"),
        ("专栏4-1：重点工程", "box", "专栏4-1：", "重点工程"),
        ("三、完善创新企业梯队，推动融合", "cn", "三、", "完善创新企业梯队，推动融合"),
        ("（十二）推动场景应用", "cn-paren", "（十二）", "推动场景应用"),
        ("( 二 )现实基础", "cn-paren", "(二)", "现实基础"),
        ("3.2.1 职责分工", "dotted", "3.2.1", "职责分工"),
        ("B.1.2 划定层次", "dotted", "B.1.2", "划定层次"),
        ("附录 B  规划分区", "appendix", "附录B", "规划分区"),
        ("附录A：工作流程图", "appendix", "附录A：", "工作流程图"),
        ("2.建设中试基地", "arabic", "2.", "建设中试基地"),
        ("10、完善机制", "arabic", "10、", "完善机制"),
        ("（3）近期行动", "arabic-paren", "（3）", "近期行动"),
        ("4）提出分区建议", "arabic-half", "4）", "提出分区建议"),
    ],
)
def test_a_short_line_with_a_number_is_a_heading_as_a_whole(line: str, style: str, number: str, name: str) -> None:
    assert read(line) == (style, number, name, "")


def test_in_a_long_line_the_heading_is_the_first_sentence() -> None:
    assert read("（一）推动提能增效。建强平台体系，深化评价。") == (
        "cn-paren",
        "（一）",
        "推动提能增效",
        "建强平台体系，深化评价。",
    )


def test_a_wide_space_parts_a_heading_from_its_text() -> None:
    assert read("一、计划完成情况　　以某年为标志，进入新阶段") == (
        "cn",
        "一、",
        "计划完成情况",
        "以某年为标志，进入新阶段",
    )


def test_where_the_first_sentence_is_long_only_the_number_is_the_heading() -> None:
    text = (
        "支持企业牵头组建创新联合体，围绕产业共性需求开展攻关，区级财政按投入给予补助，并优先推荐申报市级以上科技计划。"
    )
    assert read(f"（三）{text}") == ("cn-paren", "（三）", "", text)


def test_an_item_that_ends_in_a_semicolon_is_text() -> None:
    assert read("（三）主体，是指自然人和法人；") == ("cn-paren", "（三）", "", "主体，是指自然人和法人；")


def test_an_article_has_no_name_but_one_in_brackets() -> None:
    assert read("第五条　本省数据归集遵循下列原则。") == ("article", "第五条", "", "　本省数据归集遵循下列原则。")
    assert read("第二十一条（适用范围）本办法适用于本市。") == (
        "article",
        "第二十一条",
        "适用范围",
        "本办法适用于本市。",
    )


@pytest.mark.parametrize(
    "line",
    [
        "28.33亿元，同比增长34.6%",
        "1.5倍以上",
        "2.50 %左右",
        "3.5万名人才",
        "2025年达到600家",
        "第一章规定的期限届满，仍不改正的，依照本条例第十条的规定处理，并处罚款，情节严重的，责令停业，没收所得。",
        "一体两翼格局",
        "（二级市场）",
        "12",
    ],
)
def test_numbers_in_running_text_are_no_headings(line: str) -> None:
    assert numbered(line) is None


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("七", 7),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十一", 21),
        ("一百零三", 103),
        ("7", 7),
        ("3.2.4", 4),
        ("B", 2),
    ],
)
def test_numerals_have_their_value(numeral: str, value: int) -> None:
    assert ordinal(numeral) == value


def test_a_bare_number_before_a_short_name_may_be_a_top_heading() -> None:
    assert whole("3  总则") == Heading("whole", "3", "总则", 5, 3)
    assert whole("3  居住用地  比例  面积") is None
    assert whole("3 个以上的部门，应当会商。") is None


def test_words_that_always_are_headings() -> None:
    assert unnumbered("前    言") == Heading("preface", "", "前言", 6)
    assert unnumbered("附件 2") == Heading("plain", "", "附件2", 4)
    assert unnumbered("前言部分说明了背景") is None


def test_a_heading_keeps_the_space_between_its_words_and_figures() -> None:
    assert plain("2021 向着 未来").name == "2021 向着未来"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("基因编辑。围绕机制和技术开展研究，取得一批原创成果。", "基因编辑"),
        ("——坚持改革牵引。以问题为导向，深化管理体制改革，激发活力。", "坚持改革牵引"),
        (
            "六是缺位国家、省、市的战略。区域一体化发展是我省承担的国家战略，需要抢抓机遇。",
            "六是缺位国家、省、市的战略",
        ),
    ],
)
def test_a_short_first_sentence_is_the_lead_in_of_a_paragraph(text: str, name: str) -> None:
    found = run_in(text)
    assert found is not None
    assert (found.name, text[: found.end][-1]) == (name, "。")


@pytest.mark.parametrize(
    "text",
    [
        "到2025年实现翻番。围绕机制和技术开展研究，取得一批原创成果。",
        "公共数据实行统一管理，依法开放。围绕机制和技术开展研究，取得成果。",
        "规划分为一级和二级。围绕机制和技术开展研究，取得一批原创成果。",
        "本规程由某部提出。围绕机制和技术开展研究，取得一批原创的成果。",
        "一是平台建设。创建园区一家。二是科技特派员制度，派出三十人次以上。",
        "、增加施肥数量。围绕机制和技术开展研究，取得一批原创成果。",
        "基因编辑。",
    ],
)
def test_a_sentence_that_says_something_is_no_lead_in(text: str) -> None:
    assert run_in(text) is None


def test_what_a_document_says_of_itself_is_no_heading() -> None:
    line = "6.本政策自印发之日起施行，有效期到2021年12月31日，细则另行制定。由区政府解释。"
    assert read(line) == ("arabic", "6.", "", line[2:])
