"""The words in which a draft or a record is talked about: the thing, the giver, the manager."""

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from dialogs.people import Directory, Person, school_facts
from dialogs.questions import show_answer
from dialogs.routing import people_for
from dialogs.situation import NOT_GIVEN, NOT_KNOWN, Question, Situation
from dialogs.wording import capital, said
from knowledge.policies.employee_code_of_conduct.rules.school import words_for

_MINE = {"my": "your", "our": "your", "me": "you", "mine": "yours"}
_POSSESSIVE = re.compile(r"^(?:my|our)\s+", re.I)
_ARTICLE = re.compile(r"^(?:an?|some|this|that|these|those)\s+", re.I)
_FIRST_PERSON = re.compile(r"\b(my|our|me|mine)\b", re.I)


def thing(situation: Situation, answers: Mapping[str, Any], with_giver: bool = True, mine: bool = True) -> str:
    """Name what it is about in the person's own words: ``the two tickets for the rugby from Acme Construction``.

    ``mine``: its owner reads the sentence, and not somebody else.
    """
    named = names_of(situation, answers, mine).get("thing")
    if named:
        return named
    answers = answers if mine else without_its_owner(answers)
    words = answers.get("item") or answers.get("thing")
    if not words or words in (NOT_KNOWN, NOT_GIVEN):
        return f"the {situation.noun}"
    words = _FIRST_PERSON.sub(lambda m: _MINE[m.group().casefold()], words)
    giver = answers.get("giver")
    if with_giver and giver and giver not in (NOT_GIVEN, NOT_KNOWN) and giver.casefold() not in words.casefold():
        words = f"{words} from {giver}"
    words = _ARTICLE.sub("", said(words))
    return words if re.match(r"(the|your|his|her|their)\b", words, re.I) else f"the {words}"


def names_of(situation: Situation, answers: Mapping[str, Any], mine: bool = True) -> Mapping[str, str]:
    """Give the words that the situation itself puts into sentences; none where it names nothing."""
    return situation.naming(answers, mine) if situation.naming else {}


def without_its_owner(answers: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give the answers with "my" taken out of the names of things, for somebody else to read."""
    named = {k: without_my(answers[k]) for k in ("thing", "item", "giver") if isinstance(answers.get(k), str)}
    return {**answers, **named}


def without_my(words: str) -> str:
    """Give the name of a thing without its owner's "my": others read it too."""
    return _POSSESSIVE.sub("", words)


def giver(answers: Mapping[str, Any]) -> str:
    """Name who offered it."""
    named = answers.get("giver")
    if not named or named in (NOT_GIVEN, NOT_KNOWN):
        return "whoever offered it"
    words = _FIRST_PERSON.sub(lambda m: _MINE[m.group().casefold()], said(named))
    return f"the {_ARTICLE.sub('', words)}" if _ARTICLE.match(words) else words


def manager(directory: Directory, person: Person, answers: Mapping[str, Any]) -> str:
    """Name who decides as the person's manager, or the role where none is listed."""
    found = people_for(directory, person, "line_manager", answers)
    if found:
        return found.name
    return words_for(school_facts(person))["manager"] if person.school else "your manager"


def fill(
    words: str, situation: Situation, answers: Mapping[str, Any], directory: Directory, person: Person, on: date
) -> str:
    """Put the thing, the giver, the manager and what the situation names into a sentence.

    Dates count by the figures of the day ``on``, but for those that a record keeps.
    """
    answers = {**situation.timing.counted(answers, on), **answers}
    known = {"thing": thing(situation, answers), "giver": giver(answers), "register": situation.register}
    known["manager"] = manager(directory, person, answers)
    known["senior_manager"] = words_for(school_facts(person))["senior_manager"]
    return words.format(**{**known, **names_of(situation, answers)})


def shown_answers(
    situation: Situation,
    answers: Mapping[str, Any],
    today: date,
    assumed: Collection[str] = (),
    recalled: Collection[str] = (),
) -> tuple[tuple[str, str], ...]:
    """Give each answer with its label, in the order of the questions; what nobody said is marked as assumed,
    and what is remembered from before as that."""
    named = situation.question("note") or situation.naming
    words = None if named else answers.get("item") or answers.get("thing")
    rows = [] if not words or words == NOT_KNOWN else [("What", said(without_my(words)))]
    for question in situation.questions:
        value = answers.get(question.id)
        told = question.id == "item" or question.id == "device" and bool(words) and _names_device(words)
        if value is None or told:
            continue
        shown = show_answer(question, value, today)
        note = " (today, as you didn't say)" if question.id in assumed else ""
        note = " (as you had me remember)" if question.id in recalled else note
        rows.append((question.label, f"{capital(shown)}{note}"))
    if answers.get("in_doubt") is True and "in_doubt" in situation.extra:
        rows.append(("In doubt", "Yes"))
    return tuple(rows)


def _names_device(words: str) -> bool:
    return re.search(r"\b(ipad|tablet|laptop|phone|iphone|badge|card|usb|stick)\b", words, re.I) is not None


def changed(situation: Situation, question: Question, value: Any, today: date) -> str:
    """Say what an answer is now: ``the value is now £140``; what is sensitive is not said again."""
    now = "changed" if situation.sensitive else f"now {in_sentence(question, value, today)}"
    return f"{question.name} is {now}"


def noted_as(question: Question, value: Any, today: date) -> str:
    """Give an answer as it is repeated in a sentence: ``from Acme Construction``, ``on Saturday 28 November``."""
    if question.kind == "yes_no":
        return f"{question.label.lower()}: {show_answer(question, value, today)}"
    return f"{question.noted}{in_sentence(question, value, today)}"


def in_sentence(question: Question, value: Any, today: date) -> str:
    """Give an answer as it stands within a sentence: a choice loses its capital, a name keeps it."""
    shown = show_answer(question, value, today)
    return f"{shown[:1].lower()}{shown[1:]}" if question.kind == "choice" and not shown[1:2].isupper() else shown
