"""Reviews of declarations (CC-147 to CC-152): started for a group, answered one by one, shown to the one who asks.

Whoever asks sees who has answered, whether it is nil, and the reference; never what is declared (CC-150).
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from dialogs.campaign_dates import next_step
from dialogs.campaign_groups import Group
from dialogs.desk import Turn
from dialogs.notices import tell
from dialogs.people import Directory, Person
from dialogs.replies import Button, Card, Reply, to_json
from dialogs.statuses import person_named
from dialogs.wording import day, place
from knowledge.clauses import Library
from knowledge.errors import Sayable
from storage import audit, campaigns, outbox
from storage.campaigns import Answer
from storage.tables import Campaign, Record

SITUATION = "annual_declaration"
CLAUSE = "employee-declaration.2"
NIL, SOMETHING, LATER = "Nothing to declare", "I have something to declare", "Not now"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a review has come: who answered nil, who declared something, who has not answered, and who has left."""

    nil: tuple[Answer, ...]
    declared: tuple[Answer, ...]
    missing: tuple[Answer, ...]
    gone: tuple[Answer, ...]

    @property
    def asked(self) -> int:
        """How many people were asked."""
        return len(self.nil) + len(self.declared) + len(self.missing) + len(self.gone)


def start(
    session: Session, library: Library, directory: Directory, owner: Person, group: Group, ends_on: date, now: datetime
) -> tuple[Campaign, list[Person]]:
    """Start a review and queue one message for everybody in it; gives it, and those whom the message can't reach yet.

    Raises Sayable where the same group is being asked by the same person already, or the last day is not to come.
    """
    if ends_on <= now.date():
        raise Sayable("The last day has to be later than today. Which day should it be?")
    if any(c.label == group.label for c in campaigns.of_owner(session=session, owner=owner.id, state="open")):
        raise Sayable(
            f"You have an open review for {group.label} already. Say “who has not answered?” to see it, or “close the "
            "review” to end it."
        )
    what, at = next_step(now.date(), ends_on, now)
    campaign = campaigns.start(
        session=session,
        owner=owner.id,
        label=group.label,
        situation=SITUATION,
        people=[(p.id, p.name) for p in group.people],
        ends_on=ends_on,
        next_what=what,
        next_at=at,
        now=now,
    )
    body = to_json(Reply(card=(card := ask_card(library, owner, campaign, now.date())), summary=card.title))
    notices = [outbox.Outgoing(p.id, body, "review") for p in group.people]
    outbox.enqueue_notices(session=session, notices=notices, now=now)
    note(session, owner.id, "review_started", campaign, now, people=len(group.people), until=ends_on)
    met = campaigns.reached(session=session, people=[p.id for p in group.people])
    return campaign, [p for p in group.people if p.id not in met]


def ask_card(library: Library, owner: Person, campaign: Campaign, today: date) -> Card:
    """Draw the message that everybody in a review gets: what to do first, then why, then the question."""
    clause = library.get(CLAUSE)
    return Card(
        title=f"{owner.name} asks for your declaration by {day(campaign.ends_on, today)}",
        body=(
            "Please say whether you have anything to declare. I show you what I'd file, and file nothing until you say "
            "yes.",
            f"This is a review of declarations. “{clause.text}” ({place(clause)})",
            f"The review shows {owner.name} whether you've answered, whether it's nil, and the reference. What you "
            "declare goes to your line manager.",
        ),
        asks="Do you have anything to declare?",
        buttons=tuple(
            Button(title, f"review.{verb}", {"campaign": campaign.id})
            for title, verb in ((NIL, "nil"), (SOMETHING, "something"), (LATER, "later"))
        ),
    )


def answered(turn: Turn, record: Record) -> str:
    """Take a filed declaration as its owner's answer to every review that asks them; gives what they are told of it."""
    if record.situation != SITUATION:
        return ""
    named = []
    for campaign in campaigns.asking(session=turn.session, person=record.person):
        nil = record.answers.get("nil") is True
        if campaigns.answer(session=turn.session, campaign=campaign, person=record.person, record=record, nil=nil):
            named.append(person_named(turn.desk.directory, campaign.owner).name)
            note(turn.session, record.person, "review_answered", campaign, turn.now, reference=record.reference)
            _tell_when_complete(turn, campaign)
    return f"It answers the review that {' and '.join(dict.fromkeys(named))} asked you for." if named else ""


def _tell_when_complete(turn: Turn, campaign: Campaign) -> None:
    if campaigns.left_to_answer(session=turn.session, campaign_id=campaign.id):
        return
    if campaigns.complete(session=turn.session, campaign_id=campaign.id, now=turn.now):
        text = (
            f"**Everybody has answered the review for {campaign.label}.** Say “who has answered?” for the references."
        )
        tell(turn, campaign.owner, text, template="review_complete")


def progress(session: Session, directory: Directory, campaign: Campaign) -> Progress:
    """Work out how far a review has come; somebody who is in the directory no more has left, unless they answered."""
    found = campaigns.answers(session=session, campaign_id=campaign.id)
    silent = [a for a in found if a.reference is None]
    return Progress(
        nil=tuple(a for a in found if a.nil is True),
        declared=tuple(a for a in found if a.nil is False),
        missing=tuple(a for a in silent if directory.find(a.person)),
        gone=tuple(a for a in silent if not directory.find(a.person)),
    )


def close(session: Session, campaign: Campaign, by: str, now: datetime) -> bool:
    """Close a review: nobody is asked or reminded any more; False when it was closed before."""
    done = campaigns.close(session=session, campaign=campaign, now=now)
    if done:
        note(session, by, "review_closed", campaign, now)
    return done


def note(session: Session, actor: str, act: str, campaign: Campaign, now: datetime, **detail: object) -> None:
    """Add an act in a review to the audit trail."""
    audit.append(session=session, actor=actor, act=act, subject=f"review-{campaign.id}", detail=detail, now=now)
