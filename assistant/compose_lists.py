"""Lists: the rows of a table group, the headings below a heading."""

from __future__ import annotations

import re

from assistant.answers import AnswerStatus, Claim, Draft, Source
from assistant.evidence import Evidence
from assistant.rows import row_text
from ingest.library.words import tokens
from ingest.plans import Passage, Plan, Section, Table


def table_rows(evidence: Evidence) -> Draft | None:
    """All rows of the table, or of the row group, that the question names."""
    query = evidence.query
    if not re.search(r"指标|表\s*\d|一览表|清单|表[里中内]|那张.{2,16}表", query.text):
        return None
    for scored in evidence.passages[:12]:
        passage = scored.passage
        if passage.kind not in ("row", "table"):
            continue
        plan = evidence.plan_of(passage.plan_id)
        table = next((b for b in plan.blocks if isinstance(b, Table) and _holds(b, passage)), None)
        if table is None:
            continue
        groups = list(dict.fromkeys(row.group for row in table.rows if row.group))
        group = next((g for g in groups if g in query.text or g.replace("科技创新", "") in query.text), None)
        rows = [row for row in table.rows if row.group == group] if group else list(table.rows)
        if groups and not group and len(rows) > 12:
            continue
        passages = {p.span: p for p in evidence.shelf.passages([plan.id]) if p.kind == "row"}
        claims = [Claim(f"共{len(rows)}项：", ())]
        for row in rows:
            found = passages.get(row.span)
            if found:
                claims.append(
                    Claim(row_text(found, query).split("（表")[0], (Source(plan.id, row.span, found.heading, "row"),))
                )
        return Draft(AnswerStatus.ANSWERED, tuple(claims))
    return None


def _holds(table: Table, passage: Passage) -> bool:
    return table.span.start <= passage.span.start and passage.span.end <= table.span.end


_PARTS = re.compile(
    r"(哪|几|哪几|[一二两三四五六七八九十\d]+)(个|条|项|大)?(重点|主要|核心|基本)?(方面|条|任务|行动|措施|条款|工程|举措|专栏|部分|章|领域|原则|问题|方案|保障|块)"
    r"|哪[些几]?(方面|任务|行动|措施|条款|工程|举措|专栏|部分|章|原则)|[哪分](哪)?[一二两三四五六七八九十几](个|项|条|大)"
)


def enumeration(evidence: Evidence) -> Draft | None:
    """The headings below the heading that the question names, where their number fits the one asked for."""
    query, looked = evidence.query, evidence.looked
    if not _PARTS.search(query.text):
        return None
    best: tuple[float, Plan, list[Section]] | None = None
    for scored in evidence.passages[:12]:
        passage = scored.passage
        if passage.kind != "heading":
            continue
        plan = evidence.plan_of(passage.plan_id)
        below = [s for s in plan.sections if s.parent == passage.section]
        if query.count and len(below) != query.count:
            continue
        fit = looked.covered(set(tokens(" ".join(passage.heading[-2:]))))
        fit += 0.4 * any(year in passage.heading[-1] for year in query.years)
        if fit >= (0.35 if query.count else 0.5) and (best is None or fit > best[0]):
            best = (fit, plan, below)
    return _headings(best[1], best[2]) if best else None


def _headings(plan: Plan, below: list[Section]) -> Draft:
    claims = [Claim(f"共{len(below)}项：", ())]
    claims += [Claim(f"{s.number}{s.name}", (Source(plan.id, s.span, s.path, "heading"),)) for s in below]
    return Draft(AnswerStatus.ANSWERED, tuple(claims))
