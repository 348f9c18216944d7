"""The names, figures and tables of an evaluation as a user reads them; whole sentences stand with what they tell of."""

from __future__ import annotations

from collections.abc import Sequence

from evals.metrics import NO_PLAN, Share
from evals.statistics import Interval, Paired

KINDS = {
    "indicator": "指标目标值",
    "baseline": "现状与基期值",
    "listing": "指标罗列",
    "compare": "比较",
    "calc": "计算",
    "task": "任务",
    "measure": "举措",
    "responsible": "责任单位",
    "enumeration": "列举",
    "definition": "定义",
    "meta": "文件信息",
    "yesno": "是非",
    "conflict": "数据冲突",
    "unanswerable": "不可回答",
    "multiturn": "追问",
}
VERDICTS = {"right": "正确", "wrong": "错误", "abstained": "未答"}
STEPS = {
    "not_loaded": "未载入",
    "not_read": "未读出",
    "not_extracted": "未提取",
    "not_retrieved": "未检索到",
    "not_used": "未采用",
    "miscomposed": "组织有误",
    "not_cited": "未引到依据",
    "not_refused": "应拒未拒",
    "not_answered": "没有回答",
}
STEP_MEANINGS = {
    "not_loaded": "依据所在的规划不在知识库里",
    "not_read": "读出的文本里没有这段依据",
    "not_extracted": "文本里有，但没有成为条款或指标",
    "not_retrieved": "有条款或指标，但没有检索出来",
    "not_used": "检索出来了，但回答没有用它",
    "miscomposed": "用了这段依据，但回答缺要点或说错",
    "not_cited": "回答正确，但没有引到标准依据",
    "not_refused": "规划没有给出，回答却作了答",
    "not_answered": "没有产生回答",
}
OUTCOMES = {
    "met": "完全相符",
    "comparator": "漏掉或多出“以上”等",
    "no_unit": "漏写单位",
    "turned": "比较方向相反",
    "year": "年份不符",
    "unit": "单位不符",
    "scale": "数量级不符",
    "value": "数值不符",
    "missing": "没有说到",
}
STATUSES = {
    "answered_partly": "部分作答",
    "answered": "作答",
    "clarification": "反问",
    "unanswerable": "未答",
    "refused": "拒答",
    "error": "出错",
}
NOTHING = "—"


def plan(label: str, labels: dict[str, str] | None = None) -> str:
    """A plan's name in tables: the title that its label stands for, without a file's ending."""
    if label == NO_PLAN:
        return "（没有规划能答）"
    name = (labels or {}).get(label, label)
    return name.rsplit(".", 1)[0] if name.rsplit(".", 1)[-1] in ("txt", "html", "htm", "docx", "pdf", "md") else name


def status(name: str) -> str:
    """How an answer ended, by the family of its status; "没有状态" where it has none of ours."""
    return next((said for family, said in STATUSES.items() if name.startswith(family)), name or "没有状态")


def percent(value: float | None, digits: int = 1) -> str:
    """0.877 → "87.7%"."""
    return NOTHING if value is None else f"{value * 100:.{digits}f}%"


def within(interval: Interval | None) -> str:
    """ "78.2%–98.9%", or a dash where no interval can be given."""
    if interval is None or interval.low is None or interval.high is None:
        return NOTHING
    return f"{percent(interval.low)}–{percent(interval.high)}"


def share(found: Share) -> str:
    """ "87.7%（100/114）"."""
    return f"{percent(found.value)}（{found.hits}/{found.of}）" if found.of else NOTHING


def difference(paired: Paired) -> str:
    """What the paired test says, in a sentence."""
    p = "p < 0.001" if paired.p < 0.001 else f"p = {paired.p:.3f}"
    counts = f"答对变答错 {paired.only_first} 题，答错变答对 {paired.only_second} 题（精确 McNemar 检验 {p}）"
    if not paired.different:
        return f"看不出差别：{counts}。"
    return f"{'比对照好' if paired.only_second > paired.only_first else '比对照差'}：{counts}。"


def finished(folder: object, right: str, interval: str, points: float, page: object) -> str:
    """What a run came to, on the command line."""
    return f"正确率 {right}（95% 区间 {interval}），得分 {points:+.3f}。\n结果：{folder}\n报告：{page}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
