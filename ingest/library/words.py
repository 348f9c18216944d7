"""The lexical index: character bigrams in SQLite FTS5, in the catalog's own database and transactions.

FTS5 cannot cut Chinese, so `tokens` does it beforehand and FTS5 sees words parted by spaces. The index is contentless:
it holds no copy of the text, and a row is taken out by naming its tokens again. Whoever changes `tokens` therefore
raises `catalog.LAYOUT`.
"""

from __future__ import annotations

import json
import math
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import concat

from ingest.plans import Passage

SCHEMA = """
CREATE VIRTUAL TABLE words USING fts5(
    body, context, plan, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '.'"
);
CREATE VIRTUAL TABLE word_counts USING fts5vocab(words, 'row');
"""

FEWEST = 6

_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇]"
_RUN = re.compile(rf"({_HAN}+)|[a-z0-9]+(?:\.[0-9]+)*")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_AMPERSAND = re.compile(r"(?<![a-z0-9])([a-z])\s?&\s?(?=[a-z](?![a-z0-9]))")


def tokens(text: str) -> list[str]:
    """Cut text into search tokens: every pair of neighbouring Han characters, and Latin words and numbers whole.

    Width and case are folded (NFKC), thousands commas dropped, "R&D" is one token "rd". A single Han character
    between other signs stands for itself.
    """
    folded = unicodedata.normalize("NFKC", text).lower()
    if "," in folded:
        folded = _THOUSANDS.sub("", folded)
    if "&" in folded:
        folded = _AMPERSAND.sub(r"\1", folded)
    found: list[str] = []
    for run in _RUN.finditer(folded):
        word = run.group()
        if run.group(1) and len(word) > 1:
            found.extend(map(concat, word, word[1:]))
        else:
            found.append(word)
    return found


def index(connection: sqlite3.Connection, rowid: int, passage: Passage) -> None:
    """Put one passage into the index, inside the caller's transaction."""
    connection.execute("INSERT INTO words(rowid, body, context, plan) VALUES (?, ?, ?, ?)", (rowid, *_columns(passage)))


def forget(connection: sqlite3.Connection, rowid: int, passage: Passage) -> None:
    """Take one passage out of the index, inside the caller's transaction; it must be as it was when indexed."""
    connection.execute(
        "INSERT INTO words(words, rowid, body, context, plan) VALUES ('delete', ?, ?, ?, ?)",
        (rowid, *_columns(passage)),
    )


def search(
    connection: sqlite3.Connection,
    query: str,
    k: int,
    plan_ids: Sequence[str] | None,
    *,
    weights: tuple[float, float],
    most_matches: int,
) -> list[tuple[int, float]]:
    """The `k` best rows for a query as (rowid, score), best first; a higher score is better.

    BM25 over the two columns with `weights` (body, context). `plan_ids` restricts the search inside the index. In a
    search over everything, the query's rarest words are looked up, as many as match `most_matches` rows between them:
    in a large library the common ones say little and cost most.
    """
    wanted = list(dict.fromkeys(tokens(query)))
    if not wanted or k < 1 or (plan_ids is not None and not plan_ids):
        return []
    if plan_ids is None:
        wanted = _rarest(connection, wanted, most_matches)
    match = f"{{body context}} : ({_any_of(wanted)})"
    if plan_ids is not None:
        match = f"plan : ({_any_of(map(_plan_token, plan_ids))}) AND {match}"
    rows = connection.execute(
        "SELECT rowid, bm25(words, ?, ?, 0.0) AS cost FROM words WHERE words MATCH ? ORDER BY cost, rowid LIMIT ?",
        (*weights, match, k),
    )
    return [(rowid, -cost) for rowid, cost in rows]


def rarity(connection: sqlite3.Connection, words: Sequence[str], passages: int) -> dict[str, float]:
    """The inverse document frequency of each token (BM25's, never negative); 0 for one that the index lacks."""
    counts = _counts(connection, words)
    return {
        word: math.log(1 + (passages - count + 0.5) / (count + 0.5)) if count else 0.0 for word, count in counts.items()
    }


def stands(connection: sqlite3.Connection, text: str) -> bool:
    """Whether the tokens of a text follow each other so in more than one row."""
    match = f'{{body context}} : "{" ".join(tokens(text))}"'
    return (
        connection.execute("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1 OFFSET 1", (match,)).fetchone() is not None
    )


def _counts(connection: sqlite3.Connection, words: Sequence[str]) -> dict[str, int]:
    """How many rows hold each token."""
    counts = dict.fromkeys(words, 0)
    found = connection.execute(
        "SELECT term, doc FROM json_each(?) JOIN word_counts ON term = value", (json.dumps(list(counts)),)
    )
    return counts | dict(found)


def _rarest(connection: sqlite3.Connection, words: Sequence[str], most_matches: int) -> list[str]:
    """The rarest of the words that match at most so many rows between them, but at least FEWEST words."""
    counts = _counts(connection, words)
    ordered = sorted(counts, key=counts.__getitem__)
    totals = list(accumulate(counts[word] for word in ordered))
    return [word for i, word in enumerate(ordered) if i < FEWEST or totals[i] <= most_matches]


def _columns(passage: Passage) -> tuple[str, str, str]:
    return (" ".join(tokens(passage.text)), " ".join(tokens(passage.context)), _plan_token(passage.plan_id))


def _plan_token(plan_id: str) -> str:
    """A plan id as one token that no text can hold (hex of its bytes, marked)."""
    return "plan" + plan_id.encode().hex()


def _any_of(words: Iterable[str]) -> str:
    return " OR ".join(f'"{word}"' for word in words)
