"""Whether something falls under a term that a policy defines, as it is said: the ruling, the reason, every clause."""

from collections.abc import Sequence

from dialogs.desk import Turn
from dialogs.replies import Citation
from dialogs.wording import capital, quoted
from knowledge.clauses import Library
from knowledge.definitions import Defined, define
from knowledge.definitions.verdicts import Verdict


def asks_what_counts(turn: Turn, text: str) -> bool:
    """Say whether the words ask if something falls under a defined term, and the answer is known."""
    return define(text, turn.person.audience, turn.desk.library, turn.today) is not None


def in_words(defined: Defined, library: Library, whom: str) -> tuple[str, tuple[Citation, ...]]:
    """Give the text of an answer and its citations; ``whom`` names who to ask where the policy leaves it open."""
    lines, citations = [], []
    for position, quote in enumerate(defined.quotes, 1):
        line, citation = quoted(quote.words, quote.clause, position)
        lines.append(f"{capital(quote.about)}: {line}" if quote.about else line)
        citations.append(citation)
    says = f"The {library.title(defined.quotes[0].clause.policy)} says:"
    return "\n\n".join([*_rulings(defined.verdicts, whom), says, *lines]), tuple(citations)


def _rulings(verdicts: Sequence[Verdict], whom: str) -> list[str]:
    """Each verdict in a paragraph; a reason that several share is given once, with the last of them."""
    said = []
    for verdict, following in zip(verdicts, [*verdicts[1:], None], strict=True):
        shared = following is not None and following.because == verdict.because
        because = "" if shared else verdict.because
        said.append(f"**{verdict.says}** {because}".strip().replace("{whom}", whom))
    return said
