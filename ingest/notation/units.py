"""Units of plans: which words are units, what dimension they measure, how they convert inside it.

A unit as written may carry a scale (万人, 亿元) and a denominator (万元/人). Conversion never leaves a base unit:
元 and 美元, 人 and 人次, % and 百分点 stay apart; counting words (家, 个, 项 …) are each their own base unit. A table
of plain decimals, not pint: the scales and the counting words would have to be defined by hand there too.
"""

from __future__ import annotations

import re
from decimal import Decimal

SCALES = {
    "万亿": Decimal(10**12),
    "千亿": Decimal(10**11),
    "百亿": Decimal(10**10),
    "亿": Decimal(10**8),
    "千万": Decimal(10**7),
    "百万": Decimal(10**6),
    "十万": Decimal(10**5),
    "万": Decimal(10**4),
    "千": Decimal(1000),
    "百": Decimal(100),
}

# base unit -> (dimension, the units of it with their factors)
_BASES = {
    "元": ("金额", "元=1 元人民币=1 块钱=1"),
    "美元": ("金额", "美元=1"),
    "港元": ("金额", "港元=1"),
    "欧元": ("金额", "欧元=1"),
    "日元": ("金额", "日元=1"),
    "%": ("比重", "%=1 ‰=0.1 成=10"),
    "百分点": ("百分点", "百分点=1 个百分点=1"),
    "倍": ("倍数", "倍=1"),
    "亩": (
        "面积",
        "亩=1 公顷=15 平方公里=1500 平方千米=1500 km2=1500 km²=1500 平方米=0.0015 平米=0.0015 ㎡=0.0015 m2=0.0015"
        " m²=0.0015",
    ),
    "立方米": ("体积", "立方米=1 m3=1 m³=1 升=0.001"),
    "方": ("方", "方=1"),
    "米": (
        "长度",
        "米=1 公里=1000 千米=1000 km=1000 海里=1852 厘米=0.01 cm=0.01 毫米=0.001 mm=0.001 微米=0.000001 μm=0.000001"
        " 纳米=0.000000001 nm=0.000000001",
    ),
    "英寸": ("英寸", "英寸=1"),
    "吨": (
        "质量",
        "吨=1 公斤=0.001 千克=0.001 kg=0.001 斤=0.0005 克=0.000001 g=0.000001 毫克=0.000000001 微克=0.000000000001",
    ),
    "吨标准煤": ("能耗", "吨标准煤=1 吨标煤=1"),
    "千瓦时": ("电量", "千瓦时=1 度电=1 kWh=1 KWh=1"),
    "千瓦": ("功率", "千瓦=1 kW=1 KW=1 兆瓦=1000 MW=1000 吉瓦=1000000 GW=1000000"),
    "千伏": ("电压", "千伏=1 kV=1 KV=1"),
    "千伏安": ("容量", "千伏安=1 kVA=1 KVA=1"),
    "EFLOPS": ("算力", "EFLOPS=1 PFLOPS=0.001"),
    "PB": ("数据量", "PB=1 EB=1000 TB=0.001 GB=0.000001"),
    "Mbps": ("速率", "Mbps=1 兆=1 Gbps=1000"),
    "个月": ("时长", "个月=1 年=12 个季度=3"),
    "天": ("时长", "天=1 日内=1 日以内=1 周=7"),
    "工作日": ("时长", "工作日=1 个工作日=1"),
    "小时": ("时长", "小时=1"),
    "分钟": ("时长", "分钟=1"),
    "秒": ("时长", "秒=1"),
    "岁": ("年龄", "岁=1"),
    "℃": ("温度", "℃=1 摄氏度=1"),
    "分贝": ("声级", "分贝=1"),
    "人年": ("人年", "人年=1 人·年=1 人/年=1"),
    "位": ("位次", "位=1"),
    "分": ("得分", "分=1"),
}
# unit -> (factor, base unit, dimension)
_MEASURES = {
    unit: (Decimal(factor), name, kind)
    for name, (kind, units) in _BASES.items()
    for unit, factor in (pair.split("=") for pair in units.split())
}
_COUNTERS = (
    "人次 家次 户次 件次 场次 批次 架次 班次 台次 车次 例次 台套 台（套） 项次 "
    "家 个 项 件 名 人 支 所 座 条 台 套 辆 艘 架 户 例 种 类 批 场 次 处 块 幢 栋 间 张 份 册 部 篇 枚 颗 根 株 头 只 "
    "羽 匹 口 门 床 席 款 宗 笔 组 轮 层 站 期 棵 盏 本 班 课时 学时 小区 标准箱 TEU 箱 级"
)
_CHINESE_COUNTERS = "人次 家次 家 个 项 件 名 人 支 所 座 条 台 套 辆 户 种 类 场 次 处 款 位"
_UNSPOKEN = {"元人民币", "块钱", "方", "分", "日内", "日以内", "兆", "升"}


def _alternation(words: set[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


COUNTERS = frozenset(_COUNTERS.split())
# A unit word is none where it opens a longer word: 3个人 is no 个, 人才 no 人, 项目 no 项.
_OPENS_A_WORD = (
    "人:才 工 均 口 密 类 文 大 机 形|家:庭 电 具|名:单 录 称 城 校 院 企 列|次:方 要 生 会议 全会 产业|"
    "成:立 果 为 功 长 效 员 本 都 套 交 像 品 就 熟 份 绩|"
    "分:之 别 类 期 布 级 支 析 步 区 层 工 散 享 解 行 校 成 钟|元:件 素 旦 宇 器 化 结构|倍:增|"
    "台:阶 州 湾 账|门:户 槛 店|所:有 需 得 能 以 属 在|项:目 链|类:似 型|年:度 代 轻 龄 级 报|"
    "条:件 例 龙|部:门 分 委 属 署|口:岸 径|方:面 式 案 向 法 位 针|位:一体 于 列 居|层:次 级|期:间 限 末|"
    "只:有 要 能|本:地 级 市 省 区 土 科|级:别 联|组:织 建 成|间:隔 接|场:所 景 地 馆|站:式 点 位|"
    "户:籍 外|张:图 网|批:准 复 发|处:理 置 于 室|支:持 出 撑 付 部 线|种:植 质 业 子 苗|块:链|头:部 雁|"
    "根:据 本|班:子|升:级 至 到 值|克:服|米:级|天:使 津 目 然|周:边 期 年|个:人"
)
_NOT_AFTER = "".join(
    rf"(?!(?<={end})(?:{rest.replace(' ', '|')}))"
    for end, rest in (entry.split(":") for entry in _OPENS_A_WORD.split("|"))
)
# A unit behind figures, one per another included (万元/人, 元每吨); a unit behind Chinese numerals; a scale by itself.
UNIT = (
    rf"(?:{_alternation(set(_MEASURES) | COUNTERS)})"
    rf"(?:(?:/|每)(?:{'|'.join(SCALES)})?(?:{_alternation((set(_MEASURES) | COUNTERS) - {'%'})})|/d(?![A-Za-z]))?"
    rf"{_NOT_AFTER}"
)
CHINESE_UNIT = (
    rf"(?:{_alternation((set(_MEASURES) - _UNSPOKEN - {'%', '‰'}) | set(_CHINESE_COUNTERS.split()))}){_NOT_AFTER}"
)
SCALE = "|".join(SCALES)


def split_scale(unit: str) -> tuple[Decimal, str]:
    """The scale in front of a unit and the unit without it: 万平方米 → (10000, 平方米), 亿 → (100000000, "")."""
    if unit in _MEASURES or unit in COUNTERS:
        return Decimal(1), unit
    for scale, factor in SCALES.items():
        if unit.startswith(scale):
            return factor, unit[len(scale) :]
    return Decimal(1), unit


def base(unit: str) -> tuple[Decimal, str]:
    """The factor to, and the name of, the base unit: 亿元 → (100000000, 元), 万元/人 → (10000, 元/人), 家 → (1, 家)."""
    if unit in _MEASURES:
        return _MEASURES[unit][:2]
    if "/" in unit:
        above, _, below = unit.partition("/")
        upper, upper_name = base(above)
        lower, lower_name = base(below)
        return upper / lower, f"{upper_name}/{lower_name}"
    scale, rest = split_scale(unit)
    if scale != 1 and rest:
        factor, name = base(rest)
        return scale * factor, name
    return scale, rest


def dimension(unit: str) -> str:
    """What a unit measures: 金额, 面积, 比重 …, 计数 for counting words, "" for no unit and for unknown ones."""
    if "/" in unit and unit not in _MEASURES:
        above, _, below = unit.partition("/")
        return f"{dimension(above) or above}/{dimension(below) or below}"
    _, rest = (Decimal(1), unit) if unit in _MEASURES else split_scale(unit)
    if rest in _MEASURES:
        return _MEASURES[rest][2]
    return "计数" if rest in COUNTERS else ""


def convert(value: Decimal, source: str, target: str) -> Decimal:
    """A value in another unit of the same dimension. Raises `ValueError` where the base units differ (元 → 吨)."""
    source_factor, source_base = base(source)
    target_factor, target_base = base(target)
    if source_base != target_base:
        raise ValueError(f"{source} does not convert to {target}")
    return value * source_factor / target_factor
