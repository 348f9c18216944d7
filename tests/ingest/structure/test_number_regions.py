from __future__ import annotations

import pytest

from ingest.plans import Located, Span
from ingest.structure.number_regions import region_of_number, untold


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("桂政发〔2006〕17号", "广西壮族自治区"),
        ("沪府办发〔2021〕3号", "上海市"),
        ("豫政〔2022〕20号", "河南省"),
        ("内政发〔2020〕1号", "内蒙古自治区"),
    ],
)
def test_a_number_begins_with_its_province(number: str, expected: str) -> None:
    region = region_of_number(number)
    assert region is not None
    assert region.name == expected


@pytest.mark.parametrize(
    "number", ["宁政发〔2020〕1号", "晋市政发〔2020〕1号", "甘府发〔2020〕1号", "国发〔2020〕1号", ""]
)
def test_a_number_that_may_be_a_citys_tells_no_province(number: str) -> None:
    assert region_of_number(number) is None


def test_without_a_number_the_files_name_tells_the_region() -> None:
    found, region = untold(None, "临安区意见.txt")
    assert found == Located("临安区", Span(0, 0))
    assert region is not None
    assert untold(None, "文件.txt") == (None, None)
