"""Answering a review: nothing to declare, something to declare, or not now; by button or in words."""

from typing import Any

from dialogs.actions import ReviewAction
from dialogs.asking import carry_on
from dialogs.campaign_dates import reminded_on
from dialogs.campaigns import SITUATION
from dialogs.desk import Turn
from dialogs.drafting import save, situation_of, start
from dialogs.replies import Card
from dialogs.situations import find_situation
from dialogs.talk import thing
from dialogs.wording import day
from storage import campaigns, drafts, records
from storage.tables import Campaign

LOOK_BACK = 100


def press_review(turn: Turn, action: ReviewAction) -> None:
    """Do what a button of a review asks for; an old card has no second effect and says what became of it."""
    campaign = campaigns.by_id(session=turn.session, campaign_id=action.campaign)
    mine = campaign and campaigns.asked(session=turn.session, person=turn.person.id, campaign_id=campaign.id)
    if not mine:
        _old(turn, "That card isn't yours to answer. Type “help” to see what I can do.")
    elif campaign.id in [c.id for c in campaigns.asking(session=turn.session, person=turn.person.id)]:
        turn.answer = Card(title=_ANSWERS[action.verb](turn, campaign))
    elif campaign.state == "closed":
        _old(turn, "That review is closed. If you have something to declare all the same, just tell me.")
    else:
        _old(
            turn, f"You answered that review already, with {_reference(turn, campaign)}. Nothing has been filed twice."
        )


def _old(turn: Turn, text: str) -> None:
    turn.say(text)
    turn.answer = Card(title=text)


def _reference(turn: Turn, campaign: Campaign) -> str:
    answers = campaigns.answers(session=turn.session, campaign_id=campaign.id)
    return next(a.reference for a in answers if a.person == turn.person.id)


def nothing(turn: Turn, campaign: Campaign) -> str:
    """Fill in a nil declaration and show it for a yes; gives what the card says then."""
    known = _worker_kind(turn)
    facts = {"worker_kind": known or "employee", "new_starter": False, "changed": False}
    lead = "" if known else "I've put you down as an employee who hasn't just started. Tell me if that's wrong."
    _open(turn, facts, {"nil": True}, lead)
    return "Nothing to declare. Please check the summary below."


def something(turn: Turn, campaign: Campaign) -> str:
    """Open the declaration; gives what the card says then."""
    known = _worker_kind(turn)
    _open(turn, {"worker_kind": known} if known else {}, {"nil": False}, "")
    return "Something to declare. The next question is below."


def later(turn: Turn, campaign: Campaign) -> str:
    """Put the answer off; gives what the card says then."""
    turn.kept = True
    campaigns.put_off(session=turn.session, campaign=campaign, person=turn.person.id, now=turn.now)
    to_come = [on for on in reminded_on(campaign.starts_on, campaign.ends_on) if on > turn.today]
    remind = f" I'll remind you on {day(to_come[0], turn.today)}." if to_come else ""
    turn.say(
        f"All right. You can answer until {day(campaign.ends_on, turn.today)}: say “nothing to declare” or “I have "
        f"something to declare”.{remind}"
    )
    return "Not now. You can still answer in your own words."


_ANSWERS = {"nil": nothing, "something": something, "later": later}


def _open(turn: Turn, facts: dict[str, Any], told: dict[str, Any], lead: str) -> None:
    """Take up the declaration that is open, keeping what was told there, or begin one and set aside what was open."""
    draft = drafts.active(session=turn.session, person=turn.person.id)
    if draft and draft.situation == SITUATION:
        carry_on(turn, save(turn, draft, {**facts, **draft.answers, **told}, again=None, offer=None, misses=0), lead)
        return
    aside = (
        f"I've set aside {thing(situation_of(draft), draft.answers)}; say “resume” to go on with it." if draft else ""
    )
    draft = start(turn, find_situation(SITUATION, turn.person.audience), {**facts, **told})
    carry_on(turn, draft, *(part for part in (aside, lead) if part))


def _worker_kind(turn: Turn) -> str | None:
    """How the person works for the council, as they last declared it."""
    mine = records.of_person(session=turn.session, person=turn.person.id, limit=LOOK_BACK)
    return next((r.answers.get("worker_kind") for r in mine if r.situation == SITUATION), None)
