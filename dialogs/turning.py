"""One turn: lock the person, load, decide, write, commit. What is said is said after it is true."""

from collections.abc import Sequence
from dataclasses import replace

from sqlmodel import Session

from dialogs.desk import Desk, Incoming, Taken, Turn
from dialogs.editions_beforehand import work_out_beforehand
from dialogs.events import Attached, Edited, Opened, Pressed, Rated, Reacted, Said
from dialogs.following import follow_decisions, on_this_day
from dialogs.gaps import take_rating
from dialogs.hearing import hear
from dialogs.moves import help_text, repeat_question
from dialogs.presses import press
from dialogs.replies import Card, Reply, to_json
from dialogs.routing import whom_to_ask
from dialogs.strangers import introduced
from dialogs.teaching_in_words import check_beforehand
from dialogs.uploading import read_beforehand, take_document
from storage import drafts, links, outbox, persons, turns
from storage.outbox import Lease, Leased

READ_AT_MOST = 4000


def take_turn(desk: Desk, incoming: Incoming, lease: Lease | None = None) -> Taken:
    """Take one turn in one transaction; the same activity delivered twice is handled once.

    Replies of a turn that kept something wait in the outbox; those of a turn that only asked are given back and are
    kept nowhere (SITUATIONS.md section 4). With a ``lease`` the kept ones are taken for sending as they are written.
    """
    read_beforehand(desk, incoming)
    work_out_beforehand(desk, incoming)
    check_beforehand(desk, incoming)
    with desk.store.turn(incoming.person.id) as session:
        seen = turns.seen(session=session, key=incoming.key)
        if seen is not None:
            return Taken(repeat=True, answer=seen.answer, leased=_unsent(session, incoming, lease), waits=True)
        turn = _as_of_now(desk, incoming, session)
        _meet(turn)
        if introduced(turn):
            _decide(turn)
        answer = _answer_json(turn)
        turns.remember(session=session, key=incoming.key, answer=answer, now=turn.now)
        leased = _keep_replies(turn, lease) if turn.kept else ()
        spoken = () if turn.kept else tuple(turn.replies)
        waits, asked = outbox.left_waiting(session), links.asked_here(session)
        return Taken(spoken=spoken, leased=leased, waits=waits, links=asked, answer=answer)


def _as_of_now(desk: Desk, incoming: Incoming, session: Session) -> Turn:
    """Follow what is decided, published and taught; where that is news, what was understood before is read again."""
    today = incoming.now.date()
    before = on_this_day(desk, today).engine
    follow_decisions(session, desk.store)
    now = on_this_day(desk, today)
    if incoming.understanding is not None and now.engine is not before:
        audience = incoming.person.audience or "employee"
        understood = now.engine.understand(incoming.understanding.text, audience, incoming.now)
        incoming = replace(incoming, understanding=understood)
    return Turn(now, incoming, session)


def _unsent(session: Session, incoming: Incoming, lease: Lease | None) -> Sequence[Leased]:
    if lease is None:
        return ()
    return outbox.claim_turn(
        session=session, turn_key=incoming.key, worker=lease.worker, now=incoming.now, lease_seconds=lease.seconds
    )


def _meet(turn: Turn) -> None:
    incoming, session = turn.incoming, turn.session
    known = persons.find(session=session, person=incoming.person.id)
    turn.first_time = known is None or known.met_at is None
    if incoming.reference and not persons.reached_at(known, incoming.reference):
        persons.meet(session=session, person=incoming.person.id, reference=incoming.reference, now=turn.now)


def _decide(turn: Turn) -> None:
    match turn.incoming.event:
        case Said() as said:
            _hear_words(turn, said)
        case Pressed() as pressed:
            press(turn, pressed)
        case Attached() as attached:
            _attached(turn, attached)
        case Opened():
            _welcome(turn)
        case Edited():
            _edited(turn)
        case Rated() as rated:
            take_rating(turn, rated)
        case Reacted():
            pass


def _hear_words(turn: Turn, said: Said) -> None:
    if not said.text.strip():
        _ask_for_words(turn, "I didn't get any words from you.")
        return
    if said.cut:
        turn.say(f"That was long: I read the first {READ_AT_MOST:,} characters and left the rest.")
    if not any(c.isalnum() for c in said.text):
        _ask_for_words(turn, "I can only read words.")
        return
    hear(turn, said.text.strip())


def _ask_for_words(turn: Turn, lead: str) -> None:
    draft = drafts.active(session=turn.session, person=turn.person.id)
    if draft:
        repeat_question(turn, draft, lead)
        return
    turn.say(f"{lead} Tell me what happened, or ask me what the policy says. Type “help” to see what I can do.")


def _attached(turn: Turn, attached: Attached) -> None:
    if take_document(turn, attached):
        return
    if attached.text.strip():
        turn.say("I can't keep pictures or files from this chat, so I've read your words only.")
        hear(turn, attached.text.strip())
        return
    _ask_for_words(
        turn, "I can't read or keep pictures and files in this chat. Keep it yourself, and tell me in words."
    )


def _welcome(turn: Turn) -> None:
    if not turn.first_time:
        return
    turn.say(f"Hello, {turn.person.first_name}. I'm Probity.", help_text(turn), _privacy(turn))


def _privacy(turn: Turn) -> str:
    return (
        "Asking me something keeps nothing about you. Nothing is filed or sent until you say yes. "
        f"If you'd rather talk to a person: {whom_to_ask(turn.desk.directory, turn.person)}."
    )


def _edited(turn: Turn) -> None:
    draft = drafts.active(session=turn.session, person=turn.person.id)
    lead = "I saw that you edited an earlier message. I work from what you sent first, so nothing has changed."
    if draft:
        repeat_question(turn, draft, f"{lead} To correct something, say “change” or type it again.")
        return
    turn.say(f"{lead} If you'd like me to act on the new words, please send them again.")


def _answer_json(turn: Turn) -> dict | None:
    if isinstance(turn.answer, Card):
        return to_json(Reply(card=turn.answer))
    return to_json(Reply(turn.answer)) if isinstance(turn.answer, str) else None


def _keep_replies(turn: Turn, lease: Lease | None) -> Sequence[Leased]:
    texts = [(to_json(reply), None, None) for reply in turn.replies]
    cards = [(to_json(reply), record_id, view) for reply, record_id, view in turn.cards]
    return outbox.enqueue_replies(
        session=turn.session,
        to_person=turn.person.id,
        turn_key=turn.incoming.key,
        replies=texts + cards,
        now=turn.now,
        lease=lease,
    )
