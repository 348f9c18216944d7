"""Everything that can go wrong with a language model, as sentences for people.

GuiwenError                    the root (ingest.errors)
├── LlmUnavailable             there is none to ask, and the program says so before it answers anything
│   ├── LlmNotConfigured       no endpoint is named
│   └── LlmNotInstalled        the local model, or what runs it, is not here
└── LlmFailed                  one question's model did not deliver; the answer is the grounded one
    ├── LlmUnreachable         refused, dropped, or answered with an error
    ├── LlmTooSlow             no word in time, a pause within the answer, or no end in time
    ├── LlmMalformed           what came is no chat completion, or nothing of it is in the form asked for
    └── LlmUnproven            no sentence of it could be proven
"""

from __future__ import annotations

from ingest.errors import GuiwenError


class LlmUnavailable(GuiwenError):
    """There is no language model to ask."""


class LlmNotConfigured(LlmUnavailable):
    """No endpoint is named."""


class LlmNotInstalled(LlmUnavailable):
    """The local model, or what runs it, is not here."""


class LlmFailed(GuiwenError):
    """The language model did not deliver for one question."""


class LlmUnreachable(LlmFailed):
    """The endpoint refused, dropped the connection, or answered with an error."""


class LlmTooSlow(LlmFailed):
    """No word in time, a pause within the answer, or no end in time."""


class LlmMalformed(LlmFailed):
    """What came is no chat completion, or nothing of it is in the form asked for."""


class LlmUnproven(LlmFailed):
    """No sentence of the model could be proven."""
