"""The sentences in which people ask whether something falls under a term, as patterns.

``{name}`` in a pattern stands for the part of that name. White space in a text has been made single before.
"""

import functools
import re
from collections.abc import Mapping

from knowledge.definitions.terms import Term

_PARTS = {
    "x": r"(?P<x>.+?)",
    "no": "(?:not )?",
    "adverb": "(?:also|still|really|actually|technically|even|then|strictly|officially|legally|normally|ever|always"
    "|just|too|all|both|automatically|necessarily|usually|properly|exactly)",
    "adverbs": "(?:{adverb} )*",
    "as": "(?: (?:as|to be|with|among|amongst|under|being|in with))?",
    "counted": "(?:counted|classed|classified|considered|regarded|seen|treated|deemed|thought of|defined|viewed"
    "|recognised|included|meant|covered|listed|down){as} ",
    "count": "(?:be {adverbs}(?:{counted})?"
    "|(?:count|class|qualify|rank|go down|come|fall|get classed|get counted){as} )",
    "counts": "(?:counts?|qualif(?:y|ies)|class(?:es)?)",
    "maybe_counted": "(?:{count}|{counted})?",
    "take": "(?:count|class|treat|see|regard|consider|call|include|describe|define|view|think of)",
    "we": "(?:i|we|you|they|people|hr|the (?:code|scheme|council|policy))",
    "she": "(?:he|she|they|it|that|this|those|these|we|you)",
    "them": "{she}(?: (?:one|all|both|two))?",
    "be": "(?:is|are|was|were|isn'?t|aren'?t|am)",
    "do": "(?:does|do|would|will|can|could|should|might|must|doesn'?t|don'?t|wouldn'?t)",
    "are": "(?:{be}|{do})",
    "whose": "(?:(?:an?|the|my|your|our|any|one of (?:the|my)|some) )?(?:(?:close|actual|real|proper) )?",
    "field": "(?:recruitment|recruiting|hiring|interviews?|interviewing|appointments?|jobs?|job decisions|contracts?"
    "|contractors?|tenders?|companies|declarations?|the register|the form|the panel|selection|this|that"
    "|these purposes|this purpose|me)",
    "code": "(?:the |this |that |your |our )?(?:council'?s? )?"
    "(?:code(?: of conduct)?|scheme|policy|policies|rules?|definitions?|lists?|terms)",
    "or_not": "or (?:not|just|what|(?:just |only |is (?:he|she|it) )?(?:an? )?[\\w-]+)",
    "aside": "(?:of mine|of yours|to me|{or_not}|too|as well|then|anyway|here|at all|please|pls|technically"
    "|strictly speaking|really|officially|by law"
    "|(?:in|under|for|on|about|by|according to|when it comes to|as far as) (?:{code}|{field})(?: goes| says)?)",
    "asides": r"(?:[\s,]+{aside})*",
    "tag": "(?:right|yes|yeah|correct|innit|isn't (?:he|she|it)|aren't they|is (?:he|she|it)|doesn't (?:he|she|it))",
    "turn": "(?:if|when|even if|even though|although|though|because|since|but|given|while|as long as|provided|where)",
    "end": r"{asides}(?:[\s,]+{tag})?(?:[\s,-]+{turn}\b.*|(?:, ?| - )(?:we|he|she|they|i)\b.*)?$",
    "term": "{whose}{name}{end}",
    "meaning": "(?:definition|list|word|term|meaning)",
    "what": "(?:what|who|(?:what|how (?:much|many|big)) (?:a )?(?:shareholding|stake|shares?|percentage)"
    "|which (?:people|things|family|relatives|kind of people))(?:'?s)?",
    "makes": "(?:is|are|{counts}{as}|makes? (?:something|someone|somebody|it)|can be|would be)",
}
_SHAPES = {
    "name": r"(?<![\w-]){name}",
    "is": "{be} {x} {adverbs}{no}{adverbs}(?:{counted})?{term}",
    "does": "{do} {x} {adverbs}{no}{count}{term}",
    "take": "{do} {we} (?:have to |need to )?{adverbs}{take} {x} (?:(?:as|to be|among|under|in) )?{term}",
    "include": "(?:does|do|would) (?:the )?(?:(?:code|scheme|policy)'?s? )?(?:{meaning} (?:of )?)?{whose}{name} "
    "{adverbs}(?:include|cover|mean|extend to|take in) {x}{end}",
    "in_list": "(?:is|are) {x} (?:in|on|included in|part of|covered by|within|under) (?:the )?(?:(?:code|scheme)'?s? )?"
    "{meaning} of {term}",
    "if": r"{are} (?:it|this|that) {adverbs}{no}{maybe_counted}{whose}{name}[\s,]+(?:if|when|where|to) {x}$",
    "pronoun": "{are} {them} {adverbs}{no}{maybe_counted}{term}",
    "she": r"{x}[\s,;:-]+(?:(?:so|and|but|then) )?{are} {them} {adverbs}{no}{maybe_counted}{term}",
    "alone": "(?:does|do|would|will) {x} {adverbs}(?:count|qualify){end}",
    "statement": "{x} (?:is|are|would|{counts}) {adverbs}{no}(?:be )?(?:as |under )?(?:{counted})?{term}",
    "bare": r"{x}(?:\s*[,:=/-]\s*|\s+){term}",
    "whole": "(?:{what} {adverbs}(?:{makes} )?{adverbs}(?:meant by |{counted})?(?:the {meaning} of )?"
    "|what (?:does|do) (?:{we} )?(?:(?:mean by|count as|class as|call|say is) )?"
    "|(?:define|explain|(?:the )?{meaning} of|list the|show me the {meaning} of) "
    "|how (?:is|are|do {we} define|does {we} define) )"
    "(?:the (?:word|term) )?(?:(?:an?|the|any) )?{name}(?: (?:means?|defined|exactly|count|include|cover))*{asides}$",
}
_NEVER = re.compile(r"(?!)")

POLITE = re.compile(
    r"^(?:(?:hi|hello|hey|hiya|good morning|morning|good afternoon|afternoon|sorry|so|and|but|also|ok|okay|right|well"
    r"|um|erm|er|btw|by the way|just|quick question|question|quick one|one thing|actually|please|pls|excuse me"
    r"|just checking|just wondering|just to check|thanks|out of interest|hang on|wait|hold on|first"
    r"|before i (?:answer|go on|carry on|file))[\s,.:;!-]+)+"
)
"""What people put before a question."""

WHETHER = re.compile(
    r"^(?:(?:can|could|would) you (?:please )?(?:tell me|say|check|confirm|clarify)|do you know|how do i know|tell me"
    r"|(?:(?:i'm|i am|im) )?(?:not (?:really )?(?:sure|clear|certain)|unsure|unclear|wondering|confused about)"
    r"|i (?:do not|don't|dont) know|dunno|no idea|any idea|i wonder|i was wondering|check"
    r"|i (?:want|wanted|need|would like) to (?:know|check|ask)|i'd like to (?:know|check)"
    r"|is it (?:right|true|correct)|am i right(?: in thinking)?|the question is) (?:if |whether |that )?"
)
"""What turns the statement that follows into a question."""

NO_THING = re.compile(
    r"\b(?:allowed|ok|okay|alright|permitted|banned|safe|needed|required|fine|acceptable)\b"
    r"|^what(?! (?:i|he|she|they|we) (?:thinks?|said|says?|wrote)\b)"
    r"|^(?:it|there|this|that|who|which|where|when|why|how)\b"
)
"""Words that ask about something else than whether a thing falls under a term."""

ELSEWHERE = re.compile(
    r"\b(?:(?:annual|sick|parental|maternity|paternity|carer'?s|special|unpaid) leave|bereavement|compassionate|parking"
    r"|funerals?|pensions?|death in service|insurance(?! number)|council tax(?! (?:number|reference))|discounts?)\b"
)
"""Matters of other policies, in which a word such as "relative" has a meaning of its own."""


@functools.cache
def shapes_of(term: Term) -> Mapping[str, re.Pattern[str]]:
    """Give the patterns for one term, by name; all but ``name`` start at the start of a sentence."""
    names = "|".join(re.escape(name) for name in sorted(term.called, key=len, reverse=True))
    parts = {**_PARTS, "name": rf"(?:{names})(?![\w-])"}
    made = {key: re.compile(_filled(shape if key == "name" else f"^{shape}", parts)) for key, shape in _SHAPES.items()}
    return made if term.counts_alone else {**made, "alone": _NEVER}


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    while "{" in pattern:
        pattern = re.sub(r"\{(\w+)\}", lambda found: parts[found[1]], pattern)
    return pattern
