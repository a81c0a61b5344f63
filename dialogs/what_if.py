"""What would change an answer, and what it would be if something were different. Nothing is kept or changed."""

from collections.abc import Iterable, Mapping
from typing import Any

from dialogs.agreeing import what_others_would_do
from dialogs.asking import carry_on
from dialogs.changes_in_words import (
    Case,
    cases_of,
    deciding,
    ended,
    if_words,
    more_to_ask,
    what_would_hold,
    words_after_if,
)
from dialogs.citing import Citing
from dialogs.deciding import waiting_for
from dialogs.desk import Turn
from dialogs.in_hand import Matter, matter_in_hand
from dialogs.supposed_days import told_with_another_day
from dialogs.supposing import POINTS_BACK, facts_supposed
from dialogs.telling import holds_now, is_own, telling, would_hold
from dialogs.wants import APPROVE
from dialogs.what_if_words import Supposal, supposal_in
from dialogs.wording import capital
from knowledge.changes import THEIRS_TO_CHOOSE, what_would_change, what_would_change_duties
from knowledge.fillings import WANTS
from knowledge.words import AUDIENCES, Outcome
from storage.tables import Draft, Record

MOST = 4
_MORE = "More would have to be asked before that's certain."


def hear_what_if(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Answer what would change the ruling in hand, or what would hold if something were so; say whether it was asked.

    Where there is no ruling in hand, or the words are about another matter, they are left to others.
    """
    asked = supposal_in(text)
    if asked is None:
        return False
    said_before = len(turn.replies)
    matter = matter_in_hand(turn, text, draft)
    if matter is None:
        return len(turn.replies) > said_before
    if not asked.rest:
        _answer_in_general(turn, matter)
        return True
    return _answer_supposal(turn, matter, asked)


def _answer_supposal(turn: Turn, matter: Matter, asked: Supposal) -> bool:
    facts = facts_supposed(turn, matter, asked.rest)
    if matter.settled and (held := told_with_another_day(turn, matter, asked.rest)):
        _close(turn, matter, [held], ())
    elif facts:
        _answer_facts(turn, matter, facts)
    elif matter.settled and (others := what_others_would_do(turn, matter, asked.rest)):
        _close(turn, matter, [others[0]], others[1])
    elif not asked.firm or _is_another_matter(turn, matter, asked.rest):
        return False
    else:
        _answer_in_general(turn, matter)
    return True


def _is_another_matter(turn: Turn, matter: Matter, words: str) -> bool:
    """Say whether the words are clearly about something else: then they are no question about this one."""
    understood = turn.incoming.understanding
    if understood is None or understood.decision != "act":
        return False
    top = understood.candidates[0].situation
    if top == "policy_question":
        return matter.draft is None or not POINTS_BACK.search(words)
    return top in AUDIENCES and top != matter.situation.id


def _answer_facts(turn: Turn, matter: Matter, facts: Mapping[str, Any]) -> None:
    answers = {**matter.answers, **facts}
    then = matter.ruled(answers)
    citing = Citing(turn.desk.library)
    findings = deciding(matter.ruling, then)
    more = "" if _told_already(matter, facts) or not more_to_ask(matter, answers) else _MORE
    supposed = " and ".join(words_after_if(matter, turn, name, at) for name, at in facts.items())
    same = (then.outcome, then.duties) == (matter.ruling.outcome, matter.ruling.duties)
    if _told_already(matter, facts):
        lead = f"That's how I have it already: {holds_now(turn, matter)}"
    elif not matter.settled and then.unknown:
        lead, findings, more = f"If {supposed}, it would still depend on more that I haven't asked.", (), ""
    elif same:
        lead = f"If {supposed}, that would change nothing: {would_hold(turn, matter, then, answers)}"
    else:
        lead = f"If {supposed}: {what_would_hold(turn, matter, then, answers)}"
    _close(turn, matter, [f"**{capital(ended(lead))}** {citing.quote(findings)}".strip(), more], citing.citations)


def _told_already(matter: Matter, facts: Mapping[str, Any]) -> bool:
    """Say whether what is supposed is what was told already."""
    return all(matter.answers.get(name) == at for name, at in facts.items())


def _answer_in_general(turn: Turn, matter: Matter) -> None:
    if not matter.settled:
        _close(turn, matter, ["It isn't settled yet: it depends on what you tell me next."], ())
        return
    cases = [*cases_of(turn, matter, what_would_change)]
    if len(cases) < MOST:
        cases += cases_of(turn, matter, what_would_change_duties)
    citing = Citing(turn.desk.library)
    cases = sorted(cases, key=lambda case: (len(case.facts), _turns_down(case)))[:MOST]
    lead = _lead(turn, matter, cases)
    quote = "" if cases else citing.quote(deciding(matter.ruling, matter.ruling))
    quotes = [citing.quote(() if _turns_down(case) else deciding(matter.ruling, case.ruling)) for case in cases]
    rows = [
        f"{if_words(case)}: {ended(case.then)} {quoted}".strip() for case, quoted in zip(cases, quotes, strict=True)
    ]
    more = "" if all(case.certain for case in cases) else _MORE
    _close(turn, matter, [f"{lead} {quote}".strip(), *rows, more], citing.citations)


def _turns_down(case: Case) -> bool:
    """Say whether it would only be different as the person said no to it: that is told after the rest."""
    return case.facts == (WANTS,) and case.ruling.outcome == Outcome.DECLINE


def _lead(turn: Turn, matter: Matter, cases: list[Case]) -> str:
    now = f":** {ended(holds_now(turn, matter))}" if is_own(turn, matter) else ".**"
    so = "this were so" if len(cases) == 1 else "one of these were so"
    if not cases:
        return f"**Nothing would change it{now}"
    outcomes = [case for case in cases if case.ruling.outcome != matter.ruling.outcome]
    if not outcomes:
        return f"**Nothing would change the answer itself{now} What comes with it would differ if {so}:"
    if any(set(case.facts) & set(THEIRS_TO_CHOOSE) for case in outcomes):
        return f"**It would be different if {so}:**"
    who = telling(turn, matter)["you"]
    return f"**Nothing that {who} could choose would change it{now} It would be different if {so}:"


def _close(turn: Turn, matter: Matter, paragraphs: list[str], citations: Iterable) -> None:
    """Say it, then come back to where the person was; nothing is kept."""
    if matter.draft:
        carry_on(turn, matter.draft, *paragraphs, citations=tuple(citations))
        return
    turn.say(*paragraphs, _stays(turn, matter.record, matter.owner.first_name), citations=tuple(citations))


def _stays(turn: Turn, record: Record, name: str) -> str:
    """Say that a record stays as it is, and the way to its owner's words about it."""
    ref = record.reference
    if record.person == turn.person.id:
        return f"{ref} stays as it was filed. To add to it, say “{ref}:” and your words."
    asked = any(each.id == record.id and decision.wants == APPROVE for decision, each in waiting_for(turn))
    return f"{ref} stays as it is." + (f" To ask {name} about it, say “ask {ref}” and your question." if asked else "")
