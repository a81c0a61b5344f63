"""Recording a meeting: Code of conduct, Electronic recording (CC-32, 33)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dialogs.manners import REQUEST
from dialogs.situation import Answers, Question, Situation
from dialogs.situations.asking_for import filed, purpose, the_thing, when
from dialogs.wants import APPROVE

_CLAUSE = "electronic-recording.1"


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the recording, and the meeting: ``the recording of the case conference``, ``the case conference``."""
    what = the_thing(answers, "meeting", "meeting", mine)
    return {"thing": f"the recording of {what}", "what": what}


def for_decider(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say what the code asks of whoever authorises a recording."""
    if wants != APPROVE:
        return ()
    return ("If you agree, the meeting's organiser has to tell everyone at the start why it's recorded.",)


MEETING_RECORDING = Situation(
    id="meeting_recording",
    audience="employee",
    kind="request",
    title="Recording a meeting",
    noun="recording",
    questions=(
        Question(
            "meeting",
            "text",
            "Which meeting is it?",
            "Meeting",
            "whoever decides has to know which meeting it is",
            _CLAUSE,
            needed=filed,
            called="the meeting",
            takes_all=True,
        ),
        purpose(
            "Why would you like it recorded?",
            "everyone at the meeting has to hear why it's recorded",
            "electronic-recording.2",
        ),
        when("When does it take place?", "it has to be decided before the meeting", _CLAUSE),
    ),
    headlines={
        "authorised": "You need the agreement of {senior_manager} before you record {what}. If they agree, everyone "
        "there has to hear at the start why it's recorded.",
    },
    columns={},
    quotes={"authorised": 2},
    told_by_thing=("meeting",),
    told_by_title=("meeting",),
    offered=("Recording a meeting", "recording a meeting", "recording", "record a meeting"),
    in_order=True,
    naming=naming,
    manner=replace(
        REQUEST,
        asks="{person} asks for {thing}",
        approved="**{who} agrees to {thing} ({ref}).** Everyone there has to hear at the start why it's recorded.",
    ),
    for_decider=for_decider,
)
