"""Draws neutral replies as the JSON of Teams activities: Markdown with citations, suggested answers, adaptive cards."""

from collections.abc import Mapping
from typing import Any

from bot.entities import Citation, citation_entity
from bot.wire import plain
from dialogs.replies import Button, Card, Field, Reply

CARD_TYPE = "application/vnd.microsoft.card.adaptive"
CARD_VERSION = "1.5"
# With more of them the buttons below would be off the screen.
CHOICES_IN_SIGHT = 24


def draw(reply: Reply, reference: Mapping[str, Any], alert: bool = False) -> dict[str, Any]:
    """Draw one reply as the JSON of one activity, to the person of ``reference``; ``alert`` asks for a notification."""
    user_id = reference.get("user_id")
    activity = {"type": "message", "from": _account(reference.get("bot_id")), "recipient": _account(user_id)}
    if reply.card:
        activity["attachments"] = [{"contentType": CARD_TYPE, "content": plain(draw_card(reply.card))}]
    else:
        activity |= {"text": reply.text, "textFormat": "markdown"}
    if reply.summary:
        activity["summary"] = reply.summary
    if reply.citations:
        activity["entities"] = [plain(citation_entity([Citation(c.label, c.quote) for c in reply.citations]))]
    if reply.choices and not reply.card:
        activity["suggestedActions"] = _suggested(reply.choices, user_id)
    if reply.rated:
        activity["channelData"] = {"feedbackLoop": {"type": "default"}}
    if alert:
        activity["channelData"] = {**activity.get("channelData", {}), "notification": {"alert": True}}
    return activity


def draw_card(card: Card) -> dict[str, Any]:
    """Draw a card as adaptive card JSON."""
    body: list[dict[str, Any]] = [_text(card.title, style="heading", weight="Bolder", size="Large")]
    body += [_text(paragraph) for paragraph in card.body]
    if card.facts:
        body.append({"type": "FactSet", "facts": [{"title": label, "value": value} for label, value in card.facts]})
    if card.status:
        body.append(_text(card.status, weight="Bolder"))
    if card.asks:
        body.append(_text(card.asks, weight="Bolder"))
    if card.first:
        body.append({"type": "ActionSet", "actions": [_execute(card.first)]})
    body += [_input(f) for f in card.fields]
    if card.buttons:
        body.append({"type": "ActionSet", "actions": [_execute(b) for b in card.buttons]})
    if card.folded:
        inside = [
            *map(_input, card.folded.fields),
            {"type": "ActionSet", "actions": [*map(_execute, card.folded.buttons)]},
        ]
        body += _hidden("folded", card.folded.title, inside)
    if card.more:
        # Last, so that what it opens does not push the choices away.
        body += _hidden("clauses", card.more_title, [_text(p) for p in card.more])
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
            "style": "expanded" if len(field.choices) <= CHOICES_IN_SIGHT else "compact",
            "wrap": True,
            **({"isRequired": True, "errorMessage": "Choose one"} if field.required else {}),
            "choices": [{"value": value, "title": title} for value, title in field.choices],
        }
    return {
        "type": "Input.Text",
        "id": field.id,
        "label": field.label,
        "isMultiline": field.long,
        "maxLength": field.most if field.long else 200,
        **({"value": field.value} if field.value else {}),
    }


def _hidden(name: str, title: str, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    toggle = {"type": "Action.ToggleVisibility", "title": title, "targetElements": [name]}
    return [
        {"type": "ActionSet", "separator": True, "spacing": "Medium", "actions": [toggle]},
        {"type": "Container", "id": name, "isVisible": False, "items": items},
    ]


def _execute(button: Button) -> dict[str, Any]:
    data = dict(button.data)
    # The card itself changes when a button is pressed: the client need not say that something was sent.
    shape = {"title": button.title, "msTeams": {"feedback": {"hide": True}}}
    if button.style != "default":
        shape["style"] = button.style
    return {
        "type": "Action.Execute",
        "verb": button.verb,
        "data": data,
        **shape,
        "fallback": {"type": "Action.Submit", "data": {**data, "verb": button.verb}, **shape},
    }


def _fallback(card: Card) -> str:
    facts = "; ".join(f"{label}: {value}" for label, value in card.facts)
    parts = [card.title, *card.body, facts, card.status, card.asks]
    return ". ".join(p.rstrip(".") for p in parts if p)[:2000]


def _suggested(choices: tuple[str, ...], user_id: str | None) -> dict[str, Any]:
    actions = [{"type": "imBack", "title": choice, "value": choice} for choice in choices]
    return {"to": [user_id] if user_id else [], "actions": actions}


def _account(account_id: str | None) -> dict[str, str]:
    return {} if account_id is None else {"id": account_id}
