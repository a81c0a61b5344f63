"""Whether words in the middle of a draft are about something else, or end what it is about."""

import re
from datetime import timedelta

from dialogs.desk import Turn
from dialogs.drafting import save, situation_of, usable
from dialogs.sentences import corrects
from dialogs.signposts import SIGNPOSTS
from dialogs.situations import find_situation
from dialogs.talk import thing
from storage import records
from storage.givers import giver_key
from storage.tables import Draft, Record

_FOUND = re.compile(
    r"\b(?:found (?:it|them|my|the)|turned up|got (?:it|them) back|been handed in|(?:have|has) (?:it|them) back)\b"
    r"|^\W*(?:i(?:'ve| have)? )?(?:just )?found\W*$|\b(?:panic over|false alarm|panic'?s over)\b"
    r"|\bit was in my (?:bag|coat|car|other) ?|\b(?:it'?s|its) (?:been )?(?:back|here)(?: again| now)?\W*$",
    re.I,
)
_LAST_WEEKS = timedelta(days=60)
_TELLS_APART = ("device", "form")
_NAMES_THE_THING = ("item", "what", "site")
_KINDS = (("site", "category"),)  # a thing named where only the kind of another was known


def another_matter(turn: Turn, draft: Draft, text: str) -> bool:
    """Say whether the words tell of a different event: another situation, giver or thing, and no correction."""
    understood = turn.incoming.understanding
    if not understood or understood.decision != "act" or understood.asks or corrects(text):
        return False
    found = understood.candidates[0].situation
    if find_situation(found, turn.person.audience) is None:
        return False
    return found != draft.situation or _differs(turn, draft)


def raised_concern(turn: Turn, text: str) -> str:
    """Give the concern that goes by another route which the words clearly raise: no answer to what was asked."""
    understood = turn.incoming.understanding
    if not understood or understood.decision != "act" or understood.asks or corrects(text):
        return ""
    found = understood.candidates[0].situation
    return found if found in SIGNPOSTS else ""


def found_again(turn: Turn, draft: Draft, text: str) -> bool:
    """Offer to drop a report of something that has turned up; say whether the words told so."""
    situation = situation_of(draft)
    if not situation.may_turn_up or not _FOUND.search(text):
        return False
    save(turn, draft, offer={"kind": "found"})
    about = thing(situation, draft.answers)
    turn.say(
        f"I'm glad. Nothing has been sent. If somebody else may have had {about}, it should still be reported. "
        "**Shall I drop the report?**",
        choices=("Drop it", "Report it anyway"),
    )
    return True


def found_later(turn: Turn, text: str) -> Record | None:
    """Give the person's last report of something missing that the words say has turned up."""
    if not _FOUND.search(text):
        return None
    own = records.of_person(session=turn.session, person=turn.person.id, limit=20)
    return next((r for r in own if _is_missing(r) and turn.now - r.filed_at < _LAST_WEEKS), None)


def _is_missing(record: Record) -> bool:
    situation = find_situation(record.situation, record.audience)
    return bool(situation and situation.may_turn_up) and record.status != "withdrawn"


def _differs(turn: Turn, draft: Draft) -> bool:
    situation = situation_of(draft)
    if situation.question("note"):
        return False
    facts = usable(situation, turn.incoming.understanding.facts)
    new, known = facts.get("giver"), draft.answers.get("giver")
    if new and known and not _same_giver(new, known):
        return True
    things = [name for name in _NAMES_THE_THING if name != situation.own_words]
    if any(_other_words(facts.get(k), draft.answers.get(k)) for k in things):
        return True
    if any(facts.get(k) and {k, kind} & draft.answers.keys() == {kind} and kind not in facts for k, kind in _KINDS):
        return True
    return any(facts.get(k) and draft.answers.get(k) and facts[k] != draft.answers[k] for k in _TELLS_APART)


def _other_words(new: str | None, known: str | None) -> bool:
    """Say whether two names of a thing have no word in common: "chocolates" is not "a bottle of wine"."""
    words = [set(re.findall(r"[a-z]{4,}", (each or "").casefold())) for each in (new, known)]
    return all(words) and not words[0] & words[1]


def _same_giver(one: str, other: str) -> bool:
    a, b = set(giver_key(one).split()), set(giver_key(other).split())
    return a <= b or b <= a
