"""Whether gold questions are fit to judge by: quotes stand in the plans, facts in the quotes, no answer given away.

An error makes a question unfit; a hint is for a second look.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from evals import cases, present
from evals.cases import Case
from evals.corpus import Corpus, Loaded
from evals.deriving import counted, derived
from evals.errors import PlansMissing
from evals.figures import SLIPS
from evals.outputs import Cited, Output
from evals.scoring import score
from evals.tracing import numbers, proves
from evals.wording import folded, quoted, says
from ingest.readers import SUPPORTED_ENDINGS, read
from ingest.settings import IngestSettings
from ingest.structure.outline import outline

_ALIKE = 0.75
_COMPUTED = ("calc", "compare", "conflict", "yesno", "meta")  # kinds whose facts need not stand in the plan as such
_LENGTHS = range(2, 161)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about one question."""

    id: str
    level: Literal["错误", "提示"]
    said: str


def check(asked: Sequence[Case], corpus: Corpus) -> tuple[Finding, ...]:
    """Everything that is wrong or odd about some questions, in their order."""
    found = [finding for case in asked for finding in _of_one(case, corpus)]
    return (*found, *_alike(asked))


def check_files(paths: Sequence[Path], plans: Sequence[Path]) -> tuple[tuple[Case, ...], tuple[Finding, ...]]:
    """Check gold files against the plans in some folders; the questions and what was found."""
    asked = cases.load(paths)
    return asked, check(asked, Corpus(loaded_from(plans), asked))


def loaded_from(folders: Iterable[Path]) -> tuple[Loaded, ...]:
    """The plans in some folders or files, as text; PlansMissing where there is none."""
    settings = IngestSettings()
    files = [file for place in folders for file in (sorted(place.rglob("*")) if place.is_dir() else [place])]
    known = [file for file in files if file.suffix.lower() in SUPPORTED_ENDINGS]
    if not known:
        raise PlansMissing("没有找到规划文件，请用 --plans 指明规划所在的文件或文件夹。")
    raws = [(file, read(file, settings)) for file in known]
    return tuple(Loaded(outline(raw, plan_id=str(file), file=file.name, digest="")) for file, raw in raws)


def model_answer(case: Case, corpus: Corpus) -> Output:
    """The gold answer as if the assistant had given it, with the gold evidence cited: it must score full marks."""
    cited = []
    for n, one in enumerate(case.evidence, 1):
        loaded = corpus.named(one.doc)
        file = loaded.plan.file if loaded else one.doc
        cited.append(Cited(n=n, file=file, plan=loaded.plan.title if loaded else "", quote=one.quote))
    status = "answered" if case.answerable else "unanswerable_not_in_plans"
    return Output(id=case.id, question=case.question, status=status, text=case.answer, citations=tuple(cited))


def _of_one(case: Case, corpus: Corpus) -> Iterable[Finding]:
    yield from _evidence(case, corpus)
    yield from _facts(case)
    if not case.answer:
        yield Finding(case.id, "错误", "没有标准答案")
        return
    result = score(case, model_answer(case, corpus), corpus)
    if result.verdict != "right":
        lacking = [fact[0] for fact, there in zip(case.key_facts, result.facts, strict=True) if not there]
        wrong = [present.OUTCOMES[one.outcome] for one in result.figures if one.outcome not in ("met", *SLIPS)]
        why = [f"缺要点 {'、'.join(lacking)}"] if lacking else []
        why += [f"含有不该有的 {'、'.join(result.forbidden)}"] if result.forbidden else []
        yield Finding(case.id, "错误", f"标准答案自己评不到满分：{'；'.join(why + wrong)}")
    for one in result.figures if result.verdict == "right" else ():
        if one.outcome != "met":
            value = f"{one.value.comparator.removeprefix('=')}{one.value.value}{one.value.unit}"
            yield Finding(case.id, "提示", f"数值 {value} 在标准答案里：{present.OUTCOMES[one.outcome]}")


def _evidence(case: Case, corpus: Corpus) -> Iterable[Finding]:
    if case.answerable and not case.evidence:
        yield Finding(case.id, "错误", "可回答的题没有依据")
    if not case.answerable and case.evidence:
        yield Finding(case.id, "提示", "不可回答的题带了依据")
    for one in case.evidence:
        loaded = corpus.named(one.doc)
        if loaded is None:
            yield Finding(case.id, "错误", f"找不到规划“{one.doc}”")
        elif not quoted(one.quote, loaded.plan.text):
            yield Finding(case.id, "错误", f"“{one.doc}”里没有这句原文：{one.quote}")
        if len(one.quote.strip()) not in _LENGTHS:
            yield Finding(case.id, "提示", f"依据太长或太短（{len(one.quote)} 字）：{one.quote[:30]}")


def _facts(case: Case) -> Iterable[Finding]:
    question = folded(case.question)
    given = [fact[0] for fact in case.key_facts if any(says(question, form) for form in fact)]
    if case.answerable and len(given) >= case.needed:
        yield Finding(case.id, "错误", f"题面已经给出答案：{'、'.join(given)}")
    elif given and case.type not in ("yesno", "conflict", "compare"):
        yield Finding(case.id, "提示", f"题面含有要点：{'、'.join(given)}")
    if case.evidence:
        yield from _grounds(case)
    both = {folded(form) for form in case.forbidden} & {folded(form) for fact in case.key_facts for form in fact}
    if both:
        yield Finding(case.id, "错误", f"同时是要点又不该出现：{'、'.join(sorted(both))}")


def _grounds(case: Case) -> Iterable[Finding]:
    """Facts that neither stand in the evidence nor follow from it; of what is worked out, every way of writing it."""
    quotes = [one.quote for one in case.evidence]
    proven = "\n".join(quotes)
    given = numbers([*quotes, case.question, *(turn.content for turn in case.history)])

    def follows(form: str) -> bool:
        worked = case.type in ("calc", "multiturn") and derived(form, given)
        return proves(proven, form) or worked or counted(form, quotes, len(case.key_facts) - 1)

    if case.type == "calc":
        wrong = [form for fact in case.key_facts for form in fact if numbers([form]) and not follows(form)]
        if wrong:
            yield Finding(case.id, "提示", f"从依据算不出这些数：{'、'.join(wrong)}")
    elif case.type not in _COMPUTED:
        unproven = [fact[0] for fact in case.key_facts if not any(follows(form) for form in fact)]
        if unproven:
            yield Finding(case.id, "提示", f"依据里没有这些要点：{'、'.join(unproven)}")


def _alike(asked: Sequence[Case]) -> Iterable[Finding]:
    pairs = [(case, _pairs(case)) for case in asked]
    for n, (case, mine) in enumerate(pairs):
        for other, theirs in pairs[:n]:
            if case.asked == other.asked:
                yield Finding(case.id, "错误", f"与 {other.id} 是同一个问题")
            elif case.history == other.history and mine and len(mine & theirs) > _ALIKE * len(mine | theirs):
                yield Finding(case.id, "提示", f"与 {other.id} 问得很像")


def _pairs(case: Case) -> set[str]:
    text = folded(case.question)
    return {text[i : i + 2] for i in range(len(text) - 1)}
