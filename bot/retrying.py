"""One attempt at a call of the Bot Connector, whether to try again, and what its failure means."""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from bot.errors import SendFailed

THROTTLED = 429
NOT_TAKEN = frozenset({412})
PASSING_FAULTS = frozenset({502, 503, 504})
LONGEST_CODE = 80


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of one attempt. ``arrived`` is False where no connection was made, so nothing can have been sent."""

    arrived: bool
    status: int | None = None
    code: str | None = None
    retry_after: float | None = None
    answer: Mapping[str, Any] = field(default_factory=dict)

    @property
    def delivered(self) -> bool:
        """Whether the connector accepted it."""
        return self.status is not None and 200 <= self.status < 300


def read_attempt(status: int, headers: Mapping[str, str], body: bytes, now: datetime | None = None) -> Attempt:
    """The attempt that got this answer."""
    answer = _read_object(body)
    return Attempt(True, status, _error_code(answer), read_retry_after(headers.get("Retry-After"), now), answer)


def wait_before_next(
    attempt: Attempt, harmless: bool, number: int, delays: Sequence[float], jitter: Callable[[], float]
) -> float | None:
    """Seconds to wait before attempt ``number`` + 1 is repeated, or None where it is not to be repeated now."""
    if number >= len(delays) or not _may_repeat(attempt, harmless):
        return None
    if attempt.status == THROTTLED and attempt.retry_after is not None:
        return attempt.retry_after
    return delays[number] * jitter()


def failure_of(attempt: Attempt, harmless: bool) -> SendFailed:
    """The failure to report for the last attempt."""
    status = attempt.status
    if status is None:
        kind = "unknown" if attempt.arrived and not harmless else "later"
    elif status == 403:
        kind = "blocked"
    elif status == 404:
        kind = "gone"
    # A refused login is put right by the operators, not by throwing the message away.
    elif status in NOT_TAKEN or status in (THROTTLED, 401):
        kind = "later"
    elif status >= 500:
        kind = "later" if harmless and status in PASSING_FAULTS else "unknown"
    else:
        kind = "rejected"
    return SendFailed(kind, status, attempt.code, attempt.retry_after)


def read_retry_after(text: str | None, now: datetime | None = None) -> float | None:
    """The seconds a Retry-After header asks for, as a number or a date; None where it cannot be read."""
    if text is None:
        return None
    try:
        seconds = float(text)
    except ValueError:
        try:
            moment = parsedate_to_datetime(text)
        except ValueError:
            return None
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        seconds = (moment - (now or datetime.now(UTC))).total_seconds()
    return max(0.0, seconds) if math.isfinite(seconds) else None


def _may_repeat(attempt: Attempt, harmless: bool) -> bool:
    if not attempt.arrived or attempt.status in NOT_TAKEN or attempt.status == THROTTLED:
        return True
    return harmless and (attempt.status is None or attempt.status in PASSING_FAULTS)


def _read_object(body: bytes) -> Mapping[str, Any]:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _error_code(answer: Mapping[str, Any]) -> str | None:
    error = answer.get("error")
    code = error.get("code") if isinstance(error, dict) else None
    return code[:LONGEST_CODE] if isinstance(code, str) else None
