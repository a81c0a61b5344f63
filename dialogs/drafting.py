"""Drafts: what a person has told so far. The answers are the state; the rest is worked out from them."""

import hashlib
import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlmodel import Session

from dialogs.desk import Turn
from dialogs.impossible import nonsense
from dialogs.job_facts import recalled
from dialogs.people import MANAGER_ROLES, school_facts
from dialogs.sentences import tells
from dialogs.situation import NOT_GIVEN, NOT_KNOWN, Situation
from dialogs.situations import find_situation
from dialogs.steps import Step, next_step
from dialogs.talk import thing
from dialogs.wording import pounds
from knowledge.understanding.slots import facts_for
from storage import drafts, records
from storage.tables import Draft

STARTS_TODAY = "offered_on"
_HAPPENED = re.compile(
    r"\b(?:took|treated|bought) (?:me|us)\b|\bi(?:'ve| have)? (?:ate|eaten|drank|went|accepted|took|kept|had)\b"
    r"|\bwe (?:went|had|ate)\b",
    re.I,
)
_READ_IN_PASSING = ("money", "day", "moment", "percent", "hours")


def plain(value: Any) -> Any:
    """Give the JSON form of a fact: money as a decimal string, days in ISO form."""
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, date) else value


def usable(situation: Situation, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Keep of the facts found in a sentence those that this situation asks for or keeps."""
    wanted = {q.id for q in situation.questions} | set(situation.extra) | (set() if situation.naming else {"thing"})
    return {k: plain(v) for k, v in facts.items() if k in wanted and v is not None}


def start(turn: Turn, situation: Situation, facts: Mapping[str, Any], said: str = "") -> Draft:
    """Start a draft from what the first sentence told; days that were not said start as today, and are shown."""
    answers = usable(situation, facts)
    if situation.question("item") and "thing" in answers:
        answers.setdefault("item", answers["thing"])
    if situation.question("item") and answers.get("form") == "money" and answers.get("value"):
        answers.setdefault("item", pounds(answers["value"]))
    if situation.question("note") and said:
        answers["note"] = said
    if situation.own_words and tells(said):
        answers[situation.own_words] = said
    if situation.question(STARTS_TODAY):
        answers.setdefault(STARTS_TODAY, turn.today.isoformat())
    if MANAGER_ROLES & set(turn.person.roles):
        answers = {k: v for k, v in answers.items() if k not in situation.leaves_open(answers)}
    known_before = recalled(turn, situation, answers)
    turn.kept = True
    return drafts.start(
        session=turn.session,
        person=turn.person.id,
        situation=situation.id,
        audience=situation.audience,
        answers=answers | known_before,
        meta={
            "given": [],
            "misses": 0,
            "told": None,
            "assumed": [STARTS_TODAY] if STARTS_TODAY not in facts else [],
            "recalled": list(known_before),
            "happened": bool(_HAPPENED.search(said)),
        },
        now=turn.now,
    )


def _renamed(answers: Mapping[str, Any], amount: str) -> dict[str, Any]:
    """What was given may be named by its amount ("a £10 voucher"): a corrected amount corrects the name too."""
    before = answers.get("value")
    if not before or before == NOT_KNOWN:
        return {}
    named = {k: answers[k] for k in ("item", "thing") if pounds(before) in str(answers.get(k))}
    return {k: v.replace(pounds(before), amount) for k, v in named.items()}


def _another_device(turn: Turn, draft: Draft, device: str) -> dict[str, Any]:
    """Another device than was told at first ("actually no, it's my phone") is no longer called what that one was."""
    if "thing" not in draft.answers:
        return {}
    told = facts_in_words(turn, situation_of(draft)).get("thing")
    titles = {o.value: o.title for o in situation_of(draft).question("device").options}
    return {"thing": told or titles.get(device, device).casefold()}


def _in_passing(turn: Turn, draft: Draft, question_id: str) -> dict[str, Any]:
    """Amounts and days that the words of an answer also told, for questions that are still open."""
    found, situation = open_facts(turn, draft, question_id), situation_of(draft)
    return {k: v for k, v in found.items() if situation.question(k).kind in _READ_IN_PASSING}


def _told_with(turn: Turn, draft: Draft, hanging: tuple[str, ...]) -> dict[str, Any]:
    """What the words told of the answers that hang on the one that was given."""
    return {k: v for k, v in facts_in_words(turn, situation_of(draft)).items() if k in hanging}


def open_facts(turn: Turn, draft: Draft, question_id: str) -> dict[str, Any]:
    """Give what the words told for questions that are still open, other than the one that was asked."""
    situation = situation_of(draft)
    return {
        k: v
        for k, v in facts_in_words(turn, situation).items()
        if k not in draft.answers and k != question_id and situation.question(k)
    }


def told_before(turn: Turn, draft: Draft) -> dict[str, Any]:
    """Give what the words told for questions that are answered already."""
    return {k: v for k, v in facts_in_words(turn, situation_of(draft)).items() if k in draft.answers}


def facts_in_words(turn: Turn, situation: Situation) -> dict[str, Any]:
    """Give the facts of a situation that the words which came in tell; none where something in them cannot be."""
    understood = turn.incoming.understanding
    if understood is None:
        return {}
    told = usable(
        situation, facts_for(situation.id, situation.audience, understood.text, understood.mentions, turn.now)
    )
    wrong = any(nonsense(question, understood.text, turn.now) for question in situation.questions)
    return {} if wrong else told


def situation_of(draft: Draft) -> Situation:
    """Give the situation of a draft."""
    found = find_situation(draft.situation, draft.audience)
    if found is None:
        raise LookupError(f"no situation {draft.situation} for {draft.audience}")
    return found


def earlier_total(session: Session, person_id: str, answers: Mapping[str, Any]) -> Decimal:
    """Give what this giver has given the person before, gifts and hospitality, accepted or not yet decided (X11)."""
    giver = answers.get("giver")
    if not giver or giver in (NOT_GIVEN, NOT_KNOWN):
        return Decimal(0)
    known = known_givers(session, person_id, giver)
    return records.earlier_total(session=session, person=person_id, giver_keys=known) if known else Decimal(0)


def known_givers(session: Session, person_id: str, giver: str) -> list[str]:
    """Give the spellings under which their records hold this giver: ``Acme``, ``ACME Ltd``; none for a new one."""
    key = records.giver_key(giver)
    known = {records.giver_key(g) for g in records.givers_of(session=session, person=person_id)}
    return sorted(k for k in known if k == key or _one_begins_the_other(k, key))


def _one_begins_the_other(one: str, other: str) -> bool:
    shorter, longer = sorted((one.split(), other.split()), key=len)
    return bool(shorter) and longer[: len(shorter)] == shorter


def step_of(turn: Turn, draft: Draft) -> Step:
    """Rule on the draft as it stands and name the next question; worked out once for each version of the draft."""
    key = draft.id, draft.version
    if key not in turn.steps:
        turn.steps[key] = _work_out_step(turn, draft)
    return turn.steps[key]


def _work_out_step(turn: Turn, draft: Draft) -> Step:
    situation = situation_of(draft)
    turn.private = turn.private or situation.sensitive
    before = earlier_total(turn.session, draft.person, draft.answers) if situation.counts_in_series else Decimal(0)
    step = next_step(situation, draft.answers, turn.today, before, school_facts(turn.person))
    again = situation.question(draft.meta.get("again") or "")
    return Step(step.ruling, again) if again else step


def summary_mark(turn: Turn, draft: Draft) -> str:
    """Give what tells one summary of these answers from another: the ruling, its clauses' versions and its dates."""
    situation, ruling = situation_of(draft), step_of(turn, draft).ruling
    cited = [(each.clause, turn.desk.library.get(each.clause).version) for each in ruling.findings]
    dates = situation.timing.counted(draft.answers, turn.today)
    return hashlib.blake2s(repr((ruling.outcome, ruling.duties, cited, dates)).encode(), digest_size=8).hexdigest()


def save(turn: Turn, draft: Draft, answers: Mapping[str, Any] | None = None, **meta: Any) -> Draft:
    """Keep new answers and notes on a draft."""
    turn.kept = True
    kept = drafts.save(
        session=turn.session,
        draft=draft,
        answers=dict(draft.answers if answers is None else answers),
        meta={**draft.meta, **meta},
        now=turn.now,
    )
    if not kept:
        raise RuntimeError("a draft changed under the lock of its person")
    return draft


def answer(turn: Turn, draft: Draft, question_id: str, value: Any, same: bool = False) -> Draft:
    """Keep the answer to a question, and that the person gave it (so that "back" can undo it).

    ``same``: it tells more of the same person or thing, so that the answers that hang on it stand.
    """
    given = [q for q in draft.meta.get("given", []) if q != question_id] + [question_id]
    assumed = [q for q in draft.meta.get("assumed", []) if q != question_id]
    recalled_still = [q for q in draft.meta.get("recalled", []) if q != question_id]
    answers = {**draft.answers, question_id: value}
    if question_id == "item":
        answers["thing"] = value
    if question_id == "value" and value != NOT_KNOWN:
        answers |= _renamed(draft.answers, pounds(value))
    if question_id == "device" and draft.answers.get("device", value) != value:
        answers |= _another_device(turn, draft, value)
    hanging = situation_of(draft).told_with.get(question_id, ())
    told = _told_with(turn, draft, hanging)
    if told or not same and draft.answers.get(question_id, value) != value:
        answers = {k: v for k, v in answers.items() if k not in hanging} | told
    answers |= _in_passing(turn, draft, question_id)
    return save(
        turn,
        draft,
        answers,
        given=given,
        assumed=assumed,
        recalled=recalled_still,
        misses=0,
        again=None,
        offer=None,
    )


def parked_hint(turn: Turn) -> str:
    """Say what is parked and how to go on with it; nothing where nothing is."""
    waiting = drafts.parked(session=turn.session, person=turn.person.id)
    if not waiting:
        return ""
    first = waiting[0]
    return f"Parked: {thing(situation_of(first), first.answers)}. Type “resume” to go on with it. "
