"""Decisions typed in words do what the buttons do: "approve GH-2026-0001", "refuse it because ...", "acknowledge"."""

import re

from dialogs.actions import DecisionAction
from dialogs.deciding import decide, waiting_for
from dialogs.desk import Turn
from dialogs.grounds import grounds_of, read_ground, which_grounds
from dialogs.situations import find_situation
from dialogs.statuses import person_named
from dialogs.talk import thing
from dialogs.wants import APPROVE, OWN_VERBS, WANTS
from dialogs.wording import capital, day, listed
from knowledge.errors import Sayable
from knowledge.understanding.slots import read_reference, read_yes_no
from storage import decisions, records
from storage.tables import Decision, Draft, Record

POLITE = (
    r"^\W*(?:please |i |i've |i have |i'd |i would |like to |happy to |ok |okay |yes |no |actually |never mind |then "
    r"|let's |so |well |actually\W+|never mind\W+|[,.]\s*)*"
)
_REFERENCE = r"(?:[a-z]{2,3}[- ]?\d{4}[- ]?\d+\W*)?"
_THE_KIT = r"(?:it|them|everything|all|all of it|the (?:kit|lot|equipment|ipad|laptop|phone|things?))"
_WORDS = {
    "approve": r"approved?|agreed?",
    "refuse": r"refused?|reject(?:ed)?|decline (?:it|this|that)",
    "acknowledge": r"acknowledged?|ack",
    "enter": r"entered|enter",
    "pass_on": r"pass(?:ed)?(?: (?:it|this|that))? on",
    "take_back": r"all (?:is )?back|everything(?:'s| is) back"
    rf"|(?:(?:(?:cllr|councillor|mr|mrs|ms) )?\w+(?:'s| has|'ve| have)?\s+)?"
    rf"(?:brought|handed|given|sent|returned|gave)\s+{_THE_KIT}"
    r"(?:\s+(?:all|all of it))?(?:\s+(?:back|in))?"
    rf"|{_THE_KIT}(?:'s| has| have| is| are)?\s+(?:all\s+)?(?:been\s+|come\s+)?(?:returned|handed (?:in|back)|back)"
    rf"|(?:got|have|had|received)\s+{_THE_KIT}\s+(?:all\s+)?back",
    "inspect": rf"inspected|(?:checked|looked (?:at|over))\s+{_THE_KIT}",
    "tell_151": r"(?:tell|inform|notify)(?: the)? (?:section )?151(?: officer)?|section 151(?: officer)?",
    "advise": r"(?:the |my )?answer(?: is| would be)?(?: that)?",
    "take_step": r"(?:record |note |file )?(?:the |a |my )?step(?: (?:taken|i took|we took))?(?: is| was)?(?: that)?",
    "more": r"ask for more|ask",
}
_VERB = re.compile(
    POLITE + _REFERENCE + rf"(?:{'|'.join(f'(?P<{verb}>{words})' for verb, words in _WORDS.items())})\b(?P<rest>.*)$",
    re.I | re.S,
)
_ORDERS = re.compile(
    r"^\W*(?:please |ok |okay |i )*(?:approve|refuse|reject|decline|acknowledge|agreed)\b"
    r"(?=\W*$|\W+(?:it|this|that|them|because|as|since|with|if|provided|please|the (?:request|gift|offer|tickets?))\b)",
    re.I,
)
_UNDO = re.compile(
    r"^\W*(?:can i |please |i (?:want|need|would like) to |how do i )?(?:undo|reverse)\b.{0,30}$"
    r"|\b(?:pressed|clicked|hit|tapped) the wrong (?:one|button)\b"
    r"|\b(?:change|undo|reverse) my (?:decision|mind)\b|\bi (?:approved|refused|rejected) (?:it )?by mistake\b",
    re.I,
)
_NOTE = re.compile(
    r"(?:\b|(?=[:,]))(?P<link>on (?:the )?condition(?: that)?|provided(?: that)?|as long as|so long as|only if|if|but|"
    r"with (?:the )?conditions?(?: that)?:?|because|as|since|reason:?|:|,)\s*(?P<note>.+)$",
    re.I | re.S,
)
_ASKED_OF = re.compile(r"^(?:[\s:,–-]|\b(?:her|him|them|for more|about it|about|it|for|of)\b)+", re.I)
PENDING = frozenset({"pass_on", "exception"})
_SAID_ALONE = ("advise", "take_step", "take_back", "inspect")
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
    if draft is None and (_reason_that_was_missing(turn, text) or _undoes(turn, text)):
        return True
    if draft is None and PENDING & (turn.desk.memory.look(turn.person.id, turn.now) or {}).keys():
        # A yes answers what was asked of the person last.
        return bool(_VERB.match(text)) and _hear_decision(turn, text, draft)
    return _hear_decision(turn, text, draft)


def _hear_decision(turn: Turn, text: str, draft: Draft | None) -> bool:
    found = _VERB.match(text)
    waiting = waiting_for(turn) if found or draft is None and (_NO.match(text) or read_yes_no(text) is not None) else []
    if found and (waiting or read_reference(text)) and not _no_decision(found, waiting):
        _decide(turn, found, text, waiting)
        return True
    if draft is None and not waiting and _ORDERS.match(text):
        turn.say("Nothing waits for a decision from you at the moment. Type “my approvals” to see what does.")
        return True
    return bool(waiting) and not found and _meant_as_decision(turn, text, waiting)


def _verb(found: re.Match) -> str:
    return next(verb for verb in _WORDS if found[verb])


def _undoes(turn: Turn, text: str) -> bool:
    """Say what becomes of a decision that was a slip: it stands, and who can put it right; say whether it was that."""
    last = decisions.last_by(session=turn.session, person=turn.person.id) if _UNDO.search(text) else None
    if last is None:
        return False
    record = records.by_id(session=turn.session, record_id=last.record_id)
    owner = person_named(turn.desk.directory, record.person)
    turn.say(
        f"You answered {record.reference} on {day(last.decided_at.astimezone(turn.now.tzinfo).date(), turn.today)}. "
        "What was decided stays on the record, so I can't undo it. "
        f"**If it was a slip, tell {owner.first_name}: they can file it again, and it comes back to you.**"
    )
    return True


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
