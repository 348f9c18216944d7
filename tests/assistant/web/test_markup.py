from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.web.markup import escape, from_markdown, sanitised

HOSTILE = st.lists(
    st.sampled_from(
        ["<script>", "</script>", "<img src=x onerror=y>", "<", ">", '"', "'", "&", "`", "*", "**", "_", "[", "](", ")"]
        + [
            "!",
            "javascript:",
            "http://a.b",
            "\n",
            "\n\n",
            "- ",
            "1. ",
            "|",
            "|-|",
            "# ",
            "> ",
            "    ",
            "[1]",
            "[9]",
            "规划",
        ]
    ),
    max_size=14,
).map("".join)


def mark(n: int) -> str:
    return f'<button type="button" class="gw-cite" value="{n}">{n}</button>' if n == 1 else ""


def shown(text: str) -> str:
    return sanitised(from_markdown(text, mark))


def test_markers_become_what_the_caller_makes_of_them() -> None:
    assert shown("600家[1][7]以上") == ('<p>600家<button type="button" class="gw-cite" value="1">1</button>以上</p> ')


def test_lists_emphasis_and_tables_are_shown_as_such() -> None:
    assert "<li><strong>甲</strong></li>" in shown("- **甲**\n- 乙")
    assert "<th>指标</th>" in shown("| 指标 |\n|---|\n| 甲 |")


def test_a_line_break_stays_one() -> None:
    assert shown("甲\n乙") == "<p>甲<br> 乙</p> "


@pytest.mark.parametrize(
    "text",
    [
        "[点我](http://a.b)",
        "![图](http://a.b/c.png)",
        "<http://a.b>",
        "http://a.b",
        "<img src=x>",
        "`<b>`",
        "[甲]: http://a.b",
    ],
)
def test_links_images_html_and_code_stay_text(text: str) -> None:
    assert shown(text).strip() == f"<p>{escape(text)}</p>".replace("&quot;", '"').replace("&#x27;", "'")


@given(HOSTILE)
def test_whatever_an_answer_holds_only_known_tags_come_out_on_one_line(text: str) -> None:
    html = shown(text)
    assert "\n" not in html
    tags = set(re.findall(r"<(?!/)[^>]*>", html))
    assert all(
        re.fullmatch(r'<(?:[a-z]+\d?|ol start="\d+"|button type="button" class="gw-cite" value="1")>', tag)
        for tag in tags
    )
    names = {re.match(r"<([a-z]+\d?)", tag)[1] for tag in tags}
    assert not names & {"a", "img", "script", "style", "iframe", "code", "pre"}


@given(st.text())
def test_escaped_text_survives_sanitising_as_text(text: str) -> None:
    assert re.findall("<[^>]*>", sanitised(f"<p>{escape(text)}</p>")) == ["<p>", "</p>"]


def test_handlers_styles_and_addresses_are_taken_off() -> None:
    assert sanitised('<p style="x" onclick="y"><a href="javascript:z">甲</a></p>') == "<p>甲</p>"
