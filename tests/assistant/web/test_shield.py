"""The shield, on the running page and on its own."""

from __future__ import annotations

import http.client
import re
from urllib.parse import urlsplit

import pytest

from assistant.web.shield import fitted


def fetch(site: str, method: str, path: str, body: bytes | None = None, **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=10)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    response.body = response.read()
    connection.close()
    return response


@pytest.mark.parametrize("path", ["/", "/source?at=x", "/page/page.js", "/nothing"])
def test_every_response_carries_the_security_headers(site: str, path: str) -> None:
    response = fetch(site, "GET", path)
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-eval" not in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "no-referrer"


def test_each_page_has_a_nonce_of_its_own_on_all_of_its_scripts(site: str) -> None:
    nonces = []
    for _ in range(2):
        response = fetch(site, "GET", "/")
        nonce = re.search(r"'nonce-([^']+)'", response.headers["Content-Security-Policy"])[1]
        scripts = re.findall(rb"<script[^>]*>", response.body)
        assert scripts
        assert all(f'nonce="{nonce}"'.encode() in script for script in scripts)
        nonces.append(nonce)
    assert nonces[0] != nonces[1]


def test_the_page_names_no_other_machine(site: str) -> None:
    head = fetch(site, "GET", "/").body.decode().split("<script")[0]
    assert re.findall(r"https?://[^\s\"']+", head) == []


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/gradio_api/info"),
        ("GET", "/gradio_api/openapi.json"),
        ("GET", "/config"),
        ("GET", "/monitoring"),
        ("GET", "/gradio_api/file=/etc/passwd"),
        ("GET", "/gradio_api/proxy=http://127.0.0.1/"),
        ("GET", "/static/../../settings.py"),
        ("GET", "/page/../settings.py"),
        ("GET", "/docs"),
        ("GET", "/openapi.json"),
        ("POST", "/gradio_api/upload"),
        ("POST", "/gradio_api/run/predict"),
        ("POST", "/gradio_api/call/asked"),
        ("POST", "/"),
        ("PUT", "/"),
        ("DELETE", "/source"),
        ("OPTIONS", "/gradio_api/queue/join"),
    ],
)
def test_what_the_page_does_not_need_does_not_exist(site: str, method: str, path: str) -> None:
    assert fetch(site, method, path, b"{}" if method == "POST" else None).status == 404


def test_a_foreign_host_name_is_turned_away(site: str) -> None:
    assert fetch(site, "GET", "/", Host="evil.example").status == 421
    assert fetch(site, "GET", "/", Host="localhost:1").status == 200


def test_a_huge_request_is_turned_away_before_it_is_read(site: str) -> None:
    assert fetch(site, "POST", "/gradio_api/queue/join", Content_Length="999999999").status == 413


def test_a_place_that_is_not_there_is_said_in_a_sentence(site: str) -> None:
    for at in ("", "x", "0:5::text:nobody", "0:99999999::text:yunxi", "-5:3::text:yunxi"):
        response = fetch(site, "GET", f"/source?at={at}")
        assert response.status == 404
        assert "已不在知识库中" in response.body.decode()


def test_a_script_in_the_pages_data_would_not_get_the_nonce_by_name_alone() -> None:
    html = fitted(b'<html lang="en"><head></head><script>{"title": "\\u003cscript"}</script></html>', "N")
    assert html.count(b'nonce="N"') == 3
    assert b'<html lang="zh-CN">' in html
