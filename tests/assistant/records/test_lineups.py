from __future__ import annotations

from decimal import Decimal

from assistant.questions import Intent, Query
from assistant.records.lineups import level, moved, two_years
from assistant.records.values import Hit
from tests.assistant.words.test_present_figures import indicator


def hit(value: str, unit: str = "家", **told: str) -> Hit:
    return Hit(indicator(value, unit, **told), 1.0, None)


def test_a_rank_counts_the_more_the_smaller_it_is() -> None:
    assert level("南湖", hit("3", "位", role="rank")).value > level("秀洲", hit("9", "位", role="rank")).value
    assert level("南湖", hit("高于全市", "")) is None


def test_a_row_moves_by_places_won_by_what_it_gained_or_by_its_growth() -> None:
    ranks = moved("南湖", hit("9", "位", role="rank"), hit("3", "位", role="rank"))
    assert ranks.value == 6
    assert moved("南湖", hit("50"), hit("80")).value == 30
    growth = moved("南湖", hit("50"), hit("80"), relative=True)
    assert (growth.value, growth.relative) == (Decimal("0.6"), True)
    assert moved("南湖", hit("50"), hit("80", "亿元")) is None


def test_the_years_between_which_rows_move_are_the_asked_ones() -> None:
    def asked(*years: str) -> tuple[str, str]:
        return two_years({"2018", "2019", "2020"}, Query("变化", Intent.LIST, "", years=years))

    assert asked("2018", "2020") == ("2018", "2020")
    assert asked("2019") == ("2018", "2019")
    assert asked("2019-2020") == ("2019", "2020")
    assert asked() == ("2018", "2020")
