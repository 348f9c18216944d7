"""Listening on a port until told to stop."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp

from assistant.web.errors import CannotListen
from assistant.words import present_web


def listen(host: str, port: int) -> socket.socket:
    """A socket bound to the address, port 0 for any free one; raises CannotListen with the reason."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    door = socket.socket(family, socket.SOCK_STREAM)
    try:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind((host, port))
        door.listen(128)
    except (OSError, OverflowError) as error:
        door.close()
        if getattr(error, "errno", None) == errno.EADDRINUSE:
            raise CannotListen(present_web.PORT_TAKEN.format(port=port)) from error
        raise CannotListen(present_web.PORT_REFUSED.format(host=host, port=port, reason=error)) from error
    return door


def address(door: socket.socket) -> str:
    """The address for a browser on this machine."""
    host, port = door.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}"


def serve(app: ASGIApp, door: socket.socket, announce: Callable[[], None]) -> None:
    """Serve until the process is asked to stop; `announce` is called once the page can be opened."""
    config = uvicorn.Config(app, log_level="warning", server_header=False, timeout_graceful_shutdown=2)
    server = _Announcing(config, announce)
    server.run(sockets=[door])


class _Announcing(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            self._announce()
