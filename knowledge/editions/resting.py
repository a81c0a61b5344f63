"""Which rules lean on a clause."""

import functools
from collections import defaultdict
from collections.abc import Mapping

from knowledge.ruling import RULES


def rules_on(clause: str) -> tuple[tuple[str, str], ...]:
    """Give the rules that cite a clause, each as its situation and role."""
    return _rules().get(clause, ())


@functools.cache
def _rules() -> Mapping[str, tuple[tuple[str, str], ...]]:
    citing: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for where, rule in RULES.items():
        for line in rule.lines:
            for cite in line.cites:
                citing[cite.clause_id][where] = None
    return {clause: tuple(rules) for clause, rules in citing.items()}
