"""Decisions typed in words do what the buttons do: "approve GH-2026-0001", "refuse it because ...", "acknowledge"."""

import re

from dialogs.actions import DecisionAction
from dialogs.deciding import decide, waiting_for
from dialogs.desk import Turn
from dialogs.grounds import grounds_of, read_ground, which_grounds
from dialogs.situations import find_situation
from dialogs.talk import thing
from dialogs.wants import APPROVE, OWN_VERBS, WANTS
from dialogs.wording import capital, listed
from knowledge.errors import Sayable
from knowledge.understanding.slots import read_reference, read_yes_no
from storage.tables import Decision, Draft, Record

POLITE = (
    r"^\W*(?:please |i |i've |i have |i'd |i would |like to |happy to |ok |okay |yes |no |actually |never mind |then "
    r"|let's |so |well |actually\W+|never mind\W+|[,.]\s*)*"
)
_REFERENCE = r"(?:[a-z]{2,3}[- ]?\d{4}[- ]?\d+\W*)?"
_VERB = re.compile(
    POLITE
    + _REFERENCE
    + r"(?P<verb>approved?|agreed?|refused?|reject(?:ed)?|acknowledged?|ack|ask for more|ask|entered|enter"
    r"|pass(?:ed)?(?: (?:it|this|that))? on|pass(?:ed)? on|all (?:is )?back|everything(?:'s| is) back"
    r"|inspected|answer|step(?: taken)?|(?:tell|inform|notify)(?: the)? (?:section )?151(?: officer)?"
    r"|section 151(?: officer)?)\b(?P<rest>.*)$",
    re.I | re.S,
)
_NOTE = re.compile(
    r"(?:\b|(?=[:,]))(?P<link>on (?:the )?condition(?: that)?|provided(?: that)?|as long as|so long as|only if|if|but|"
    r"with (?:the )?conditions?(?: that)?:?|because|as|since|reason:?|:|,)\s*(?P<note>.+)$",
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
    "enter": "enter",
    "pass ": "pass_on",
    "passe": "pass_on",
    "all b": "take_back",
    "all i": "take_back",
    "every": "take_back",
    "inspe": "inspect",
    "tell ": "tell_151",
    "infor": "tell_151",
    "notif": "tell_151",
    "secti": "tell_151",
    "answe": "advise",
    "step": "take_step",
    "step ": "take_step",
}
_SAID_ALONE = ("advise", "take_step")
_NO = re.compile(r"^\W*(?:no|nope|nah|not this time|sorry,? no)\b(?:\W+(?:because\s+)?(?P<why>\w.*))?$", re.I | re.S)
_WANTED = {
    "refuse": "What is your reason?",
    "more": "What would you like to know?",
    **{want.verbs[0]: want.asks for want in WANTS.values() if want.asks},
}


def decides(text: str) -> bool:
    """Say whether the words begin as a decision does."""
    return bool(_VERB.match(text))


def decide_in_words(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Take words that decide something; say whether they were such words."""
    if draft is None and _reason_that_was_missing(turn, text):
        return True
    found = _VERB.match(text)
    waiting = waiting_for(turn) if found or draft is None and (_NO.match(text) or read_yes_no(text) is not None) else []
    if found and (waiting or read_reference(text)) and not _no_decision(found, waiting):
        _decide(turn, found, text, waiting)
        return True
    return bool(waiting) and not found and _meant_as_decision(turn, text, waiting)


def _verb(found: re.Match) -> str:
    return _VERBS.get(found["verb"].casefold()[:5], "more")


def _no_decision(found: re.Match, waiting: list[tuple[Decision, Record]]) -> bool:
    """Say whether a word that people also use otherwise ("step", "answer") is none where nothing waits for it."""
    return _verb(found) in _SAID_ALONE and not any(d.wants == OWN_VERBS[_verb(found)] for d, _ in waiting)


def _decide(turn: Turn, found: re.Match, text: str, waiting: list[tuple[Decision, Record]]) -> None:
    reference = read_reference(text)
    verb = _verb(found)
    fits = [(d, r) for d, r in waiting if verb in WANTS[d.wants].verbs]
    chosen = [(d, r) for d, r in waiting if r.reference == reference] if reference else fits or waiting
    if len(chosen) > 1:
        chosen = named_in(found["rest"], chosen) or chosen
    if not chosen:
        turn.say(not_waiting(reference))
    elif len(chosen) > 1:
        turn.say(_which(chosen, verb))
    else:
        _apply(turn, *chosen[0], verb, _note(found["rest"], reference, verb))


def _apply(turn: Turn, decision: Decision, record: Record, verb: str, note: str) -> None:
    verb = "conditions" if verb == "approve" and note else verb
    ground = read_ground(record, note) if verb == "refuse" else ""
    if decision.wants == APPROVE and verb == "refuse" and grounds_of(record) and not ground:
        turn.desk.memory.keep(turn.person.id, {"decide": decision.id, "verb": verb}, turn.now)
        turn.say(which_grounds(turn, record), "**Which ground is it?**")
        return
    if verb in _WANTED and not note and decision.wants == OWN_VERBS[verb]:
        turn.desk.memory.keep(turn.person.id, {"decide": decision.id, "verb": verb}, turn.now)
        turn.say(f"{record.reference} is still waiting. **{_WANTED[verb]}** The next thing you type is passed on.")
        return
    try:
        _, done = decide(turn, DecisionAction(verb, decision.id, decision.version, note, ground))
    except Sayable as refused:
        turn.say(str(refused))
        return
    turn.say(done)


def _reason_that_was_missing(turn: Turn, text: str) -> bool:
    wanted = turn.desk.memory.look(turn.person.id, turn.now)
    if not wanted or "decide" not in wanted:
        return False
    turn.desk.memory.take(turn.person.id, turn.now)
    if _VERB.match(text) or text.rstrip().endswith("?") and wanted["verb"] == "refuse":
        return False
    found = next(((d, r) for d, r in waiting_for(turn) if d.id == wanted["decide"]), None)
    if (
        found is None
        or _names_no_ground(found[1], wanted["verb"], text)
        and turn.incoming.understanding.decision == "act"
    ):
        return False
    _apply(turn, *found, wanted["verb"], re.sub(r"^\W*because\s+", "", text, flags=re.I))
    return True


def _names_no_ground(record: Record, verb: str, text: str) -> bool:
    return verb == "refuse" and bool(grounds_of(record)) and not read_ground(record, text)


def _meant_as_decision(turn: Turn, text: str, waiting: list[tuple[Decision, Record]]) -> bool:
    decision, record = waiting[0]
    no = _NO.match(text)
    if len(waiting) == 1 and decision.wants == APPROVE and no:
        _apply(turn, decision, record, "refuse", (no["why"] or "").strip(" .,"))
    elif len(waiting) > 1:
        turn.say(_which(waiting, "approve"))
    elif decision.wants != APPROVE:
        saying = WANTS[decision.wants].saying
        words = f"{record.reference} waits for you. **Say “{saying}” and I'll tell them.**"
        turn.say(words, choices=(capital(saying),))
    else:
        turn.say(
            f"{named(record)} waits for you. **Do you approve or refuse it?** "
            "You can add a condition or a reason, such as “approve if the team shares it”.",
            choices=("Approve", "Refuse"),
        )
    return True


def named_in(words: str, waiting: list[tuple[Decision, Record]]) -> list[tuple[Decision, Record]]:
    """Give those among the waiting that the words name by the thing itself: "approve the cricket"."""
    spoken = set(re.findall(r"[a-z]{4,}", words.casefold()))
    return [(d, r) for d, r in waiting if spoken & set(re.findall(r"[a-z]{4,}", named(r).casefold()))]


def _which(waiting: list[tuple[Decision, Record]], verb: str) -> str:
    named = listed([named(r) for _, r in waiting[:5]], "or")
    wants = waiting[0][0].wants
    word = WANTS[wants].saying if wants != APPROVE else verb if verb != "more" else "ask"
    return f"{len(waiting)} wait for you. **Which one: {named}?** Say, for example, “{word} {waiting[0][1].reference}”."


def named(record: Record) -> str:
    """Name a record by its reference and what it is about."""
    situation = find_situation(record.situation, record.audience)
    return f"{record.reference} ({thing(situation, record.answers, mine=False)})"


def _note(rest: str, reference: str | None, verb: str) -> str:
    if reference:
        rest = re.sub(re.escape(reference).replace(r"\-", r"[-\s]?"), "", rest, flags=re.I)
    if verb in ("more", *_SAID_ALONE):
        return _ASKED_OF.sub("", rest).strip()
    found = _NOTE.search(rest)
    if not found:
        return ""
    keeps = verb == "approve" and found["link"].casefold() in ("if", "only if", "as long as", "so long as")
    return f"{found['link'].casefold() if keeps else ''} {found['note']}".strip(" .,")


def not_waiting(reference: str | None) -> str:
    """Say that a record is not waiting for the person."""
    return (
        f"{reference or 'That'} isn't waiting for you: it has been decided already, or it is somebody else's. "
        "Type “my approvals” to see what waits for you."
    )
