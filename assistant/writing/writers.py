"""Engine → the writer that words its answers; none for `grounded`, which brings in nothing of a language model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.settings import AnswerSettings
from ingest.settings import IngestSettings

if TYPE_CHECKING:
    from assistant.writing.llm import LlmWriter


def writer_of(engine: str, answering: AnswerSettings, ingest: IngestSettings) -> LlmWriter | None:
    """The writer of an engine; raises LlmUnavailable where it is to be a language model and there is none."""
    if engine != "llm":
        return None
    from assistant.writing.llm import open_writer

    return open_writer(answering.llm, ingest.models_dir)
