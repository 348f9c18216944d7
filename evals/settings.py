"""What someone may tune about evaluations, each with its environment variable."""

from __future__ import annotations

from typing import Literal

from pydantic import Field
from pydantic_settings import SettingsConfigDict

from assistant.settings import LlmSettings


class JudgeSettings(LlmSettings):
    """The language model in the role of the judge: as the engine's, with the prefix GUIWEN_JUDGE_."""

    model_config = SettingsConfigDict(env_prefix="GUIWEN_JUDGE_", populate_by_name=True)

    source: Literal["", "local"] = Field(
        "", alias="JUDGE", description="用哪个大模型给意见：空为接口，local 为本机模型"
    )

    first_seconds: float = Field(1800, gt=0, description="等一条意见的时间上限（秒）；没有人在等它")

    @property
    def called(self) -> str:
        """The model's name beside its opinions."""
        return self.model or self.source
