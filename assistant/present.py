"""Every word that a user can read of an answer; the page's own words are in `present_web.py`."""

from __future__ import annotations

from assistant.answers import Intent
from ingest.plans import Section

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


def nothing_about(name: str) -> str:
    """One region of a comparison has no value."""
    return f"{name}：已加载的文本没有给出。"


def about(title: str, field: str, value: str) -> str:
    """A fact about a plan."""
    if field == "状态":
        return f"《{title}》{_STATUS.get(value, f'标题注明为“{value}”')}"
    return f"《{title}》{field}：{value}"
