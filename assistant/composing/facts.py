"""What a plan says of itself, one fact at a time: its fields, its status, its labelled lines, its own sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.answers import Claim, Source
from assistant.words import present, present_meta
from ingest.facts.validity import stated as valid
from ingest.plans import Located, Paragraph, Plan, Span
from ingest.structure.split import sentences

FIELDS: tuple[tuple[str, re.Pattern[str], Callable[[Plan], Located | None]], ...] = (
    (
        "规划期限",
        re.compile(r"规划期|管(哪?几年|到)|哪几年|期限|到哪一?年|多少年|往更?远(?:了|处)?(?:还)?看"),
        lambda p: p.facts.period,
    ),
    (
        "成文日期",
        re.compile(r"落款.{0,6}(时间|日期)|时候|何时|(?<!到)哪一?年|哪天|日期|时间|几月|先后"),
        lambda p: p.facts.date,
    ),
    (
        "发文机关",
        re.compile(
            r"谁(在|于)?.{0,4}(印发|发布|发|出)|是谁[、，和]|落款.{0,8}单位|机关|发文单位|(哪个|什么|哪家|哪[几两些]个?)(部门|单位|机构)[^，。？]{0,10}(印发|发布|发|出)"
            r"|(?:谁|什么|哪[家个]?)的?名义"
        ),
        lambda p: p.facts.issuer,
    ),
    ("发文字号", re.compile(r"文号|字号|(多少|几)号(文|令)|第几号"), lambda p: p.facts.number),
    ("全称", re.compile(r"全名|全称|标题|正式名称|叫什么|叫啥"), lambda p: p.facts.title),
)
# What is asked, what it is called where it is missing ("" where nothing is missing), the sentence that says it.
SAID: tuple[tuple[re.Pattern[str], str, re.Pattern[str]], ...] = (
    (
        re.compile(
            "施行|生效|实施(日期|时间)|起(实施|执行)|开始(实施|执行)|(哪年|哪天|何时|时候)(实施|执行)|有效期|到期|失效"
        ),
        "施行日期和有效期",
        re.compile("自[^。]{2,24}起(施行|实施|执行|生效)|从[^。，]{2,12}(施行|实施|执行)|有效期"),
    ),
    (re.compile("第几号|几号令"), "发文字号", re.compile(r"第\s*\d+\s*号")),
    (
        re.compile("(批|发|印发|下发|写)给(?:谁|哪)|给谁的|主送|发往"),
        "主送单位",
        re.compile("^(?:各[^。：]{3,80}|[^，。：]{4,80})[：:]$"),
    ),
    (re.compile("废止|[顶取替代]替|取代|代替"), "废止的文件", re.compile("同时废止|予以废止|停止执行")),
    (re.compile("展望"), "展望到哪一年", re.compile(r"展望[^。]{0,6}20\d\d")),
    (
        re.compile("通过|[在上过开]了?(?:什么|哪个|哪次)会|经过?(?:什么|哪个|哪次)会"),
        "由哪次会议通过",
        re.compile("会议[^。]{0,12}通过"),
    ),
    (
        re.compile("编的|编制|起草|组织编"),
        "编制单位",
        re.compile(
            "(?:编制|起草)单位|由[^，。]{2,24}(?:编制|起草)"
            "|(?:本|该|现将)[^。，；]{2,16}(?:组织|牵头|负责|会同|由)[^。；]{0,40}(?:编制|起草|制定)"
        ),
    ),
    (re.compile("解释"), "由谁解释", re.compile("由[^，。]{2,30}解释|解释权|负责解释")),
    (
        re.compile("作者|谁写|署名|署的"),
        "作者",
        re.compile(
            r"^[（(]?(?:原|本)?报?道?(?:记者|通讯员|作者|撰稿|供稿|署名|文)[：:/\s]|^[一-鿿]{2,3}[\s、][一-鿿]{2,3}$"
        ),
    ),
    (
        re.compile("[市县区省州]长(是谁|叫|签)|谁签署"),
        "签署人",
        re.compile(r"^[代副]?\s?[市县区省州]\s*长[\s：:]{0,4}[一-鿿\s]{2,6}$"),
    ),
    (re.compile("(多少|几)[个万]?字|(多少|几)页"), "字数和页数", re.compile("(?!)")),
    (re.compile("全文|节选|完整|收得?全|收到(哪|什么)"), "", re.compile("节选[^）)。]{4,}")),
    (re.compile("官方|原件|权威|能当"), "", re.compile("非官方|改写|仅供参考|不作为")),
)
_IN_FORCE = re.compile("有效|状态|生效")
_LABELLED = re.compile(r"^[ 　]*([一-鿿][一-鿿 　]{2,9})[：:][ 　]*(\S[^\n]{0,60})$", re.M)
_KNOWN = ("发文机关", "成文日期", "发文字号", "规划期限", "发布日期")
_HEAD, _ENDS = 1500, 4000


def field_of_each(plans: Sequence[Plan], name: str, get: Callable[[Plan], Located | None]) -> list[Claim]:
    """One field of several plans; dates in order of time."""
    held = [(plan, located) for plan in plans if (located := get(plan))]
    if name == "成文日期":
        held.sort(key=lambda pair: [int(n) for n in re.findall(r"\d+", pair[1].value)] or [9999])
    return [
        Claim(present.about(plan.title, name, located.value), (Source(plan.id, located.span, (), "metadata"),))
        for plan, located in held
    ]


def status(plan: Plan, text: str) -> list[Claim]:
    """How final a plan is: what marks it as a draft, else that nothing does and how it is signed; since when it holds
    where the question asks for that."""
    facts, asks = plan.facts, bool(_IN_FORCE.search(text))
    holds = valid(plan) if asks else None
    claims = [Claim(holds.value, (Source(plan.id, holds.span, ()),))] if holds else []
    if facts.status:
        said = present.about(plan.title, "状态", facts.status.value)
        return [Claim(said, (Source(plan.id, facts.status.span, (), "metadata"),)), *claims]
    signed = [located for located in (facts.issuer, facts.date) if located]
    named = facts.title.span if facts.title else Span(0, min(len(plan.text), 40))
    said = present_meta.unmarked(plan.title, "，".join(located.value for located in signed), untimed=asks and not holds)
    sources = (Source(plan.id, named, ()), *(Source(plan.id, located.span, (), "metadata") for located in signed))
    return [Claim(said, sources), *claims]


def labelled(plan: Plan, text: str) -> list[Claim]:
    """The lines at the head of a plan whose label the question names: 主题分类：科技."""
    claims = []
    for found in _LABELLED.finditer(plan.text[:_HEAD]):
        label = re.sub(r"\s", "", found.group(1))
        if label in text and label not in _KNOWN:
            source = Source(plan.id, Span(*found.span(2)), (), "metadata")
            claims.append(Claim(present.about(plan.title, label, found.group(2).strip()), (source,)))
    return claims


def stating_sentence(plan: Plan, told: re.Pattern[str]) -> list[Claim]:
    """The sentence at the start or the end of a plan that states a fact about it."""
    for block in plan.blocks:
        if isinstance(block, Paragraph) and (block.span.start < _ENDS or block.span.end > len(plan.text) - _ENDS):
            for start, end in sentences(block.text):
                if told.search(block.text[start:end].strip()):
                    source = Source(plan.id, block.source_span(start, end), plan.sections[block.section].path)
                    return [Claim(block.text[start:end].strip(), (source,))]
    return []
