"""Numerals: Arabic and Chinese number words to exact decimals.

Only pure numeral spans come here ("一千二百", "1,234.5", "二〇二五"); telling a numeral from a word that happens to
contain one (一带一路, 万人) is the work of `quantities`. cn2an does the same for plain cases, but raises on the circle
that older plans write for zero ("一○○万") and costs several times as much a call.
"""

from __future__ import annotations

from decimal import Decimal

DIGITS = {
    "〇": 0,
    "○": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_HALF_WIDTH = str.maketrans("０１２３４５６７８９％．／＋＞＜（）　－", "0123456789%./+><() -")


def half_width(text: str) -> str:
    """Digits, percent signs, brackets and the like in their half-width form; the length stays the same."""
    return text.translate(_HALF_WIDTH)


def arabic(numeral: str) -> Decimal:
    """A numeral like 1,234.5 as a decimal. Raises `decimal.InvalidOperation` for other text."""
    return Decimal(numeral.replace(",", ""))


def chinese(numeral: str) -> Decimal:
    """A Chinese numeral as a decimal: 三百五十, 四亿六千五百万, 二〇二五, 二点二四亿. Raises `ValueError` else."""
    whole, _, fraction = numeral.partition("点")
    digits = fraction.rstrip("万亿")
    if digits != fraction:
        return chinese(f"{whole}点{digits}") * _whole("一" + fraction[len(digits) :])
    if not whole or (fraction and any(sign not in DIGITS for sign in fraction)):
        raise ValueError(f"not a numeral: {numeral!r}")
    value = Decimal(_whole(whole))
    if fraction:
        value += Decimal("0." + "".join(str(DIGITS[sign]) for sign in fraction))
    return value


def _whole(numeral: str) -> int:
    """A whole number, digit by digit (二〇二五, 一二万) or by places (三百五十, 四亿六千五百万)."""
    head = numeral.rstrip("万亿")
    if len(head) > 1 and all(sign in DIGITS for sign in head):
        value = int("".join(str(DIGITS[sign]) for sign in head))
        for sign in numeral[len(head) :]:
            value *= _LARGE[sign]
        return value
    total = section = digit = 0
    for sign in numeral:
        if sign in DIGITS:
            digit = DIGITS[sign]
        elif sign in _SMALL:
            section += (digit or 1) * _SMALL[sign]
            digit = 0
        elif sign in _LARGE:
            pending = section + digit
            if sign == "亿":
                total = (total + pending or 1) * _LARGE[sign]
            else:
                total += (pending or 1) * _LARGE[sign]
            section = digit = 0
        else:
            raise ValueError(f"not a numeral: {numeral!r}")
    return total + section + digit
