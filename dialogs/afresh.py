"""Words where nothing is open."""

import re
from dataclasses import replace
from typing import Any

from dialogs.answering import find_answer
from dialogs.beginning import OTHER, begin, offer_situations
from dialogs.defining import asks_what_counts, told_with
from dialogs.desk import Turn
from dialogs.drafting import start
from dialogs.gaps import CLAUSES, HEARD, SEND
from dialogs.help_line import line_first
from dialogs.misunderstanding import nothing_fits
from dialogs.moves import MOVES, move
from dialogs.parts import facts_of_parts, facts_told, parts_of
from dialogs.routing import whom_to_ask
from dialogs.sentences import asks_something, is_move, tells, wants_it_filed
from dialogs.situations import find_situation
from dialogs.wording import listed, lower
from knowledge.understanding.slots import read_choice, read_yes_no
from knowledge.words import AUDIENCES

SHORT = 6
LONGEST = 300
_ABOUT = (
    r"(?:what about|how about|what if it'?s|same (?:for|with)|is that the same (?:for|with)"
    r"|does that (?:go|apply|count) (?:for|to))"
)
_LEANS = re.compile(
    rf"^\W*(?:(?:ok(?:ay)?|so|but)\W+)?(?:(?:and|or)\b(?:\s+{_ABOUT})?|{_ABOUT})\s+(?P<rest>\S.*)$", re.I | re.S
)
_COUNTS_AS = re.compile(
    r"^\W*(?:is|are|would|does|do|was|if)\b.*\b(?:an? (?:\w+ )?incident|count(?:s|ed)? as|classed as)\b", re.I
)
_BOTH = re.compile(r"^\W*(?:it'?s |it is )?(?:both|the two|all three|all of them)(?: of (?:them|those))?\W*$", re.I)


def takes_up_offer(turn: Turn, text: str) -> bool:
    """Take the words as a choice between what was offered before; say whether they were one."""
    offered = turn.desk.memory.look(turn.person.id, turn.now)
    if not offered or "options" not in offered:
        return False
    if _BOTH.match(text) and _takes_both(turn, offered):
        return True
    short = len(text.split()) <= SHORT
    chosen = read_choice(text, {s: tuple(words) for s, words in offered["options"].items()}) if short else None
    only = [key for key in offered["options"] if key != OTHER]
    if chosen is None and len(only) == 1 and read_yes_no(text) and len(text.split()) <= 3:
        chosen = only[0]
    if chosen is None and read_yes_no(text) and len(text.split()) <= 3:
        words = listed([words[0] for key, words in offered["options"].items() if key != OTHER], "or")
        turn.say(f"**Which one is it: {words}?**")
        return True
    turn.desk.memory.take(turn.person.id, turn.now)
    if chosen is None:
        return _tells_more(turn, offered, text)
    if chosen == OTHER:
        turn.desk.memory.keep(turn.person.id, {HEARD: offered["said"]}, turn.now)
        turn.say(
            f"Tell me in other words, or ask {whom_to_ask(turn.desk.directory, turn.person)}. If HR should know that I "
            "didn't understand you, say “send this to HR”: your words go, and not your name.",
            choices=(SEND,),
        )
    elif chosen == "policy_question":
        answer_question(turn, offered["said"])
    else:
        begin(turn, chosen, facts_told(turn, chosen, offered["said"]), offered["said"])
    return True


def _tells_more(turn: Turn, offered: dict[str, Any], text: str) -> bool:
    """Put words that mean nothing by themselves to what was told before the choice, and ask once more."""
    understood = turn.incoming.understanding
    told_again = "again" in offered or asks_something(turn, text) or is_move(turn, text, MOVES)
    if told_again or understood.foreign or understood.decision == "act":
        return False
    named = [words[0] for key, words in offered["options"].items() if key != OTHER]
    turn.desk.memory.keep(turn.person.id, {**offered, "said": f"{offered['said']}. {text}", "again": True}, turn.now)
    turn.say(f"I've kept that. **Is it about {listed(named, 'or')}?**")
    return True


def _takes_both(turn: Turn, offered: dict[str, Any]) -> bool:
    """Begin what is most pressing of all that was offered, and park the rest; say whether there were two."""
    matters = [s for s in offered["options"] if find_situation(s, turn.person.audience)]
    if len(matters) < 2:
        return False
    turn.desk.memory.take(turn.person.id, turn.now)
    first, *rest = sorted(matters, key=lambda s: not find_situation(s, turn.person.audience).urgent)
    own = parts_of(turn, offered["said"], matters)
    facts = facts_of_parts(turn, own)
    for other in reversed(rest):
        start(turn, find_situation(other, turn.person.audience), facts[other], own[other])
    titles = listed([lower(find_situation(s, turn.person.audience).title) for s in rest])
    begin(turn, first, facts[first], own[first], f"One after the other. I've parked {titles} for when this is done.")
    return True


def hear_afresh(turn: Turn, text: str) -> None:
    """Hear words where nothing is open: a move, a situation, a question about the policy, or nothing of ours."""
    understood = turn.incoming.understanding
    top = understood.candidates[0].situation if understood.candidates else "out_of_scope"
    if _follows_up(turn, text):
        return
    if understood.foreign:
        move(turn, "language", None)
    elif read_yes_no(text) is not None and len(text.split()) <= 3:
        turn.say("There's nothing waiting for an answer from you. Tell me what happened, or ask what the policy says.")
    elif wants_it_filed(text):
        turn.say("Nothing is open to file at the moment. Tell me what happened, or type “my records”.")
    elif understood.decision == "ask" and offer_situations(turn, understood, text):
        return
    elif is_move(turn, text, MOVES):
        move(turn, top, None)
    elif understood.decision == "act" and top in ("withdraw", "amend"):
        move(turn, "change", None)
    elif _COUNTS_AS.search(text) and asks_something(turn, text):
        answer_question(turn, text)
    elif understood.decision == "act" and top in AUDIENCES and top != "policy_question":
        begin(turn, top, understood.facts, text)
    elif understood.decision == "act" and top == "policy_question":
        answer_question(turn, text)
    elif _worth_a_search(turn, text):
        answer_question(turn, text)
    else:
        nothing_fits(turn, text if asks_something(turn, text) else "")


def _follows_up(turn: Turn, text: str) -> bool:
    """Answer a short question that leans on the one before ("and at weekends?"); say whether it was one."""
    before = (turn.desk.memory.look(turn.person.id, turn.now) or {}).get("asked")
    found = _LEANS.match(text) if before and len(text.split()) <= SHORT + 2 and not tells(text) else None
    if not found:
        return False
    answer_question(turn, f"{before.rstrip(' ?.!')} {found['rest']}")
    return True


def _worth_a_search(turn: Turn, text: str) -> bool:
    understood = turn.incoming.understanding
    asks = understood.decision == "ask" or asks_something(turn, text)
    return asks and bool(turn.desk.engine.search(text, turn.person.audience, turn.today, understood=understood))


def answer_question(turn: Turn, text: str) -> None:
    """Answer a question about the policy where nothing is open."""
    desk, person = turn.desk, turn.person
    understood = turn.incoming.understanding
    found = find_answer(
        desk.engine,
        desk.library,
        text,
        person.audience,
        turn.today,
        whom_to_ask(desk.directory, person),
        understood=understood if understood and understood.text == text else None,
    )
    closing = (
        "If it's about something that happened to you, tell me what happened and I'll work it out with you."
        if asks_something(turn, text) or asks_what_counts(turn, text)
        else f"I can't file that in this chat. Please tell {whom_to_ask(desk.directory, person)} about it."
    )
    cited = tuple(hit.clause.id for hit in found.hits[: len(found.quotes)])
    desk.memory.keep(person.id, {"asked": text[:LONGEST], CLAUSES: cited}, turn.now)
    line = line_first(turn, found.hits)
    told = told_with(turn, text)
    uncovered = found.outcome == "not_covered"
    turn.say(
        line,
        found.text,
        "" if told or uncovered else closing,
        citations=found.citations,
        choices=(SEND,) if uncovered and not told else (),
        rated=not uncovered,
    )
    if told and not offer_situations(turn, replace(turn.incoming.understanding, choices=told), text):
        turn.say(closing)
