"""The day until which something is to be reviewed, as HR type it."""

from datetime import date, datetime

import pytest

from dialogs.review_days import review_day
from knowledge.errors import Sayable
from tests.town import LONDON

NOW = datetime(2026, 11, 17, 10, 0, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("1 May 2027", date(2027, 5, 1)),
        ("2027-05-01", date(2027, 5, 1)),
        ("the end of March 2027", date(2027, 3, 31)),
        ("end of March", date(2027, 3, 31)),
        ("march", date(2027, 3, 31)),
        ("May.", date(2027, 5, 31)),
        ("next month", date(2026, 12, 31)),
        ("the end of the year", date(2026, 12, 31)),
        ("the end of next year", date(2027, 12, 31)),
        ("the end of the financial year", date(2027, 3, 31)),
        ("in six months", date(2027, 5, 17)),
        ("none", None),
    ],
)
def test_a_day_is_read_as_it_is_meant_and_of_a_span_the_last(words, day):
    assert review_day(words, NOW) == day


@pytest.mark.parametrize(
    "words", ["next spring", "mid march", "soonish", "2027", "early May", "31 February", "1 or 2 May"]
)
def test_what_is_no_one_day_is_asked_for_again(words):
    with pytest.raises(Sayable, match="Say"):
        review_day(words, NOW)
