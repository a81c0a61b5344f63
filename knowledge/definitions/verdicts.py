"""What comes of asking whether something falls under a term."""

from dataclasses import dataclass
from enum import StrEnum


class Falls(StrEnum):
    """Whether the thing falls under the term: by every section, by none, by some of them, or by what isn't known."""

    YES = "yes"
    NO = "no"
    DIFFERS = "differs"
    DEPENDS = "depends"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One thing judged: ``says`` rules in one sentence, ``because`` gives the reason.

    ``extra`` names the further passages to quote.
    """

    falls: Falls
    says: str
    because: str = ""
    extra: tuple[str, ...] = ()
