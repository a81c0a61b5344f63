"""What the engine made of a text, as JSON."""

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal

from knowledge.understanding.engine import Understanding

_MOST = 5
_HELPERS = {"thing"}


def classify_json(understanding: Understanding) -> dict:
    """Give an understanding in the shape of ``probity classify``.

    Scores have four decimals, best first, at most five; money is a string in pounds with two decimals, dates are ISO.
    """
    return {
        "decision": understanding.decision,
        "candidates": [
            {"situation": candidate.situation, "score": round(candidate.score, 4)}
            for candidate in understanding.candidates[:_MOST]
        ],
        "facts": {name: _plain(value) for name, value in understanding.facts.items() if name not in _HELPERS},
    }


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(inner) for inner in value]
    return value
