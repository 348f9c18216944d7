from __future__ import annotations

import pytest

from assistant.web.errors import CannotListen
from assistant.web.serve import address, listen


def test_a_free_port_gives_an_address_for_the_browser() -> None:
    with listen("127.0.0.1", 0) as door:
        assert address(door) == f"http://127.0.0.1:{door.getsockname()[1]}"


def test_listening_everywhere_is_shown_as_this_machine() -> None:
    with listen("0.0.0.0", 0) as door:
        assert address(door).startswith("http://127.0.0.1:")


def test_a_taken_port_is_said_in_one_sentence() -> None:
    with listen("127.0.0.1", 0) as door:
        port = door.getsockname()[1]
        with pytest.raises(CannotListen, match=f"端口 {port} 已被占用"):
            listen("127.0.0.1", port)


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 70_000), ("203.0.113.1", 0)])
def test_an_address_that_is_not_ours_is_said_in_one_sentence(host: str, port: int) -> None:
    with pytest.raises(CannotListen, match="无法在"):
        listen(host, port)
