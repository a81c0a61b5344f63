"""What rules ask of a person's job again and again: asked once, kept if the person says so, shown and changeable."""

import re
from collections.abc import Mapping
from typing import Any

from dialogs.desk import Turn
from dialogs.situation import Situation
from dialogs.wording import listed
from storage import persons

_JOB: Mapping[str, tuple[str, str]] = {
    "purchasing": ("you buy goods or services for the council", "you don't buy goods or services for the council"),
    "trust_post": ("you work with children or vulnerable adults", "you don't work with children or vulnerable adults"),
    "job_uses_car": ("your job includes the use of a car", "your job doesn't include the use of a car"),
}
REMEMBER = re.compile(r"^\W*(?:yes\W+|ok\W+|please\W+)*remember (?:that|this|it)(?: please)?\W*$", re.I)
FORGET = re.compile(
    r"^\W*(?:please )?forget (?:about )?"
    r"(?:my job|what (?:you|i) (?:know|remember|told you)(?: about (?:me|my job))?)\W*$",
    re.I,
)
WHAT_IS_KEPT = re.compile(r"\bwhat do you (?:know|remember|hold|keep) (?:about|on) (?:me|my job)\b", re.I)


def recalled(turn: Turn, situation: Situation, answers: Mapping[str, Any]) -> dict[str, bool]:
    """Give what is remembered of the person's job that this situation asks and the first sentence did not tell."""
    asked = {q.id for q in situation.questions} & set(_JOB) - set(answers)
    return {fact: told for fact, told in _kept(turn).items() if fact in asked} if asked else {}


def offer_to_remember(turn: Turn, situation: Situation, answers: Mapping[str, Any]) -> str:
    """Offer to remember what was told of the job and is not remembered yet; nothing after a private matter."""
    told = {fact: answers[fact] for fact in _JOB if isinstance(answers.get(fact), bool)}
    if situation.sensitive or not told or all(_kept(turn).get(fact) == value for fact, value in told.items()):
        return ""
    turn.desk.memory.keep(turn.person.id, {"job": told}, turn.now)
    return f"You told me that {_in_words(told)}. If you'd like me not to ask you again, say “remember that”."


def remember(turn: Turn) -> str:
    """Keep what was offered to be remembered; gives the words for it."""
    offered = turn.desk.memory.look(turn.person.id, turn.now) or {}
    if "job" not in offered:
        return "There's nothing of yours for me to remember just now."
    turn.desk.memory.take(turn.person.id, turn.now)
    _keep(turn, {**_profile(turn), **offered["job"]})
    return f"I'll remember that {_in_words(offered['job'])}. Say “forget my job” at any time, and I'll ask again."


def forget(turn: Turn) -> str:
    """Drop what is remembered of the job; gives the words for it."""
    _keep(turn, {k: v for k, v in _profile(turn).items() if k not in _JOB})
    return "I've forgotten what you told me about your job. I'll ask again when it matters."


def what_is_kept(turn: Turn) -> str:
    """Say what is remembered of the person's job, and how to have it forgotten."""
    kept = _kept(turn)
    if not kept:
        return "I remember nothing about your job. What you've filed is under “my records”."
    return f"I remember that {_in_words(kept)}. Say “forget my job” and I'll ask again. What you filed: “my records”."


def _in_words(facts: Mapping[str, bool]) -> str:
    return listed([_JOB[fact][0 if told else 1] for fact, told in facts.items()])


def _kept(turn: Turn) -> dict[str, bool]:
    return {fact: told for fact, told in _profile(turn).items() if fact in _JOB}


def _profile(turn: Turn) -> dict[str, Any]:
    known = persons.find(session=turn.session, person=turn.person.id)
    return dict(known.profile or {}) if known else {}


def _keep(turn: Turn, profile: dict[str, Any]) -> None:
    turn.kept = True
    persons.set_profile(session=turn.session, person=turn.person.id, profile=profile, now=turn.now)
