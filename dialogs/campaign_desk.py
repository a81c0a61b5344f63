"""The one who asks: a review is shown for a yes before it starts, followed by counts and names, and closed."""

import re
from dataclasses import dataclass
from datetime import date

from dialogs.campaign_dates import reminded_on
from dialogs.campaign_groups import Group, read_group
from dialogs.campaign_reports import NAMED, PAGE, counts, missing, references
from dialogs.campaigns import Progress, close, progress, start
from dialogs.desk import Turn
from dialogs.moves import repeat_question
from dialogs.wording import day, listed, said
from knowledge.errors import Sayable
from knowledge.understanding.slots import read_choice, read_day, read_yes_no
from storage import campaigns
from storage.tables import Campaign, Draft

SHORT = 4
_START = ("Start it", "Don't start it")
_CLOSE = ("Close it", "Leave it open")
_PAGES = {"missing": missing, "answered": references}


@dataclass(frozen=True, slots=True)
class Asked:
    """What was said of a review to start: whom, and until when, in the words that were used; empty where not said."""

    who: str
    until: str


def propose(turn: Turn, asked: Asked) -> None:
    """Show a review before it starts, or ask for what is missing."""
    try:
        group = read_group(turn.desk.directory, turn.person, asked.who) if asked.who else None
    except Sayable as nobody:
        _want(turn, "who", asked, str(nobody), "Whom should I ask?")
        return
    ends_on = _last_day(turn, asked.until)
    if group is None:
        _want(turn, "who", asked, "", "Whom should I ask: your team, a service area, or people by name?")
    elif ends_on is None or ends_on <= turn.today:
        lead = "" if not asked.until else f"The last day has to be a day to come, and I read “{said(asked.until)}”."
        _want(turn, "until", asked, lead, "Until which day can they answer?")
    else:
        _show_plan(turn, group, ends_on)


def _last_day(turn: Turn, words: str) -> date | None:
    when = read_day(words, turn.now, "future") if words else None
    return (when.until or when.day) if when else None


def _want(turn: Turn, what: str, asked: Asked, lead: str, question: str) -> None:
    _keep(turn, {"wants": what, "who": asked.who, "until": asked.until})
    turn.say(lead, f"**{question}**")


def _keep(turn: Turn, what: dict) -> None:
    turn.desk.memory.keep(turn.person.id, {"review": what, "at": turn.now}, turn.now)


def _show_plan(turn: Turn, group: Group, ends_on: date) -> None:
    _keep(turn, {"start": group, "ends_on": ends_on})
    many = len(group.people)
    names = f": {listed([p.name for p in group.people])}" if many <= NAMED else f", {group.label}"
    people = "1 person" if many == 1 else f"{many} people"
    turn.say(
        f"**I'd ask {people} for their declaration by {day(ends_on, turn.today)}{names}.** {_not_asked(group)}".strip(),
        f"Each gets one message. {_reminders(turn, ends_on)} The review shows you who has answered, whether it's nil "
        "and the reference. What they declare isn't part of it: that goes to their line managers.",
        "**Shall I start it?**",
        choices=_START,
    )


def _not_asked(group: Group) -> str:
    unknown = listed([f"“{said(each)}”" for each in group.unknown])
    lost = f"I don't find {unknown}, so they aren't asked." if unknown else ""
    others = "1 other person doesn't" if group.not_theirs == 1 else f"{group.not_theirs} other people don't"
    not_yours = f"{others} report to you, so HR would have to ask them." if group.not_theirs else ""
    return " ".join(part for part in (lost, not_yours) if part)


def _reminders(turn: Turn, ends_on: date) -> str:
    days = [f"on {day(on, turn.today)}" for on in reminded_on(turn.today, ends_on)]
    return f"Whoever hasn't answered is reminded {listed(days)}." if days else "There's no time left for a reminder."


def agree(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Take the words as an answer to what was asked of a review; say whether they were one."""
    remembered = turn.desk.memory.look(turn.person.id, turn.now) or {}
    kept = remembered.get("review")
    if not kept or "page" in kept:
        return False
    turn.desk.memory.take(turn.person.id, turn.now)
    if draft and draft.updated_at > remembered["at"]:
        return False
    if "wants" in kept:
        return _take_missing(turn, text, kept)
    agreed = _agreed(text, *(_START if "start" in kept else _CLOSE))
    if agreed is None:
        return False
    _settle(turn, kept, agreed)
    _go_on(turn, draft)
    return True


def _agreed(text: str, yes: str, no: str) -> bool | None:
    if len(text.split()) > SHORT:
        return None
    wish = read_choice(text, {"yes": (yes,), "no": (no,)})
    return read_yes_no(text) if wish is None else wish == "yes"


def _take_missing(turn: Turn, text: str, kept: dict) -> bool:
    """A last day is read as a day; a group is whatever was typed, unless that is a sentence of its own."""
    if kept["wants"] == "until":
        if _last_day(turn, text) is None:
            return False
        propose(turn, Asked(kept["who"], text))
        return True
    try:
        read_group(turn.desk.directory, turn.person, text)
    except Sayable:
        if turn.incoming.understanding.decision == "act":
            return False
    propose(turn, Asked(text, kept["until"]))
    return True


def _settle(turn: Turn, kept: dict, agreed: bool) -> None:
    if not agreed:
        turn.say("Nothing was started, and nobody was asked." if "start" in kept else "The review stays open.")
    elif "start" in kept:
        _start(turn, kept["start"], kept["ends_on"])
    else:
        _do_close(turn, campaigns.by_id(session=turn.session, campaign_id=kept["close"]))


def _start(turn: Turn, group: Group, ends_on: date) -> None:
    desk = turn.desk
    try:
        _, unreached = start(turn.session, desk.library, desk.directory, turn.person, group, ends_on, turn.now)
    except Sayable as refused:
        turn.say(str(refused))
        return
    turn.kept = True
    many = "1 person is" if len(group.people) == 1 else f"{len(group.people)} people are"
    waiting = _waiting([p.name for p in unreached])
    turn.say(
        f"**Started.** {many} asked to answer by {day(ends_on, turn.today)}. {waiting}".strip(),
        "Say “who has not answered?” at any time, and “close the review” to end it.",
    )


def _waiting(names: list[str]) -> str:
    if not names:
        return ""
    who = listed(names) if len(names) <= NAMED else f"{len(names)} of them"
    have = "has" if len(names) == 1 else "have"
    return f"{who} {have} never opened this chat, so the message waits until they do."


def show(turn: Turn, how: str, which: str, named_review: bool, draft: Draft | None) -> bool:
    """Show how far a review has come, and who has not answered or who has; False where they asked nobody."""
    theirs = campaigns.of_owner(session=turn.session, owner=turn.person.id)
    if not theirs and (not named_review or campaigns.asking(session=turn.session, person=turn.person.id)):
        return False
    chosen = _chosen(theirs, which)
    if len(chosen) == 1:
        _show_page(turn, chosen[0], how, 0)
    elif chosen:
        lines = [counts(c, _progress(turn, c), turn.today) for c in chosen]
        labels = listed([c.label for c in chosen], "or")
        turn.say(*lines, f"**Which one: {labels}?** Say, for example, “who has not answered in {chosen[0].label}?”")
    else:
        turn.say(_none())
    _go_on(turn, draft)
    return True


def _chosen(theirs: list[Campaign], which: str) -> list[Campaign]:
    """The one whose group the words name, else all that are open, else the last."""
    words = re.sub(r"\bmy\b", "your", which, flags=re.I).casefold()
    named = [c for c in theirs if c.label.casefold() in words]
    still_open = [c for c in named or theirs if c.state == "open"]
    return still_open or (named or theirs)[:1]


def _none() -> str:
    return (
        "You have no review of declarations. To start one, say, for example, “start a declarations review for my team "
        "until 18 December”."
    )


def _progress(turn: Turn, campaign: Campaign) -> Progress:
    return progress(turn.session, turn.desk.directory, campaign)


def _show_page(turn: Turn, campaign: Campaign, how: str, first: int) -> None:
    so_far = _progress(turn, campaign)
    words, more = _PAGES[how](so_far, first)
    if more:
        _keep(turn, {"page": first + PAGE, "how": how, "campaign": campaign.id})
    turn.say(
        counts(campaign, so_far, turn.today) if not first else "",
        words,
        f"Say “more” for the next {PAGE}." if more else "",
    )


def turn_page(turn: Turn, draft: Draft | None) -> bool:
    """Show the next page of a list that was begun; False where none was."""
    kept = (turn.desk.memory.look(turn.person.id, turn.now) or {}).get("review")
    if not kept or "page" not in kept:
        return False
    turn.desk.memory.take(turn.person.id, turn.now)
    _show_page(turn, campaigns.by_id(session=turn.session, campaign_id=kept["campaign"]), kept["how"], kept["page"])
    _go_on(turn, draft)
    return True


def propose_closing(turn: Turn, which: str, draft: Draft | None) -> bool:
    """Close a review, after a yes where somebody has not answered."""
    still_open = campaigns.of_owner(session=turn.session, owner=turn.person.id, state="open")
    chosen = _chosen(still_open, which)
    if len(chosen) > 1:
        labels = listed([c.label for c in chosen], "or")
        turn.say(f"**Which one: {labels}?** Say, for example, “close the review for {chosen[0].label}”.")
        return True
    if not chosen:
        turn.say(f"No review of yours is open. {_none() if not still_open else ''}".strip())
    elif open_still := len(_progress(turn, chosen[0]).missing):
        _keep(turn, {"close": chosen[0].id})
        have = "1 person hasn't" if open_still == 1 else f"{open_still} people haven't"
        turn.say(
            f"{have} answered the review for {chosen[0].label}. Once it's closed, nobody is asked any more.",
            "**Shall I close it?**",
            choices=_CLOSE,
        )
        return True
    else:
        _do_close(turn, chosen[0])
    _go_on(turn, draft)
    return True


def _do_close(turn: Turn, campaign: Campaign) -> None:
    turn.kept = True
    if close(turn.session, campaign, turn.person.id, turn.now):
        turn.say(f"The review for {campaign.label} is closed. What was declared stays where it is filed.")
    else:
        turn.say(f"The review for {campaign.label} was closed already.")


def _go_on(turn: Turn, draft: Draft | None) -> None:
    if draft:
        repeat_question(turn, draft)
