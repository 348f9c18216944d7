"""The tab 问答: the conversation on the left, the source panel on the right."""

from __future__ import annotations

from collections.abc import Iterator

import gradio as gr

from assistant.web.contracts import Answerer, Shelf
from assistant.web.conversation import Conversation, Step
from assistant.web.examples import examples
from assistant.web.markup import escape, sanitised
from assistant.web.settings import WebSettings
from assistant.words import present_web

Shown = tuple[object, list[dict[str, str]], Conversation, object]


def add_chat(answerer: Answerer, shelf: Shelf, settings: WebSettings) -> None:
    """Lay out the tab and wire it; to be called inside a `gr.Tab`."""
    with gr.Row(elem_id="gw-desk"):
        with gr.Column(elem_id="gw-talk", scale=6, min_width=320):
            chatbot = gr.Chatbot(
                elem_id="gw-chat",
                label=present_web.CHAT_LABEL,
                show_label=False,
                height="100%",
                layout="bubble",
                latex_delimiters=[],
                buttons=[],
                feedback_options=None,
                allow_file_downloads=False,
                placeholder=_welcome(len(shelf.plans())),
                examples=[{"text": question} for question in examples(shelf)],
            )
            hint = gr.Markdown(elem_id="gw-hint")
            with gr.Row(elem_id="gw-ask"):
                box = gr.Textbox(
                    elem_id="gw-box",
                    label=present_web.ASK_LABEL,
                    show_label=False,
                    placeholder=present_web.ASK_PLACEHOLDER,
                    lines=1,
                    max_lines=6,
                    autofocus=True,
                    submit_btn=present_web.SEND,
                    container=False,
                )
                fresh = gr.Button(present_web.NEW_CHAT, elem_id="gw-fresh", size="sm", scale=0)
        with gr.Column(elem_id="gw-source", scale=5, min_width=320):
            gr.Markdown(_panel(), elem_id="gw-source-hint")
    state = gr.State(Conversation(), time_to_live=settings.session_minutes * 60)
    _wire(answerer, settings, chatbot=chatbot, hint=hint, box=box, fresh=fresh, state=state)


def _wire(
    answerer: Answerer,
    settings: WebSettings,
    *,
    chatbot: gr.Chatbot,
    hint: gr.Markdown,
    box: gr.Textbox,
    fresh: gr.Button,
    state: gr.State,
) -> None:
    outputs = [box, chatbot, state, hint]

    def asked(text: str, conversation: Conversation) -> Iterator[Shown]:
        yield from (_shown(step, conversation) for step in conversation.ask(answerer, text, settings))

    def chosen(conversation: Conversation, event: gr.SelectData) -> Iterator[Shown]:
        yield from asked(str(event.value["text"]), conversation)

    def emptied(conversation: Conversation) -> Shown:
        return _shown(conversation.begin_anew(), conversation)

    answering = {
        "outputs": outputs,
        "concurrency_limit": settings.answers_at_once,
        "concurrency_id": "answering",
        "api_visibility": "private",
        "trigger_mode": "multiple",  # the other modes drop what is asked while a cancelling is under way
        "show_progress": "minimal",
        "show_progress_on": hint,
    }
    runs = [
        box.submit(asked, [box, state], **answering),
        chatbot.example_select(chosen, [state], **answering),
    ]
    quiet = {"api_visibility": "private", "show_progress": "hidden"}
    ended = fresh.click(emptied, inputs=[state], outputs=outputs, cancels=runs, **quiet)
    # Once more: a last piece of the ended answer may have been on its way when the page was emptied.
    ended.then(_messages, inputs=[state], outputs=[chatbot], **quiet)


def _messages(conversation: Conversation) -> list[dict[str, str]]:
    return Step(conversation.exchanges).messages()


def _shown(step: Step, conversation: Conversation) -> Shown:
    box = gr.skip() if step.box is None else step.box
    hint = (
        gr.skip() if step.hint is None else sanitised(f'<p class="gw-note">{escape(step.hint)}</p>' * bool(step.hint))
    )
    return box, step.messages(), conversation, hint


def _welcome(count: int) -> str:
    if count:
        title, text = present_web.WELCOME_TITLE, f"<p>{escape(present_web.WELCOME.format(count=count))}</p>"
    else:
        title = present_web.WELCOME_EMPTY_TITLE
        text = f'<p>{escape(present_web.WELCOME_EMPTY)}</p><p class="gw-command">{escape(present_web.LOAD_COMMAND)}</p>'
    return sanitised(f'<div class="gw-welcome"><h2>{escape(title)}</h2>{text}</div>')


def _panel() -> str:
    return sanitised(
        f'<div class="gw-empty"><h3>{escape(present_web.SOURCE_TITLE)}</h3>'
        f"<p>{escape(present_web.SOURCE_HINT)}</p></div>"
    )
