"""What a person typed, in order: a move, a decision, a correction, an answer, a side question, a new situation,
a policy question, out of scope."""

import re

from dialogs.answering import find_answer, whom
from dialogs.asking import carry_on, wants_an_exception, where_we_are
from dialogs.beginning import OTHER, begin, offer_situations, offer_to_park
from dialogs.changing import change_by_name, chosen_change, correct_in_passing
from dialogs.decisions_in_words import decide_in_words
from dialogs.desk import Turn
from dialogs.drafting import answer, save, situation_of, step_of
from dialogs.filing import file_draft
from dialogs.misunderstanding import misread, nothing_fits
from dialogs.moves import MOVES, cancel, move, move_said_outright, park, repeat_question, show_record
from dialogs.questions import Misread, read_answer
from dialogs.situation import Question
from dialogs.situations import find_situation
from dialogs.talk import thing
from knowledge.understanding.slots import is_dont_know, read_choice, read_reference, read_yes_no
from storage import drafts
from storage.tables import Draft

_ASKS = re.compile(
    r"\?\s*$|^\W*(can|could|may|should|must|do|does|did|is|are|am|what|why|who|when|where|how|which|would|will)\b", re.I
)
_FIND_OUT = re.compile(
    r"^\W*(can|could|may|should|must|do i|does|is it|are|am i|what|why|who|when|where|how|which)\b", re.I
)


def hear(turn: Turn, text: str) -> None:
    """Decide what typed words come to."""
    draft = drafts.active(session=turn.session, person=turn.person.id)
    outright = move_said_outright(text)
    if outright and not (draft and _offered(draft, outright)):
        move(turn, outright, draft)
    elif _asks_for_record(turn, text) or decide_in_words(turn, text, draft):
        return
    elif draft:
        _hear_in_draft(turn, draft, text)
    elif not _answers_offer(turn, text):
        _hear_afresh(turn, text)


def _offered(draft: Draft, outright: str) -> bool:
    return outright == "change" and (draft.meta.get("offer") or {}).get("kind") == "change"


def _asks_for_record(turn: Turn, text: str) -> bool:
    reference = read_reference(text)
    return bool(reference) and len(text.split()) <= 4 and show_record(turn, reference)


def _hear_in_draft(turn: Turn, draft: Draft, text: str) -> None:
    step = step_of(turn, draft)
    if draft.meta.get("offer") and _take_offer(turn, draft, text):
        return
    if change_by_name(turn, draft, text) or correct_in_passing(turn, draft, text, step.question):
        return
    if step.question is None:
        _hear_at_summary(turn, draft, text)
    elif not _takes_answer(turn, draft, step.question, text):
        _hear_aside(turn, draft, step.question, text)


def _takes_answer(turn: Turn, draft: Draft, question: Question, text: str) -> bool:
    free = question.kind in ("text", "party")
    if free and _asks_something(turn, text):
        return False
    if free and _another_matter(turn, draft):
        return False
    if is_dont_know(text) and not question.may_be_unknown:
        return False
    try:
        value = read_answer(question, text, turn.now)
    except Misread:
        return False
    if not free and _asks_something(turn, text) and text.rstrip().endswith("?"):
        return False
    carry_on(turn, answer(turn, draft, question.id, value))
    return True


def _asks_something(turn: Turn, text: str) -> bool:
    understood = turn.incoming.understanding
    return bool(_FIND_OUT.match(text) or text.rstrip().endswith("?")) or bool(
        understood and understood.asks and _ASKS.search(text)
    )


def _another_matter(turn: Turn, draft: Draft) -> bool:
    understood = turn.incoming.understanding
    if not understood or understood.decision != "act" or understood.asks:
        return False
    found = understood.candidates[0].situation
    return found != draft.situation and find_situation(found, turn.person.audience) is not None


def _hear_at_summary(turn: Turn, draft: Draft, text: str) -> None:
    step = step_of(turn, draft)
    if "exception" in text.casefold() and wants_an_exception(step.ruling, draft.answers):
        file_draft(turn, draft, exception=True)
        return
    said = None if _asks_something(turn, text) else read_yes_no(text)
    if said is None and re.match(r"^\W*(file|submit|send|record|log) (it|this|that)\b", text, re.I):
        said = True
    if said:
        file_draft(turn, draft)
    elif said is False:
        save(turn, draft, offer={"kind": "not_yet"})
        turn.say(
            "Nothing is filed. **Would you like to change something, or cancel?**",
            choices=("Change something", "Cancel", "Park it"),
        )
    else:
        _hear_aside(turn, draft, None, text)


def _hear_aside(turn: Turn, draft: Draft, question: Question | None, text: str) -> None:
    understood = turn.incoming.understanding
    top = understood.candidates[0].situation if understood and understood.candidates else ""
    if understood and understood.decision == "act" and top in MOVES:
        move(turn, top, draft)
    elif _another_matter(turn, draft):
        offer_to_park(turn, draft, top, text)
    elif _asks_something(turn, text):
        _answer_aside(turn, draft, text)
    elif question is not None:
        misread(turn, draft, question, text)
    elif understood and understood.decision == "act" and top == draft.situation:
        repeat_question(turn, draft, f"We're on that one already: {thing(situation_of(draft), draft.answers)}.")
    else:
        misread(turn, draft, None, text)


def _answer_aside(turn: Turn, draft: Draft, text: str) -> None:
    desk, person = turn.desk, turn.person
    found = find_answer(
        desk.engine, desk.library, text, person.audience, turn.today, whom(desk.directory, person), draft.situation
    )
    turn.kept = True
    carry_on(turn, draft, found.text, where_we_are(turn, draft), citations=found.citations)


def _take_offer(turn: Turn, draft: Draft, text: str) -> bool:
    offer = draft.meta["offer"]
    return _OFFERS[offer["kind"]](turn, draft, text, offer)


def _take_change(turn: Turn, draft: Draft, text: str, offer: dict) -> bool:
    return chosen_change(turn, draft, text)


def _take_not_yet(turn: Turn, draft: Draft, text: str, offer: dict) -> bool:
    chosen = read_choice(
        text, {"change": ("change something", "change"), "cancel": ("cancel",), "park": ("park it", "later")}
    )
    if chosen == "change":
        move(turn, "change", draft)
    elif chosen == "cancel":
        cancel(turn, draft)
    elif chosen == "park":
        park(turn, draft)
    return chosen is not None


def _take_entry(turn: Turn, draft: Draft, text: str, offer: dict) -> bool:
    wish = read_choice(
        text, {"no": ("no need", "no", "don't", "leave it"), "yes": ("record it anyway", "record it", "yes")}
    )
    if wish is None:
        said = read_yes_no(text)
        wish = None if said is None else ("yes" if said else "no")
    if wish == "yes":
        carry_on(turn, save(turn, draft, {**draft.answers, "record_anyway": True}, offer=None))
    elif wish == "no":
        turn.kept = True
        drafts.close(session=turn.session, draft=draft, state="cancelled", reference=None, now=turn.now)
        turn.say("That's fine. Nothing has been filed, and nothing has to be. I'm here if anything changes.")
    return wish is not None


def _take_park(turn: Turn, draft: Draft, text: str, offer: dict) -> bool:
    wish = read_choice(
        text, {"park": ("park it and start", "park it", "yes", "switch"), "stay": ("stay", "no", "finish this first")}
    )
    if wish is None:
        said = read_yes_no(text)
        wish = None if said is None else ("park" if said else "stay")
    if wish == "park":
        turn.kept = True
        draft = save(turn, draft, offer=None)
        drafts.park(session=turn.session, draft=draft, now=turn.now)
        begin(turn, offer["situation"], offer["facts"], offer["said"], lead="Parked. ")
    elif wish == "stay":
        carry_on(
            turn, save(turn, draft, offer=None), "We'll finish this one first. Tell me about the other afterwards."
        )
    return wish is not None


_OFFERS = {"change": _take_change, "not_yet": _take_not_yet, "entry": _take_entry, "park": _take_park}


def _answers_offer(turn: Turn, text: str) -> bool:
    offered = turn.desk.memory.take(turn.person.id, turn.now)
    if not offered:
        return False
    chosen = read_choice(text, {s: tuple(words) for s, words in offered["options"].items()})
    if chosen is None:
        return False
    if chosen == OTHER:
        turn.say(f"Tell me in other words, or ask {whom(turn.desk.directory, turn.person)}.")
    elif chosen == "policy_question":
        _answer_question(turn, offered["said"])
    else:
        begin(turn, chosen, offered["facts"].get(chosen, {}), offered["said"])
    return True


def _hear_afresh(turn: Turn, text: str) -> None:
    understood = turn.incoming.understanding
    top = understood.candidates[0].situation if understood.candidates else "out_of_scope"
    if understood.foreign:
        move(turn, "language", None)
    elif read_yes_no(text) is not None and len(text.split()) <= 3:
        turn.say("There's nothing waiting for an answer from you. Tell me what happened, or ask what the policy says.")
    elif understood.decision == "ask" and offer_situations(turn, understood, text):
        return
    elif understood.decision == "act" and top in MOVES:
        move(turn, top, None)
    elif understood.decision == "act" and top not in ("policy_question", "out_of_scope"):
        begin(turn, top, understood.facts, text)
    elif understood.decision == "act" and top == "policy_question":
        _answer_question(turn, text)
    elif _worth_a_search(turn, text):
        _answer_question(turn, text)
    else:
        nothing_fits(turn)


def _worth_a_search(turn: Turn, text: str) -> bool:
    understood = turn.incoming.understanding
    asks = understood.decision == "ask" or _asks_something(turn, text)
    return asks and bool(turn.desk.engine.search(text, turn.person.audience, turn.today))


def _answer_question(turn: Turn, text: str) -> None:
    desk, person = turn.desk, turn.person
    found = find_answer(
        desk.engine,
        desk.library,
        text,
        person.audience,
        turn.today,
        whom(desk.directory, person),
        understood=turn.incoming.understanding,
    )
    closing = "If it's about something that happened to you, tell me what happened and I'll work it out with you."
    turn.say(found.text, "" if found.outcome == "not_covered" else closing, citations=found.citations)
