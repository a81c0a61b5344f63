"""Slots: what one text says of money, days, people, things and the facts of a situation, by British rules.

Everything here is a pure function of its arguments, safe to call from several threads, and builds its tables once.
"""

from datetime import datetime

from knowledge.understanding.slots.choices import read_choice
from knowledge.understanding.slots.dates import find_days, read_day
from knowledge.understanding.slots.devices import find_device, find_place
from knowledge.understanding.slots.facts import facts_for
from knowledge.understanding.slots.hours import WEEK, hours_named, read_hours
from knowledge.understanding.slots.kinds import Mentions, Money, Tag, When
from knowledge.understanding.slots.money import find_money, read_money
from knowledge.understanding.slots.negation import is_negated, is_question, is_third_person
from knowledge.understanding.slots.numbers import read_number
from knowledge.understanding.slots.oddities import (
    below_zero,
    miswritten,
    no_such_day,
    no_such_time,
    shares_named,
    someone_unheard_of,
    two_amounts,
    two_days,
    written_date,
)
from knowledge.understanding.slots.parties import read_parties
from knowledge.understanding.slots.percentages import read_share
from knowledge.understanding.slots.references import read_reference
from knowledge.understanding.slots.relations import find_relations
from knowledge.understanding.slots.tagging import tag, warm
from knowledge.understanding.slots.things import find_things
from knowledge.understanding.slots.times import read_time
from knowledge.understanding.slots.when_alone import is_only_when, tells_when
from knowledge.understanding.slots.yes_no import is_dont_know, is_withheld, read_yes_no

__all__ = [
    "WEEK",
    "Mentions",
    "Money",
    "Tag",
    "When",
    "below_zero",
    "extract",
    "facts_for",
    "hours_named",
    "is_dont_know",
    "is_only_when",
    "is_withheld",
    "miswritten",
    "no_such_day",
    "no_such_time",
    "read_choice",
    "read_day",
    "read_hours",
    "read_money",
    "read_number",
    "read_reference",
    "read_share",
    "read_time",
    "read_yes_no",
    "shares_named",
    "someone_unheard_of",
    "tells_when",
    "two_amounts",
    "two_days",
    "warm",
    "written_date",
]


def extract(text: str, now: datetime) -> Mentions:
    """Everything that the text mentions; ``now`` is the person's clock, local, aware or naive."""
    tags = tag(text)
    giver, organisations = read_parties(text)
    return Mentions(
        money=find_money(text),
        when=find_days(text, now),
        organisations=organisations,
        giver=giver,
        things=find_things(text, tags),
        device=find_device(text, tags),
        relations=find_relations(text),
        yes_no=read_yes_no(text),
        negated=is_negated(text),
        third_person=is_third_person(text),
        question=is_question(text),
        place=find_place(text),
        tags=tags,
    )
