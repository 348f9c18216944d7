"""Region and year carry over from headings and from what was said before."""

from __future__ import annotations

from dataclasses import replace

from ingest.facts.horizon import horizon
from ingest.facts.scenes import Scenes, since
from ingest.notation.periods import years
from ingest.plans import Paragraph
from tests.ingest.small_plans import plan


def scenes_of(*paragraphs: str, **about):
    made = plan(*paragraphs, **about)
    blocks = [block for block in made.blocks if isinstance(block, Paragraph)]
    return Scenes(made, horizon(made)), blocks


def test_a_goal_heading_sets_the_last_year_of_the_plan():
    scenes, blocks = scenes_of("企业600家。", heading="发展目标")
    scene = scenes.opening(blocks[0])
    assert (scene.region, scene.year, scene.cue) == ("临安区", "2025", "到")


def test_a_year_to_reach_holds_for_its_section():
    scenes, blocks = scenes_of("到2023年，办成。", "再办一件。", heading="主要任务")
    scene = scenes.opening(blocks[0])
    scenes.note(blocks[0], scene, list(years("到2023年，办成。")))
    assert scenes.opening(blocks[1]).year == "2023"


def test_a_heading_that_names_an_area_sets_the_region():
    scenes, blocks = scenes_of("建设机构50家。", heading="加快城西科创大走廊建设")
    assert scenes.opening(blocks[0]).region == "城西科创大走廊"


def test_a_clause_opens_with_its_subject():
    scenes, _ = scenes_of("无。")
    expected = {
        "青山湖科技城实现产值": "青山湖科技城",
        "全区高企347家": "临安区",
        "全市高企": "杭州市",
        "全省排名第22位": "",
        "杭州市级及以上孵化器": "",
        "浙江省科技型中小企业": "",
        "杭州市第5位": "",
        "余杭区拥有": "余杭区",
        "与未来科技城以": "",
    }
    assert {clause: scenes.place_of(clause) for clause in expected} == expected


def test_now_is_the_base_year():
    scenes, blocks = scenes_of("截止目前，拥有5家。", heading="发展现状")
    scene = scenes.opening(blocks[0])
    scenes.begin(scene, blocks[0].text)
    assert (scene.year, scene.now) == ("2020", True)


def test_growth_over_a_plan_period_starts_from_the_year_before_it():
    assert [since(years(text)[0]) for text in ("“十三五”期间", "2015年至2020年", "2020年")] == ["2015", "2015", ""]


def test_a_clause_of_a_share_names_no_area():
    scenes, _ = scenes_of("无。")
    assert scenes.place_of("占滨湖新城建设用地面积的52%") == ""


def test_a_text_that_describes_places_follows_the_place_that_it_introduces():
    made, blocks = scenes_of(
        "桐庐县概况", "全县人口40万人。", "某某管理区前身是一个牧场。", "全区面积20亩。", region="桐庐县"
    )
    made = replace(made, horizon=replace(made.horizon, describes=True))
    assert [made.opening(block).region for block in blocks] == ["桐庐县", "桐庐县", "某某管理区", "某某管理区"]
    assert made.place_of("全区面积") == "某某管理区"


def test_a_heading_may_say_that_it_introduces_a_region():
    scenes, blocks = scenes_of("面积20亩。", heading="余杭区基本情况")
    assert scenes.opening(blocks[0]).region == "余杭区"


def test_a_year_of_a_describing_text_holds_for_its_own_sentence():
    scenes, blocks = scenes_of("2003年设立。面积20亩。")
    scenes.horizon = replace(scenes.horizon, describes=True)
    scene = scenes.opening(blocks[0])
    scene.year = "2003"
    scenes.begin(scene, "面积20亩。")
    assert scene.year == ""
