"""Lost or stolen papers of a councillor: reported at once to the same two offices as a lost device.

Members ICT Scheme 5.15 to 5.18, 5.23, 5.27 and 5.31 (MS-58-61, 67, 71, 75).
"""

from knowledge.incidents import incident_facts, papers, papers_are_missing
from knowledge.policies.members_ict_scheme.rules.reporting import (
    INCIDENT,
    REPORTED,
    controller_lines,
    evidence_cite,
    example_cite,
    report_cite,
)
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import COUNCILLOR, Outcome


def _names_people(said) -> bool:
    return said.personal_data or said.data_of in ("council", "constituents", "party")


def _paper_sentence(said) -> str:
    return f"So the same holds for {papers(said)} as for a lost device."


def _evidence_sentence(said) -> str:
    return "Keep whatever shows what was lost, where it was and what has happened since."


def _incident_sentence(said) -> str:
    return "A lost paper case file is one of the scheme's own examples, so missing papers count as an incident."


def _disclosure_sentence(said) -> str:
    return (
        f"If somebody reads personal data in {papers(said)}, nobody has authorised that, so say in your report whose "
        "data it is."
    )


RULE = Rule(
    situation="papers_lost",
    role=COUNCILLOR,
    own_facts=incident_facts(),
    lines=(
        Line(
            key="report",
            when=always,
            gives=Outcome.REPORT,
            duties=INCIDENT,
            cites=(
                report_cite(papers_are_missing),
                Cite("5.18", "This process also applies to lost paper records", _paper_sentence),
                evidence_cite(_evidence_sentence),
                example_cite(_incident_sentence),
                Cite(
                    "5.27",
                    "the unauthorised processing or disclosure of such information is prohibited",
                    _disclosure_sentence,
                    when=_names_people,
                ),
            ),
        ),
        *controller_lines(lambda said: f"in {papers(said)}"),
    ),
    receivers=REPORTED,
)
