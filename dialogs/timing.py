"""When a record asks for attention again: what falls due, and from when on whoever is asked is reminded."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

Answers = Mapping[str, Any]
NAME_KEPT, DUE, WITHIN = "name_kept", "due", "within"


@dataclass(frozen=True, slots=True)
class Timing:
    """The dates of one situation, worked out from its answers.

    ``counted`` gives what the answers come to by the figures of the day of the ruling: the day by which what is wanted
    has to be done (``DUE``), or in what time (``WITHIN``). A record keeps it among its answers, so that its dates stay
    those of its ruling. ``next_due`` gives the day by which it has to be done again, once it was done on a day.
    ``chased_on`` gives the day on which whoever is asked is reminded next, given the day that is five working days
    ahead and today; None ends it. ``chase`` is a sentence that leads that reminder and
    is told the name of whose record it is and the devices that their records name; where it says something, everybody
    at the same desk is told. ``again`` are the words of a reminder once what was wanted is done.
    ``keeps_name``: the record keeps the name of its owner, who may have left the directory by the time it falls due.
    ``replaces``: an older record with the same answers to these has its clock stopped by a newer one; None: never.
    """

    counted: Callable[[Answers, date], Mapping[str, str]] = lambda answers, on: {}
    next_due: Callable[[date], date | None] = lambda done_on: None
    chased_on: Callable[[Answers, date, date], date | None] = lambda answers, usual, today: usual
    chase: Callable[[Answers, date, str, Sequence[str]], str] = lambda answers, today, person, devices: ""
    again: str = ""
    keeps_name: bool = False
    replaces: tuple[str, ...] | None = None

    def due(self, answers: Answers, done_on: date | None = None) -> date | None:
        """Give the day by which what is wanted has to be done, or be done again; None where that is not known."""
        return self.next_due(done_on) if done_on else due_of(answers)


def due_of(answers: Answers) -> date | None:
    """Give the day that ``counted`` came to; None where that was none."""
    return date.fromisoformat(answers[DUE]) if answers.get(DUE) else None
