"""Where the Code only advises: schools whose governing body is the employer (Code of conduct, Principles; CC-6)."""

from dialogs.desk import Turn
from dialogs.replies import Citation
from dialogs.wording import quoted
from knowledge.ruling import Finding, Ruling

LINE = "advisory"


def finding(ruling: Ruling) -> Finding | None:
    """Give the finding that the Code is advice for this person, None where it binds them."""
    return next((f for f in ruling.findings if f.line == LINE), None) if ruling.advisory else None


def said_once(turn: Turn, ruling: Ruling, position: int) -> tuple[str, tuple[Citation, ...]]:
    """Say that what the Code asks is advice here, with its clause as citation ``position``; nothing where it binds."""
    found = finding(ruling)
    if found is None:
        return "", ()
    text, citation = quoted(found.quote, turn.desk.library.get(found.clause), position)
    return f"{found.because} {text}", (citation,)
