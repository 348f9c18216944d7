from __future__ import annotations

from assistant.questions import Scope
from assistant.understanding.targets import targets, without_names

CITY, DISTRICT = Scope("嘉兴市", ("j",)), Scope("南湖", ("n",))


def ranges(text: str, *names: str) -> list[tuple[int, int]]:
    return [(at, at + len(name)) for name in names for at in range(len(text)) if text.startswith(name, at)]


def test_a_region_whose_plan_is_to_tell_of_another_is_not_asked_about() -> None:
    text = "嘉兴市规划里的南湖目标"
    assert list(targets({"j": CITY, "n": DISTRICT}, text, ranges(text, "嘉兴市", "南湖"), False)) == ["n"]


def test_a_region_that_is_asked_about_besides_its_plan_stays() -> None:
    text = "按南湖规划，南湖的经费占嘉兴市的百分之几"
    assert set(targets({"j": CITY, "n": DISTRICT}, text, ranges(text, "嘉兴市", "南湖"), False)) == {"j", "n"}


def test_a_region_in_a_name_or_that_gives_is_left_out_beside_another() -> None:
    both = {"j": CITY, "n": DISTRICT}
    assert list(without_names(both, "南湖有几家嘉兴市“雏鹰”企业")) == ["n"]
    assert list(without_names(both, "南湖21家企业拿到嘉兴市补助，户均多少")) == ["n"]
    assert set(without_names(both, "南湖和嘉兴市“每万名就业人员研发人员”目标差多少")) == {"j", "n"}
    assert list(without_names({"j": CITY}, "拿到嘉兴市补助的企业")) == ["j"]


def test_a_region_among_whose_districts_another_is_placed_is_not_asked_about() -> None:
    text = "南湖在嘉兴市各区县里排第几"
    assert list(targets({"j": CITY, "n": DISTRICT}, text, ranges(text, "嘉兴市", "南湖"), False)) == ["n"]
    text = "嘉兴市各区县里谁最多"
    assert list(targets({"j": CITY}, text, ranges(text, "嘉兴市"), False)) == ["j"]
