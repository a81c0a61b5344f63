"""How the sentences that all situations share are said about one kind of matter: an offer, a request, a declaration."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Manner:
    """The sentences that depend on the kind of matter.

    They may hold ``{person}`` whose it is, ``{who}`` decided, ``{decider}`` who is asked, ``{ref}``, ``{thing}``,
    ``{title}`` of the situation, ``{note}``, ``{why}`` (ground and reason of a refusal). ``asks`` and ``tells`` are the
    titles of the cards of whoever decides and whoever receives it (``consults``: of whoever is asked for advice); the
    next three tell its owner what was decided;
    ``goes_to`` and ``stays`` say at the summary where it goes, and ``no_decider`` that nobody could decide it.
    """

    asks: str
    tells: str
    approved: str
    conditions: str
    refused: str
    goes_to: str
    stays: str
    no_decider: str
    kept_where: str = "on the council's register"
    consults: str = "{ref}: {person} asks you about {thing}"


GIFT = Manner(
    asks="{person} asks to accept {thing}",
    tells="{ref}: {person} tells you of {thing}",
    approved="**{who} approved {ref}: you may accept {thing}.**",
    conditions="**{who} says yes to {thing} ({ref}), on one condition:** “{note}”",
    refused="**{who} refused {ref}, so please say no to {thing}.** {why}",
    goes_to="It goes on the register, and {decider} is asked to decide.",
    stays="The offer goes on the register. Nobody is asked to approve it.",
    no_decider="It goes on the register. Nobody is listed who could decide, so HR have to name somebody.",
)
REQUEST = Manner(
    asks="{person} asks for your agreement to {thing}",
    tells="{ref}: {person} asks for {thing}",
    approved="**{who} agrees to {thing} ({ref}).** You may go ahead.",
    conditions="**{who} agrees to {thing} ({ref}), on one condition:** “{note}”",
    refused="**{who} doesn't agree to {thing} ({ref}).** {why}",
    goes_to="It goes to {decider}, who is asked to decide. Please wait for the answer before you go ahead.",
    stays="It's kept as your request. Nobody is asked to decide.",
    no_decider="It's kept as your request. Nobody is listed who could decide, so HR have to name somebody.",
    kept_where="into the council's records",
)
DECLARATION = replace(
    REQUEST,
    asks="{person} declares {thing} and asks you to decide",
    tells="{ref}: {person} declares {thing}",
    goes_to="It goes to {decider}, who is asked to decide.",
    stays="It's kept as your declaration. Nobody has to act on it.",
    no_decider="It's kept as your declaration. Nobody is listed who could decide, so HR have to name somebody.",
)
INCIDENT = replace(
    REQUEST,
    tells="{ref}: {person} reports {title}, {thing}",
    stays="It's kept as your report. Nobody has to act on it.",
    no_decider="It's kept as your report. Nobody is listed who could decide, so HR have to name somebody.",
)
NOTICE = replace(
    REQUEST,
    tells="{ref}: {person} gives notice of {thing}",
    stays="It's kept as your notice. Nobody has to act on it.",
    no_decider="It's kept as your notice. Nobody is listed who could decide, so HR have to name somebody.",
)
ACKNOWLEDGEMENT = replace(
    REQUEST,
    tells="{ref}: {person} has signed {thing}",
    stays="It's kept as signed by you. Nobody has to act on it.",
    no_decider="It's kept as signed by you. Nobody is listed who could decide, so HR have to name somebody.",
)
MANNERS: Mapping[str, Manner] = MappingProxyType(
    {
        "gift": GIFT,
        "request": REQUEST,
        "declaration": DECLARATION,
        "incident": INCIDENT,
        "notice": NOTICE,
        "acknowledgement": ACKNOWLEDGEMENT,
    }
)
