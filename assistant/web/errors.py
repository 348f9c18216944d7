"""What can go wrong with serving the page, as sentences for people.

GuiwenError
├── CannotListen               the address or port is taken, not ours, or not allowed
└── FeedbackRefused            what a visitor thinks of an answer cannot be written down
"""

from __future__ import annotations

from ingest.errors import GuiwenError


class CannotListen(GuiwenError):
    """The page cannot be served at this address."""


class FeedbackRefused(GuiwenError):
    """What a visitor thinks of an answer cannot be written down."""
