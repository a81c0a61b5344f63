"""What a person typed, in order: a move, a decision, a correction, an answer, a side question, a new situation,
a policy question, out of scope."""

from dialogs.about_itself import answer_about_itself
from dialogs.about_ruling import answer_about_ruling
from dialogs.additions import offer_to_add
from dialogs.afresh import answer_question, hear_afresh, takes_up_offer
from dialogs.answering import find_answer
from dialogs.asking import carry_on, where_we_are
from dialogs.beginning import offer_to_park
from dialogs.campaigns_in_words import hear_about_reviews
from dialogs.changing import asks_what_changes, change_by_name, correct_in_passing
from dialogs.choosing_readers import choose_reader_in_words
from dialogs.confirming import hear_at_summary
from dialogs.contacts_in_words import contacts_in_words
from dialogs.contents import takes_content
from dialogs.covered import answer_whether_covered
from dialogs.decisions_in_words import decide_in_words
from dialogs.defining import asks_what_counts
from dialogs.desk import Turn
from dialogs.drafting import answer, open_facts, save, situation_of, step_of
from dialogs.editions_in_words import edit_in_words
from dialogs.exceptions import ask_for_exception_early, hear_exception
from dialogs.gaps import hear_of_gaps
from dialogs.handing_over_in_words import hand_over_in_words
from dialogs.help_line import line_first
from dialogs.kb_in_words import read_in_words
from dialogs.matters import another_matter, found_again, raised_concern
from dialogs.misunderstanding import cannot_be, misread
from dialogs.moves import MOVES, move, move_said_outright, repeat_question
from dialogs.named_records import asks_for_record, names_no_record
from dialogs.not_held import not_held
from dialogs.offers import take_offer
from dialogs.passing_on import pass_on
from dialogs.policy_reviews_in_words import review_in_words
from dialogs.routing import whom_to_ask
from dialogs.sentences import asks_something, is_move, wants_it_filed
from dialogs.settling_in_words import settle_in_words
from dialogs.signposts import SIGNPOSTS, signposted
from dialogs.situation import NOT_KNOWN, Question
from dialogs.straying import told_besides
from dialogs.taking import LONGEST_CHOICE, takes_answer
from dialogs.talk import noted_as, thing
from dialogs.teaching_in_words import teach_in_words
from dialogs.what_if_words import asks_why, supposal_in
from dialogs.wording import listed
from knowledge.words import AUDIENCES
from storage import drafts
from storage.tables import Draft

WORTH_KEEPING = 4


def hear(turn: Turn, text: str) -> None:
    """Decide what typed words come to."""
    draft = drafts.active(session=turn.session, person=turn.person.id)
    if (
        contacts_in_words(turn, text, draft)
        or read_in_words(turn, text, draft)
        or hear_about_reviews(turn, text, draft)
    ):
        return
    if (asks_why(text) or supposal_in(text)) and names_no_record(turn, text, draft):
        return
    if answer_about_ruling(turn, text, draft):
        return
    if draft:
        turn.desk.memory.take(turn.person.id, turn.now)
    outright = move_said_outright(text)
    if outright and not (draft and (_offered(draft, outright) or _is_an_option(turn, draft, text))):
        move(turn, outright, draft)
    elif (
        choose_reader_in_words(turn, text, draft)
        or settle_in_words(turn, text, draft)
        or review_in_words(turn, text, draft)
        or edit_in_words(turn, text, draft)
        or teach_in_words(turn, text, draft)
        or hear_of_gaps(turn, text, draft)
        or hand_over_in_words(turn, text, draft)
        or decide_in_words(turn, text, draft)
        or asks_for_record(turn, text, draft)
        or names_no_record(turn, text, draft)
        or answer_about_itself(turn, text, draft)
        or answer_whether_covered(turn, text, draft)
        or hear_exception(turn, text, draft)
    ):
        return
    elif asks_what_counts(turn, text):
        _answer_aside(turn, save(turn, draft, offer=None), text) if draft else answer_question(turn, text)
    elif draft:
        _hear_in_draft(turn, draft, text)
    elif not takes_up_offer(turn, text) and not pass_on(turn, text):
        hear_afresh(turn, text)


def _offered(draft: Draft, outright: str) -> bool:
    return outright == "change" and (draft.meta.get("offer") or {}).get("kind") == "change"


def _is_an_option(turn: Turn, draft: Draft, text: str) -> bool:
    """Say whether the words are one of the answers to the question that is open: "pass" for an ID card."""
    question = step_of(turn, draft).question
    words = text.casefold().strip(" .!").removesuffix(" please")
    return bool(question) and any(words in (o.title.casefold(), *o.words) for o in question.options)


def _hear_in_draft(turn: Turn, draft: Draft, text: str) -> None:
    step = step_of(turn, draft)
    if change_by_name(turn, draft, text):
        return
    if draft.meta.get("offer") and take_offer(turn, draft, text):
        return
    if takes_content(turn, draft, step.question, text):
        return
    takes_all = bool(step.question) and step.question.takes_all
    if (
        not takes_all
        and another_matter(turn, draft, text)
        and not _is_an_option(turn, draft, text)
        and not _tells_of_this_one(turn, draft, step.question, text)
    ):
        offer_to_park(turn, draft, turn.incoming.understanding.candidates[0].situation, text)
        return
    concern = "" if takes_all or _is_an_option(turn, draft, text) else raised_concern(turn, text)
    if concern:
        _stop_asking(turn, draft, concern)
        return
    if wants_it_filed(text) and step.question:
        _file_as_it_is(turn, draft)
        return
    if step.question and ask_for_exception_early(turn, draft, text):
        return
    if _says_what_cannot_be(turn, draft, step.question, text):
        return
    if found_again(turn, draft, text) or correct_in_passing(turn, draft, text, step.question):
        return
    if step.question is None:
        if not hear_at_summary(turn, draft, text):
            _hear_aside(turn, draft, None, text)
    elif asks_what_changes(turn, draft, text, step.question):
        return
    elif not takes_answer(turn, draft, step.question, text):
        _hear_aside(turn, draft, step.question, text)


def _tells_of_this_one(turn: Turn, draft: Draft, question: Question | None, text: str) -> bool:
    """Say whether a few words tell a choice of the matter in hand, though they might also open another one."""
    return question is not None and len(text.split()) <= LONGEST_CHOICE and bool(told_besides(turn, draft, question))


def _says_what_cannot_be(turn: Turn, draft: Draft, question: Question | None, text: str) -> bool:
    why = "" if asks_something(turn, text) else cannot_be(turn, draft, question, text)
    if why and question:
        misread(turn, draft, question, text, why)
    elif why:
        carry_on(turn, draft, why)
    return bool(why)


def _file_as_it_is(turn: Turn, draft: Draft) -> None:
    """Leave out what may be left out, so that something urgent can be filed with what is known."""
    while (question := step_of(turn, draft).question) and question.may_be_unknown and situation_of(draft).urgent:
        draft = answer(turn, draft, question.id, NOT_KNOWN)
    carry_on(turn, draft, "I still need this first." if step_of(turn, draft).question else "")


def _hear_aside(turn: Turn, draft: Draft, question: Question | None, text: str) -> None:
    understood = turn.incoming.understanding
    top = understood.candidates[0].situation if understood and understood.candidates else ""
    if is_move(turn, text, MOVES):
        move(turn, top, draft)
    elif asks_something(turn, text) or top == "policy_question" and understood.decision == "act":
        _answer_aside(turn, draft, text)
    elif _tells_of_this_one(turn, draft, question, text) and _notes_in_passing(turn, draft, question):
        return
    elif understood and understood.decision == "act" and top in AUDIENCES and top != draft.situation:
        _answer_other_matter(turn, draft, top, text)
    elif question is not None:
        if not _notes_in_passing(turn, draft, question):
            misread(turn, draft, question, text)
    elif understood and understood.decision == "act" and top == draft.situation:
        repeat_question(turn, draft, f"We're on that one already: {thing(situation_of(draft), draft.answers)}.")
    elif len(text.split()) >= WORTH_KEEPING or any(each.isdigit() for each in text):
        offer_to_add(turn, draft, text)
    else:
        misread(turn, draft, None, text)


def _notes_in_passing(turn: Turn, draft: Draft, question: Question) -> bool:
    """Keep what the words tell for questions that are still to come; say whether they told anything."""
    told = open_facts(turn, draft, question.id)
    if not told:
        return False
    situation = situation_of(draft)
    noted = [noted_as(situation.question(k), v, turn.today) for k, v in told.items()]
    draft = save(turn, draft, {**draft.answers, **told}, misses=0)
    carry_on(turn, draft, "Noted." if situation.sensitive else f"Noted: {listed(noted)}.")
    return True


def _answer_aside(turn: Turn, draft: Draft, text: str) -> None:
    desk, person = turn.desk, turn.person
    found = find_answer(
        desk.engine,
        desk.library,
        text,
        person.audience,
        turn.today,
        whom_to_ask(desk.directory, person),
        draft.situation,
    )
    turn.kept = True
    carry_on(
        turn, draft, line_first(turn, found.hits), found.text, where_we_are(turn, draft), citations=found.citations
    )


def _answer_other_matter(turn: Turn, draft: Draft, situation: str, text: str) -> None:
    turn.kept = True
    if situation in SIGNPOSTS:
        _stop_asking(turn, draft, situation)
        return
    carry_on(turn, draft, not_held(turn, situation), where_we_are(turn, draft))


def _stop_asking(turn: Turn, draft: Draft, situation: str) -> None:
    """Answer a concern that goes by another route, and let the question that was open wait."""
    paragraphs, citations = signposted(turn, situation)
    about = thing(situation_of(draft), draft.answers, with_giver=False)
    turn.say(
        *paragraphs, f"What you told me about {about} is kept. Say “carry on” to go back to it.", citations=citations
    )
