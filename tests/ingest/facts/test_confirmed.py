"""The file of confirmed names: read with its mistakes told, only ever appended to."""

from __future__ import annotations

import pytest

from ingest.errors import WrongConcepts
from ingest.facts import confirmed


def test_no_file_confirms_nothing(tmp_path):
    assert confirmed.read(tmp_path / "concepts.toml") == {}


def test_what_is_appended_is_read_and_what_stood_there_stays(tmp_path):
    path = tmp_path / "new" / "concepts.toml"
    confirmed.append(path, {"甲“一”": ["乙", '丙"丁"']})
    path.write_text(path.read_text("utf-8") + "# 手写的一行\n", "utf-8")
    confirmed.append(path, {"甲“一”": ["戊"], "己": ["庚"]})
    assert confirmed.read(path) == {"甲“一”": ("乙", '丙"丁"', "戊"), "己": ("庚",)}
    assert "# 手写的一行" in path.read_text("utf-8")
    assert path.read_text("utf-8").count("# 已确认的指标名称") == 1


@pytest.mark.parametrize(
    "text", ["[[concept", '[[concept]]\nname = "甲"\n', 'other = 1\n[[concept]]\nname="甲"\nnames=[]']
)
def test_a_file_that_is_none_is_told_with_its_path(tmp_path, text):
    path = tmp_path / "concepts.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(WrongConcepts, match=r"concepts\.toml"):
        confirmed.read(path)


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(WrongConcepts, match="写不了"):
        confirmed.append(tmp_path / "file" / "concepts.toml", {"甲": ["乙"]})
