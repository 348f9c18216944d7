"""What someone may tune about reading and storing, each with its environment variable."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from ingest.errors import WrongSetting

Settings = TypeVar("Settings", bound=BaseSettings)


class IngestSettings(BaseSettings):
    """Read from the environment (prefix GUIWEN_, except the two names that others share)."""

    model_config = SettingsConfigDict(env_prefix="GUIWEN_", populate_by_name=True)

    store: Path = Field(Path(".guiwen/store"), description="知识库目录")
    embedding_model: str = Field(
        "m3e-small", alias="EMBEDDING_MODEL", description="向量模型：m3e-small、模型库名称或本地目录"
    )
    models_dir: Path = Field(Path(".guiwen/models"), description="模型文件目录")
    concepts: Path = Field(Path(".guiwen/concepts.toml"), description="已确认的指标名称对照表（一个文件）")
    chroma_url: str = Field("", alias="CHROMA_URL", description="外部 Chroma 服务地址；空为内嵌")
    embedding_batch: int = Field(16, ge=1, description="每批向量化的条款数")
    body_weight: float = Field(1.0, ge=0, description="关键词检索中条款正文的权重")
    context_weight: float = Field(1.0, ge=0, description="关键词检索中规划名、篇章路径和表头的权重")
    query_matches: int = Field(
        100_000, ge=1000, description="全库关键词检索时，所用的词合计最多命中多少条款（先用少见的词）"
    )
    passage_chars: int = Field(160, ge=60, description="条款的目标长度（字）")
    max_file_mb: int = Field(100, ge=1, description="单个文件的大小上限（MB）")
    max_pages: int = Field(2000, ge=1, description="PDF 页数上限")
    max_chars: int = Field(3_000_000, ge=1000, description="单个文件的字数上限")
    parse_seconds: int = Field(120, ge=1, description="解析单个文件的时间上限（秒）")
    parse_memory_mb: int = Field(2048, ge=256, description="解析进程的内存上限（MB）")


def from_environment(kind: type[Settings]) -> Settings:
    """The settings of a kind as the environment has them; raises `WrongSetting`, naming each variable and its value."""
    try:
        return kind()
    except ValidationError as error:
        prefix = kind.model_config["env_prefix"]
        wrong = [(str(one["loc"][0]), one["input"]) for one in error.errors()]
        named = (f"{n if n.isupper() else f'{prefix}{n.upper()}'} 不能是 {value}" for n, value in wrong)
        raise WrongSetting(f"环境变量设置有误：{'；'.join(named)}。") from error
