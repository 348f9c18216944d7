from __future__ import annotations

from ingest.structure.contents import bare_entry, entry_name, part_contents
from tests.ingest.outlines import lines_of


def parted(*texts: str) -> tuple[list[str], list[str]]:
    kept, entries = part_contents(lines_of(*texts))
    return [line.text for line in kept], [line.text for line in entries]


def test_the_run_of_entries_after_the_title_is_taken_out_of_the_text() -> None:
    assert parted(
        "某区规划",
        "目 录",
        "一、发展基础 4",
        "（一）现状 5",
        "二、总体要求（9）",
        "本规划依据纲要编制。",
        "一、发展基础",
    ) == (
        ["某区规划", "本规划依据纲要编制。", "一、发展基础"],
        ["一、发展基础 4", "（一）现状 5", "二、总体要求（9）"],
    )


def test_entries_without_pages_are_known_by_the_headings_that_they_repeat() -> None:
    kept, entries = parted(
        "目录", "第一章 总则", "第二章 管理", "第一章 总则", "为了规范管理，制定本办法。", "第二章 管理"
    )
    assert entries == ["第一章 总则", "第二章 管理"]
    assert kept[0] == "第一章 总则"


def test_headings_that_an_excerpt_leaves_out_belong_to_the_list_as_their_numbers_run_on() -> None:
    listed = ["一、基础", "二、目标", "三、重大项目", "（一）能源项目", "（二）交通项目", "四、保障"]
    body = ["一、基础", "基础扎实。", "二、目标", "目标远大。", "四、保障", "保障有力。"]
    assert parted("目录", *listed, *body) == (body, listed)


def test_the_body_that_begins_anew_is_no_part_of_the_list() -> None:
    body = ["一、基础", "（一）成就", "成就显著。", "二、目标", "目标远大。"]
    assert parted("目录", "一、基础", "二、目标", *body) == (body, ["一、基础", "二、目标"])


def test_a_dot_leader_to_a_page_is_an_entry_wherever_it_stands() -> None:
    assert parted("正文。", "3.1 工作原则.......................... 12", "……的原则。") == (
        ["正文。", "……的原则。"],
        ["3.1 工作原则.......................... 12"],
    )


def test_a_short_leader_counts_within_the_list() -> None:
    entries = [
        "1 总则 ............... 1",
        "1.1 完善公共服务功能，营造健康便利的人居环境 ... 10",
        "2 要求 ............... 12",
    ]
    assert parted("目  次", *entries, "1 总则") == (["1 总则"], entries)


def test_a_list_in_disorder_ends_where_the_sentences_begin_and_its_headings_recur() -> None:
    noise = ["第一章总则", "（315）", "0 0 孬0", "第二章管理", "卫", "第三章附则", "· 308", "附录说明", "甲乙"]
    sentence = "为了规范数据管理，保障数据安全，促进共享、开放和利用，依据有关法律、法规，结合本省的实际，制定本办法。"
    kept, entries = parted("目录", *noise, "序", sentence, sentence, "第一章总则", "第二章管理", "第三章附则")
    assert kept == ["序", sentence, sentence, "第一章总则", "第二章管理", "第三章附则"]
    assert entries == noise


def test_the_word_within_a_sentence_opens_no_list() -> None:
    texts = ("公共数据资源实行统一目录", "管理。", "目录由部门编制 3")
    assert parted(*texts) == (list(texts), [])


def test_an_entry_is_named_without_number_dots_and_page() -> None:
    assert entry_name("（一）区域创新空间构建工程 20") == "区域创新空间构建工程"
    assert entry_name("前 言............ 1") == "前言"
    assert bare_entry("3.4 优化空间结构 .... 9") == "3.4 优化空间结构"
    assert bare_entry("第一章 总则（3）") == "第一章 总则"
