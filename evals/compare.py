"""Two runs on the same questions, or many side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evals import present
from evals.metrics import Scored, summarise
from evals.runs import Run
from evals.statistics import Interval, Paired, clustered, mcnemar, percentile


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from the first run to the second, over the questions that are the same in both.

    `gain` is the mean change of the score (right +1, abstained 0, wrong −1), clustered by plan; `changed` counts
    questions that are in both but not alike.
    """

    first: str
    second: str
    common: int
    changed: int
    paired: Paired
    gain: Interval
    fixed: tuple[Scored, ...]
    broken: tuple[Scored, ...]

    @property
    def sentence(self) -> str:
        return present.difference(self.paired)


def compare(first: Run, second: Run) -> Comparison | None:
    """Compare two runs; None where they have no question in common."""
    before = {row.case.id: row for row in first.rows}
    shared = [row for row in second.rows if row.case.id in before]
    same = [row for row in shared if before[row.case.id].case.digest == row.case.digest]
    if not same:
        return None
    was = {row.case.id: before[row.case.id].right for row in same}
    now = {row.case.id: row.right for row in same}
    gains = [float(row.score.points - before[row.case.id].score.points) for row in same]
    return Comparison(
        first=first.name,
        second=second.name,
        common=len(same),
        changed=len(shared) - len(same),
        paired=mcnemar(was, now),
        gain=clustered(gains, [row.plan for row in same]),
        fixed=tuple(row for row in same if row.right and not was[row.case.id]),
        broken=tuple(row for row in same if not row.right and was[row.case.id]),
    )


def in_words(found: Comparison) -> str:
    """A comparison as Markdown."""
    gain = found.gain
    lines = [
        f"# {found.first} → {found.second}",
        "",
        found.sentence,
        "",
        f"共同的题 {found.common} 道；平均得分变化 {gain.value:+.3f}"
        + (f"（95% 区间 {gain.low:+.3f} 至 {gain.high:+.3f}）。" if gain.low is not None else "。"),
    ]
    if found.changed:
        lines.append(f"另有 {found.changed} 道题的题面或标准答案改过，不参与比较。")
    for title, rows in (("由错变对", found.fixed), ("由对变错", found.broken)):
        lines += ["", f"## {title}（{len(rows)}）", ""]
        lines += [f"- {row.case.id}（{present.KINDS[row.case.type]}）{row.case.question}" for row in rows]
    return "\n".join(lines)


def side_by_side(runs: Sequence[Run]) -> str:
    """A Markdown table with a line for each run, the first being what the others are compared with."""
    head = [
        "运行",
        "题数",
        "正确率",
        "95% 区间",
        "得分",
        "答错",
        "未答",
        "依据召回",
        "前1600字",
        "nDCG@10",
        "中位耗时",
        "与首行相比",
    ]
    return present.table(head, [_line(run, runs[0]) for run in runs])


def _line(run: Run, first: Run) -> list[str]:
    figures = summarise(run.rows)
    total = figures.total
    against = compare(first, run) if run is not first else None
    return [
        run.name,
        str(total.count),
        present.percent(total.right.value),
        present.within(figures.right),
        f"{total.points:+.3f}",
        str(total.wrong.hits),
        str(total.abstained.hits),
        present.percent(total.evidence.value),
        present.percent(figures.budgets.get(1600)),
        present.percent(figures.ndcg),
        f"{percentile(figures.milliseconds, 0.5):.0f} 毫秒" if figures.milliseconds else present.NOTHING,
        against.sentence if against else present.NOTHING,
    ]
