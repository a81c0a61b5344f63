"""The unit of extension: a situation is one value, a question is one value. Question ids are fact names."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dialogs.manners import MANNERS, Manner
from dialogs.timing import Timing
from knowledge.clauses import Library
from knowledge.ruling import Ruling

Answers = Mapping[str, Any]
NOT_KNOWN = "not known"
NOT_GIVEN = "not given"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice: its value, its button, other words that mean it, and how a card names it."""

    value: str
    title: str
    words: tuple[str, ...] = ()
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground on which the text lets a decider refuse: its key, its name, and the words that tell it.

    The name is read by whoever decides and by whoever asked, so it says neither you nor they.
    """

    value: str
    title: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, how it is read, what it is called in the summary, and why it is asked.

    ``asks`` and ``why`` may hold ``{thing}``, ``{giver}`` and ``{manager}``. ``clause`` is the clause it serves.
    ``noted`` is the word before the answer where a sentence repeats it (``from ``, ``on ``).
    ``called`` is how a sentence names it where the label would not do.
    ``told_first``: a sentence tells the answer better than the words of the options ("my sister's husband").
    ``is_name``: a name is asked for, and what follows it ("Tarmac, he drives for them") is none of it.
    ``rough_time``: it is asked since when, in the person's own words.
    ``takes_all``: whatever is told is its answer, also what would be a matter of its own.
    ``needed`` says whether the register requires it, given the answers and the ruling so far.
    ``asks_after`` is how it is asked where the person told that it has happened already.
    ``doubt`` is the fact that not being sure of the answer comes to, where the rule has it.
    ``inferred`` gives the answer that other facts of the same words come to, None where they come to none.
    ``ahead``: the day must not have gone by. ``fits`` says why an answer cannot stand beside the others, if it cannot.
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
    ahead: bool = False
    fits: Callable[[Any, Answers], str] = lambda value, answers: ""
    noted: str = ""
    called: str = ""
    told_first: bool = False
    is_name: bool = False
    rough_time: bool = False
    takes_all: bool = False
    doubt: str = ""
    asks_after: str = ""
    inferred: Callable[[Answers], Any] = lambda told: None

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
    ``told_by_thing`` are answers that the name of the thing tells already, ``told_by_title`` those that the decider's
    card tells in its title or its words. ``offered`` are the words by which it is offered, the first as a button.
    ``told_with`` are answers that hang on another one: what the words told for them replaces what was known.
    ``in_order``: questions come in their order, whether the ruling or the register needs them. ``sure`` are lines whose
    sentence holds while other questions are open. ``read_as`` gives facts that answers come to, in place of those
    answers. ``naming`` gives the words that sentences put in, ``thing`` among them; it is told whether its owner reads.
    ``hops`` says by outcome what is wanted of each receiver, one after the other; else all acknowledge at once.
    ``for_decider`` gives what the card of whoever is asked says of the policy and what is unusual, from the answers,
    the saved ruling and what is wanted.
    ``reminds`` gives the days on which its owner is reminded in the words of ``reminder``, from the answers and the day
    on which what was wanted was done (None: it is not done yet). ``timing`` gives the dates of the rest.
    ``acknowledged`` are the sentences that tell its owner that it was acknowledged, with words and without, where
    ``word_with_it`` is the label under which whoever acknowledges it may add some.
    ``may_turn_up``: what is reported is missing, and may be found again.
    ``sensitive``: only its owner and the named receiver see what it says; no list, audit row, notice or preview does.
    ``adds`` gives sentences that further lines of the rule add to a headline. ``ready`` gives a short text to copy,
    from the answers, the lines that hold and the clauses: what it is for, then the text alone; nothing where there is
    none.
    ``leaves_open`` gives the answers that the first sentence leaves open after all where somebody who manages people
    says it. ``own_words`` is the answer that the first sentence gives as it stands, where it tells what happened.
    ``holds`` are other situations which, told while this one is filled in, are the content of its answer ``holds_in``;
    ``holding`` are the answers that follow from there being any.
    ``grounds`` are those on which a refusal may rest where it needs one, ``ground_clause`` the clause that says so.
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
    adds: Mapping[str, str] = field(default_factory=dict)
    ready: Callable[[Answers, Collection[str], Library], tuple[str, ...]] = lambda answers, lines, library: ()
    extra: tuple[str, ...] = ()
    told_by_thing: tuple[str, ...] = ("item", "form", "what", "token", "device", "giver_relation")
    told_by_title: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    told_with: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    in_order: bool = False
    holds: tuple[str, ...] = ()
    holds_in: str = ""
    holding: Answers = field(default_factory=dict)
    sure: tuple[str, ...] = ()
    manner: Manner | None = None
    register: str = "the register"
    naming: Callable[[Answers, bool], Mapping[str, str]] | None = None
    read_as: Callable[[Answers], Answers] = lambda answers: {}
    hops: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    for_decider: Callable[[Answers, Mapping[str, Any], str], tuple[str, ...]] = lambda answers, ruling, wants: ()
    grounds: tuple[Ground, ...] = ()
    ground_clause: str = ""
    own_words: str = ""
    leaves_open: Callable[[Answers], tuple[str, ...]] = lambda answers: ()
    opening: Callable[..., str] | None = None
    reminds: Callable[[Answers, date | None], tuple[date, ...]] = lambda answers, done_on: ()
    reminder: str = ""
    timing: Timing = Timing()
    acknowledged: tuple[str, str] = ()
    word_with_it: str = ""
    assumes: Callable[[Answers], Answers] = lambda answers: {}
    confirm: str = "Is this right? Say yes to file it, or tell me what to change."
    counts_in_series: bool = False
    urgent: bool = False
    may_turn_up: bool = False
    sensitive: bool = False

    def chain(self, outcome: str) -> tuple[str, ...]:
        """Give what is wanted of each receiver in turn; under ``advice`` the manager answers. Empty: all at once."""
        return self.hops.get(outcome, ("advise",) if outcome == "advice" else ())

    @property
    def says(self) -> Manner:
        """How shared sentences are said about it."""
        return self.manner or MANNERS[self.kind]

    def question(self, question_id: str) -> Question | None:
        """Give the question with this id, or None."""
        return next((q for q in self.questions if q.id == question_id), None)
