"""The order of what a text may mean, corrected by the shape of the sentence."""

from dataclasses import replace

from knowledge.understanding.classify import Scored
from knowledge.understanding.guards import is_about_rules, is_no_event, is_other_matter
from knowledge.understanding.lessons import MOVES, OUT_OF_SCOPE, POLICY_QUESTION

NO_SITUATION = {*MOVES, OUT_OF_SCOPE, POLICY_QUESTION}
_DEMOTED = 0.02


def guarded(said: str, ranked: tuple[Scored, ...]) -> tuple[Scored, ...]:
    """Give the order corrected by the shape of the sentence, which says what its words alone do not.

    What only sounds like the first label makes way for the others. A sentence that denies the event, or is about others
    or rules, is a question about it: the two change places.
    """
    first = ranked[0]
    if first.label in NO_SITUATION:
        return ranked
    if is_other_matter(first.label, said):
        return _without_first(ranked)
    if not (is_about_rules(said, first.label) or is_no_event(first.label, said)):
        return ranked
    other = next((scored for scored in ranked if scored.label == POLICY_QUESTION), None) or Scored(
        POLICY_QUESTION, 0.0, 0.0, ""
    )
    asked = replace(other, score=first.score, similarity=max(first.similarity, other.similarity))
    rest = [scored for scored in ranked[1:] if scored.label != POLICY_QUESTION]
    return (asked, *sorted((replace(first, score=other.score), *rest), key=lambda scored: -scored.score))


def _without_first(ranked: tuple[Scored, ...]) -> tuple[Scored, ...]:
    first, rest = ranked[0], ranked[1:]
    left = sum(scored.score for scored in rest) or 1.0
    moved = (replace(scored, score=scored.score / left * (1 - _DEMOTED)) for scored in rest)
    return (*moved, replace(first, score=_DEMOTED))
