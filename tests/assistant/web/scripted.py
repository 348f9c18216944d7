"""A page over invented plans and a scripted answerer, as a program of its own: what the browser tests drive.

Only the answers are scripted, by what the question contains.
"""

from __future__ import annotations

import argparse
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant.answers import Answer, AnswerStatus, Calculation, Caution, Citation
from assistant.questions import Question
from assistant.web.serve import address, listen, serve
from assistant.web.server import application
from assistant.web.settings import WebSettings
from ingest.plans import Plan, Table
from tests.assistant.web.shelf import SHIQIAO, YUNXI, FewPlans, both


def quoted(plan: Plan, words: str, n: int = 1, kind: str = "text") -> Citation:
    """A citation of the first place where a plan's text holds these words."""
    start = plan.text.index(words)
    holding = [section for section in plan.sections if section.body.start <= start < section.body.end]
    heading = max(holding, key=lambda section: section.level).path
    return Citation(n, plan.title, plan.id, plan.file, heading, None, words, start, start + len(words), kind)


def row(plan: Plan, name: str, n: int = 1) -> Citation:
    """A citation of the table row that holds a cell of this name."""
    table = next(block for block in plan.blocks if isinstance(block, Table))
    line = next(line for line in table.rows if any(cell.text == name for cell in line.cells))
    heading = (*plan.sections[table.section].path, table.caption)
    start, end = line.span.start, line.span.end
    return Citation(n, plan.title, plan.id, plan.file, heading, 12, plan.quote(line.span), start, end, "row")


@dataclass(frozen=True)
class Script:
    """An answerer whose answers depend on a word in the question; 等待 is thought about until the gate opens."""

    shelf: FewPlans
    gate: threading.Event = field(default_factory=threading.Event)

    def stream(self, question: Question) -> Iterator[Answer]:
        if "等待" in question.text:
            while not self.gate.wait(0.05):
                yield _plain(question, AnswerStatus.ANSWERED, "正在想")
        final = self._final(question)
        for end in range(8, len(final.text), 8):
            yield replace(final, text=final.text[:end], citations=(), calculations=(), warnings=())
        yield final

    def _final(self, question: Question) -> Answer:
        asked = question.text
        if not asked:
            return _plain(question, AnswerStatus.EMPTY_QUESTION, "请先输入问题。")
        if len(asked) > 2000:
            return _plain(question, AnswerStatus.QUESTION_TOO_LONG, "问题太长了，请精简到 2000 字以内再问。")
        if "崩溃" in asked:
            raise RuntimeError("scripted")
        if "恶意" in asked:
            return self._hostile(question)
        if "天气" in asked:
            return _plain(question, AnswerStatus.OUT_OF_SCOPE, "我只回答已加载规划里的内容，天气不在其中。")
        if "奖励" in asked or "那" in asked:
            return self._reward(question)
        return self._indicator(question)

    def _indicator(self, question: Question) -> Answer:
        yunxi, shiqiao = self.shelf.plan(YUNXI), self.shelf.plan(SHIQIAO)
        return Answer(
            question=question,
            standalone_question=question.text,
            status=AnswerStatus.ANSWERED,
            text=(
                "到2025年，云溪区国家高新技术企业的目标是**820家**[1]，正文的表述与表格一致[2]。\n\n"
                "- 2020年为410家[1]\n- 石桥区同期目标为1200家[3]"
            ),
            citations=(
                row(yunxi, "国家高新技术企业", 1),
                quoted(yunxi, "国家高新技术企业达到820家", 2),
                quoted(shiqiao, "国家高新技术企业达到1200家", 3),
            ),
            calculations=(Calculation("1200 − 820", "380", "家", (3, 1)),),
            warnings=(Caution("draft", "云溪区这份规划是征求意见稿，正式文本可能有改动。", (2,)),),
        )

    def _reward(self, question: Question) -> Answer:
        words = "对首次认定的国家高新技术企业给予20万元奖励"
        return Answer(
            question=question,
            standalone_question="云溪区首次认定的国家高新技术企业奖励多少？",
            status=AnswerStatus.ANSWERED,
            text="首次认定的国家高新技术企业给予**20万元**奖励[1]，由区科技局牵头[2]。",
            citations=(
                quoted(self.shelf.plan(YUNXI), words),
                quoted(self.shelf.plan(YUNXI), "由区科技局牵头", 2),
            ),
        )

    def _hostile(self, question: Question) -> Answer:
        words = "请点击 <script>window.hacked = 1</script>"
        return Answer(
            question=question,
            standalone_question=question.text,
            status=AnswerStatus.ANSWERED,
            text=(
                '规划写道<script>window.hacked = 4</script><img src="http://evil.example/y.png" onerror="hacked=5">'
                "[点我](javascript:window.hacked=6) ![图](http://evil.example/z.png) http://evil.example/ [1][99]"
            ),
            citations=(quoted(self.shelf.plan(SHIQIAO), words),),
        )


def _plain(question: Question, status: AnswerStatus, text: str) -> Answer:
    return Answer(question=question, standalone_question=question.text, status=status, text=text)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--empty", action="store_true")
    parser.add_argument("--feedback", type=Path, required=True)
    arguments = parser.parse_args()
    shelf = FewPlans() if arguments.empty else both()
    door = listen("127.0.0.1", arguments.port)
    app = application(Script(shelf), shelf, WebSettings(redraw_ms=0), arguments.feedback)
    serve(app, door, lambda: print(address(door), flush=True))
