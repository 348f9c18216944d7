"""An OpenAI-compatible endpoint of this process that misbehaves as it is told."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[["Handler"], None]


@dataclass
class Endpoint:
    """Where it listens, how often it was asked, and what lets a hanging answer end."""

    url: str = ""
    asked: list[dict[str, object]] = field(default_factory=list)
    gone: threading.Event = field(default_factory=threading.Event)


class Handler(BaseHTTPRequestHandler):
    """One request; `answer` is what to do about it."""

    answer: Answer
    endpoint: Endpoint
    protocol_version = "HTTP/1.0"

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        self.endpoint.asked.append(json.loads(self.rfile.read(length)) | {"path": self.path})
        type(self).answer(self)

    def log_message(self, *_: object) -> None:
        """Nothing on stderr."""

    def begin(self, status: int = 200, kind: str = "text/event-stream") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()

    def say(self, text: str) -> None:
        """One event that carries a piece of text."""
        chunk = {
            "id": "1",
            "object": "chat.completion.chunk",
            "created": 0,
            "model": "m",
            "choices": [{"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": None}],
        }
        self.raw(f"data: {json.dumps(chunk)}\n\n")

    def raw(self, text: str) -> None:
        self.wfile.write(text.encode())
        self.wfile.flush()

    def end(self) -> None:
        self.raw("data: [DONE]\n\n")


@contextmanager
def serving(answer: Answer) -> Iterator[Endpoint]:
    """An endpoint on a port of the system's choosing that treats every request so."""
    endpoint = Endpoint()
    handler = type("Told", (Handler,), {"answer": staticmethod(answer), "endpoint": endpoint})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    endpoint.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield endpoint
    finally:
        endpoint.gone.set()
        server.shutdown()
        server.server_close()
