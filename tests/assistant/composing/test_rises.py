from __future__ import annotations

from assistant.composing.rises import a_year, direction
from assistant.records.values import hits
from ingest.library import Library
from tests.assistant.gathering import gathered


def test_a_change_is_shared_out_over_years_only_where_that_is_asked_for(library: Library) -> None:
    found = hits(gathered(library, "南湖国家高新技术企业"))
    pair = (
        next(h for h in found if h.indicator.year == "2020"),
        next(h for h in found if h.indicator.year == "2025"),
    )
    (claim,) = a_year(pair, "平均每年增加多少家")
    assert "(450 − 212) ÷ 5" in claim.text
    assert a_year(pair, "增加多少家") == []
    assert a_year((pair[0], pair[0]), "平均每年增加多少家") == []


def test_which_of_two_years_is_ahead(library: Library) -> None:
    found = hits(gathered(library, "南湖国家高新技术企业"))
    earlier, later = (next(h for h in found if h.indicator.year == year) for year in ("2020", "2025"))
    assert direction((earlier, later), counted=False)[0].text.startswith("上升：")
    assert "多于" in direction((earlier, later), counted=True)[0].text
    assert direction((earlier, earlier), counted=False)[0].text == "数值相同"
