"""What HR and the owners type about reviews of the policies: what falls due, owners, dates, and what was reviewed."""

from dialogs.asking import carry_on
from dialogs.clause_naming import named_by
from dialogs.desk import Turn
from dialogs.editions import may_edit
from dialogs.kb_naming import SECTION, find, title_of
from dialogs.kb_readers import may_read
from dialogs.kb_views import View
from dialogs.looking import look_at, may_look
from dialogs.people_called import people_called
from dialogs.policy_parts import Part, label_of, typed
from dialogs.policy_review_acts import WhichPerson, look_at_links, not_reviewed, note, owner_called, set_due, set_owner
from dialogs.policy_review_cards import due_told, owner_told, part_card, reviewed_told
from dialogs.policy_review_words import ReviewWish, review_wishes
from dialogs.policy_reviews import may_note, stands_now
from dialogs.review_days import review_day
from dialogs.wording import listed, said
from knowledge.clauses import Clause
from knowledge.confirmed import A_YEAR
from knowledge.days import months_after
from knowledge.errors import Sayable
from knowledge.understanding.slots import read_day
from storage.tables import Draft

# Such words may be about anything, so that the part has to be named as it is called.
_LOOSE = ("owner", "owns", "done", "not_done", "when", "open", "read")
_OF_OWNERS = ("owns", "done", "not_done", "when", "open", "read")


def review_in_words(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Take words about reviews of the policies; say whether they were such words."""
    for wish in review_wishes(text):
        try:
            taken = _take(turn, wish, text, draft)
        except WhichPerson as unclear:
            taken = _ask_whom(turn, wish, text, unclear)
        except Sayable as refused:
            turn.say(str(refused))
            taken = True
        if taken:
            if draft:
                turn.kept = True
                carry_on(turn, draft)
            return True
    return False


def _take(turn: Turn, wish: ReviewWish, text: str, draft: Draft | None) -> bool:
    if not may_read(turn.person):
        return draft is None and _take_from_owner(turn, wish)
    if wish.verb == "links":
        look_at_links(turn)
        return True
    if wish.verb == "list":
        turn.say(card=look_at(turn, View("reviews")))
        return True
    sure = bool(draft) or wish.verb in _LOOSE
    parts = find(turn.desk.library, wish.part, SECTION, sure=sure)
    if not parts:
        return _unknown(turn, wish, draft)
    if _is_of_its_rules(wish, parts):
        return False
    if len(parts) > 1:
        return _offer(turn, wish, text, parts)
    _ACTS[wish.verb](turn, wish, parts[0])
    return True


def _take_from_owner(turn: Turn, wish: ReviewWish) -> bool:
    """Somebody outside HR reads and notes the reviews of what they own, and nothing else."""
    if wish.verb == "list":
        mine = may_look(turn, View("reviews"))
        if mine:
            turn.say(card=look_at(turn, View("reviews")))
        return mine
    parts = find(turn.desk.library, wish.part, SECTION, sure=wish.verb in _LOOSE)
    if wish.verb not in _OF_OWNERS or len(parts) != 1 or not may_note(turn.person, stands_now(turn.session, parts[0])):
        return False
    _ACTS[wish.verb](turn, wish, parts[0])
    return True


def _unknown(turn: Turn, wish: ReviewWish, draft: Draft | None) -> bool:
    """What names no part may be about anything, unless it speaks of a review date or names a heading or a person."""
    library = turn.desk.library
    named = named_by(library, wish.part, sure=wish.verb in _LOOSE)
    if draft or not (named.missing and named.sections or _speaks_of_it(turn, wish)):
        return False
    titles = listed([said(title_of(library, each)) for each in named.sections], "or")
    lead = f"{titles} has no paragraph {named.missing}." if named.missing and named.sections else (
        f"I don't know a policy, heading or clause “{said(wish.part[:60])}”."
    )  # fmt: skip
    how = "Name it like “the code of conduct”, “gifts and hospitality” or “gifts 1”, or type “kb list” for all of them."
    turn.say(f"{lead} {how}")
    return True


def _speaks_of_it(turn: Turn, wish: ReviewWish) -> bool:
    if wish.verb == "owner":
        return bool(wish.name and people_called(turn.desk.directory, wish.name).named)
    return wish.verb == "due" or wish.verb == "by" and read_day(wish.day, turn.now, "future") is not None


def _is_of_its_rules(wish: ReviewWish, parts: tuple[Part, ...]) -> bool:
    """Of one clause, “review” is reading its rules where these are flagged, and has its own words."""
    (first, *others) = parts
    return isinstance(first, Clause) and not others and (
        wish.verb == "read" or wish.verb == "done" and first.unreviewed
    )  # fmt: skip


def _offer(turn: Turn, wish: ReviewWish, text: str, parts: tuple[Part, ...]) -> bool:
    start, end = wish.on
    choices = tuple(f"{text[:start]}{typed(turn.desk.library, part)}{text[end:]}" for part in parts)
    turn.say("More than one is called that, or nearly.", "**Which one do you mean?**", choices=choices)
    return True


def _ask_whom(turn: Turn, wish: ReviewWish, text: str, unclear: WhichPerson) -> bool:
    if not may_edit(turn.person):
        return False
    words = typed(turn.desk.library, find(turn.desk.library, wish.part, SECTION, sure=True)[0])
    turn.say(str(unclear), choices=tuple(f"Owner of {words} is {name}" for name in unclear.names))
    return True


def _due(turn: Turn, wish: ReviewWish, part: Part) -> None:
    set_due(turn, stands_now(turn.session, part), review_day(wish.day, turn.now) if wish.day else None)


def _owner(turn: Turn, wish: ReviewWish, part: Part) -> None:
    owner = owner_called(turn.desk.directory, wish.name) if wish.name else ""
    set_owner(turn, stands_now(turn.session, part), owner)


def _done(turn: Turn, wish: ReviewWish, part: Part) -> None:
    due = review_day(wish.day, turn.now) if wish.day else None
    note(turn, stands_now(turn.session, part), due or months_after(turn.today, A_YEAR))


def _not_done(turn: Turn, wish: ReviewWish, part: Part) -> None:
    not_reviewed(turn, stands_now(turn.session, part))


def _owns(turn: Turn, wish: ReviewWish, part: Part) -> None:
    stands = stands_now(turn.session, part)
    turn.say(f"**{said(label_of(turn.desk.library, part))}**: owner {owner_told(turn, stands)}.")


def _when(turn: Turn, wish: ReviewWish, part: Part) -> None:
    stands = stands_now(turn.session, part)
    label = said(label_of(turn.desk.library, part))
    turn.say(f"**{label}**: next review {due_told(turn, stands)}; last reviewed {reviewed_told(turn, stands)}.")


def _open(turn: Turn, wish: ReviewWish, part: Part) -> None:
    turn.say(card=part_card(turn, stands_now(turn.session, part)))


_ACTS = {
    "due": _due,
    "by": _due,
    "owner": _owner,
    "done": _done,
    "not_done": _not_done,
    "owns": _owns,
    "when": _when,
    "open": _open,
    "read": _open,
}
