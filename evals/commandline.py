"""The commands of an evaluation and their arguments."""

from __future__ import annotations

import argparse
from pathlib import Path

from evals.gate import BASELINE
from evals.run import ROOT, RUNS
from ingest.commandline import Parser


def parser() -> Parser:
    """The commands with their arguments."""
    top = Parser(prog="python -m evals", description="用标准题评测回答，出报告，比较，把关。")
    commands = top.add_subparsers(dest="command", required=True, metavar="命令", title="命令", parser_class=Parser)
    running = commands.add_parser(
        "run", help="作答、评分、出报告", description="逐题作答并评分；中断后再运行会接着做。"
    )
    ablating = commands.add_parser("ablate", help="逐一去掉检索的各部分，并排比较")
    for command in (running, ablating):
        _asking(command)
        command.add_argument("--out", type=Path, metavar="目录", help=f"结果目录，默认在 {RUNS} 下按设置取名")
        command.add_argument("--fresh", action="store_true", help="不用已有的回答，从头作答")
        command.add_argument(
            "--set", action="append", default=[], metavar="名称=值", help="改一项设置，如 rank.vectors=0"
        )
        sampling(command)
        command.add_argument("--engine", choices=("grounded", "llm"), default="grounded", help="作答引擎")
    running.add_argument("--answers", type=Path, metavar="文件", help="给别的系统的回答评分（JSON Lines），不作答")
    running.add_argument("--judge", action="store_true", help="再请大模型给意见（GUIWEN_JUDGE_URL 等），不影响评分")
    running.add_argument("--name", default="", metavar="名称", help="报告里用的名称")
    running.add_argument("--baseline", type=Path, metavar="目录", help="在报告里与这次结果相比")
    reporting = commands.add_parser("report", help="重新出报告（HTML 与 Markdown）")
    reporting.add_argument("run", nargs="?", type=Path, metavar="目录", help="结果目录，默认最近一次")
    reporting.add_argument("--baseline", type=Path, metavar="目录", help="与这次结果相比")
    comparing = commands.add_parser("compare", help="比较两次或多次结果")
    comparing.add_argument("runs", nargs="+", type=Path, metavar="目录", help="结果目录，第一个为对照")
    gating = commands.add_parser("gate", help="按基线把关：不合格时退出码为 1")
    gating.add_argument("run", nargs="?", type=Path, metavar="目录", help="结果目录，默认最近一次")
    gating.add_argument("--baseline", type=Path, default=BASELINE, metavar="文件", help="基线文件")
    gating.add_argument("--propose", action="store_true", help="只打印以这次结果为准的新基线，不把关")
    checking = commands.add_parser("check", help="检查题目文件")
    checking.add_argument("files", nargs="+", type=Path, metavar="文件", help="题目文件（JSON Lines）")
    checking.add_argument("--plans", nargs="+", type=Path, default=[ROOT / "plans"], metavar="路径", help="规划所在处")
    benching = commands.add_parser("bench", help="测量速度与内存")
    _asking(benching)
    benching.add_argument("--plans", type=Path, default=ROOT / "plans", metavar="目录", help="用于测量入库的规划")
    benching.add_argument("--json", action="store_true", help="输出 JSON")
    learning = commands.add_parser("feedback", help="把“没用”的反馈变成待补的题目，打印到标准输出")
    learning.add_argument("file", type=Path, metavar="文件", help="问答页记下的反馈（JSON Lines）")
    return top


def sampling(command: argparse.ArgumentParser) -> None:
    """The argument that leaves all but a sample of the questions out."""
    command.add_argument(
        "--every", type=_count, default=1, metavar="K", help="各题型里每 K 题取一题（第 1 题起，每次都是同样的题）"
    )


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _asking(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--gold", nargs="+", type=Path, default=[], metavar="文件", help="题目文件，默认 evals/gold/*.jsonl"
    )
    command.add_argument("--store", type=Path, metavar="目录", help="知识库目录，默认取 GUIWEN_STORE")
