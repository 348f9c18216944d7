"""Starts the chat page, nothing else: `python app.py [--store DIR] [--host H] [--port P] [--engine E]`."""

from __future__ import annotations

import argparse
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from assistant.chain import Assistant
from assistant.settings import AnswerSettings
from assistant.web.serve import address, listen, serve
from assistant.web.settings import WebSettings
from assistant.words import present_web
from assistant.writing.writers import writer_of
from ingest.errors import GuiwenError
from ingest.library import Library
from ingest.settings import IngestSettings, from_environment


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until stopped; the exit code: 0, or 1 where the store or the address cannot be used."""
    try:
        web, ingest = from_environment(WebSettings), from_environment(IngestSettings)
        answering = from_environment(AnswerSettings)
        arguments = _parser(web, ingest, answering).parse_args(argv)
        web = web.model_copy(update={"host": arguments.host, "port": arguments.port})
        with listen(web.host, web.port) as door, Library.open(arguments.store, ingest) as library:
            assistant = Assistant(library, answering, writer_of(arguments.engine, answering, ingest))
            threading.Thread(target=_warm_up, args=(library,), daemon=True).start()
            if not library.plans():
                print(present_web.STORE_EMPTY.format(command=present_web.LOAD_COMMAND), file=sys.stderr)
            from assistant.web.feedback import FILE
            from assistant.web.server import application  # brings in Gradio, seconds that a refusal above need not take

            started = present_web.STARTED.format(address=address(door))
            site = application(assistant, library, web, arguments.store / FILE)
            serve(site, door, lambda: print(started, flush=True))
    except GuiwenError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(present_web.STOPPED, file=sys.stderr)
    return 0


def _parser(web: WebSettings, ingest: IngestSettings, answering: AnswerSettings) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python app.py", description=present_web.APP_DESCRIPTION)
    parser.add_argument("--store", type=Path, default=ingest.store, metavar="DIR", help=present_web.APP_STORE_HELP)
    parser.add_argument("--host", default=web.host, help=present_web.APP_HOST_HELP)
    parser.add_argument("--port", type=int, default=web.port, help=present_web.APP_PORT_HELP)
    parser.add_argument(
        "--engine", choices=("grounded", "llm"), default=answering.engine, help=present_web.APP_ENGINE_HELP
    )
    return parser


def _warm_up(library: Library) -> None:
    """Load the embedding model while the page is already open; a question that comes first waits for it."""
    try:
        library.search_vectors(present_web.TITLE, 1)
    except GuiwenError as error:
        print(error, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
