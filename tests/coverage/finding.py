"""One line of the coverage table."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from tests.town import LONDON

FOLDER = Path(__file__).parent
NOW = datetime(2026, 11, 17, 10, 0, tzinfo=LONDON)
ON: date = NOW.date()


@dataclass(frozen=True, slots=True)
class Finding:
    """What is looked at, whether it is covered, and how, or what is missing."""

    what: str
    covered: bool
    how: str


def read_data(name: str) -> dict:
    """Give the content of one of the data files beside this module."""
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
