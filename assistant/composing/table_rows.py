"""Lists of rows: all of a table or of a group of it, that the question names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.questions import Intent, Query
from assistant.records.naming_places import number_of, tables_in
from assistant.records.rows import row_text
from assistant.retrieval.evidence import Evidence
from assistant.understanding.scopes import short
from assistant.words import present
from ingest.library.words import tokens
from ingest.plans import Passage, Plan, Row, Table
from ingest.structure.headings import ordinal

_LONGEST, _MOSTLY = 12, 0.6

_TABLE = re.compile(r"指标|表\s*\d|一览表|清单|表[里中内]|那张.{2,16}表")
_GROUP = re.compile(r"(类|组|栏|这一块|部分).{0,14}指标|指标.{0,6}(都|全|列|整理)|表\s*\d.{0,10}(哪|列|(?<!之)几)")
_WHICH = re.compile("哪些|哪几|什么|啥")
_BLANK = re.compile(r"(?<!有)没有?(给出?|写|填)?.{0,6}(数|数据|基数|现状)|为空|空着|缺")
_AT_LEAST = re.compile(r"大于|≥|不低于|以上的有|下限")
_KIND = re.compile(r"[一-鿿]{2,6}$")
_TIME = re.compile(r"[一二三四五六七八九十]+五|20\d\d")
_SO_MANY = re.compile(r"([两二三四五六七八九十]{1,2}|\d{1,2})[项个]指标")
_IN_BRACKETS = re.compile(r"[（(].*$")
_LONG_NAME = 8
_INDICATORS_OF = '[”"]?(?:类|组|栏|部分|方面|这|那|一|块|下|面|里|中|的|各|几|有|所|全部|都|项|个)*指标'


def table_rows(evidence: Evidence) -> Draft | None:
    """All rows of the table, or of the row group, that the question names."""
    query = evidence.query
    group = _GROUP.search(query.text)
    of_group = query.intent in (Intent.VALUE, Intent.TASK) and not group  # nothing else shows that rows are asked for
    if query.intent is Intent.VALUE and query.asks > 1:
        return None
    if query.intent is Intent.COMPARE and query.wants_number and not (group or _WHICH.search(query.text)):
        return None
    tables, named = [], tables_in(query.text)
    for passage in (s.passage for s in evidence.passages[:12] if s.passage.kind in ("row", "table")):
        plan = evidence.plan_of(passage.plan_id)
        table = next((b for b in plan.blocks if isinstance(b, Table) and _holds(b, passage)), None)
        if table and query.intent is not Intent.LIST and _names_a_row(table, query.text):
            return None
        if table and of_group and not _lists_a_group(table, query.text):
            continue
        if table and named and number_of(table.caption) not in named:
            continue
        if table and (rows := _of_places(_asked_rows(table, query.text), query)):
            tables.append((plan, table, rows))
    times = set(_TIME.findall(query.text))
    if so_many := _SO_MANY.search(query.text):
        tables = [one for one in tables if len(one[2]) == ordinal(so_many[1].replace("两", "二"))]
    timely = [one for one in tables if times & set(_TIME.findall(f"{one[1].caption}{''.join(one[1].header)}"))]
    found = next(iter(timely or tables), None)
    return _rows(evidence, found[0], found[2]) if found else None


def _asked_rows(table: Table, text: str) -> Sequence[Row]:
    """The rows of the group that the text names, or of the whole table; none where the text names neither."""
    groups = list(dict.fromkeys(row.group for row in table.rows if row.group))
    shared = _common(groups)
    said = text.rpartition("：")[2], text  # what an utterance says itself, then with what was carried over
    group = next((g for one in said for g in groups if _says(one, g, shared)), None)
    headed = any(_is_said(label, text) for label in table.header if len(label) > 2)
    if not _TABLE.search(text) and not (group and headed):
        return ()
    rows = _of_kind([row for row in table.rows if row.group == group] if group else list(table.rows), text)
    if _BLANK.search(text):
        return [row for row in rows if any(cell.text in ("-", "—", "/") for cell in row.cells)]
    if _AT_LEAST.search(text):
        return [row for row in rows if any(re.match("[≥>]", cell.text) for cell in row.cells)]
    return () if groups and not group and len(rows) > _LONGEST and not re.search("全部|所有|都", text) else rows


def _lists_a_group(table: Table, text: str) -> bool:
    """Whether a text asks for the indicators of a group by the group's name: “科技创新成效”一栏的指标."""
    names = "|".join(re.escape(row.group) for row in table.rows if row.group)
    return bool(names) and bool(re.search(rf"(?:{names}){_INDICATORS_OF}", text))


def _of_places(rows: Sequence[Row], query: Query) -> Sequence[Row]:
    """Of a table with a row a place, the rows of the places that are named; else all."""
    names = [short(scope.name) for scope in query.scopes] + list(query.outside)
    own = [row for row in rows if row.cells and short(row.cells[0].text.strip()) in names]
    return own or rows


def _names_a_row(table: Table, text: str) -> bool:
    """Whether a text writes out the long name of one row: what is asked for is that row, not its group."""
    names = (_IN_BRACKETS.sub("", cell.text) for row in table.rows for cell in row.cells)
    return any(len(name) > _LONG_NAME and name in text for name in names)


def _is_said(label: str, text: str) -> bool:
    """Whether a text says most of a column's label (对接哪些园区 for 对接园区)."""
    own = tokens(label)
    return sum(token in text for token in own) > _MOSTLY * len(own)


def _says(text: str, group: str, shared: str) -> bool:
    return group in text or (len(group) - len(shared) > 1 and group[len(shared) :] in text)


def _of_kind(rows: list[Row], text: str) -> list[Row]:
    """The rows of the kind that the text names (约束性, 超额完成), where a column tells rows apart by it; else all."""
    words = {cell.text for row in rows for cell in row.cells if _KIND.match(cell.text)}
    asked = [word for word in words if re.search(rf"(?<![未没不非]){re.escape(word)}", text)]
    for word in sorted(asked, key=len, reverse=True):
        kept = [row for row in rows if any(cell.text == word for cell in row.cells)]
        if 0 < len(kept) < len(rows):
            return kept
    return rows


def _common(groups: Sequence[str]) -> str:
    """What all group names begin with (科技创新主体, 科技创新质量 → 科技创新)."""
    if len(groups) < 2:
        return ""
    short = min(groups, key=len)
    return next((short[:n] for n in range(len(short), 0, -1) if all(g.startswith(short[:n]) for g in groups)), "")


def _rows(evidence: Evidence, plan: Plan, rows: Sequence[Row]) -> Draft:
    passages = {p.span: p for p in evidence.shelf.passages([plan.id]) if p.kind == "row"}
    claims = [Claim(present.count(len(rows)), ())]
    for row in rows:
        found = passages.get(row.span)
        if found:
            text = row_text(found, evidence.query).split("（表")[0]
            claims.append(Claim(text, (Source(plan.id, row.span, found.heading, "row"),)))
    return Draft(AnswerStatus.ANSWERED, tuple(claims))


def _holds(table: Table, passage: Passage) -> bool:
    return table.span.start <= passage.span.start and passage.span.end <= table.span.end
