"""What a follow-up carries over, what it overwrites, and what a topic of its own drops."""

from __future__ import annotations

from assistant.questions import Intent, Question, Turn
from assistant.understanding.understand import understand
from tests.assistant.understanding.test_understand import READER, TARGET, query, scopes


def test_another_region_keeps_indicator_and_year() -> None:
    asked = query("那嘉兴呢？", TARGET, "450家")
    assert [scope.name for scope in asked.scopes] == ["嘉兴"]
    assert "高新技术企业" in asked.focus
    assert (asked.years, asked.intent, asked.carried) == (("2025",), Intent.VALUE, True)


def test_another_year_keeps_indicator_and_region() -> None:
    asked = query("那2020年呢？", TARGET, "450家")
    assert (scopes("那2020年呢？", TARGET, "450家"), asked.years) == (["南湖区"], ("2020",))
    assert "高新技术企业" in asked.focus


def test_what_was_said_last_overwrites_what_was_said_before() -> None:
    history = (TARGET, "450家", "那2020年呢？", "212家", "嘉兴呢？", "2100家")
    asked = query("比2025年少多少？", *history)
    assert [scope.name for scope in asked.scopes] == ["嘉兴"]
    assert "高新技术企业" in asked.focus
    assert "2025" in asked.years
    assert query("秀洲呢？", *history).years == ("2020",)


def test_a_topic_of_its_own_keeps_the_region_and_drops_the_rest() -> None:
    asked = query("科创引导基金怎么设立？", TARGET, "450家")
    assert "高新技术企业" not in asked.focus
    assert ([scope.name for scope in asked.scopes], asked.years) == (["南湖区"], ())


def test_a_place_to_compare_with_joins_the_one_before() -> None:
    for text in ("比嘉兴少多少？", "那和嘉兴差多少？"):
        assert {scope.name for scope in query(text, TARGET, "450家").scopes} == {"南湖区", "嘉兴"}


def test_a_place_that_is_not_loaded_takes_the_place_of_the_last_one() -> None:
    asked = query("那海宁呢？", TARGET, "450家")
    assert (asked.scopes, asked.outside) == ((), ("海宁",))


def test_the_named_item_of_the_last_answer_becomes_the_topic() -> None:
    told = "共3项：\n（一）壮大创新主体[1]\n（二）搭建创新平台[2]\n（三）集聚创新人才[3]"
    asked = query("第二条具体怎么做？", "南湖区有哪三大重点任务？", told)
    assert "搭建创新平台" in asked.focus
    assert asked.intent is Intent.TASK


def test_who_leads_it_asks_for_the_last_answer() -> None:
    asked = query("这条谁牵头？", "首次认定高新技术企业奖励多少钱？", "首次认定奖励30万元。")
    assert asked.intent is Intent.RESPONSIBLE
    assert "高新技术企业" in asked.focus
    assert "30万元" in asked.background


def test_the_question_made_whole_says_what_it_carries_over() -> None:
    assert query("那嘉兴呢？", TARGET, "450家").text.endswith("那嘉兴呢？")
    assert "高新技术企业" in query("那嘉兴呢？", TARGET, "450家").text
    assert query(TARGET).text == TARGET


def test_a_greeting_after_a_question_carries_nothing() -> None:
    assert query("谢谢", TARGET, "450家").intent is Intent.SMALL_TALK
    assert query("谢谢", TARGET, "450家").scopes == ()


def test_a_history_without_questions_is_none() -> None:
    asked = understand(Question(TARGET, (Turn("assistant", "您好"),)), READER)
    assert not asked.carried
    assert asked == query(TARGET)


def test_an_operation_alone_is_asked_of_the_last_topic_and_its_years() -> None:
    asked = query("那2020年是多少？要提高多少家", TARGET, "450家")
    assert "高新技术企业" in asked.focus
    assert set(asked.years) == {"2020", "2025"}


def test_years_ago_are_counted_from_the_year_asked_before() -> None:
    asked = query("那五年前呢", "南湖区2020年国家高新技术企业有多少家？", "212家")
    assert set(asked.years) == {"2020", "2015"}
    assert "高新技术企业" in asked.focus


def test_the_same_time_is_that_of_the_last_question() -> None:
    asked = query("那嘉兴同期的呢？", TARGET, "450家")
    assert ([scope.name for scope in asked.scopes], asked.years) == (["嘉兴"], ("2025",))


def test_an_item_of_a_bare_list_is_found_by_its_place() -> None:
    asked = query("第二个具体做了哪些事？", "南湖科技局有哪三大工程？", "企业提质工程、科技招引工程、孵化增效工程。")
    assert asked.focus == "科技招引工程"


def test_this_matter_is_what_was_spoken_of() -> None:
    asked = query("这事哪个单位牵头？", "南湖怎么推动企业上市？", "推动企业上市。")
    assert asked.intent is Intent.RESPONSIBLE
    assert "企业上市" in asked.focus


def test_a_park_may_take_the_place_of_the_region_in_the_same_question() -> None:
    asked = query("其中湘家荡科技城要做到多少", TARGET, "450家")
    assert "高新技术企业" in asked.focus
    assert "湘家荡科技城" in asked.focus


def test_another_plan_sets_its_goal_for_a_year_of_its_own() -> None:
    assert query("嘉兴的目标是多少？差多少家", TARGET, "450家").years == ()


def test_an_average_of_what_was_told_is_of_the_topic_before() -> None:
    asked = query("平均一家企业拿到多少？", "南湖2020年兑付了多少创新券？", "涉及企业111家，金额458万元。")
    assert "创新券" in asked.focus


def test_how_many_more_in_those_years_is_asked_of_the_topic_before() -> None:
    asked = query("2020年底是多少？那五年还要再增多少家", TARGET, "450家")
    assert "高新技术企业" in asked.focus
    assert set(asked.years) == {"2020", "2025"}


def test_how_many_more_than_a_figure_is_asked_of_the_topic_before() -> None:
    asked = query("比2020年的212家多多少家？", TARGET, "450家")
    assert "高新技术企业" in asked.focus
    assert asked.years == ("2020", "2025")


def test_why_asks_for_a_reason_and_no_number() -> None:
    asked = query("为什么往下掉？", "南湖2020年创新指数排第几？", "排第47位，下滑6位。")
    assert (asked.intent, asked.wants_number, asked.dimension) == (Intent.TASK, False, "")
    assert "下滑6位" in asked.background


def test_it_may_be_a_place_of_the_last_answer() -> None:
    asked = query("海宁比它少多少家？", "2025年国家高新技术企业哪个区最多？", "是南湖区。")
    assert ([scope.name for scope in asked.scopes], asked.outside) == (["南湖区"], ("海宁",))


def test_the_units_asked_for_are_those_of_the_article_in_the_last_answer() -> None:
    asked = query("牵头单位是哪家？", "南湖人才这一条是第几条？", "在第二条“集聚创新人才”里。")
    assert "第二条" in asked.focus


def test_a_long_story_is_told_to_ask_what_its_last_sentence_asks() -> None:
    story = "我们做传感器的，想招几个博士进来做研究，人家问有没有工作站，我们也不懂，问了一圈下来没一个人能说清楚。"
    asked = query(f"{story}南湖规划对企业设博士后工作站有什么鼓励？")
    assert (asked.wants_number, asked.unit, asked.intent) == (False, "", Intent.TASK)
    assert "传感器" not in asked.focus
    assert "传感器" in asked.background
    assert [scope.name for scope in asked.scopes] == ["南湖"]
