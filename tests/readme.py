"""The parts of README.md that the program itself gives: the settings, and records of the sample plans.

`python -m tests.readme` writes them anew, between their marks `<!-- name -->` and `<!-- /name -->`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from pydantic_settings import BaseSettings

from assistant.settings import AnswerSettings, LlmSettings, RankSettings
from assistant.web.settings import WebSettings
from ingest import records
from ingest.facts.conflicts import conflicts
from ingest.facts.indicators import indicators
from ingest.facts.measures import measures
from ingest.library import PlanRecord
from ingest.load import digest_of, find
from ingest.plans import Plan
from ingest.readers import read
from ingest.records import Record
from ingest.settings import IngestSettings
from ingest.show import COLUMNS, TITLES
from ingest.structure.outline import outline
from tests.sources import ROOT

README = ROOT / "README.md"
PLANS = ROOT / "plans"
RECORDS, CELL_CHARS = 10, 56

# Kind of record → the field whose values are to be shown evenly, and the columns of `show` that are left out.
KINDS = {
    "indicators": ("plan", {"分组"}),
    "measures": ("plan", set()),
    "conflicts": ("reason", set()),
}


def parts() -> dict[str, str]:
    """Every part that is given by the program, by its name."""
    return {
        "settings": _settings(IngestSettings, AnswerSettings, WebSettings),
        "llm-settings": _settings(LlmSettings),
        "rank-settings": _settings(RankSettings),
        **{kind: _shown(kind, found) for kind, found in sample_records().items()},
    }


def filled(text: str, given: dict[str, str]) -> str:
    """A text with each part put between its marks; ValueError where a part's marks are not there exactly once."""
    for name, part in given.items():
        marks = re.compile(rf"(<!-- {name} -->\n).*?(\n<!-- /{name} -->)", re.S)
        if len(marks.findall(text)) != 1:
            raise ValueError(f"<!-- {name} --> … <!-- /{name} -->")
        text = marks.sub(lambda found, part=part: f"{found[1]}{part}{found[2]}", text)
    return text


def sample_records() -> dict[str, list[Record]]:
    """What `show` lists of the sample plans; a plan's id is its file's name, so that it is the same in every place."""
    plans = {plan.id: plan for plan in _sample_plans()}
    entries = {
        id: PlanRecord(id, plan.digest, plan.file, "", "", None, 0, 0, 0, 0, "", plan.facts)
        for id, plan in plans.items()
    }
    figures = [one for plan in plans.values() for one in indicators(plan)]
    return {
        "indicators": [records.of_indicator(one, entries[one.plan_id]) for one in figures],
        "measures": [
            records.of_measure(one, entries[one.plan_id]) for plan in plans.values() for one in measures(plan)
        ],
        "conflicts": [records.of_conflict(one, entries) for one in conflicts(figures)],
    }


def spread(found: Sequence[Record], by: str, most: int) -> list[Record]:
    """At most so many records, in their order: as many of each group as of the others, evenly spaced within it."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, record in enumerate(found):
        groups[record[by]].append(at)
    turns = [at for turn in zip_longest(*groups.values()) for at in turn if at is not None][:most]
    shares = {name: len(set(group) & set(turns)) for name, group in groups.items()}
    chosen = [
        group[(2 * n + 1) * len(group) // (2 * shares[name])]
        for name, group in groups.items()
        for n in range(shares[name])
    ]
    return [found[at] for at in sorted(chosen)]


def _sample_plans() -> Iterator[Plan]:
    settings = IngestSettings()
    for path in find([PLANS]).files:
        yield outline(read(path, settings), plan_id=path.name, file=path.name, digest=digest_of(path))


def _settings(*classes: type[BaseSettings]) -> str:
    rows = [
        (
            f"`{field.alias or settings.model_config['env_prefix'] + name.upper()}`",
            field.description,
            _default(field.default),
        )
        for settings in classes
        for name, field in settings.model_fields.items()
        if field.default_factory is None
    ]
    return _table(("环境变量", "含义", "默认值"), rows)


def _default(value: object) -> str:
    return f"`{value}`" if str(value) else "（空）"


def _shown(kind: str, found: Sequence[Record]) -> str:
    by, dropped = KINDS[kind]
    columns = [(label, told) for label, told in COLUMNS[kind] if label not in dropped]
    rows = [[_cell(told(record)) for _, told in columns] for record in spread(found, by, RECORDS)]
    return f"{TITLES[kind]}共 {len(found)} 条，以下 {len(rows)} 条：\n\n{_table([label for label, _ in columns], rows)}"


def _cell(value: object) -> str:
    lines = "；".join(map(str, value)) if isinstance(value, list | tuple) else str(value or "")
    return "<br>".join(map(_cut, re.split(r"\n(?=[^\n]*：“)", lines)))


def _cut(line: str) -> str:
    line = " ".join(line.split()).replace("|", "｜")
    return line if len(line) <= CELL_CHARS else f"{line[:CELL_CHARS]}…"


def _table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def main() -> None:
    """Write the parts anew."""
    README.write_text(filled(README.read_text(encoding="utf-8"), parts()), encoding="utf-8")


if __name__ == "__main__":
    main()
