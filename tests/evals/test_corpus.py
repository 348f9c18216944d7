"""What answers are checked against, and which plan a label stands for."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from evals.cases import Value
from evals.check import loaded_from
from evals.corpus import Corpus, amount, labels, surroundings
from evals.outputs import Cited
from ingest.library import Library
from tests.evals.invented import CASES, FIRMS, PLANS, SETTINGS, SHIQIAO, YUNXI, corpus


def test_a_label_is_a_file_name_or_follows_from_its_quotes() -> None:
    numbered = FIRMS.model_copy(
        update={"docs": ("007",), "evidence": tuple(q.model_copy(update={"doc": "007"}) for q in FIRMS.evidence)}
    )
    found = Corpus(loaded_from([PLANS]), [numbered])
    assert found.named("007").plan.file == corpus().named(YUNXI).plan.file == YUNXI
    assert found.named("008") is None


def test_plans_that_are_not_loaded_are_named() -> None:
    other = FIRMS.model_copy(update={"docs": ("别处.md",), "evidence": ()})
    assert corpus().missing(CASES) == ()
    assert Corpus(loaded_from([PLANS]), [other]).missing([other]) == ("别处.md",)
    assert labels(FIRMS) == (YUNXI,)


def test_a_quote_must_stand_in_the_plan_that_it_names() -> None:
    quote = "科研仪器开放共享"
    assert corpus().verbatim(Cited(file=SHIQIAO, quote=quote))
    assert not corpus().verbatim(Cited(file=YUNXI, quote=quote))
    assert not corpus().verbatim(Cited(plan_id="gone", quote=quote))
    assert corpus().verbatim(Cited(quote=quote))


def test_a_row_speaks_with_its_caption_and_header() -> None:
    plan = corpus().named(YUNXI).plan
    start = plan.text.index("| 科技型中小企业")
    assert "2025年" in surroundings(plan, start, start + 8)
    assert surroundings(plan, 0, 3) == ""


def test_amounts_are_compared_in_base_units() -> None:
    assert amount("1.5", "万家") == (Decimal(15000), "家")
    assert amount("完成", "")[0].is_nan()


def test_a_library_gives_its_passages_and_its_extracted_values(store: Path) -> None:
    with Library.open(store, SETTINGS) as library:
        found = Corpus.of(library, CASES).named(YUNXI)
    assert "由区科技局牵头" in found.passages
    assert found.extracted(Value(value="813", unit="家"))
    assert not found.extracted(Value(value="814", unit="家"))
    assert found.place.endswith("云溪区")
