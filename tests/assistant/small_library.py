"""Three invented plans on a shelf of their own: a district's, its city's, and a neighbour's draft policy.

The places exist, every figure and task is made up. The plans go through the real reading, outline and library; only
the embedding model is the shipped stand-in.
"""

from __future__ import annotations

from pathlib import Path

from assistant.answers import Answer
from assistant.chain import Assistant
from assistant.questions import Question, Turn
from ingest.library import Library
from ingest.load import load_file
from ingest.readers import read
from ingest.settings import IngestSettings

PLANS = Path(__file__).parent / "plans"
SETTINGS = IngestSettings(embedding_model="hashing")
NANHU = "南湖区科技创新发展“十四五”规划"
JIAXING = "嘉兴市科技创新发展“十四五”规划"
XIUZHOU = "秀洲区关于加快企业创新的若干政策意见（征求意见稿）"


class Quiet:
    """Hears of a loading's progress and says nothing."""

    def stage(self, name: str) -> None:
        """A stage begins."""

    def passages(self, done: int, total: int) -> None:
        """So many passages are done."""


def fill(store: Path, files: list[Path]) -> Library:
    """A library of its own over some files, open for writing; they are read in this process, which is quicker."""
    library = Library.open(store, SETTINGS, write=True)
    for file in files:
        load_file(file, library, SETTINGS, Quiet(), read)
    return library


def small(store: Path) -> Library:
    """The library of the three plans."""
    return fill(store, sorted(PLANS.iterdir()))


def ask(assistant: Assistant, text: str, *earlier: str) -> Answer:
    """The answer to a question after earlier questions, each answered in its turn."""
    turns: list[Turn] = []
    for question in earlier:
        said = assistant.answer(Question(question, tuple(turns))).text
        turns += [Turn("user", question), Turn("assistant", said)]
    return assistant.answer(Question(text, tuple(turns)))


def check_sources(answer: Answer, library: Library) -> None:
    """Every citation is where it says, every sentence of the answer but a list's head has one."""
    for citation in answer.citations:
        plan = library.plan(citation.plan_id)
        assert citation.quote == plan.text[citation.start : citation.end]
        assert citation.quote.strip()
        assert (citation.plan, citation.file) == (plan.title, plan.file)
        assert f"[{citation.n}]" in answer.text or any(citation.n in c.operands for c in answer.calculations)
    if answer.status.startswith("answered"):
        bare = [line for line in answer.text.splitlines() if "[" not in line]
        assert [line for line in bare if not line.endswith(("：", "没有给出。"))] == []
