"""What is done about reviews of the policies, by the buttons of their cards and by the same words typed."""

from dataclasses import replace
from datetime import date

from dialogs.desk import Turn
from dialogs.editions import may_edit
from dialogs.events import Pressed
from dialogs.kb_readers import may_read
from dialogs.kb_views import View
from dialogs.looking import look_at
from dialogs.people import Directory
from dialogs.people_called import people_called
from dialogs.policy_parts import label_of, typed
from dialogs.policy_review_cards import (
    PolicyReviewAction,
    due_told,
    owner_told,
    part_card,
    read_policy_review_action,
    reviews_card,
    standing_named,
)
from dialogs.policy_reviews import Standing, keep, may_note, note_reviewed, stands_now, take_back
from dialogs.replies import Card, Reply, to_json
from dialogs.review_days import review_day
from dialogs.wording import day, listed, said
from knowledge.confirmed import A_YEAR
from knowledge.days import months_after
from knowledge.errors import Sayable
from storage import links, outbox

ONLY_EDITORS = "HR editors set the owners and review dates of the policies, and have the links looked at."
_NONE = ("none", "no one", "nobody", "no owner", "nothing", "-")


class WhichPerson(Sayable):
    """The name of an owner fits nobody, or several: ``names`` are of those who may be meant."""

    def __init__(self, message: str, names: tuple[str, ...] = ()):
        super().__init__(message)
        self.names = names


def press_policy_review(turn: Turn, event: Pressed) -> bool:
    """Take a button of the cards of the reviews of policies; say whether it was one."""
    action = read_policy_review_action(event.verb, event.data)
    if action is None:
        return False
    if event.automatic:
        turn.answer = "Nothing has changed."
        return True
    try:
        _PRESSES[action.verb](turn, action)
    except Sayable as refused:
        turn.say(str(refused))
        turn.answer = _again(turn, action, str(refused))
    return True


def set_due(turn: Turn, stands: Standing, due: date | None) -> None:
    """Keep another review date, None for that of the wider part, and say so."""
    _editors_only(turn)
    keep(turn.session, stands, turn.person.id, turn.now, due=due)
    _kept(turn, stands)


def set_owner(turn: Turn, stands: Standing, owner: str) -> None:
    """Keep another owner, "" for that of the wider part, say so, and tell whoever owns it now."""
    _editors_only(turn)
    keep(turn.session, stands, turn.person.id, turn.now, owner=owner)
    _kept(turn, stands)
    _tell_owner(turn, stands)


def note(turn: Turn, stands: Standing, due: date) -> None:
    """Keep that a part was reviewed today, and say when next."""
    if not may_note(turn.person, stands):
        raise Sayable("Only its owner and HR editors note that it was reviewed.")
    note_reviewed(turn.session, stands, turn.person.id, turn.now, due)
    turn.kept = True
    label = label_of(turn.desk.library, stands.part)
    turn.say(f"**Noted: {said(label)} was reviewed today.** The next review is on {day(due, turn.today)}.")


def not_reviewed(turn: Turn, stands: Standing) -> None:
    """Keep that a part was not reviewed after all, and say what holds again."""
    if not may_note(turn.person, stands):
        raise Sayable("Only its owner and HR editors take back that it was reviewed.")
    noted = take_back(turn.session, stands, turn.person.id, turn.now)
    turn.kept = True
    now = stands_now(turn.session, stands.part)
    due = f"The next review is {due_told(turn, now)}." if now.due else "It has no review date."
    label = said(label_of(turn.desk.library, stands.part))
    turn.say(f"**Taken back: the review of {label} on {day(noted.done_on, turn.today)}.** {due}")


def look_at_links(turn: Turn) -> None:
    """Have the links looked at, and say that it is told when that is done."""
    _editors_only(turn)
    if not turn.desk.looks_at_links:
        raise Sayable(
            "This service is set not to look at links. Whoever runs it can: “probity kb links” on the command line."
        )
    links.ask(session=turn.session, person=turn.person.id, now=turn.now)
    turn.kept = True
    turn.say("I'm looking at the links in the clauses now, and tell you here when I'm through.")


def owner_called(directory: Directory, words: str) -> str:
    """Give the id of the one person whom the words name, "" for “none”; WhichPerson where that isn't one."""
    if words.strip(" .").casefold() in _NONE:
        return ""
    called = people_called(directory, words)
    if len(called.named) == 1:
        return called.named[0].id
    names = tuple(person.name for person in called.named or called.likely)
    if called.named:
        raise WhichPerson(f"{len(names)} people are called “{said(words)}”. Which one should own it?", names)
    if called.likely:
        raise WhichPerson(f"I don't find “{said(words)}”. Do you mean {listed(names, 'or')}?", names)
    raise WhichPerson(f"I don't find anybody called “{said(words)}”. Give the whole name, as Teams shows it.")


def _kept(turn: Turn, before: Standing) -> None:
    turn.kept = True
    stands, library = stands_now(turn.session, before.part), turn.desk.library
    label = said(label_of(library, stands.part))
    due = f"next review {due_told(turn, stands)}" if stands.due else "no review date yet"
    turn.say(
        f"**{label}: {due}; owner {owner_told(turn, stands)}.**",
        f"Whoever owns it is reminded four weeks before and on the day. {_missing(turn, stands)}".strip()
        if stands.due
        else _missing(turn, stands),
    )


def _tell_owner(turn: Turn, before: Standing) -> None:
    """Tell somebody who was made the owner of a part by somebody else."""
    stands = stands_now(turn.session, before.part)
    if stands.owner in ("", before.owner, turn.person.id) or stands.owner_from != stands.part:
        return
    library = turn.desk.library
    due = f"Its next review is {due_told(turn, stands)}." if stands.due else "It has no review date yet."
    by, label = turn.person.name, said(label_of(library, stands.part))
    words = (
        f"**{by} has made you the owner of {label}.** {due} I remind you here; once you've read it, type “reviewed "
        f"{typed(library, stands.part)}”. If that isn't for you, tell {by}."
    )
    body = to_json(Reply(words))
    outbox.enqueue(
        session=turn.session, to_person=stands.owner, kind="notice", body=body, now=turn.now, template="policy_review"
    )


def _missing(turn: Turn, stands: Standing) -> str:
    words = typed(turn.desk.library, stands.part)
    if stands.due is None:
        return f"To set a date, type “review {words} by” and the day."
    return "" if stands.owner else f"Until it has an owner, that's all of HR. Type “owner of {words} is” and a name."


def _editors_only(turn: Turn) -> None:
    if not may_edit(turn.person):
        raise Sayable(ONLY_EDITORS)


def _seen(turn: Turn, action: PolicyReviewAction) -> Standing:
    """How the part stood when the card was drawn: what somebody changed since is not changed over unseen."""
    stands = standing_named(turn, action.subject)
    if stands.last != action.last:
        raise Sayable("That has changed since this card was drawn, so nothing was kept. Look at how it stands now.")
    return stands


def _press_open(turn: Turn, action: PolicyReviewAction) -> None:
    if not may_read(turn.person):
        raise Sayable("HR keep the reviews of the policies. Ask me what a policy says, and I'll show you the clause.")
    if action.subject:
        turn.answer = part_card(turn, standing_named(turn, action.subject))
    else:
        turn.answer = reviews_card(turn, View("reviews", first=action.first), "Choose one first.")


def _press_keep(turn: Turn, action: PolicyReviewAction) -> None:
    _editors_only(turn)
    stands = _seen(turn, action)
    changed: dict[str, str | date | None] = {}
    if action.owner:
        changed["owner"] = owner_called(turn.desk.directory, action.owner)
    if action.due:
        changed["due"] = review_day(action.due, turn.now)
    if not changed:
        raise Sayable("Give an owner, a day, or both.")
    keep(turn.session, stands, turn.person.id, turn.now, **changed)
    _kept(turn, stands)
    _tell_owner(turn, stands)
    turn.answer = part_card(turn, stands_now(turn.session, stands.part))


def _press_done(turn: Turn, action: PolicyReviewAction) -> None:
    stands = _seen(turn, action)
    note(turn, stands, months_after(turn.today, A_YEAR))
    turn.answer = part_card(turn, stands_now(turn.session, stands.part))


def _press_not_done(turn: Turn, action: PolicyReviewAction) -> None:
    not_reviewed(turn, _seen(turn, action))
    turn.answer = part_card(turn, standing_named(turn, action.subject))


def _press_links(turn: Turn, action: PolicyReviewAction) -> None:
    look_at_links(turn)
    turn.answer = look_at(turn, View("reviews"))


def _again(turn: Turn, action: PolicyReviewAction, hint: str) -> Card:
    """The form as it stands now, with what was typed, where the same can be tried again."""
    if action.verb in ("keep", "done", "not_done") and may_read(turn.person):
        try:
            return part_card(turn, standing_named(turn, action.subject), hint, replace(action, verb="keep"))
        except Sayable:
            pass
    return Card(title=hint)


_PRESSES = {
    "open": _press_open,
    "keep": _press_keep,
    "done": _press_done,
    "not_done": _press_not_done,
    "links": _press_links,
}
