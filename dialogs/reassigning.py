"""Handing what one is asked to decide to somebody else: who may have it, and what everybody is told."""

from dialogs.actions import DecisionAction
from dialogs.deciding import Stale, name_of, stale
from dialogs.desk import Turn
from dialogs.hops import restart_clock
from dialogs.notices import show_to_all, tell
from dialogs.people import MANAGER_ROLES, Directory, Person
from dialogs.people_called import people_called
from dialogs.routing import MANAGING, made_the_offer, same_desk
from dialogs.situations import find_situation
from dialogs.statuses import OPEN, person_named
from dialogs.wants import WANTS
from dialogs.wording import listed, said
from knowledge.errors import Sayable
from storage import audit, decisions, records
from storage.tables import Decision, Record


class WhichOne(Sayable):
    """The name fits nobody, or more than one: ``people`` are those who may be meant."""

    def __init__(self, message: str, people: tuple[Person, ...] = ()):
        super().__init__(message)
        self.people = people


def hand_over(turn: Turn, action: DecisionAction) -> tuple[Record, str]:
    """Hand a decision to the person whom the action names. Gives the record and one sentence for who did it.

    Raises WhichOne where the name is nobody's or several people's, Sayable where they may not have it or it is no
    longer open.
    """
    decision = decisions.by_id(session=turn.session, decision_id=action.decision)
    record = records.by_id(session=turn.session, record_id=decision.record_id) if decision else None
    if record is None or decision.person != turn.person.id:
        raise Stale("I can't find that request among yours. Type “my approvals” to see what waits for you.")
    if decision.state not in OPEN or decision.version != action.version:
        raise stale(turn, decision, record)
    if record.sensitivity != "normal":
        owner = name_of(turn, record.person)
        raise Sayable(
            f"{record.reference} is for you alone. Only {owner} can say who else may see it; please ask them."
        )
    if not action.to:
        raise WhichOne(f"Who should have {record.reference}? Type a name first, such as “Sian Morgan”.")
    to = person_called(turn.desk.directory, action.to, record)
    _check_may_have_it(turn, decision, record, to)
    return record, _hand_over(turn, decision, record, to)


def person_called(directory: Directory, words: str, record: Record) -> Person:
    """Give the one person whom the words name; raises WhichOne where they name nobody, or may name several."""
    called = people_called(directory, words)
    if len(called.named) == 1:
        return called.named[0]
    if called.named:
        raise WhichOne(
            f"{len(called.named)} people are called that. Which one should have {record.reference}?", called.named
        )
    if called.likely:
        names = listed([p.name for p in called.likely], "or")
        raise WhichOne(f"I don't find “{said(words)}”. Do you mean {names}?", called.likely)
    raise WhichOne(f"I don't find anybody called “{said(words)}”. Who should have {record.reference}?")


def _check_may_have_it(turn: Turn, decision: Decision, record: Record, to: Person) -> None:
    directory, ref = turn.desk.directory, record.reference
    owner = person_named(directory, record.person)
    asked = decisions.of_record(session=turn.session, record_id=record.id)
    if to.id == turn.person.id:
        raise Sayable(f"{ref} is with you already. Name somebody else, or decide it yourself.")
    if to.id in (record.person, record.concerns):
        raise Sayable(f"{ref} is about {to.name}, and nobody decides their own. Please name somebody else.")
    if made_the_offer(directory, owner, record.answers, to):
        why = "is the one it's about" if record.answers.get("party") else "made this offer"
        raise Sayable(f"{to.name} {why}, so they can't decide it. Please name somebody else.")
    if any(d.person == to.id and d.state in OPEN for d in asked):
        raise Sayable(f"{to.name} has been asked about {ref} already. Please name somebody else.")
    if not _may_have_it(directory, decision, to):
        raise Sayable(f"{to.name} {_wrong_role(decision)}. Please name somebody else.")


def _may_have_it(directory: Directory, decision: Decision, to: Person) -> bool:
    if decision.role in (*MANAGING, *MANAGER_ROLES):
        return bool(MANAGER_ROLES & set(to.roles)) or any(directory.manager_of(p) == to for p in directory.everybody())
    asked = directory.find(decision.person)
    return bool(set(same_desk(decision.role)) & set(to.roles)) or bool(asked) and directory.manager_of(asked) == to


def _wrong_role(decision: Decision) -> str:
    if decision.role in (*MANAGING, *MANAGER_ROLES):
        return "isn't listed as a manager, and this needs one"
    return "neither works at that desk nor manages you"


def _hand_over(turn: Turn, decision: Decision, record: Record, to: Person) -> str:
    new = decisions.reassign(
        session=turn.session,
        decision_id=decision.id,
        version=decision.version,
        by=turn.person.id,
        to=to.id,
        now=turn.now,
    )
    if new is None:
        raise stale(turn, decisions.by_id(session=turn.session, decision_id=decision.id), record)
    turn.kept = True
    restart_clock(turn.session, record, turn.now)
    audit.append(
        session=turn.session,
        actor=turn.person.id,
        act="reassigned",
        subject=record.reference,
        detail={"to": to.id, "step": decision.step},
        now=turn.now,
    )
    situation = find_situation(record.situation, record.audience)
    doing = WANTS[decision.wants].doing.format(register=situation.register)
    told = f"{turn.person.name} has passed {record.reference} to {to.name}, who is now asked to {doing}."
    tell(turn, record.person, told, record)
    show_to_all(turn, record)
    return f"You passed {record.reference} to {to.name}. {name_of(turn, record.person)} is being told."
