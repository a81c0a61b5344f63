"""A matter that the policies held for this person do not cover: said plainly, with whom to ask."""

from dialogs.desk import Turn
from dialogs.routing import whom_to_ask
from dialogs.signposts import SIGNPOSTS
from dialogs.situations import find_situation
from dialogs.wording import listed
from knowledge.words import ROLES


def not_held(turn: Turn, situation: str) -> str:
    """Say that no policy held for the person's audience covers a situation, which are held, and whom to ask."""
    held = listed([f"the {turn.desk.library.title(p)}" for p in turn.desk.library.policies_for(turn.person.audience)])
    title = _title(situation)
    return (
        f"**No policy that I hold for {turn.person.audience}s covers {title[:1].lower()}{title[1:]}.** I hold {held}. "
        f"Please ask {whom_to_ask(turn.desk.directory, turn.person)}."
    )


def _title(situation: str) -> str:
    if situation in SIGNPOSTS:
        return SIGNPOSTS[situation].title
    return next(found.title for role in ROLES if (found := find_situation(situation, role)))
