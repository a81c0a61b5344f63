"""What can go wrong at the edge. None of these is shown to a person."""

from typing import Literal

Kind = Literal["later", "blocked", "gone", "rejected", "unknown"]


class Refused(Exception):
    """An inbound request that is not let in: the HTTP status, a short code, and a reason without personal text."""

    def __init__(self, status: int, code: str, reason: str):
        super().__init__(f"{status} {code}: {reason}")
        self.status = status
        self.code = code
        self.reason = reason


class SendFailed(Exception):
    """A message that did not go out, and what to do about it.

    ``kind`` is ``later`` (try again, not before ``retry_after`` seconds), ``blocked`` (stop until the person writes
    again), ``gone`` (drop the stored id), ``rejected`` (it will never be accepted as it is) or ``unknown`` (it may or
    may not have been delivered).
    """

    def __init__(
        self, kind: Kind, status: int | None = None, code: str | None = None, retry_after: float | None = None
    ):
        super().__init__(f"{kind} (status {status}, code {code})")
        self.kind = kind
        self.status = status
        self.code = code
        self.retry_after = retry_after


class TokenUnavailable(Exception):
    """The login host gave no token for the connector, and none is held that is still valid."""


class KeysUnavailable(Exception):
    """The signing keys of the Bot Framework were never loaded and cannot be loaded now."""
