"""How plain values become columns and back: JSON, UTC times, pence."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from typing import Any

from sqlalchemy import JSON, DateTime
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

PENNY = Decimal("0.01")
Json = JSON(none_as_null=True)
_PLAIN = frozenset({str, int, float, bool, type(None)})


def plain(value: Any) -> Any:
    """The value as JSON knows it: decimals as strings, dates as ISO, enums as their values, tuples and sets as lists.

    Raises TypeError for anything else, naming its type.
    """
    if type(value) in _PLAIN or isinstance(value, (int, float)):
        return value
    if isinstance(value, Mapping):
        return {
            key if type(key) is str else _key(key): each if type(each) in _PLAIN else plain(each)
            for key, each in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [each if type(each) in _PLAIN else plain(each) for each in value]
    if isinstance(value, (set, frozenset)):
        return sorted(plain(each) for each in value)
    return _scalar(value)


def _key(key: Any) -> str:
    key = plain(key)
    if not isinstance(key, str):
        raise TypeError(f"a JSON object needs text keys, not {type(key).__name__}")
    return key


def _scalar(value: Any) -> Any:
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return str(value)
    raise TypeError(f"{type(value).__name__} cannot be kept as JSON")


def dumps(value: Any) -> str:
    """Compact JSON text of a value that :func:`plain` gave or accepts, for the engine: one pass, no copy before it."""
    return _WRITER.encode(value)


def canonical(value: Any) -> str:
    """One spelling per value: JSON with sorted keys, for hashing."""
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=plain)


def utc(moment: datetime) -> datetime:
    """The same instant in UTC. Raises ValueError for a time without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a time needs its zone")
    return moment.astimezone(UTC)


def pence(amount: Decimal) -> int:
    """Pounds as whole pence, half a penny rounded up. Raises ValueError for a negative or unreal amount."""
    if not amount.is_finite() or amount < 0:
        raise ValueError("an amount of money is a number of pounds, not below nothing")
    return int(amount.quantize(PENNY, ROUND_HALF_UP) * 100)


def pounds(amount: int) -> Decimal:
    """Whole pence as pounds with two places."""
    return Decimal(int(amount)).scaleb(-2).quantize(PENNY)


class UtcTime(TypeDecorator[datetime]):
    """A time kept in UTC on both databases: aware in, aware out; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else utc(value)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
