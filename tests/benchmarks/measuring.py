"""One round: every bot started, given the same turns in alternation, measured and stopped."""

import asyncio
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from storage import records
from storage.store import open_store
from tests.benchmarks.crowd import Walker, make_crowd, write_people
from tests.benchmarks.far_side import FarSide, NoReply, Timing
from tests.benchmarks.servers import Server, echo_bot, probity

WARM_UP = 5
CHEAPEST = 5
START_WITHIN = 60.0
CALM, CALM_FOR, CALM_WITHIN = 0.001, 0.1, 3.0


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of turn: what is typed (``{pounds}`` differs from person to person), and what our reply must hold."""

    key: str
    title: str
    text: str
    proof: bytes = b""

    def said_by(self, walkers: Sequence[Walker], service_url: str) -> list[dict[str, Any]]:
        """Give the activities of everybody typing it."""
        texts = (self.text.format(pounds=CHEAPEST + n) for n in range(len(walkers)))
        return [walker.says(text, service_url) for walker, text in zip(walkers, texts, strict=True)]


KINDS = (
    Kind("gift_told", "gift, first sentence", "a resident gave me a £{pounds} voucher"),
    Kind("gift_filed", "gift, “yes”: filed", "yes"),
    Kind("question", "policy question", "what counts as a relative?", proof=b'"citation"'),
)


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: turns of each kind and bot in a round, rounds, and turns under way at once."""

    turns: int
    rounds: int
    concurrency: int


@dataclass(slots=True)
class Round:
    """What one round measured of one bot, by the key of the measure."""

    figures: dict[str, float] = field(default_factory=dict)

    def add_turns(self, kind: Kind, timings: Sequence[Timing], cpu_seconds: float) -> None:
        """Keep the figures of a batch of turns, in milliseconds."""
        answered, replied = [t.answered * 1e3 for t in timings], [t.replied * 1e3 for t in timings]
        self.figures |= {
            f"{kind.key}.cpu_ms": cpu_seconds * 1e3 / len(timings),
            f"{kind.key}.answered_median_ms": median(answered),
            f"{kind.key}.answered_p95_ms": p95(answered),
            f"{kind.key}.replied_median_ms": median(replied),
            f"{kind.key}.replied_p95_ms": p95(replied),
        }


def p95(values: Sequence[float]) -> float:
    """Give the smallest value that at least 95 in a hundred do not exceed."""
    return sorted(values)[-(-95 * len(values) // 100) - 1]


async def measure_round(far: FarSide, size: Size, folder: Path, postgres: str | None = None) -> dict[str, Round]:
    """Measure every bot once, on a database file of its own (or the one given); gives the figures by bot.

    Raises NoReply or DidNotStart where a bot did not do its work: a turn that fails quickly is no result.
    """
    walkers, managers = make_crowd(WARM_UP + size.turns)
    people = folder / "people.csv"
    write_people(people, managers + walkers)
    databases = {"probity": f"sqlite:///{folder / 'probity.db'}"} | ({"postgres": postgres} if postgres else {})
    recipes = [echo_bot(), *(probity(name, folder / name, people, url) for name, url in databases.items())]
    rounds = {recipe.name: Round() for recipe in recipes}
    with ExitStack() as running:
        servers = {}
        for recipe in recipes:
            servers[recipe.name] = server = recipe.start(folder)
            running.callback(server.stop)
            rounds[recipe.name].figures["start_s"] = await _first_answer(far, server, walkers[0])
            await _prepare(far, server, managers, walkers, size.concurrency)
        for kind in KINDS:
            for name, server in servers.items():
                await _measure(far, server, kind, walkers[WARM_UP:], size.concurrency, rounds[name])
        for name, server in servers.items():
            rounds[name].figures["memory_mb"] = server.memory_mb()
    for url in databases.values():
        _check_filed(url, walkers)
    return rounds


async def _first_answer(far: FarSide, server: Server, walker: Walker) -> float:
    """Ask a question as soon as the bot listens; seconds from the start of its process to the reply."""
    began = perf_counter()
    while not await far.listens(server.url):
        server.check_running()
        if perf_counter() - began > START_WITHIN:
            raise NoReply(f"{server.log.stem} did not listen within {START_WITHIN:.0f} s")
        await asyncio.sleep(0.01)
    await far.turn(server.url, walker.says(KINDS[-1].text, far.service_url))
    return perf_counter() - began


async def _prepare(
    far: FarSide, server: Server, managers: Sequence[Walker], walkers: Sequence[Walker], concurrency: int
) -> None:
    """Everybody adds the app, as in Teams nobody can write to it before; then a few turns of each kind."""
    for person in (*managers, *walkers):
        await far.post(server.url, person.opens(far.service_url))
    await _calm(server)
    for kind in KINDS:
        await far.turns(server.url, kind.said_by(walkers[:WARM_UP], far.service_url), concurrency)
        await _calm(server)


async def _measure(
    far: FarSide, server: Server, kind: Kind, walkers: Sequence[Walker], concurrency: int, into: Round
) -> None:
    activities = kind.said_by(walkers, far.service_url)
    before = server.cpu_seconds()
    timings = await far.turns(server.url, activities, concurrency)
    # What a turn leaves to be done after its reply belongs to its cost.
    into.add_turns(kind, timings, await _calm(server) - before)
    if server.log.stem != "echo" and not all(kind.proof in timing.reply for timing in timings):
        raise NoReply(f"{server.log.stem} did not answer {kind.text!r} but said {timings[0].reply[:300]!r}")


async def _calm(server: Server) -> float:
    """Wait until the process rests; gives its CPU time then."""
    deadline, used = perf_counter() + CALM_WITHIN, server.cpu_seconds()
    while True:
        await asyncio.sleep(CALM_FOR)
        before, used = used, server.cpu_seconds()
        if used - before < CALM or perf_counter() > deadline:
            return used


def _check_filed(database_url: str, walkers: Sequence[Walker]) -> None:
    store = open_store(database_url)
    try:
        with store.read() as session:
            unfiled = [w for w in walkers if len(records.of_person(session=session, person=w.entra_id, limit=2)) != 1]
    finally:
        store.close()
    if unfiled:
        raise NoReply(f"{len(unfiled)} of {len(walkers)} people have no gift on record after their “yes”")
