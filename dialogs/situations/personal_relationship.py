"""A relationship or family tie at work: Code of conduct, Personal relationships (CC-38, 39, 137 to 141)."""

from collections.abc import Mapping

from dialogs.situation import NOT_KNOWN, Answers, Option, Question, Situation
from dialogs.situations.declaring import declared, since

_CLAUSE = "personal-relationships"
_PEOPLE = {
    "councillor": "a councillor",
    "supervisee": "someone {you} supervise",
    "same_service_colleague": "a colleague in {your} service",
    "other_colleague": "a colleague in another service",
    "client": "a client",
    "customer": "a customer",
    "contractor": "a contractor",
    "supplier": "a supplier",
}


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the tie: ``your relationship with a councillor`` to its owner, ``a family tie to a client`` to others."""
    them = _PEOPLE.get(answers.get("with"), "someone through work")
    them = them.format(you="you" if mine else "they", your="your" if mine else "their")
    tie = "family tie to" if answers.get("related") is True else "relationship with"
    return {"thing": f"{'your' if mine else 'a'} {tie} {them}"}


def read_as(answers: Answers) -> Answers:
    """What answers come to: who does not know whether they have authority over somebody declares it."""
    return {"authority": True} if answers.get("authority") == NOT_KNOWN else {}


def leaves_open(answers: Answers) -> tuple[str, ...]:
    """Somebody who manages people may mean one of them by "someone in my team" (CC-138): that is asked."""
    about_their_manager = "manager" in str(answers.get("party") or "")
    return ("with",) if answers.get("with") == "same_service_colleague" and not about_their_manager else ()


_DECLARE = "{thing} has to be declared to {manager}."

PERSONAL_RELATIONSHIP = Situation(
    id="personal_relationship",
    audience="employee",
    kind="declaration",
    title="A relationship at work",
    noun="relationship",
    questions=(
        Question(
            "with",
            "choice",
            "Who is it with?",
            "With",
            "whether it's declared, and to whom, depends on who they are to you at work",
            f"{_CLAUSE}.8",
            options=(
                Option("councillor", "A councillor", ("cllr", "an elected member", "the leader of the council")),
                Option("supervisee", "Someone I supervise", ("i manage them", "my deputy", "they report to me")),
                Option(
                    "same_service_colleague",
                    "A colleague in my service",
                    ("someone in my team", "same team", "my manager", "my boss"),
                ),
                Option("other_colleague", "A colleague in another service", ("another department", "a different team")),
                Option("client", "A client or service user", ("client", "service user", "tenant")),
                Option("customer", "A customer"),
                Option("contractor", "A contractor"),
                Option("supplier", "A supplier"),
            ),
            needed=declared,
            may_be_unknown=False,
            told_first=True,
            called="who it's with",
        ),
        Question(
            "related",
            "yes_no",
            "Are you related to them?",
            "Related",
            "the code speaks of personal relationships and of people who are related",
            f"{_CLAUSE}.4",
            needed=declared,
            told_first=True,
            called="whether you're related",
        ),
        Question(
            "authority",
            "yes_no",
            "Does your job give you authority over them, such as choosing them or deciding what they get?",
            "Authority over them",
            "it is declared where your job gives you authority over them",
            f"{_CLAUSE}.9",
            called="whether you have authority over them",
        ),
        Question(
            "party",
            "text",
            "Who is it? You can give a name, or say “I'd rather not”.",
            "Name",
            "the one it's with must not be the one who is told",
            f"{_CLAUSE}.6",
            needed=declared,
            may_be_withheld=True,
            is_name=True,
            called="the name",
        ),
        since("Since when? A rough date will do.", f"{_CLAUSE}.8", "since when"),
    ),
    headlines={
        "related_to_councillor": "The code doesn't say whether {thing} has to be declared, so I can ask {manager} "
        "for you.",
        "councillor": _DECLARE,
        "supervisee": "{thing} has to be declared to {senior_manager}.",
        "same_service": _DECLARE,
        "authority": "As your job gives you authority over them, {thing} has to be declared to {manager}.",
        "contractor": "{thing} has to be declared to {manager}, whatever authority you have over them.",
        "declare": _DECLARE,
        "nothing": "There's nothing to declare about {thing}, as long as it doesn't influence what you do at work.",
    },
    columns={},
    told_by_thing=("with", "related"),
    offered=("A relationship at work", "a relationship at work", "relationship", "partner", "family at work"),
    told_with={"with": ("party",)},
    in_order=True,
    naming=naming,
    read_as=read_as,
    leaves_open=leaves_open,
)
