"""Loaded plans → the cards of the tab 已加载的规划."""

from __future__ import annotations

from assistant.web.contracts import Entry, Shelf
from assistant.web.markup import escape, sanitised
from assistant.words import present_web
from ingest.plans import Located


def plans_html(shelf: Shelf) -> str:
    """One card a plan: title, status, what the text says of itself, counts."""
    plans = shelf.plans()
    if not plans:
        command = f'<p class="gw-command">{escape(present_web.LOAD_COMMAND)}</p>'
        return sanitised(
            f'<div class="gw-plans"><p>{present_web.PLANS_EMPTY}</p><p>{present_web.WELCOME_EMPTY}</p>{command}</div>'
        )
    cards = "".join(map(_card, plans))
    count = present_web.PLANS_COUNT.format(count=len(plans))
    return sanitised(f'<div class="gw-plans"><p class="gw-count">{count}</p><ul class="gw-cards">{cards}</ul></div>')


def _card(plan: Entry) -> str:
    facts = plan.facts
    badges = [facts.kind, *([facts.status.value] if facts.status else [])]
    named = (
        (present_web.FACT_REGION, facts.region),
        (present_web.FACT_PERIOD, facts.period),
        (present_web.FACT_DATE, facts.date),
        (present_web.FACT_ISSUER, facts.issuer),
        (present_web.FACT_NUMBER, facts.number),
    )
    lines = "".join(_fact(name, located) for name, located in named if located or name == present_web.FACT_REGION)
    lines += f"<dt>{present_web.FACT_FILE}</dt><dd>{escape(plan.file)}</dd>"
    return (
        f'<li class="gw-card"><h3>{escape(plan.title)}</h3><p>{"".join(map(_badge, badges))}</p>'
        f'<dl>{lines}</dl><p class="gw-counts">{_counts(plan)}</p></li>'
    )


def _counts(plan: Entry) -> str:
    counted = (
        (present_web.COUNT_PAGES, plan.pages),
        (present_web.COUNT_CHARACTERS, plan.characters),
        (present_web.COUNT_INDICATORS, plan.indicators),
        (present_web.COUNT_MEASURES, plan.measures),
    )
    return "".join(f"<span>{text.format(count=count)}</span>" for text, count in counted if count)


def _fact(name: str, located: Located | None) -> str:
    return f"<dt>{name}</dt><dd>{escape(located.value) if located else present_web.UNKNOWN}</dd>"


def _badge(text: str) -> str:
    return f'<span class="gw-badge">{escape(text)}</span>'
