"""What can go wrong with an evaluation, as sentences for people.

GuiwenError
└── EvalError          an evaluation cannot be done or read
    ├── GoldError      a gold file is not what it should be
    ├── PlansMissing   the library does not hold what the questions are about
    └── RunError       a folder of results does not fit what is asked of it
"""

from __future__ import annotations

from ingest.errors import GuiwenError


class EvalError(GuiwenError):
    """An evaluation cannot be done or read."""


class GoldError(EvalError):
    """A gold file cannot be read, or a row of it is not in the schema."""


class PlansMissing(EvalError):
    """The library does not hold the plans that the questions are about."""


class RunError(EvalError):
    """A folder of results is missing, incomplete, or was made from something else."""
