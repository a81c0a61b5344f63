"""Concerns that go by another route (CC-24 to CC-27, 37, 50, 72, 75, 117 to 121; MS-79).

The bot asks nothing, files nothing and sends nothing: it names the route with its clause, and says what Teams is not.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dialogs.desk import Turn
from dialogs.replies import Citation
from dialogs.routing import manager_spoken_of, named_role, people_for, whom_to_ask
from dialogs.wording import listed, quoted, says
from knowledge.ruling import Finding, assess

_DANGER = "**If anyone is in danger now, ring 999 first.**"
_DANGEROUS = ("safeguarding_concern", "health_and_safety", "harassment_or_bullying")
_IN_DANGER = re.compile(
    r"\b(?:danger|threat\w*|attack\w*|hit|hits|hitting|punch\w*|assault\w*|knife|weapon|violen\w+|kill\w*|suicid\w*|"
    r"end it all|hurt(?:s|ing)?|harm\w*|unsafe|scared|afraid|frightened|overdose\w*|abus\w+|gas|fire|collapse\w*)\b",
    re.I,
)
_NOTHING_SENT = (
    "I've filed nothing and told nobody. Teams isn't anonymous: the council can see what is typed in it, so please "
    "keep the rest for the people who deal with it."
)


@dataclass(frozen=True, slots=True)
class Signpost:
    """One concern: what it is called, the words by which it is chosen, the route, and the clauses that are quoted.

    ``route`` is the sentence for employees, ``policies`` the policies that it names and the bot does not hold.
    ``apart`` are clauses that say something else than one another, after ``between``, which says so.
    """

    title: str
    words: tuple[str, ...]
    route: str
    cites: tuple[str, ...]
    policies: str = ""
    between: str = ""
    apart: tuple[str, ...] = ()


SIGNPOSTS: Mapping[str, Signpost] = MappingProxyType(
    {
        "fraud_concern": Signpost(
            "A worry about fraud",
            ("fraud", "theft", "corruption"),
            "Raise it under the whistleblowing policy; the anti-fraud policy deals with it. The law protects those who "
            "do.",
            ("reporting-procedures.3", "fraud.3", "reporting-procedures.4"),
            policies="those policies",
            between="The Code says two things about intent, and it isn't for you to settle which fits:",
            apart=("fraud.1", "fraud.4"),
        ),
        "harassment_or_bullying": Signpost(
            "Bullying or harassment",
            ("bullying", "harassment"),
            "This is dealt with under the harassment and bullying policy, and nobody may treat you worse for reporting "
            "it.",
            ("harassment-and-bullying.1", "reporting-procedures.2"),
            policies="that policy",
        ),
        "safeguarding_concern": Signpost(
            "Someone who may be at risk",
            ("safeguarding", "at risk", "a child", "an adult"),
            "Follow the safeguarding policy now: there is one for adults and one for children.",
            ("safeguarding.1", "safeguarding.2"),
            policies="those policies",
        ),
        "discrimination": Signpost(
            "Discrimination",
            ("discrimination", "unfair treatment"),
            "It isn't tolerated, and the diversity and inclusion policy is the one to go by.",
            ("equalities.5", "equalities.4"),
            policies="that policy",
        ),
        "dependency_support": Signpost(
            "Help with drink or drugs",
            ("drink or drugs", "drink", "drugs", "addiction"),
            "The employee support and counselling service is there for you.",
            ("alcohol-and-drugs.3",),
        ),
        "health_and_safety": Signpost(
            "Health and safety",
            ("safety", "health"),
            "The health and safety at work policy deals with this.",
            ("health-and-safety.1", "health-and-safety.2"),
            policies="that policy",
        ),
    }
)


def signpost_words(situation: str) -> tuple[str, ...]:
    """Give the words by which such a concern is offered, the first as a button; none for anything else."""
    found = SIGNPOSTS.get(situation)
    return (found.title, found.title.casefold(), *found.words) if found else ()


def signposted(turn: Turn, situation: str, told: str = "") -> tuple[tuple[str, ...], tuple[Citation, ...]]:
    """Give what is said of a concern as paragraphs with their citations: danger first, the route, whom to talk to.

    ``told`` are the words that told of it, where they are not those that came in just now.
    """
    said = told or (turn.incoming.understanding.text if turn.incoming.understanding else "")
    findings = assess(situation, turn.person.audience, {}, turn.today).findings
    paragraphs, citations = _route(turn, SIGNPOSTS[situation], findings)
    danger = (_DANGER,) if _may_be_danger(said, situation) else ()
    return (*danger, *paragraphs, _NOTHING_SENT, _whom(turn, said)), citations


def _may_be_danger(said: str, situation: str) -> bool:
    """Say whether somebody may be in danger: by the matter itself, or as the words tell of it."""
    return situation in _DANGEROUS or bool(_IN_DANGER.search(said))


def _route(
    turn: Turn, signpost: Signpost, findings: tuple[Finding, ...]
) -> tuple[tuple[str, ...], tuple[Citation, ...]]:
    if not findings:
        return (_nothing_held(turn, signpost),), ()
    councillor = turn.person.audience == "councillor"
    route = f"Ask {_legal(turn)}, who arrange advice on it." if councillor else signpost.route
    told = findings[:1] if councillor else _of(findings, signpost.cites)
    apart = () if councillor else _of(findings, signpost.apart)
    lines, citations = _quotes(turn, (*told, *apart))
    lead = f"**{route}** {says(turn.desk.library, told[0].clause)}"
    held = () if councillor or not signpost.policies else (_not_held(turn, signpost),)
    between = (signpost.between,) if apart else ()
    return (lead, *lines[: len(told)], *between, *lines[len(told) :], *held), citations


def _of(findings: tuple[Finding, ...], clauses: tuple[str, ...]) -> tuple[Finding, ...]:
    return tuple(finding for clause in clauses for finding in findings if finding.clause == clause)


def _quotes(turn: Turn, findings: tuple[Finding, ...]) -> tuple[list[str], tuple[Citation, ...]]:
    library = turn.desk.library
    made = [quoted(f.quote, library.get(f.clause), position) for position, f in enumerate(findings, 1)]
    return [line for line, _ in made], tuple(citation for _, citation in made)


def _nothing_held(turn: Turn, signpost: Signpost) -> str:
    library, audience = turn.desk.library, turn.person.audience
    held = listed([f"the {library.title(policy)}" for policy in library.policies_for(audience)])
    return f"**No policy that I hold for {audience}s has a clause about {signpost.words[0]}.** I hold {held}."


def _not_held(turn: Turn, signpost: Signpost) -> str:
    whom = named_role(turn.desk.directory, turn.person, "hr_editor")
    return f"I don't hold {signpost.policies} myself; {whom} can tell you where to find what you need."


def _legal(turn: Turn) -> str:
    return f"Legal & Democratic Services, {named_role(turn.desk.directory, turn.person, 'head_of_legal')}"


def _whom(turn: Turn, said: str) -> str:
    """Name whom to talk to: never first the one whom the words accuse."""
    directory, person = turn.desk.directory, turn.person
    whom = whom_to_ask(directory, person)
    if person.audience == "councillor":
        return f"You can talk to {whom} or to {named_role(directory, person, 'monitoring_officer')}."
    hr = named_role(directory, person, "hr_editor")
    accused = manager_spoken_of(directory, person, said)
    if accused is None:
        return f"You can talk to {whom}, or to {hr} if it's about them."
    above = people_for(directory, person, "line_manager", {"party": accused.name})
    higher = f", or to {above.name}, who is one level up" if above and above != accused else ""
    return f"If it's about {accused.name}, go to somebody else first: you can talk to {hr}{higher}."
