"""A person confirms a proposed name: the file says so, and the records and conflicts of the store follow."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.__main__ import main
from ingest.facts import concepts

FIRST = "临安区科技规划\n一、发展目标\n到2025年，规上企业研发机构覆盖率达到50%。\n"
SECOND = "临安区工业规划\n一、发展目标\n到2025年，规上企业的研发机构总覆盖率达到60%。\n"
NAME = "规上企业研发机构总覆盖率"


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Runs a command over a store of two plans and a file of confirmed names of its own."""
    monkeypatch.setenv("EMBEDDING_MODEL", "hashing")
    monkeypatch.setenv("GUIWEN_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("GUIWEN_CONCEPTS", str(tmp_path / "concepts.toml"))
    concepts.forget()

    def command(*arguments):
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    for name, text in (("a.txt", FIRST), ("b.txt", SECOND)):
        (tmp_path / name).write_text(text, "utf-8")
        assert command("add", tmp_path / name)[0] == 0
    yield command
    concepts.forget()


def lines(run, *arguments):
    code, out, _ = run(*arguments, "--format", "jsonl")
    assert code == 0
    return [json.loads(line) for line in out.splitlines()]


def test_a_proposal_shows_where_its_name_stands(run):
    (proposal,) = lines(run, "concepts")
    assert (proposal["name"], proposal["concept"]) == (NAME, "规上企业研发机构覆盖率")
    assert proposal["plan"] == "临安区工业规划"
    assert proposal["quote"] in SECOND
    assert NAME in run("concepts")[1].replace("\n", "")


def test_a_confirmed_name_aligns_the_records_and_shows_the_conflict(run, tmp_path: Path):
    assert lines(run, "show", "conflicts") == []
    code, _, err = run("concepts", "--confirm", NAME)
    assert (code, "新确认 1 个名称，2 份规划" in err) == (0, True)
    assert NAME in (tmp_path / "concepts.toml").read_text("utf-8")
    assert {one["concept"] for one in lines(run, "show", "indicators")} == {"规上企业研发机构覆盖率"}
    (conflict,) = lines(run, "show", "conflicts")
    assert {conflict["left"]["value"], conflict["right"]["value"]} == {"50", "60"}
    assert lines(run, "concepts") == []


def test_a_name_may_be_given_a_concept_by_hand(run):
    assert run("concepts", "--confirm", f"{NAME}=规上企业研发机构设置率")[0] == 0
    assert len({one["concept"] for one in lines(run, "show", "indicators")}) == 1


@pytest.mark.parametrize("asked", ["没有的名称", "省级孵化器=国家级孵化器"])
def test_what_is_not_proposed_or_of_another_scope_leaves_the_file_alone(run, tmp_path: Path, asked):
    code, _, err = run("concepts", "--confirm", NAME, asked)
    assert (code, asked.partition("=")[0] in err) == (1, True)
    assert not (tmp_path / "concepts.toml").exists()


def test_a_file_edited_by_hand_is_brought_in(run, tmp_path: Path):
    (tmp_path / "concepts.toml").write_text(
        f'[[concept]]\nname = "规上企业研发机构覆盖率"\nnames = ["{NAME}"]\n', "utf-8"
    )
    concepts.forget()
    assert run("concepts", "--confirm")[0] == 0
    assert {one["concept"] for one in lines(run, "show", "indicators")} == {"规上企业研发机构覆盖率"}
