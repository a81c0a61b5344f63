"""Somebody in no directory: asked once whether employee or councillor, gets every answer, files nothing until added."""

from dataclasses import replace

from dialogs.desk import Turn
from dialogs.events import Edited, Opened, Rated, Reacted, Said
from knowledge.understanding.slots import read_choice
from storage import persons

_WHO = {
    "employee": ("an employee", "employee", "staff", "i work for the council", "officer", "worker", "agency"),
    "councillor": ("a councillor", "councillor", "cllr", "member", "elected member"),
}


def introduced(turn: Turn) -> bool:
    """Say whether the bot knows which policies hold for the person; asks where it does not."""
    person = turn.person
    if person.known:
        return True
    kept = persons.find(session=turn.session, person=person.id)
    audience = (kept.profile or {}).get("audience") if kept else None
    if audience:
        turn.incoming = replace(turn.incoming, person=replace(person, audience=audience))
        return True
    event = turn.incoming.event
    if isinstance(event, Opened | Edited | Reacted | Rated) and not turn.first_time:
        return False
    chosen = read_choice(event.text, _WHO) if isinstance(event, Said) and len(event.text.split()) <= 5 else None
    if chosen:
        persons.set_profile(session=turn.session, person=person.id, profile={"audience": chosen}, now=turn.now)
        turn.say("Thank you. Now tell me what happened, or ask me what the policy says.")
    else:
        turn.say(
            "I don't find you in the council's list of people, so I can answer you but file nothing until HR add you. "
            "**Are you an employee or a councillor?**",
            choices=("An employee", "A councillor"),
        )
    return False
