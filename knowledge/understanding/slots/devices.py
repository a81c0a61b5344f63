"""Which device a text speaks of, and where it was."""

import re

from knowledge.understanding.slots.kinds import Tag
from knowledge.understanding.slots.text import plain

_LOSS = re.compile(
    r"\b(?:lost|left|nicked|stolen|stole|missing|find|dropped|misplaced|pinched|snatched|mislaid|gone"
    r"|took|taken|lose|forgot)\b",
    re.I,
)
_HEADLESS = (
    r"(?:home|work|school|costa|tesco|greggs|starbucks|asda|aldi|lidl|sainsbury'?s|morrisons|nando'?s"
    r"|mcdonald'?s|church|court|university"
    r"|(?:[A-Z][\w']+\s+){1,3}(?:station|hospital|airport|library|school|park|services|centre|market"
    r"|road|street|town|beach)|[A-Z][\w']+(?:\s+[A-Z][\w']+){0,2})"
)
_STOP = (
    r"(?:and|but|so|while|when|because|which|that|who|i|we|he|she|it|they|last|this|yesterday|today"
    r"|tonight|at|on|in|with|by|before|after|around"
    r"|is|was|has|had|have|can|what|please|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|overnight|or|if|as|about|then|my|since|for|from|sometime|during|do|should|somewhere|now)"
)
_WORD = rf"(?!{_STOP}\b)[\w'.&/-]*[\w']"
_PLACE = re.compile(
    rf"\b(?:(?:left|lost|was|stolen|nicked|pinched|snatched|taken|dropped|it|them|one|behind|down|\w+ed)\s+)?"
    rf"(?P<place>(?i:on|in|at|from|under|outside|behind|near|inside|by|off|down|between|somewhere\s+in|out\s+of)\s+"
    rf"(?:(?i:(?:the|my|a|an|our|his|her|someone's|their|that|this)\s+){_WORD}(?:\s+(?:of\s+(?:the|my"
    rf"|a)\s+)?{_WORD}){{0,4}}|{_HEADLESS}\b)"
    rf"(?:\s+(?i:to|in|on|at|from)\s+(?!(?i:mon|tues|wednes|thurs|fri|satur|sun)day|January|February"
    rf"|March|April|May|June|July|August|September|October|November|December|I\b|Christmas)(?:(?i:the"
    rf"|my|a|our)\s+)?{_HEADLESS})?)"
)
_NOT_PLACE = re.compile(
    r"^(?:(?:on|in|at|from|by|off)\s+(?:the|my|a|an|this|that)\s+)(?:morning|afternoon|evening|night"
    r"|weekend|way|moment|time|meantime|end|day|phone|internet"
    r"|\d|week|past|first|second|last|next|same|council|process|middle\s+of\s+(?:a|the)\s+(?:meeting"
    r"|week)|hope|hurry|rush|rep|supplier|company|line|run)\b"
    r"|^(?:on|in|at|by|from|behind)\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february"
    r"|march|april|may|june|july|august|september|october"
    r"|november|december|christmas|easter|me\b|it\b|half|noon|midnight|i\b|my\s+own|teams|purpose|\d)",
    re.I,
)


def find_device(text: str, tags: tuple[Tag, ...]) -> str | None:
    """The device that the text is about: the one nearest to a word of loss, else the first; None without one.

    ``tags`` are the lexicon's hits in the text. The answer is one of the words of the fact ``device``.
    """
    named = [one for one in tags if one.group == "device"]
    exact = [one for one in named if one.value != "other"] or named
    losses = [m.start() for m in _LOSS.finditer(plain(text))]
    if not exact:
        return None
    if not losses:
        return exact[0].value
    return min(exact, key=lambda one: min(abs(one.start - at) for at in losses)).value


def find_place(text: str) -> str | None:
    """Where it was, with its preposition ("on the train to Swansea"): the first place and one that follows it."""
    text = plain(text)
    parts: list[re.Match[str]] = []
    for match in _PLACE.finditer(text):
        if _NOT_PLACE.match(match["place"]):
            continue
        if not parts or (len(parts) < 2 and text[parts[-1].end("place") : match.start("place")].strip() == ""):
            parts.append(match)
    return text[parts[0].start("place") : parts[-1].end("place")].strip() if parts else None
