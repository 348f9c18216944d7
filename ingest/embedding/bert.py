"""A small BERT read with NumPy: turns a question into a vector half a second after the process started.

Importing sentence-transformers takes six seconds and more before the first vector; a question is one short text, for
which this forward pass (Devlin et al. 2019, arXiv:1810.04805, post-norm layers, GELU with erf) gives the same vector to
six digits. It keeps to one thread: on small matrices a second one gains little, and on a busy machine the two wait for
each other. Passages, which come by the thousand, go through sentence-transformers, which is twice as fast at that.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Linear:
    """A linear map; `weight` has shape (inputs, outputs), as it is read when a state stands before it."""

    weight: np.ndarray
    bias: np.ndarray

    def __call__(self, state: np.ndarray) -> np.ndarray:
        return state @ self.weight + self.bias


@dataclass(frozen=True, slots=True)
class _Norm:
    """Layer normalisation over the hidden axis (Ba et al. 2016, arXiv:1607.06450)."""

    weight: np.ndarray
    bias: np.ndarray
    epsilon: np.float32

    def __call__(self, state: np.ndarray) -> np.ndarray:
        centred = state - state.mean(axis=-1, keepdims=True)
        scale = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + self.epsilon)
        return centred / scale * self.weight + self.bias


@dataclass(frozen=True, slots=True)
class _Layer:
    """One encoder layer; `heads_in` makes queries, keys and values in one product."""

    heads: int
    heads_in: _Linear
    heads_out: _Linear
    widen: _Linear
    narrow: _Linear
    attended: _Norm
    done: _Norm

    def __call__(self, state: np.ndarray) -> np.ndarray:
        """The next states of a text, shape (tokens, hidden)."""
        cut = self.heads_in(state).reshape(len(state), 3, self.heads, -1)
        query, key, value = cut.transpose(1, 2, 0, 3)  # each (heads, tokens, hidden / heads)
        scores = query @ key.transpose(0, 2, 1) / np.float32(np.sqrt(query.shape[-1]))
        weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
        weights /= weights.sum(axis=-1, keepdims=True)
        mixed = (weights @ value).transpose(1, 0, 2).reshape(state.shape)
        state = self.attended(state + self.heads_out(mixed))
        return self.done(state + self.narrow(gelu(self.widen(state))))


@dataclass(frozen=True, slots=True)
class _Stored:
    """The arrays of a model file by their names."""

    arrays: dict[str, np.ndarray]
    epsilon: np.float32

    def linear(self, *names: str) -> _Linear:
        """The maps of these names, side by side."""
        weight = np.concatenate([self.arrays[f"{name}.weight"].T for name in names], axis=1)
        return _Linear(np.ascontiguousarray(weight), np.concatenate([self.arrays[f"{name}.bias"] for name in names]))

    def norm(self, name: str) -> _Norm:
        """The normalisation behind a step."""
        weight, bias = (self.arrays[f"{name}.LayerNorm.{part}"] for part in ("weight", "bias"))
        return _Norm(weight, bias, self.epsilon)

    def layer(self, name: str, heads: int) -> _Layer:
        """An encoder layer."""
        return _Layer(
            heads,
            self.linear(*(f"{name}.attention.self.{part}" for part in ("query", "key", "value"))),
            self.linear(f"{name}.attention.output.dense"),
            self.linear(f"{name}.intermediate.dense"),
            self.linear(f"{name}.output.dense"),
            self.norm(f"{name}.attention.output"),
            self.norm(f"{name}.output"),
        )


class Bert:
    """The model of one folder, weights in float32."""

    def __init__(self, folder: Path) -> None:
        config = _json(folder / CONFIG)
        stored = _Stored(load_file(folder / WEIGHTS), np.float32(config["layer_norm_eps"]))
        self._words, self._places, self._kinds = (
            stored.arrays[f"embeddings.{part}_embeddings.weight"] for part in ("word", "position", "token_type")
        )
        self._entry = stored.norm("embeddings")
        self._layers = [
            stored.layer(f"encoder.layer.{number}", config["num_attention_heads"])
            for number in range(config["num_hidden_layers"])
        ]
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
        state = self._entry(self._words[ids] + self._places[: len(ids)] + self._kinds[0])
        for layer in self._layers:
            state = layer(state)
        pooled = state[0] if self._first_only else state.mean(axis=0)
        return pooled / np.linalg.norm(pooled)


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
