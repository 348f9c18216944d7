from __future__ import annotations

from pathlib import Path

from assistant.records.predicates import with_predicate
from tests.assistant.gathering import gathered, over

PLAN = """# 平湖市科技创新规划

## 一、短板

加强与科研院所合作，推动港区科研院所引进项目落地，争创示范区。港区院所尚未扎根，目前仅有2家科研院所注册在平湖。
"""


def test_what_a_yes_no_question_says_last_decides_which_sentence_comes_first(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=PLAN) as library:
        asked = gathered(library, "平湖港区引进的科研院所都注册了吗")
        assert "注册" in with_predicate(asked.candidates, asked)[0].text
        assert len(with_predicate(asked.candidates, asked)) == len(asked.candidates)
        listed = gathered(library, "平湖港区引进科研院所有哪些做法，注册")
        assert with_predicate(listed.candidates, listed) == list(listed.candidates)


STORY = """# 平湖市科技创新规划

## 一、短板

港区科技城承担了科研院所改革的重任，院所工作难以推进。表现在四方面：土地利用率不高，项目空置。引进院所与产业匹配度不高，中试项目落地难，专门机构的力量也没有加强。多数院所没有工商注册，成果外流。

加强与港区科研院所合作，推动院所引进项目落地。
"""


def test_what_stands_before_a_sentence_tells_what_it_is_about(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=STORY) as library:
        asked = gathered(library, "港区科技城引进的科研院所都注册了吗")
        first = with_predicate(asked.candidates, asked)[0]
        assert "注册" in first.text
        assert first.coverage + first.context >= 0.6
