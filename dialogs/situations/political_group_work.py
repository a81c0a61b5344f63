"""Advising a political group or going to its meetings: Code of conduct, Political neutrality (CC-12 to CC-14)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dialogs.manners import REQUEST
from dialogs.situation import Answers, Option, Question, Situation
from dialogs.situations.asking_for import by_name, filed, when
from dialogs.wants import APPROVE

_CLAUSE = "political-neutrality.2"
_ACTS = {"advise": "advice to", "attend_meeting": "a meeting of"}
_DOING = {"advise": "advise", "attend_meeting": "go to a meeting of"}


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the group and what would be done: ``a meeting of the Labour group``."""
    group, activity = by_name(answers, "group", "a political group", mine), answers.get("activity")
    return {
        "thing": f"{_ACTS.get(activity, 'work with')} {group}",
        "doing": f"{_DOING.get(activity, 'do anything for')} {group}",
    }


def for_decider(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say that the consent has to be express, and that the text can be read in two ways where advice is asked for."""
    if wants != APPROVE:
        return ()
    lead = "The code asks for your express consent or the director's."
    if answers.get("activity") == "attend_meeting":
        return (lead,)
    return (
        lead,
        "It also says that advice to groups may be part of somebody's job, so the two passages don't agree: "
        "a clear yes or no from you settles it.",
    )


POLITICAL_GROUP_WORK = Situation(
    id="political_group_work",
    audience="employee",
    kind="request",
    title="Work with a political group",
    noun="work with a political group",
    questions=(
        Question(
            "group",
            "text",
            "Which group is it?",
            "Group",
            "your manager has to know which group it is",
            _CLAUSE,
            needed=filed,
            is_name=True,
            called="the group",
        ),
        Question(
            "activity",
            "choice",
            "What would you do for them?",
            "Activity",
            "the code speaks of advice and of meetings",
            _CLAUSE,
            options=(
                Option("advise", "Advise them", ("advice", "a briefing", "brief them", "answer questions"), "Advice"),
                Option(
                    "attend_meeting",
                    "Go to a meeting of theirs",
                    ("attend", "sit in", "go to their meeting", "attend a meeting"),
                    "Going to a meeting",
                ),
            ),
            needed=filed,
            called="what you'd do",
        ),
        when("When would it be?", "your manager has to know by when to decide", _CLAUSE),
    ),
    headlines={
        "consent": "You need the express consent of {manager} or your director before you {doing}.",
        "no_consent": "You need nobody's consent to {doing}, as long as it's part of your job.",
    },
    columns={},
    told_by_thing=("group", "activity"),
    told_by_title=("group", "activity"),
    offered=("Work with a political group", "work with a political group", "political group", "group meeting"),
    in_order=True,
    naming=naming,
    manner=replace(
        REQUEST,
        asks="{person} asks for your express consent to {thing}",
        approved="**{who} gives express consent to {thing} ({ref}).** You may go ahead, and stay politically neutral.",
    ),
    for_decider=for_decider,
)
