"""An answer as a whole: as JSON by the contract, and for a terminal."""

from __future__ import annotations

from dataclasses import asdict

from assistant.answers import Answer
from ingest.plans import Indicator


def to_json(answer: Answer) -> dict[str, object]:
    """The answer as the contract has it."""
    return {
        "id": answer.question.id,
        "question": answer.question.text,
        "standalone_question": answer.standalone_question,
        "status": answer.status.value,
        "text": answer.text,
        "citations": [asdict(c) | {"heading": list(c.heading)} for c in answer.citations],
        "passages": [
            {
                "text": s.passage.text,
                "plan_id": s.passage.plan_id,
                "heading": list(s.passage.heading),
                "score": s.score,
            }
            for s in answer.passages
        ],
        "indicators": [_indicator(indicator, answer) for indicator in answer.indicators],
        "calculations": [
            {"expression": c.expression, "result": c.result, "unit": c.unit, "from": list(c.operands)}
            for c in answer.calculations
        ],
        "warnings": [{"kind": w.kind, "text": w.text, "citations": list(w.citations)} for w in answer.warnings],
        "understood": answer.understood,
        "engine": answer.engine,
        "timings_ms": answer.timings_ms,
    }


def _indicator(indicator: Indicator, answer: Answer) -> dict[str, object]:
    """An indicator with the title and the file of its plan, as they stand with the citations."""
    cited = next((c for c in answer.citations if c.plan_id == indicator.plan_id), None)
    place = {"plan_id": indicator.plan_id, "plan": cited.plan if cited else "", "file": cited.file if cited else ""}
    values = {name: value for name, value in asdict(indicator).items() if name not in ("plan_id", "span")}
    return place | values | {"heading": list(indicator.heading)}


def to_terminal(answer: Answer) -> str:
    """The answer and its sources for a terminal."""
    lines = [answer.text, ""]
    for c in answer.citations:
        page = f"，第{c.page}页" if c.page else ""
        path = " › ".join(c.heading)
        lines.append(f"[{c.n}] 《{c.plan}》{path}{page}")
        lines.append(f"    “{' '.join(c.quote.split())[:160]}”")
    lines += [f"注意：{w.text}" for w in answer.warnings]
    return "\n".join(lines).rstrip()
