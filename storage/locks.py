"""Who goes first: one turn of a person at a time in this process, and the lock numbers used in PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from threading import Lock

from sqlalchemy import BigInteger, bindparam, func, select

TAKE = select(func.pg_advisory_xact_lock(bindparam("number", type_=BigInteger)))


def lock_number(name: str) -> int:
    """The 64-bit number by which PostgreSQL knows a lock; the same in every process."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big", signed=True)


class PersonLocks:
    """A lock per person, kept only while somebody holds it or waits for it."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._held: dict[str, tuple[Lock, int]] = {}

    @contextmanager
    def holding(self, person: str) -> Iterator[None]:
        """Waits for the person's lock and holds it inside the block."""
        lock = self._join(person)
        try:
            with lock:
                yield
        finally:
            self._leave(person)

    def __len__(self) -> int:
        return len(self._held)

    def _join(self, person: str) -> Lock:
        with self._guard:
            lock, users = self._held.get(person) or (Lock(), 0)
            self._held[person] = (lock, users + 1)
            return lock

    def _leave(self, person: str) -> None:
        with self._guard:
            lock, users = self._held.pop(person)
            if users > 1:
                self._held[person] = (lock, users - 1)
