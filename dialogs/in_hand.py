"""The matter that a short question is about ("what if", "why"): a draft, a record named, or what was filed or waits."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from dialogs.deciding import waiting_for
from dialogs.decisions_in_words import named
from dialogs.desk import Turn
from dialogs.drafting import earlier_total, situation_of, step_of
from dialogs.giving_before import given_before
from dialogs.people import Person, school_facts
from dialogs.situation import Answers, Situation
from dialogs.situations import find_situation
from dialogs.statuses import person_named
from dialogs.steps import facts_of, rule_on
from dialogs.talk import names_of
from dialogs.wording import listed
from knowledge.facts import Fact
from knowledge.policies.employee_code_of_conduct.rules.school import words_for
from knowledge.ruling import Ruling, assess, fact_names, verdict_on
from knowledge.understanding.slots import read_reference
from storage import decisions, records
from storage.tables import Draft, Record

_ORDINARY = {"giver_relation": "other", "recipient": "self", "wants_to_accept": True}


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter as it stands: its answers, whose it is, the ruling, and the day whose figures count.

    ``before`` is what the giver has given its owner before. ``settled``: no open question could still move the ruling.
    """

    situation: Situation
    answers: Answers
    owner: Person
    on: date
    before: Decimal
    ruling: Ruling
    settled: bool
    draft: Draft | None = None
    record: Record | None = None

    def facts(self, answers: Answers) -> dict[str, Any]:
        """Give the facts that these answers come to, with those about its owner."""
        return {**school_facts(self.owner), **facts_of(self.situation, answers, self.before)}

    def granted(self) -> dict[str, Any]:
        """Give what nobody asked, as it makes no difference, in the terms of somebody to whom nothing special applies.

        Nothing where that were a different ruling.
        """
        where, known = (self.situation.id, self.situation.audience), self.facts(self.answers)
        open_facts = [f for f in fact_names(*where) if f.rules and known.get(f.name) is None and f.default is None]
        ordinary = {f.name: _ordinary(f) for f in open_facts if f.name not in self.ruling.unknown}
        ordinary = {name: at for name, at in ordinary.items() if at is not None}
        plain = verdict_on(*where, {**known, **ordinary}, self.on)
        same = plain and (plain.outcome, plain.duties) == (self.ruling.outcome, self.ruling.duties)
        return ordinary if same else {}

    def ruled(self, answers: Answers) -> Ruling:
        """Rule on other answers, in the same terms."""
        facts = {**self.granted(), **self.facts(answers)}
        return assess(self.situation.id, self.situation.audience, facts, self.on)


def _ordinary(fact: Fact) -> object:
    return _ORDINARY.get(fact.name, False if fact.kind == "bool" else None)


def matter_of_draft(turn: Turn, draft: Draft) -> Matter:
    """Give the matter that a draft is about."""
    situation, step = situation_of(draft), step_of(turn, draft)
    before = earlier_total(turn.session, draft.person, draft.answers) if situation.counts_in_series else Decimal(0)
    settled = step.question is None or not step.ruling.unknown
    return Matter(situation, draft.answers, turn.person, turn.today, before, step.ruling, settled, draft=draft)


def matter_of_record(turn: Turn, record: Record) -> Matter | None:
    """Give the matter that a record is about, under the figures of the day on which it was filed; None where its
    situation is no longer held."""
    situation = find_situation(record.situation, record.audience)
    if situation is None:
        return None
    turn.private = turn.private or situation.sensitive
    owner = person_named(turn.desk.directory, record.person)
    filed = record.filed_at.astimezone(turn.now.tzinfo).date()
    before = given_before(turn.session, record) if situation.counts_in_series else Decimal(0)
    facts = {**school_facts(owner), **facts_of(situation, record.answers, before)}
    ruling = rule_on(situation, facts, filed)
    return Matter(situation, record.answers, owner, filed, before, ruling, True, record=record)


def matter_in_hand(turn: Turn, text: str, draft: Draft | None) -> Matter | None:
    """Find the matter that is meant: the open draft, the record named, or the newest filed today or waiting.

    None where there is none, or where several wait and the person was asked which; ``turn`` then has a reply.
    """
    if draft:
        return matter_of_draft(turn, draft)
    reference = read_reference(text)
    if reference:
        record = records.by_reference(session=turn.session, reference=reference)
        return matter_of_record(turn, record) if record and may_see(turn, reference) else None
    waiting = [record for _, record in waiting_for(turn)]
    own = [r for r in records.of_person(session=turn.session, person=turn.person.id, limit=1) if _is_fresh(turn, r)]
    newest = max((*waiting, *own), key=lambda record: record.id, default=None)
    if newest in waiting and len(waiting) > 1:
        _ask_which(turn, waiting)
        return None
    return matter_of_record(turn, newest) if newest else None


def may_see(turn: Turn, reference: str) -> bool:
    """Say whether the record is the person's own, or one that they were asked about."""
    record = records.by_reference(session=turn.session, reference=reference)
    if record is None:
        return False
    asked = decisions.of_record(session=turn.session, record_id=record.id)
    return turn.person.id in (record.person, *(d.person for d in asked))


def _is_fresh(turn: Turn, record: Record) -> bool:
    """Say whether a record was filed today, or decided today: changed since."""
    days = (at.astimezone(turn.now.tzinfo).date() for at in (record.filed_at, record.changed_at))
    return turn.today in days


def _ask_which(turn: Turn, waiting: list[Record]) -> None:
    first = waiting[0].reference
    choices = listed([named(record) for record in waiting[:5]], "or")
    turn.say(
        f"{len(waiting)} wait for you. **Which one do you mean: {choices}?** Ask with its reference, such as "
        f"“what would change {first}?” or “why {first}?”."
    )


def names_in(matter: Matter, answers: Answers, manager: str) -> Mapping[str, str]:
    """Give the words that its sentences put in where it is spoken of as "it"."""
    dates = matter.situation.timing.counted(answers, matter.on)
    own = names_of(matter.situation, {**dates, **answers} if answers == matter.answers else {**answers, **dates})
    thing = "it" if matter.situation.kind == "gift" else "this"
    senior = words_for(school_facts(matter.owner))["senior_manager"]
    names = {"thing": thing, "manager": manager, "senior_manager": senior, "register": matter.situation.register}
    return {**own, **names}
