"""What is said where a ruling meets something unclear in the policy: the passages, and what HR decided or has not."""

from collections.abc import Collection
from dataclasses import replace

from dialogs.desk import Turn
from dialogs.replies import Citation
from dialogs.situation import Situation
from dialogs.steps import Step
from dialogs.wording import place, quoted, said
from knowledge.clauses import Library
from knowledge.editions.overlay import as_it_was
from knowledge.editions.rewording import passage_now
from knowledge.ledger.entries import Passage
from knowledge.ledger.landing import Landed
from knowledge.ledger.telling import decided_sentence, verdict
from knowledge.ruling import Ruling
from storage.tables import Draft, Record

_ENOUGH = 2


def unclear_news(
    turn: Turn, draft: Draft, situation: Situation, step: Step, told: str | None, cited: tuple[Citation, ...]
) -> tuple[tuple[str, ...], tuple[Citation, ...], list[str]]:
    """Say once in a draft what the ruling meets, beside the sentence that states it (``told``).

    Gives the paragraphs, the citations that follow those of ``cited``, and the entries said so far. Something urgent
    waits until nothing is left to ask, and so does what is met before the ruling can be stated.
    """
    before = list(draft.meta.get("unclear", ()))
    if step.question and (told is None or situation.urgent):
        return (), (), before
    paragraphs, citations = [], list(cited)
    fresh = [landed for landed in step.ruling.ledger if landed.entry.id not in before]
    for landed in fresh:
        text, more = tell_unclear(turn.desk.library, landed, citations)
        paragraphs.append(text)
        citations += more
    return tuple(paragraphs), tuple(citations[len(cited) :]), before + [landed.entry.id for landed in fresh]


def tell_unclear(library: Library, landed: Landed, cited: Collection[Citation]) -> tuple[str, tuple[Citation, ...]]:
    """Say what is unclear with its passages, and how it stands; what was quoted just before is not said twice.

    What HR has decided needs no passages: the ruling follows it.
    """
    shown = "\n".join(citation.quote for citation in cited)
    passages = [each for each in landed.passages if " ".join(each.words.split()) not in shown]
    quoted_already = len(landed.passages) - len(passages)
    stands = said_of(landed)
    if landed.entry.is_contradiction and (not passages or quoted_already >= _ENOUGH) and not landed.decision:
        return stands, ()
    if landed.decision or not passages:
        return f"{landed.entry.says} {stands}", ()
    texts, citations = [], []
    for passage in passages:
        text, citation = quoted(_words(library, passage), library.get(passage.clause), len(cited) + len(texts) + 1)
        texts.append(text)
        citations.append(citation)
    return f"{landed.entry.says} {', and '.join(texts)}. {stands}", tuple(citations)


def said_of(landed: Landed) -> str:
    """Say how it stands, with HR's words as data."""
    if landed.decision is None:
        return verdict(landed)
    return decided_sentence(replace(landed.decision, words=said(landed.decision.words)))


def unclear_in_full(turn: Turn, ruling: Ruling, shown: str) -> tuple[str, ...]:
    """Give what a ruling meets for the part of a card that opens: passages not yet ``shown``, and how it stands."""
    library, pieces, shown = turn.desk.library, [], " ".join(shown.replace("• ", "").split())
    for landed in ruling.ledger:
        quotes = {each: " ".join(_words(library, each).split()) for each in landed.passages}
        pieces += [
            f"“{words}” ({place(library.get(each.clause))})" for each, words in quotes.items() if words not in shown
        ]
        pieces.append(f"{landed.entry.says} {said_of(landed)}")
    return tuple(pieces)


def kept_unclear(turn: Turn, record: Record) -> tuple[str, ...]:
    """Give what the ruling of a record met, as it stood when it was filed."""
    library, pieces = turn.desk.library, []
    shown = {finding["quote"] for finding in record.ruling["findings"]}
    for met in record.ruling.get("ledger", ()):
        fresh = [p for p in met["passages"] if p["quote"] not in shown]
        pieces += [
            f"“{' '.join(p['quote'].split())}” ({place(as_it_was(library, p['clause'], p['version']))})." for p in fresh
        ]
        pieces.append(said(met["told"]))
    return tuple(pieces)


def decided_for(record: Record) -> list[str]:
    """Give for whoever decides or acknowledges a record what HR decided about the passages it rests on."""
    met = (each for each in record.ruling.get("ledger", ()) if each["decided"])
    return [said(each["told"].removeprefix(each["says"]).strip()) for each in met]


def _words(library: Library, passage: Passage) -> str:
    return passage_now(library, passage.clause, passage.words)
