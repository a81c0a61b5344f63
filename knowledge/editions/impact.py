"""What an edition would change if it were published: the golden set, and what is written beside its clauses."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge import decided
from knowledge.editions.edits import Edition
from knowledge.following import held_of
from knowledge.golden.checking import Checked, check_all, check_near, texts_near
from knowledge.understanding.engine import Engine
from knowledge.understanding.teaching import Phrase


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A line of the golden set that comes to something else with an edition. ``fails``: it was right before."""

    before: Checked
    after: Checked

    @property
    def fails(self) -> bool:
        """Whether it comes out wrong with the edition, and right without."""
        return self.before.right and not self.after.right


def supposed_with(edition: Edition) -> decided.Held:
    """Give what would be known with an edition published last, for ``decided.supposing``."""
    held = decided.held()
    others = tuple(each for each in held.editions if each.number != edition.number)
    return _with(held, editions=(*others, edition))


def supposed_with_phrase(phrase: Phrase) -> decided.Held:
    """Give what would be known with a phrasing taught last."""
    held = decided.held()
    return _with(held, phrases=(*held.phrases, phrase))


def supposed_without(number: int, on: date) -> decided.Held:
    """Give what would be known with an edition rolled back from a day on."""
    held = decided.held()
    editions = (_until(each, on) if each.number == number else each for each in held.editions)
    return _with(held, editions=tuple(editions))


def _with(
    held: decided.Held, editions: tuple[Edition, ...] | None = None, phrases: tuple[Phrase, ...] | None = None
) -> decided.Held:
    """What is known, with other editions or phrasings."""
    editions = held.editions if editions is None else editions
    phrases = held.phrases if phrases is None else phrases
    return held_of(held.source, held.decisions, editions, phrases, held.mark, held.confirmations, held.began)


def _until(edition: Edition, on: date) -> Edition:
    return replace(edition, until=on)


def goes_elsewhere(engine: Engine, supposed: decided.Held, on: date) -> tuple[Elsewhere, ...]:
    """Give the lines of the golden set that come to something else on a day under what is supposed."""
    before = check_all(engine, on)
    with decided.supposing(supposed):
        after = check_all(engine, on)
    return _differing(before, after)


def goes_elsewhere_between(engine: Engine, other: Engine, on: date) -> tuple[Elsewhere, ...]:
    """Give the lines of the golden set that come to something else on a day with another engine."""
    return _differing(check_all(engine, on), check_all(other, on))


def goes_elsewhere_with(engine: Engine, phrase: Phrase, on: date) -> tuple[Elsewhere, ...]:
    """Give the golden questions and utterances that come to something else on a day with a phrasing taught."""
    near = texts_near(engine, phrase.text)
    before = check_near(engine, on, near)
    with decided.supposing(supposed_with_phrase(phrase)):
        after = check_near(engine, on, near)
    return _differing(before, after)


def _differing(before: Sequence[Checked], after: Sequence[Checked]) -> tuple[Elsewhere, ...]:
    pairs = (Elsewhere(one, other) for one, other in zip(before, after, strict=True))
    return tuple(pair for pair in pairs if pair.before.got != pair.after.got)
