"""Sends to Playgrounds as well: what Teams shows of a message with offered answers, the Playground does not.

It shows such a text as HTML, Markdown marks and all, and without its citations
(github.com/microsoft/Agents/issues/475). So there the text goes first, as ever, and its question follows with the
answers, as HTML.
"""

import html
import re
from collections.abc import Mapping
from typing import Any

from bot.connector import Connector

_BOLD = re.compile(r"\*\*(.+?)\*\*", re.S)
_ESCAPED = re.compile(r"\\(.)")


class PlaygroundConnector(Connector):
    """The connector of the demo. Elsewhere than to a Playground it sends what it is given."""

    async def send(
        self,
        service_url: str,
        conversation_id: str,
        activity: Mapping[str, Any],
        *args: Any,
        **more: Any,
    ) -> str:
        """Posts a new activity, in two where a Playground would spoil it; gives the id of the last."""
        sent = ""
        for part in parts(activity) if is_playground(service_url) else [activity]:
            sent = await super().send(service_url, conversation_id, part, *args, **more)
        return sent


def is_playground(service_url: str) -> bool:
    """Say whether an address is a Playground's of this machine."""
    return re.fullmatch(r"http://localhost:\d+/_connector/?", service_url) is not None


def parts(activity: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Give what to post in the place of an activity: the text with its citations, then its question with answers."""
    if not activity.get("suggestedActions"):
        return [activity]
    text, _, question = activity["text"].rpartition("\n\n")
    asks = {k: v for k, v in activity.items() if k != "entities"}
    if not (text and activity.get("entities")):
        return [{**asks, "text": as_html(activity["text"]), "textFormat": "xml"}]
    says = {k: v for k, v in activity.items() if k != "suggestedActions"}
    return [{**says, "text": text}, {**asks, "text": as_html(question), "textFormat": "xml"}]


def as_html(text: str) -> str:
    """Turn the Markdown that the conversation writes (bold, paragraphs, escapes) into HTML."""
    safe = html.escape(text, quote=False)
    bold = _BOLD.sub(r"<strong>\1</strong>", safe)
    paragraphs = _ESCAPED.sub(r"\1", bold).split("\n\n")
    return "".join(f"<p>{p.replace(chr(10), '<br>')}</p>" for p in paragraphs)
