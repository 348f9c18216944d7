"""What stands between the network and Gradio: an allow-list of routes, size and host limits, security headers."""

from __future__ import annotations

import re
import secrets

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web.markup import escape
from assistant.words import present_web

# The paths that the page asks for and those that it sends to; all others do not exist.
_READ = re.compile(
    r"/|/source|/page/[a-z]+\.(css|js|svg)|/theme\.css|/(assets|static)/[\w./-]+"
    r"|/gradio_api/(queue/data|startup-events|heartbeat/\w+)"
)
_WRITE = re.compile(r"/gradio_api/(queue/join|cancel|reset)/?|/feedback")
_POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_HEAD = (
    '<link rel="icon" href="/page/seal.svg" type="image/svg+xml">'
    + "".join(f'<link rel="stylesheet" href="/page/{name}.css">' for name in ("frame", "talk", "source"))
    + "".join(f'<meta name="gw-{name}" content="{escape(text)}">' for name, text in present_web.FOR_SCRIPT.items())
    + "".join(f'<script defer src="/page/{name}.js"></script>' for name in ("page", "rate"))
).encode()


class Shield:
    """An ASGI application around another. What the page does not need does not exist for the network.

    `hosts` are the names under which the page may be called (against DNS rebinding); None allows any.
    """

    def __init__(self, app: ASGIApp, *, request_bytes: int, hosts: frozenset[str] | None) -> None:
        self._app = app
        self._request_bytes = request_bytes
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        refusal = self._refusal(scope)
        inner = self._app if refusal is None else PlainTextResponse("", refusal)
        await inner(scope, receive, _Guarded(send, scope["path"]))

    def _refusal(self, scope: Scope) -> int | None:
        """The status to refuse a request with, or None for one that the page makes."""
        headers = Headers(scope=scope)
        host = re.sub(r":\d+$", "", headers.get("host", ""))
        if self._hosts is not None and host not in self._hosts:
            return 421
        allowed = {"GET": _READ, "HEAD": _READ, "POST": _WRITE}.get(scope["method"])
        if allowed is None or not allowed.fullmatch(scope["path"]) or ".." in scope["path"]:
            return 404
        if scope["method"] == "POST":
            length = headers.get("content-length", "")
            return 413 if not length.isdigit() or int(length) > self._request_bytes else None
        return None


class _Guarded:
    """`send` with the security headers added, and with the page's own HTML made to fit them."""

    def __init__(self, send: Send, path: str) -> None:
        self._send = send
        self._nonce = secrets.token_urlsafe(16)
        self._rewrites = path == "/"
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update({"Content-Security-Policy": _POLICY.format(nonce=self._nonce), **_HEADERS})
            if self._rewrites and headers.get("content-type", "").startswith("text/html"):
                self._start = message
                return
        elif self._start is not None and message["type"] == "http.response.body":
            self._body += message.get("body", b"")
            if message.get("more_body"):
                return
            message = {"type": "http.response.body", "body": fitted(self._body, self._nonce)}
            start, self._start = self._start, None
            MutableHeaders(scope=start)["content-length"] = str(len(message["body"]))
            await self._send(start)
        await self._send(message)


def fitted(html: bytes, nonce: str) -> bytes:
    """Gradio's page in Chinese, with our style and script, its own scripts allowed, and its cards and manifest gone.

    A plan's text cannot smuggle in a script here: inside the page's JSON Gradio writes every `<` as an escape.
    """
    html = re.sub(rb'<meta\s+(?:property|name)="(?:og|twitter):[^>]*>\s*', b"", html)
    html = re.sub(rb'<link rel="manifest"[^>]*>\s*', b"", html)
    html = re.sub(rb'(<html\s+)lang="en"', rb'\1lang="zh-CN"', html, count=1)
    html = html.replace(b"</head>", _HEAD + b"</head>", 1)
    return html.replace(b"<script", f'<script nonce="{nonce}"'.encode())
