"""The unit of extension: a situation is one value, a question is one value. Question ids are fact names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from knowledge.ruling import Ruling

Answers = Mapping[str, Any]
NOT_KNOWN = "not known"
NOT_GIVEN = "not given"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice: its value, its button, and other words that mean it."""

    value: str
    title: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, how it is read, what it is called in the summary, and why it is asked.

    ``asks`` and ``why`` may hold ``{thing}``, ``{giver}`` and ``{manager}``. ``clause`` is the clause it serves.
    ``noted`` is the word before the answer where a sentence repeats it (``from ``, ``on ``).
    ``called`` is how a sentence names it where the label would not do.
    ``needed`` says whether the register requires it, given the answers and the ruling so far.
    """

    id: str
    kind: str
    asks: str
    label: str
    why: str
    clause: str
    options: tuple[Option, ...] = ()
    needed: Callable[[Answers, Ruling], bool] = lambda answers, ruling: False
    may_be_unknown: bool = True
    may_be_withheld: bool = False
    tense: str = "past"
    noted: str = ""
    called: str = ""

    @property
    def name(self) -> str:
        """What a sentence calls it: ``the value``."""
        return self.called or f"the {self.label.lower()}"


@dataclass(frozen=True, slots=True)
class Situation:
    """What a person can bring: its questions in order, the register columns, and its own words.

    ``headlines`` gives one sentence for a ruling, keyed by the rule's line or by outcome. ``columns`` maps typed
    register columns to answers. ``opening`` may put something first (a help line that answers at this minute).
    ``quotes`` says how many clauses to quote under a headline where one is not enough.
    ``assumes`` gives facts that other answers settle where they are not known themselves.
    ``told_by_thing`` are answers that the name of the thing tells already.
    """

    id: str
    audience: str
    kind: str
    title: str
    noun: str
    questions: tuple[Question, ...]
    headlines: Mapping[str, str]
    columns: Mapping[str, str]
    quotes: Mapping[str, int] = field(default_factory=dict)
    extra: tuple[str, ...] = ()
    told_by_thing: tuple[str, ...] = ("item", "form", "what", "token", "device", "giver_relation")
    opening: Callable[..., str] | None = None
    assumes: Callable[[Answers], Answers] = lambda answers: {}
    confirm: str = "Is this right? Say yes to file it, or tell me what to change."
    counts_in_series: bool = False
    receivers_acknowledge: bool = False
    urgent: bool = False

    def question(self, question_id: str) -> Question | None:
        """Give the question with this id, or None."""
        return next((q for q in self.questions if q.id == question_id), None)
