"""Turns activities into the plain events that the conversation knows."""

import re
from collections.abc import Mapping
from typing import Any

from botbuilder.schema import Activity, ActivityTypes

from dialogs.events import Attached, Edited, Event, Opened, Pressed, Rated, Reacted, Said
from dialogs.turning import READ_AT_MOST

_MENTION = re.compile(r"<at>.*?</at>", re.S)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f​‎‏⁠﻿]")
_NOT_FILES = ("text/html", "text/plain")


def translate(activity: Activity) -> Event | None:
    """Give what an activity says, or None where it asks nothing of the conversation."""
    match activity.type:
        case ActivityTypes.message:
            return _message(activity)
        case ActivityTypes.invoke:
            return _invoke(activity)
        case ActivityTypes.message_update:
            return Edited(_words(activity.text))
        case ActivityTypes.message_reaction:
            return Reacted(tuple(r.type or "" for r in activity.reactions_added or ()))
        case ActivityTypes.installation_update:
            return Opened() if (activity.action or "").startswith("add") else None
        case ActivityTypes.conversation_update:
            return Opened() if _somebody_joined(activity) else None
    return None


def reference_of(activity: Activity) -> dict[str, Any] | None:
    """Give how to write to the person later; None outside a personal chat."""
    conversation = activity.conversation
    if conversation is None or not activity.service_url or is_group(activity):
        return None
    return {
        "service_url": activity.service_url,
        "conversation_id": conversation.id,
        "bot_id": activity.recipient.id if activity.recipient else None,
        "user_id": activity.from_property.id if activity.from_property else None,
        "tenant_id": conversation.tenant_id,
    }


def is_group(activity: Activity) -> bool:
    """Say whether others than the person can read the conversation."""
    conversation = activity.conversation
    return bool(conversation and (conversation.is_group or conversation.conversation_type in ("channel", "groupChat")))


def _message(activity: Activity) -> Event:
    if isinstance(activity.value, Mapping) and not (activity.text or "").strip():
        return _pressed(activity.value)
    words = _words(activity.text)
    files = [a for a in activity.attachments or () if (a.content_type or "") not in _NOT_FILES]
    if files:
        return Attached(tuple(a.name or a.content_type or "" for a in files), words[:READ_AT_MOST])
    return Said(words[:READ_AT_MOST], cut=len(words) > READ_AT_MOST)


def _pressed(value: Mapping[str, Any], automatic: bool = False, answered: bool = False) -> Pressed:
    verb = value.get("verb")
    return Pressed(verb if isinstance(verb, str) else "", dict(value), automatic, answered)


def _invoke(activity: Activity) -> Event | None:
    value = activity.value if isinstance(activity.value, Mapping) else {}
    if activity.name == "message/submitAction":
        return _rated(value)
    action = value.get("action")
    if activity.name != "adaptiveCard/action" or not isinstance(action, Mapping):
        return None
    data = action.get("data")
    data = data if isinstance(data, Mapping) else {}
    return _pressed({**data, "verb": action.get("verb")}, value.get("trigger") == "automatic", True)


def _rated(value: Mapping[str, Any]) -> Rated | None:
    given = value.get("actionValue")
    reaction = given.get("reaction") if isinstance(given, Mapping) else None
    if value.get("actionName") != "feedback" or reaction not in ("like", "dislike"):
        return None
    return Rated(reaction == "like")


def _words(text: str | None) -> str:
    return _CONTROL.sub("", _MENTION.sub("", text or "")).strip()


def _somebody_joined(activity: Activity) -> bool:
    bot = activity.recipient.id if activity.recipient else None
    return any(member.id != bot for member in activity.members_added or ())
