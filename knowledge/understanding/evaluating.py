"""How well the engine does on labelled lines: the right label first and among three, wrong acts, clauses, facts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rapidfuzz import fuzz

from knowledge.understanding.engine import Engine
from knowledge.understanding.lessons import OUT_OF_SCOPE
from knowledge.understanding.report import classify_json

_BINS = 10
_ALIKE = 75


@dataclass(slots=True)
class Utterances:
    """What came of lines with a situation; ``confused`` counts the label wanted and the label given."""

    lines: int = 0
    first: int = 0
    among_three: int = 0
    acted: int = 0
    wrong: int = 0
    outside: int = 0
    outside_seen: int = 0
    facts: int = 0
    facts_found: int = 0
    facts_wrong: int = 0
    sure: list[tuple[float, bool]] = field(default_factory=list)
    confused: Counter[tuple[str, str]] = field(default_factory=Counter)


@dataclass(slots=True)
class Questions:
    """What came of lines with clauses (none: no clause answers)."""

    covered: int = 0
    first: int = 0
    among_three: int = 0
    missed: int = 0
    uncovered: int = 0
    declined: int = 0


def judge_utterance(engine: Engine, line: Mapping[str, Any], now: datetime, into: Utterances) -> None:
    """Add one line to the figures: ``text``, ``role``, ``situation``, and ``facts`` where they are to be found."""
    understood = engine.understand(line["text"], line["role"], now)
    labels, wanted = [candidate.situation for candidate in understood.candidates], line["situation"]
    right = labels[0] == wanted
    into.lines += 1
    into.first += right
    into.among_three += wanted in labels[:3]
    into.acted += understood.decision == "act"
    into.wrong += understood.decision == "act" and not right
    into.sure.append((understood.candidates[0].score, right))
    into.confused[wanted, labels[0]] += 1
    if wanted == OUT_OF_SCOPE:
        into.outside += 1
        into.outside_seen += right or understood.decision == "none"
    _judge_facts(line.get("facts") or {}, classify_json(understood)["facts"] if right else {}, into)


def judge_question(engine: Engine, line: Mapping[str, Any], now: datetime, into: Questions) -> None:
    """Add one line to the figures: ``text``, ``role``, and the ``clauses`` of which any answers."""
    found = [hit.clause.id for hit in engine.search(line["text"], line["role"], now.date())]
    wanted = line["clauses"]
    if not wanted:
        into.uncovered += 1
        into.declined += not found
        return
    into.covered += 1
    into.first += bool(found) and found[0] in wanted
    into.among_three += not set(wanted).isdisjoint(found[:3])
    into.missed += not found


def calibration_error(sure: Sequence[tuple[float, bool]]) -> float:
    """Give the expected gap between how sure and how right, over ten bins of equal width (Guo et al. 2017)."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for score, right in sure:
        bins.setdefault(min(int(score * _BINS), _BINS - 1), []).append((score, right))
    gaps = (abs(sum(s for s, _ in held) - sum(r for _, r in held)) for held in bins.values())
    return sum(gaps) / max(len(sure), 1)


def _judge_facts(wanted: Mapping[str, Any], found: Mapping[str, Any], into: Utterances) -> None:
    into.facts += len(wanted)
    for name, value in wanted.items():
        if found.get(name) is None:
            continue
        same = _same(found[name], value)
        into.facts_found += same
        into.facts_wrong += not same


def _same(found: Any, wanted: Any) -> bool:
    """Say whether a fact is the one wanted; of words, whether they hold the same ones."""
    if isinstance(wanted, bool) or isinstance(found, bool):
        return found is wanted
    try:
        return float(found) == float(wanted)
    except (TypeError, ValueError):
        one, other = str(found).casefold(), str(wanted).casefold()
    if one == other or other[:1].isdigit() and one.startswith(other):
        return True
    return "_" not in one + other and fuzz.token_set_ratio(one, other) >= _ALIKE
