"""The library of clauses: ids, labels, headings, dates, and what the export says."""

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from knowledge.clause_files import plain_text, split_clauses
from knowledge.clauses import Library, clauses_of_row, export_lines, load_library

LIBRARY = load_library()
CODE, SCHEME = "employee_code_of_conduct", "members_ict_scheme"
TODAY, BEFORE_THE_SCHEME = date(2026, 11, 23), date(2022, 4, 30)


def doubles(things):
    return [thing for thing, count in Counter(things).items() if count > 1]


def test_ids_and_labels_are_unique():
    assert doubles(clause.id for clause in LIBRARY.clauses) == []
    assert doubles(clause.label for clause in LIBRARY.clauses) == []


def test_no_clause_is_empty_or_over_1500_characters():
    assert [clause.id for clause in LIBRARY.clauses if not 0 < len(clause.text) <= 1500] == []


def test_no_markdown_is_left_in_a_text():
    assert [clause.id for clause in LIBRARY.clauses if set("*#[]<>`") & set(clause.text)] == []
    assert [clause.id for clause in LIBRARY.clauses if "\n- " in clause.text or clause.text.startswith("- ")] == []
    assert [clause.id for clause in LIBRARY.clauses if any(not line.strip() for line in clause.text.split("\n"))] == []


def test_every_clause_has_a_heading():
    assert [clause.id for clause in LIBRARY.clauses if not clause.heading or not all(clause.heading)] == []


def test_paragraphs_of_the_code_are_counted_under_their_heading():
    seen = Counter()
    for clause in LIBRARY.in_force("employee"):
        seen[clause.heading] += 1
        # "Employees" under "Harassment and bullying" would say nothing on its own
        named = clause.heading[-2:] if clause.heading[-1] == "Employees" else clause.heading[-1:]
        slug = re.sub("[^a-z]+", "-", named[0].lower())
        assert clause.id == f"{slug}.{seen[clause.heading]}"
        assert clause.label == f"Code of conduct, {', '.join(named)}, paragraph {seen[clause.heading]}"


@pytest.mark.parametrize(
    "clause_id, label",
    [
        ("gifts.1", "Code of conduct, Gifts, paragraph 1"),
        (
            "registration-of-gifts-and-hospitality.9",
            "Code of conduct, Registration of gifts and hospitality, paragraph 9",
        ),
        ("harassment-and-bullying.1", "Code of conduct, Harassment and bullying, Employees, paragraph 1"),
        ("5.16", "Members ICT Scheme 5.16"),
        ("5.21-it-access", "Members ICT Scheme 5.21 (IT Access)"),
        ("5.21-removable-media", "Members ICT Scheme 5.21 (Removable media)"),
        ("5.32-foi", "Members ICT Scheme 5.32 (Freedom of information)"),
        ("5.32-ico-reading", "Members ICT Scheme 5.32 (Information Commissioner's guidance)"),
        ("front.office-hours", "Members ICT Scheme, front page (office hours help line)"),
        ("appendix-1", "Members ICT Scheme, Appendix 1"),
    ],
)
def test_a_label_says_where_to_look(clause_id, label):
    assert LIBRARY.get(clause_id).label == label


@pytest.mark.parametrize(
    "clause_id, number, words",
    [
        ("5.21-it-access", "5.21", "password remains confidential"),
        ("5.21-removable-media", "5.21", "prohibit the use of all removable media devices"),
        ("5.32-foi", "5.32", "Individual Members are not authorities"),
        ("5.32-ico-reading", "5.32", "Information produced or received by Councillors"),
    ],
)
def test_clauses_that_share_a_number_are_told_apart(clause_id, number, words):
    assert LIBRARY.get(clause_id).number == number
    assert words in LIBRARY.get(clause_id).text


def test_a_short_list_stays_with_its_opening_line_and_a_long_item_is_a_clause_of_its_own():
    assert LIBRARY.get("gifts-and-hospitality.1").text.count("\n") == 2
    assert LIBRARY.get("gifts-and-hospitality.2").text.startswith("Employees must treat with extreme caution")
    assert LIBRARY.get("gifts-and-hospitality.3").text.startswith("Employees must not compromise")
    items = [LIBRARY.get(f"registration-of-gifts-and-hospitality.{number}").text for number in range(4, 10)]
    openings = ["Employees must always record", "Employees must take care", "Employees must refuse", "Any prizes won"]
    openings += ["Where an external organisation", "Employees should treat all offers of free hotel accommodation"]
    assert all(item.startswith(opening) for item, opening in zip(items, openings, strict=True))


def test_the_heading_is_a_path():
    assert LIBRARY.get("gifts.1").heading == ("Conflicts of interest, gifts and hospitality", "Gifts")
    assert LIBRARY.get("5.28").heading[1:] == ("Legal Responsibilities Guidance Note", "The Data Protection Act 2018")
    assert LIBRARY.get("5.33").heading[-1] == "The Freedom of Information Act 2000"


def test_an_unknown_clause_is_named_in_the_error():
    with pytest.raises(KeyError, match="gifts.99"):
        LIBRARY.get("gifts.99")


def test_each_audience_is_given_its_own_policy():
    assert {clause.policy for clause in LIBRARY.in_force("employee", TODAY)} == {CODE}
    assert {clause.policy for clause in LIBRARY.in_force("councillor", TODAY)} == {SCHEME}
    assert LIBRARY.in_force() == LIBRARY.in_force(on=TODAY) == LIBRARY.clauses


def test_the_scheme_is_in_force_from_its_first_day_and_the_undated_code_always():
    assert LIBRARY.in_force("councillor", BEFORE_THE_SCHEME) == ()
    assert len(LIBRARY.in_force("councillor", date(2022, 5, 1))) == len(LIBRARY.in_force("councillor", TODAY)) > 0
    assert LIBRARY.in_force("employee", BEFORE_THE_SCHEME) == LIBRARY.in_force("employee", TODAY)


def test_policies_are_listed_with_their_titles():
    titles = [LIBRARY.title(policy) for policy in LIBRARY.policies]
    assert titles == ["Code of conduct", "Members ICT Scheme"]


def test_a_library_with_two_clauses_of_one_id_is_refused():
    clause = LIBRARY.get("gifts.1")
    with pytest.raises(ValueError, match="share an id"):
        Library((clause, replace(clause, text="Something else.")), MappingProxyType({CODE: "Code of conduct"}))


def test_the_export_has_a_json_line_for_every_clause_in_force():
    lines = [json.loads(json.dumps(line)) for line in export_lines(LIBRARY, TODAY)]
    assert [line["clause"] for line in lines] == [clause.id for clause in LIBRARY.clauses]
    assert lines[-1]["effective_from"] == "2022-05-01"
    assert lines[0] == {
        "policy": CODE,
        "clause": "policy-overview.1",
        "label": "Code of conduct, Policy overview, paragraph 1",
        "text": "The code of conduct sets out the standards we expect from our employees.",
        "audience": "employee",
        "version": 1,
        "effective_from": None,
        "heading": ["Policy overview"],
    }


def test_the_export_leaves_out_what_is_not_yet_in_force():
    assert {line["policy"] for line in export_lines(LIBRARY, BEFORE_THE_SCHEME)} == {CODE}


def test_markdown_goes_and_nothing_else():
    markdown = "- 12.6 See the [policy](#) - **all** of it:\n  - (i) *this*  \n\n(<http://example.org/a-b>) stays"
    assert plain_text(markdown) == "12.6 See the policy - all of it:\n(i) this\n(http://example.org/a-b) stays"


def test_a_clause_file_is_split_at_its_heads():
    content = '+++\nid = "a"\n+++\n\nFirst +++ one.\n\n+++\nid = "b"\nempty = true\n+++\n\n9.9\n'
    assert list(split_clauses(content)) == [({"id": "a"}, "First +++ one."), ({"id": "b", "empty": True}, "9.9")]


ROWS = [f"CC-{number}" for number in range(1, 153)] + [f"MS-{number}" for number in range(1, 106)]
AUDIENCE = {"CC": "employee", "MS": "councillor"}


@pytest.mark.parametrize("row", ROWS)
def test_a_checklist_row_leads_to_clauses_of_its_policy(row):
    clauses = [LIBRARY.get(clause_id) for clause_id in clauses_of_row(row)]
    assert {clause.audience for clause in clauses} <= {AUDIENCE[row[:2]]}
    assert bool(clauses) == (row != "MS-19")


@pytest.mark.parametrize(
    "row, ids",
    [
        ("CC-14", ("political-neutrality.2", "political-neutrality.3")),
        ("CC-63", ("personal-interests.2", "registration-of-interests.10")),
        ("CC-83", ("registration-of-interests.7", "personal-relationships.3")),
        ("CC-90", ("gifts-and-hospitality.1",)),
        ("CC-95", ("gifts.1",)),
        ("CC-113", ("registration-of-gifts-and-hospitality.9",)),
        ("CC-139", ("personal-relationships.6", "personal-relationships.7")),
        ("MS-4", ("front.email", "12.6")),
        ("MS-59", ("5.16",)),
        ("MS-64", ("5.21-removable-media",)),
        ("MS-77", ("5.32-ico-reading",)),
        ("MS-105", ("appendix-1", "appendix-2")),
    ],
)
def test_a_checklist_row_names_the_clauses_that_hold_it(row, ids):
    assert clauses_of_row(row) == ids


def test_an_unknown_row_is_named_in_the_error():
    with pytest.raises(KeyError, match="CC-153"):
        clauses_of_row("CC-153")


def test_the_clauses_in_no_row_are_known():
    in_rows = {clause_id for row in ROWS for clause_id in clauses_of_row(row)}
    assert [clause.id for clause in LIBRARY.clauses if clause.id not in in_rows] == ["front.title"]
