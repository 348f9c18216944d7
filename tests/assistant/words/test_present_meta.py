from __future__ import annotations

from assistant.words import present_meta


def test_what_is_missing_is_named_with_what_is_nearest() -> None:
    assert present_meta.lacks("甲规划", ["文号", "作者"]) == "《甲规划》没有写明文号、作者，无法回答。"
    assert (
        present_meta.lacks("甲规划", ["编制单位"], "发文机关：甲市")
        == "《甲规划》没有写明编制单位；与之最近的是：发文机关：甲市"
    )


def test_parts_are_counted_in_their_own_measure_word() -> None:
    assert present_meta.parts("甲规划", 5, "章") == "《甲规划》共5章："
    assert present_meta.parts("甲规划", 5, "部分") == "《甲规划》共5个部分："
