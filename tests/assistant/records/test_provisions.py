from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.records.provisions import provisions
from ingest.library import Library
from tests.assistant.gathering import gathered, over
from tests.assistant.grants import YUNHE


@pytest.fixture(scope="module")
def yunhe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("yunhe"), 云和=YUNHE) as opened:
        yield opened


def test_a_sentence_goes_with_the_one_that_measures_it(yunhe: Library) -> None:
    first = provisions(gathered(yunhe, "云和县旅行社组织游客怎么奖"), [])[0]
    assert "旅行社" in first.text
    assert first.tail.startswith("每满两万人奖励三万元")
    assert len(first.sources) == 2


def test_what_only_has_a_ceiling_counts_where_one_is_asked_for(yunhe: Library) -> None:
    evidence = gathered(yunhe, "云和县检测券最多能用多少钱")
    assert provisions(evidence, []) == []
    assert "6万元" in provisions(evidence, [], ceilings_too=True)[0].tail


def test_what_speaks_of_something_else_does_not(yunhe: Library) -> None:
    assert provisions(gathered(yunhe, "云和县码头建设怎么补助"), []) == []
