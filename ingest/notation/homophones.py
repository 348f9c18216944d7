"""Characters that sound alike: what a Chinese input method offers beside the one that was meant."""

from __future__ import annotations

import os
import unicodedata
from functools import cache

_PLAIN = range(0x4E00, 0x9FA6)
_USUAL = range(0xB0, 0xD8)  # first bytes of the 3755 usual characters of GB 2312
_CONFUSED = {"卷": "券", "券": "卷"}  # taken for each other by their shape


def homophones(character: str) -> frozenset[str]:
    """Every usual character that may be read as a character usually is, whatever the tone: 列 → 例, 烈, 猎 …"""
    usual = next(iter(_readings(character)), "")
    return _by_reading().get(usual, frozenset()) - {character} | {*_CONFUSED.get(character, "")}


def _readings(character: str) -> list[str]:
    """The readings of a character without their tones, the usual one first."""
    return [_toneless(reading) for reading in _pinyin().get(ord(character), "").split(",") if reading]


def _toneless(reading: str) -> str:
    """hú → hu, lǜ → lü: without the marks of tones, which are all but the two dots of ü."""
    parted = unicodedata.normalize("NFD", reading)
    kept = "".join(c for c in parted if not unicodedata.combining(c) or c == "\u0308")
    return unicodedata.normalize("NFC", kept)


@cache
def _by_reading() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for character in filter(_is_usual, map(chr, _PLAIN)):
        for reading in _readings(character):
            found.setdefault(reading, set()).add(character)
    return {reading: frozenset(characters) for reading, characters in found.items()}


def _is_usual(character: str) -> bool:
    return character.encode("gb2312", "ignore")[:1] in {bytes([byte]) for byte in _USUAL}


@cache
def _pinyin() -> dict[int, str]:
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # readings of phrases take most of the time of importing
    from pypinyin.pinyin_dict import pinyin_dict

    return pinyin_dict
