"""One full turn of this bot beside one of the stock SDK echo bot: python -m tests.benchmarks.turn

Both run as processes of their own and answer to the same Bot Connector on loopback, in alternation: A B A B. A round
starts both anew, with new people and a new database. The turns are real: a sentence is understood, a draft is kept, a
gift is filed with its audit row, a policy question is searched and quoted. The amount of the gift differs from person
to person, so that no first sentence comes twice. The echo bot gets the same texts. CPU is that of the server,
until it rests again after the last reply: what a turn leaves for later is counted.

There is no registration, so nothing is fetched from a login service. That favours the echo bot: with an app id the
stock SDK logs in anew for every turn that sends, over the network and holding up its event loop, and this bot does not.
The echo bot sends its reply before it answers 200; this bot answers after its commit and sends then.

A missed budget is printed as "not held" and is no failure; a turn without an answer, or a gift that is not filed, is.
"""

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks.far_side import FarSide, NoReply
from tests.benchmarks.measuring import Round, Size, measure_round
from tests.benchmarks.report import as_json, as_table, make_rows
from tests.benchmarks.servers import DidNotStart


async def measure(size: Size, postgres: str | None = None) -> list[dict[str, Round]]:
    """Give the figures of every round, by bot."""
    rounds = []
    async with FarSide() as far:
        for _ in range(size.rounds):
            with tempfile.TemporaryDirectory(prefix="probity-turn-") as folder:
                rounds.append(await measure_round(far, size, Path(folder), postgres))
    return rounds


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where a bot did not do its work."""
    given = _parser().parse_args(argv)
    size = Size(given.turns, given.rounds, given.concurrency)
    try:
        rows = make_rows(asyncio.run(measure(size, given.postgres)))
    except (NoReply, DidNotStart) as error:
        print(f"turn: {error}", file=sys.stderr)
        return 1
    if given.json:
        print(json.dumps(as_json(rows, asdict(size)), indent=1))
    else:
        print(f"{size.turns} turns of each kind, {size.rounds} rounds, {size.concurrency} at once\n")
        print(as_table(rows))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.turn", description="Ours beside the echo bot.")
    parser.add_argument("--turns", type=_positive, default=30, help="turns of each kind in a round (default: 30)")
    parser.add_argument("--rounds", type=_positive, default=4, help="how often everything is repeated (default: 4)")
    parser.add_argument("--concurrency", type=_positive, default=1, help="turns under way at once (default: 1)")
    parser.add_argument("--postgres", metavar="URL", help="measure on this PostgreSQL too; leaves its rows there")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


if __name__ == "__main__":
    sys.exit(main())
