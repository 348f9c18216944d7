"""What a sentence decides for what a question names: left out (不含X), counted in (含X), or denied (不得, 不再奖励)."""

from __future__ import annotations

import re
from enum import StrEnum

from ingest.library.words import tokens

_LEFT_OUT = re.compile(r"(?:不含|不包括|不包含|未包括|不计入)(?P<x>[^，,。；;）)]{2,40})")
_EXCEPT = re.compile(r"(?:^|[，,。；;（(])(?P<x>[^，,。；;（）()]{2,20})除外")
_COUNTED_IN = re.compile(r"[（(](?:含|包括|包含)(?P<x>[^，,。；;）)]{2,40})[）)]")
_DENIED = re.compile(
    r"(?:均|原则上|一律|也|都)?(?:不得|不予|不能|不可以?|不(?:再)?享受|不适用|不再|禁止|严禁)(?P<x>[^，,。；;]{0,40})"
)
_ITEMS = re.compile("、|以?及|[和与或等]")
_QUOTES = str.maketrans("", "", '“”"')
_DEFINES = re.compile("是指|指的是|系指")
_NAMED_SO = re.compile("[一-鿿]{1,3}(?:的|类)")
_TO_WHAT = re.compile("^[将把].*?(?:用于|视为|作为|当作|提供给?)")
_CONDITION = re.compile("未|没有|不符|违|弄虚|虚假|失信|逾期|骗|拒|处罚|重大|情形|截留|挪用")
_BUILDS = re.compile("再?(?:行)?(新建|新设|另设|设立|建设|新增|重复)")  # 不得再新建平台 denies no sale of data
_FEWEST, _NEAR = 2, 8


class Ruling(StrEnum):
    """How a sentence decides."""

    LEFT_OUT = "left out"
    COUNTED_IN = "counted in"
    DENIED = "denied"
    DENIED_AS_A_RULE = "denied as a rule"


def ruling(text: str, asked: str) -> Ruling | None:
    """What a sentence decides for a question; None where it decides nothing of what the question names."""
    if any(_names(found["x"], asked) for form in (_LEFT_OUT, _EXCEPT) for found in form.finditer(text)):
        return Ruling.LEFT_OUT
    if any(_names(found["x"], asked) for found in _COUNTED_IN.finditer(text)):
        return Ruling.COUNTED_IN
    denials = [] if _DEFINES.search(text) else [one for one in _DENIED.finditer(text) if _denies(text, one, asked)]
    if denials:
        return Ruling.DENIED_AS_A_RULE if denials[0].group().startswith("原则上") else Ruling.DENIED
    return None


def _names(told: str, asked: str) -> bool:
    """Whether a question names one of the things told."""
    said = asked.translate(_QUOTES)
    items = [re.sub("^的|[的类]$", "", item.strip().translate(_QUOTES)) for item in _ITEMS.split(told)]
    return any(len(item) >= _FEWEST and item in said for item in items)


def _denies(text: str, found: re.Match[str], asked: str) -> bool:
    """Whether a question asks for what is denied, the words right behind 不得, of whom it is denied to, and not under a
    condition that it does not name (未通过验收的)."""
    if _NAMED_SO.match(found["x"]):
        return False
    before = re.split("[。；;]", text[: found.start()])[-1]
    condition = _CONDITION.search(before)
    if condition and condition.group() not in asked:
        return False
    built = _BUILDS.match(found["x"])
    if built and built[1] not in asked:
        return False
    known = set(tokens(asked))
    denied = _TO_WHAT.sub("", found["x"])[:_NEAR]
    shared = (set(tokens(denied)) & known) - set(tokens(before))
    if _TO_WHAT.match(found["x"]):
        return len(shared) > 1
    return bool(shared) and (len(shared) > 1 or not tokens(before) or bool(set(tokens(before)) & known))
