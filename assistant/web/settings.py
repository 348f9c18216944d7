"""What someone may tune about the page, each with its environment variable."""

from __future__ import annotations

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class WebSettings(BaseSettings):
    """Read from the environment with the prefix GUIWEN_WEB_."""

    model_config = SettingsConfigDict(env_prefix="GUIWEN_WEB_")

    host: str = Field("127.0.0.1", description="监听地址")
    port: int = Field(7860, ge=0, le=65535, description="端口")
    queue_size: int = Field(32, ge=1, description="排队等候的提问上限")
    answers_at_once: int = Field(4, ge=1, description="同时作答的提问数")
    turns_kept: int = Field(20, ge=1, description="一个对话里保留的问答轮数")
    session_minutes: int = Field(120, ge=1, description="闲置对话保留的时间（分钟）")
    request_kb: int = Field(256, ge=16, description="单个请求的大小上限（KB）")
    feedback_mb: int = Field(20, ge=1, description="记“有用”“没用”的文件的大小上限（MB）")
    redraw_ms: int = Field(60, ge=0, description="作答过程中两次刷新的最短间隔（毫秒）")
