"""The undertaking that a councillor signs: Members ICT Scheme 1.3, 4.6, 5.1 and 5.31 (MS-8, 43, 75)."""

from collections.abc import Mapping

from dialogs.situation import Answers, Question, Situation
from knowledge.ruling import Ruling


def _always(answers: Answers, ruling: Ruling) -> bool:
    return True


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the undertaking, and what to do before it where the policies have not been read."""
    unread = answers.get("read_policies") is False
    first = " Please read them before you sign: Democratic Services have copies." if unread else ""
    return {"thing": "the undertaking on the council's ICT", "first": first}


ICT_UNDERTAKING = Situation(
    id="ict_undertaking",
    audience="councillor",
    kind="acknowledgement",
    title="Signing the ICT undertaking",
    noun="undertaking",
    questions=(
        Question(
            "read_policies",
            "yes_no",
            "Have you read the scheme and the policies that go with it?",
            "Scheme and policies read",
            "you undertake to comply with them",
            "5.1",
            needed=_always,
            may_be_unknown=False,
            called="whether you've read them",
        ),
    ),
    headlines={
        "sign": "You sign this before you use the council's ICT equipment or systems. Signing it means that you'll "
        "keep to the scheme and the policies it names.{first}"
    },
    columns={},
    quotes={"sign": 3},
    offered=("Signing the ICT undertaking", "signing the ict undertaking", "undertaking", "sign", "agreement"),
    naming=naming,
    confirm="Do you give this undertaking? Say yes to sign and file it, or cancel.",
)
