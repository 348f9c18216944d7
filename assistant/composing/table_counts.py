"""How many rows a table has, and which: 表2共几项指标、分几类."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.records.naming_places import number_of, tables_in
from assistant.retrieval.evidence import Evidence
from assistant.words import present
from ingest.library.words import tokens
from ingest.plans import Plan, Row, Table

_ASKED = re.compile(
    r"(?:几|多少)(?:大|个|项|条)?(?:类|种)?[^，。？]{0,4}指标|指标(?:表，)?[^，。？]{0,8}(?:几|多少)[个项条类]"
)
_TABLE = re.compile(r"表\s*\d|表\s*[一二三四五六七八九十]|[一-鿿]{2}指标表|主要指标(?:里|中|一|总|共|有)|表[里中内]")
_WHICH = re.compile("哪(?!几?大?类)|达到|完成|超过|约束|预期性|增长|提高|翻|为空|没有|年|值")
_NAME = re.compile("[一-鿿]{3,}")


def rows_counted(evidence: Evidence) -> Draft | None:
    """The number of a table's rows with their names, under their groups where it has any."""
    text = evidence.query.text
    if not _ASKED.search(text) or not _TABLE.search(text) or _WHICH.search(text):
        return None
    named = tables_in(text)
    found = [(plan, table) for plan, table in _tables(evidence) if not named or number_of(table.caption) in named]
    if not found:
        return None
    plan, table = max(found, key=lambda one: _fit(*one, text))
    groups = {row.group for row in table.rows if row.group and row.group in text}
    names = [(row, name) for row in table.rows if (not groups or row.group in groups) and (name := _name(row))]
    claims = [Claim(f"{row.group}：{name}" if row.group else name, (_source(plan, table, row),)) for row, name in names]
    return Draft(AnswerStatus.ANSWERED, (Claim(present.count(len(claims)), ()), *claims)) if claims else None


def _tables(evidence: Evidence) -> Iterator[tuple[Plan, Table]]:
    """The tables of indicators of the plans in scope, or of those that were found."""
    for id in evidence.query.plan_ids or dict.fromkeys(scored.passage.plan_id for scored in evidence.passages[:8]):
        plan = evidence.plan_of(id)
        for block in plan.blocks:
            if isinstance(block, Table) and "指标" in f"{block.caption}{''.join(block.header)}":
                yield plan, block


def _fit(plan: Plan, table: Table, text: str) -> tuple[int, int]:
    """How many words of a caption the question says, then how many the plan's title does: the plan's own period."""
    caption = set(tokens(table.caption))
    return len(caption & set(tokens(text))), len(caption & set(tokens(plan.title)))


def _name(row: Row) -> str:
    """What a row is about: its first cell of words beside its group."""
    cells = (" ".join(cell.text.split()) for cell in row.cells)
    return next((text for text in cells if _NAME.search(text) and text != row.group), "")


def _source(plan: Plan, table: Table, row: Row) -> Source:
    return Source(plan.id, row.span, plan.sections[table.section].path, "row")
