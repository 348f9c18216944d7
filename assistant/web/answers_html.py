"""Answer → what the conversation shows of it: text with clickable marks, calculations, cautions, list of sources."""

from __future__ import annotations

from assistant.answers import Answer, AnswerStatus, Calculation, Caution, Citation
from assistant.web.feedback import key_of
from assistant.web.markup import escape, from_markdown, sanitised
from assistant.web.places import Place, in_words
from assistant.words import present_web

_CALM = "gw-calm"


def answer_html(answer: Answer, *, final: bool) -> str:
    """The answer as one line of HTML; while it is still growing (not `final`) only its text is shown."""
    known = {citation.n: citation for citation in answer.citations}
    text = from_markdown(answer.text, lambda n: _mark(n, known))
    parts = [_understood(answer), f'<div class="gw-text">{text}</div>']
    if final:
        parts += [_calculations(answer.calculations, known), _cautions(answer.warnings, known)]
        parts += [_sources(answer.citations), _rating(answer)]
    classes = ["gw-answer", *([] if _stands(answer.status) else [_CALM]), *(["gw-final"] if final else [])]
    return sanitised(f'<div class="{" ".join(classes)}">{"".join(parts)}</div>')


def sentence_html(text: str) -> str:
    """A sentence of the page's own in the place of an answer (an error, an interruption)."""
    return sanitised(f'<div class="gw-answer {_CALM}"><div class="gw-text"><p>{escape(text)}</p></div></div>')


def question_html(text: str) -> str:
    """The user's own words, exactly as typed."""
    return sanitised(f'<div class="gw-question">{escape(text).replace(chr(10), "<br>")}</div>')


def _stands(status: AnswerStatus) -> bool:
    return status in (AnswerStatus.ANSWERED, AnswerStatus.PARTLY)


def _mark(n: int, known: dict[int, Citation]) -> str:
    """A clickable citation mark; nothing for a number that the answer does not cite."""
    if n not in known:
        return ""
    return _button("gw-cite", known[n], str(n))


def _marks(numbers: tuple[int, ...], known: dict[int, Citation]) -> str:
    return "".join(_mark(n, known) for n in numbers)


def _button(name: str, citation: Citation, inner: str) -> str:
    title = present_web.OPEN_SOURCE.format(n=citation.n, where=in_words(citation))
    token = escape(Place.of(citation).token())
    return f'<button type="button" class="{name}" value="{token}" title="{escape(title)}">{inner}</button>'


def _understood(answer: Answer) -> str:
    """How a question was read, where that differs from what was typed: a follow-up made whole, a typo mended."""
    whole = answer.standalone_question.strip()
    read_anew = answer.question.history or answer.understood.get("mended")
    if not read_anew or whole in ("", answer.question.text.strip()):
        return ""
    return f'<p class="gw-understood">{escape(present_web.UNDERSTOOD.format(question=whole))}</p>'


def _calculations(calculations: tuple[Calculation, ...], known: dict[int, Citation]) -> str:
    if not calculations:
        return ""
    lines = "".join(
        f"<li>{escape(step.expression)} = {escape(step.result)}{escape(step.unit)}{_marks(step.operands, known)}</li>"
        for step in calculations
    )
    return f'<div class="gw-steps"><p class="gw-label">{present_web.CALCULATIONS}</p><ul>{lines}</ul></div>'


def _cautions(cautions: tuple[Caution, ...], known: dict[int, Citation]) -> str:
    return "".join(
        f'<p class="gw-caution"><span class="gw-label">{present_web.CAUTIONS}</span>'
        f"{escape(caution.text)}{_marks(caution.citations, known)}</p>"
        for caution in cautions
    )


def _sources(citations: tuple[Citation, ...]) -> str:
    if not citations:
        return ""
    lines = "".join(f"<li>{_button('gw-source', citation, _source_line(citation))}</li>" for citation in citations)
    copy = f'<button type="button" class="gw-copy" title="{present_web.COPY_HINT}">{present_web.COPY}</button>'
    return f'<div class="gw-sources"><p class="gw-label">{present_web.SOURCES}{copy}</p><ul>{lines}</ul></div>'


def _rating(answer: Answer) -> str:
    """有用 and 没用, each naming the answer that it is about."""
    choices = (
        ("useful", present_web.USEFUL, present_web.USEFUL_HINT),
        ("useless", present_web.USELESS, present_web.USELESS_HINT),
    )
    key = key_of(answer)
    buttons = "".join(
        f'<button type="button" class="gw-verdict" value="{verdict}:{key}" title="{hint}">{label}</button>'
        for verdict, label, hint in choices
    )
    return f'<div class="gw-rate">{buttons}</div>'


def _source_line(citation: Citation) -> str:
    return f'<span class="gw-n">{citation.n}</span><span class="gw-at">{escape(in_words(citation))}</span>'
