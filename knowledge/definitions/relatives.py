"""Whether somebody is a relative, list by list: the Code has one with cousins and one without."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.definitions.couples import APPOINTMENTS, live_together
from knowledge.definitions.kinship import Kin, key_of, kinds
from knowledge.definitions.terms import Term
from knowledge.definitions.verdicts import Falls, Verdict
from knowledge.phrases import listed, sentence

_PARTNER = ("partner", "partner_at_work")
_OTHERWISE = "If you would call them a friend, a friend's interests are declared too. If you aren't sure, ask {whom}."


@dataclass(frozen=True, slots=True)
class Listing:
    """One list of relatives: its section, what it is for, and its words."""

    section: str
    about: str
    words: str

    def names(self, named: Sequence[str]) -> bool:
        """Say whether one of these words stands in the list as a member of its own."""
        return any(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", self.words, re.I) for word in named)


def judge_relative(term: Term, kin: Kin, text: str, lists: Sequence[Listing]) -> Verdict:
    """Say whether somebody is in the lists; ``text`` is all that was asked, for whether a couple live together."""
    what = kin.what
    if what.tie in ("beside", "in_law"):
        return _beside(term, kin, what.entry or {})
    inside = [one for one in lists if one.names(what.named)]
    if not inside:
        return Verdict(
            Falls.NO, _no(term, kin), f"The Code doesn't name {_quoted(what.named)}. {_OTHERWISE}", ("friend",)
        )
    if what.kind == "partners_child":
        return _partners_child(term, kin, live_together(text), lists)
    own_partner = what.tie == "member" and what.group == "partner"
    if own_partner or what.tie == "couple":
        return _of_a_couple(term, kin, live_together(text), inside, len(inside) < len(lists))
    if len(inside) < len(lists):
        return _differs(kin, inside, [one for one in lists if one not in inside])
    return Verdict(Falls.YES, f"Yes, {kin.said} {term.falls_here(kin.several)}.", _why(kin, lists))


def _why(kin: Kin, lists: Sequence[Listing]) -> str:
    names = "Both lists name" if len(lists) > 1 else "The list names"
    what = kin.what
    if what.tie == "married":
        return f"{names} {_quoted(what.named)}, and count the husband, wife or partner of anyone named."
    composed = kinds()[key_of(kin.last)].kind != what.kind
    return f"{names} {_quoted(what.named)}{', and that is what they are to you' if composed else ''}."


def _of_a_couple(term: Term, kin: Kin, together: bool | None, inside: Sequence[Listing], differs: bool) -> Verdict:
    own = kin.what.tie == "member"
    pair = "you" if own else "they"
    reason = "A partner is in the lists" if own else f"The partner of {_indefinite(kin.what.named)} is in the lists"
    if differs:
        reason = f"The partner of {_indefinite(kin.what.named)} is in one list only, {inside[0].about}"
    reason += ", and “partner” means a member of a couple who live together."
    if together is False:
        further, extra = (APPOINTMENTS, "related") if own else (_OTHERWISE, "friend")
        return Verdict(
            Falls.NO, f"No, not while {pair} don't live together.", f"{reason} {further}", (*_PARTNER, extra)
        )
    if together or (own and kin.what.kind == "partner"):
        sure = "" if together else f", as long as {pair} live together"
        says = f"Yes, {kin.said} {term.falls_here(kin.several)}{sure}."
        falls = Falls.DIFFERS if differs else Falls.YES
        if differs:
            says = f"{sentence(kin.said)} {term.falls_here(kin.several)} {inside[0].about} only."
        return Verdict(falls, says, reason, _PARTNER)
    return Verdict(Falls.DEPENDS, f"Only if {pair} live together.", reason, _PARTNER)


def _partners_child(term: Term, kin: Kin, together: bool | None, lists: Sequence[Listing]) -> Verdict:
    means = "“Partner” means a member of a couple who live together."
    if together is False:
        return Verdict(
            Falls.NO, "No, not while you don't live together.", f"{means} {_OTHERWISE}", (*_PARTNER, "friend")
        )
    sure = "" if together else ", as long as you and your partner live together"
    return Verdict(Falls.YES, f"Yes, {kin.said} {term.falls_here(kin.several)}{sure}.", _why(kin, lists), _PARTNER)


def _differs(kin: Kin, inside: Sequence[Listing], outside: Sequence[Listing]) -> Verdict:
    count, miss = ("are relatives", "aren't") if kin.several else ("is a relative", "isn't")
    has, lacks = inside[0], outside[0]
    return Verdict(
        Falls.DIFFERS,
        f"{sentence(kin.said)} {count} {has.about}, but {miss} named {lacks.about}.",
        f"The list under {has.section} has {_quoted(kin.what.named)}; the list under {lacks.section} doesn't. Until HR "
        "says otherwise, the safest is to step back from a decision about their job as well: for an appointment the "
        "Code speaks of anyone you are “related to”.",
        ("related",),
    )


def _beside(term: Term, kin: Kin, entry: Mapping) -> Verdict:
    because = entry["because"]
    if "{named}" in because and not kin.what.named:
        because = next(e["because"] for e in term.table["beside"] if e["kind"] == "unnamed")
    because = because.replace("{named}", _quoted(kin.what.named)).replace("{said}", f"“{kin.last}”")
    extra = tuple(entry.get("extra", ()))
    if entry["falls"] == Falls.DEPENDS:
        return Verdict(Falls.DEPENDS, entry["says"].format(them=kin.said, are=_are(kin)), because, extra)
    if not entry.get("advises"):
        because, extra = f"{because} {_OTHERWISE}", (*extra, "friend")
    return Verdict(Falls.NO, _no(term, kin), because, extra)


def _are(kin: Kin) -> str:
    return "are" if kin.several else "is"


def _no(term: Term, kin: Kin) -> str:
    return f"No, {kin.said} {term.falls_not(kin.several)} in the Code's sense."


def _quoted(named: Sequence[str]) -> str:
    return listed([f"“{word}”" for word in named])


def _indefinite(named: Sequence[str]) -> str:
    words = [f"{'an' if word[0] in 'aeiou' else 'a'} {word}" for word in named]
    return " or ".join(words)
