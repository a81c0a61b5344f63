"""Whether something falls under a term that a policy defines, as it is said: the ruling, the reason, every clause."""

from collections.abc import Sequence

from dialogs.desk import Turn
from dialogs.replies import Citation
from dialogs.wording import capital, quoted, says
from knowledge.clauses import Library
from knowledge.definitions import Defined, define
from knowledge.definitions.verdicts import Verdict
from knowledge.understanding.engine import Candidate
from knowledge.words import AUDIENCES


def asks_what_counts(turn: Turn, text: str) -> bool:
    """Say whether the words ask if something falls under a defined term, and the answer is known.

    Where they tell of an incident that the engine knows, it is reported: that comes before what an incident is.
    """
    defined = _defined(turn, text)
    understood = turn.incoming.understanding
    reported = understood is not None and understood.decision == "act" and bool(_matters(turn))
    return defined is not None and not (defined.term == "incident" and defined.told and reported)


def told_with(turn: Turn, text: str) -> tuple[Candidate, ...]:
    """Give the matters that may be meant by what the words tell before they ask what counts as what."""
    defined = _defined(turn, text)
    return _matters(turn) if defined and defined.told else ()


def _defined(turn: Turn, text: str) -> Defined | None:
    return define(text, turn.person.audience, turn.desk.library, turn.today)


def _matters(turn: Turn) -> tuple[Candidate, ...]:
    understood = turn.incoming.understanding
    if understood is None or understood.decision == "none":
        return ()
    likely = understood.candidates[:1] if understood.decision == "act" else understood.choices
    return tuple(c for c in likely if c.situation != "policy_question" and c.situation in AUDIENCES)


def in_words(defined: Defined, library: Library, whom: str) -> tuple[str, tuple[Citation, ...]]:
    """Give the text of an answer and its citations; ``whom`` names who to ask where the policy leaves it open."""
    lines, citations = [], []
    for position, quote in enumerate(defined.quotes, 1):
        line, citation = quoted(quote.words, quote.clause, position)
        lines.append(f"{capital(quote.about)}: {line}" if quote.about else line)
        citations.append(citation)
    source = says(library, defined.quotes[0].clause.id)
    return "\n\n".join([*_rulings(defined.verdicts, whom), source, *lines]), tuple(citations)


def _rulings(verdicts: Sequence[Verdict], whom: str) -> list[str]:
    """Each verdict in a paragraph; a reason that several share is given once, with the last of them."""
    said = []
    for verdict, following in zip(verdicts, [*verdicts[1:], None], strict=True):
        shared = following is not None and following.because == verdict.because
        because = "" if shared else verdict.because
        said.append(f"**{verdict.says}** {because}".strip().replace("{whom}", whom))
    return said
