"""Place in a plan → the source panel: the section as it stands in the plan, with the quoted words marked."""

from __future__ import annotations

from assistant.web.markup import escape, sanitised
from assistant.web.places import Place, path_in_words
from assistant.web.tables_html import table_html
from assistant.words import present_web
from ingest.plans import Paragraph, Plan, Section, Span, Table

CONTEXT_CHARS = 4000
"""How much of a section is shown before, and again after, the block that holds the quote (characters)."""

EXCERPT_CHARS = 300
"""How much is shown around a quote that stands in no block of its section (a title, a metadata field)."""


def source_html(plan: Plan, place: Place) -> str:
    """The panel's content for a place of this plan; ValueError for a place outside its text."""
    if not 0 <= place.start < place.end <= len(plan.text):
        raise ValueError(f"{place.start}..{place.end} is outside a text of {len(plan.text)} characters")
    section = _section_of(plan, place)
    body = _section_html(plan, section, place)
    if "gw-hit" not in body:
        body = _excerpt_html(plan, place)
    return sanitised(
        f'<article class="gw-src">{_head_html(plan, section, place)}<div class="gw-body">{body}</div></article>'
    )


def message_html(text: str) -> str:
    """The panel's content when there is nothing to show but a sentence."""
    return sanitised(f'<p class="gw-note">{escape(text)}</p>')


def _head_html(plan: Plan, section: Section | None, place: Place) -> str:
    status = plan.facts.status
    badge = f'<span class="gw-badge">{escape(status.value)}</span>' if status else ""
    path = path_in_words(plan.title, section.path) if section else ""
    page = present_web.PAGE.format(page=place.page) if place.page is not None else ""
    where = "".join(
        f'<span class="{name}">{escape(text)}</span>'
        for name, text in (("gw-page", page), ("gw-file", plan.file))
        if text
    )
    return (
        f'<header><h3 class="gw-plan">{escape(plan.title)}{badge}</h3>'
        f'<p class="gw-path">{escape(path)}</p><p class="gw-where">{where}</p></header>'
    )


def _section_of(plan: Plan, place: Place) -> Section | None:
    """The section whose heading is quoted, else that of the first quoted block, else the innermost around the place."""
    headed = [section for section in plan.sections if section.span.start <= place.start < section.span.end]
    if headed:
        return headed[-1]
    quoted = next((block for block in plan.blocks if place.touches(block.span)), None)
    if quoted is not None:
        return plan.sections[quoted.section]
    around = [section for section in plan.sections if section.body.start <= place.start < section.body.end]
    return max(around, key=lambda section: section.level, default=None)


def _section_html(plan: Plan, section: Section | None, place: Place) -> str:
    """Heading and blocks of a section, cut around the quote where the section is long."""
    if section is None:
        return ""
    blocks = [block for block in plan.blocks if block.section == section.index]
    shown, cut_before, cut_after = _around(blocks, place)
    parts = [_heading_html(plan, section, place)]
    if cut_before:
        parts.append(f'<p class="gw-cut">{escape(present_web.SOURCE_CUT_BEFORE)}</p>')
    parts += [
        table_html(block, place) if isinstance(block, Table) else _paragraph_html(block, place) for block in shown
    ]
    if cut_after:
        parts.append(f'<p class="gw-cut">{escape(present_web.SOURCE_CUT_AFTER)}</p>')
    if not blocks:
        children = [child for child in plan.sections if child.parent == section.index and child.index != section.index]
        parts += [f'<p class="gw-child">{escape(plan.quote(child.span))}</p>' for child in children]
    return "".join(parts)


def _around(blocks: list[Paragraph | Table], place: Place) -> tuple[list[Paragraph | Table], bool, bool]:
    """The blocks near the quote, and whether any were left out before and after them."""
    hits = [index for index, block in enumerate(blocks) if place.touches(block.span)]
    first, last = (hits[0], hits[-1]) if hits else (0, 0)
    low, budget = first, CONTEXT_CHARS
    while low > 0 and (budget := budget - _length(blocks[low - 1])) > 0:
        low -= 1
    high, budget = last, CONTEXT_CHARS
    while high + 1 < len(blocks) and (budget := budget - _length(blocks[high + 1])) > 0:
        high += 1
    return blocks[low : high + 1], low > 0, high + 1 < len(blocks)


def _heading_html(plan: Plan, section: Section, place: Place) -> str:
    if section.span.start >= section.span.end:
        return ""
    return f'<h4 class="gw-heading">{_marked(plan, section.span, place)}</h4>'


def _paragraph_html(paragraph: Paragraph, place: Place) -> str:
    """A paragraph, its quoted part marked; the mark runs over the paragraph's joined text."""
    text, quoted = paragraph.text, paragraph.text_range(place.start, place.end)
    if quoted is None:
        return f"<p>{escape(text)}</p>"
    start, end = quoted
    return f'<p class="gw-hit">{escape(text[:start])}<mark>{escape(text[start:end])}</mark>{escape(text[end:])}</p>'


def _excerpt_html(plan: Plan, place: Place) -> str:
    around = Span(max(place.start - EXCERPT_CHARS, 0), min(place.end + EXCERPT_CHARS, len(plan.text)))
    return f'<p class="gw-raw">{_marked(plan, around, place)}</p>'


def _marked(plan: Plan, span: Span, place: Place) -> str:
    """A range of the plan's text with what it shares with the place marked."""
    low, high = max(span.start, place.start), min(span.end, place.end)
    if low >= high:
        return escape(plan.quote(span))
    before, after = plan.text[span.start : low], plan.text[high : span.end]
    return f'{escape(before)}<mark class="gw-hit">{escape(plan.text[low:high])}</mark>{escape(after)}'


def _length(block: Paragraph | Table) -> int:
    return block.span.end - block.span.start
