"""The lexical index: character bigrams in SQLite FTS5, in the catalog's own database and transactions.

FTS5 cannot cut Chinese, so `tokens` does it beforehand and FTS5 sees words parted by spaces. The index is contentless:
it holds no copy of the text, and a row is taken out by naming its tokens again. Whoever changes `tokens` therefore
raises `catalog.LAYOUT`.
"""

from __future__ import annotations

import math
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence

from ingest.plans import Passage

SCHEMA = """
CREATE VIRTUAL TABLE words USING fts5(
    body, context, plan, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '.'"
);
CREATE VIRTUAL TABLE word_counts USING fts5vocab(words, 'row');
"""

_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇]"
_RUN = re.compile(rf"({_HAN}+)|[a-z0-9]+(?:\.[0-9]+)*")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_AMPERSAND = re.compile(r"(?<![a-z0-9])([a-z])\s?&\s?(?=[a-z](?![a-z0-9]))")


def tokens(text: str) -> list[str]:
    """Cut text into search tokens: every pair of neighbouring Han characters, and Latin words and numbers whole.

    Width and case are folded (NFKC), thousands commas dropped, "R&D" is one token "rd". A single Han character
    between other signs stands for itself.
    """
    folded = _AMPERSAND.sub(r"\1", _THOUSANDS.sub("", unicodedata.normalize("NFKC", text).lower()))
    found: list[str] = []
    for run in _RUN.finditer(folded):
        word = run.group()
        if run.group(1) and len(word) > 1:
            found.extend(word[i : i + 2] for i in range(len(word) - 1))
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
    rarest: int,
) -> list[tuple[int, float]]:
    """The `k` best rows for a query as (rowid, score), best first; a higher score is better.

    BM25 over the two columns with `weights` (body, context). Only the `rarest` tokens of the query are looked up, so
    that a long question over a large library does not walk through every passage. `plan_ids` restricts the search
    inside the index.
    """
    wanted = _rarest(connection, query, rarest)
    if not wanted or k < 1 or (plan_ids is not None and not plan_ids):
        return []
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
    found = {}
    for word in dict.fromkeys(words):
        row = connection.execute("SELECT doc FROM word_counts WHERE term = ?", (word,)).fetchone()
        found[word] = math.log(1 + (passages - row[0] + 0.5) / (row[0] + 0.5)) if row else 0.0
    return found


def _rarest(connection: sqlite3.Connection, query: str, limit: int) -> list[str]:
    """The query's distinct tokens that the index knows, rarest first, at most `limit`."""
    distinct = list(dict.fromkeys(tokens(query)))
    counts = {}
    for token in distinct:
        row = connection.execute("SELECT doc FROM word_counts WHERE term = ?", (token,)).fetchone()
        if row:
            counts[token] = row[0]
    return sorted(counts, key=counts.__getitem__)[:limit]


def _columns(passage: Passage) -> tuple[str, str, str]:
    return (" ".join(tokens(passage.text)), " ".join(tokens(passage.context)), _plan_token(passage.plan_id))


def _plan_token(plan_id: str) -> str:
    """A plan id as one token that no text can hold (hex of its bytes, marked)."""
    return "plan" + plan_id.encode().hex()


def _any_of(words: Iterable[str]) -> str:
    return " OR ".join(f'"{word}"' for word in words)
