from __future__ import annotations

from pathlib import Path

from assistant.answers import AnswerStatus
from assistant.chain import Assistant
from assistant.composing.compose import compose
from assistant.composing.sentences import better_told, in_sentences, refuse, sentence_for
from assistant.questions import Question
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said

FUNDS = """# 桐乡市科技创新规划

## 一、基础

2020年，科技型中小企业达到860家。2020年创新指数得分为151分，居全市第3位。

## 二、金融

建设支持科技型中小企业成长的合作基金30支以上。
"""


def test_sentences_are_quoted_with_their_places(library: Library) -> None:
    draft = in_sentences(gathered(library, "揭榜挂帅怎么推行"))
    assert quoted(draft, library)[0].startswith("推行“揭榜挂帅”制度")
    assert all(claim.sources for claim in draft.claims)


def test_where_no_sentence_covers_the_question_it_is_refused(library: Library) -> None:
    evidence = gathered(library, "量子通信干线怎么建")
    assert in_sentences(evidence).status is AnswerStatus.NOT_IN_PLANS
    assert refuse(evidence).claims[0].sources == ()


def test_a_part_without_a_typed_value_is_answered_by_its_sentence(library: Library) -> None:
    (claim,) = sentence_for(gathered(library, "五年引进多少名海外工程师"), "五年引进多少名海外工程师")
    assert "120名" in claim.text
    assert sentence_for(gathered(library, "量子干线多少公里"), "量子干线多少公里") == []


def test_a_sentence_that_covers_clearly_more_stands_in_for_values(tmp_path: Path) -> None:
    with over(tmp_path, 桐乡=FUNDS) as library:
        evidence = gathered(library, "桐乡支持科技型中小企业的合作基金要建多少支")
        better = better_told(evidence, [])
        assert better is not None
        assert "合作基金30支以上" in better.text
        assert "860家" not in said(compose(evidence))


def test_typed_values_that_say_as_much_are_kept(library: Library) -> None:
    evidence = gathered(library, "南湖2025年国家高新技术企业目标是多少")
    assert better_told(evidence, list(compose(evidence).claims)) is None


def test_a_sentence_that_only_names_what_is_asked_comes_with_its_explanation(tmp_path: Path) -> None:
    plan = (
        "# 桐乡市创新规划\n\n## 一、目标\n\n实施“双增双提”工程。增的是企业数量与研发投入。提的是平台能级与人才密度。\n"
    )
    with over(tmp_path, 桐乡=plan) as library:
        told = said(compose(gathered(library, "双增双提是什么")))
    assert "企业数量" in told
    assert "人才密度" in told


def test_a_short_look_up_keeps_to_its_value(library: Library) -> None:
    assert "450家" in said(compose(gathered(library, "南湖 高企 2025")))


def test_a_sentence_on_a_park_does_not_stand_in_for_the_district(tmp_path: Path) -> None:
    told = (
        "# 秀洲区科技创新“十四五”规划\n\n秀洲区人民政府\n\n## 一、发展基础\n\n"
        "2020年，全区累计重点扶持高新技术企业420家。\n\n## 二、鹃湖科技城\n\n"
        "2020年底，鹃湖科技城有规模企业139家，国家高新技术企业128家。\n"
    )
    with over(tmp_path, 秀洲=told) as library:
        answer = Assistant(library).answer(Question("秀洲区2020年国家高新技术企业多少家？"))
    assert "420家" in answer.text
    assert "128家" not in answer.text


def test_a_label_is_told_with_what_follows_it(tmp_path: Path) -> None:
    plan = "# 桐乡市人才意见\n\n## 一、项目\n\n8.“青桐计划”创业项目。5年内扶持60家创业企业。给予启动资金。\n"
    with over(tmp_path, 桐乡=plan) as library:
        told = said(in_sentences(gathered(library, "桐乡青桐计划给什么支持")))
    assert "扶持60家创业企业" in told
    assert "启动资金" in told
