"""What a rule is: a value that lists its facts and, in the order of reading, its lines."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from knowledge.facts import SCHOOL_FACTS, Fact
from knowledge.words import EMPLOYEE, Duty, Outcome


def always(_facts) -> bool:
    """The condition of a line that holds whatever the facts are."""
    return True


@dataclass(frozen=True, slots=True)
class Cite:
    """A clause, a run of its words, and ``because``: from what was said to one plain sentence.

    What was said are the facts (None where unknown) and figures by name, ``situation``, ``outcome``, ``unsure`` (facts
    that could change the ruling are unknown), ``cited`` (keys of the lines that are shown), and as this person calls
    them ``manager``, ``senior_manager``, ``council`` and ``councillor``.
    ``when`` leaves the cite out where facts that are known make it beside the point. The quotation is the whole
    sentences or items around the words, or where ``exact`` these words alone.
    """

    clause_id: str
    words: str
    because: Callable[..., str]
    when: Callable[..., bool] = always
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a rule. ``when`` reads facts and figures by name, each of them known.

    ``gives`` is the outcome where it is the first line that holds; None adds duties and findings only. An ``otherwise``
    line holds only where no line above it gives an outcome. ``under`` restricts a line without outcome to rulings with
    one of these outcomes.
    """

    key: str
    when: Callable[..., bool]
    gives: Outcome | None
    cites: tuple[Cite, ...]
    duties: tuple[Duty, ...] = ()
    otherwise: bool = False
    under: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """The rule of one situation for one role. ``figures`` are the names of the dated values that its lines read.

    ``receivers`` are the role words that get the matter, by the outcome or the duty that brings it to them, besides a
    manager who must be told; ``approver`` is the one asked under ``approval``.
    """

    situation: str
    role: str
    own_facts: tuple[Fact, ...]
    lines: tuple[Line, ...]
    figures: tuple[str, ...] = ()
    approver: str | None = None
    receivers: Mapping[Outcome | Duty, tuple[str, ...]] = field(default_factory=dict)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts in the order of SITUATIONS, and for employees those of the school lens (Code, Principles)."""
        return self.own_facts + SCHOOL_FACTS if self.role == EMPLOYEE else self.own_facts
