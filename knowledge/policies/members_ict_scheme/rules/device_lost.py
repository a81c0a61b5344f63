"""A lost or stolen device of a councillor: reported at once to two offices, and the evidence kept.

Members ICT Scheme 4.6, 5.15 to 5.17, 5.23, 5.31, 7.1 to 7.3 and 7.5 (MS-36, 38, 58-60, 67, 75, 80-83, 85). How
the device was looked after is the insurer's question: the facts are kept and nobody is judged.
"""

from knowledge.incidents import device_facts, is_missing, missing_device, your_device
from knowledge.phrases import device, sentence
from knowledge.policies.members_ict_scheme.rules.reporting import (
    INCIDENT,
    REPORTED,
    controller_lines,
    evidence_cite,
    example_cite,
    report_cite,
)
from knowledge.rule import Cite, Line, Rule
from knowledge.words import COUNCILLOR, Duty, Outcome

_DATA = {"council": "the council's data", "constituents": "your constituents' data", "party": "your party's data"}


def _own_without_data(facts) -> bool:
    return facts.owner == "own" and facts.data_of == "none"


def _what_happened(said) -> str:
    lost = f"{sentence(your_device(said))} {is_missing(said)}"
    if said.data_of in _DATA:
        return f"{lost}, with {_DATA[said.data_of]} on it"
    may = ["be the council's"] if said.owner is None else []
    if said.data_of is None and said.owner != "council":
        may.append("have data on it that is not your own")
    return f"{lost} and may {' or '.join(may)}" if may else lost


def _reset_sentence(said) -> str:
    if said.device == "id_card":
        return "The ID card is the council's property, so Digital Services say what is done about it."
    return (
        f"The {device(said.device)} is the council's property and may hold evidence, so please don't reset or wipe it "
        "until Digital Services ask you to."
    )


def _evidence_sentence(said) -> str:
    return f"Keep whatever shows where {your_device(said)} was and what has happened since, as it may be needed later."


def _incident_sentence(said) -> str:
    sure = said.owner == "council" or said.data_of in _DATA
    counts = "counts" if sure else "may count"
    if said.how == "lost" and said.device == "laptop":
        return f"A lost laptop is the scheme's own example of an incident, so this {counts} as one."
    return f"{sentence(missing_device(said))} is like the lost laptop named here, so this {counts} as an incident."


def _care_sentence(said) -> str:
    return f"The {device(said.device)} is the council's, so this is shown for your information, not as a judgement."


def _theft_sentence(said) -> str:
    return f"This part of the same list fits {missing_device(said)}, so it is shown too, for information only."


def _insurer_sentence(said) -> str:
    return f"Where the {device(said.device)} was and how it was kept is recorded for the insurer, not judged."


def _cost_sentence(said) -> str:
    return "Whether there is anything to pay is for the council to decide, so nothing is decided about it here."


def _unattended_sentence(said) -> str:
    return f"You say that the {device(said.device)} was left unattended, which is recorded for the insurer, not judged."


def _overnight_sentence(said) -> str:
    return f"Where the {device(said.device)} was overnight is recorded for the insurer too, without comment."


def _vehicle_sentence(said) -> str:
    return f"You say that the {device(said.device)} was in a vehicle, which is recorded for the insurer, not judged."


def _own_device_sentence(said) -> str:
    if said.data_of == "none":
        return f"{sentence(your_device(said))} has nobody else's data on it, so the scheme asks for no report."
    return f"The {device(said.device)} is your own, so its loss is a matter for your own insurance."


OWN_INSURANCE = Cite(
    "7.5",
    "The Council accepts no responsibility for the theft or damage of the Member's own ICT equipment",
    _own_device_sentence,
)
DO_NOT_RESET = Cite(
    "4.6",
    "All of the ICT equipment and software provided to Members remains the property",
    _reset_sentence,
    when=lambda said: said.owner == "council",
)

LINES = (
    Line(
        key="report",
        when=lambda facts: not _own_without_data(facts),
        gives=Outcome.REPORT,
        duties=INCIDENT,
        cites=(
            report_cite(_what_happened, "it"),
            DO_NOT_RESET,
            evidence_cite(_evidence_sentence),
            example_cite(_incident_sentence),
        ),
    ),
    Line(
        key="reset",
        when=lambda facts: facts.owner == "council",
        gives=None,
        duties=(Duty.DO_NOT_RESET_DEVICE,),
        cites=(DO_NOT_RESET,),
    ),
    Line(
        key="own_no_data",
        when=_own_without_data,
        gives=Outcome.NOT_REQUIRED,
        cites=(OWN_INSURANCE,),
    ),
    *controller_lines(lambda said: f"on {your_device(said)}"),
    Line(
        key="care",
        when=lambda facts: facts.owner == "council",
        gives=None,
        cites=(
            Cite(
                "4.6",
                "Members therefore have an obligation to ensure that they:\n(i) take reasonable care to safeguard ICT "
                "equipment and software supplied",
                _care_sentence,
                exact=True,
            ),
            Cite(
                "4.6",
                "(iii) protect ICT equipment against theft and unauthorised access",
                _theft_sentence,
                exact=True,
            ),
        ),
    ),
    Line(
        key="insurance",
        when=lambda facts: facts.owner == "council",
        gives=None,
        cites=(
            Cite("7.1", "There is an expectation from the insurer that reasonable care is taken", _insurer_sentence),
            Cite("7.1", "The Council may, at its discretion, require the Member to pay", _cost_sentence),
            Cite(
                "7.2",
                "any mobile devices, e.g. laptops or tablet devices must not be left unattended",
                _unattended_sentence,
                when=lambda said: said.left_unattended,
            ),
            Cite(
                "7.2",
                "All ICT equipment should be kept out of sight overnight",
                _overnight_sentence,
                when=lambda said: said.overnight,
            ),
            Cite(
                "7.3",
                "ICT equipment must not be left in an unattended vehicle",
                _vehicle_sentence,
                when=lambda said: said.in_vehicle,
            ),
        ),
    ),
    Line(
        key="own_insurance",
        when=lambda facts: facts.owner == "own",
        gives=None,
        cites=(OWN_INSURANCE,),
    ),
)

RULE = Rule(
    situation="device_lost",
    role=COUNCILLOR,
    own_facts=device_facts(rules=True),
    lines=LINES,
    receivers=REPORTED,
)
