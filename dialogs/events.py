"""What can reach a conversation, as plain values: the edge translates activities into these."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Said:
    """Words that a person typed. ``cut`` says that more was typed than is read."""

    text: str
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button of a card: its verb, its payload and what was typed into the card's inputs.

    ``automatic``: the client asks for a fresh card by itself. ``answered``: the client shows what the turn answers;
    an older one does not, and is told in a message.
    """

    verb: str
    data: Mapping[str, Any] = field(default_factory=dict)
    automatic: bool = False
    answered: bool = True


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that somebody sent: its name and what it holds, or why it could not be fetched."""

    name: str
    content: bytes = field(default=b"", repr=False)
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Attached:
    """A picture or a file, with whatever was typed beside it; ``files`` are those that were fetched, for HR alone."""

    names: tuple[str, ...]
    text: str = ""
    files: tuple[Sent, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """The person added or opened the bot."""


@dataclass(frozen=True, slots=True)
class Edited:
    """An earlier message was changed or taken back after it was sent."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class Reacted:
    """A thumb or a smile on one of the bot's messages."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rated:
    """A thumb up or down under one of the bot's answers."""

    helpful: bool


Event = Said | Pressed | Attached | Opened | Edited | Reacted | Rated
