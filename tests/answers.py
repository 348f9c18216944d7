"""The page docs/answers.md: real questions to the sample plans, kind by kind, with the answers that the program gives.

`python -m tests.answers` writes it anew. The embedding model is the shipped stand-in, so that the page is made, and
checked, in seconds on any machine.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from assistant.answers import Answer, AnswerStatus, Citation
from assistant.chain import Assistant
from assistant.questions import Question, Turn
from assistant.words import present_answer
from ingest.library import Library
from ingest.load import plan_id_of
from tests.answers_asked import IN_JSON, KINDS, Kind, Talk
from tests.assistant.small_library import fill
from tests.sources import ROOT

PAGE = ROOT / "docs" / "answers.md"
PLANS = ROOT / "plans"
RECORDS, CHARS = 2, 60
# an array of JSON over several lines that holds no object and no other array
_FLAT = re.compile(r"\[\n\s+([^\[\]{}]*?)\n\s+\]")

INTRO = """\
# 各类问题，各举一例

这一页的每个回答都由程序当场作出，一字未改。知识库里是 [plans/](../plans) 的五份示例规划\
（我们依据公开文件的事实与数据改写，不是官方文本），引擎是不用大模型的 `grounded`。\
方括号里的编号对应下面的出处：规划、篇章路径、原文；在问答页里点编号，就能看到原文那一处。

示例是挑选过的，都答对了；整体的准确率和弱项见 [README](../README.md#准确率与速度)。\
为了随时能核对，这一页用不需要模型文件的 `hashing` 向量生成；\
2026 年 11 月用默认的向量模型问过同样的问题，回答一字不差，只有 JSON 里检索到的条款和得分不同。\
`python -m tests.answers` 重新生成这一页，测试检查它与程序当前的回答一致。
"""
JSON_TITLE = "一个回答的JSON"
JSON_INTRO = f"""\
同一个回答，加上 `--json` 就是一个 JSON 对象，供别的程序使用。\
除了回答和出处，还有用到的指标记录、算式、检索到的条款、对问题的理解和用时。\
下面截去了过长的文字和列表（以“……”表示），用时略去；规划编号由文件所在的位置算出。

```bash
python -m assistant "{IN_JSON}" --json
```
"""


def sample_library(store: Path) -> Library:
    """The sample plans in a library of their own."""
    return fill(store, sorted(PLANS.iterdir()))


def answered(library: Library) -> dict[Talk, list[Answer]]:
    """Every conversation of the page, with its answers."""
    assistant = Assistant(library)
    return {talk: _answers_to(talk, assistant) for kind in KINDS for talk in kind.talks}


def _answers_to(talk: Talk, assistant: Assistant) -> list[Answer]:
    """The answers of one conversation, each given with what was said before it."""
    turns: list[Turn] = []
    answers = []
    for asked in talk:
        answers.append(assistant.answer(Question(asked.question, tuple(turns))))
        turns += [Turn("user", asked.question), Turn("assistant", answers[-1].text)]
    return answers


def page(answers: dict[Talk, list[Answer]]) -> str:
    """The whole page, as Markdown."""
    titles = [kind.title for kind in KINDS] + [JSON_TITLE]
    contents = " · ".join(f"[{title}](#{title.lower()})" for title in titles)
    in_json = next(answer for given in answers.values() for answer in given if answer.question.text == IN_JSON)
    return "\n".join([INTRO, contents, "", *(_section(kind, answers) for kind in KINDS), _json_section(in_json)])


def _section(kind: Kind, answers: dict[Talk, list[Answer]]) -> str:
    lines = [f"## {kind.title}", "", kind.note, ""]
    for number, talk in enumerate(kind.talks):
        lines += ["---", ""] * (number > 0)
        lines += [line for answer in answers[talk] for line in shown(answer)]
    return "\n".join(lines)


def shown(answer: Answer) -> list[str]:
    """The lines of one question and its answer: what is said, then what it stands on, is computed from and warns of."""
    said = [_plain(line) for line in answer.text.splitlines() if line.strip()]
    below = _sources(answer.citations)
    below += [
        f"- 算式：{_plain(c.expression)} = {_plain(c.result)}{c.unit}，数据出自 {_marks(c.operands)}"
        for c in answer.calculations
    ]
    for warning in answer.warnings:
        below.append(
            f"- 注意：{_plain(warning.text)}{_marks(n for n in warning.citations if f'[{n}]' not in answer.text)}"
        )
    if answer.status is not AnswerStatus.ANSWERED:
        below.append(f"- 状态：`{answer.status.value}`")
    quoted = [f"> {line}\\" for line in said[:-1]] + [f"> {said[-1]}"]
    return [f"**问：{_plain(answer.question.text)}**", "", *quoted, "", *below, *[""] * bool(below)]


def _sources(citations: Sequence[Citation]) -> list[str]:
    """Each place once, with the quotes from there that follow each other below it."""
    return [
        line
        for place, quoted in groupby(citations, _place)
        for line in (f"- {place}", *(f"  - [{c.n}] “{_plain(c.quote)}”" for c in quoted))
    ]


def _place(citation: Citation) -> str:
    page = f"，第{citation.page}页" if citation.page else ""
    return f"《{_plain(citation.plan)}》{_plain(' › '.join(citation.heading))}{page}"


def _marks(numbers: Iterable[int]) -> str:
    return "".join(f"[{n}]" for n in dict.fromkeys(numbers))


def _plain(text: str) -> str:
    """One line of text that Markdown shows as it is."""
    line = re.sub(r"([\\`*_<>|~])", r"\\\1", " ".join(text.split()))
    return re.sub(r"^(\d*)([-+#.)])(?=\s)", r"\1\\\2", line)


def _json_section(answer: Answer) -> str:
    text = _FLAT.sub(_flat, json.dumps(shortened(_told(answer)), ensure_ascii=False, indent=2))
    return f"## {JSON_TITLE}\n\n{JSON_INTRO}\n```json\n{text}\n```\n"


def _flat(array: re.Match[str]) -> str:
    return f"[{' '.join(array[1].split())}]"


def _told(answer: Answer) -> dict[str, object]:
    """The answer's JSON without what differs from one machine, or one run, to the next."""
    ids = {c.plan_id: plan_id_of(Path("plans") / c.file) for c in answer.citations}
    text = json.dumps(present_answer.to_json(answer), ensure_ascii=False)
    for real, steady in ids.items():
        text = text.replace(real, steady)
    told = json.loads(text)
    return told | {"timings_ms": dict.fromkeys(told["timings_ms"], "……")}


def shortened(value: object) -> object:
    """The same JSON with long texts cut, long lists of records cut, and numbers rounded."""
    if isinstance(value, dict):
        return {name: inner if name == "text" and "[1]" in inner else shortened(inner) for name, inner in value.items()}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        rest = [f"……共{len(value)}项"] if len(value) > RECORDS else []
        return [shortened(inner) for inner in value[:RECORDS]] + rest
    if isinstance(value, str) and len(value) > CHARS:
        return f"{value[:CHARS]}……"
    return round(value, 3) if isinstance(value, float) else value


def main() -> None:
    """Write the page anew."""
    with tempfile.TemporaryDirectory() as folder, sample_library(Path(folder) / "store") as library:
        PAGE.write_text(page(answered(library)), encoding="utf-8")


if __name__ == "__main__":
    main()
