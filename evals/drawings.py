"""Small drawings for the report, as SVG without scripts; colours come from the page's style by class."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

from evals.statistics import Interval, percentile

_WIDTH = 720


def whisker(interval: Interval | None, width: int = 150) -> str:
    """A share from 0 to 1 as a dot with its interval."""
    if interval is None:
        return ""
    low, high = (interval.low, interval.high) if interval.low is not None else (interval.value, interval.value)

    def at(value: float) -> float:
        return 4 + value * (width - 8)

    return (
        f'<svg class="whisker" width="{width}" height="16" role="img" aria-label="{interval.value:.1%}">'
        f'<line class="axis" x1="4" x2="{width - 4}" y1="8" y2="8"/>'
        f'<line class="range" x1="{at(low):.1f}" x2="{at(high):.1f}" y1="8" y2="8"/>'
        f'<circle class="dot" cx="{at(interval.value):.1f}" cy="8" r="4"/></svg>'
    )


def stacked(parts: Mapping[str, int]) -> str:
    """Counts side by side in one bar; the names are classes of the page's style."""
    total = sum(parts.values()) or 1
    found, x = [], 0.0
    for name, count in parts.items():
        width = _WIDTH * count / total
        if count:
            found.append(f'<rect class="{escape(name)}" x="{x:.1f}" y="0" width="{width:.1f}" height="22"/>')
        if width > 34:
            found.append(f'<text class="on" x="{x + width / 2:.1f}" y="15.5" text-anchor="middle">{count}</text>')
        x += width
    return f'<svg class="wide" viewBox="0 0 {_WIDTH} 22" role="img">{"".join(found)}</svg>'


def bars(rows: Sequence[tuple[str, int]]) -> str:
    """A bar for each name, with its count behind it."""
    most = max((count for _, count in rows), default=1)
    found = []
    for n, (name, count) in enumerate(rows):
        y, width = n * 26, (_WIDTH - 220) * count / most
        found.append(
            f'<text x="150" y="{y + 16}" text-anchor="end">{escape(name)}</text>'
            f'<rect class="bar" x="160" y="{y + 3}" width="{width:.1f}" height="17" rx="2"/>'
            f'<text x="{168 + width:.1f}" y="{y + 16}">{count}</text>'
        )
    return f'<svg class="wide" viewBox="0 0 {_WIDTH} {max(26 * len(rows), 1)}" role="img">{"".join(found)}</svg>'


def latencies(milliseconds: Sequence[float]) -> str:
    """How the answering times are spread, on a logarithmic axis, with the median and the 95th percentile."""
    if not milliseconds:
        return ""
    low, high = math.floor(math.log10(max(min(milliseconds), 0.1))), math.ceil(math.log10(max(milliseconds)) + 1e-9)
    slots = 12 * max(high - low, 1)

    def place(ms: float) -> float:
        return (math.log10(max(ms, 0.1)) - low) / max(high - low, 1)

    def x(share: float) -> float:
        return 10 + share * (_WIDTH - 20)

    counts = [0] * slots
    for ms in milliseconds:
        counts[min(int(place(ms) * slots), slots - 1)] += 1
    step, most = (_WIDTH - 20) / slots, max(counts)
    found = [
        f'<rect class="bar" x="{x(n / slots):.1f}" y="{130 - 100 * count / most:.1f}" width="{step - 1:.1f}" '
        f'height="{100 * count / most:.1f}"/>'
        for n, count in enumerate(counts)
        if count
    ]
    for power in range(low, high + 1):
        text = f"{10**power:g} 毫秒" if power < 3 else f"{10 ** (power - 3):g} 秒"
        anchor = "start" if power == low else "end" if power == high else "middle"
        found.append(f'<text x="{x(place(10**power)):.1f}" y="148" text-anchor="{anchor}">{text}</text>')
    for share, name in ((0.5, "中位"), (0.95, "95%")):
        ms = percentile(milliseconds, share)
        at, y = x(place(ms)), 12 if share == 0.95 else 22
        found.append(
            f'<line class="mark" x1="{at:.1f}" x2="{at:.1f}" y1="24" y2="130"/>'
            f'<text class="mark" x="{at:.1f}" y="{y}" text-anchor="middle">{name} {ms:.0f}</text>'
        )
    return f'<svg class="wide" viewBox="0 0 {_WIDTH} 154" role="img"><g>{"".join(found)}</g></svg>'
