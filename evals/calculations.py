"""Whether a stated calculation is right: the expression is worked out again and compared with its result."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable
from decimal import Decimal, DecimalException

from evals.outputs import Calculated

_SIGNS = str.maketrans({"−": "-", "–": "-", "×": "*", "÷": "/", "（": "(", "）": ")", "＋": "+", ",": None, "，": None})
_UNITS = re.compile(r"(?<=\d)\s*(?:[%‰]|[\u4e00-\u9fff]+)")
_INLINE = re.compile(
    r"(?P<e>[(（]?\d[\d.]*(?:[)）]?\s?[-+−×÷^*/]\s?[(（]?\d[\d.]*[)）]?){1,8})\s?[=＝≈]\s?(?P<r>-?\d+(?:\.\d+)?)\s?(?P<u>%|个?百分点)?"
)
_ALLOWED = re.compile(r"[\d.+\-*/() ]{1,400}")
_OPERATIONS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


def holds(calculation: Calculated) -> bool | None:
    """Whether the result follows from the expression, at the result's own precision; None where it cannot be read.

    A share or a growth may be stated in percent of what the expression gives.
    """
    try:
        stated = Decimal(calculation.result.replace(",", ""))
        value = worked_out(calculation.expression)
    except (DecimalException, ValueError):
        return None
    candidates = [value, abs(value)] + ([value * 100] if calculation.unit in ("%", "个百分点", "百分点") else [])
    step = Decimal(1).scaleb(min(0, stated.as_tuple().exponent))
    return any(abs(one - stated) <= step / 2 for one in candidates)


def inline(text: str) -> tuple[Calculated, ...]:
    """The sums written out in a text: "1200-813=387家"."""
    return tuple(Calculated(expression=m["e"], result=m["r"], unit=m["u"] or "") for m in _INLINE.finditer(text))


def worked_out(expression: str) -> Decimal:
    """The value of an expression of plain numbers; ValueError where it holds anything else."""
    plain = _UNITS.sub("", expression).translate(_SIGNS).replace("^", "**").strip()
    if not _ALLOWED.fullmatch(plain):
        raise ValueError(expression)
    try:
        return _value(ast.parse(plain, mode="eval").body)
    except (SyntaxError, RecursionError) as error:
        raise ValueError(expression) from error


def _value(node: ast.expr) -> Decimal:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return Decimal(str(node.value))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        left, right = _value(node.left), _value(node.right)
        if isinstance(node.op, ast.Pow) and abs(right) > 20:
            raise ValueError("power")
        return _OPERATIONS[type(node.op)](left, right)
    raise ValueError(ast.dump(node))
