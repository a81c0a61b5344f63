"""The time of day, as the rest of the program sees it."""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from knowledge.errors import Sayable


class Clock:
    """The local time in ``zone``: the real one, or one that runs on from ``start`` (aware)."""

    def __init__(self, zone: ZoneInfo, start: datetime | None = None, monotonic: Callable[[], float] = time.monotonic):
        self.zone = zone
        self._start = start.astimezone(UTC) if start else None
        self._monotonic = monotonic
        self._began = monotonic()

    def now(self) -> datetime:
        """This moment, aware, in the zone of the clock."""
        if self._start is None:
            return datetime.now(self.zone)
        return (self._start + timedelta(seconds=self._monotonic() - self._began)).astimezone(self.zone)

    def today(self) -> date:
        """The date in the zone of the clock."""
        return self.now().date()


def read_now(text: str, zone: ZoneInfo) -> datetime:
    """The moment an ISO text names, aware; without an offset it is local time in ``zone``. Raises Sayable."""
    try:
        moment = datetime.fromisoformat(text.strip())
        moment = moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
        moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise Sayable(
            f"--now {text!r} is not a date and time. Write it like 2026-03-14T09:30, or 2026-03-14T09:30+00:00."
        ) from None
    return moment
