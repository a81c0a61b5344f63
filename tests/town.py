"""A town for tests: the real bot over HTTP with a database of its own, and a Bot Connector that remembers."""

import functools
import itertools
import tempfile
from collections import defaultdict
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from aiohttp import ClientSession, web

from bot.app import PARTS, SENDER, build_app
from bot.people import demo_directory
from bot.settings import read_settings
from storage.store import open_store

LONDON = ZoneInfo("Europe/London")
TENANT = "11111111-1111-1111-1111-111111111111"
DEFAULT_NOW = datetime(2026, 11, 17, 10, 0, tzinfo=LONDON)


class Chat:
    """One person's chat as Teams keeps it: messages in order, each as it stands now."""

    def __init__(self):
        self.messages: dict[str, dict] = {}
        self.answers: dict[tuple[int, str], dict] = {}
        self.log: list[tuple[str, str, dict]] = []

    def since(self, mark: int) -> list[dict]:
        return [activity for _, _, activity in self.log[mark:]]


class FakeConnector:
    """The far side of the Bot Connector, at the wire."""

    def __init__(self):
        self.chats: dict[str, Chat] = defaultdict(Chat)
        self._ids = itertools.count(1)
        self.refuse: dict[str, int] = {}

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/v3/conversations/{c}/activities", self._post)
        app.router.add_put("/v3/conversations/{c}/activities/{a}", self._put)
        return app

    async def _post(self, request: web.Request) -> web.Response:
        conversation = request.match_info["c"]
        if conversation in self.refuse:
            return web.json_response({"error": {"code": "Nope"}}, status=self.refuse[conversation])
        activity_id = f"m{next(self._ids)}"
        self._keep(conversation, "new", activity_id, await request.json())
        return web.json_response({"id": activity_id})

    async def _put(self, request: web.Request) -> web.Response:
        activity_id = request.match_info["a"]
        self._keep(request.match_info["c"], "update", activity_id, await request.json())
        return web.json_response({"id": activity_id})

    def _keep(self, conversation: str, how: str, activity_id: str, activity: dict) -> None:
        chat = self.chats[conversation]
        chat.messages[activity_id] = activity
        chat.log.append((how, activity_id, activity))


class Town:
    """The bot, its people and their chats."""

    def __init__(
        self, folder: Path, now: datetime = DEFAULT_NOW, database_url: str | None = None, directory=None, links="off"
    ):
        self.folder, self.now, self.links = folder, now, links
        self.database_url = database_url or f"sqlite:///{folder / 'town.db'}"
        self.directory = directory or demo_directory()
        self.connector = FakeConnector()
        self._ids = itertools.count(1)
        self.last: dict[str, dict] = {}
        self.last_answer: dict | None = None
        self._bot: web.AppRunner | None = None

    async def open(self) -> "Town":
        _begin_upgraded(self.database_url)
        self._far = web.AppRunner(self.connector.app(), access_log=None)
        self.service_url = await _serve(self._far)
        self._session = ClientSession()
        await self.start()
        return self

    async def start(self) -> None:
        environ = {
            "PROBITY_HOME": str(self.folder),
            "PROBITY_SECRET_KEY": "a test key",
            "PROBITY_TURNS_PER_MINUTE": "0",
            "PROBITY_LINKS": self.links,
        }
        settings = read_settings(environ, allow_anonymous=True, now=self.now, database_url=self.database_url)
        self.app = build_app(settings, self.directory)
        self._bot = web.AppRunner(self.app, access_log=None)
        self.bot_url = f"{await _serve(self._bot)}/api/messages"

    async def restart(self, now: datetime | None = None) -> None:
        """Stop the process's parts and build them anew on the same database."""
        self.now = now or self.app[PARTS].clock.now()
        await self._bot.cleanup()
        await self.start()

    async def close(self) -> None:
        await self._session.close()
        await self._bot.cleanup()
        await self._far.cleanup()

    @property
    def store(self):
        return self.app[PARTS].desk.store

    def chat(self, who: str) -> Chat:
        return self.connector.chats[f"a:{who}"]

    def person(self, who: str):
        return self.directory.by_key(who)

    async def say(self, who: str, text: str, **more) -> int:
        return await self.send(who, type="message", text=text, textFormat="plain", **more)

    async def opens(self, who: str) -> int:
        return await self.send(who, type="installationUpdate", action="add")

    async def press(
        self, who: str, title: str, inputs: dict | None = None, newest: bool = True, submit: bool = False
    ) -> int:
        found = self.buttons(who, title)
        if not found:
            raise AssertionError(f"{who} has no button {title!r}; there are {[b['title'] for b in self.buttons(who)]}")
        message_id, action = found[-1] if newest else found[0]
        data = {**action["data"], **(inputs or {})}
        if submit:
            return await self.send(who, type="message", value={**data, "verb": action["verb"]}, replyToId=message_id)
        value = {"action": {"type": "Action.Execute", "verb": action["verb"], "data": data}, "trigger": "manual"}
        return await self.send(who, type="invoke", name="adaptiveCard/action", value=value, replyToId=message_id)

    async def again(self, who: str) -> int:
        """Deliver the person's last activity once more, with the same id."""
        return await self._post(self.last[who])

    async def send(self, who: str, **activity) -> int:
        self.last[who] = {**self._base(who), **activity}
        return await self._post(self.last[who])

    async def _post(self, activity: dict) -> int:
        async with self._session.post(self.bot_url, json=activity) as answer:
            body = await answer.read()
            self.last_answer = await answer.json() if body else None
            status = answer.status
        await self.settle()
        self._note_answer(activity)
        return status

    def _note_answer(self, activity: dict) -> None:
        """What an invoke was answered with is what the presser sees in place of the card."""
        answer = self.last_answer or {}
        if activity["type"] != "invoke" or "value" not in answer:
            return
        value = answer["value"]
        shown = {"attachments": [{"contentType": answer["type"], "content": value}]} if isinstance(value, dict) else {}
        chat, pressed = self.connector.chats[activity["conversation"]["id"]], activity.get("replyToId", "")
        if shown:
            chat.answers[len(chat.messages), pressed] = shown
        chat.log.append(("answer", pressed, shown or {"text": value}))

    async def settle(self) -> None:
        await self.app[SENDER].idle()

    def buttons(self, who: str, title: str | None = None) -> list[tuple[str, dict]]:
        """The buttons that were ever shown, in order; what a press was answered with is newer than its message."""
        found, chat = [], self.chat(who)
        shown = [(place + 1, each, activity) for place, (each, activity) in enumerate(chat.messages.items())]
        shown += [(place, each, activity) for (place, each), activity in chat.answers.items()]
        for _, message_id, activity in sorted(shown, key=lambda each: each[0]):
            for card in cards_of(activity):
                found += [(message_id, a) for a in actions_of(card) if title is None or a["title"] == title]
        return found if title else [a for _, a in found]

    def texts(self, who: str, mark: int = 0) -> str:
        return "\n".join(text_of(activity) for activity in self.chat(who).since(mark))

    def _base(self, who: str) -> dict:
        person = self.person(who)
        name, person_id = (person.name, person.id) if person else (who.title(), f"stranger-{who}")
        return {
            "id": f"in-{next(self._ids)}-{id(self)}",
            "channelId": "msteams",
            "serviceUrl": self.service_url,
            "from": {"id": f"29:{who}", "name": name, "aadObjectId": person_id},
            "recipient": {"id": "28:bot", "name": "Probity"},
            "conversation": {"id": f"a:{who}", "conversationType": "personal", "tenantId": TENANT},
            "channelData": {"tenant": {"id": TENANT}},
        }


@asynccontextmanager
async def town(folder: Path, **given):
    """Give a running town, and close it."""
    running = await Town(folder, **given).open()
    try:
        yield running
    finally:
        await running.close()


async def heard(running: Town, who: str, *words: str) -> str:
    """What a person reads after typing these words, one after the other."""
    mark = len(running.chat(who).log)
    for each in words:
        await running.say(who, each)
    return running.texts(who, mark)


def cards_of(activity: dict) -> list[dict]:
    return [a["content"] for a in activity.get("attachments") or [] if "adaptive" in a["contentType"]]


def actions_of(node) -> list[dict]:
    if isinstance(node, dict):
        own = [node] if node.get("type") == "Action.Execute" else []
        return own + [a for key, value in node.items() if key != "fallback" for a in actions_of(value)]
    return [a for item in node for a in actions_of(item)] if isinstance(node, list) else []


def text_of(activity: dict) -> str:
    """Everything a person can read in an activity, cards and offered answers included."""
    lines = [activity.get("text") or ""]
    for card in cards_of(activity):
        lines += _card_lines(card)
    offered = (activity.get("suggestedActions") or {}).get("actions") or []
    if offered:
        lines.append(" ".join(f"[{a['title']}]" for a in offered))
    return "\n".join(line for line in lines if line).replace("**", "")


def _card_lines(node) -> list[str]:
    if isinstance(node, list):
        return [line for item in node for line in _card_lines(item)]
    if not isinstance(node, dict):
        return []
    kind, lines = node.get("type", ""), []
    if kind == "TextBlock":
        lines.append(node["text"])
    if kind == "FactSet":
        lines += [f"{f['title']}: {f['value']}" for f in node["facts"]]
    if kind.startswith("Action."):
        lines.append(f"<{node['title']}>")
    if kind.startswith("Input."):
        lines.append(f"[{node['label']}]")
    return lines + [line for key in ("body", "items", "actions") for line in _card_lines(node.get(key) or [])]


@functools.cache
def _upgraded() -> bytes:
    """A database that has just been upgraded, made once for all towns of a process."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.db"
        store = open_store(f"sqlite:///{path}")
        store.upgrade()
        store.close()
        return path.read_bytes()


def _begin_upgraded(database_url: str) -> None:
    path = Path(database_url.removeprefix("sqlite:///"))
    if database_url.startswith("sqlite:///") and not path.exists():
        path.write_bytes(_upgraded())


async def _serve(runner: web.AppRunner) -> str:
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    return f"http://{host}:{port}"
