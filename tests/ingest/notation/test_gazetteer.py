from __future__ import annotations

import pytest

from ingest.notation.gazetteer import gazetteer


@pytest.mark.parametrize(
    ("name", "full", "above"),
    [
        ("临安", "临安区", ("浙江省", "杭州市")),
        ("延边", "延边朝鲜族自治州", ("吉林省",)),
        ("内蒙古", "内蒙古自治区", ()),
    ],
)
def test_a_division_is_known_by_its_short_name_with_those_above_it(
    name: str, full: str, above: tuple[str, ...]
) -> None:
    names, heads = gazetteer()
    (region,) = names[name]
    assert (region.name, region.above) == (full, above)
    assert name in heads[name[:2]]


def test_a_name_that_several_places_share_has_all_of_them() -> None:
    names, _ = gazetteer()
    assert len({region.parent for region in names["鼓楼区"]}) > 1
