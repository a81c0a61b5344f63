"""Draws neutral replies as Teams activities: Markdown text with citations, suggested answers, adaptive cards 1.5."""

from typing import Any

from botbuilder.schema import (
    Activity,
    ActivityTypes,
    Attachment,
    CardAction,
    ChannelAccount,
    SuggestedActions,
)

from bot.entities import Citation, citation_entity
from dialogs.replies import Button, Card, Field, Reply

CARD_TYPE = "application/vnd.microsoft.card.adaptive"
CARD_VERSION = "1.5"


def draw(reply: Reply, user_id: str | None = None, alert: bool = False) -> Activity:
    """Draw one reply as one activity; ``alert`` asks for a notification, ``user_id`` is whose buttons they are."""
    activity = Activity(type=ActivityTypes.message)
    if reply.card:
        activity.attachments = [Attachment(content_type=CARD_TYPE, content=draw_card(reply.card))]
    else:
        activity.text, activity.text_format = reply.text, "markdown"
    if reply.summary:
        activity.summary = reply.summary
    if reply.citations:
        activity.entities = [citation_entity([Citation(c.label, c.quote) for c in reply.citations])]
    if reply.choices and not reply.card:
        activity.suggested_actions = _suggested(reply.choices, user_id)
    if alert:
        activity.channel_data = {"notification": {"alert": True}}
    return activity


def address(activity: Activity, reference: dict[str, Any]) -> Activity:
    """Fill in from whom and to whom an activity goes."""
    activity.from_property = ChannelAccount(id=reference.get("bot_id"))
    activity.recipient = ChannelAccount(id=reference.get("user_id"))
    return activity


def draw_card(card: Card) -> dict[str, Any]:
    """Draw a card as adaptive card JSON."""
    body: list[dict[str, Any]] = [_text(card.title, style="heading", weight="Bolder", size="Large")]
    body += [_text(paragraph) for paragraph in card.body]
    if card.facts:
        body.append({"type": "FactSet", "facts": [{"title": label, "value": value} for label, value in card.facts]})
    if card.status:
        body.append(_text(card.status, weight="Bolder"))
    if card.more:
        body += _more(card.more)
    if card.asks:
        body.append(_text(card.asks, weight="Bolder"))
    if card.first:
        body.append({"type": "ActionSet", "actions": [_execute(card.first)]})
    body += [_input(f) for f in card.fields]
    if card.buttons:
        body.append({"type": "ActionSet", "actions": [_execute(b) for b in card.buttons]})
    return {
        "type": "AdaptiveCard",
        "version": CARD_VERSION,
        "lang": "en-GB",
        "fallbackText": _fallback(card),
        "body": body,
    }


def _text(text: str, **more: str) -> dict[str, Any]:
    return {"type": "TextBlock", "text": text, "wrap": True, **more}


def _input(field: Field) -> dict[str, Any]:
    if field.choices:
        return {
            "type": "Input.ChoiceSet",
            "id": field.id,
            "label": field.label,
            "style": "expanded",
            "isRequired": True,
            "errorMessage": "Choose one",
            "choices": [{"value": value, "title": title} for value, title in field.choices],
        }
    return {
        "type": "Input.Text",
        "id": field.id,
        "label": field.label,
        "isMultiline": True,
        "maxLength": 1000,
        **({"value": field.value} if field.value else {}),
    }


def _more(paragraphs: tuple[str, ...]) -> list[dict[str, Any]]:
    toggle = {
        "type": "Action.ToggleVisibility",
        "title": "Show or hide the clauses",
        "targetElements": ["clauses"],
    }
    hidden = {
        "type": "Container",
        "id": "clauses",
        "isVisible": False,
        "items": [_text(p) for p in paragraphs],
    }
    return [{"type": "ActionSet", "actions": [toggle]}, hidden]


def _execute(button: Button) -> dict[str, Any]:
    data = dict(button.data)
    shape = {"title": button.title}
    if button.style != "default":
        shape["style"] = button.style
    return {
        "type": "Action.Execute",
        "verb": button.verb,
        "data": data,
        **shape,
        "fallback": {
            "type": "Action.Submit",
            "data": {**data, "verb": button.verb},
            "msTeams": {"feedback": {"hide": True}},
            **shape,
        },
    }


def _fallback(card: Card) -> str:
    facts = "; ".join(f"{label}: {value}" for label, value in card.facts)
    parts = [card.title, *card.body, facts, card.status, card.asks]
    return ". ".join(p.rstrip(".") for p in parts if p)[:2000]


def _suggested(choices: tuple[str, ...], user_id: str | None) -> SuggestedActions:
    actions = [CardAction(type="imBack", title=choice, value=choice) for choice in choices]
    return SuggestedActions(to=[user_id] if user_id else [], actions=actions)
