"""What `show` lists."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from ingest import show
from ingest.plans import Comparator, Role
from ingest.show import COLUMNS, LISTERS, TITLES
from tests.ingest.library.samples import add, open_library, plan


@pytest.mark.parametrize(("kind", "of_one", "of_both"), [("plans", 1, 2), ("passages", 4, 8), ("indicators", 1, 2)])
def test_records_are_of_the_plans_asked_for(tmp_path: Path, kind: str, of_one: int, of_both: int) -> None:
    with open_library(tmp_path, write=True) as library:
        add(library, plan("p1"))
        add(library, plan("p2"), "700")
        plans = library.plans()
        assert len(list(LISTERS[kind](library, plans))) == of_both
        rows = list(LISTERS[kind](library, plans[1:]))
        assert len(rows) == of_one
        assert {row.get("plan_id", row.get("id")) for row in rows} == {"p2"}


def test_a_table_of_every_kind_can_be_filled(tmp_path: Path) -> None:
    with open_library(tmp_path, write=True) as library:
        add(library, plan("p1"), "600")
        add(library, plan("p2"), "700")
        for kind, columns in COLUMNS.items():
            row = next(iter(LISTERS[kind](library, library.plans())))
            shown = {label: value(row) for label, value in columns}
            assert shown
            if kind == "indicators":
                assert (shown["值"], shown["类型"]) == ("≥600家", "目标")
            if kind == "conflicts":
                assert "600" in shown["一方"] + shown["另一方"]
                assert "700" in shown["一方"] + shown["另一方"]
                assert "青山区科技规划" in shown["一方"]
    assert COLUMNS.keys() == LISTERS.keys() == TITLES.keys()


def test_every_role_and_comparator_has_its_word() -> None:
    assert show._ROLES.keys() == set(get_args(Role))
    assert show._COMPARATORS.keys() == set(get_args(Comparator))
