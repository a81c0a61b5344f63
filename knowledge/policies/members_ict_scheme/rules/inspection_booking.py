"""The inspection of a councillor's device: at least once in a period that the scheme gives, by Digital Services.

Members ICT Scheme 4.6 and 8.1 (MS-42, 87). The clauses differ on time and notice, so none is promised (X37); the law
behind the inspection is not named in the text and not here (X38).
"""

from knowledge.days import in_words, months_after
from knowledge.facts import Fact
from knowledge.phrases import device, sentence
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import COUNCILLOR, Outcome


def _due_sentence(said) -> str:
    yours = f"your {device(said.device)}"
    if said.last_inspected is None:
        return f"Book {yours} with Digital Services within {said.inspection_months} months of its last inspection."
    due = in_words(months_after(said.last_inspected, said.inspection_months))
    return f"{sentence(yours)} was last inspected on {in_words(said.last_inspected)}, so book it in by {due}."


def _notice_sentence(said) -> str:
    return "A booking does not rule out that the council looks at another time, or without notice."


RULE = Rule(
    situation="inspection_booking",
    role=COUNCILLOR,
    own_facts=(
        Fact("device", "choice", ("ipad", "laptop", "phone", "id_card", "removable_media", "other")),
        Fact("last_inspected", "date"),
    ),
    lines=(
        Line(
            key="book",
            when=always,
            gives=Outcome.NOTIFY,
            cites=(
                Cite(
                    "4.6",
                    "(vii) allow reasonable access to the equipment for regular inspection, maintenance, upgrades or "
                    "remedial work. The Council is required by legislation to inspect any provided device at least "
                    "once within a 12 month period",
                    _due_sentence,
                    exact=True,
                ),
                Cite("8.1", "which may be undertaken remotely and without notice to the Member", _notice_sentence),
            ),
        ),
    ),
    figures=("inspection_months",),
    receivers={Outcome.NOTIFY: ("digital_services",)},
)
