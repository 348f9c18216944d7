"""What an answer listed, and which item of it a follow-up means: 第二条, 第三个, 最后一项."""

from __future__ import annotations

import re

from assistant.understanding.wording import fold
from ingest.structure.headings import ordinal

_MARKERS = re.compile(r"\s*\[\d+\]")
_COUNT = re.compile(r"[一二三四五六七八九十]{1,3}|\d{1,2}")
_ITEM = re.compile(
    rf"(?:第\s*(?P<n>{_COUNT.pattern})\s*(?:条|项|个|点|款|方面|种|类|(?=[呢是怎谁由归具叫讲说指，？]|$))"
    rf"|(?P<last>最[后末]的?(?:一|那)?(?:条|项|个|点|款|种|方面)|末[条项尾]))(?!五年|阶段|季度|年)"
)
_NUMBERED = re.compile(
    r"[（(]\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*[）)]|(?<![\d.])(\d{1,2})[.、．](?!\d)|([一二三四五六七八九十])是"
    r"|(?:^|(?<=[\s。；;：:]))([一二三四五六七八九十]{1,3})、"
)
_CLAUSES = re.compile(r"^(?:[^：:，。]{1,40}[：:])?([^：:。；;]+(?:[；;][^：:。；;]+)+)$")
_RUN = re.compile(r"^(?:[^：:，。]{1,40}[：:])?([^：:。，；、]+(?:、[^：:。，；、]+){1,})$")
_NAMES_APART = re.compile("[、；;]|(?<=[一-鿿]{2})(?:以及|和|及)(?=[^、；;和及]{2,12}$)")
_HEAD = re.compile(r"[：:]\s*$")
_NAME = re.compile(r"^[（(]?[^：:]{3,40}(?=[：:])")
_LAST = -1


def item_named(text: str) -> int | None:
    """The place of the item that a text names: 2 for 第二条, -1 for 最后一个; None where it names none."""
    found = _ITEM.search(text)
    if not found:
        return None
    return _LAST if found["last"] else ordinal(found["n"])


def without_item(text: str) -> str:
    """A text without the words that name an item."""
    return _ITEM.sub("", text)


def item(answer: str, n: int) -> str:
    """The n-th item of what an answer listed (-1 for the last): by its own number, else by its place; "" for none.
    Names in the midst of a sentence are no list."""
    lines = [fold(_MARKERS.sub("", line)) for line in answer.splitlines() if line.strip()]
    head = next((at for at, line in enumerate(lines) if _HEAD.search(line)), None)
    if head is not None and len(lines) - head > 2:
        return _at([(_number(line), _name(line)) for line in lines[head + 1 :]], n)
    whole = " ".join(lines)
    marks = list(_NUMBERED.finditer(whole))
    if len(marks) > 1:
        ends = [*(mark.start() for mark in marks[1:]), len(whole)]
        parts = [_first(whole[mark.end() : end]) for mark, end in zip(marks, ends, strict=True)]
        return _at([(_ordinal(mark), part) for mark, part in zip(marks, parts, strict=True)], n)
    if clauses := _CLAUSES.search(whole.rstrip("。")):
        return _at([(None, part.strip()) for part in re.split("[；;]", clauses.group(1))], n)
    run = _RUN.search(whole.rstrip("。"))
    if run:
        return _at([(None, part.strip()) for part in _NAMES_APART.split(run.group(1))], n)
    return _at([(None, _name(line)) for line in lines], n) if len(lines) > 1 else ""


def is_list(answer: str) -> bool:
    """Whether an answer lists numbered items, or one a line."""
    whole = fold(_MARKERS.sub("", answer))
    return bool(re.match(r"共\d+[项条]", whole)) or len(_NUMBERED.findall(whole)) > 1 or _many_lines(answer)


def _many_lines(answer: str) -> bool:
    lines = answer.splitlines()
    return len(lines) > 3 and any(_HEAD.search(line) for line in lines[:2])


def _at(items: list[tuple[int | None, str]], n: int) -> str:
    own = next((text for number, text in items if number == n), "")
    if own or not items:
        return own
    return items[n if n < 0 else n - 1][1] if n < 0 or n <= len(items) else ""


def _number(line: str) -> int | None:
    mark = _NUMBERED.match(line)
    return _ordinal(mark) if mark else None


def _ordinal(mark: re.Match[str]) -> int | None:
    return ordinal(next(group for group in mark.groups() if group))


def _name(line: str) -> str:
    """What a line lists: without its number, up to its figures."""
    mark = _NUMBERED.match(line)
    bare = line[mark.end() :] if mark else line
    name = _NAME.match(bare)
    return _first(name.group(0) if name else bare)


def _first(text: str) -> str:
    return re.split(r"[；;。]", text)[0].strip(" ，、")
