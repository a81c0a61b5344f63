"""What the one who asks is told of a review: counts, names and references, never what is declared."""

from collections.abc import Sequence
from datetime import date

from dialogs.campaigns import Progress
from dialogs.wording import capital, day, listed
from storage.campaigns import Answer
from storage.tables import Campaign

PAGE = 15
NAMED = 10


def counts(campaign: Campaign, so_far: Progress, today: date) -> str:
    """Say how many have answered and how: ``2 of 3 people have answered, 1 with nothing to declare and 1 with ...``."""
    done = len(so_far.nil) + len(so_far.declared)
    people = "1 person" if so_far.asked == 1 else f"{so_far.asked} people"
    state = "closed" if campaign.state == "closed" else f"until {day(campaign.ends_on, today)}"
    parts = ((len(so_far.nil), "with nothing to declare"), (len(so_far.declared), "with something"))
    split = listed([f"{many} {what}" for many, what in parts if many])
    how = f", {split}" if split else ""
    have = "has" if done == 1 else "have"
    lead = f"**The review for {campaign.label}, {state}:**"
    return f"{lead} {done} of {people} {have} answered{how}. {_left(so_far)}".strip()


def _left(so_far: Progress) -> str:
    if not so_far.gone:
        return ""
    names = listed(names_of(so_far.gone, NAMED))
    be = "is" if len(so_far.gone) == 1 else "are"
    return f"{names} {be} no longer in the council's list of people, and can't answer."


def missing(so_far: Progress, first: int = 0) -> tuple[str, bool]:
    """Name those who have not answered, a page from ``first`` on; and whether there are more."""
    if not so_far.missing:
        return "Nobody is left to answer.", False
    page = so_far.missing[first : first + PAGE]
    return f"Not answered: {listed([a.name for a in page])}.", first + PAGE < len(so_far.missing)


def references(so_far: Progress, first: int = 0) -> tuple[str, bool]:
    """Name those who have answered with nil or not and the reference, a page from ``first`` on; if more."""
    done: Sequence[Answer] = sorted((*so_far.nil, *so_far.declared), key=lambda a: a.name)
    if not done:
        return "Nobody has answered yet.", False
    page = done[first : first + PAGE]
    rows = [f"{a.name}: {'nothing to declare' if a.nil else 'something declared'}, {a.reference}" for a in page]
    return "\n\n".join(rows), first + PAGE < len(done)


def names_of(people: Sequence[Answer], most: int) -> list[str]:
    """Give up to so many names, and how many more there are."""
    names = [a.name for a in people[:most]]
    return [*names, f"{len(people) - most} more"] if len(people) > most else names


def over(campaign: Campaign, so_far: Progress, today: date) -> str:
    """Tell the one who asked that a review has ended, and who has not answered."""
    lead = f"**The review for {campaign.label} ended on {day(campaign.ends_on, today)}.**"
    if not so_far.missing:
        return f"{lead} Nobody is left to answer. Say “close the review” to put it away. {_left(so_far)}".strip()
    names = listed(names_of(so_far.missing, PAGE))
    have = "hasn't" if len(so_far.missing) == 1 else "haven't"
    return (
        f"{lead} {len(so_far.missing)} of {so_far.asked} {have} answered: {names}. I remind them no more, though they "
        f"can still answer until you say “close the review”. {_left(so_far)}"
    ).strip()


def left(campaign: Campaign, people: Sequence[Answer]) -> str:
    """Tell the one who asked that people are in the directory no more."""
    be = "is" if len(people) == 1 else "are"
    return (
        f"**{capital(listed(names_of(people, NAMED)))} {be} no longer in the council's list of people**, so I don't "
        f"remind them about the review for {campaign.label}. If that's a mistake, please ask HR to add them again."
    )
