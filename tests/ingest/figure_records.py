"""Indicators made by hand, with what a test is not about filled in."""

from __future__ import annotations

from ingest.facts.concepts import concept_of
from ingest.plans import Indicator, Span


def record(value: str, unit: str = "家", at: int = 0, **about) -> Indicator:
    """An indicator of one plan; `at` is where it stands in the text."""
    filled = {
        "plan_id": "甲",
        "name": "国家高新技术企业",
        "region": "临安区",
        "year": "2020",
        "role": "actual",
        "comparator": "=",
        "nature": "",
        "table": "",
        "group": "",
        "heading": (str(at),),
        "span": Span(at, at + 5),
        "quote": value,
    } | about
    filled.setdefault("concept", concept_of(filled["name"], filled["nature"]))
    return Indicator(value=value, unit=unit, **filled)
