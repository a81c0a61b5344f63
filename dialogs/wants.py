"""What can be wanted of somebody who is asked about a record: a decision, a sign that they know, a step they take."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

APPROVE = "approve"


@dataclass(frozen=True, slots=True)
class Further:
    """A second way to answer: its verb, the title of its button, and the role that it brings the record to."""

    verb: str
    button: str
    role: str


@dataclass(frozen=True, slots=True)
class Want:
    """One thing that is wanted, and how it is said.

    ``verbs`` are the actions that answer it, its own first. ``button`` is the title of its button, ``doing`` what
    somebody is asked to do (``to ...``), ``awaited`` what a record waits for, ``saying`` the word that does it,
    ``ends`` what ends the reminders (``once you ...``), ``done`` what the one who did it is told, ``told`` what the
    owner is told. They may hold ``{ref}``, ``{who}``, ``{register}`` and ``{note}``. Where words are needed to do it,
    ``note`` is their label on the card and ``asks`` the question for them in chat. ``further`` is
    the choice to have somebody else know of it as well.
    """

    verbs: tuple[str, ...]
    button: str
    doing: str
    awaited: str
    saying: str
    ends: str
    done: str = ""
    told: str = ""
    note: str = ""
    asks: str = ""
    further: Further | None = None


WANTS: Mapping[str, Want] = MappingProxyType(
    {
        APPROVE: Want(
            verbs=("approve", "conditions", "refuse", "more"),
            button="Approve {ref}",
            doing="decide",
            awaited="your decision",
            saying="approve",
            ends="decide",
        ),
        "acknowledge": Want(
            verbs=("acknowledge",),
            button="Acknowledge {ref}",
            doing="acknowledge it",
            awaited="you to acknowledge it",
            saying="acknowledge",
            ends="acknowledge it",
            done="You acknowledged {ref}.",
            told="{who} has acknowledged {ref}.",
        ),
        "weigh": Want(
            verbs=("acknowledge", "tell_151"),
            button="Acknowledge {ref}",
            doing="decide whether the Section 151 officer has to know",
            awaited="you to say whether the Section 151 officer has to know",
            saying="acknowledge",
            ends="say whether they have to know",
            done="You acknowledged {ref}.",
            told="{who} has acknowledged {ref}.",
            further=Further("tell_151", "Tell the Section 151 officer of {ref}", "section_151_officer"),
        ),
        "pass_on": Want(
            verbs=("pass_on",),
            button="Pass on {ref}",
            doing="pass it on",
            awaited="you to pass it on",
            saying="pass it on",
            ends="pass it on",
            done="You passed on {ref}.",
            told="{who} has passed on {ref}.",
        ),
        "enter": Want(
            verbs=("enter",),
            button="Mark {ref} as entered",
            doing="enter it in {register}",
            awaited="you to enter it in {register}",
            saying="entered",
            ends="enter it in {register}",
            done="You entered {ref} in {register}.",
            told="**{who} has entered {ref} in {register}.** Tell your manager if anything about it changes.",
        ),
        "take_back": Want(
            verbs=("take_back",),
            button="All is back for {ref}",
            doing="confirm it once everything is back",
            awaited="you to confirm that everything is back",
            saying="all back",
            ends="confirm that everything is back",
            done="You confirmed that everything is back for {ref}.",
            told="**{who} confirms that everything is back ({ref}).** This is your receipt, so please keep it.",
        ),
        "inspect": Want(
            verbs=("inspect",),
            button="Mark {ref} as inspected",
            doing="mark it once it's inspected",
            awaited="you to mark it as inspected",
            saying="inspected",
            ends="mark it as inspected",
            done="You marked {ref} as inspected.",
            told="**{who} has inspected it ({ref}).** I'll remind you before the next inspection.",
        ),
        "advise": Want(
            verbs=("advise",),
            button="Send the answer to {ref}",
            doing="answer it",
            awaited="your answer",
            saying="answer",
            ends="answer it",
            done="You answered {ref}.",
            told="**{who} has answered {ref}:** “{note}”",
            note="Your answer",
            asks="What is your answer?",
        ),
        "take_step": Want(
            verbs=("take_step",),
            button="Record the step for {ref}",
            doing="record the step taken",
            awaited="you to record the step you take",
            saying="step",
            ends="record the step taken",
            done="You recorded the step taken for {ref}.",
            told="**{who} has recorded the step taken for {ref}:** “{note}”",
            note="The step you take, such as who deals with it instead",
            asks="Which step do you take?",
        ),
    }
)
OWN_VERBS: Mapping[str, str] = MappingProxyType(
    {verb: name for name, want in reversed(WANTS.items()) for verb in want.verbs}
)
