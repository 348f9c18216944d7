"""Nouns to bytes and back: JSON by their own type hints, zlib-compressed. Nothing that is read back can run code."""

from __future__ import annotations

import zlib
from functools import cache, lru_cache
from typing import Any, TypeVar

import numpy as np
from pydantic import TypeAdapter

from ingest.plans import Conflict, Indicator, Measure, Plan, PlanFacts

Noun = TypeVar("Noun", Plan, PlanFacts, Indicator, Measure, Conflict)

_KEPT = 8192


def pack(noun: Plan | PlanFacts | Indicator | Measure | Conflict) -> bytes:
    """A noun of the corpus as compressed JSON."""
    return zlib.compress(_adapter(type(noun)).dump_json(noun), 6)


def unpack(kind: type[Noun], packed: bytes) -> Noun:
    """The noun that `pack` was given; equal to it in every field."""
    return _adapter(kind).validate_json(zlib.decompress(packed))


@lru_cache(_KEPT)
def unpack_kept(kind: type[Noun], packed: bytes) -> Noun:
    """`unpack` for small nouns that are read again and again: the same bytes are always the same, unchangeable noun."""
    return unpack(kind, packed)


def pack_vector(vector: np.ndarray) -> bytes:
    """A vector as little-endian float32."""
    return np.ascontiguousarray(vector, dtype="<f4").tobytes()


def unpack_vector(packed: bytes) -> np.ndarray:
    """The vector that `pack_vector` was given, shape (dimension,)."""
    return np.frombuffer(packed, dtype="<f4")


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
