"""Every word that a user can read about a language model."""

from __future__ import annotations

from assistant.errors import LlmFailed, LlmMalformed, LlmTooSlow, LlmUnproven, LlmUnreachable

NOT_CONFIGURED = (
    "没有连接大模型：请设置 GUIWEN_LLM_URL 和 GUIWEN_LLM_MODEL（需要时加 GUIWEN_LLM_KEY），"
    "或先运行 make llm 再设置 LLM=local；不用大模型时去掉 --engine llm。"
)
_INSTEAD = "以下是不用大模型的回答。"
_FAILED: dict[type[LlmFailed], tuple[str, str]] = {
    LlmUnreachable: ("llm_unreachable", "大模型没有连上或中途断开，"),
    LlmTooSlow: ("llm_too_slow", "大模型没有在限定时间内答完，"),
    LlmMalformed: ("llm_malformed", "大模型的输出不合要求，"),
    LlmUnproven: ("llm_unproven", "大模型的表述没有通过核验，"),
}


def failed(error: LlmFailed) -> tuple[str, str]:
    """The kind and the sentence of the warning that an answer carries when a model did not deliver."""
    kind, said = _FAILED[type(error)]
    return kind, f"{said}{_INSTEAD}"


def dropped(count: int) -> tuple[str, str]:
    """The kind and the sentence of the warning that some sentences of a model were left out."""
    return "llm_dropped", f"大模型有 {count} 句话无法由所引原文证实，没有采用。"
