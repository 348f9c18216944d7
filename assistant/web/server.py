"""The web application: Gradio's page mounted under FastAPI, the source panel's route, and the shield around both."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import gradio as gr
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from assistant.web.contracts import Answerer, Shelf
from assistant.web.errors import FeedbackRefused
from assistant.web.feedback import Feedback, Rating
from assistant.web.page import page, theme
from assistant.web.places import Place
from assistant.web.settings import WebSettings
from assistant.web.shield import Shield
from assistant.web.sources_html import message_html, source_html
from assistant.words import present_web
from ingest.errors import NoSuchPlan
from ingest.plans import Plan

_STATIC = Path(__file__).parent / "static"
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
_EVERY_ADDRESS = ("0.0.0.0", "::")
_PLANS_KEPT = 32


def application(answerer: Answerer, shelf: Shelf, settings: WebSettings, feedback_file: Path) -> ASGIApp:
    """The whole site as an ASGI application; what visitors think of answers goes to `feedback_file`."""
    site = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    site.mount("/page", StaticFiles(directory=_STATIC))

    open_plan = lru_cache(_PLANS_KEPT)(shelf.plan)

    @site.get("/source")
    def source(at: str = "") -> HTMLResponse:
        return _source(open_plan, at)

    feedback = Feedback(answerer, feedback_file, settings.feedback_mb * 1024 * 1024)

    @site.post("/feedback")
    def rate(rating: Rating) -> dict[str, object]:
        return _taken(feedback, rating)

    gr.mount_gradio_app(
        site,
        page(feedback, shelf, settings),
        path="/",
        theme=theme(),
        footer_links=[],
        run_history=False,
        allowed_paths=[],
        max_file_size="1kb",
        show_error=False,
        enable_monitoring=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
    )
    return Shield(site, request_bytes=settings.request_kb * 1024, hosts=allowed_hosts(settings.host))


def _source(open_plan: Callable[[str], Plan], at: str) -> HTMLResponse:
    """The source panel's content for a place's token; 404 with a sentence for a place that is not there."""
    try:
        place = Place.parse(at)
        return HTMLResponse(source_html(open_plan(place.plan_id), place))
    except (NoSuchPlan, ValueError):
        return HTMLResponse(message_html(present_web.SOURCE_GONE), 404)


def _taken(feedback: Feedback, rating: Rating) -> dict[str, object]:
    """Write a rating down; whether that was done, and the sentence for the visitor."""
    try:
        feedback.take(rating)
    except FeedbackRefused as refused:
        return {"taken": False, "said": str(refused)}
    return {"taken": True, "said": present_web.FEEDBACK_TAKEN}


def allowed_hosts(host: str) -> frozenset[str] | None:
    """The names under which the page may be called when it listens on `host`; None for any."""
    if host in _EVERY_ADDRESS:
        return None
    return _LOOPBACK | {f"[{host}]" if ":" in host else host}
