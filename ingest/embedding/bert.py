"""A small BERT read with NumPy: turns a question into a vector half a second after the process started.

Importing sentence-transformers takes six seconds and more before the first vector; a question is one short text, for
which this forward pass (Devlin et al. 2019, arXiv:1810.04805, post-norm layers, GELU with erf) gives the same vector to
six digits. It keeps to one thread: on small matrices a second one gains little, and on a busy machine the two wait for
each other. Passages, which come by the thousand, go through sentence-transformers, which is twice as fast at that.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import load_file
from threadpoolctl import ThreadpoolController
from tokenizers import Tokenizer

WEIGHTS, TOKENIZER, CONFIG = "model.safetensors", "tokenizer.json", "config.json"
_ERF = np.float32([1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592])
"""Coefficients of the approximation that `gelu` uses (7.1.26), highest power first."""
_POOLING, _PROMPTS = Path("1_Pooling") / "config.json", "config_sentence_transformers.json"


def can_read(folder: Path) -> bool:
    """Whether a model folder holds what this module understands: a plain BERT with mean or first-token pooling."""
    if not all((folder / name).is_file() for name in (WEIGHTS, TOKENIZER, CONFIG)):
        return False
    config = _json(folder / CONFIG)
    plain = config.get("model_type") == "bert" and config.get("hidden_act") == "gelu"
    absolute = config.get("position_embedding_type", "absolute") == "absolute"
    prompted = (folder / _PROMPTS).is_file() and _json(folder / _PROMPTS).get("prompts")
    return plain and absolute and not prompted and _pooling(folder) is not None


class Bert:
    """The model of one folder, weights in float32."""

    def __init__(self, folder: Path) -> None:
        config = _json(folder / CONFIG)
        self._layers: int = config["num_hidden_layers"]
        self._heads: int = config["num_attention_heads"]
        self._epsilon = np.float32(config["layer_norm_eps"])
        self._weights = load_file(folder / WEIGHTS)
        self._first_only = _pooling(folder) == "cls"
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.enable_truncation(config["max_position_embeddings"])
        self._tokenizer.no_padding()
        self._threads = ThreadpoolController()

    def vector(self, text: str) -> np.ndarray:
        """The unit vector of one text, shape (hidden,); text beyond the model's window is cut off."""
        with self._threads.limit(limits=1, user_api="blas"):
            return self._forward(text)

    def _forward(self, text: str) -> np.ndarray:
        ids = self._tokenizer.encode(text).ids
        state = self._weights["embeddings.word_embeddings.weight"][ids]
        state = state + self._weights["embeddings.position_embeddings.weight"][: len(ids)]
        state = self._norm(state + self._weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for layer in range(self._layers):
            state = self._layer(state, f"encoder.layer.{layer}.")
        pooled = state[0] if self._first_only else state.mean(axis=0)
        return pooled / np.linalg.norm(pooled)

    def _layer(self, state: np.ndarray, name: str) -> np.ndarray:
        """One encoder layer over the states of a text, shape (tokens, hidden)."""
        query, key, value = (self._split(state, f"{name}attention.self.{part}") for part in ("query", "key", "value"))
        scores = query @ key.transpose(0, 2, 1) / np.float32(np.sqrt(query.shape[-1]))
        weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
        weights /= weights.sum(axis=-1, keepdims=True)
        mixed = (weights @ value).transpose(1, 0, 2).reshape(state.shape)
        mixed = self._linear(mixed, f"{name}attention.output.dense")
        state = self._norm(state + mixed, f"{name}attention.output.LayerNorm")
        inner = gelu(self._linear(state, f"{name}intermediate.dense"))
        return self._norm(state + self._linear(inner, f"{name}output.dense"), f"{name}output.LayerNorm")

    def _split(self, state: np.ndarray, name: str) -> np.ndarray:
        """A linear map cut into heads, shape (heads, tokens, hidden / heads)."""
        return self._linear(state, name).reshape(len(state), self._heads, -1).transpose(1, 0, 2)

    def _linear(self, state: np.ndarray, name: str) -> np.ndarray:
        return state @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]

    def _norm(self, state: np.ndarray, name: str) -> np.ndarray:
        centred = state - state.mean(axis=-1, keepdims=True)
        scale = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + self._epsilon)
        return centred / scale * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]


def gelu(x: np.ndarray) -> np.ndarray:
    """x · Φ(x), float32, any shape (Hendrycks and Gimpel 2016, arXiv:1606.08415).

    Φ by the rational approximation of erf in Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 7.1.26,
    whose error is at most 1.5e-7: as good as float32 holds, at a tenth of the time of scipy's erf.
    """
    z = np.abs(x) * np.float32(np.sqrt(0.5))
    t = 1 / (1 + np.float32(0.3275911) * z)
    tail = np.zeros_like(t)
    for coefficient in _ERF:
        tail = (tail + coefficient) * t
    tail *= np.float32(0.5) * np.exp(-z * z)
    return x * np.where(x < 0, tail, 1 - tail)


def _pooling(folder: Path) -> str | None:
    """Mean ("mean", also where the folder does not say), "cls", or None for anything else."""
    if not (folder / _POOLING).is_file():
        return "mean"
    config = _json(folder / _POOLING)
    modes = {name for name, value in config.items() if name.startswith("pooling_mode") and value is True}
    named = config.get("pooling_mode")
    if modes == {"pooling_mode_mean_tokens"} or named == "mean":
        return "mean"
    return "cls" if modes == {"pooling_mode_cls_token"} or named == "cls" else None


def _json(file: Path) -> dict[str, Any]:
    return json.loads(file.read_text("utf-8"))
