from __future__ import annotations

from dataclasses import dataclass

import pytest

from assistant.understanding.areas import areas_of, goes_on, is_inner
from assistant.understanding.scopes import Reader, short
from ingest.plans import Located, PlanFacts, Span


@dataclass(frozen=True)
class Listed:
    """What a library tells of a loaded plan of 上海市."""

    id: str
    title: str
    facts: PlanFacts = PlanFacts(region=Located("上海市", Span(0, 1)), level="省", kind="办法")


def named(title: str, *homes: str) -> list[str]:
    return [area.name for area in areas_of([title], homes)]


@pytest.mark.parametrize(
    ("title", "homes", "expected"),
    [
        ("中国（江苏）自由贸易试验区云湖新片区扶持办法", ("江苏省", "江苏"), ["云湖新片区"]),
        ("中国（江苏）自由贸易试验区建设方案", ("江苏省", "江苏"), ["江苏自由贸易试验区"]),
        ("关于支持云湖科学城发展的若干措施", (), ["云湖科学城"]),
        ("嘉兴云湖经开区扶持办法", ("嘉兴市", "嘉兴"), ["云湖经开区"]),
        ("嘉兴高新技术产业开发区人才办法", ("嘉兴市", "嘉兴"), ["嘉兴高新技术产业开发区"]),
        ("云湖新区望海科学城人才办法", (), ["望海科学城"]),
    ],
)
def test_a_plan_is_named_for_an_area(title: str, homes: tuple[str, ...], expected: list[str]) -> None:
    assert named(title, *homes) == expected


@pytest.mark.parametrize(
    "title",
    [
        "南湖县简介（含云湖管理区）",
        "国家农业高新技术产业示范区建设规划",
        "建设生态文明示范区的意见",
        "南湖区科技创新规划",
        "关于建设国家高新区的意见",
    ],
)
def test_what_a_title_only_mentions_is_no_area_of_its_own(title: str) -> None:
    assert named(title) == []


def test_an_area_is_called_by_the_names_of_its_kind_and_by_what_stands_before_it() -> None:
    assert areas_of(["云湖高新技术产业开发区条例"])[0].names == (
        "云湖高新技术产业开发区",
        "云湖高新技术产业园区",
        "云湖高新技术开发区",
        "云湖高新区",
        "云湖",
    )


def test_the_name_of_a_division_alone_does_not_call_the_area_in_it() -> None:
    names = areas_of(["嘉兴高新区人才办法"], ["嘉兴市", "嘉兴"])[0].names
    assert "嘉兴高新区" in names
    assert "嘉兴市高新区" in names
    assert "嘉兴" not in names


@pytest.mark.parametrize(("text", "expected"), [("云湖产业", True), ("云湖给多少", False)])
def test_a_short_name_may_be_the_beginning_of_another_word(text: str, expected: bool) -> None:
    assert goes_on("云湖", text, 2) is expected


SHANGHAI = Listed("s", "上海市光伏扶持办法")
AREA = Listed("a", "中国（上海）自由贸易试验区云湖新片区光伏操作办法")


@pytest.mark.parametrize("text", ["云湖新片区给多少", "云湖给多少", "上海云湖给多少", "上海的云湖新片区给多少"])
def test_an_area_that_a_plan_is_named_for_is_its_scope(text: str) -> None:
    assert [scope.plan_ids for scope in Reader([SHANGHAI, AREA]).places(text).scopes] == [("a",)]


def test_an_area_and_the_region_around_it_are_two_scopes() -> None:
    both = Reader([SHANGHAI, AREA]).places("市里的扶持办法和云湖的操作办法差多少").scopes
    assert {scope.plan_ids for scope in both} == {("s",), ("a",)}
    assert [scope.area for scope in both] == [True, False]


def test_an_area_that_no_title_holds_is_no_scope() -> None:
    assert Reader([SHANGHAI, AREA]).places("望海新片区给多少").scopes == ()


def test_the_level_of_a_region_belongs_to_its_name() -> None:
    assert Reader([SHANGHAI]).places("上海市级给多少").ranges == ((0, 4),)


@pytest.mark.parametrize(
    ("text", "outside", "scopes"),
    [
        ("东沙岛的达标率", ("东沙岛",), []),
        ("南湖区的云上管理区面积", ("云上管理区",), []),
        ("南湖区和云上管理区谁大", ("云上管理区",), ["南湖区"]),
        ("南湖岛的面积", ("南湖岛",), []),
    ],
)
def test_an_area_inside_a_region_is_a_place_of_its_own(text: str, outside: tuple[str, ...], scopes: list[str]) -> None:
    own = Listed("n", "南湖区概况", PlanFacts(region=Located("南湖区", Span(0, 1)), level="县区"))
    found = Reader([own], ("东沙岛", "云上管理区", "南湖岛", "南湖区")).places(text)
    assert found.outside == outside
    assert [scope.name for scope in found.scopes] == scopes


def test_what_kind_of_place_is_an_area_inside_a_region() -> None:
    assert [name for name in ("东沙岛", "云上管理区", "云上科技城", "青岛", "南湖区") if is_inner(name)] == [
        "东沙岛",
        "云上管理区",
    ]
    assert short("云上管理区") == "云上管理区"
