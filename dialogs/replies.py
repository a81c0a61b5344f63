"""What the bot says, as plain values: text with citations, suggested answers, or a card. The edge draws them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Citation:
    """A clause that a text cites as ``[position]``."""

    position: int
    label: str
    quote: str


@dataclass(frozen=True, slots=True)
class Button:
    """One action of a card: its title makes sense out of context, its data is a typed payload."""

    title: str
    verb: str
    data: Mapping[str, Any] = field(default_factory=dict)
    style: str = "default"


@dataclass(frozen=True, slots=True)
class Field:
    """One text input of a card."""

    id: str
    label: str
    placeholder: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A card: a title, paragraphs, facts, what is shown under "show more", inputs and buttons."""

    title: str
    body: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    status: str = ""
    more: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """One message: text, or a card. ``choices`` are answers offered as buttons; typing them does the same."""

    text: str = ""
    citations: tuple[Citation, ...] = ()
    choices: tuple[str, ...] = ()
    card: Card | None = None
    summary: str = ""


def to_json(reply: Reply) -> dict[str, Any]:
    """Give the JSON form in which a reply waits in the outbox."""
    card = reply.card
    return {
        "text": reply.text,
        "citations": [_fields(c) for c in reply.citations],
        "choices": list(reply.choices),
        "card": card
        and {**_fields(card), "fields": [*map(_fields, card.fields)], "buttons": [*map(_fields, card.buttons)]},
        "summary": reply.summary,
    }


def from_json(kept: Mapping[str, Any]) -> Reply:
    """Read a reply back from the outbox."""
    card = kept.get("card")
    return Reply(
        text=kept["text"],
        citations=tuple(Citation(**c) for c in kept["citations"]),
        choices=tuple(kept["choices"]),
        card=_card(card) if card else None,
        summary=kept.get("summary", ""),
    )


def _fields(value: Any) -> dict[str, Any]:
    """The fields of a flat value; ``dataclasses.asdict`` copies what is in them too, which costs ten times as much."""
    return {name: getattr(value, name) for name in value.__slots__}


def _card(kept: Mapping[str, Any]) -> Card:
    return Card(
        title=kept["title"],
        body=tuple(kept["body"]),
        facts=tuple((label, value) for label, value in kept["facts"]),
        status=kept["status"],
        more=tuple(kept["more"]),
        fields=tuple(Field(**f) for f in kept["fields"]),
        buttons=tuple(Button(**b) for b in kept["buttons"]),
    )
