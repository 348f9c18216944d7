"""Every word that a user can read of an answer; the page's own words are in `present_web.py`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from assistant.answers import Answer, AnswerStatus, Intent
from assistant.compute import Result
from ingest.plans import Indicator, Section

NOT_IN_PLANS = "已加载的规划没有给出这一内容，无法回答。"
IN_ROLE = {
    Intent.SMALL_TALK: "您好，我是规问，只回答已加载规划、意见和政策文本里的问题，例如某项指标的目标值、某项任务由谁牵头。",
    Intent.UNSAFE: "这个要求我不能照办。我只依据已加载的规划文本回答问题。",
}
_STATUS = {
    "征求意见稿": "不是正式印发稿，标题注明为“征求意见稿”，内容可能调整，不宜直接作为政策依据",
    "草案": "不是正式印发稿，标题注明为“草案”",
}


def duty(section: Section, units: tuple[str, ...], *, leads: bool) -> str:
    """Who is responsible for an article."""
    name = f"{section.number}{section.name}"
    if leads and len(units) > 1:
        return f"“{name}”由{units[0]}牵头，其他责任单位：{'、'.join(units[1:])}"
    if leads:
        return f"“{name}”由{units[0]}牵头，未列其他责任单位"
    return f"“{name}”的责任单位：{'、'.join(units)}（文本未指明谁牵头）"


def no_duty(section: Section) -> str:
    """An article without a responsible-unit note."""
    return f"“{section.number}{section.name}”没有标明责任单位"


def articles_of(unit: str, count: int, leading: bool) -> str:
    """The head of the list of a unit's articles."""
    return f"{unit}{'牵头' if leading else '作为责任单位'}的条款共{count}条："


def only_in_contents(title: str, entry: str) -> str:
    """A part that only the contents list names."""
    return f"《{title}》的目录列有“{entry}”，但已加载的文本没有收录这一部分，无法回答。"


def listed_in_contents(title: str, entry: str, count: int) -> str:
    """The head of a list that only the contents list gives."""
    return f"《{title}》只在目录中列出“{entry}”{count}项，正文未收录："


_ROLES = {"target": "目标", "planned": "规划目标", "growth": "增长", "rank": "位次", "actual": ""}
_COMPARATORS = {"=": "", ">=": "≥", ">": ">", "<=": "≤", "<": "<", "~": "约"}


def amount(indicator: Indicator) -> str:
    """A value with its comparator and unit: "≥100个", "预计3.5%", "第22位"."""
    words = not indicator.value[:1].isdigit() and indicator.value[:1] != "-"
    expected = "预计" if "预计" in indicator.nature else ""
    unit = "" if words else indicator.unit
    return f"{expected}{_COMPARATORS[indicator.comparator]}{indicator.value}{unit}"


def dated(indicator: Indicator) -> str:
    """ "2025年目标 600家"."""
    year = f"{indicator.year}年" if indicator.year else ""
    return f"{year}{_ROLES[indicator.role]} {amount(indicator)}".strip()


def cells(found: Sequence[Indicator], label: str) -> str:
    """The values of one table row: "国家高新技术企业：2025年目标 600家（表6 …）"."""
    first = found[0]
    flow = first.nature if first.nature in ("新增", "新引进", "累计") and first.nature not in first.name else ""
    name = f"{label}{'：' if label else ''}{flow}{first.name}"
    return f"{name}：{'，'.join(dated(i) for i in found)}（{first.table}）"


def clause(indicator: Indicator, label: str, *, dated: bool = True) -> str:
    """What the text says, verbatim, with the year that it stands under where the clause does not name it."""
    said = " ".join(indicator.quote.split()).rstrip("，,；;。")
    year = indicator.year[-4:]
    lead = f"{'到' if indicator.role == 'target' else ''}{year}年，" if dated and year and year not in said else ""
    return f"{label}{'：' if label else ''}{lead}{said}"


def said(indicator: Indicator) -> str:
    """One value of a comparison: "2025年目标 4.0%（全社会研发投入占地区生产总值比重）"."""
    flow = (
        indicator.nature
        if indicator.nature in ("新增", "新引进", "累计") and indicator.nature not in indicator.name
        else ""
    )
    return f"{dated(indicator)}（{flow}{indicator.name}）"


def series(found: Sequence[Indicator]) -> str:
    """The values of one indicator over years."""
    return f"{found[0].name}：{'，'.join(dated(i) for i in found)}"


_CALCULATIONS = {
    "difference": "相差",
    "growth": "增长",
    "annual_growth": "年均增长",
    "multiple": "约为",
    "share": "占比约",
    "total": "合计",
    "average": "平均每年",
}


def calculation(kind: str, result: Result) -> str:
    """A result with its expression: "相差 208.08亿元（550.08 − 342）"."""
    value = result.value.lstrip("-") if kind == "difference" else result.value
    return f"{_CALCULATIONS[kind]} {value}{result.unit}（{result.expression}）"


HIGHEST, LOWEST = "最高", "最低"


def extreme(word: str, name: str, indicator: Indicator) -> str:
    """The end of an order: "江干区创新指数变动最高：42位"."""
    if indicator.role == "rank":
        word = "最靠前" if word == HIGHEST else "最靠后"
    elif indicator.role == "growth":
        word = "上升最多" if word == HIGHEST else "下降最多"
    value = amount(indicator)
    if indicator.role == "growth" and value.startswith("-"):
        value = f"下降{value[1:]}"
    return f"{name}{indicator.name}{word}：{value}"


def confirmed(indicator: Indicator) -> str:
    """What the question states is right."""
    return f"对，{indicator.name}：{dated(indicator)}"


def corrected(indicator: Indicator, stated: str) -> str:
    """What the question states is wrong, and what is right."""
    return f"不对，文本给出的是：{indicator.name} {dated(indicator)}"


def term_only(term: str, said: str) -> str:
    """A term that is used and never explained."""
    return f"文本只使用了“{term}”这一说法（{said}），没有说明其具体内容，无法回答。"


def words_only(said: str) -> str:
    """A target without a figure."""
    return f"没有给出具体数值，只提出：{said}"


def doubled(*, reached: bool, ratio: str, twice: str, unit: str) -> str:
    """Whether a value doubles."""
    return f"{'达到了' if reached else '没有达到'}翻一番（翻一番应为 {twice}{unit}）"


def direction(later: Indicator, earlier: Indicator, *, above: bool) -> str:
    """Which of two years is ahead."""
    return f"{later.year}年（{amount(later)}）{'高于' if above else '低于'}{earlier.year}年（{amount(earlier)}）"


def ahead(low_name: str, low: Indicator, high_name: str, high: Indicator) -> str:
    """Which of two is the larger."""
    return f"{low_name}低于{high_name}（{amount(low)}对{amount(high)}）"


OTHER_YEARS = "注意：各值的年份不同"


def other_scopes(names: Sequence[tuple[str, str]]) -> str:
    """That the compared indicators are not the same."""
    return "口径不完全一致：" + "；".join(f"{region}为“{name}”" for region, name in names)


def highest(name: str, indicator: Indicator) -> str:
    """Which of the compared values is ahead."""
    return f"{name}{'位次最靠前' if indicator.role == 'rank' else '最高'}（{amount(indicator)}）"


def side(title: str, where: str, name: str, said: str) -> str:
    """One side of a disagreement: which plan, where in it, what it says."""
    place = f"《{title}》{f'（{where}）' if where else ''}"
    return f"{place}：{f'{name} ' if name and name not in said else ''}{said}"


def why_different(found: Sequence[Indicator]) -> str:
    """Why values may differ, as far as the records tell."""
    flows = {bool(re.search("新增|新引进|新培育|新认定", f"{i.nature}{i.name}{i.quote}")) for i in found}
    expected = {"预计" in f"{i.nature}{i.quote}" for i in found}
    months = {bool(re.search(r"\d+\s*[~～—–-]\s*\d+\s*月", i.quote)) for i in found}
    if len(flows) > 1:
        return "口径不同：一为新增数，一为总数（累计拥有量），不能直接相比"
    if len(months) > 1:
        return "时点不同：一为当年部分月份的数，一为全年数"
    if len(expected) > 1:
        return "时点不同：一为预计数，一为实际数"
    if len({i.year for i in found}) > 1:
        return "时点不同：各值的年份不同"
    return "数值不同，文本没有说明原因，请以发文机关的解释为准"


def other_year(title: str, found: Sequence[Indicator], years: Sequence[str]) -> str:
    """The indicator is given for other years only."""
    asked = "、".join(f"{y}年" for y in years)
    there = "；".join(dated(i) for i in found)
    return f"《{title}》没有给出{asked}的“{found[0].name}”；文本只给出：{there}"


def count(number: int) -> str:
    """The head of a list."""
    return f"共{number}项："


def structure(title: str, number: int, kind: str) -> str:
    """How many parts of a kind a plan has."""
    return f"《{title}》共{number}{'个' if kind in ('部分', '专栏', '表') else ''}{kind}"


def nothing_about(name: str) -> str:
    """One region of a comparison has no value."""
    return f"{name}：已加载的文本没有给出。"


def about(title: str, field: str, value: str) -> str:
    """A fact about a plan."""
    if field == "状态":
        return f"《{title}》{_STATUS.get(value, f'标题注明为“{value}”')}"
    return f"《{title}》{field}：{value}"


LOST = "有内容因数字或出处无法核实而未给出。"
ASK_ONE = "请给出一个问题，或用 --batch 指定问题文件（二者选一）。"
ANSWERING = "作答"
_REFUSALS = {
    AnswerStatus.EMPTY_QUESTION: "问题是空的，请输入要问的内容。",
    AnswerStatus.QUESTION_TOO_LONG: "问题超过 {limit} 字，请缩短后再问。",
    AnswerStatus.NO_PLANS: "知识库里还没有规划，请先运行 python -m ingest add 路径 载入文件。",
}


def refusal(status: AnswerStatus, limit: int) -> str:
    """Why a question is not answered at all."""
    return _REFUSALS[status].format(limit=limit)


def answer_text(lines: Sequence[str]) -> str:
    """The sentences of an answer, a line each."""
    return "\n".join(lines)


def status_caution(title: str, status: str) -> str:
    """That a plan is not what it may seem."""
    return f"《{title}》标注为“{status}”，引用时请留意。"


def batch_unreadable(path: Path, error: Exception) -> str:
    """The batch file cannot be read."""
    return f"读不了问题文件 {path}（{error.__class__.__name__}），请检查路径、权限和 UTF-8 编码。"


def batch_malformed(path: Path, problem: object) -> str:
    """A row of the batch file is not what it should be."""
    return f"问题文件 {path} 里有一行不合格式（每行一个 JSON，至少有 question 字段）：{problem}"


def to_json(answer: Answer) -> dict[str, object]:
    """The answer as the contract has it."""
    return {
        "id": answer.question.id,
        "question": answer.question.text,
        "standalone_question": answer.standalone_question,
        "status": answer.status.value,
        "text": answer.text,
        "citations": [asdict(c) | {"heading": list(c.heading)} for c in answer.citations],
        "passages": [
            {
                "text": s.passage.text,
                "plan_id": s.passage.plan_id,
                "heading": list(s.passage.heading),
                "score": s.score,
            }
            for s in answer.passages
        ],
        "indicators": [_plain(asdict(i)) for i in answer.indicators],
        "calculations": [
            {"expression": c.expression, "result": c.result, "unit": c.unit, "from": list(c.operands)}
            for c in answer.calculations
        ],
        "warnings": [{"kind": w.kind, "text": w.text, "citations": list(w.citations)} for w in answer.warnings],
        "understood": answer.understood,
        "engine": answer.engine,
        "timings_ms": answer.timings_ms,
    }


def _plain(record: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in record.items() if name != "span"}


def to_terminal(answer: Answer) -> str:
    """The answer and its sources for a terminal."""
    lines = [answer.text, ""]
    for c in answer.citations:
        page = f"，第{c.page}页" if c.page else ""
        path = " › ".join(c.heading)
        lines.append(f"[{c.n}] 《{c.plan}》{path}{page}")
        lines.append(f"    “{' '.join(c.quote.split())[:160]}”")
    lines += [f"注意：{w.text}" for w in answer.warnings]
    return "\n".join(lines).rstrip()
