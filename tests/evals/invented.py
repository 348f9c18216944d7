"""Two invented plans, gold questions on them, and answers made by hand: what the scorer is tested on."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from evals.cases import Case
from evals.check import loaded_from
from evals.corpus import Corpus
from evals.outputs import Cited, Output, Shown
from ingest.library import Library
from tests.assistant.small_library import SETTINGS, fill

PLANS = Path(__file__).parent / "plans"
YUNXI, SHIQIAO = "云溪区科技创新规划.md", "石桥区科技创新规划.md"
HASHING = {"ingest.embedding_model": SETTINGS.embedding_model}
TARGET = "全区国家高新技术企业达600家以上"
BASELINE = "全区国家高新技术企业为347家"
ROW = "| 科技型中小企业 | 家 | 813 | 1200 |"

FIRMS = Case(
    id="t-1",
    type="indicator",
    question="云溪到2025年高企要多少家？",
    docs=(YUNXI,),
    answer="到2025年，云溪区国家高新技术企业达600家以上。",
    key_facts=(("600家",),),
    values=({"value": "600", "unit": "家", "year": "2025", "comparator": ">="},),
    forbidden=("15000家", "347家"),
    evidence=({"doc": YUNXI, "quote": TARGET},),
)
GROWTH = Case(
    id="t-2",
    type="calc",
    question="云溪高企从2020年到2025年目标要净增多少？",
    docs=(YUNXI,),
    answer="600-347=253家。",
    key_facts=(("253家", "253"),),
    values=({"value": "253", "unit": "家", "year": "2020-2025"},),
    evidence=({"doc": YUNXI, "quote": TARGET}, {"doc": YUNXI, "quote": BASELINE}),
)
LEAD = Case(
    id="t-3",
    type="responsible",
    question="云溪的科技创新专项资金谁牵头？",
    docs=(YUNXI,),
    answer="区科技局牵头，会同区财政局。",
    key_facts=(("科技局",), ("财政局",)),
    evidence=({"doc": YUNXI, "quote": "由区科技局牵头，会同区财政局设立科技创新专项资金"},),
)
NOWHERE = Case(
    id="t-4", type="unanswerable", question="云溪2030年高企目标？", answerable=False, answer="规划没有给出，无法回答。"
)
TABLE = Case(
    id="t-5",
    type="baseline",
    question="2020年云溪科技型中小企业多少家",
    docs=(YUNXI,),
    answer="2020年为813家。",
    key_facts=(("813家",),),
    values=({"value": "813", "unit": "家", "year": "2020"},),
    evidence=({"doc": YUNXI, "quote": "科技型中小企业 | 家 | 813"},),
)
CASES = (FIRMS, GROWTH, LEAD, NOWHERE, TABLE)


@cache
def corpus() -> Corpus:
    """The two plans as text, with the labels of the questions."""
    return Corpus(loaded_from([PLANS]), CASES)


def cited(quote: str, file: str = YUNXI, n: int = 1) -> Cited:
    """A citation of words that stand in a plan, with their place."""
    loaded = next(one for one in corpus().plans.values() if one.plan.file == file)
    start = loaded.plan.text.index(quote)
    return Cited(
        n=n, plan=loaded.plan.title, plan_id=loaded.plan.id, file=file, quote=quote, start=start, end=start + len(quote)
    )


def answered(case: Case, text: str, *citations: Cited, shown: tuple[str, ...] = (), status: str = "answered") -> Output:
    """An answer made by hand."""
    passages = tuple(Shown(text=one) for one in shown)
    return Output(id=case.id, question=case.question, status=status, text=text, citations=citations, passages=passages)


def right_answer() -> Output:
    """The right answer to FIRMS, cited and retrieved."""
    return answered(
        FIRMS, "到2025年，云溪区国家高新技术企业达600家以上[1]。", cited(f"到2025年，{TARGET}"), shown=(TARGET,)
    )


def gold_file(folder: Path, *cases: Case) -> Path:
    """A gold file with some questions."""
    path = folder / "gold.jsonl"
    path.write_text("".join(case.model_dump_json() + "\n" for case in cases or CASES), encoding="utf-8")
    return path


def row(case: Case, **changed: object) -> str:
    """A question as a line of a gold file, some fields being other."""
    return json.dumps(json.loads(case.model_dump_json()) | changed, ensure_ascii=False)


def library(store: Path) -> Library:
    """A library of the two plans, embedded by the shipped stand-in."""
    return fill(store, sorted(PLANS.iterdir()))
