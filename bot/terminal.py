"""A Teams client for one person in a terminal: plays the Bot Connector on loopback, prints what the bot sends."""

import textwrap
import uuid
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from aiohttp import ClientSession, web

from dialogs.people import Person

WIDTH = 100
TENANT = "terminal"
ACTIVITIES = "/v3/conversations/{conversation}/activities"


class TerminalClient:
    """Sends a person's words and button presses to the bot over HTTP, and shows what comes back."""

    def __init__(self, session: ClientSession, bot_url: str, person: Person, show: Callable[[str], None] = print):
        self._session, self._bot_url, self._person, self._show = session, bot_url, person, show
        self._buttons: list[dict[str, Any]] = []
        self._fields: list[dict[str, Any]] = []
        self._card_id = ""
        self.service_url = ""

    def connector(self) -> web.Application:
        """Give the web application that the bot sends to."""
        app = web.Application()
        app.router.add_post(ACTIVITIES, self._receive)
        app.router.add_put(ACTIVITIES + "/{activity}", self._receive)
        return app

    async def open(self) -> int:
        """Tell the bot that the person opened it; gives the HTTP status."""
        return await self._post({"type": "installationUpdate", "action": "add"})

    async def enter(self, line: str) -> int:
        """Send a line: the number of a button presses it, anything else is said. Gives the HTTP status."""
        number, _, note = line.strip().partition(" ")
        if number.isdigit() and 1 <= int(number) <= len(self._buttons):
            return await self._press(self._buttons[int(number) - 1], note.strip())
        return await self._post({"type": "message", "text": line, "textFormat": "plain"})

    async def _press(self, button: Mapping[str, Any], note: str) -> int:
        data = {**button.get("data", {}), **({self._fields[0]["id"]: note} if note and self._fields else {})}
        action = {"type": "Action.Execute", "verb": button["verb"], "data": data}
        return await self._post(
            {
                "type": "invoke",
                "name": "adaptiveCard/action",
                "replyToId": self._card_id,
                "value": {"action": action, "trigger": "manual"},
            }
        )

    async def _post(self, activity: dict[str, Any]) -> int:
        person = self._person
        body = {
            "id": uuid.uuid4().hex,
            "channelId": "msteams",
            "serviceUrl": self.service_url,
            "timestamp": datetime.now(UTC).isoformat(),
            "from": {"id": f"29:{person.key}", "name": person.name, "aadObjectId": person.id},
            "recipient": {"id": "28:bot", "name": "Probity"},
            "conversation": {"id": f"terminal:{person.key}", "conversationType": "personal", "tenantId": TENANT},
            "channelData": {"tenant": {"id": TENANT}},
            **activity,
        }
        async with self._session.post(self._bot_url, json=body) as answer:
            return answer.status

    async def _receive(self, request: web.Request) -> web.Response:
        activity = await request.json()
        if activity.get("type") == "message":
            self._print(activity, changed=request.method == "PUT")
        return web.json_response({"id": request.match_info.get("activity") or uuid.uuid4().hex})

    def _print(self, activity: Mapping[str, Any], changed: bool) -> None:
        lines = [activity["text"]] if activity.get("text") else []
        for attachment in activity.get("attachments") or []:
            lines += self._card_lines(attachment.get("content") or {}, changed)
        suggested = (activity.get("suggestedActions") or {}).get("actions") or []
        if suggested:
            lines.append("   " + "   ".join(f"[{a['title']}]" for a in suggested))
        self._show("\n" + "\n".join(wrapped(line) for line in lines))

    def _card_lines(self, card: Mapping[str, Any], changed: bool) -> list[str]:
        lines = ["(this card has changed)"] if changed else []
        actions: list[dict[str, Any]] = []
        self._walk(card.get("body") or [], lines, actions)
        if actions:
            self._buttons = actions
            lines += [f"   {n}  {a['title']}" for n, a in enumerate(actions, 1)]
            if self._fields:
                lines.append("   (type a number; add words after it for a condition, a reason or a question)")
        return lines

    def _walk(self, items: list[dict[str, Any]], lines: list[str], actions: list[dict[str, Any]]) -> None:
        self._fields = [i for i in items if i.get("type") == "Input.Text"] or self._fields
        for item in items:
            match item.get("type"):
                case "TextBlock":
                    lines.append(f"| {item['text']}")
                case "FactSet":
                    lines += [f"|   {f['title']}: {f['value']}" for f in item["facts"]]
                case "Container" if item.get("isVisible", True):
                    self._walk(item["items"], lines, actions)
                case "ActionSet":
                    actions += [a for a in item["actions"] if a["type"] == "Action.Execute"]


def wrapped(text: str) -> str:
    """Wrap each line of a text for a terminal, without its Markdown."""
    plain = text.replace("**", "").replace("\\", "")
    return "\n".join(textwrap.fill(line, WIDTH, subsequent_indent="  ") if line else "" for line in plain.split("\n"))
