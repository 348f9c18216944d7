"""The facts of the real documents, and nothing that they do not say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import pytest

from ingest.plans import Located, Plan, PlanFacts
from tests.ingest.outlines import plan_in, told


@pytest.mark.parametrize("name", [field.name for field in fields(PlanFacts)])
def test_every_value_stands_in_the_text_at_its_span(name: str, real_plans: Path) -> None:
    for path in sorted([*real_plans.glob("*/*")]):
        plan = plan_in(path)
        value = getattr(plan.facts, name)
        if isinstance(value, Located):
            assert same(plan, name, value), (path.name, value)


def same(plan: Plan, name: str, value: Located) -> bool:
    """A region may stand by a short name, a decree's number on two lines; all else is verbatim but for white space."""
    quote, words = ("".join(text.split()) for text in (plan.quote(value.span), value.value))
    if name == "region":
        return quote[-2:] in words or words[:2] in quote
    return words in quote.translate(str.maketrans("一", "—", "（）“”")) or words in quote


REAL: Mapping[str, dict[str, str]] = {
    "seeds/临安区十四五科技创新规划.txt": {
        "title": "杭州市临安区“十四五”科技创新规划",
        "region": "杭州市临安区",
        "level": "县区",
        "date": "2022年3月",
        "period": "2021年至2025年",
        "kind": "规划",
    },
    "seeds/临安科技2020年工作报道.txt": {
        "title": "硕果累累 各项指标创历史新高",
        "region": "临安区",
        "level": "县区",
        "kind": "报道",
    },
    "seeds/临平区十四五科技创新发展规划_节选.txt": {
        "title": "临平区“十四五”科技创新发展规划",
        "region": "临平区",
        "level": "县区",
        "issuer": "杭州市临平区人民政府办公室",
        "date": "2021年12月10日",
        "period": "2021-2025年",
        "kind": "规划",
    },
    "seeds/杭州市科学技术发展十四五规划.txt": {
        "title": "杭州市科学技术发展“十四五”规划",
        "region": "杭州市",
        "level": "市",
        "issuer": "杭州市人民政府",
        "date": "2021年12月11日",
        "period": "2021—2025年,展望至2035年",
        "kind": "规划",
    },
    "seeds/滨江区创新滨江实施意见_征求意见稿.txt": {
        "title": "关于建设创新滨江加快形成新质生产力的实施意见",
        "region": "滨江区",
        "level": "县区",
        "kind": "意见",
        "status": "征求意见稿",
    },
    "more/beijing_shengtai_xiufu.txt": {
        "title": "北京市国土空间生态修复规划（2021年-2035年）（草案）",
        "region": "北京市",
        "level": "省",
        "issuer": "北京市规划和自然资源委员会",
        "date": "2021年9月",
        "period": "2021 年至 2035 年",
        "kind": "规划",
        "status": "草案",
    },
    "more/beijing_shujuzhuanqu_2022.txt": {
        "title": "关于推进北京市数据专区建设的指导意见",
        "region": "北京市",
        "level": "省",
        "issuer": "北京市经济和信息化局",
        "number": "京经信发〔2022〕87号",
        "date": "2022年11月21日",
        "kind": "意见",
    },
    "more/chengshi_tijian_2020_fangan.txt": {
        "title": "2020年城市体检工作方案（含2020年城市体检指标体系）",
        "kind": "方案",
    },
    "more/chengshi_tijian_guicheng.txt": {
        "title": "国土空间规划城市体检评估规程（试行）2020",
        "date": "2020年10月19日",
        "kind": "其他",
        "status": "试行",
    },
    "more/govcn_5338761.html": {
        "title": "政府网站集约化试点工作方案",
        "level": "国家",
        "issuer": "国务院办公厅",
        "number": "国办函〔2018〕71号",
        "date": "2018年10月27日",
        "kind": "方案",
    },
    "more/govcn_5354222.html": {
        "title": "国务院关于河北雄安新区总体规划（2018—2035年）的批复",
        "region": "河北雄安新区",
        "level": "国家",
        "issuer": "国务院",
        "number": "国函〔2018〕159号",
        "date": "2018年12月25日",
        "period": "2018—2035年",
        "kind": "其他",
    },
    "more/govcn_5358604.html": {
        "title": "国家组织药品集中采购和使用试点方案",
        "level": "国家",
        "issuer": "国务院办公厅",
        "number": "国办发〔2019〕2号",
        "date": "2019年01月01日",
        "kind": "方案",
    },
    "more/guangdong_ggsj_banfa.txt": {
        "title": "广东省公共数据管理办法",
        "region": "广东省",
        "level": "省",
        "issuer": "广东省人民政府",
        "number": "广东省人民政府令第290号",
        "date": "2021年10月18日",
        "kind": "办法",
    },
    "more/national_06th_plan.txt": {
        "title": "中华人民共和国国民经济和社会发展第六个五年计划",
        "level": "国家",
        "period": "1981—1985",
        "kind": "规划",
    },
    "more/putian_shuangzhao_10tiao.txt": {
        "title": "关于支持“双招双引”的十条意见（莆田市，节选两条）",
        "region": "莆田市",
        "level": "市",
        "kind": "意见",
        "status": "节选",
    },
    "more/shiji_guotukongjian_zhinan.txt": {
        "title": "市级国土空间总体规划编制指南（试行）征求意见稿2020-08",
        "level": "国家",
        "issuer": "自然资源部",
        "date": "二〇二〇年八月",
        "kind": "其他",
        "status": "征求意见稿",
    },
}


@pytest.mark.parametrize("file", REAL)
def test_the_facts_of_the_real_documents_are_read_and_no_others(file: str, real_plans: Path) -> None:
    assert told(plan_in(real_plans / file).facts) == REAL[file]
