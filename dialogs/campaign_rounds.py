"""What a review does by itself: it reminds those who haven't answered, and tells its owner when it is over."""

from datetime import datetime

from sqlmodel import Session

from dialogs.campaign_dates import END, LAST, next_step, step_now
from dialogs.campaign_reports import left, over
from dialogs.campaigns import LATER, NIL, SOMETHING, note, progress
from dialogs.one_a_day import Reminder, reminded_today
from dialogs.people import Directory
from dialogs.replies import Reply, to_json
from dialogs.statuses import person_named
from dialogs.wording import day
from storage import campaigns, outbox
from storage.campaigns import Answer
from storage.tables import Campaign


def reminders_of_reviews(session: Session, now: datetime, directory: Directory) -> list[Reminder]:
    """Give the reminders of every review whose day has come, and tell the owners what they have to know.

    Somebody who was reminded of something else today is left out: the last reminder leaves on the last working day.
    """
    due = campaigns.due(session=session, now=now)
    had = reminded_today(session, now) if due else set()
    found = []
    for campaign in due:
        what = step_now(campaign.starts_on, campaign.ends_on, now)
        then, at = next_step(campaign.starts_on, campaign.ends_on, now)
        if campaigns.move_on(session=session, campaign=campaign, next_what=then, next_at=at):
            found += [r for r in _step(session, campaign, what, now, directory) if r.to not in had]
    return found


def _step(
    session: Session, campaign: Campaign, what: str | None, now: datetime, directory: Directory
) -> list[Reminder]:
    so_far = progress(session, directory, campaign)
    _tell_who_left(session, campaign, [a for a in so_far.gone if not a.gone], now)
    if what == END:
        _tell(session, campaign, over(campaign, so_far, now.date()), "review_over", now)
        return []
    if so_far.missing:
        note(session, campaign.owner, "review_reminded", campaign, now, people=len(so_far.missing))
    owner = person_named(directory, campaign.owner).name
    text = _text(campaign, owner, what, now)
    asks, choices = "Do you have anything to declare?", (NIL, SOMETHING, LATER)
    return [Reminder(a.person, text, "review_due", asks=asks, choices=choices) for a in so_far.missing]


def _text(campaign: Campaign, owner: str, what: str | None, now: datetime) -> str:
    last = "This is the last reminder." if what == LAST else "Once you've answered, I won't remind you again."
    today = ", which is today" if campaign.ends_on == now.date() else ""
    by = day(campaign.ends_on, now.date())
    return (
        f"**{owner} asked for your declaration by {by}{today}, and it isn't here yet.** {last}\n\n"
        "Say “nothing to declare” or “I have something to declare”."
    )


def _tell_who_left(session: Session, campaign: Campaign, people: list[Answer], now: datetime) -> None:
    if not people:
        return
    campaigns.gone(session=session, campaign_id=campaign.id, people=[a.person for a in people], now=now)
    _tell(session, campaign, left(campaign, people), "review_left", now)


def _tell(session: Session, campaign: Campaign, text: str, template: str, now: datetime) -> None:
    outbox.enqueue(
        session=session, to_person=campaign.owner, kind="notice", body=to_json(Reply(text)), now=now, template=template
    )
