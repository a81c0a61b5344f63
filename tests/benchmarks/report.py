"""From the figures of the rounds to a table: medians, ratios, and whether the budgets are held."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from tests.benchmarks.measuring import KINDS, Round

TITLES = {"echo": "echo bot", "probity": "Probity", "postgres": "Probity, PostgreSQL"}
TURN_MEASURES = (
    ("cpu_ms", "CPU, ms"),
    ("answered_median_ms", "to 200, median ms"),
    ("answered_p95_ms", "to 200, p95 ms"),
    ("replied_median_ms", "to the reply, median ms"),
    ("replied_p95_ms", "to the reply, p95 ms"),
)
MEASURES = tuple((f"{kind.key}.{key}", kind.title, title) for kind in KINDS for key, title in TURN_MEASURES) + (
    ("start_s", "process", "start to first answer, s"),
    ("memory_mb", "process", "resident memory, MB"),
)
RATIO_BUDGETS = {"cpu_ms": 0.5, "answered_median_ms": 0.5, "replied_median_ms": 0.5}
OWN_BUDGETS = {"start_s": 4.0, "memory_mb": 450.0}


@dataclass(frozen=True, slots=True)
class Row:
    """One measure of one of our bots beside the echo bot's: medians over the rounds, and the ratios of the rounds.

    ``budget`` is for the ratio, or where ``of_ratio`` is false for our own figure; None where there is none.
    """

    measure: str
    bot: str
    subject: str
    title: str
    echo: float
    ours: float
    ratio: float
    ratio_min: float
    ratio_max: float
    budget: float | None
    of_ratio: bool
    held: bool | None


def make_rows(rounds: Sequence[Mapping[str, Round]]) -> list[Row]:
    """Give a row for each measure of each of our bots."""
    ours = [name for name in rounds[0] if name != "echo"]
    return [_row(rounds, name, *measure) for name in ours for measure in MEASURES]


def _row(rounds: Sequence[Mapping[str, Round]], bot: str, measure: str, subject: str, title: str) -> Row:
    pairs = [(each["echo"].figures[measure], each[bot].figures[measure]) for each in rounds]
    ratios = [ours / echo for echo, ours in pairs]
    echo, ours = (median(side) for side in zip(*pairs, strict=True))
    of_ratio = measure not in OWN_BUDGETS
    budget = RATIO_BUDGETS.get(measure.rpartition(".")[2]) if of_ratio else OWN_BUDGETS[measure]
    compared = median(ratios) if of_ratio else ours
    held = None if budget is None else compared <= budget
    return Row(
        measure, bot, subject, title, echo, ours, median(ratios), min(ratios), max(ratios), budget, of_ratio, held
    )


def as_json(rows: Sequence[Row], settings: Mapping[str, Any]) -> dict[str, Any]:
    """Give the rows for a program, with what was measured."""
    return {"settings": dict(settings), "rows": [asdict(row) for row in rows]}


def as_table(rows: Sequence[Row]) -> str:
    """Give the rows for a reader, one table for each of our bots."""
    bots = dict.fromkeys(row.bot for row in rows)
    return "\n\n".join(_table([row for row in rows if row.bot == bot]) for bot in bots)


def _table(rows: Sequence[Row]) -> str:
    heads = ("", "", TITLES["echo"], TITLES[rows[0].bot], "ratio (min to max)", "budget", "")
    lines = [heads, *(_cells(row, before) for row, before in zip(rows, [None, *rows[:-1]], strict=True))]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    form = "  ".join(f"{{:{side}{width}}}" for side, width in zip("<<>>><<", widths, strict=True))
    return "\n".join(form.format(*line).rstrip() for line in lines)


def _cells(row: Row, before: Row | None) -> tuple[str, ...]:
    subject = "" if before and before.subject == row.subject else row.subject
    ratio = f"{row.ratio:.2f} ({row.ratio_min:.2f} to {row.ratio_max:.2f})"
    budget = "" if row.budget is None else f"{'ratio' if row.of_ratio else 'Probity'} at most {row.budget:g}"
    verdict = {None: "", True: "held", False: "not held"}[row.held]
    return subject, row.title, f"{row.echo:.1f}", f"{row.ours:.1f}", ratio, budget, verdict
