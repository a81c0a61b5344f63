"""Whether a couple live together, as the words tell."""

import re

APPOINTMENTS = "For an appointment a personal relationship is enough, so step back from it all the same."
"""What holds for a couple who are no partners because they live apart (CC-142)."""

_WITH = r"with (?:me|him|her|them|each other|us)"
_HOME = r"(?:home|house|flat|place)"
_APART = re.compile(
    r"\b(?:do not|don't|dont|does not|doesn't|not|never|no longer|isn't|aren't|without) (?:\w+ )?"
    rf"(?:live|lives|lived|living) (?:together|{_WITH})\b"
    r"|\bliv(?:e|es|ing) (?:apart|separately|elsewhere|alone|in (?:different|separate)"
    r"|with (?:his|her|their|my|our) (?:mum|mam|mother|parents|dad|family))\b"
    rf"|\b(?:his|her|their|my) own (?:{_HOME}|gaff)\b|\bown places\b|\bseparate {_HOME}s?\b"
    rf"|\b(?:haven't|hasn't|not|never) (?:yet )?moved in\b|\b(?:don't|doesn't|do not|does not) share an? {_HOME}\b",
    re.I,
)
_TOGETHER = re.compile(
    rf"\bliv(?:e|es|ing) (?:together|{_WITH})\b|\blive-in\b|\bmoved in\b|\bcohabit|\blives here\b"
    rf"|\bshar(?:e|es|ing) an? {_HOME}\b",
    re.I,
)


def live_together(text: str) -> bool | None:
    """True where the words say that a couple live together, False where they don't; None where nothing is said."""
    if _APART.search(text):
        return False
    return True if _TOGETHER.search(text) else None
