"""Settings → the chat model that they name: any OpenAI-compatible endpoint, or the local one. The only door to
langchain-openai, which takes seconds to import and is brought in only when it is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import LlmNotConfigured
from assistant.model import gguf, local_model
from assistant.settings import LlmSettings
from assistant.words import present_llm

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

LOCAL = "local"
_LONGEST_ANSWER = 400  # tokens


def open_model(settings: LlmSettings, models: Path) -> BaseChatModel:
    """The chat model of the settings; no connection is opened to an endpoint before the first question.

    Raises LlmNotConfigured, and LlmNotInstalled for a local model that is not here.
    """
    if settings.source == LOCAL:
        url, key = local_model.serve(gguf.found(models), settings.threads)
        return _chat(settings, url, key, gguf.NAME)
    if settings.source or not (settings.url and settings.model):
        raise LlmNotConfigured(present_llm.NOT_CONFIGURED)
    return _chat(settings, settings.url, settings.key.get_secret_value() or "none", settings.model)


def _chat(settings: LlmSettings, url: str, key: str, model: str) -> BaseChatModel:
    from langchain_openai import ChatOpenAI

    return ChatOpenAI(
        base_url=url,
        api_key=key,
        model=model,
        temperature=0,
        max_tokens=_LONGEST_ANSWER,
        timeout=max(settings.first_seconds, settings.gap_seconds),
        max_retries=0,
        stream_usage=False,
    )
