"""The embedding model: the only door to sentence-transformers. Loaded when the first vector is asked for.

`python -m ingest.embedding.embed` fetches the default model (see weights.py), once.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from zlib import crc32

import numpy as np

from ingest.embedding import weights
from ingest.errors import GuiwenError, ModelMissing
from ingest.settings import IngestSettings, from_environment

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

    from ingest.embedding.bert import Bert

HASHING = "hashing"


class Embedder(Protocol):
    """Texts to unit vectors of float32. Any number of threads may ask at once."""

    name: str

    @property
    def dimension(self) -> int:
        """Length of every vector."""

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        """One row a text, shape (len(texts), dimension)."""

    def embed_query(self, text: str) -> np.ndarray:
        """Shape (dimension,)."""


def open_embedder(settings: IngestSettings) -> Embedder:
    """The model that the settings name; nothing is loaded yet."""
    if settings.embedding_model == HASHING:
        return HashingEmbedder()
    return SentenceEmbedder(settings)


class SentenceEmbedder:
    """A model of sentence-transformers: the default one from `models_dir`, a local folder, or a hub's name.

    A hub is asked only where `embedding_model` is neither the default nor a folder. Raises ModelMissing.
    """

    def __init__(self, settings: IngestSettings) -> None:
        self.name = settings.embedding_model
        self._folder = settings.models_dir / weights.NAME if self.name == weights.NAME else Path(self.name)
        self._batch = settings.embedding_batch
        self._model: SentenceTransformer | None = None
        self._reader: Bert | None = None
        self._loading = threading.Lock()

    @property
    def dimension(self) -> int:
        """Length of every vector; taken from a vector, because folders differ in where they state it."""
        return len(self.embed_query("规划"))

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        """Vectors of many texts, through sentence-transformers; texts of like length are best asked for together."""
        model = self._full_model()
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        options = {"batch_size": self._batch, "normalize_embeddings": True, "show_progress_bar": False}
        return model.encode(list(texts), **options).astype(np.float32, copy=False)

    def embed_query(self, text: str) -> np.ndarray:
        """The vector of a question: by the quick reader where it understands the model, else like a passage."""
        with self._loading:
            if self._reader is None and self._model is None:
                self._check_folder()
                self._reader = _quick_reader(self._folder)
        if self._reader is not None:
            return self._reader.vector(text)
        options = {"batch_size": 1, "normalize_embeddings": True, "show_progress_bar": False}
        return self._full_model().encode_query([text], **options)[0].astype(np.float32, copy=False)

    def _full_model(self) -> SentenceTransformer:
        with self._loading:
            if self._model is None:
                self._check_folder()
                self._model = _load(self._folder if self._folder.is_dir() else self.name)
            return self._model

    def _check_folder(self) -> None:
        if self.name == weights.NAME and not weights.complete(self._folder):
            raise ModelMissing(
                f"向量模型不在 {self._folder}：请先运行 make app（或 python -m ingest.embedding.embed）取得模型。"
            )


class HashingEmbedder:
    """Character bigrams hashed into 256 buckets: no model, no wait, and texts that share words are near each other.

    For tests, and for trying the program where no model can be had (EMBEDDING_MODEL=hashing).
    """

    name = HASHING
    dimension = 256

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        """One row a text."""
        vectors = [self.embed_query(text) for text in texts]
        return np.stack(vectors) if vectors else np.empty((0, self.dimension), np.float32)

    def embed_query(self, text: str) -> np.ndarray:
        """Counts of the bigrams of the text, scaled to length 1; an empty text has a vector of its own."""
        vector = np.zeros(self.dimension, dtype=np.float32)
        framed = f" {text.lower()} "
        for start in range(len(framed) - 1):
            vector[crc32(framed[start : start + 2].encode()) % self.dimension] += 1
        return vector / np.linalg.norm(vector)


def _quick_reader(folder: Path) -> Bert | None:
    """The NumPy reader of a model folder; None where it does not understand the model (or there is no folder)."""
    from ingest.embedding import bert

    return bert.Bert(folder) if bert.can_read(folder) else None


def _load(place: Path | str) -> SentenceTransformer:
    """Load a model; a folder is loaded without asking any hub."""
    if isinstance(place, Path):
        os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1", HF_HUB_DISABLE_PROGRESS_BARS="1")
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(str(place), device="cpu", model_kwargs={"use_safetensors": True})
    except (OSError, ValueError) as error:
        raise ModelMissing(
            f"取不到向量模型 {place}：请检查 EMBEDDING_MODEL 的名称、目录或网络；默认模型由 make app 取得。"
        ) from error


def main() -> int:
    """Fetch the default model unless another one is set or it is there; 0, or 1 with a sentence on stderr."""
    try:
        settings = from_environment(IngestSettings)
        if settings.embedding_model == weights.NAME:
            weights.fetch(settings.models_dir)
    except GuiwenError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
