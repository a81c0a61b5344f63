"""Decisions typed in words do what the buttons do: "approve GH-2026-0001", "refuse it because ...", "acknowledge"."""

import re

from dialogs.actions import DecisionAction
from dialogs.deciding import answer_more, decide, waiting_for
from dialogs.desk import Turn
from dialogs.wording import listed
from knowledge.errors import Sayable
from knowledge.understanding.slots import read_reference
from storage import decisions
from storage.tables import Decision, Draft, Record

_POLITE = r"^\W*(?:please |i |i'd like to |happy to |ok[,]? )*"
_VERB = re.compile(
    _POLITE + r"(?P<verb>approved?|agreed?|refused?|reject(?:ed)?|acknowledged?|ack|ask for more|ask)\b(?P<rest>.*)$",
    re.I | re.S,
)
_NOTE = re.compile(
    r"(?:\b|(?=:))(?:on (?:the )?condition(?: that)?|provided(?: that)?|as long as|so long as|if|but|because|as|since|"
    r"with (?:the )?conditions?(?: that)?:?|reason:?|:)\s*(?P<note>.+)$",
    re.I | re.S,
)
_ASKED_OF = re.compile(r"^(?:[\s:,–-]|\b(?:her|him|them|for more|about it|about|it)\b)+", re.I)
_VERBS = {
    "appro": "approve",
    "agree": "approve",
    "refus": "refuse",
    "rejec": "refuse",
    "ackno": "acknowledge",
    "ack": "acknowledge",
}


def decide_in_words(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Take words that decide, or that answer an approver's question; say whether they were such words."""
    found = _VERB.match(text)
    waiting = waiting_for(turn) if found else []
    if found and (waiting or read_reference(text)):
        _decide(turn, found, text, waiting)
        return True
    return draft is None and _answers_question(turn, text)


def _decide(turn: Turn, found: re.Match, text: str, waiting: list[tuple[Decision, Record]]) -> None:
    reference = read_reference(text)
    chosen = [(d, r) for d, r in waiting if not reference or r.reference == reference]
    verb = _VERBS.get(found["verb"].casefold()[:5], "more")
    if verb == "acknowledge":
        chosen = [(d, r) for d, r in chosen if d.wants == "acknowledge"] or chosen
    if not chosen:
        turn.say(_already(turn, reference))
    elif len(chosen) > 1:
        refs = listed([r.reference for _, r in chosen], "or")
        turn.say(
            f"{len(chosen)} wait for you. **Which one: {refs}?** Say, for example, “approve {chosen[0][1].reference}”."
        )
    else:
        _apply(turn, chosen[0][0], chosen[0][1], verb, _note(found["rest"], reference, verb))


def _apply(turn: Turn, decision: Decision, record: Record, verb: str, note: str) -> None:
    verb = "conditions" if verb == "approve" and note else verb
    if verb in ("refuse", "more") and not note:
        ask = "because …" if verb == "refuse" else ": your question"
        word = "refuse" if verb == "refuse" else "ask"
        turn.say(
            f"Please add your words, such as “{word} {record.reference} {ask}”. {record.reference} is still waiting."
        )
        return
    try:
        _, said = decide(turn, DecisionAction(verb, decision.id, decision.version, note))
    except Sayable as refused:
        turn.say(str(refused))
        return
    turn.say(said)


def _note(rest: str, reference: str | None, verb: str) -> str:
    if reference:
        rest = re.sub(re.escape(reference).replace(r"\-", r"[-\s]?"), "", rest, flags=re.I)
    if verb == "more":
        return _ASKED_OF.sub("", rest).strip()
    found = _NOTE.search(rest)
    return found["note"].strip(" .") if found else ""


def _already(turn: Turn, reference: str | None) -> str:
    return (
        f"{reference or 'That'} isn't waiting for you: it has been decided already, or it is somebody else's. "
        "Type “my approvals” to see what waits for you."
    )


def _answers_question(turn: Turn, text: str) -> bool:
    understood = turn.incoming.understanding
    asked = decisions.asked_of(session=turn.session, person=turn.person.id)
    if not asked or (understood and understood.asks):
        return False
    if (
        understood
        and understood.decision == "act"
        and understood.candidates[0].situation not in ("policy_question", "out_of_scope")
    ):
        return False
    decision, record = asked[0]
    answer_more(turn, record, decision, text[:1000])
    return True
