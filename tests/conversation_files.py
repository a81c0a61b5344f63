"""Conversations as plain text: who says what, what the bot answers, and what is kept in the end.

    # a comment
    clock: 2026-11-21T22:10          where the clock stands; later in a file it restarts the bot at that time
    later: 2026-11-27T09:30          so does this, and what follows is what the bot then says by itself
    amy: words                       Amy types words
    amy presses "File it"            Amy presses the newest button with that title
    amy presses "Refuse" with note="Too close to the tender"
    amy presses old "File it"        ... the oldest one still in her chat
    amy opens | again | edits words | sends a picture
    bot: words                       the last speaker got a message with these words since she last did something
    bot to megan: words              so did Megan
    not: words                       the last speaker got nothing with these words
    silence for megan                Megan got nothing
    restart                          the process ends and starts again
    kept: GH-2026-0001 gift_offered awaiting giver=Acme value=120.00
    kept nothing
    reaches: gift_offered (employee): approval, refuse     the outcomes that were told at an end; what it says is held
White space and bold marks do not count; case does. "..." stands for anything.
"""

import re
import shlex
from datetime import datetime
from pathlib import Path

from storage.tables import Record
from tests.town import LONDON, Town, text_of

FILES = sorted((Path(__file__).parent / "conversations").glob("*.txt"))

REACHES = "reaches: "

_SAYS = re.compile(r"^(?P<who>\w+): (?P<text>.*)$", re.S)
_PRESSES = re.compile(r'^(?P<who>\w+) presses (?P<old>old )?"(?P<title>[^"]+)"(?: with (?P<inputs>.+))?$')
_DOES = re.compile(r"^(?P<who>\w+) (?P<what>opens|again|edits|sends)\b ?(?P<rest>.*)$")
_BOT = re.compile(r"^bot(?: to (?P<who>\w+))?: (?P<text>.*)$")


def clock_of(path: Path) -> datetime:
    """Give the time at which a conversation file starts."""
    first = next(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("clock:"))
    return _time(first)


def reaches_of(path: Path) -> set[str]:
    """Give what a conversation file says that it comes to: ``gift_offered (employee): approval, refuse``."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {line.removeprefix(REACHES) for line in lines if line.startswith(REACHES)}


async def play(path: Path, town: Town) -> None:
    """Play a conversation file; fails naming the line and what was said instead."""
    stage = _Stage(town)
    started = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith(("#", REACHES)):
            continue
        if line.startswith("clock:") and not started:
            started = True
            continue
        try:
            await stage.line(line)
        except AssertionError as error:
            raise AssertionError(f"{path.name}:{number}: {line}\n{error}") from None


class _Stage:
    def __init__(self, town: Town):
        self.town, self.who, self.marks = town, "", {}

    async def line(self, line: str) -> None:
        if line.startswith("clock:"):
            await self.town.restart(now=_time(line))
        elif line.startswith("later:"):
            self._mark()
            await self.town.restart(now=_time(line))
            await self.town.settle()
        elif line == "restart":
            await self.town.restart()
        elif line.startswith("kept"):
            _check_kept(self.town, line)
        elif line.startswith("silence for "):
            who = line.removeprefix("silence for ")
            assert not self._heard(who), f"{who} got:\n{self._heard(who)}"
        elif line.startswith("not: "):
            assert not _holds(self._heard(self.who), line[5:]), f"said all the same:\n{self._heard(self.who)}"
        elif found := _BOT.match(line):
            who = found["who"] or self.who
            assert _holds(self._heard(who), found["text"]), f"{who} got instead:\n{self._heard(who)}"
        else:
            await self._act(line)

    async def _act(self, line: str) -> None:
        town = self.town
        found = _PRESSES.match(line) or _DOES.match(line) or _SAYS.match(line)
        assert found, "this line cannot be read"
        self.who = who = found["who"]
        self._mark()
        if found.re is _PRESSES:
            inputs = dict(part.split("=", 1) for part in shlex.split(found["inputs"] or ""))
            status = await town.press(who, found["title"], inputs, newest=not found["old"])
        elif found.re is _DOES:
            status = await self._do(who, found["what"], found["rest"])
        else:
            status = await town.say(who, found["text"].replace("\\n", "\n"))
        assert status == 200, f"status {status}"

    def _mark(self) -> None:
        self.marks = {each: len(chat.log) for each, chat in self.town.connector.chats.items()}

    async def _do(self, who: str, what: str, rest: str) -> int:
        if what == "opens":
            return await self.town.opens(who)
        if what == "again":
            return await self.town.again(who)
        if what == "edits":
            return await self.town.send(who, type="messageUpdate", text=rest)
        attachment = {"contentType": "image/png", "contentUrl": "http://127.0.0.1/x.png", "name": "x.png"}
        return await self.town.send(who, type="message", text="", attachments=[attachment])

    def _heard(self, who: str) -> str:
        chat = self.town.chat(who)
        return "\n---\n".join(text_of(a) for a in chat.since(self.marks.get(f"a:{who}", 0)))


def _holds(heard: str, words: str) -> bool:
    parts = [re.escape(_folded(part)) for part in words.split("...")]
    return re.search(".*".join(parts), _folded(heard)) is not None


def _folded(text: str) -> str:
    return " ".join(text.replace("**", "").replace("“", '"').replace("”", '"').replace("’", "'").split())


def _time(line: str) -> datetime:
    return datetime.fromisoformat(line.partition(":")[2].strip()).replace(tzinfo=LONDON)


def _check_kept(town: Town, line: str) -> None:
    from sqlmodel import select

    with town.store.read() as session:
        records = list(session.exec(select(Record).order_by(Record.id)).all())
    if line == "kept nothing":
        assert not records, f"kept {[r.reference for r in records]}"
        return
    reference, situation, status, *pairs = shlex.split(line.removeprefix("kept:"))
    same = [r for r in records if r.reference == reference]
    assert len(same) == 1, f"kept are {[(r.reference, r.situation, r.status) for r in records]}"
    record = same[0]
    assert (record.situation, record.status) == (situation, status), f"it is {(record.situation, record.status)}"
    for name, _, value in (pair.partition("=") for pair in pairs):
        assert str(record.answers.get(name)) == value, f"{name} is {record.answers.get(name)!r}"
