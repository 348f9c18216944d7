from __future__ import annotations

from dataclasses import dataclass

import pytest

from assistant.understanding.scopes import Places, Reader, names_of, short
from ingest.plans import Level, Located, PlanFacts, PlanKind, Span

NOWHERE = Span(0, 1)


@dataclass(frozen=True)
class Listed:
    """What a library tells of a loaded plan."""

    id: str
    region: str = ""
    level: Level | None = "县区"
    kind: PlanKind = "规划"
    name: str = ""

    @property
    def title(self) -> str:
        return self.name or f"{self.region}{self.kind}"

    @property
    def facts(self) -> PlanFacts:
        region = Located(self.region, NOWHERE) if self.region else None
        return PlanFacts(region=region, level=self.level, kind=self.kind)


NANHU = Listed("n", "南湖区")
XIUZHOU = Listed("x", "嘉兴市秀洲区", kind="意见")
JIAXING = Listed("j", "嘉兴市", "市")
REPORT = Listed("r", "南湖区", kind="报道")
PARK = Listed("b", "杭州高新区（滨江）")


def places(text: str, *plans: Listed) -> Places:
    return Reader(plans or (NANHU, XIUZHOU, JIAXING)).places(text)


def names(text: str, *plans: Listed) -> list[str]:
    return [scope.name for scope in places(text, *plans).scopes]


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        ("南湖区", "南湖"),
        ("嘉兴市秀洲区", "秀洲"),
        ("浙江省嘉兴市", "嘉兴"),
        ("杭州高新区（滨江）", "滨江"),
        ("上海市浦东新区", "浦东"),
        ("沙县", "沙县"),
        ("", ""),
    ],
)
def test_a_region_is_called_by_its_last_part(region: str, expected: str) -> None:
    assert short(region) == expected


def test_a_plan_answers_to_all_names_of_its_region() -> None:
    assert {"嘉兴市秀洲区", "秀洲", "秀洲区"} <= set(names_of(XIUZHOU))
    assert {"滨江", "滨江区", "高新区（滨江）"} <= set(names_of(PARK))
    assert names_of(Listed("u")) == []


@pytest.mark.parametrize("text", ["南湖的目标", "南湖区的目标", "请问南湖2025年的目标"])
def test_a_region_is_found_by_full_and_by_short_name(text: str) -> None:
    assert [scope.plan_ids for scope in places(text).scopes] == [("n",)]


def test_regions_come_in_the_order_of_naming_and_once_each() -> None:
    assert names("秀洲区和南湖比，秀洲更高吗") == ["秀洲区", "南湖"]


def test_where_a_region_was_named_is_known() -> None:
    text = "比较南湖和秀洲区"
    assert [text[start:end] for start, end in places(text).ranges] == ["南湖", "秀洲区"]


def test_a_place_without_a_plan_is_outside() -> None:
    found = places("海宁市和南湖区哪个多")
    assert [scope.name for scope in found.scopes] == ["南湖区"]
    assert found.outside == ("海宁",)


def test_a_district_in_full_is_not_its_city() -> None:
    assert names("嘉兴市秀洲区的意见") == ["嘉兴市秀洲区"]


def test_the_whole_city_is_the_loaded_city() -> None:
    assert names("全市的目标") == ["全市"]
    assert names("南湖占全市的比重") == ["南湖", "全市"]


def test_our_district_is_the_loaded_one_where_only_one_is_loaded() -> None:
    assert [scope.plan_ids for scope in places("我们区的目标", NANHU, JIAXING).scopes] == [("n",)]
    assert names("我们区的目标", NANHU, XIUZHOU, JIAXING) == []


def test_a_named_region_goes_before_our_district() -> None:
    assert names("南湖全区的目标", NANHU, JIAXING) == ["南湖"]


@pytest.mark.parametrize("text", ["南湖在嘉兴市排第几", "南湖在全市第几", "创新指数在嘉兴排名多少"])
def test_a_region_to_rank_in_is_not_asked_about(text: str) -> None:
    assert not {"嘉兴市", "嘉兴", "全市"} & set(names(text))


def test_a_region_to_leave_out_is_not_asked_about() -> None:
    assert names("南湖的目标，不要嘉兴市的") == ["南湖"]


def test_plans_come_before_reports_of_the_same_region() -> None:
    assert places("南湖的目标", REPORT, NANHU).scopes[0].plan_ids == ("n", "r")


def test_a_question_may_want_the_report_or_the_plan_only() -> None:
    assert places("报道里南湖的数字", REPORT, NANHU).scopes[0].plan_ids == ("r",)
    assert places("南湖规划里的数字", REPORT, NANHU).scopes[0].plan_ids == ("n",)
    assert places("南湖规划和报道的数字", REPORT, NANHU).scopes[0].plan_ids == ("n", "r")


def test_without_any_plan_no_place_is_loaded() -> None:
    found = Reader(()).places("南湖区和嘉兴市的目标")
    assert found.scopes == ()
    assert "嘉兴" in found.outside


def test_a_text_without_places_has_none() -> None:
    assert places("高新技术企业怎么认定") == Places((), (), ())


NEW_AREA = Listed("w", "河北雄安新区", None)


def test_a_new_area_is_called_by_its_name_without_the_province() -> None:
    assert names("雄安的蓝绿空间占比", NEW_AREA) == ["雄安"]


def test_a_region_above_the_one_asked_about_is_no_other_place() -> None:
    assert places("南湖的浙江省隐形冠军有几家").outside == ()
    assert places("宁波的隐形冠军有几家").outside == ("宁波",)


def test_plans_that_are_joined_are_all_asked() -> None:
    assert names("南湖和秀洲的规划里，2020年高企哪个多") == ["南湖", "秀洲"]


def test_a_plan_named_by_its_title_is_the_scope() -> None:
    data, plan = Listed("d", "南湖区", name="南湖区公共数据管理办法"), Listed("p", "南湖区", name="南湖区养老服务规划")
    assert [scope.plan_ids for scope in places("南湖数据管理办法怎么说", data, plan).scopes] == [("d",)]
    assert [scope.plan_ids for scope in places("养老服务规划怎么说", data, plan).scopes] == [("p",)]
    assert [scope.plan_ids for scope in places("南湖怎么说", data, plan).scopes] == [("d", "p")]


def test_a_document_of_another_place_is_not_the_loaded_one_of_that_name() -> None:
    data = Listed("d", "南湖区", name="南湖区公共数据管理办法")
    asked = places("宁波市公共数据管理办法哪天施行", data, NANHU, JIAXING)
    assert (asked.scopes, asked.outside) == ((), ("宁波",))


def test_our_district_may_be_any_of_those_loaded() -> None:
    found = places("我们区2025年高企目标多少", NANHU, XIUZHOU, JIAXING, REPORT)
    assert found.scopes == ()
    assert [(scope.name, scope.plan_ids) for scope in found.any_of] == [("南湖", ("n", "r")), ("秀洲", ("x",))]
    assert places("南湖，我们区2025年高企目标多少").any_of == ()


def test_a_whole_title_names_its_plan_else_its_region() -> None:
    reader = Reader((NANHU, XIUZHOU))
    assert [scope.plan_ids for scope in reader.named("《嘉兴市秀洲区意见》")] == [("x",)]
    assert [scope.plan_ids for scope in reader.named("南湖的那份")] == [("n",)]
    assert reader.named("都不是") == ()


def test_plans_set_side_by_side_are_both_asked_and_a_circle_to_rank_in_is_not() -> None:
    assert names("南湖规划和秀洲规划的指标有哪些不同") == ["南湖", "秀洲"]
    assert names("南湖的研发投入强度在嘉兴各区县排第几") == ["南湖"]
