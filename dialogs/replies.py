"""What the bot says, as plain values: text with citations, suggested answers, or a card. The edge draws them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

CLAUSES = "Show or hide the clauses"


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
    """One input of a card: text, or with ``choices`` (value and title) one of several; ``required``: one must be taken.

    A text of several lines is ``long``, and has at most ``most`` characters.
    """

    id: str
    label: str
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    required: bool = True
    long: bool = True
    most: int = 1000


@dataclass(frozen=True, slots=True)
class Folded:
    """A part of a card that is hidden until its title is pressed: inputs and buttons that are seldom needed."""

    title: str
    fields: tuple[Field, ...]
    buttons: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A card: a title, paragraphs, facts, what "show the clauses" shows, a question, inputs and buttons.

    ``first`` is the button that needs no input and so stands above the inputs. ``folded`` stands last. ``more_title``
    is the button that opens ``more``.
    """

    title: str
    body: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    status: str = ""
    more: tuple[str, ...] = ()
    asks: str = ""
    first: Button | None = None
    fields: tuple[Field, ...] = ()
    buttons: tuple[Button, ...] = ()
    folded: Folded | None = None
    more_title: str = CLAUSES


@dataclass(frozen=True, slots=True)
class Reply:
    """One message: text, or a card. ``choices`` are answers offered as buttons; typing them does the same.

    ``rated``: it is an answer under which a thumb can be given.
    """

    text: str = ""
    citations: tuple[Citation, ...] = ()
    choices: tuple[str, ...] = ()
    card: Card | None = None
    summary: str = ""
    rated: bool = False


def to_json(reply: Reply) -> dict[str, Any]:
    """Give the JSON form in which a reply waits in the outbox."""
    return {
        "text": reply.text,
        "citations": [_fields(c) for c in reply.citations],
        "choices": list(reply.choices),
        "card": _card_json(reply.card) if reply.card else None,
        "summary": reply.summary,
        "rated": reply.rated,
    }


def _card_json(card: Card) -> dict[str, Any]:
    return {
        **_fields(card),
        "first": _fields(card.first) if card.first else None,
        "fields": [*map(_fields, card.fields)],
        "buttons": [*map(_fields, card.buttons)],
        "folded": _folded_json(card.folded) if card.folded else None,
    }


def _folded_json(folded: Folded) -> dict[str, Any]:
    return {
        "title": folded.title,
        "fields": [*map(_fields, folded.fields)],
        "buttons": [*map(_fields, folded.buttons)],
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
        rated=kept.get("rated", False),
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
        asks=kept.get("asks", ""),
        first=Button(**kept["first"]) if kept.get("first") else None,
        fields=_inputs(kept["fields"]),
        buttons=tuple(Button(**b) for b in kept["buttons"]),
        folded=_folded(kept["folded"]) if kept.get("folded") else None,
        more_title=kept.get("more_title", CLAUSES),
    )


def _folded(kept: Mapping[str, Any]) -> Folded:
    return Folded(kept["title"], _inputs(kept["fields"]), tuple(Button(**b) for b in kept["buttons"]))


def _inputs(kept: list[Mapping[str, Any]]) -> tuple[Field, ...]:
    return tuple(Field(**{**f, "choices": tuple(map(tuple, f["choices"]))}) for f in kept)
