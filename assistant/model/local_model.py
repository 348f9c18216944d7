"""The local chat model: llama.cpp in this process, spoken to like any other endpoint; the only door to xllamacpp."""

from __future__ import annotations

import os
import secrets
from functools import cache
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit

from assistant.errors import LlmNotInstalled

_CONTEXT = 4096  # tokens of question and answer together
_ERRORS_ONLY = 1
_RUNNING: list[object] = []  # the servers, which end when nothing refers to them


@cache
def serve(file: Path, threads: int) -> tuple[str, str]:
    """The address and the key of a server of this process for a model's file; one for each, as long as it runs.

    It listens on the loopback only, on a port of the system's choosing, and asks for a key that no one else has.
    Raises LlmNotInstalled where what runs it is not here, or the file cannot be opened.
    """
    runner = _runner()
    key = secrets.token_urlsafe(24)
    params = runner.CommonParams()
    params.model.path = str(file)
    params.n_ctx, params.n_parallel = _CONTEXT, 1
    params.api_keys = [key]
    params.ui = params.warmup = params.endpoint_slots = False
    params.verbosity = _ERRORS_ONLY
    if threads:
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads
    try:
        server = runner.Server(params)
    except RuntimeError as error:
        raise LlmNotInstalled(f"本机大模型 {file} 打不开：请检查内存是否够用，或删去它再运行 make llm。") from error
    _RUNNING.append(server)
    _past_proxies(urlsplit(server.listening_address).hostname or "")
    return f"{server.listening_address}/v1", key


def _past_proxies(host: str) -> None:
    """Have this process speak to a host directly, whatever proxy the machine uses for others."""
    for name in ("no_proxy", "NO_PROXY"):
        known = [part for part in os.environ.get(name, "").split(",") if part]
        if host not in known:
            os.environ[name] = ",".join([*known, host])


def _runner() -> ModuleType:
    try:
        import xllamacpp
    except ImportError as error:
        raise LlmNotInstalled("运行本机大模型的 xllamacpp 没有安装：请先运行 make llm。") from error
    return xllamacpp
