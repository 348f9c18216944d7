"""Every word that a user can read of an answer, but for those of figures, orders, plans, premises and models, which
have modules of their own beside it; its forms (JSON, terminal) are in `present_answer.py`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assistant.answers import AnswerStatus
from assistant.questions import Intent
from ingest.plans import Section

NOT_IN_PLANS = "已加载的规划没有给出这一内容，无法回答。"
NOTHING_MORE = "除上面所说的以外，已加载的规划没有给出更多内容。"
IN_ROLE = {
    Intent.SMALL_TALK: (
        "您好，我是规问，只回答已加载规划、意见和政策文本里的问题，例如某项指标的目标值、某项任务由谁牵头。"
    ),
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


def no_such_unit(title: str, unit: str) -> str:
    """A unit that no article names."""
    return f"《{title}》各条的责任单位中没有“{unit}”，无法回答。"


def articles_of(unit: str, count: int, role: str) -> str:
    """The head of the list of a unit's articles."""
    return f"{unit}{role or '作为责任单位'}的条款共{count}条："


def articles_without(unit: str, count: int) -> str:
    """The head of the list of articles whose note does not name a unit."""
    return f"标明责任单位而没有列入{unit}的条款共{count}条："


def units(number: int) -> str:
    """The head of a list of units."""
    return f"共{number}家单位："


def only_in_contents(title: str, entry: str) -> str:
    """A part that only the contents list names."""
    return f"《{title}》的目录列有“{entry}”，但已加载的文本没有收录这一部分，无法回答。"


def listed_in_contents(title: str, entry: str, count: int) -> str:
    """The head of a list that only the contents list gives."""
    return f"《{title}》只在目录中列出“{entry}”{count}项，正文未收录："


def term_only(term: str, said: str) -> str:
    """A term that is used and never explained."""
    return f"文本只使用了“{term}”这一说法（{said}），没有说明其具体内容，无法回答。"


FURTHER = "另见："


def further(said: str) -> str:
    """A sentence that nearly came first, beside the one that did."""
    return f"{FURTHER}{said}"


def nearest(said: str) -> str:
    """That the plans do not say it, and what they say that is nearest."""
    return f"已加载的规划没有给出这一内容；与之最近的是：“{said}”"


LED = "（牵头）"


def count(number: int) -> str:
    """The head of a list."""
    return f"共{number}项："


def undated(years: Sequence[str]) -> str:
    """That the text does not say whether a value is of the asked years."""
    return f"文本没有写明这一数值是不是{'、'.join(years)}年的"


def titled(title: str) -> str:
    """A plan by its title."""
    return f"《{title}》"


def ask_which(found: int, named: int) -> str:
    """That several plans answer a question; the names of them follow. A follow-up is read by its “请问…哪一份？”."""
    rest = f"，这里列出{named}份" if found > named else ""
    return f"有{found}份规划写到这一内容{rest}，请问您问的是哪一份？（可以答名称、“第几个”或“都要”）："


def most_relevant(number: int) -> str:
    """The head of a list that is cut short."""
    return f"相关举措较多，最相关的{number}项："


def structure(title: str, number: int, kind: str) -> str:
    """How many parts of a kind a plan has."""
    return f"《{title}》共{number}{'个' if kind in ('部分', '专栏', '表') else ''}{kind}"


def blank(row: str) -> str:
    """A row whose cell for what is asked is empty."""
    return f"规划没有给出这一数值，表中此栏是空的：{row}"


def nothing_about(name: str) -> str:
    """One region of a comparison has no value."""
    return f"{name}：已加载的文本没有给出。"


def no_such_plan(places: Sequence[str]) -> str:
    """A place that no loaded plan belongs to."""
    return f"已加载的规划里没有{'、'.join(places)}的规划，其他规划也没有给出这一内容，无法回答。"


def about(title: str, field: str, value: str) -> str:
    """A fact about a plan."""
    if field == "状态":
        return f"《{title}》{_STATUS.get(value, f'标题注明为“{value}”')}"
    return f"《{title}》{field}：{value}"


LOST = "有内容因数字或出处无法核实而未给出。"
ASK_DESCRIPTION = "向已载入的规划提问。"
ASK_QUESTION_HELP = "一个问题"
ASK_BATCH_HELP = "问题文件：每行一个 JSON 对象，逐行作答，结果写到标准输出"
ASK_JSON_HELP = "输出 JSON"
ASK_ENGINE_HELP = "作答引擎：grounded 不用大模型，llm 用大模型改写；默认取 GUIWEN_ENGINE"
ASK_STORE_HELP = "知识库目录，默认取 GUIWEN_STORE"
ASK_ONE = "请给出一个问题，或用 --batch 指定问题文件（二者选一）"
INTERRUPTED = "已中断。"
ANSWERING = "作答"
_REFUSALS = {
    AnswerStatus.EMPTY_QUESTION: "问题是空的，请输入要问的内容。",
    AnswerStatus.QUESTION_TOO_LONG: "问题超过 {limit} 字，请缩短后再问。",
    AnswerStatus.INTERNAL: "作答时出了差错，这个问题没有答成，请换个说法再问，或查看日志。",
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


def batch_malformed(path: Path, line: int) -> str:
    """A line of the batch file is not what it should be."""
    return f"问题文件 {path} 第 {line} 行不合格式：每行应是一个 JSON 对象，至少有 question 字段。"
