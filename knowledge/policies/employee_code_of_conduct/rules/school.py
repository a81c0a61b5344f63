"""How school staff read the Code: whom "the manager" means, and where the Code only advises (CC-6, CC-7)."""

from collections.abc import Mapping

from knowledge.rule import Cite

MANAGER = "line_manager"
SENIOR_MANAGER = "senior_manager"
MANAGER_IN_WORDS = {
    MANAGER: "your line manager",
    SENIOR_MANAGER: "a senior manager",
    "headteacher": "your headteacher",
    "chair_of_governors": "the chair of governors",
}
OWN_EMPLOYER = {"foundation": "a foundation school", "voluntary_aided": "a voluntary aided school"}


def is_school_staff(facts: Mapping[str, object]) -> bool:
    """Whether the person works in a school: as said, or else where a type of school or being a headteacher is given."""
    said = facts.get("school_employee")
    return bool(facts.get("school_type") or facts.get("headteacher")) if said is None else bool(said)


def manager_of(facts: Mapping[str, object]) -> str:
    """The role word for the person's manager: the headteacher in a school, the chair of governors for a headteacher."""
    if not is_school_staff(facts):
        return MANAGER
    return "chair_of_governors" if facts.get("headteacher") else "headteacher"


def in_place_of(word: str, manager: str) -> str:
    """The role word as it is read where ``manager`` is the manager: in a school, managers of any rank are the head."""
    if word == SENIOR_MANAGER and manager == MANAGER:
        return word
    return manager if word in (MANAGER, SENIOR_MANAGER) else word


def words_for(facts: Mapping[str, object]) -> dict[str, str]:
    """How the manager, a senior manager, the council and a councillor are called towards this person (CC-7)."""
    manager = manager_of(facts)
    in_school = is_school_staff(facts)
    return {
        "manager": MANAGER_IN_WORDS[manager],
        "senior_manager": MANAGER_IN_WORDS[in_place_of(SENIOR_MANAGER, manager)],
        "council": "the school" if in_school else "the council",
        "councillor": "governor" if in_school else "councillor",
    }


def is_advisory(facts: Mapping[str, object]) -> bool:
    """Whether the governing body is the employer, so that the Code is advice only."""
    return is_school_staff(facts) and facts.get("school_type") in OWN_EMPLOYER


def _advisory_sentence(said) -> str:
    school = OWN_EMPLOYER[said.school_type]
    return f"You work in {school}, for which the Code is advice, and your governing body's own rules may differ."


ADVISORY = Cite(
    "principles.4", "The code is advisory for employees in foundation and voluntary aided schools", _advisory_sentence
)
