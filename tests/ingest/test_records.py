"""The names of the fields are a contract: other programs read them."""

from __future__ import annotations

import json
from pathlib import Path

from ingest import records
from ingest.plans import Conflict
from tests.ingest.library.samples import add, indicator, measure, open_library, passages, plan


def test_every_kind_of_record_has_its_fields_and_is_json(tmp_path: Path) -> None:
    with open_library(tmp_path, write=True) as library:
        add(library, plan())
        (loaded,) = library.plans()
    made = {
        "plan": records.of_plan(loaded),
        "passage": records.of_passage(passages(plan())[3], loaded),
        "indicator": records.of_indicator(indicator(plan()), loaded),
        "measure": records.of_measure(measure(plan()), loaded),
        "conflict": records.of_conflict(
            Conflict(indicator(plan()), indicator(plan(), "7"), "不同数值"), {"p1": loaded}
        ),
    }
    assert json.loads(json.dumps(made)) == made
    assert {kind: " ".join(record) for kind, record in made.items()} == {
        "plan": "id title region level issuer number date period kind status file path format pages characters "
        "passages indicators measures added_at digest",
        "passage": "id plan_id plan kind heading text record page start end",
        "indicator": "plan_id plan file table group name concept region year role comparator value unit nature "
        "heading quote",
        "measure": "plan_id plan number title section lead_unit units deadline validity "
        "beneficiaries instruments amounts quote fields",
        "conflict": "reason note left right",
    }
    assert (made["plan"]["region"], made["plan"]["issuer"]) == ("青山区", None)
    assert (made["passage"]["page"], made["passage"]["text"]) == (2, "高新技术企业\t家\t600")
    assert plan().text[made["passage"]["start"] : made["passage"]["end"]] == made["passage"]["text"]
    assert made["conflict"]["right"]["value"] == "7"
