"""The words for why two values differ."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.plans import Indicator

FLOW_AND_STOCK = "口径不同：一为每年的数，一为总数（累计拥有量），不能直接相比"

SET_UNDER_YEARS = "年份不一致：同一数值标在不同年份之下，文本没有说明原因"

UNEXPLAINED = "数值不同，文本没有说明原因，请以发文机关的解释为准"


def why_different(found: Sequence[Indicator]) -> str:
    """Why values may differ, as far as the records tell."""
    flows = {bool(re.search("新增|新引进|新培育|新认定", f"{i.nature}{i.name}{i.quote}")) for i in found}
    expected = {"预计" in f"{i.nature}{i.quote}" for i in found}
    months = {bool(re.search(r"\d+\s*[~～—–-]\s*\d+\s*月", f"{i.nature}{i.quote}")) for i in found}
    if len(flows) > 1:
        return "口径不同：一为新增数，一为总数（累计拥有量），不能直接相比"
    if len(months) > 1:
        return "时点不同：一为当年部分月份的数，一为全年数"
    if len(expected) > 1:
        return "时点不同：一为预计数，一为实际数"
    if len({i.year for i in found}) > 1:
        return "时点不同：各值的年份不同"
    return UNEXPLAINED
