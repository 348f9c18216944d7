from __future__ import annotations

import pytest

from assistant.web.server import allowed_hosts


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_a_page_for_everyone_may_be_called_by_any_name(host: str) -> None:
    assert allowed_hosts(host) is None


@pytest.mark.parametrize(("host", "name"), [("127.0.0.1", "localhost"), ("10.0.0.8", "10.0.0.8"), ("::1", "[::1]")])
def test_otherwise_only_by_its_own_names(host: str, name: str) -> None:
    assert name in allowed_hosts(host)
    assert "evil.example" not in allowed_hosts(host)
