"""The whole page: a head and three tabs."""

from __future__ import annotations

import gradio as gr

from assistant.web.chat import add_chat
from assistant.web.contracts import Answerer, Shelf
from assistant.web.markup import sanitised
from assistant.web.plans_html import plans_html
from assistant.web.settings import WebSettings
from assistant.words import present_web

FONTS = ("PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "sans-serif")
"""Chinese typefaces that systems bring along; none is fetched."""


def page(answerer: Answerer, shelf: Shelf, settings: WebSettings) -> gr.Blocks:
    """The page's blocks, its queue bounded; nothing in them is shared between visitors but the plans."""
    with gr.Blocks(
        title=present_web.TITLE, analytics_enabled=False, fill_height=True, fill_width=True, delete_cache=(3600, 3600)
    ) as blocks:
        gr.Markdown(_head(), elem_id="gw-head")
        with gr.Tabs(elem_id="gw-tabs"):
            with gr.Tab(present_web.TAB_CHAT):
                add_chat(answerer, shelf, settings)
            with gr.Tab(present_web.TAB_PLANS):
                gr.Markdown(plans_html(shelf), elem_id="gw-loaded")
            with gr.Tab(present_web.TAB_ABOUT):
                gr.Markdown(present_web.ABOUT, elem_id="gw-about")
    blocks.queue(max_size=settings.queue_size, api_open=False)
    return blocks


def theme() -> gr.themes.Base:
    """Gradio's plain theme with system typefaces only."""
    return gr.themes.Base(primary_hue="blue", neutral_hue="slate", font=list(FONTS), font_mono=["monospace"])


def _head() -> str:
    return sanitised(
        f'<div class="gw-brand"><span class="gw-seal">{present_web.TITLE}</span>'
        f'<span class="gw-tagline">{present_web.TAGLINE}</span></div>'
    )
