"""chat: one person's conversation in a terminal, through the same HTTP door as Teams."""

import argparse
import asyncio
import sys
from contextlib import AsyncExitStack

from aiohttp import ClientError, ClientSession, ClientTimeout, web

from bot.commands.serving import people_for, settings_for
from bot.people import LocalDirectory
from bot.terminal import TerminalClient
from dialogs.people import Person
from knowledge.errors import Sayable

DEMO = "http://127.0.0.1:3978"
SETTLE_SECONDS = 0.6


def chat(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Talk as one person: to the demo bot where it runs on this machine, else to a bot started for this chat."""
    directory = people_for(given.people)
    person = directory.by_key(given.person)
    if person is None:
        keys = ", ".join(p.key for p in directory.people)
        command.error(f"there is nobody with the key {given.person!r}; there are {keys}")
    asyncio.run(_chat(given, directory, person))
    return 0


async def _chat(given: argparse.Namespace, directory: LocalDirectory, person: Person) -> None:
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(ClientSession(timeout=ClientTimeout(total=30)))
        own = given.database_url or given.people or given.now
        base = None if own else await _running(session)
        if base is None:
            base = await _start_bot(given, directory, stack)
        client = TerminalClient(session, f"{base}/api/messages", person)
        client.service_url = await _serve(client.connector(), stack)
        print(f"You are {person.name}. Type as you would in Teams; Ctrl+D ends the chat.")
        await _converse(client)


async def _converse(client: TerminalClient) -> None:
    _check(await client.open())
    await asyncio.sleep(SETTLE_SECONDS)
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, _read_line):
        if line.strip():
            _check(await client.enter(line.rstrip("\n")))
            await asyncio.sleep(SETTLE_SECONDS)


def _read_line() -> str:
    if sys.stdin.isatty():
        print("> ", end="", flush=True)
    return sys.stdin.readline()


def _check(status: int) -> None:
    if status in (401, 403):
        raise Sayable("The bot on this machine lets nobody in without a Teams token. Stop it, or give --database-url.")
    if status >= 400:
        raise Sayable(f"The bot did not take that (status {status}).")


async def _running(session: ClientSession) -> str | None:
    try:
        async with session.get(f"{DEMO}/readyz") as answer:
            return DEMO if answer.status == 200 and "engine" in await answer.json() else None
    except (ClientError, TimeoutError, ValueError):
        return None


async def _start_bot(given: argparse.Namespace, directory: LocalDirectory, stack: AsyncExitStack) -> str:
    from bot.app import build_app

    return await _serve(build_app(settings_for(given, allow_anonymous=True), directory), stack)


async def _serve(app: web.Application, stack: AsyncExitStack) -> str:
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    return f"http://{host}:{port}"
