"""Does a text read as a text: tells Chinese from bytes decoded wrongly and from glyphs without a character map."""

from __future__ import annotations

import re
import unicodedata

# Frequent characters of modern Chinese prose (after Jun Da, Modern Chinese Character Frequency List, 2004), and the
# traditional forms of those that differ. In real plans 44 to 64 % of all Han characters are among them; in Big5,
# EUC-KR, EUC-JP or UTF-8 bytes decoded as GB18030, and in characters drawn at random, 0 to 8 %.
_FREQUENT = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经"
    "么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全"
    "三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任"
    "常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必"
    "國為會產業發區個這來時實現動開關與點長機間問應進過還對學經務資設計術導觀處從無統體變電報單達標準質條類營縣"
)
_FREQUENT_SHARE = 0.15
_HAN = re.compile(r"[㐀-䶿一-鿿豈-﫿𠀀-𲎯]")
_NAMED_GLYPH = re.compile(r"\(cid:\d+\)")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
_VOWEL = re.compile(r"[AEIOUYaeiouyÀ-ÿ]")
_ENOUGH = 20  # characters below which a share says nothing
_WHITE_SPACE = "\t\n\r\f\v"


def is_chinese_likely(text: str) -> bool:
    """False where the Han characters of `text` are too odd a choice for any Chinese text; few characters pass."""
    han = _HAN.findall(text)
    return len(han) < _ENOUGH or sum(c in _FREQUENT for c in han) >= _FREQUENT_SHARE * len(han)


def is_legible(text: str) -> bool:
    """False where a text layer yields glyph numbers, private-use or control characters, or random letters.

    Chinese, English and figures pass, and so does a text too short to judge.
    """
    bare, named = _NAMED_GLYPH.subn("", text)
    seen = [c for c in bare if not c.isspace()]
    total = len(seen) + named
    if total < _ENOUGH:
        return True
    if named + sum(_is_unreadable(c) for c in seen) > 0.3 * total:
        return False
    if len(_HAN.findall(bare)) >= 0.05 * total:
        return is_chinese_likely(bare)
    return _is_latin_likely(seen)


def _is_unreadable(char: str) -> bool:
    """No character at all, or one of a script that no Chinese plan is set in (a glyph number read as a code point)."""
    if char == "�" or (unicodedata.category(char) in {"Cc", "Co", "Cn", "Cs"} and char not in _WHITE_SPACE):
        return True
    return "Ԁ" <= char <= "ᷟ" or "ꀀ" <= char <= "퟿"


def _is_latin_likely(seen: list[str]) -> bool:
    """A text without Han: mostly letters or digits, with vowels where letters are (English, or a page of figures)."""
    letters = [c for c in seen if _LATIN.match(c)]
    if len(letters) + sum(c.isdigit() for c in seen) < 0.5 * len(seen):
        return False
    return len(letters) < _ENOUGH or 0.15 <= sum(bool(_VOWEL.match(c)) for c in letters) / len(letters) <= 0.65
