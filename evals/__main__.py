"""Evaluations on the command line. Results on stdout; what is going on and what is wrong on stderr."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import track as tracked

from assistant.model.endpoint import open_model
from evals import cases, check, compare, feedback, gate, present, report
from evals.cases import Case
from evals.commandline import parser
from evals.judge import Judge
from evals.metrics import summarise
from evals.run import RUNS, Wish, gold_files, run
from evals.runs import Run, latest, read_run
from evals.settings import JudgeSettings
from ingest.commandline import DONE, FAILED, exit_code, say
from ingest.settings import IngestSettings, from_environment

_EVERY = 25  # questions from one line of progress to the next


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0, or 1 where something failed or a gate is shut (one sentence on stderr)."""
    asked = parser().parse_args(arguments)
    console = Console(stderr=True)
    command = _COMMANDS[asked.command]
    return exit_code(lambda: command(asked, console), console, "已中断；已有的回答都留着，再运行一次会接着做。")


def _run(asked: argparse.Namespace, console: Console) -> int:
    judge = _judge() if asked.judge else None
    done = read_run(run(_wish(asked), _Track(console)))
    if judge:
        judge.judge(done, _Track(console, "给意见"))
    page = report.write(done, read_run(asked.baseline) if asked.baseline else None)
    figures = summarise(done.rows)
    total = figures.total
    right, interval = present.share(total.right), present.within(figures.right)
    print(present.finished(done.folder, right, interval, total.points, page))
    return DONE


def _judge() -> Judge:
    """The judge that the environment names; raises LlmUnavailable where there is none."""
    settings = from_environment(JudgeSettings)
    return Judge(open_model(settings, from_environment(IngestSettings).models_dir), settings.called)


def _ablate(asked: argparse.Namespace, console: Console) -> int:
    from evals.ablations import ablate

    print(ablate(_wish(asked), _Track(console), lambda sentence: say(console, sentence)))
    return DONE


def _report(asked: argparse.Namespace, console: Console) -> int:
    print(report.write(_chosen(asked.run), read_run(asked.baseline) if asked.baseline else None))
    return DONE


def _compare(asked: argparse.Namespace, console: Console) -> int:
    runs = [read_run(folder) for folder in asked.runs]
    if len(runs) != 2:
        print(compare.side_by_side(runs))
        return DONE
    found = compare.compare(*runs)
    if found is None:
        say(console, "两次结果没有相同的题，无法比较。")
        return FAILED
    print(compare.in_words(found))
    return DONE


def _gate(asked: argparse.Namespace, console: Console) -> int:
    chosen = _chosen(asked.run)
    if asked.propose:
        critical = gate.read_baseline(asked.baseline).critical if asked.baseline.is_file() else ()
        sys.stdout.write(gate.proposed(chosen, critical))
        return DONE
    checks = gate.gate(chosen, gate.read_baseline(asked.baseline))
    print(gate.in_words(checks))
    return DONE if all(one.holds for one in checks) else FAILED


def _check(asked: argparse.Namespace, console: Console) -> int:
    questions, findings = check.check_files(asked.files, asked.plans)
    for one in findings:
        print(f"{one.level} {one.id}：{one.said}")
    errors = sum(one.level == "错误" for one in findings)
    say(console, f"{len(questions)} 题：错误 {errors}，提示 {len(findings) - errors}。")
    return FAILED if errors else DONE


def _bench(asked: argparse.Namespace, console: Console) -> int:
    from evals import bench

    found = bench.bench(gold_files(asked.gold), _store(asked), asked.plans, _Track(console))
    print(bench.as_json(found) if asked.json else bench.in_words(found))
    return DONE


def _feedback(asked: argparse.Namespace, console: Console) -> int:
    found = feedback.candidates(feedback.read(asked.file), cases.load(gold_files([])))
    sys.stdout.write(feedback.as_lines(found))
    say(
        console,
        f"{len(found)} 道待补的题：补上 answer、key_facts、forbidden，核对 evidence，删去 note，再用 check 检查。",
    )
    return DONE


_COMMANDS = {
    "run": _run,
    "ablate": _ablate,
    "report": _report,
    "compare": _compare,
    "gate": _gate,
    "check": _check,
    "bench": _bench,
    "feedback": _feedback,
}


class _Track:
    """Goes through questions and shows how far it is: a bar on a terminal, a line now and then elsewhere."""

    def __init__(self, console: Console, doing: str = "作答") -> None:
        self._console = console
        self._doing = doing

    def __call__(self, questions: Sequence[Case]) -> Iterator[Case]:
        if self._console.is_terminal:
            yield from tracked(questions, description=self._doing, console=self._console)
            return
        for number, case in enumerate(questions, 1):
            yield case
            if number % _EVERY == 0 or number == len(questions):
                say(self._console, f"{self._doing} {number}/{len(questions)}")


def _store(asked: argparse.Namespace) -> Path:
    return asked.store or IngestSettings().store


def _wish(asked: argparse.Namespace) -> Wish:
    changed = dict(pair.split("=", 1) if "=" in pair else (pair, "") for pair in asked.set)
    outside = {name: getattr(asked, name) for name in ("name", "answers") if hasattr(asked, name)}
    store = _store(asked)
    files, every = gold_files(asked.gold), asked.every
    return Wish(files, store, asked.engine, asked.out, asked.fresh, changed=changed, every=every, **outside)


def _chosen(folder: Path | None) -> Run:
    return read_run(folder or latest(RUNS))


if __name__ == "__main__":
    sys.exit(main())
