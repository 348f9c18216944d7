"""Starts the chat page, nothing else: `python app.py [--store DIR] [--host H] [--port P] [--engine E]`."""

from __future__ import annotations

import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from assistant.chain import Assistant
from assistant.settings import AnswerSettings
from assistant.web.serve import address, listen, serve
from assistant.web.settings import WebSettings
from assistant.words import present_web
from assistant.writing.writers import writer_of
from ingest.commandline import DONE, INTERRUPTED, Parser, exit_code, say
from ingest.errors import GuiwenError
from ingest.library import Library
from ingest.settings import IngestSettings, from_environment


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until stopped; the exit code: 0, or 1 where the store or the address cannot be used, 2 for wrong usage."""
    console = Console(stderr=True)
    code = exit_code(lambda: _run(argv, console), console, present_web.STOPPED)
    return DONE if code == INTERRUPTED else code  # to be stopped is how a page ends


def _run(argv: Sequence[str] | None, console: Console) -> int:
    web, ingest = from_environment(WebSettings), from_environment(IngestSettings)
    answering = from_environment(AnswerSettings)
    arguments = _parser(web, ingest, answering).parse_args(argv)
    web = web.model_copy(update={"host": arguments.host, "port": arguments.port})
    with listen(web.host, web.port) as door, Library.open(arguments.store, ingest) as library:
        assistant = Assistant(library, answering, writer_of(arguments.engine, answering, ingest))
        threading.Thread(target=_warm_up, args=(library, console), daemon=True).start()
        if not library.plans():
            say(console, present_web.STORE_EMPTY.format(command=present_web.LOAD_COMMAND))
        from assistant.web.feedback import FILE
        from assistant.web.server import application  # brings in Gradio, seconds that a refusal above need not take

        started = present_web.STARTED.format(address=address(door))
        site = application(assistant, library, web, arguments.store / FILE)
        serve(site, door, lambda: print(started, flush=True))
    return DONE


def _parser(web: WebSettings, ingest: IngestSettings, answering: AnswerSettings) -> Parser:
    parser = Parser(prog="python app.py", description=present_web.APP_DESCRIPTION)
    parser.add_argument("--store", type=Path, default=ingest.store, metavar="目录", help=present_web.APP_STORE_HELP)
    parser.add_argument("--host", default=web.host, metavar="地址", help=present_web.APP_HOST_HELP)
    parser.add_argument("--port", type=int, default=web.port, metavar="端口", help=present_web.APP_PORT_HELP)
    parser.add_argument(
        "--engine", choices=("grounded", "llm"), default=answering.engine, help=present_web.APP_ENGINE_HELP
    )
    return parser


def _warm_up(library: Library, console: Console) -> None:
    """Load the embedding model while the page is already open; a question that comes first waits for it."""
    try:
        library.search_vectors(present_web.TITLE, 1)
    except GuiwenError as error:
        say(console, str(error))


if __name__ == "__main__":
    sys.exit(main())
