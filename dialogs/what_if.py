"""What would change an answer, and what it would be if something were different. Nothing is kept or changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dialogs.agreeing import what_others_would_do
from dialogs.asking import carry_on
from dialogs.citing import Citing
from dialogs.deciding import waiting_for
from dialogs.desk import Turn
from dialogs.in_hand import Matter, matter_in_hand
from dialogs.outcomes_in_words import COMES, FALLS_AWAY, IN_PLACE_OF
from dialogs.supposed import EXACTLY, OVER, UNDER, words_for
from dialogs.supposing import POINTS_BACK, facts_supposed
from dialogs.telling import holds_now, is_own, telling, would_hold
from dialogs.wants import APPROVE
from dialogs.what_if_words import Supposal, supposal_in
from dialogs.wording import capital, listed, number, percent, pounds
from knowledge.changes import THEIRS_TO_CHOOSE, Change, what_would_change, what_would_change_duties
from knowledge.facts import NUMBERS, SCHOOL_FACTS
from knowledge.fillings import WANTS
from knowledge.ruling import Ruling, fact_names, verdict_on
from knowledge.words import AUDIENCES, Outcome
from storage.tables import Draft, Record

MOST = 4
_ABOUT_THE_PERSON = {fact.name for fact in SCHOOL_FACTS}
_KEPT_WITH_EACH = ("a", "an", "the", "your", "some", "somebody", "something")
VALUES_AT_MOST = 6
_MORE = "More would have to be asked before that's certain."


@dataclass(frozen=True, slots=True)
class _Case:
    """One way in which it would be different: the words after "if", the ruling then, and how that is said.

    Of two facts the first stands in ``first``; ``words`` are those of the last, for each value with the same result.
    """

    facts: tuple[str, ...]
    first: str
    words: tuple[str, ...]
    ruling: Ruling
    then: str
    certain: bool


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
    if facts:
        _answer_facts(turn, matter, facts)
    elif others := what_others_would_do(turn, matter, asked.rest):
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
    findings = _deciding(matter.ruling, then)
    more = "" if _told_already(matter, facts) or not _more_to_ask(matter, answers) else _MORE
    supposed = " and ".join(_words(matter, turn, name, at, exactly=True) for name, at in facts.items())
    same = (then.outcome, then.duties) == (matter.ruling.outcome, matter.ruling.duties)
    if _told_already(matter, facts):
        lead = f"That's how I have it already: {holds_now(turn, matter)}"
    elif not matter.settled and then.unknown:
        lead, findings, more = f"If {supposed}, it would still depend on more that I haven't asked.", (), ""
    elif same:
        lead = f"If {supposed}, that would change nothing: {would_hold(turn, matter, then, answers)}"
    else:
        lead = f"If {supposed}: {_then(turn, matter, then, answers)}"
    _close(turn, matter, [f"**{capital(_ended(lead))}** {citing.quote(findings)}".strip(), more], citing.citations)


def _told_already(matter: Matter, facts: Mapping[str, Any]) -> bool:
    """Say whether what is supposed is what was told already."""
    return all(matter.answers.get(name) == at for name, at in facts.items())


def _answer_in_general(turn: Turn, matter: Matter) -> None:
    if not matter.settled:
        _close(turn, matter, ["It isn't settled yet: it depends on what you tell me next."], ())
        return
    cases = [*_cases(turn, matter, what_would_change)]
    if len(cases) < MOST:
        cases += _cases(turn, matter, what_would_change_duties)
    citing = Citing(turn.desk.library)
    cases = sorted(cases, key=lambda case: (len(case.facts), _turns_down(case)))[:MOST]
    lead = _lead(turn, matter, cases)
    quote = "" if cases else citing.quote(_deciding(matter.ruling, matter.ruling))
    quotes = [citing.quote(() if _turns_down(case) else _deciding(matter.ruling, case.ruling)) for case in cases]
    rows = [f"{_if(case)}: {_ended(case.then)} {quoted}".strip() for case, quoted in zip(cases, quotes, strict=True)]
    more = "" if all(case.certain for case in cases) else _MORE
    _close(turn, matter, [f"{lead} {quote}".strip(), *rows, more], citing.citations)


def _turns_down(case: _Case) -> bool:
    """Say whether it would only be different as the person said no to it: that is told after the rest."""
    return case.facts == (WANTS,) and case.ruling.outcome == Outcome.DECLINE


def _lead(turn: Turn, matter: Matter, cases: list[_Case]) -> str:
    now = f":** {_ended(holds_now(turn, matter))}" if is_own(turn, matter) else ".**"
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


def _cases(turn: Turn, matter: Matter, find) -> list[_Case]:
    """The changes in words: each proven again on the answers as they would be, those with the same result as one."""
    known = matter.facts(matter.answers)
    changes = find(matter.situation.id, matter.situation.audience, {**matter.granted(), **known}, matter.on)
    together: dict[tuple, _Case] = {}
    for change in changes:
        facts = _told_of(matter, change)
        answers = {**matter.answers, **_plain(facts)}
        ruling = matter.ruled(answers)
        if not facts or not _is_change(matter.ruling, ruling, change):
            continue
        then = _then(turn, matter, ruling, answers)
        *first, last = (_words(matter, turn, name, at) for name, at in facts.items())
        alike = (*facts, then, *first)
        before = together.get(alike)
        words = (*before.words, last) if before and last not in before.words else before.words if before else (last,)
        sure = not _more_to_ask(matter, answers)
        together[alike] = _Case(tuple(facts), "".join(first), words, before.ruling if before else ruling, then, sure)
    return list(together.values())


def _is_change(now: Ruling, then: Ruling, change: Change) -> bool:
    if change.outcome == now.outcome:
        return then.outcome == now.outcome and then.duties != now.duties
    return then.outcome != now.outcome


def _told_of(matter: Matter, change: Change) -> dict[str, Any]:
    """The facts of a change without those that other answers settle and nobody is asked for."""
    answered = set(matter.answers)
    derived = set(matter.facts(matter.answers)) - answered - {"earlier_total"}
    kept = {k: at for k, at in change.facts.items() if matter.situation.question(k) or k not in derived}
    return {} if _ABOUT_THE_PERSON & set(kept) else kept


def _plain(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: f"{at:.2f}" if name == "value" and isinstance(at, Decimal) else at for name, at in facts.items()}


def _words(matter: Matter, turn: Turn, name: str, at: Any, exactly: bool = False) -> str:
    """The words after "if" for one fact: ``it were worth £50 or less``."""
    fact = next(f for f in fact_names(matter.situation.id, matter.situation.audience) if f.name == name)
    words = words_for(matter.situation.id, name)
    if fact.kind not in NUMBERS:
        return words[at].format(**telling(turn, matter))
    key, figure = EXACTLY, Decimal(str(at))
    known = matter.facts(matter.answers).get(name)
    if not exactly:
        key = UNDER if known is None or figure < Decimal(str(known)) else OVER
    shown = figure if key != OVER else figure - Decimal("0.01")
    return words[key].format(at=_UNITS[fact.kind](shown), **telling(turn, matter))


_UNITS = {"money": pounds, "percent": percent, "number": lambda hours: f"{number(hours)} hours a week"}


def _if(case: _Case) -> str:
    """``If it were a meal or tickets``: the words that all values share are said once."""
    lead = f"If {case.first} and" if case.first else "If"
    split = [words.split() for words in case.words[:VALUES_AT_MOST]]
    shared = 0
    while len(split) > 1 and _is_shared(split, shared):
        shared += 1
    rest = [" ".join(words[shared:]) for words in split]
    if len(case.words) > VALUES_AT_MOST:
        rest.append("another of these")
    if not shared and len(rest) > 1:
        return f"{lead} {', if '.join(rest[:-1])} or if {rest[-1]}"
    return " ".join([lead, *split[0][:shared], listed(rest, "or")])


def _is_shared(split: list[list[str]], at: int) -> bool:
    first = split[0][at] if at < len(split[0]) else ""
    if at and (first in _KEPT_WITH_EACH or first.endswith("'s")):
        return False
    return all(len(words) > at + 1 and words[at] == first for words in split)


def _then(turn: Turn, matter: Matter, ruling: Ruling, answers: Mapping[str, Any]) -> str:
    """What would hold: the sentence of the outcome, or where that stays, the duties that come or fall away."""
    if ruling.outcome != matter.ruling.outcome:
        return would_hold(turn, matter, ruling, answers)
    before, after = set(matter.ruling.duties), set(ruling.duties)
    comes = [duty for duty in ruling.duties if duty not in before]
    falls = [duty for duty in matter.ruling.duties if duty not in after and IN_PLACE_OF.get(duty) not in comes]
    words = [COMES[duty] for duty in comes] + [FALLS_AWAY[duty] for duty in falls]
    return listed(words).format(**telling(turn, matter)) or would_hold(turn, matter, ruling, answers)


def _more_to_ask(matter: Matter, answers: Mapping[str, Any]) -> bool:
    """Say whether questions that were not asked could still move what would hold."""
    then = verdict_on(matter.situation.id, matter.situation.audience, matter.facts(answers), matter.on)
    return any(q.id in then.unknown and q.id not in answers for q in matter.situation.questions)


def _deciding(now: Ruling, then: Ruling):
    """The findings to quote: of the line that gives the outcome, or where that stays, of what comes or falls away."""
    if then.outcome == now.outcome and then.duties != now.duties:
        new = tuple(f for f in then.findings if f.line not in now.lines)
        return new or tuple(f for f in now.findings if f.line not in then.lines)
    return tuple(f for f in then.findings if f.line == then.gives) or then.findings


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "”")) else f"{sentence}."
