"""What kind of sentence a text is: denied, about somebody else, a question."""

import re

from knowledge.understanding.slots.text import plain

_EVENT = (
    r"(?:offered|given|sent|invited|received|lost|stolen|nicked|accepted|taken|got|had|broken|clicked"
    r"|opened|happened|left|won"
    r"|asked|been|lose|accept|take|receive|get|open|click|declared|leave|give|break|steal)"
)
_DENIED = re.compile(
    rf"\b(?:(?:not|never|no\s+one|nobody|nothing|neither)|\w+n't|(?:did|was|were|have|has|is"
    rf"|are)nt)\b(?:\s+(?:actually|ever|even|yet|been|really|personally|anything|being))*\s+{_EVENT}\b",
    re.I,
)
_CLAIMED = re.compile(
    r"(?<!or\s)(?<!nor\s)(?<!been\s)(?<!not\s)(?<!n't\s)\b(?:lost|offered|given|gave|nicked|stolen"
    r"|left|sent|invited|dropped|received|took|got\s+a|brought|turned|refused|declined|clicked"
    r"|said)\b",
    re.I,
)
_SOMEBODY = (
    r"(?:(?:my|our|a|an|another|one\s+of\s+(?:my|our|the)|the|this"
    r"|some)\s+(?:\w+\s+){0,2}?(?:colleagues?|co-?workers?|workmates?|managers?"
    r"|line\s+manager|boss|supervisor|team\s+(?:members?|leader)|staff(?:\s+members?)?"
    r"|member\s+of\s+(?:my\s+|our\s+)?(?:staff|team)|deputy|employees?"
    r"|mate\s+at\s+work|friend\s+at\s+work|apprentice|assistant|officers?|head\s?teacher|councillor|team)"
    r"|(?:someone|somebody|a\s+person|a\s+guy|a\s+woman|a\s+lady|one)\s+(?:in|on|from|at)\s+(?:my|our"
    r"|the|another)\s+(?:team|office|department|work|section|service|school))"
)
_THIRD = re.compile(
    rf"\b{_SOMEBODY}(?:\s+(?:of\s+mine|here|at\s+work|in\s+\w+|just|recently|also|keeps"
    rf"|who\s+\w+))*\s+(?:(?:was|were|has|have|had|'s|is|got|gets|is\s+being|has\s+been|have\s+been"
    rf"|keeps|being|been|just)\s+)*"
    r"(?:offered|given|lost|left|accepted|took|taken|received|invited|sent|had|got|been|taking"
    r"|accepting|getting|dropped|opened|clicked|misplaced|nicked|broke|kept|won|going|letting|stole"
    r"|stolen|asked)"
    r"(?!\s+(?:me|us)\b)\b",
    re.I,
)
_OWNED = re.compile(
    r"\b(?:my|a)\s+(?:colleague|manager|co-?worker|boss|supervisor"
    r"|team\s+leader)'s\s+(?:\w+\s+)?(?:ipad|laptop|phone|tablet|badge|id)",
    re.I,
)
_FOR_FRIEND = re.compile(r"\basking\s+for\s+(?:a\s+(?:friend|colleague)|someone|somebody)\b", re.I)
_ASKS = re.compile(
    r"\b(?:can|could|may|should|must|do|does|is|are|am|would|will)\s+(?:i|we|it|they|this|that|he|she"
    r"|you|there|my|a|an|the|members?|councillors?|employees?|staff)\b"
    r"|\b(?:am\s+i|are\s+we)\s+allowed\b|^\s*(?:what|how|when|where|who|why|which|whose|whether"
    r"|any\s+idea)\b|\b(?:is\s+it|it's)\s+(?:ok|okay|alright|all\s+right|fine)\s+(?:to|if)\b"
    r"|\b(?:wondering|wonder|not\s+sure|unsure|asking|want\s+to\s+know|need\s+to\s+know)\s+(?:if"
    r"|whether|what|how|who)\b|\b(?:allowed\s+to)\b|\bwhat\s+(?:do|should|if|happens)\b",
    re.I,
)


def is_negated(text: str) -> bool:
    """True where the text denies its event ("I haven't been offered anything") and claims no other."""
    text = plain(text)
    denied = _DENIED.search(text)
    if not denied:
        return False
    return not _CLAIMED.search(text[: denied.start()] + " . " + text[denied.end() :])


def is_third_person(text: str) -> bool:
    """True where it happened to somebody else at work; an offer to the family is one to the person."""
    text = plain(text)
    return bool(_THIRD.search(text) or _OWNED.search(text) or _FOR_FRIEND.search(text))


def is_question(text: str) -> bool:
    """True where the text asks, with or without a question mark."""
    text = plain(text)
    return "?" in text or bool(_ASKS.search(text))
