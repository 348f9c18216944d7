from __future__ import annotations

import pytest

from assistant.records.duties import Duty, duties, units_named
from ingest.library import Library
from ingest.plans import Plan


@pytest.fixture
def plan(tonglu: Library) -> Plan:
    return tonglu.plan(tonglu.plans()[0].id)


def found(library: Library, plan: Plan) -> list[Duty]:
    return duties(plan, library.measures([plan.id]))


def test_notes_name_the_units_of_articles_in_their_order(tonglu: Library, plan: Plan) -> None:
    noted = {d.section.name: d for d in found(tonglu, plan) if d.noted}
    assert noted["支持高新技术企业认定"].units == ("县科技局", "县财政局")
    assert noted["引进外资研发中心"].units[0] == "县商务局"
    assert [noted[name].leads for name in ("支持高新技术企业认定", "引进外资研发中心")] == [False, True]


def test_a_column_of_units_names_those_of_every_row(tonglu: Library, plan: Plan) -> None:
    rows = {d.section.name: d.units for d in found(tonglu, plan) if not d.noted}
    assert rows == {"建设科技城二期": ("县发改局", "县住建局"), "举办创业大赛": ("县科技局",)}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("县科技局负责哪些", "县科技局"),
        ("人社局要配合什么", "县人力社保局"),
        ("人力社保局管哪几条", "县人力社保局"),
        ("组织部牵头什么", "县委组织部（人才办）"),
        ("人才办管哪几条", "县委组织部（人才办）"),
        ("发改委牵头哪些", "县发改局"),
    ],
)
def test_short_names_stand_for_units(tonglu: Library, plan: Plan, text: str, unit: str) -> None:
    assert units_named(text, found(tonglu, plan)) == {unit}


@pytest.mark.parametrize("text", ["县教育局负责哪些", "财税局负责什么", "谁负责"])
def test_other_units_are_none(tonglu: Library, plan: Plan, text: str) -> None:
    assert units_named(text, found(tonglu, plan)) == set()
