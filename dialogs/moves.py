"""Conversation moves, written once for all situations: help, cancel, back, why, skip, park, resume, and the rest."""

import re
from collections.abc import Callable

from dialogs.asking import ask, carry_on
from dialogs.campaign_groups import may_ask
from dialogs.changing import offer_changes
from dialogs.deciding import waiting_for
from dialogs.desk import Turn
from dialogs.drafting import answer, parked_hint, save, situation_of, start, step_of
from dialogs.gaps import SEND, words_to_send
from dialogs.help_line import line_now
from dialogs.kb_readers import READS, may_read
from dialogs.routing import whom_to_ask
from dialogs.settling import SETTLES, may_settle
from dialogs.situation import NOT_KNOWN
from dialogs.situations import find_situation
from dialogs.talk import thing
from dialogs.views import OWN, view_for
from dialogs.why import why_at_summary
from dialogs.wording import day, quoted
from storage import decisions, drafts, records
from storage.tables import Draft

_SAID_OUTRIGHT = {
    "cancel": "cancel|cancel it|cancel that|cancel this|stop|forget it|never mind|nevermind|scrap it|drop it|quit|exit",
    "back": "back|go back|previous|back a step|one back|undo",
    "why": "why|why do you ask|why are you asking|why do you need that|why do you want to know|what for|why that",
    "change": "change|change an answer|change something|edit|correct an answer|that's wrong|thats wrong|it's wrong",
    "skip": "skip|skip it|skip this|skip that|pass|next",
    "start_again": "start again|start over|restart|begin again|from the start|reset",
    "park": "park|park it|park this|later|not now|do it later|save it for later|pause",
    "resume": "resume|carry on|continue|go on|pick it up again|where were we",
    "help": "help|help me|what can you do|menu|options|commands",
    "greet": "hi|hello|hey|good morning|good afternoon|good evening|hiya|shwmae|bore da|helo",
    "thanks": "thanks|thank you|ta|cheers|diolch|many thanks|thank you very much",
    "my_records": "my records|my gifts|my declarations|what have i filed|my register|my entries",
    "my_approvals": "my approvals|approvals|what's waiting for me|whats waiting for me|waiting for me|my queue",
    "status": "status|what's the status|any news|has it been approved|where is it up to",
    "person": "person|talk to a person|speak to someone|human|talk to someone|speak to a person|hand over|a person",
    "language": "cymraeg|welsh|language|siarad cymraeg",
}
_OUTRIGHT = {words: move for move, all_words in _SAID_OUTRIGHT.items() for words in all_words.split("|")}
_PUNCTUATION = re.compile(r"[^\w\s']")


def move_said_outright(text: str) -> str | None:
    """Give the move that these words name and nothing else, or None."""
    words = " ".join(_PUNCTUATION.sub(" ", text.casefold().replace("’", "'")).split())
    words = words.removesuffix(" please").removeprefix("please ")
    return _OUTRIGHT.get(words)


def move(turn: Turn, name: str, draft: Draft | None) -> None:
    """Make a move, with or without a draft in hand."""
    if name in _IN_A_DRAFT and draft is None:
        _nothing_open(turn, name)
    elif name in _IN_A_DRAFT:
        _IN_A_DRAFT[name](turn, draft)
    else:
        _ANYWHERE[name](turn, draft)


def cancel(turn: Turn, draft: Draft) -> None:
    """Drop the draft: nothing was filed and nothing was sent."""
    turn.kept = True
    about = thing(situation_of(draft), draft.answers)
    drafts.close(session=turn.session, draft=draft, state="cancelled", reference=None, now=turn.now)
    turn.say(
        f"Cancelled. Nothing about {about} was filed or sent. "
        f"{parked_hint(turn)}If you change your mind, just tell me again."
    )


def repeat_question(turn: Turn, draft: Draft, *lead: str, citations: tuple = ()) -> None:
    """Come back to the same question after something else was said."""
    carry_on(turn, draft, *lead, citations=citations)


def _nothing_open(turn: Turn, name: str) -> None:
    waiting = drafts.parked(session=turn.session, person=turn.person.id)
    if waiting:
        turn.say(f"Nothing is open at the moment. {parked_hint(turn)}")
        return
    last = records.of_person(session=turn.session, person=turn.person.id, limit=1)
    if last and name in ("cancel", "change", "back"):
        ref = last[0].reference
        turn.say(
            f"Nothing is open at the moment. Your last record is {ref}: to add to it, say “{ref}:” and your words; "
            f"to take it back, say “withdraw {ref}”."
        )
        return
    if last and name == "why":
        ref = last[0].reference
        turn.say(f"Nothing is open at the moment. Your last record is {ref}: say “why {ref}?” and I'll say why.")
        return
    turn.say("Nothing is open at the moment. Tell me what happened, or ask me what the policy says.")


def _back(turn: Turn, draft: Draft) -> None:
    given = list(draft.meta.get("given", []))
    if not given:
        repeat_question(turn, draft, "That was the first question. You can cancel, or change what I noted.")
        return
    last = given.pop()
    gone = (last, *situation_of(draft).told_with.get(last, ()))
    answers = {k: v for k, v in draft.answers.items() if k not in gone}
    draft = save(turn, draft, answers, given=given, again=last, misses=0, offer=None)
    carry_on(turn, draft, "One step back.")


def _why(turn: Turn, draft: Draft) -> None:
    question = step_of(turn, draft).question
    if question is None:
        why_at_summary(turn, draft)
        return
    why = f"I ask because {question.why}."
    if not question.clause or turn.desk.library.get(question.clause).audience != turn.person.audience:
        ask(turn, draft, situation_of(draft), question, why)
        return
    clause = turn.desk.library.get(question.clause)
    text, citation = quoted(clause.text, clause, 1)
    ask(turn, draft, situation_of(draft), question, f"{why} {text}", citations=(citation,))


def _skip(turn: Turn, draft: Draft) -> None:
    question = step_of(turn, draft).question
    if question is None:
        repeat_question(turn, draft)
    elif not question.may_be_unknown:
        ask(turn, draft, situation_of(draft), question, f"I can't leave this one out: {question.why}.")
    else:
        carry_on(turn, answer(turn, draft, question.id, NOT_KNOWN), "Left out. You can still say it later.")


def _start_again(turn: Turn, draft: Draft) -> None:
    situation = situation_of(draft)
    drafts.close(session=turn.session, draft=draft, state="cancelled", reference=None, now=turn.now)
    carry_on(turn, start(turn, situation, {}), "We'll start again. Nothing has been filed.")


def park(turn: Turn, draft: Draft) -> None:
    """Set the draft aside; "resume" brings it back, within a week."""
    turn.kept = True
    drafts.park(session=turn.session, draft=draft, now=turn.now)
    turn.say(f"Parked: {thing(situation_of(draft), draft.answers)}. Type “resume” to go on, within a week.")


def _resume(turn: Turn, draft: Draft | None) -> None:
    if draft:
        repeat_question(turn, draft, f"We're on {thing(situation_of(draft), draft.answers)}.")
        return
    waiting = drafts.parked(session=turn.session, person=turn.person.id)
    if not waiting:
        turn.say("Nothing is parked. Tell me what happened, or ask me what the policy says.")
        return
    turn.kept = True
    draft = waiting[0]
    drafts.resume(session=turn.session, draft=draft, now=turn.now)
    more = f" {len(waiting) - 1} more parked." if len(waiting) > 1 else ""
    carry_on(turn, draft, f"Back to {thing(situation_of(draft), draft.answers)}.{more}")


def _help(turn: Turn, draft: Draft | None) -> None:
    if draft:
        turn.say(
            f"We're on {thing(situation_of(draft), draft.answers)}. You can answer, ask me anything, or say “back”, "
            "“change”, “why”, “skip”, “park”, “start again” or “cancel”."
        )
        repeat_question(turn, draft)
        return
    turn.say(help_text(turn))


def help_text(turn: Turn) -> str:
    """Say what the bot can do for this person, with sentences that work at once."""
    held = [turn.desk.library.title(p) for p in turn.desk.library.policies_for(turn.person.audience)]
    examples = (
        "“I left my iPad on the train” or “can I use a USB stick?”"
        if turn.person.audience == "councillor"
        else "“a supplier offered me rugby tickets”, “I lost my laptop” or “can I keep a box of chocolates?”"
    )
    return (
        f"I answer from the {' and the '.join(held)}, word for word, and file what has to be recorded. "
        f"Tell me what happened or ask, such as {examples}. "
        f"Type “my records” for what you've filed and “my approvals” for what waits for you.{_asking_others(turn)}"
        f"{READS if may_read(turn.person) else ''}{SETTLES if may_settle(turn.person) else ''}"
    )


def _asking_others(turn: Turn) -> str:
    if not may_ask(turn.desk.directory, turn.person):
        return ""
    return " To ask for declarations, say, for example, “ask my team for their declarations by Friday week”."


def _greet(turn: Turn, draft: Draft | None) -> None:
    if draft:
        repeat_question(turn, draft, f"Hello, {turn.person.first_name}.")
        return
    turn.say(f"Hello, {turn.person.first_name}.", help_text(turn), parked_hint(turn))


def _thanks(turn: Turn, draft: Draft | None) -> None:
    if draft:
        repeat_question(turn, draft, "You're welcome.")
        return
    turn.say("You're welcome. I'm here if anything else comes up.")


def _my_records(turn: Turn, draft: Draft | None) -> None:
    mine = records.of_person(session=turn.session, person=turn.person.id, limit=10)
    if not mine:
        turn.say("You've filed nothing with me yet. Tell me what happened, and I'll say whether anything has to be.")
    else:
        rows = [f"**{r.reference}**, {day(r.filed_at.date(), turn.today)}: {_line(r)}" for r in mine]
        turn.say("Your latest records:", "\n\n".join(rows), "Ask for one by its reference to see it whole.")
    if draft:
        repeat_question(turn, draft)


def _line(record: object) -> str:
    situation = find_situation(record.situation, record.audience)
    return f"{thing(situation, record.answers)}. {record.status.replace('_', ' ').capitalize()}."


def show_record(turn: Turn, reference: str) -> bool:
    """Show one of the person's own records by its reference; say whether there is one that they may see."""
    record = records.by_reference(session=turn.session, reference=reference)
    if record is None:
        return False
    if record.person == turn.person.id:
        turn.say(card=view_for(turn, record, OWN))
        return True
    asked = decisions.of_record(session=turn.session, record_id=record.id)
    mine = next((d for d in asked if d.person == turn.person.id), None)
    if mine is None:
        return False
    turn.say(card=view_for(turn, record, f"decision-{mine.id}"))
    return True


def _my_approvals(turn: Turn, draft: Draft | None) -> None:
    waiting = waiting_for(turn)
    if not waiting:
        turn.say("Nothing waits for your decision.")
    else:
        turn.say(f"{len(waiting)} {'waits' if len(waiting) == 1 else 'wait'} for you.")
    for decision, record in waiting[:5]:
        turn.say(card=view_for(turn, record, f"decision-{decision.id}"))
    if draft:
        repeat_question(turn, draft)


def _status(turn: Turn, draft: Draft | None) -> None:
    mine = records.of_person(session=turn.session, person=turn.person.id, limit=1)
    if not mine:
        _my_records(turn, draft)
        return
    turn.say(card=view_for(turn, mine[0], OWN))
    if draft:
        repeat_question(turn, draft)


def _person(turn: Turn, draft: Draft | None) -> None:
    line = line_now(turn.now) if turn.person.audience == "councillor" else ""
    turn.say(
        line,
        f"You can talk to {whom_to_ask(turn.desk.directory, turn.person)}. "
        "I've sent them nothing: what you told me here stays with you until you file it.",
    )
    if draft:
        repeat_question(turn, draft, "What you've told me so far is kept.")


def _language(turn: Turn, draft: Draft | None) -> None:
    turn.say(
        "Saesneg yn unig rwy'n ei ddeall ar hyn o bryd. I only understand English so far. "
        f"For help in Welsh or another language, please ask {whom_to_ask(turn.desk.directory, turn.person)}."
    )
    if draft:
        repeat_question(turn, draft)


def _feedback(turn: Turn, draft: Draft | None) -> None:
    can_send = draft is None and bool(words_to_send(turn))
    turn.say(
        "Thank you for saying so. I don't keep comments, so please tell "
        f"{whom_to_ask(turn.desk.directory, turn.person)} what went wrong. "
        "If I misunderstood you, say it in other words.",
        "If HR should see what you asked, say “send this to HR”: your words go, and not your name." if can_send else "",
        choices=(SEND,) if can_send else (),
    )
    if draft:
        repeat_question(turn, draft)


def _change(turn: Turn, draft: Draft) -> None:
    offer_changes(turn, draft)


_IN_A_DRAFT: dict[str, Callable[[Turn, Draft], None]] = {
    "cancel": cancel,
    "back": _back,
    "why": _why,
    "change": _change,
    "skip": _skip,
    "start_again": _start_again,
    "park": park,
}
_ANYWHERE: dict[str, Callable[[Turn, Draft | None], None]] = {
    "resume": _resume,
    "help": _help,
    "greet": _greet,
    "thanks": _thanks,
    "my_records": _my_records,
    "my_approvals": _my_approvals,
    "status": _status,
    "person": _person,
    "language": _language,
    "feedback": _feedback,
}
MOVES = frozenset(_IN_A_DRAFT) | frozenset(_ANYWHERE)
