"""A lost or stolen device of a councillor: reported at once to two offices, and the evidence kept.

Members ICT Scheme 4.6, 5.15 to 5.17, 5.23, 5.31, 7.1 and 7.5 (MS-36-38, 58-60, 67, 75, 80, 81, 85). How the device was
looked after is the insurer's question: the facts are kept and nobody is judged.
"""

from knowledge.incidents import device_facts, is_missing, missing_device, your_device
from knowledge.phrases import device, sentence
from knowledge.rule import Cite, Line, Rule
from knowledge.words import COUNCILLOR, Duty, Outcome

_DATA = {"council": "the council's data", "constituents": "your constituents' data", "party": "your party's data"}


def _own_without_data(facts) -> bool:
    return facts.owner == "own" and facts.data_of == "none"


def _report_sentence(said) -> str:
    lost = f"{sentence(your_device(said))} {is_missing(said)}"
    if said.data_of in _DATA:
        lost = f"{lost}, with {_DATA[said.data_of]} on it"
    elif said.owner == "own":
        lost = f"{lost} and may have data on it that is not your own"
    return f"{lost}, so both offices must hear of it at once."


def _evidence_sentence(said) -> str:
    return f"Keep whatever shows where {your_device(said)} was and what has happened since."


def _incident_sentence(said) -> str:
    if said.how == "lost" and said.device == "laptop":
        return "A lost laptop is the scheme's own example of an incident."
    return f"{sentence(missing_device(said))} is an incident of this kind, as a lost laptop is."


def _reset_sentence(said) -> str:
    return (
        f"The {device(said.device)} is the council's and may hold the evidence, so please don't reset or wipe it until "
        "Digital Services ask you to."
    )


def _controller_sentence(said) -> str:
    return f"Your constituents' data was on {your_device(said)}, and for that you are the data controller yourself."


def _councils_data_sentence(said) -> str:
    return f"The council supplied the data on {your_device(said)}, so the council is its data controller."


def _insurer_sentence(said) -> str:
    return f"Where the {device(said.device)} was and how it was kept is noted for the insurer, without comment."


def _cost_sentence(said) -> str:
    return "Whether there is anything to pay is for the council to decide; it is not decided here."


def _own_device_sentence(said) -> str:
    if said.owner == "own" and said.data_of == "none":
        return f"{sentence(your_device(said))} has nobody else's data on it, so the scheme asks for no report."
    return f"The loss of {your_device(said)} itself is a matter for your own insurance."


LINES = (
    Line(
        key="report",
        when=lambda facts: not _own_without_data(facts),
        gives=Outcome.REPORT,
        duties=(Duty.IMMEDIATELY, Duty.REPORT_DIGITAL_SERVICES, Duty.REPORT_HEAD_LEGAL, Duty.KEEP_EVIDENCE),
        cites=(
            Cite("5.16", "Members should report any incidents or suspected incidents immediately", _report_sentence),
            Cite("5.17", "Members need to keep evidence of any data or security breaches", _evidence_sentence),
            Cite("5.15", "This could be a lost laptop", _incident_sentence),
        ),
    ),
    Line(
        key="reset",
        when=lambda facts: facts.owner == "council",
        gives=None,
        duties=(Duty.DO_NOT_RESET_DEVICE,),
        cites=(
            Cite(
                "4.6", "All of the ICT equipment and software provided to Members remains the property", _reset_sentence
            ),
        ),
    ),
    Line(
        key="own_no_data",
        when=_own_without_data,
        gives=Outcome.NOT_REQUIRED,
        cites=(
            Cite(
                "7.5",
                "The Council accepts no responsibility for the theft or damage of the Member's own ICT equipment",
                _own_device_sentence,
            ),
        ),
    ),
    Line(
        key="controller_member",
        when=lambda facts: facts.data_of == "constituents",
        gives=None,
        cites=(
            Cite("5.31", "Members should note from paragraph 5.23 that they are their own", _controller_sentence),
            Cite("5.23", "Members will note that they are their own data controller", _controller_sentence),
        ),
    ),
    Line(
        key="controller_council",
        when=lambda facts: facts.data_of == "council",
        gives=None,
        cites=(Cite("5.31", "the Council remains the data controller for any information", _councils_data_sentence),),
    ),
    Line(
        key="insurance",
        when=lambda facts: facts.owner == "council",
        gives=None,
        cites=(
            Cite("7.1", "There is an expectation from the insurer that reasonable care is taken", _insurer_sentence),
            Cite("7.1", "The Council may, at its discretion, require the Member to pay", _cost_sentence),
        ),
    ),
    Line(
        key="own_insurance",
        when=lambda facts: facts.owner == "own" and not _own_without_data(facts),
        gives=None,
        cites=(
            Cite(
                "7.5",
                "The Council accepts no responsibility for the theft or damage of the Member's own ICT equipment",
                _own_device_sentence,
            ),
        ),
    ),
)

RULE = Rule(
    situation="device_lost",
    role=COUNCILLOR,
    own_facts=device_facts(rules=True),
    lines=LINES,
    receivers={Outcome.REPORT: ("digital_services", "head_of_legal")},
)
