"""A councillor who leaves office, for whatever reason, returns all equipment to Digital Services.

Members ICT Scheme 11.2 (MS-93). The period is counted from the last day in office.
"""

from knowledge.days import in_words, weeks_after
from knowledge.facts import Fact
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import COUNCILLOR, Duty, Outcome


def _return_sentence(said) -> str:
    back = "the council's ICT equipment must be back with Digital Services"
    if said.last_day is None:
        return f"All {back} within {said.return_weeks} weeks of your last day in office."
    due = in_words(weeks_after(said.last_day, said.return_weeks))
    return f"With {in_words(said.last_day)} as your last day in office, all {back} by {due}."


def _deleted_sentence(said) -> str:
    return "Nothing on it is kept, so ask Digital Services before you return it about anything that is still needed."


RULE = Rule(
    situation="leaving_office",
    role=COUNCILLOR,
    own_facts=(Fact("last_day", "date"),),
    lines=(
        Line(
            key="return",
            when=always,
            gives=Outcome.NOTIFY,
            duties=(Duty.RETURN_EQUIPMENT, Duty.TWO_WEEKS),
            cites=(
                Cite(
                    "11.2", "will be required to return it all to Digital Services within two weeks", _return_sentence
                ),
                Cite("11.2", "All information held on the equipment will be deleted", _deleted_sentence),
            ),
        ),
    ),
    figures=("return_weeks",),
    receivers={Outcome.NOTIFY: ("digital_services",)},
)
