"""What people wait for while the engine is fitted to what HR taught: python -m tests.benchmarks.refit

The bot runs as it is served; somebody writes to it at a steady rate, whatever it is doing. Then a phrasing is taught.
The waits are from sending a message to its first reply: before, while another process fits and the result is taken
up, and after. Ratios are to what was measured before, in the same run.
"""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.benchmarks.crowd import Walker, make_crowd, write_people
from tests.benchmarks.far_side import FarSide, NoReply
from tests.benchmarks.servers import DidNotStart, Server, probity

TEXTS = ("what counts as a relative?", "a resident gave me a £{n} voucher", "can I use a USB stick?", "cancel")
TAUGHT, DONE = "teach “they bunged me a drink” as a gift", "learnt by heart"
LONGEST = 600.0


class Load:
    """Messages at a steady rate, each from the next of many people; what each waited is kept by phase."""

    def __init__(self, far: FarSide, server: Server, people: Sequence[Walker], a_second: float):
        self._far, self._server, self._people, self._every = far, server, people, 1 / a_second
        self.phase, self.waits = "before", {"before": [], "during": [], "after": []}
        self._under_way: set[asyncio.Task] = set()

    async def run(self) -> None:
        """Send until cancelled; a message is sent at its time, however many are still waited for."""
        began = perf_counter()
        for n in count():
            await asyncio.sleep(max(0.0, began + n * self._every - perf_counter()))
            task = asyncio.create_task(self._one(n))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)

    async def _one(self, n: int) -> None:
        phase, person = self.phase, self._people[n % len(self._people)]
        text = TEXTS[n // len(self._people) % len(TEXTS)].format(n=5 + n % 40)
        timing = await self._far.turn(self._server.url, person.says(text, self._far.service_url))
        self.waits[phase].append(timing.replied * 1e3)


async def measure(seconds: float, a_second: float) -> tuple[dict[str, list[float]], float]:
    """Give the waits in milliseconds by phase, and how many seconds it took from teaching to serving."""
    people, managers = make_crowd(200)
    helen = Walker("helen", managers[0].key, roles="employee;hr_editor")
    with tempfile.TemporaryDirectory(prefix="probity-refit-") as folder:
        home = Path(folder)
        write_people(home / "people.csv", [*managers, *people, helen])
        recipe = probity("probity", home / "home", home / "people.csv", f"sqlite:///{home / 'probity.db'}")
        server = replace(recipe, environ={**recipe.environ, "PROBITY_REFIT_AFTER": "1"}).start(home)
        try:
            async with FarSide() as far:
                return await _measure(far, server, people, helen, seconds, a_second)
        finally:
            server.stop()


async def _measure(
    far: FarSide, server: Server, people: Sequence[Walker], helen: Walker, seconds: float, a_second: float
) -> tuple[dict[str, list[float]], float]:
    while not await far.listens(server.url):
        server.check_running()
        await asyncio.sleep(0.05)
    for person in (*people, helen):
        await far.post(server.url, person.opens(far.service_url))
    load = Load(far, server, people, a_second)
    sending = asyncio.create_task(load.run())
    try:
        await asyncio.sleep(seconds)
        load.phase, began = "during", perf_counter()
        await far.turn(server.url, helen.says(TAUGHT, far.service_url))
        await far.turn(server.url, helen.says("yes", far.service_url))
        while DONE not in server.log.read_text(encoding="utf-8", errors="replace"):
            server.check_running()
            if perf_counter() - began > LONGEST:
                raise NoReply(f"nothing was taken up within {LONGEST:.0f} s")
            await asyncio.sleep(0.1)
        took, load.phase = perf_counter() - began, "after"
        await asyncio.sleep(seconds)
        return load.waits, took
    finally:
        sending.cancel()


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where a message had no reply, or nothing was taken up."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.refit")
    parser.add_argument("--seconds", type=float, default=30, help="how long before and after (default: 30)")
    parser.add_argument("--rate", type=float, default=10, help="messages a second (default: 10)")
    given = parser.parse_args(argv)
    try:
        waits, took = asyncio.run(measure(given.seconds, given.rate))
    except (NoReply, DidNotStart) as error:
        print(f"refit: {error}", file=sys.stderr)
        return 1
    print(f"{given.rate:g} messages a second; {took:.0f} s from teaching to serving\n")
    print(f"{'':8}{'messages':>10}{'median':>12}{'p95':>12}{'p99':>12}{'longest':>12}")
    for phase, found in waits.items():
        print(f"{phase:8}{len(found):10}" + "".join(f"{each:9.1f} ms" for each in _figures(found)))
    ratios = [one / other for one, other in zip(_figures(waits["during"]), _figures(waits["before"]), strict=True)]
    print("during / before   " + "".join(f"{ratio:12.2f}" for ratio in ratios))
    return 0


def _figures(waits: Sequence[float]) -> tuple[float, float, float, float]:
    ordered = sorted(waits)
    return median(ordered), *(ordered[-(-share * len(ordered) // 100) - 1] for share in (95, 99)), ordered[-1]


if __name__ == "__main__":
    sys.exit(main())
