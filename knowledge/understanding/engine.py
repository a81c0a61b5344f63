"""The one door to understanding: what a person means, and which clauses answer."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache
from itertools import chain, product
from pathlib import Path

import numpy as np

from knowledge.clauses import Library
from knowledge.errors import Sayable
from knowledge.understanding.classify import Classifier, Scored, outside_score
from knowledge.understanding.compact import Compact, compact_of
from knowledge.understanding.encoder.model import open_encoder
from knowledge.understanding.extending import over as extended
from knowledge.understanding.features import Counted
from knowledge.understanding.foreign import is_foreign
from knowledge.understanding.guarding import NO_SITUATION, guarded
from knowledge.understanding.guards import (
    asks,
    has_evidence,
    is_about_rules,
    is_evident,
    is_no_event,
    is_only_a_name,
    is_other_matter,
)
from knowledge.understanding.kept import NOTHING_KEPT, Kept
from knowledge.understanding.lessons import (
    OUT_OF_SCOPE,
    POLICY_QUESTION,
    Phrasing,
    situation_clauses,
)
from knowledge.understanding.reading import Reading
from knowledge.understanding.search import ClauseIndex, Hit, with_words
from knowledge.understanding.slots import Mentions, extract, facts_for, warm
from knowledge.understanding.slots.facts import FACTS
from knowledge.understanding.speller import Speller
from knowledge.understanding.teaching import Phrase
from knowledge.understanding.whole import Lessons, fit, lessons_of
from knowledge.understanding.words import clean, words
from knowledge.words import ROLES

__all__ = ["Candidate", "Engine", "Hit", "Understanding", "load_engine"]

_OFFERED = 3
_READ_AT = datetime(2026, 1, 5, 12)
_TOLD = (
    "yesterday at half past two, from Mrs Jones of Acme Construction Ltd",
    "worth about £20 each for two of us, last Tuesday on the train",
    "by a rep who is bidding for work, on 3 May at 9.30pm, not £30 but £40",
    "and I said no, two weeks ago, the police reference is 123, it was locked",
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A label that a text may bear: its score (0 to 1) and the phrasing nearest to the text."""

    situation: str
    score: float
    phrase: str


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """What a search of the same text need not work out again.

    ``mended``: the text without its slips. ``outside``: how likely it means nothing of this bot's (0 to 1).
    ``counted``: its features. ``meant``: the encoder's vector of it, where there is an encoder.
    """

    mended: str
    outside: float
    counted: Counted
    meant: np.ndarray | None


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a text means. ``decision``: ``act`` (clear), ``ask`` (offer ``choices``) or ``none``.

    ``asks``: the text asks something and tells of nothing that happened. ``foreign``: it is plainly not in English,
    and then nothing is read into it. ``heard``: what a search of the same text takes over.
    """

    text: str
    decision: str
    candidates: tuple[Candidate, ...]
    facts: dict[str, object]
    mentions: Mentions
    asks: bool
    foreign: bool = False
    choices: tuple[Candidate, ...] = field(default=())
    heard: Heard | None = field(default=None, repr=False, compare=False)

    @property
    def top(self) -> Candidate | None:
        """The likeliest candidate."""
        return self.candidates[0] if self.candidates else None


@dataclass(frozen=True, slots=True, eq=False)
class Engine:
    """Classifier, speller, slots and search over one library. Fitted once, then read only: threads may share it.

    ``notice`` says why it runs on words alone and what to do about it; empty where it has its encoder. ``learnt`` is
    what HR taught and it was fitted to.
    """

    classifier: Classifier
    speller: Speller
    clauses: ClauseIndex
    encoder: Compact | None = None
    notice: str = ""
    learnt: frozenset[Phrase] = frozenset()

    @property
    def tier(self) -> str:
        """``full`` with the encoder, ``words only`` without."""
        return "full" if self.encoder else "words only"

    def over(self, library: Library, phrases: tuple[Phrase, ...] = ()) -> "Engine":
        """Give the engine over the clauses of a library that differs here and there, such as that of another day.

        ``phrases`` are what HR taught since it was fitted.
        """
        return _over(self, library, phrases)

    def understand(self, text: str, audience: str, now: datetime, pending: str | None = None) -> Understanding:
        """Tell what a text means, with the facts it states.

        ``now`` is the person's clock. ``audience`` does not narrow what is recognised: a councillor's gift is a gift.
        ``pending`` is the situation in hand, whose facts are read when the text brings no situation of its own. Any
        text is understood as something: nothing is raised.
        """
        said = clean(text)
        mentions = extract(said, now)
        mended = self.speller.mend(said)
        reading = self._reading()
        first = reading.rank(mended)
        ranked, both = self._ranked(mended, first, reading)
        candidates = tuple(Candidate(scored.label, scored.score, scored.phrase) for scored in ranked)
        foreign = is_foreign(said) and ranked[0].similarity < 1
        decision = "none" if foreign or not words(said) and ranked[0].score < 1 else self._decide(mended, ranked, both)
        choices = self._choices(candidates) if decision == "ask" else ()
        if decision == "ask" and not choices:
            decision = "none"
        about = candidates[0].situation if candidates[0].situation not in NO_SITUATION else pending
        facts = facts_for(about, audience, said, mentions, now) if about and not foreign else {}
        heard = self._heard(mended, outside_score(first), reading)
        return Understanding(said, decision, candidates, facts, mentions, asks(said), foreign, choices, heard)

    def search(
        self,
        text: str,
        audience: str,
        on: date,
        situation: str | None = None,
        limit: int = 5,
        understood: Understanding | None = None,
    ) -> tuple[Hit, ...]:
        """Give the clauses for an audience in force on a day that answer a text, best first; none when nothing fits.

        A clause that the text names comes first. ``situation``: the case in hand, whose clauses are raised a little.
        ``understood``: what ``understand`` made of the same text, which spares working it out again.
        """
        said = clean(text)
        raised = situation_clauses().get(situation or "", ())
        heard = understood.heard if understood is not None and understood.text == said else None
        if heard is None:
            mended, reading = self.speller.mend(said), self._reading()
            heard = self._heard(mended, outside_score(reading.rank(mended)), reading)
        return self.clauses.search(heard.mended, audience, on, raised, limit, heard.outside, heard.meant, heard.counted)

    def _heard(self, mended: str, outside: float, reading: Reading) -> Heard:
        return Heard(mended, outside, reading.counted(mended), reading.meant(mended))

    def _reading(self) -> Reading:
        return Reading(self.classifier, self.encoder.encode if self.encoder else None)

    def _ranked(self, mended: str, first: tuple[Scored, ...], reading: Reading) -> tuple[tuple[Scored, ...], bool]:
        """Order the labels, and tell whether two situations are told of: both then come first, neither acted on."""
        ranked = guarded(mended, first)
        if ranked[0].label == POLICY_QUESTION:
            return self._doubted(mended, ranked), False
        told = () if ranked[0].label in NO_SITUATION else reading.told(mended)
        if len(told) < 2:
            return ranked, False
        clear = {ranked[0].label: ranked[0]}
        for part in told:
            inner = guarded(part, reading.rank(part))
            if inner[0].label not in NO_SITUATION and self._tells_of_it(part, inner[0]):
                clear.setdefault(inner[0].label, inner[0])
        if len(clear) < 2:
            return ranked, False
        even = [replace(scored, score=ranked[0].score / len(clear)) for scored in clear.values()]
        rest = [scored for scored in ranked if scored.label not in clear and scored.score <= even[0].score]
        return (*even, *rest), True

    def _tells_of_it(self, part: str, first: Scored) -> bool:
        held = self.classifier.vectoriser.concepts.of(words(part))
        return first.score >= self.classifier.settings["part_score"] and has_evidence(first.label, held)

    def _doubted(self, mended: str, ranked: tuple[Scored, ...]) -> tuple[Scored, ...]:
        """Offer both where a text that asks nothing speaks of an offer or a loss and is not surely a question."""
        first = ranked[0]
        if first.score >= self.classifier.settings["sure_score"] or asks(mended) or is_about_rules(mended):
            return ranked
        held = self.classifier.vectoriser.concepts.of(words(mended))
        told = [one for one in ranked if one.label not in NO_SITUATION and has_evidence(one.label, held)]
        told = [one for one in told if not (is_no_event(one.label, mended) or is_other_matter(one.label, mended))]
        if not told:
            return ranked
        half = first.score / 2
        shared = (replace(first, score=half), replace(told[0], score=max(half, told[0].score)))
        rest = (one for one in ranked[1:] if one is not told[0])
        return tuple(sorted((*shared, *rest), key=lambda one: -one.score))

    def _decide(self, mended: str, ranked: tuple[Scored, ...], both: bool) -> str:
        if both:
            return "ask"
        if is_only_a_name(mended) and ranked[0].similarity < 1:
            return "none"
        settings = self.classifier.settings
        first, second = ranked[0], ranked[1]
        if first.label == OUT_OF_SCOPE:
            return "none" if second.score < settings["inside_score"] or first.score >= settings["out_score"] else "ask"
        needed = settings[self._threshold(first.label, mended)]
        case_near = first.label == POLICY_QUESTION and second.label not in NO_SITUATION
        margin = settings["case_margin" if case_near else "act_margin"]
        clear = first.score >= needed and first.score - second.score >= margin
        shown = has_evidence(first.label, self.classifier.vectoriser.concepts.of(words(mended)))
        return "act" if clear and shown and first.similarity >= settings["act_similarity"] else "ask"

    def _threshold(self, label: str, mended: str) -> str:
        if label in NO_SITUATION:
            return "act_score"
        return "evident_score" if is_evident(label, mended) else "situation_score"

    def _choices(self, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        least = self.classifier.settings["ask_score"]
        likely = (c for c in candidates if c.score >= least and c.situation != OUT_OF_SCOPE)
        return tuple(likely)[:_OFFERED]


@lru_cache(maxsize=3)
def _over(engine: Engine, library: Library, phrases: tuple[Phrase, ...]) -> Engine:
    if not phrases and set(engine.clauses.clauses) == set(with_words(library.clauses)):
        return engine
    encode = engine.encoder.encode if engine.encoder else None
    asked = tuple((phrase.clause, phrase.text) for phrase in phrases if phrase.clause and phrase not in engine.learnt)
    clauses = extended(engine.clauses, library, encode, asked)
    lessons = [Phrasing(phrase.situation or POLICY_QUESTION, phrase.text) for phrase in phrases]
    texts = (*(clause.text for clause in clauses.clauses), *(phrase.text for phrase in phrases))
    return replace(
        engine,
        classifier=engine.classifier.teach(lessons, encode) if lessons else engine.classifier,
        clauses=clauses,
        speller=engine.speller.knowing({word for text in texts for word in words(text)}),
    )


@lru_cache(maxsize=4)
def load_engine(library: Library, model: Path | None = None) -> Engine:
    """Give the engine over the phrasings and stored questions that come with the product, and a library's clauses.

    ``model`` is the folder with the encoder and what was fitted before (DESIGN section 3); without it, or where the
    encoder cannot be used, the engine runs on words alone and its ``notice`` says so.
    """
    warm()
    kept, lessons = Kept(model) if model else NOTHING_KEPT, lessons_of(library)
    encoder, notice = _encoder(model, kept, lessons)
    engine = Engine(*fit(kept, encoder, lessons), encoder, notice)
    _read_once(engine)
    return engine


def refit(loaded: Engine, library: Library, phrases: tuple[Phrase, ...], kept: Kept) -> Engine:
    """Give the engine fitted to what HR taught as well, over the clauses of a library: read back from ``kept``, or
    fitted and kept there."""
    parts = fit(kept, loaded.encoder, lessons_of(library, phrases))
    engine = Engine(*parts, loaded.encoder, loaded.notice, frozenset(phrases))
    _warm_up(engine)
    return engine


def _encoder(model: Path | None, kept: Kept, lessons: Lessons) -> tuple[Compact | None, str]:
    if model is None:
        return None, "No folder for the encoder is named."
    try:
        return compact_of(kept, open_encoder(model), list(chain.from_iterable(lessons.texts().values()))), ""
    except Sayable as fault:
        return None, str(fault)


def _read_once(engine: Engine) -> None:
    """Read a few sentences as if they were of every situation, so that no table is built in anybody's turn."""
    for told in _TOLD:
        mentions = extract(told, _READ_AT)
        for situation, role in product(FACTS, ROLES):
            facts_for(situation, role, told, mentions, _READ_AT)
    _warm_up(engine)


def _warm_up(engine: Engine) -> None:
    for text in (*_TOLD, "yes", "not sure", "what counts as a relative?"):
        engine.understand(text, "employee", _READ_AT)
        engine.search(text, "employee", _READ_AT.date())
