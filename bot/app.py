"""Builds the whole program from settings, in one place; tests call it with other settings."""

import asyncio
import logging
import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.adapter import TeamsAdapter
from bot.clock import Clock
from bot.connector import Connector
from bot.downloads import Downloads, is_file_store, is_on_the_web
from bot.fittings import refit_folder
from bot.gate import Gate
from bot.handler import Handler
from bot.housekeeping import Housekeeper
from bot.http_pool import HttpPool
from bot.link_keeping import LinkKeeper
from bot.links import LinkLooker
from bot.people import LocalDirectory
from bot.refitting import Refitter
from bot.sending import Sender
from bot.settings import Settings, as_environment
from bot.signing_keys import SigningKeys
from bot.tokens import ClientTokens, NoTokens, Tokens
from bot.web import build_web
from dialogs.desk import Desk
from dialogs.memory import Memory
from dialogs.releases import meet_release
from knowledge import decided
from knowledge.clauses import load_library
from knowledge.errors import Sayable
from knowledge.understanding.engine import load_engine
from storage.store import Store, open_store

log = logging.getLogger(__name__)
Keeper = Housekeeper | LinkKeeper | Refitter
SENDER: web.AppKey[Sender] = web.AppKey("sender", Sender)
THREADS = min(8, 2 * (os.cpu_count() or 2))


@dataclass(frozen=True, slots=True)
class Parts:
    """What a running bot is made of."""

    desk: Desk
    clock: Clock
    pool: ThreadPoolExecutor


PARTS: web.AppKey[Parts] = web.AppKey("parts", Parts)


def build_parts(settings: Settings, directory: LocalDirectory) -> Parts:
    """Open the store, load the policies and the engine; raises Sayable where the database cannot be used."""
    library = load_library()
    desk = Desk(
        store=open_database(settings),
        engine=load_engine(library, settings.model),
        library=library,
        directory=directory,
        memory=Memory(),
        looks_at_links=settings.looks_at_links,
    )
    clock = Clock(settings.zone, settings.now)
    with desk.store.write() as session:
        meet_release(session, desk.store, directory, clock.now())
    return Parts(desk, clock, ThreadPoolExecutor(THREADS, "turn"))


def open_database(settings: Settings) -> Store:
    """Open the database and, in development and on SQLite, bring its schema up to date."""
    url = settings.database_url
    sqlite = url.startswith("sqlite")
    try:
        store = open_store(url)
        if store.behind():
            if settings.production and not sqlite:
                raise Sayable("The database is behind this release. Run “probity db upgrade” first.")
            store.upgrade()
    except Sayable:
        raise
    except Exception as error:
        raise Sayable(
            f"The database cannot be opened ({type(error).__name__}). Check PROBITY_DATABASE_URL or --database-url."
        ) from error
    return store


def build_app(
    settings: Settings, directory: LocalDirectory, connect: Callable[[HttpPool, Tokens], Connector] = Connector
) -> web.Application:
    """Build the web application of the bot; it starts and stops what it needs. ``connect`` makes what sends."""
    anonymous = settings.allow_anonymous
    if not anonymous and not settings.app_id:
        raise Sayable(
            "PROBITY_APP_ID is not set, so nobody could be let in. Set it, PROBITY_APP_PASSWORD and PROBITY_TENANT_ID, "
            "or for a trial on this machine start with --allow-anonymous."
        )
    parts, pool = build_parts(settings, directory), HttpPool()
    if parts.desk.engine.notice:
        log.warning("Understanding runs on words alone, which is less good. %s", parts.desk.engine.notice)
    tokens = NoTokens() if anonymous else ClientTokens(pool, settings.app_id, settings.app_password, settings.tenant_id)
    connector = connect(pool, tokens)
    sender = Sender(parts.desk.store, connector, parts.clock, parts.pool)
    downloads = Downloads(pool, is_on_the_web if anonymous else is_file_store)
    limits = settings.secret_key, settings.turns_per_minute
    links = LinkKeeper(parts.desk.store, parts.clock, parts.pool, LinkLooker(), sender.wake)
    handler = Handler(parts.desk, parts.clock, sender, parts.pool, *limits, downloads, links.ask)
    gate = Gate(
        keys=None if anonymous else SigningKeys(pool),
        app_id=settings.app_id,
        tenant_id=settings.tenant_id,
        anonymous=anonymous,
    )
    app = build_web(TeamsAdapter(connector, handler.on_bug), handler, gate, lambda: readiness(parts))
    app[SENDER], app[PARTS] = sender, parts
    keeper = Housekeeper(parts.desk.store, directory, parts.clock, parts.pool, sender.wake)
    fitted, environ = refit_folder(settings.home), as_environment(settings)
    refitter = Refitter(parts.desk, parts.clock, fitted, environ, settings.refit_after, wake=sender.wake)
    keepers = (keeper, links, refitter) if settings.looks_at_links else (keeper, refitter)
    app.on_startup.append(_starts(sender, keepers))
    app.on_cleanup.append(_stops(parts, sender, keepers, pool))
    return app


async def readiness(parts: Parts) -> tuple[bool, Mapping[str, Any]]:
    """Say whether the bot can serve: the database answers. The tier of the engine is told, and does not matter."""
    tier = parts.desk.engine.tier
    try:
        await asyncio.get_running_loop().run_in_executor(parts.pool, parts.desk.store.ping)
    except Exception as error:
        return False, {"database": type(error).__name__, "engine": tier}
    return True, {"database": "ok", "engine": tier}


def _starts(sender: Sender, keepers: Sequence[Keeper]) -> Any:
    async def start(app: web.Application) -> None:
        sender.start()
        for keeper in keepers:
            await keeper.start()

    return start


def _stops(parts: Parts, sender: Sender, keepers: Sequence[Keeper], pool: HttpPool) -> Any:
    async def stop(app: web.Application) -> None:
        for keeper in keepers:
            await keeper.close()
        await sender.close()
        await pool.close()
        parts.pool.shutdown()
        decided.let_go(parts.desk.store)
        parts.desk.store.close()

    return stop
