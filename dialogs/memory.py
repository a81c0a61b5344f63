"""What a follow-up needs: in memory only, for ten minutes, and nowhere else (SITUATIONS.md section 4)."""

import threading
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

KEPT_FOR = timedelta(minutes=10)
MOST_PEOPLE = 10_000


@dataclass(slots=True)
class Memory:
    """One value per person, forgotten after a while or a restart. Safe to use from several threads."""

    kept_for: timedelta = KEPT_FOR
    _kept: dict[str, tuple[datetime, dict[str, Any]]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def keep(self, person_id: str, what: dict[str, Any], now: datetime) -> None:
        """Remember ``what`` for this person in place of what was remembered before."""
        with self._lock:
            if len(self._kept) >= MOST_PEOPLE:
                self._drop_old(now)
            self._kept[person_id] = (now, what)

    def take(self, person_id: str, now: datetime) -> dict[str, Any] | None:
        """Give what is remembered for this person and forget it; None where nothing is, or it is too old."""
        with self._lock:
            kept = self._kept.pop(person_id, None)
        return kept[1] if kept and now - kept[0] <= self.kept_for else None

    def look(self, person_id: str, now: datetime) -> dict[str, Any] | None:
        """Give what is remembered for this person and keep it."""
        with self._lock:
            kept = self._kept.get(person_id)
        return kept[1] if kept and now - kept[0] <= self.kept_for else None

    def _drop_old(self, now: datetime) -> None:
        self._kept = {p: kept for p, kept in self._kept.items() if now - kept[0] <= self.kept_for}
        if len(self._kept) >= MOST_PEOPLE:
            self._kept.pop(next(iter(self._kept)))
