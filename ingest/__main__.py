"""The library's command line: add, show, remove. Results on stdout; what is going on and what is wrong on stderr."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from ingest import listing, records
from ingest.commandline import DONE, FAILED, Parser, exit_code, say
from ingest.errors import NoSuchPlan
from ingest.library import Library
from ingest.progress import Bars, Lines
from ingest.settings import IngestSettings, from_environment
from ingest.show import COLUMNS, LISTERS, TITLES

if TYPE_CHECKING:
    from ingest.load import Found, Outcome


def parser() -> Parser:
    """The commands with their arguments."""
    top = Parser(prog="python -m ingest", description="规问的知识库：添加、查看、移除规划文件。")
    commands = top.add_subparsers(dest="command", required=True, metavar="命令", title="命令", parser_class=Parser)
    adding = commands.add_parser(
        "add", help="添加文件或文件夹", description="读入文件，已是最新的跳过，改动过的替换旧版。"
    )
    adding.add_argument("paths", nargs="+", type=Path, metavar="路径", help="文件，或文件夹（含下级）")
    adding.add_argument("--again", action="store_true", help="已载入的也重新读一遍（例如升级之后）")
    showing = commands.add_parser("show", help="列出知识库的内容", description="列出规划、条款、指标、举措或数据冲突。")
    showing.add_argument(
        "kind", choices=LISTERS, metavar="类别", help=" | ".join(f"{k}（{TITLES[k]}）" for k in LISTERS)
    )
    showing.add_argument("--format", choices=("table", "jsonl", "csv"), default="table", help="输出格式，默认 table")
    showing.add_argument("--plan", action="append", metavar="编号", help="只列这部规划的，可重复给出")
    removing = commands.add_parser("remove", help="移除规划", description="从知识库移除规划，原文件不动。")
    removing.add_argument("ids", nargs="+", metavar="编号", help="规划编号，见 show plans")
    aligning = commands.add_parser(
        "concepts",
        help="归并指标名称",
        description="列出可能是同一指标的名称；确认的写入对照表（GUIWEN_CONCEPTS），并让知识库里的记录照此归并。",
    )
    aligning.add_argument(
        "--confirm", nargs="*", metavar="名称", help="确认这些名称，或写 名称=概念；不给名称则只按对照表重新归并"
    )
    aligning.add_argument("--format", choices=("table", "jsonl", "csv"), default="table", help="输出格式，默认 table")
    for command in (adding, showing, removing, aligning):
        command.add_argument("--store", type=Path, metavar="目录", help="知识库目录，默认取 GUIWEN_STORE")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0, or 1 where something could not be done (one sentence each on stderr), 2 for wrong usage."""
    asked = parser().parse_args(arguments)
    console = Console(stderr=True)
    return exit_code(lambda: _run(asked, console), console, "已中断；先前入库的规划不受影响。")


def _run(asked: argparse.Namespace, console: Console) -> int:
    settings = from_environment(IngestSettings)
    store = asked.store or settings.store
    if asked.command == "add":
        return add(asked.paths, store, settings, console, again=asked.again)
    if asked.command == "remove":
        return remove(asked.ids, store, settings, console)
    if asked.command == "concepts":
        return align(asked, store, settings, console)
    return show(asked, store, settings, console)


def add(paths: Sequence[Path], store: Path, settings: IngestSettings, console: Console, *, again: bool) -> int:
    """Load what the paths hold, say how it went, and give a table of what is loaded now."""
    from ingest.load import find, load  # brings in every reader and stage, which the other commands do without

    found = find(paths)
    progress = Bars(console) if console.is_terminal else Lines(console)
    with Library.open(store, settings, write=True) as library, progress:
        outcomes = [*found.closed, *load(found.files, library, settings, progress, again=again)]
    landed = [records.of_plan(one.record) for one in outcomes if one.record]
    if landed:
        columns = [column for column in COLUMNS["plans"] if column[0] not in ("类别", "规划期", "状态")]
        listing.write_table("", columns, {row["id"]: row for row in landed}.values(), sys.stdout)
    _summarise(outcomes, found, console)
    return FAILED if any(one.status == "failed" for one in outcomes) else DONE


def show(asked: argparse.Namespace, store: Path, settings: IngestSettings, console: Console) -> int:
    """List one kind of thing, of all plans or of those asked for."""
    with Library.open(store, settings) as library:
        plans = library.plans()
        unknown = sorted(set(asked.plan or ()) - {plan.id for plan in plans})
        if unknown:
            raise NoSuchPlan.of(*unknown)
        if not plans:
            say(console, f"知识库 {store} 里还没有规划，请先运行 python -m ingest add 路径。")
        rows = LISTERS[asked.kind](library, [plan for plan in plans if not asked.plan or plan.id in asked.plan])
        if plans or asked.format != "table":
            listing.write(asked.format, TITLES[asked.kind], COLUMNS[asked.kind], rows, sys.stdout)
    return DONE


def align(asked: argparse.Namespace, store: Path, settings: IngestSettings, console: Console) -> int:
    """List the names that may mean the same, or confirm some and bring the records in line."""
    from ingest import align as alignment  # brings in every stage of analysis, which the other commands do without

    if asked.confirm is None:
        with Library.open(store, settings) as library:
            rows = alignment.proposed(library)
        listing.write(asked.format, "可能相同的指标名称", alignment.COLUMNS, rows, sys.stdout)
        return DONE
    with Library.open(store, settings, write=True) as library:
        renewed = alignment.confirm(library, asked.confirm, settings)
    say(console, f"对照表 {settings.concepts}：新确认 {len(asked.confirm)} 个名称，{renewed} 份规划的记录已照此归并。")
    return DONE


def remove(ids: Sequence[str], store: Path, settings: IngestSettings, console: Console) -> int:
    """Take plans out; an id that is not there is reported, the others go."""
    failed = False
    with Library.open(store, settings, write=True) as library:
        titles = {plan.id: plan.title for plan in library.plans()}
        for id in dict.fromkeys(ids):
            try:
                library.remove(id)
                say(console, f"已移除 {id}  {titles[id]}")
            except NoSuchPlan as error:
                say(console, str(error))
                failed = True
    return FAILED if failed else DONE


def _summarise(outcomes: Sequence[Outcome], found: Found, console: Console) -> None:
    counts = {status: sum(one.status == status for one in outcomes) for status in ("added", "replaced", "unchanged")}
    failed = [one for one in outcomes if one.status == "failed"]
    say(
        console,
        f"新入库 {counts['added']}，更新 {counts['replaced']}，已是最新 {counts['unchanged']}，未入库 {len(failed)}。",
    )
    for one in failed:
        say(console, f"  {one.path}：{one.error}")
    if found.unsupported:
        names = "、".join(path.name for path in found.unsupported[:8])
        more = f"等 {len(found.unsupported)} 个" if len(found.unsupported) > 8 else ""
        say(console, f"格式不支持、已略过：{names}{more}。")
    if not outcomes:
        say(console, "没有找到可以读入的文件。")


if __name__ == "__main__":
    sys.exit(main())
