"""The person's own ties named in a text: my wife, my sister's husband, our neighbour."""

import re
from functools import cache

from knowledge.understanding.slots.lexicon import alternatives, table
from knowledge.understanding.slots.text import plain

FAMILY = frozenset(
    "spouse civil_partner partner parent parent_in_law son daughter step_son step_daughter partners_child child"
    " brother sister grandparent grandchild uncle aunt nephew niece cousin spouse_or_partner_of_relative family".split()
)


def find_relations(text: str) -> tuple[str, ...]:
    """The kinds of tie that the text claims with "my" or "our", in order, each once; words of relations.toml."""
    return tuple(dict.fromkeys(kind for kind, _, _ in relation_spans(text)))


def relation_spans(text: str) -> tuple[tuple[str, int, int], ...]:
    """Each own tie as (kind, start, end); "my client's daughter" is no tie, "my wife's firm" is one to the wife."""
    kinds = _kinds()
    found = []
    for match in _pattern().finditer(plain(text)):
        found.append((kinds[re.sub(r"\s+", " ", match["word"].lower())], match.start(), match.end()))
    return tuple(found)


def is_relation(phrase: str) -> bool:
    """Tell whether a phrase is one's own tie and nothing else: "my little boy"."""
    found = _pattern().fullmatch(plain(phrase).strip())
    return found is not None


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, words in table("relations")["relation"].items() for word in words}


_OWN_KIN = (
    r"(?:brother|sister|mum|mam|dad|nan|gran|grandad|wife|missus|hubby|husband|son|daughter|cousin|uncle|auntie"
    r"|aunt|nephew|niece|mate|pal|lad)"
)
# What is said of one's own without "my" too, at the head of a sentence: "hubby works for", "daughter-in-law does".
_BARE = (
    r"(?:hubby|missus|father in law|mother in law|granddad|best mate|best pal|civil partner|wife|husband|other half"
    r"|mum|mam|dad|nan|gran|grandad|brother"
    r"|sister|son|daughter"
    r"|cousin|uncle|auntie?"
    r"|nephew|niece|flat ?mate|house ?mate|lodger|partner|girlfriend|boyfriend|(?:mother|father|brother|sister|son"
    r"|daughter)"
    r"[- ]in[- ]law)(?:'s)?(?:\s+(?-i:[A-Z])\w+)?\s+(?:has|have|is|works?|just|been|got|runs?|owns?|does|do|drives?"
    r"|who|gets?"
    r"|also|started|wants|labours|sells|helps|sits|chairs?|bought|joined|of mine|manages|supplies|since|in the|in|hold)"
)


@cache
def _pattern() -> re.Pattern[str]:
    words = alternatives(tuple(sorted(_kinds(), key=len, reverse=True)))
    return re.compile(
        rf"(?:\b(?:my|our|me(?=\s+(?:\w+\s+)?{_OWN_KIN}\b)|the(?=\s+(?:wife|husband|missus|hubby|kids|mrs|lad|lass"
        rf"|other\s+half)\b))\s+"
        rf"|(?:^|(?<=[.!?;,]\s)|(?<=\band\s)|(?<=\bbut\s))(?={_BARE}\b))"
        rf"(?:(?:own|late|ex|ex-|younger|older|elder|little|big|best|old|eldest|youngest|twin|half|dear"
        rf"|lovely|teenage|elderly|good|close)\s+)*(?P<word>{words})(?![\w-])",
        re.I,
    )
