"""When a record asks for attention again: what falls due, and from when on whoever is asked is reminded."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

Answers = Mapping[str, Any]
NAME_KEPT = "name_kept"


@dataclass(frozen=True, slots=True)
class Timing:
    """The dates of one situation, worked out from its answers.

    ``due`` gives the day by which what is wanted has to be done, counted from the day on which it was done last where
    it was done (None: not known). ``chased_on`` gives the day on which whoever is asked is reminded next, given the
    day that is five working days ahead and today; None ends it. ``chase`` is a sentence that leads that reminder and
    is told the name of whose record it is and the devices that their records name; where it says something, everybody
    at the same desk is told. ``again`` are the words of a reminder once what was wanted is done.
    ``keeps_name``: the record keeps the name of its owner, who may have left the directory by the time it falls due.
    ``replaces``: an older record with the same answers to these has its clock stopped by a newer one; None: never.
    """

    due: Callable[[Answers, date | None], date | None] = lambda answers, done_on: None
    chased_on: Callable[[Answers, date, date], date | None] = lambda answers, usual, today: usual
    chase: Callable[[Answers, date, str, Sequence[str]], str] = lambda answers, today, person, devices: ""
    again: str = ""
    keeps_name: bool = False
    replaces: tuple[str, ...] | None = None
