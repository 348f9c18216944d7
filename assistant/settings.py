"""What someone may tune about answering, each with its environment variable."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from ingest.settings import from_environment


class RankSettings(BaseSettings):
    """Weights of the order of candidates, measured on gold questions (docs/adr)."""

    model_config = SettingsConfigDict(env_prefix="GUIWEN_RANK_")

    words: float = Field(1.0, description="词面检索在融合中的权重")
    vectors: float = Field(0.3, description="向量检索在融合中的权重")
    said: float = Field(0.7, ge=0, description="词面检索的头几条覆盖问题到何种程度即不再用向量检索；大于 1 时总用")
    parts: float = Field(0.6, ge=0, description="多问之中每一问单独检索的权重（相对整句）")
    rrf: int = Field(10, ge=1, description="倒数名次融合的平滑常数")
    depth: int = Field(40, ge=1, description="每路检索取回的条款数")
    context: float = Field(0.6, description="篇章路径补足的覆盖率的权重")
    around: float = Field(0.25, description="同一条款其余部分补足的覆盖率的权重")
    prior: float = Field(0.15, description="条款检索名次的权重")
    named: float = Field(0.35, description="问题点名所在标题的加分")
    foreign: float = Field(0.25, description="句子所在标题说的是问题没有提到的园区、走廊时的减分")
    window: float = Field(0.3, description="数值所在分句的覆盖率的权重")
    number: float = Field(0.12, description="问数值而句中有（无）数值的加（减）分")
    year: float = Field(0.1, description="年份相符（不符）的加（减）分")
    floor: float = Field(0.35, description="作答所需的最低覆盖率")
    told: float = Field(0.25, ge=0, description="不问数值时，作答所需的最低覆盖率")
    dated: float = Field(0.1, ge=0, description="写明所问年份的句子，作答所需的最低覆盖率可以低多少")
    beyond: float = Field(0.6, description="引用别处规划所述某地情况所需的覆盖率")
    nearest: float = Field(0.3, ge=0, description="拒答时附上最接近的一句，这句所需的覆盖率")
    premise: float = Field(0.5, ge=0, description="核对问题的前提时，据以判断的一句所需的覆盖率")
    part: float = Field(0.4, description="多问之中每一问所需的覆盖率")
    section: float = Field(0.45, description="问题点名标题到何种程度即按该节作答")
    sentence: float = Field(0.6, description="不用指标而用一句话作答所需的覆盖率")
    outdone: float = Field(0.2, description="一句话的覆盖率超过指标多少时改用这句话")
    defines: float = Field(0.25, description="问定义而句中有“是指”等的加分")
    gain: float = Field(0.1, description="增补一句所需新增的覆盖率")
    second: float = Field(0.5, description="增补一句的最低得分（相对首句）")
    further: float = Field(0.5, ge=0, description="另附一句所需的得分与新增覆盖率之和（相对首句的得分）")
    rival: float = Field(0.9, ge=0, description="问数值时，另附一句所需的得分与新增覆盖率之和（相对首句的得分）")
    near: float = Field(0.8, description="同一节中得分与首句相近到何种程度即一并给出")


class LlmSettings(BaseSettings):
    """The language model of the engine `llm`, and how long it is waited for."""

    model_config = SettingsConfigDict(env_prefix="GUIWEN_LLM_", populate_by_name=True)

    source: Literal["", "local"] = Field(
        "", alias="LLM", description="用哪个大模型：空为下面的接口，local 为本机模型（先运行 make llm）"
    )
    url: str = Field("", description="OpenAI 兼容接口的地址，如 https://api.example.com/v1")
    model: str = Field("", description="接口上的模型名称")
    key: SecretStr = Field(SecretStr(""), description="接口的密钥；不需要时留空")
    first_seconds: float = Field(60, gt=0, description="等第一个字的时间上限（秒）")
    gap_seconds: float = Field(15, gt=0, description="两段输出之间的时间上限（秒）")
    total_seconds: float = Field(120, gt=0, description="一个回答用大模型的总时间上限（秒）")
    tries: int = Field(2, ge=1, description="第一个字之前连接失败时最多试几次")
    threads: int = Field(0, ge=0, description="本机模型用的线程数；0 为自动")
    claims: int = Field(6, ge=1, description="不用大模型的回答超过多少句时不再改写")
    evidence_chars: int = Field(
        0, ge=0, description="给大模型看的材料的字数上限，不用大模型的回答所含的句子总在其中；0 为只看这些句子"
    )


class AnswerSettings(BaseSettings):
    """How answers are made."""

    model_config = SettingsConfigDict(env_prefix="GUIWEN_")

    question_chars: int = Field(2000, ge=10, description="问题的字数上限")
    history_turns: int = Field(8, ge=0, description="追问时参考的最近对话轮数（问答各算一轮）")
    typed: bool = Field(True, description="用读出的指标和数据冲突直接作答；设为 false 时只凭检索到的原文")
    engine: Literal["grounded", "llm"] = Field(
        "grounded", description="作答引擎：grounded 不用大模型，llm 用大模型改写"
    )
    llm: LlmSettings = Field(default_factory=lambda: from_environment(LlmSettings))
    rank: RankSettings = Field(default_factory=lambda: from_environment(RankSettings))
