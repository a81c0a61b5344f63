"""Whether a shareholding is a significant interest: what one, one's relatives and the household hold in total.

Code of conduct, Registration of interests, paragraph 6 (CC-81). A friend's shares do not count.
"""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from knowledge.definitions.kinship import MINE, Kin, kin_named
from knowledge.definitions.terms import Term
from knowledge.definitions.verdicts import Falls, Verdict
from knowledge.understanding.slots.percentages import Share, find_shares
from knowledge.values import value

_EACH = re.compile(r"\b(?:each|apiece|per person)\b", re.I)
_OF_US = re.compile(r"\b(?P<n>both|two|three|four|five|six) of us\b", re.I)
_COUNT = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ME = re.compile(r"\b(?:me|i|i've|i'm|myself)\b", re.I)
_TIE = re.compile(rf"\b{MINE}\s+[\w' -]+?(?=\s+(?:and|owns?|has|have|holds?|got|with|both)\b|[,.?]|\s+\d|$)", re.I)
_OWNER = re.compile(
    rf"\b(?:(?P<us>i|i've|i'm|me|we|us|(?:my|our|the) (?:household|family))|{MINE}\s+\w[\w'-]*(?:\s+\w+)?)\b", re.I
)
_HOLD = re.compile(r"\b(?:owns?|has|have|holds?|got|with)\b")
_AND = re.compile(r"\band\b|[,&]")
_BY = re.compile(r"\b(?:owned|held) by\b|\bbelong")
_NOBODY = re.compile(
    r"(?:\W|is|are|does|do|would|and|so|but|an?|the|of|my|our|holding|shareholding|stake|shares?|only|about|roughly|just"
    r"|over|under|more|less|than|having|owning|with|hi|hello|if|not|sure)*",
    re.I,
)
_CONTROL = re.compile(
    r"\b(?:control|influence|veto|call the shots|in charge"
    r"|run (?:it|the (?:firm|company|business))|(?:final|big) say)\b",
    re.I,
)
_NO_CONTROL = re.compile(
    r"\b(?:no|without|don't|do not|any|not|neither|nor)\b[\w\s]{0,20}\b(?:control|influence|veto|say)\b", re.I
)
_MAY_COUNT = ("household", "brother_in_law", "in_laws", "far_cousin", "foster")
_LESS = "Less can be significant where it brings a veto, control or influence: if you're in doubt, ask {whom}."


def judge_shares(term: Term, text: str, on: date) -> Verdict | None:
    """Add up the shares that the words tell and compare them with the figure in force on a day.

    None where no share is named, or where it is not plain whose a share is.
    """
    over = Decimal(value(term.table["figure"], on).amount)
    controls = bool(_CONTROL.search(text)) and not _NO_CONTROL.search(text)
    held = _held(text)
    if held is None or not held and not controls:
        return None
    total = sum(part for part in held if part is not None) if held else None
    left_out = "Shares of somebody who is no relative and not of your household don't count. " if None in held else ""
    if total is not None and total > over:
        counting = (
            f"{left_out}It is more than {_percent(over)}, counting what you, your relatives and your household hold."
        )
        return Verdict(Falls.YES, f"Yes, {_percent(total)}{_added(held)} is {term.one}.", counting)
    if controls:
        less = f"{_percent(over)} or less can be significant where it brings a veto, control or influence. If you're in"
        return Verdict(Falls.DEPENDS, "It may be, because of the control.", f"{left_out}{less} doubt, ask {{whom}}.")
    if not total and left_out:
        return Verdict(Falls.NO, f"No, that is not {term.one}.", left_out.strip())
    says = f"No, {_percent(total)}{_added(held) or ' by itself'} is not {term.one}."
    takes = f"{left_out}It takes more than {_percent(over)}, counting your relatives and your household. {_LESS}"
    return Verdict(Falls.NO, says, takes)


def filled(term: Term, sentence: str, on: date) -> str:
    """Put the term's figure of a day into a sentence that has a place for it."""
    if "figure" not in term.table:
        return sentence
    return sentence.replace("{over}", _percent(Decimal(value(term.table["figure"], on).amount)))


def _added(held: Sequence[Decimal | None]) -> str:
    return " in total" if len([part for part in held if part is not None]) > 1 else ""


def _held(text: str) -> list[Decimal | None] | None:
    """What each holder has, None in it for a holder who doesn't count; None where it is not plain whose a share is."""
    shares = find_shares(text)
    if len(shares) == 1 and _EACH.search(text):
        holders = _holders(text)
        return [shares[0].percent] * holders if holders and holders > 1 else None
    counted = [_counts(text, share, shares) for share in shares]
    if None in counted or _BY.search(text):
        return None
    return [share.percent if counts else None for share, counts in zip(shares, counted, strict=True)]


def _holders(text: str) -> int | None:
    if found := _OF_US.search(text):
        return _COUNT[found["n"].lower()]
    ties = [kin_named(match[0].strip()) for match in _TIE.finditer(text)]
    if None in ties or any(kin.several or _is_outside(kin) for kin in ties):
        return None
    holders = len(ties) + bool(_ME.search(text))
    return holders if holders == len(_AND.split(_HOLD.split(text)[0])) else None


def _counts(text: str, share: Share, shares: tuple[Share, ...]) -> bool | None:
    """Whether a share is the person's, a relative's or of the household; None where it is not plain whose it is."""
    before = max((other.end for other in shares if other.end <= share.start), default=0)
    owners = list(_OWNER.finditer(text, before, share.start))
    if not owners:
        return True if len(shares) == 1 and _NOBODY.fullmatch(text[: share.start]) else None
    if owners[-1]["us"]:
        return True
    kin = kin_named(text[owners[-1].start() : share.start])
    if kin is None:
        return None
    return not _is_outside(kin)


def _is_outside(kin: Kin) -> bool:
    return kin.what.tie == "beside" and kin.what.kind not in _MAY_COUNT


def _percent(share: Decimal) -> str:
    whole, rest = divmod(share, 1)
    if rest == Decimal("0.01"):
        return f"just over {whole}%"
    return f"just under {whole + 1}%" if rest == Decimal("0.99") else f"{share.normalize():f}%"
