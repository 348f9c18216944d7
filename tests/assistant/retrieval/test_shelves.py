"""What is asked for again is at hand, and a library may be seen without its records."""

from __future__ import annotations

from assistant.retrieval.shelves import Kept, Untyped
from ingest.library import Library


def test_what_is_kept_is_what_the_library_holds(library: Library) -> None:
    kept = Kept(library)
    ids = [plan.id for plan in library.plans()]
    assert kept.passages(ids[:2]) == (*library.passages(ids[:1]), *library.passages(ids[1:2]))
    assert kept.passages(ids[:1])[0] is kept.passages(ids[:1])[0]
    assert kept.plan(ids[0]) is kept.plan(ids[0])
    assert kept.regions() == library.regions()
    assert kept.search_words("技术交易额", 3) == library.search_words("技术交易额", 3)


def test_a_library_without_its_records_still_finds_and_quotes(library: Library) -> None:
    untyped = Untyped(library)
    assert library.indicators()
    assert (untyped.indicators(), untyped.measures(), untyped.conflicts()) == ((), (), ())
    assert untyped.search_words("技术交易额", 3) == library.search_words("技术交易额", 3)
