"""A figure that is parted among places belongs to each place with its own share."""

from __future__ import annotations

import pytest

from ingest.facts.parted import Part, Whole, part
from ingest.facts.sentences import Sentence
from ingest.notation.quantities import quantities
from tests.ingest.facts.test_indicators_text import records


def parts(text: str) -> list[tuple[str, str, str]]:
    return [(one.name, one.region, one.value) for one in records(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "按照新标准的堤防达标率分别为：东沙岛42%、西沙岛80%、北沙岛2%。",
            [("堤防达标率", "东沙岛", "42"), ("堤防达标率", "西沙岛", "80"), ("堤防达标率", "北沙岛", "2")],
        ),
        (
            "公园建设项目共计9个（滨湖新城5个、其他区域4个）。",
            [("公园建设项目", "临安区", "9"), ("公园建设项目", "滨湖新城", "5")],
        ),
        (
            "高企347家，其中：余杭区200家，滨江区147家。",
            [("高企", "临安区", "347"), ("高企", "余杭区", "200"), ("高企", "滨江区", "147")],
        ),
        (
            "规划水闸43座（其中：东沙岛27座、其余地区16座）。",
            [("规划水闸", "临安区", "43"), ("规划水闸", "东沙岛", "27")],
        ),
    ],
)
def test_each_place_has_its_own_share(text, expected):
    assert parts(text) == expected


def test_a_place_that_is_counted_is_no_share():
    assert [one[0] for one in parts("建成省级高新区2个、特色小镇5个。")] == ["省级高新区", "特色小镇"]


def test_a_share_of_another_kind_than_the_whole_is_none():
    sentence = Sentence("公园9个（滨湖新城5公顷）", 0)
    (_, share) = quantities(sentence.text)
    start = sentence.lead_start(share.start, 4)
    assert part(sentence, share, start, Whole("公园", "个", 4), "临安区") is None
    assert part(sentence, share, start, Whole("公园", "公顷", 4), "临安区") == Part("公园", "滨湖新城")
