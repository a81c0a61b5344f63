"""What it would come to if somebody else did something: the manager agreed or not, or a gift were shared or raffled."""

import re

from dialogs.asking import wants_an_exception
from dialogs.citing import Citing
from dialogs.desk import Turn
from dialogs.in_hand import Matter
from dialogs.replies import Citation
from dialogs.talk import manager
from dialogs.telling import holds_now, is_own
from dialogs.wording import capital
from knowledge.ruling import Finding

_MANAGER = r"(?:my |the )?(?:line )?(?:manager|boss|supervisor|head of service|headteacher|director)"
_YES = (
    r"(?:agree[sd]?|approve[sd]?|allow(?:s|ed)?|lets? me|(?:say|said|says) (?:yes|it'?s|ok|okay|i can|that'?s)"
    r"|(?:is|was|were) (?:ok|okay|fine|happy))"
)
_NO = (
    r"(?:(?:say|said|says) no|refuse[sd]?|(?:doesn'?t|does not|didn'?t|won'?t|wouldn'?t) (?:agree|approve|allow|let)"
    r"|disagree[sd]?)"
)
_SHARED = re.compile(
    r"\braffles?\b|\bcharit(?:y|ies)\b|\bfund-?rais|\bdonat|\bshar(?:e|ed|ing)\b|\bgive (?:it|them) away\b"
    r"|\b(?:for|with|to) (?:the |my )?(?:whole )?(?:team|office|colleagues|service users)\b",
    re.I,
)


def what_others_would_do(turn: Turn, matter: Matter, words: str) -> tuple[str, tuple[Citation, ...]] | None:
    """Answer where the words suppose that the manager agrees or says no, or that a gift is shared; else None."""
    if not is_own(turn, matter):
        return None
    plain = words.replace("’", "'")
    who = manager(turn.desk.directory, matter.owner, matter.answers)
    name = rf"(?:{_MANAGER}|{re.escape(who)}|{re.escape(who.split()[0])}|^(?:she|he|they))"
    if re.search(rf"\b{name}\b.*\b{_NO}", plain, re.I):
        return _manager_says_no(turn, matter, who)
    if re.search(rf"\b{name}\b.*\b{_YES}", plain, re.I):
        return _manager_agrees(turn, matter, who)
    if matter.situation.kind == "gift" and _SHARED.search(plain):
        return _shared(turn, matter, who)
    return None


def _manager_agrees(turn: Turn, matter: Matter, who: str) -> tuple[str, tuple[Citation, ...]]:
    if matter.ruling.approver in ("line_manager", "headteacher", "chair_of_governors"):
        lead = f"**If {who} agrees, you may.** There may be a condition with it."
        return _with_quote(turn, matter, lead, _condition(matter))
    if wants_an_exception(matter.ruling, matter.answers):
        return _with_quote(turn, matter, f"**{who} may agree an exception.** Otherwise {holds_now(turn, matter)}")
    return _stays(turn, matter, f"It isn't for {who} to agree to")


def _manager_says_no(turn: Turn, matter: Matter, who: str) -> tuple[str, tuple[Citation, ...]]:
    if matter.ruling.outcome == "approval":
        return _with_quote(turn, matter, f"**If {who} says no, please leave it.** You'd hear the reason here.")
    return _stays(turn, matter, "That wouldn't change it")


def _shared(turn: Turn, matter: Matter, who: str) -> tuple[str, tuple[Citation, ...]]:
    condition = _condition(matter)
    if not condition:
        return _stays(turn, matter, "That wouldn't change it")
    lead = f"**{capital(who)} would still have to agree, and may do so on that condition.**"
    return _with_quote(turn, matter, lead, condition)


def _condition(matter: Matter) -> Finding | None:
    return next((f for f in matter.ruling.findings if f.line == "conditions"), None)


def _stays(turn: Turn, matter: Matter, lead: str) -> tuple[str, tuple[Citation, ...]]:
    return _with_quote(turn, matter, f"**{lead}:** {holds_now(turn, matter)}")


def _with_quote(
    turn: Turn, matter: Matter, lead: str, finding: Finding | None = None
) -> tuple[str, tuple[Citation, ...]]:
    citing = Citing(turn.desk.library)
    deciding = [f for f in matter.ruling.findings if f.line == matter.ruling.gives]
    quote = citing.quote([finding] if finding else deciding)
    return f"{lead} {quote}", tuple(citing.citations)
