from __future__ import annotations

import re

import pytest

from assistant.words import present_web

TEXTS = {name: text for name, text in vars(present_web).items() if name.isupper() and isinstance(text, str)}


@pytest.mark.parametrize("name", TEXTS)
def test_every_text_is_chinese(name: str) -> None:
    assert re.search(r"[\u4e00-\u9fff]|^python -m", TEXTS[name])


def test_the_page_says_what_the_licences_are_and_what_is_promised() -> None:
    assert "Apache-2.0" in present_web.ABOUT
    assert "m3e-small 仅供研究使用" in present_web.ABOUT
    assert len(re.findall(r"^\d\. \*\*", present_web.ABOUT, re.M)) == 3
