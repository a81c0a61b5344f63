"""Whether something falls under a term that a policy defines, with what is just inside and just outside."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType, SimpleNamespace

import pytest

from bot.cli import main
from dialogs.answering import find_answer
from knowledge.clauses import Library, load_library
from knowledge.definitions import define
from knowledge.definitions.kinship import kinds, read_kin
from knowledge.definitions.terms import load_terms
from knowledge.understanding.lessons import stored_questions
from knowledge.understanding.slots.lexicon import table
from knowledge.values import value
from tests.engines import any_engine

ON = date(2026, 11, 26)
LINES = Path(__file__).parent / "understanding"
INTERESTS, AT_WORK = "registration-of-interests.7", "personal-relationships.2"

RELATIVES = {
    "yes": """
        is my step-son a relative?
        is my stepdaughter a relative
        does my nan count as a relative?
        does my mam count as a relative
        is our kid a relative
        is the mrs a relative?
        is my mamgu a relative
        is my grandad a relative
        is my neice a relative
        is my mother-in-law a relative?
        mother in law, is she a relative?
        is my son in law a relative
        is my sister's husband a relative?
        is my uncle's wife a relative
        is my nephew's wife classed as a relative
        is the husband of my niece a relative
        is a half-brother a relative
        is my half sister a relative
        is my adopted daughter a relative
        is my step-mum a relative
        is my mum's brother a relative
        is my sister's boy a relative
        is my partner's kid a relative
        is my wife's mum a relative
        is my partner a relative
        is my civil partner a relative
        is my girlfriend a relative? she lives with me
        is my daughter's fella a relative, they live together
        is my fiancée a relative if we live together
        are aunts and uncles relatives?
        are my son and daughter relatives
        does an aunt count
        does the code's definition of relative include nieces
        do I have to treat my brother as a relative
        so my uncle is a relative, right?
        is my brother Gareth a relative?
        Hi, quick question: is my auntie a relative under the code?
        do you know if my nephew counts as a relative?
    """,
    "no": """
        is my step-niece a relative?
        step niece a relative?
        is my step-brother a relative
        is my great-aunt a relative
        is my great nephew a relative
        is my great-grandmother a relative
        is my nan's sister a relative
        is my godmother a relative?
        does my ex-wife count as a relative
        is my ex a relative
        is my ex-husband's brother a relative
        is my wife's brother a relative?
        is my wife's cousin a relative
        is my husband's niece a relative
        is my wife's sister's husband a relative
        is my brother's wife's son a relative
        is my lodger a relative
        is my neighbour a relative
        is my flatmate a relative?
        is my best mate a relative
        is my boss's wife a relative
        is a foster child a relative
        is my girlfriend a relative if we don't live together
        my girlfriend and I don't live together, is she a relative?
        is my son's girlfriend a relative if they live apart
        is my fella a relative? he has his own place
        is my girlfriend's daughter a relative, we don't live together
    """,
    "differs": """
        is my cousin a relative?
        is my first cousin a relative
        are cousins relatives
        is my cousin's wife a relative
        is the wife of my cousin a relative?
        is my mum's sister's boy a relative
        is my uncle's daughter a relative
        does relative include cousins
        does a cousin count when I'm recruiting
        my cousin has applied for a job in my team. Is he a relative?
        isn't my cousin a relative?
    """,
    "depends": """
        is my brother-in-law a relative
        is my sister in law a relative?
        are in-laws relatives
        is my girlfriend a relative
        is my fella a relative
        is my fiancé a relative?
        is my son's girlfriend a relative?
        is my sister's boyfriend a relative
        is my cousin's girlfriend a relative
        is a second cousin a relative
        is my dad's cousin a relative
    """,
}
OTHERS = [
    ("partner", "is my girlfriend my partner if we live apart", "no"),
    ("partner", "we don't live together, is she my partner", "no"),
    ("partner", "is my bloke a partner if he has his own place", "no"),
    ("partner", "is my flatmate a partner", "no"),
    ("partner", "is my ex-wife still my partner?", "no"),
    ("partner", "is my business partner a partner", "no"),
    ("partner", "we live together but aren't married, is he my partner?", "yes"),
    ("partner", "is a live-in girlfriend a partner", "yes"),
    ("partner", "does my boyfriend count as a partner if he's moved in", "yes"),
    ("partner", "is my fella my partner", "depends"),
    ("partner", "is my fiancé classed as a partner?", "depends"),
    ("friend", "is my best mate a friend", "yes"),
    ("friend", "is my butty a friend?", "yes"),
    ("friend", "is a facebook friend a friend", "no"),
    ("friend", "is someone I know from the gym a friend", "no"),
    ("friend", "is an acquaintance a friend", "no"),
    ("friend", "is a friend of a friend a friend?", "no"),
    ("friend", "is a colleague a friend", "depends"),
    ("friend", "does my neighbour count as a friend", "depends"),
    ("significant_interest", "is 20% a significant interest", "no"),
    ("significant_interest", "is twenty per cent significant?", "no"),
    ("significant_interest", "is just over 20% a significant interest?", "yes"),
    ("significant_interest", "is 20.01% significant", "yes"),
    ("significant_interest", "is 25% a significant interest", "yes"),
    ("significant_interest", "me and my wife own 12% each, is that a significant interest?", "yes"),
    ("significant_interest", "me and the missus own 12% each, is that significant", "yes"),
    ("significant_interest", "me and my wife own 10% each, is that a significant interest?", "no"),
    ("significant_interest", "I own 10% and my cousin 15%, is that significant?", "yes"),
    ("significant_interest", "I own 10% and my mate owns 15%, is that significant?", "no"),
    ("significant_interest", "I own 10% and my lodger has 15%, is that significant?", "yes"),
    ("significant_interest", "my brother owns 30%, is that a significant interest?", "yes"),
    ("significant_interest", "my neighbour owns 30%, is that a significant interest?", "no"),
    ("significant_interest", "the two of us own 11% each, is that significant", "yes"),
    ("significant_interest", "15% but I control it, is that significant", "depends"),
    ("significant_interest", "15% and no control, is that significant", "no"),
    ("significant_interest", "is a shareholding with a veto significant", "depends"),
]
COUNCILLORS = [
    ("removable_media", "is a USB stick removable media?", "yes"),
    ("removable_media", "is an SD card removable media", "yes"),
    ("removable_media", "does a camera card count", "yes"),
    ("removable_media", "does an external drive count as removable media?", "yes"),
    ("removable_media", "is a DVD removable media", "yes"),
    ("removable_media", "is my phone removable media", "depends"),
    ("removable_media", "would an ipad be removable media", "depends"),
    ("removable_media", "is cloud storage removable media?", "no"),
    ("removable_media", "is OneDrive removable media", "no"),
    ("removable_media", "is the laptop's internal drive removable media", "no"),
    ("removable_media", "is a USB cable removable media", "no"),
    ("personal_data", "is a name personal data", "yes"),
    ("personal_data", "is an email address personal data?", "yes"),
    ("personal_data", "is an opinion about someone personal data", "yes"),
    ("personal_data", "is what I think of somebody personal data", "yes"),
    ("personal_data", "does a phone number count", "yes"),
    ("personal_data", "is a dead person's record personal data?", "no"),
    ("personal_data", "is the name of someone who has died personal data", "no"),
    ("personal_data", "is a company name personal data", "no"),
    ("personal_data", "are anonymous statistics personal data", "no"),
    ("personal_data", "is it personal data if it's only a postcode", "depends"),
    ("incident", "is a cracked screen an incident", "yes"),
    ("incident", "my screen has cracked, is that an incident?", "yes"),
    ("incident", "is a lost file an incident", "yes"),
    ("incident", "are lost papers an incident", "yes"),
    ("incident", "is a virus an incident?", "yes"),
    ("incident", "is it an incident if I drop my iPad", "yes"),
    ("incident", "does a suspicious email count as an incident", "depends"),
    ("incident", "is slow internet an incident?", "no"),
    ("incident", "is a flat battery an incident", "no"),
    ("council_business", "is a ward party meeting council business?", "no"),
    ("council_business", "is canvassing council business", "no"),
    ("council_business", "is a letter to party members council business", "no"),
    ("council_business", "is a surgery council business", "yes"),
    ("council_business", "is a scrutiny committee council business", "yes"),
    ("council_business", "is a group meeting council business?", "depends"),
    ("council_business", "I'm on the fire authority, is that council business", "depends"),
]
WHOLE = [
    ("employee", "what counts as a relative?", "relative"),
    ("employee", "who is a relative?", "relative"),
    ("employee", "who's classed as a relative", "relative"),
    ("employee", "what's the definition of a relative in the code?", "relative"),
    ("employee", "what does partner mean", "partner"),
    ("employee", "who counts as a friend?", "friend"),
    ("employee", "what is a significant interest", "significant_interest"),
    ("employee", "what shareholding is significant", "significant_interest"),
    ("employee", "what's the difference between registering and declaring?", "register_or_declare"),
    ("councillor", "what is removable media?", "removable_media"),
    ("councillor", "what do you mean by personal data", "personal_data"),
    ("councillor", "what counts as an incident", "incident"),
    ("councillor", "what is meant by council business", "council_business"),
]
NOT_ASKED = """
    can my cousin bid for the contract
    my cousin is a relative of the owner
    is my brother a relative of the applicant?
    can I give it to a relative
    is a relative allowed to bid
    are relatives allowed to come to the dinner?
    my step-niece has applied for a job in my team
    my relative works for Tarmac
    should I tell my manager that my cousin works here
    is it ok if my brother tenders for the work
    can my partner come to the dinner
    my partner and I own a firm
    is my partner allowed to use my laptop
    does my wife's firm go on the register
    do I declare my brother's shares
    a friend offered me tickets
    is it alright to take a bottle from a friend
    can a friend drive the council van
    I own 25% of a company
    me and my wife own 12% each
    me and Dave own 12% each, is that significant?
    me, my wife and Dave own 8% each, is that significant?
    is 30% held by Dave a significant interest
    Dave has 30%, is that a significant interest
    we own 15% between us
    how many shares can I have
    is the increase significant
    is there a significant risk
    what should I do about a relative
    who do I tell about a relative
    what if a relative applies
    what happens if my friend is on the panel
    is Acme a partner of the council
    is Dave a relative
    what do relatives have to declare
    he's not a relative
    she isn't my partner
    yes, a relative
    a relative
    cousin
    is my cousin bidding for the contract if he's a relative
    is my dog insured
    is my nan a relative for bereavement leave
    is my partner a relative when it comes to the pension
    does my cousin count for compassionate leave
    does my cousin's firm count
    is this a relative matter
    I lost my laptop
    can I accept a gift from a relative?
    is my cousin a relative? can I give him the job?
""".split("\n")
NOT_ASKED_BY_COUNCILLORS = """
    can I use a USB stick
    my screen is cracked
    I've had an incident
    is it ok to use a usb stick for council business
    can I email my ward party
    can I travel on council business
    does my car insurance cover running about on council business
    I lost a USB stick with personal data on it
    can I send personal data by email
    how do I report an incident
    is this council business
    does this count as an incident
    can I use removable media
    is personal data allowed on my phone
    I clicked a link
    who do I ring about an incident
""".split("\n")


def asked(block: str) -> list[str]:
    return [line.strip() for line in block.strip().splitlines()]


def falls(text: str, audience: str = "employee") -> str | None:
    found = define(text, audience, load_library(), ON)
    return found and found.verdicts[0].falls.value


def cited(found) -> set[str]:
    return {quote.clause.id for quote in found.quotes}


@pytest.mark.parametrize(("text", "verdict"), [(q, v) for v, block in RELATIVES.items() for q in asked(block)])
def test_whether_somebody_is_a_relative_is_told_from_both_lists(text, verdict):
    found = define(text, "employee", load_library(), ON)
    assert found is not None
    assert (found.term, {v.falls.value for v in found.verdicts}) == ("relative", {verdict})
    assert {INTERESTS, AT_WORK} <= cited(found)


@pytest.mark.parametrize(
    ("audience", "term", "text", "verdict"),
    [("employee", *row) for row in OTHERS] + [("councillor", *row) for row in COUNCILLORS],
)
def test_whether_something_falls_under_a_term_is_told_with_every_passage_that_defines_it(audience, term, text, verdict):
    found = define(text, audience, load_library(), ON)
    assert found is not None
    assert (found.term, found.verdicts[0].falls.value) == (term, verdict)
    assert {p.clause for t in load_terms() if t.id == term for p in t.passages} <= cited(found)


@pytest.mark.parametrize(("audience", "text", "term"), WHOLE)
def test_asking_for_the_definition_gives_all_of_it(audience, text, term):
    found = define(text, audience, load_library(), ON)
    assert (found.term, [v.falls.value for v in found.verdicts]) == (term, ["whole"])


def test_an_in_law_is_not_named_but_the_stricter_path_is_told():
    for text in ("is my wife's brother a relative", "is my brother-in-law a relative"):
        assert "To be safe, treat" in define(text, "employee", load_library(), ON).verdicts[0].because


def test_a_reason_names_what_the_list_has_and_what_was_said():
    (verdict,) = define("is my step-niece a relative?", "employee", load_library(), ON).verdicts
    assert verdict.says == "No, your step-niece is not a relative in the Code's sense."
    assert verdict.because.startswith("Both lists name “niece”, but not “step-niece”.")


def test_several_asked_about_at_once_are_judged_one_by_one():
    found = define("are cousins and aunts relatives?", "employee", load_library(), ON)
    assert [v.falls.value for v in found.verdicts] == ["differs", "yes"]


@pytest.mark.parametrize("text", [line.strip() for line in NOT_ASKED if line.strip()])
def test_other_words_of_an_employee_are_no_question_about_a_term(text):
    assert falls(text) is None


@pytest.mark.parametrize("text", [line.strip() for line in NOT_ASKED_BY_COUNCILLORS if line.strip()])
def test_other_words_of_a_councillor_are_no_question_about_a_term(text):
    assert falls(text, "councillor") is None


@pytest.mark.parametrize(
    "text", ["is my cousin a relative?", "is 25% a significant interest", "who counts as a friend"]
)
def test_the_codes_terms_are_not_for_councillors(text):
    assert falls(text) is not None
    assert falls(text, "councillor") is None


@pytest.mark.parametrize(
    "text", ["is a USB stick removable media?", "is a surgery council business", "what is an incident"]
)
def test_the_schemes_terms_are_not_for_employees(text):
    assert falls(text, "councillor") is not None
    assert falls(text) is None


@pytest.mark.parametrize("name", ["questions_development", "questions_held_out", "search"])
def test_where_a_labelled_question_is_answered_its_clause_is_among_those_cited(name):
    lines = [json.loads(line) for line in (LINES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    for line in lines:
        found = define(line["text"], line["role"], load_library(), ON)
        assert found is None or cited(found) & set(line["clauses"]), line["text"]


def test_where_a_stored_question_is_answered_its_clause_is_among_those_cited():
    library = load_library()
    answered = [
        (clause, found)
        for clause, texts in stored_questions().items()
        for text in texts
        if (found := define(text, library.get(clause).audience, library, ON))
    ]
    assert len(answered) > 30
    assert all(clause in cited(found) for clause, found in answered)


@pytest.mark.parametrize("name", ["development", "held_out"])
def test_nothing_that_somebody_tells_is_taken_for_a_question_about_a_term(name):
    lines = [json.loads(line) for line in (LINES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    told = [line for line in lines if line.get("situation") != "policy_question"]
    assert len(told) > 300
    assert [line["text"] for line in told if falls(line["text"], line["role"])] == []


def test_every_quote_is_in_its_clause_word_for_word():
    library = load_library()
    for term in load_terms():
        for passage in (*term.passages, *term.extra.values()):
            assert passage.words in library.get(passage.clause).text
            assert library.get(passage.clause).audience == term.audience


def test_every_member_of_the_lists_is_named_in_one_of_them():
    relative = next(term for term in load_terms() if term.id == "relative")
    lists = " ".join(passage.words for passage in relative.passages)
    assert all(named in lists for entry in relative.table["member"] for named in entry["named"])
    assert {named for entry in relative.table["member"] for named in entry["named"]} >= set(
        "spouse, partner, parent-in-law, step-daughter, child of a partner, grandchild, niece, cousin".split(", ")
    )


@pytest.mark.parametrize("term", [term for term in load_terms() if term.cases], ids=lambda term: term.id)
def test_every_word_of_every_case_brings_the_verdict_of_its_case(term):
    words = [
        (word, entry["falls"]) for entry in term.table["case"] for some in entry["things"].values() for word in some
    ]
    expected = {word: "depends" if verdict == "couple" else verdict for word, verdict in words}
    asked = {word: falls(f"is the {word.replace('...', 'is')} {term.one}?", term.audience) for word in expected}
    assert asked == expected


def test_every_further_passage_that_a_case_wants_is_there():
    for term in load_terms():
        assert all(set(case.extra) <= set(term.extra) for case in term.cases)


def test_the_words_that_the_bot_reads_as_a_relative_elsewhere_are_known_here_too():
    listed = table("relations")["relation"]
    for kind in ("spouse", "partner", "parent", "son", "brother", "grandparent", "niece", "cousin", "friend"):
        assert all(read_kin(f"my {word}") for word in listed[kind]), kind
    for kind in ("parent", "grandparent", "uncle", "aunt", "nephew", "niece", "son", "daughter", "brother", "sister"):
        assert all(falls(f"is my {word} a relative") == "yes" for word in listed[kind] if " " not in word), kind


def test_no_word_for_a_relative_means_two_people():
    relative = next(term for term in load_terms() if term.id == "relative")
    words = [word.replace("-", "").replace(" ", "") for entry in relative.table["member"] for word in entry["words"]]
    assert len(words) == len(set(words))
    assert set(words) <= set(kinds())


def test_the_share_that_counts_is_the_figure_of_the_policy():
    over = value("significant_shareholding_over", ON).amount
    assert falls(f"is {over}% a significant interest") == "no"
    assert falls(f"is {over + 1}% a significant interest") == "yes"
    (whole,) = define("what is a significant interest", "employee", load_library(), ON).verdicts
    assert f"more than {over}%" in whole.says


def test_a_definition_is_silent_where_the_clause_has_other_words_now():
    library = load_library()
    clauses = tuple(
        replace(c, text=c.text.replace("cousin, ", "")) if c.id == INTERESTS else c for c in library.clauses
    )
    changed = Library(clauses, MappingProxyType(dict(library.titles)))
    assert define("is my cousin a relative", "employee", library, ON) is not None
    assert define("is my cousin a relative", "employee", changed, ON) is None
    assert define("is my best mate a friend", "employee", changed, ON) is not None


def test_the_schemes_definitions_hold_from_its_first_day():
    assert define("is a CD removable media", "councillor", load_library(), date(2022, 5, 1)) is not None
    assert define("is a CD removable media", "councillor", load_library(), date(2022, 4, 30)) is None


@pytest.mark.parametrize("decided", ["out_of_scope", "gift_offered", "removable_media_request"])
def test_the_definition_answers_whatever_the_engine_made_of_the_words(decided):
    understood = SimpleNamespace(decision="act", candidates=[SimpleNamespace(situation=decided)])
    found = find_answer(
        any_engine(), load_library(), "is my step-niece a relative?", "employee", ON, "Megan", understood=understood
    )
    assert (found.outcome, found.hits[0].clause.id) == ("answered", INTERESTS)
    assert "{" not in found.text and "ask Megan." in found.text
    assert [citation.position for citation in found.citations] == [1, 2, 3]


def test_the_command_line_answers_with_the_lists(capsys):
    assert main(["ask", "is my step-niece a relative?", "--role", "employee"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["outcome"] == "answered"
    assert answer["answer"].startswith("**No, your step-niece is not a relative")
    assert [c["clause"] for c in answer["citations"]] == [INTERESTS, AT_WORK, "registration-of-interests.8"]
    assert all(c["quote"] in load_library().get(c["clause"]).text for c in answer["citations"])


@pytest.mark.parametrize(
    "text", ["", "?", "a relative " * 60, "is " * 150 + "a relative?", "is my " + "wife's " * 40 + "cousin a relative"]
)
def test_odd_words_are_no_question_about_a_term(text):
    assert falls(text) is None
