"""How HR teach the bot what people's words mean: what may be taught, and what golden checks would fail with it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz
from sqlmodel import Session

from dialogs.clause_naming import clause_named
from dialogs.desk import Desk
from dialogs.signposts import SIGNPOSTS, signpost_words
from dialogs.situations import SITUATIONS, find_situation
from dialogs.wording import listed, lower
from knowledge import decided
from knowledge.clauses import Library
from knowledge.editions.impact import Elsewhere, goes_elsewhere_with
from knowledge.errors import Sayable
from knowledge.understanding.teaching import Phrase
from knowledge.understanding.words import words
from storage import phrases

LONGEST = 200
MOST = 2000
_LEAST, _APART = 84, 4
_CLAUSE = re.compile(r"^\W*(?:clause|paragraph)\b|[\w)]\.?\s*\d+\W*$|\.\d", re.I)
_NAME = re.compile(r"^\W*p?[\s_-]*(\d{1,9})\W*$", re.I)


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is to be taught: a text, and the situation that it means or the clause that answers it."""

    text: str
    situation: str = ""
    clause: str = ""

    def as_phrase(self, number: int = 0) -> Phrase:
        """Give it as the engine knows it."""
        return Phrase(number, self.text, self.situation, self.clause)


def lesson_of(library: Library, text: str, target: str) -> Lesson:
    """Read what is to be taught; Sayable where the text or what it means cannot be taken."""
    said = " ".join(text.split())
    if len(words(said)) < 2:
        raise Sayable("A single word is too little to go by. Teach me what somebody would type, such as a sentence.")
    if len(said) > LONGEST:
        raise Sayable(f"That's too long to learn from: {LONGEST} characters at most, as somebody would type it.")
    if len(decided.held().phrases) >= MOST:
        raise Sayable(f"{MOST:,} phrasings are taught, which is all I hold. Ask for them to be put into the files.")
    if _CLAUSE.search(target):
        return Lesson(said, clause=clause_named(library, target).id)
    return Lesson(said, situation=_situation(target))


def meaning_of(library: Library, situation: str, clause: str) -> str:
    """Say what a taught text means: ``a gift``, or the label of its clause."""
    if clause:
        found = library.find(clause)
        return f"a question that {found.label} answers" if found else "a question on a clause that is gone"
    held = find_situation(situation, "employee") or find_situation(situation, "councillor")
    title = held.title if held else SIGNPOSTS[situation].title if situation in SIGNPOSTS else situation
    return lower(title)


def what_fails(desk: Desk, lesson: Lesson, today: date) -> tuple[Elsewhere, ...]:
    """Give the golden checks that are right now and would not be, with this taught."""
    return tuple(each for each in goes_elsewhere_with(desk.fitted, lesson.as_phrase(), today) if each.fails)


def phrase_named(session: Session, name: str) -> int:
    """Give the number of what was taught under this name (``P-3``, ``3``); Sayable where there is none."""
    found = _NAME.match(name)
    number = int(found[1]) if found else 0
    if number not in {row.id for row in phrases.standing(session=session)}:
        raise Sayable(f"There is no {name.strip().upper()[:20]} that is taught. Type “taught” for what is.")
    return number


def _situation(target: str) -> str:
    sought = " ".join(re.sub(r"[^\w ]", " ", target.casefold().replace("_", " ")).split())
    scored = sorted(((_likeness(sought, names), key) for key, names in _names().items()), reverse=True)
    near = [key for score, key in scored if score >= _LEAST and score > scored[0][0] - _APART]
    if len(near) == 1:
        return near[0]
    if near:
        titles = listed([f"“{key.replace('_', ' ')}”" for key in near[:4]], "or")
        raise Sayable(f"That may be more than one matter. Say which: {titles}.")
    raise Sayable(
        f"I don't know a matter “{target.strip()[:60]}”. Name one, such as “a gift” or “a lost device”, or the clause "
        "that answers, such as “gifts 1”."
    )


def _names() -> dict[str, Sequence[str]]:
    names: dict[str, list[str]] = {}
    for situation in SITUATIONS:
        names.setdefault(situation.id, []).extend((situation.id, situation.title, *situation.offered))
    for key, signpost in SIGNPOSTS.items():
        names[key] = [key, signpost.title, *signpost_words(key)]
    return {
        key: [" ".join(each.casefold().replace("_", " ").split()) for each in found] for key, found in names.items()
    }


def _likeness(sought: str, names: Sequence[str]) -> float:
    bare = re.sub(r"^(?:a|an|the) ", "", sought)
    return max(max(fuzz.token_sort_ratio(said, name) for said in (sought, bare)) for name in names)
