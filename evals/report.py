"""A run → one page that stands by itself (HTML, nothing loaded from elsewhere), and the same in short as Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from evals import drawings, judge, present
from evals.cases import Quote
from evals.citing import covers
from evals.compare import compare
from evals.metrics import Scored, Summary, summarise
from evals.outputs import Output
from evals.runs import Run
from evals.statistics import percentile
from evals.wording import folded, sentences

_TEMPLATES = Path(__file__).parent / "templates"
HTML, MARKDOWN = "report.html", "report.md"


@dataclass(frozen=True, slots=True)
class Proof:
    """A gold quote and what became of it: cited, at least retrieved, or neither."""

    quote: Quote
    plan: str
    fate: str


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A failed question, ready to be shown: what was asked, what was wanted, what was said, on what grounds."""

    row: Scored
    output: Output
    facts: tuple[tuple[str, bool], ...]
    proofs: tuple[Proof, ...]
    reasons: tuple[str, ...]
    lines: tuple[str, ...]


def write(run: Run, baseline: Run | None = None) -> Path:
    """Write both reports into the run's folder; the path of the page."""
    facts = contents(run, baseline)
    (run.folder / MARKDOWN).write_text(_environment(html=False).get_template("report.md.j2").render(facts), "utf-8")
    page = run.folder / HTML
    page.write_text(_environment(html=True).get_template("report.html.j2").render(facts), "utf-8")
    return page


def contents(run: Run, baseline: Run | None) -> dict[str, Any]:
    """What the templates are given."""
    figures = summarise(run.rows)
    labels = run.settings.labels
    return {
        "run": run,
        "settings": run.settings,
        "figures": figures,
        "plans": list(figures.plans),
        "plan_name": lambda label: present.plan(label, labels),
        "comparison": compare(baseline, run) if baseline else None,
        "baseline": baseline,
        "opinion": judge.opinion(run),
        "failures": tuple(_exhibit(row, run) for row in run.rows if not row.right),
        "times": _times(figures),
        "present": present,
        "draw": drawings,
    }


def _environment(*, html: bool) -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=html,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _times(figures: Summary) -> dict[str, float]:
    if not figures.milliseconds:
        return {}
    return {"p50": percentile(figures.milliseconds, 0.5), "p95": percentile(figures.milliseconds, 0.95)}


def _exhibit(row: Scored, run: Run) -> Exhibit:
    output = run.answers.get(row.case.id) or Output(id=row.case.id, text="")
    facts = tuple((fact[0], found) for fact, found in zip(row.case.key_facts, row.score.facts, strict=True))
    proofs = tuple(
        Proof(quote, present.plan(quote.doc, run.settings.labels), _fate(quote, output)) for quote in row.case.evidence
    )
    return Exhibit(row, output, facts, proofs, tuple(_reasons(row, output)), sentences(output.text))


def _fate(quote: Quote, output: Output) -> str:
    words = folded(quote.quote)
    if any(covers(folded(one.quote), words) for one in output.citations):
        return "已引用"
    return "已检索，未引用" if words in "".join(folded(one.text) for one in output.passages) else "未检索到"


def _reasons(row: Scored, output: Output) -> Iterable[str]:
    """Why an answer is not right, in short."""
    score = row.score
    if row.step:
        yield f"{present.STEPS[row.step]}：{present.STEP_MEANINGS[row.step]}"
    if row.case.answerable and not score.complete and score.verdict == "wrong":
        yield f"要点 {sum(score.facts)}/{row.case.needed}"
    if score.forbidden:
        yield f"出现了不该有的：{'、'.join(score.forbidden)}"
    for one in score.figures:
        if one.outcome not in ("met", "missing"):
            yield f"{one.value.value}{one.value.unit}：{present.OUTCOMES[one.outcome]}（写作“{one.said}”）"
    if score.wrong_region:
        yield "用了别的地区的内容"
    if score.wrong_period:
        yield "用了别的时期的数"
    if score.hedged:
        yield "作答的同时又说无法回答"
    if output.error:
        yield f"程序出错：{output.error}"
