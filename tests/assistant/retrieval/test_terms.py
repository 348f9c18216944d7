from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.questions import Intent, Query
from assistant.retrieval.terms import Terms, terms
from ingest.library import Library
from ingest.library.words import tokens


class Even:
    """A library in which every word but the unknown ones is as rare as any other."""

    def __init__(self, *unknown: str) -> None:
        self.unknown = unknown

    def rarity(self, tokens: list[str]) -> dict[str, float]:
        return {token: 0.0 if token in self.unknown else 1.0 for token in tokens}


def query(focus: str, **slots: object) -> Query:
    return Query(**{"text": focus, "intent": Intent.TASK, "focus": focus, **slots})


def test_rare_words_weigh_more_than_common_ones(library: Library) -> None:
    looked = terms(query("柔性电子企业"), library)
    rare, common = ({*tokens("柔性电子")}, {*tokens("企业")})
    assert looked.covered(rare) > looked.covered(common)


def test_words_that_no_plan_holds_are_told_apart() -> None:
    looked = terms(query("独角兽企业"), Even("独角", "角兽"))
    assert set(looked.unknown) == {"独角", "角兽"}
    assert set(looked.own) == {"兽企", "企业"}


def test_words_of_plans_stand_in_for_everyday_words_but_weigh_less() -> None:
    looked = terms(query("高企数量"), Even())
    said, meant = looked.covered({*tokens("高企数量")}), looked.covered({*tokens("高新技术企业")})
    assert said == pytest.approx(1.0)
    assert 0 < meant < said


@given(st.sets(st.sampled_from(["企业", "上市", "融资", "奖励", "平台"])), st.sampled_from(["企业", "上市", "平台"]))
def test_coverage_is_a_share_and_grows_with_what_is_found(found: set[str], more: str) -> None:
    looked = Terms({"企业": 1.0, "上市": 2.0, "融资": 0.5}, {"奖励": 1.0}, ())
    assert 0 <= looked.covered(found) <= looked.covered(found | {more}) <= 1 + 1e-9


def test_a_long_story_needs_less_coverage_than_a_short_question() -> None:
    short, long = Terms({"企业": 1.0}, {}, ()), Terms({str(n): 1.0 for n in range(60)}, {}, ())
    assert short.floor(0.35) == 0.35
    assert long.floor(0.35) < 0.35


def test_a_word_of_plans_counts_in_full_though_it_holds_a_letter_of_asking() -> None:
    looked = terms(query("就业问题就是看"), Even())
    assert looked.own["就业"] == looked.own["问题"] > looked.own["就是"]


def test_words_that_join_and_ask_weigh_little() -> None:
    looked = terms(query("已经 在 集成电路"), Even())
    assert looked.own["已经"] == looked.own["在"] < looked.own["集成"]


def test_what_a_follow_up_says_itself_weighs_more_than_what_it_carries_over() -> None:
    asked = query("区块链 高端软件", text="规划区块链：那高端软件呢", carried=True)
    looked = terms(asked, Even())
    assert looked.own["软件"] > looked.own["区块"]


def test_what_a_short_name_stands_for_is_looked_for_where_nothing_else_is_asked() -> None:
    looked = terms(query("高企 已经"), Even("高企"))
    assert "技术" in looked.own
    assert "已经" not in looked.own
    assert "码头" not in terms(query("码头 补助"), Even("码头")).own  # and nothing stands for a word that no plan has
