"""Whose interest it is: oneself, a spouse or partner, a relative, a friend, somebody in the household.

Code of conduct: Registration of interests, paragraphs 1, 4 and 6 to 9 (CC-76, 79, 81-85). The list of relatives is
that of paragraph 7, in which cousins stand. Everyday words count as the words of the list: a wife as a spouse, a mother
as a parent, a child as a son or daughter. In-laws and step-parents are spouses or partners of relatives. A tie that is
in none of these ways in the list, such as a second cousin, is outside it.
"""

import re

from knowledge.facts import Fact
from knowledge.phrases import sentence
from knowledge.rule import Cite

SPOUSES = ("spouse", "civil_partner", "partner")
RELATIVES = (
    *SPOUSES, "parent", "parent_in_law", "son", "daughter", "step_son", "step_daughter", "partners_child", "brother",
    "sister", "grandparent", "grandchild", "uncle", "aunt", "nephew", "niece", "cousin",
    "spouse_or_partner_of_relative",
)  # fmt: skip
EITHER = ("child", "step_child", "sibling")
"""Words for two of the list at once."""
NO_RELATIVE = "other"
_LISTED = (*RELATIVES, *EITHER)
_BY_MARRIAGE = "spouse_or_partner_of_relative"
_EVERYDAY = {
    **dict.fromkeys(("wife", "husband"), "spouse"),
    **dict.fromkeys(("mother", "father", "mum", "mam", "mom", "dad"), "parent"),
    **dict.fromkeys(("mother_in_law", "father_in_law"), "parent_in_law"),
    **dict.fromkeys(("grandmother", "grandfather", "grandma", "grandad", "gran", "nan"), "grandparent"),
    **dict.fromkeys(("grandson", "granddaughter"), "grandchild"),
    **dict.fromkeys(("brother_in_law", "sister_in_law", "son_in_law", "daughter_in_law", "in_law"), _BY_MARRIAGE),
    **dict.fromkeys(("step_mother", "step_father", "step_mum", "step_dad", "step_parent"), _BY_MARRIAGE),
}
_OWN = ("self", "spouse", "partner")
_OTHERS = ("friend", "household")


def listed_kind(words: str) -> str:
    """The word of the list that what somebody calls a relative counts as: "My Step-Son" gives ``step_son``.

    Capitals, spaces, hyphens, apostrophes and "my" make no difference. A tie outside the list gives ``other``.
    """
    plain = "_".join(re.findall(r"[^\W_]+", re.sub("['’]", "", words.lower()))).removeprefix("my_")
    plain = re.sub("^step(?!_)", "step_", plain)
    kind = _EVERYDAY.get(plain, plain)
    return kind if kind in _LISTED else NO_RELATIVE


WHOSE = Fact("whose", "choice", ("self", "spouse", "partner", "relative", "friend", "household"), matters=True)
RELATIVE_KIND = Fact("relative_kind", "choice", (*RELATIVES, NO_RELATIVE), otherwise=listed_kind, matters=True)
NATURES = ("employment", "shareholding", "membership", "other")

_HOLDERS = {
    None: "someone close to you",
    "self": "you",
    "spouse": "your spouse",
    "partner": "your partner",
    "relative": "a relative of yours",
    "friend": "your friend",
    "household": "someone in your household",
}
_KINDS = {
    "parent_in_law": "your parent-in-law",
    "step_son": "your step-son",
    "step_daughter": "your step-daughter",
    "step_child": "your step-child",
    "partners_child": "your partner's child",
    "spouse_or_partner_of_relative": "the spouse or partner of a relative of yours",
    NO_RELATIVE: "someone outside the Code's list of relatives",
}
_VERBS = {
    "employment": ("work for", "works for"),
    "shareholding": ("hold shares in", "holds shares in"),
    "membership": ("belong to", "belongs to"),
}
_ANY_TIE = ("have a connection with", "has a connection with")


def is_own(facts) -> bool:
    """Whether it is the person's own interest or that of a spouse or partner, to which the register relates (CC-85)."""
    return facts.whose in _OWN or (facts.whose == "relative" and facts.relative_kind in SPOUSES)


def is_close(facts) -> bool:
    """Whether it is that of another relative, of a friend or of somebody in the household."""
    return facts.whose in _OTHERS or (
        facts.whose == "relative" and facts.relative_kind not in SPOUSES and facts.relative_kind != NO_RELATIVE
    )


def is_unrelated(facts) -> bool:
    """Whether somebody called a relative is none in the list of paragraph 7 (CC-82)."""
    return facts.whose == "relative" and facts.relative_kind == NO_RELATIVE


def is_listed(said) -> bool:
    """Whether somebody called a relative is in the list of paragraph 7 (CC-82)."""
    return said.whose == "relative" and said.relative_kind in _LISTED


def holder(said) -> str:
    """Whose interest it is, in a sentence: "you", "your sister", "someone in your household"."""
    if said.whose == "relative" and said.relative_kind:
        return _KINDS.get(said.relative_kind) or f"your {said.relative_kind.replace('_', ' ')}"
    return _HOLDERS[said.whose]


def tied_to(said, organisation: str) -> str:
    """What the tie is, in a sentence: "your sister works for Acme", "you have a connection with the organisation"."""
    you, others = _VERBS.get(said.nature, _ANY_TIE)
    return f"{holder(said)} {you if said.whose == 'self' else others} {organisation}"


def _listed_sentence(said) -> str:
    return f"{sentence(holder(said))} is among the relatives that the Code lists here."


LISTED = Cite(
    "registration-of-interests.7",
    "A 'relative' means a spouse, partner, civil partner",
    _listed_sentence,
    when=is_listed,
)
"""The definition by which a relative counts, for lines that turn on it."""
