"""What visitors think of answers: on its own, and from the click to the gold candidate."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect
from pydantic import ValidationError

from assistant.questions import Question, Turn
from assistant.web.errors import FeedbackRefused
from assistant.web.feedback import NOTE_CHARS, Feedback, Rating, key_of
from evals.__main__ import main
from tests.assistant.web.conftest import Visitor
from tests.assistant.web.scripted import Script
from tests.assistant.web.shelf import both
from tests.assistant.web.test_shield import fetch

INDICATOR = "云溪区2025年国家高新技术企业的目标是多少？"
ENOUGH = 1_000_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "store" / "feedback.jsonl"


def asked(feedback: Feedback, question: str = INDICATOR, *history: Turn) -> str:
    """Ask and hear the whole answer; its key."""
    *_, final = feedback.stream(Question(question, history))
    return key_of(final)


def rating(key: str, verdict: str = "useless", note: str = "", visitor: str = "a" * 32) -> Rating:
    return Rating(key=key, visitor=visitor, verdict=verdict, note=note)


def lines(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


def test_a_rating_is_a_line_with_the_question_and_the_answer(file: Path) -> None:
    feedback = Feedback(Script(both()), file, ENOUGH)
    turns = (Turn("user", "云溪？"), Turn("assistant", "820家[1]"))
    feedback.take(rating(asked(feedback, "那奖励多少？", *turns), note=" 太短 "))
    (line,) = lines(file)
    assert (line["verdict"], line["note"], line["question"]) == ("useless", "太短", "那奖励多少？")
    assert line["history"] == [{"role": "user", "content": "云溪？"}, {"role": "assistant", "content": "820家[1]"}]
    assert "20万元" in line["answer"]["text"]
    assert line["answer"]["citations"][0]["quote"].startswith("对首次认定")
    assert file.stat().st_mode & 0o077 == 0


def test_an_answer_that_was_never_given_cannot_be_rated(file: Path) -> None:
    with pytest.raises(FeedbackRefused, match="隔得太久"):
        Feedback(Script(both()), file, ENOUGH).take(rating("0" * 32))
    assert lines(file) == []


def test_an_answer_broken_off_is_not_remembered(file: Path) -> None:
    feedback = Feedback(Script(both()), file, ENOUGH)
    growing = feedback.stream(Question(INDICATOR))
    first = next(growing)
    growing.close()
    with pytest.raises(FeedbackRefused):
        feedback.take(rating(key_of(first)))


def test_the_file_and_the_ratings_of_one_answer_are_bounded(file: Path) -> None:
    feedback = Feedback(Script(both()), file, ENOUGH)
    key = asked(feedback)
    for _ in range(20):
        feedback.take(rating(key))
    with pytest.raises(FeedbackRefused, match="记满"):
        feedback.take(rating(key))
    assert len(lines(file)) == 20
    full = Feedback(Script(both()), file, file.stat().st_size)
    with pytest.raises(FeedbackRefused, match="记满"):
        full.take(rating(asked(full)))


def test_only_the_latest_answers_are_remembered(file: Path) -> None:
    feedback = Feedback(Script(both()), file, ENOUGH)
    keys = [asked(feedback, f"第{n}问") for n in range(501)]
    with pytest.raises(FeedbackRefused, match="隔得太久"):
        feedback.take(rating(keys[0]))
    feedback.take(rating(keys[1]))


def test_many_at_once_leave_whole_lines(file: Path) -> None:
    feedback = Feedback(Script(both()), file, ENOUGH * 20)
    keys = [asked(feedback, f"第{n}问") for n in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda key: feedback.take(rating(key, note=key)), keys))
    assert sorted(line["note"] for line in lines(file)) == sorted(keys)


def test_a_file_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    feedback = Feedback(Script(both()), tmp_path, ENOUGH)
    with pytest.raises(FeedbackRefused, match="没有记下"):
        feedback.take(rating(asked(feedback)))


@pytest.mark.parametrize(
    "wrong", [{"key": "x"}, {"verdict": "so-so"}, {"note": "长" * (NOTE_CHARS + 1)}, {"visitor": ""}, {"more": 1}]
)
def test_what_the_page_would_not_send_is_not_taken(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Rating.model_validate({"key": "0" * 32, "visitor": "0" * 32, "verdict": "useful"} | wrong)


def test_over_the_network_too_only_what_the_page_sends_is_taken(site: str, ratings: Path) -> None:
    before = lines(ratings)
    known = {"key": "0" * 32, "visitor": "0" * 32, "verdict": "useful"}
    for body, status in (({}, 422), (known | {"note": "长" * 501}, 422), (known, 200)):
        response = fetch(site, "POST", "/feedback", json.dumps(body).encode(), Content_Type="application/json")
        assert response.status == status
    assert json.loads(response.body)["taken"] is False
    assert lines(ratings) == before


def test_a_useless_answer_and_its_note_become_a_gold_candidate(
    visitor: Visitor, ratings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    visitor.ask(INDICATOR)
    row = visitor.page.locator(".gw-rate")
    row.get_by_role("button", name="没用").click()
    expect(row.get_by_role("status")).to_have_text("已记下，谢谢。")
    expect(row.get_by_role("button", name="没用")).to_have_attribute("aria-pressed", "true")
    row.get_by_role("textbox").fill("应当先说全区的数")
    row.get_by_role("textbox").press("Enter")
    expect(row.get_by_role("textbox")).to_have_count(0)
    mine = [line for line in lines(ratings) if line["question"] == INDICATOR][-2:]
    assert [line["note"] for line in mine] == ["", "应当先说全区的数"]
    alone = tmp_path / "feedback.jsonl"
    alone.write_text("".join(json.dumps(line) + "\n" for line in mine), encoding="utf-8")
    assert main(["feedback", str(alone)]) == 0
    (candidate,) = capsys.readouterr().out.splitlines()
    assert json.loads(candidate)["note"].startswith("应当先说全区的数")


def test_a_verdict_can_be_changed_and_stays_while_the_conversation_goes_on(visitor: Visitor, ratings: Path) -> None:
    visitor.ask("首次认定奖励多少？")
    first = visitor.page.locator(".gw-rate").first
    first.get_by_role("button", name="没用").click()
    expect(first.get_by_role("textbox")).to_be_focused()
    first.get_by_role("button", name="有用").click()
    expect(first.get_by_role("button", name="有用")).to_have_attribute("aria-pressed", "true")
    expect(first.get_by_role("textbox")).to_have_count(0)
    visitor.ask("今天天气怎么样？")
    expect(first.get_by_role("button", name="有用")).to_have_attribute("aria-pressed", "true")
    mine = [line for line in lines(ratings) if line["question"] == "首次认定奖励多少？"]
    assert [line["verdict"] for line in mine] == ["useless", "useful"]
    assert len({line["id"] for line in mine}) == 1


def test_rating_leaves_the_open_source_alone(visitor: Visitor) -> None:
    visitor.ask(INDICATOR)
    visitor.page.locator(".gw-text .gw-cite", has_text="3").click()
    shown = visitor.page.locator("#gw-panel mark")
    expect(shown).to_have_text("国家高新技术企业达到1200家")
    visitor.page.get_by_role("button", name="没用").click()
    expect(visitor.page.locator(".gw-why")).to_be_visible()
    expect(shown).to_have_text("国家高新技术企业达到1200家")


def test_a_server_that_does_not_hear_is_said_and_the_page_goes_on(visitor: Visitor) -> None:
    def deaf(route: Route) -> None:
        route.fulfill(status=200, content_type="application/json", body="not json")

    visitor.ask(INDICATOR)
    visitor.page.route("**/feedback", deaf)
    visitor.page.get_by_role("button", name="有用").click()
    expect(visitor.page.locator(".gw-rated")).to_have_text("评价没有记下，请稍后再试。")
    visitor.ask("首次认定奖励多少？")
    expect(visitor.page.locator(".gw-final")).to_have_count(2)
