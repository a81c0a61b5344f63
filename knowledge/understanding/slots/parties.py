"""Who offered it: organisations by their endings, known names and the words around them; people by what they are."""

import re
from functools import cache

from knowledge.understanding.slots.lexicon import alternatives, words
from knowledge.understanding.slots.noun_phrases import is_thing
from knowledge.understanding.slots.text import CLAUSE_END, left_of, plain

_REACH = 240
_GAVE = (
    r"(?:offer(?:ed|ing|s)?|gave|given|give|gives|giving|sent|send|sends|sending|invit(?:ed|es|e|ing)"
    r"|took|taking|take|takes|dropp?(?:ed|s|ing)?|brought|brings?|bringing|bought|buys?"
    r"|handed|passed|slipped|bunged|treated|treating|posted|delivered|presented|left|leaves|flying"
    r"|fly|flew|paying|paid|promised|shoved|pressed|wants?\s+to|wanted\s+to|would\s+like\s+to"
    r"|'d\s+like\s+to"
    r"|tried\s+(?:to\s+\w+|\w+ing)|keeps?|kept|asked|tipped|knitted|made|baked|ha(?:s|ve)\s+asked|insisted|popped"
    r"|putting|put|lent|lend|donated|couriered|emailed|laid\s+on|laying\s+on|pushed|stuffed|stuck|pays|stood|shouted"
    r"|cooked|cooking|insist(?:s|ed)\s+on\s+\w+ing|ha(?:s|ve)\s+said\s+(?:i|we|they'll|they\s+will|he'll|she'll)"
    r"|said\s+(?:i|we)\s+c(?:an|ould))"
)
_AUX = (
    r"(?:\s+(?:ha(?:s|ve|d)|is|are|was|were|will|would|'s|'ve|'ll|just|kindly|very|now|also|always"
    r"|usually|recently|only|even|once|again|both|been|today|yesterday|regularly|often|generously"
    r"|actually|then|all|offer(?:ed)?\s+to|wants?\s+to|going\s+to)|(?:'s|'ve|'ll))*"
)
_TO = (
    r"(?=\s+(?:to\s+(?:give|take|pay|fly|treat|buy|put|send|bring|let|lend|sponsor"
    r"|host)\s+)?(?:out\s+|off\s+|round\s+|over\s+|in\s+|up\s+|on\s+|giving\s+|bringing\s+|sending\s+"
    r"|offering\s+|inviting\s+)?(?:me|us|my|our|the\s+(?:team|office|staff)|some|a|an|two|three|four"
    r"|everyone|free|tickets|flowers|chocolates"
    r"|lunch|dinner|wine|£|\d|cash|money|this|it|them|in|round|for\s+(?:me|us|my|lunch|dinner|a)|each"
    r"|if\s+(?:i|we)\b|twenty|thirty|forty|fifty|ten|five|eighty|be|come|go|six\s+of\s+us|take\s"
    r"|gifts?|drinks|chocs|vouchers?|bottles?|biscuits|cakes?|hampers?|his|her|their|another|one))"
)
_VERB = re.compile(rf"(?P<aux>{_AUX})\s+(?P<verb>{_GAVE}){_TO}", re.I)
_AFTER = re.compile(r"\b(?:from|by|courtesy\s+of|on\s+behalf\s+of|guests?\s+of|off)\s+", re.I)
_WITH = re.compile(
    r"\b(?:lunch|dinner|coffee|drinks?|meal|breakfast|biscuits|tea|cake|golf|pint|curry|round|cricket|rugby|races"
    r"|football|game|match|trip|sailing|fishing|day|night\s+out|night|darts|boxing|evening)\s+with\s+",
    re.I,
)
_DETERMINERS = (
    r"(?:one\s+of|a\s+couple\s+of|some\s+of|two\s+of|a|an|the|my|our|some|another|this|that|his|her"
    r"|their|someone|somebody|some\s+one)"
)
_RUN = r"[A-Z0-9][\w&'.-]*"
_NAME = rf"(?:{_RUN}(?:\s+(?:&|and|of|the|de|van|y)\s+(?={_RUN})|\s+)?)*{_RUN}"
_HOST = re.compile(
    rf"(?P<name>{_NAME})\s+(?:is|are|'s|'re|will\s+be)\s+(?i:hosting|running|paying|organising|throwing|putting\s+on"
    r"|laying\s+on|treating|footing)\b"
)
_GAP = re.compile(
    r"(?<!\bof)(?<!\band)(?<!\bfor)(?<!\bfrom)\s+(?=(?:a|an|the|my|our|one\s+of|mr|mrs|ms|miss|dr)\s)", re.I
)
_LEFT_NP = re.compile(rf"(?:^|[\s,;:(])(?P<np>{_DETERMINERS}\s+(?:[\w'&/.-]+\s+){{0,8}}?[\w'&/.-]+)\s*$", re.I)
_RELATIVE = re.compile(r"\s*,?\s+(?:who|which|that|whose|whom)\s.*$", re.I | re.S)
_ASIDE = re.compile(r",\s*(?:who|which|whose|a|an|our|one\s+of|the)\s[^,]*,", re.I)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|got|get)\s+(?:(?:just|kindly|also|both|all)\s+)*$", re.I)
_PERSON_AT = re.compile(rf"\b(?:from|at|of|with)\s+(?:the\s+)?(?P<org>{_NAME}|[a-z][\w&'-]+(?:\s+[\w&'-]+){{0,2}})$")
_RIGHT_END = re.compile(
    r"(?:[,.;:!?()\n]|\s-\s|\b(?:for|at|on|to|who|that|which|whose|because|worth|when|as|while|since"
    r"|after|before|and\s+(?:i|we|it|they|he|she|want|now|said|am|the)|but|so|if"
    r"|i|we|it|they|is|was|were|has|have|had|are|can|could|should|do|did|today|yesterday|tomorrow"
    r"|tonight|last|this|about|saying|with|in|over|during|every|each|again|wants?|asking|about|around"
    r"|roughly|costing|valued|will|would|next|instead|thats|bidding|tendering|pitching|supplying|hoping|trying|looking"
    r"|doing|ok|okay|alright|tho|though|ive|im|i'm|i've|as|please|apparently|when|where|off|a\s+while|ages"
    r"|earlier)\b|£|$)",
    re.I,
)
_NOT_FROM = re.compile(
    r"(?:home|work|him|her|them|me|us|it|there|here|now|then|being|my\s+(?:car|bag|desk|house|pocket"
    r"|van|hand|office|coat|boot|garden)|the\s+(?:car|train|bus|office|start|beginning|desk|boot|van"
    r"|pub|stand|stall|back|front|chamber|house|lock|council"
    r"|same|outset|table|gym|station|shop|taxi|toilet|hotel|day|conference(?!\s+o)|exhibition(?!\s+o))|today"
    r"|yesterday|a\s+(?:stand|stall|bag|cafe|conference|distance)|\d)\b",
    re.I,
)


def read_parties(text: str) -> tuple[str | None, tuple[str, ...]]:
    """The giver of a text (None where nobody is named), and the organisations it names, in order.

    The giver is the organisation or described person who gives or invites: "Acme Construction", "a resident", "Mrs
    Jones". A person of a named firm stands for the firm ("a rep from Acme" is Acme), a named person for himself; never
    the speaker, nor a pronoun. Organisations are told by ending (Ltd, & Sons, Council), by known name, and as the
    giver's firm.
    """
    text = plain(text)
    party = _party(text)
    return _giver(party), _organisations(text, party)


def _organisations(text: str, party: str | None) -> tuple[str, ...]:
    found = [(m.start(), m[0]) for m in _with_ending().finditer(text) if not _all_never(m[0])]
    found += [(m.start(), m[0]) for m in _known().finditer(text)]
    if party and (firm := _firm(party)):
        found.append((text.find(firm), firm))
    kept: list[str] = []
    for _, name in sorted(found, key=lambda one: (one[0], -len(one[1]))):
        name = _tidy(_drop_never(name))
        if name and not any(name.lower() in other.lower() for other in kept):
            kept.append(name)
    return tuple(kept)


def _giver(party: str | None) -> str | None:
    if not party:
        return None
    if re.match(rf"{_DETERMINERS}\s", party, re.I) and (firm := _with_ending().search(party)):
        named = _drop_never(firm[0])
        if len(named.split()) > 1 and any(word[0].isupper() for word in named.split()[:-1]):
            return _tidy(named)
        return _tidy(party)
    at = _PERSON_AT.search(party)
    lead = party.split()[0]
    if at and not lead[0].isupper() and _is_firm(at):
        return _tidy(at["org"])
    return _tidy(party)


def giver_words(text: str) -> str:
    """The giver's phrase with the clause that describes him, for reading what he is to the council; "" without one."""
    text = plain(text)
    party = _party(text)
    if not party:
        return ""
    at = text.lower().find(party.lower())
    tail = re.match(r"\s*,?\s*(?:who|which|that|whose|a|an|our|one\s+of)\b[^.;!?]*", text[at + len(party) :], re.I)
    return party + (re.split(rf"\b{_GAVE}\b", tail[0])[0] if tail else "")


def _party(text: str) -> str | None:
    for clause in CLAUSE_END.split(text):
        for verb in _VERB.finditer(clause):
            if _PASSIVE.search(left_of(clause, verb.start("verb"))):
                continue
            if party := _subject(left_of(clause, verb.start(), _REACH)):
                return party
    for host in _HOST.finditer(text):
        if party := _checked(_drop_never(host["name"])):
            return party
    for lead in (*_AFTER.finditer(text), *_WITH.finditer(text)):
        if party := _object(text[lead.end() : lead.end() + _REACH], left_of(text, lead.start())):
            return party
    return None


def _subject(left: str) -> str | None:
    """The noun phrase that ends the words before the verb."""
    left = _ASIDE.sub("", left + " ").rstrip()
    left = (
        re.sub(r",?\s+(?:who|which|whose)\b[^,]*$", "", left)
        if re.search(r"\b(?:who|which|whose)\b", left, re.I)
        else left
    )
    left = re.sub(r"\bthat\s+(?:is|are|was|we|i|has|have)\b.*$", "", left, flags=re.I).rstrip(" ,")
    segment = re.split(
        r"[,:;]\s*|\b(?:(?<!mr\s)and(?=\s+(?:a|an|the|my|our|one|mr|mrs|ms|miss|dr)\s)|but|because|so|if|when"
        r"|whether|until|said"
        r"|says|think|told\s+me|while|where|ok\s+that|that)\s+",
        left,
        flags=re.I,
    )[-1]
    if re.search(
        r"(?:^|\s)(?:i|we|you|he|she|they|it|me|us|there|who|to|not|i've|we've|i'd|they've|i'm|be|nobody)$",
        segment.strip(),
        re.I,
    ):
        return None
    phrase = _LEFT_NP.search(segment)
    if (
        phrase
        and re.search(rf"{_NAME}$", segment)
        and not re.match(_DETERMINERS, segment.strip(), re.I)
        and " of " not in phrase["np"]
    ):
        phrase = phrase if phrase["np"].split()[-1].islower() else phrase
    if phrase:
        return _checked(_widen(segment, phrase["np"]))
    name = re.search(rf"(?P<name>{_NAME}(?:'s?\s+(?:[a-z]+\s+){{0,2}}[a-z]+)?)$", segment.strip())
    if name:
        return _checked(_drop_never(name["name"]))
    rest = _drop_never(segment.strip())
    tokens = rest.split()
    return _checked(rest) if 0 < len(tokens) <= (5 if _describes(rest) else 3) else None


def _widen(segment: str, phrase: str) -> str:
    """``someone at the council's printers``, ``Dave from the garage``: take in what stands before a preposition."""
    wider = re.search(rf"(?P<wide>(?:{_NAME}|[a-z]+)\s+(?:from|at|of)\s+{re.escape(phrase)})$", segment.strip())
    return wider["wide"] if wider and not _all_never(wider["wide"].split()[0]) else phrase


def _object(right: str, left: str) -> str | None:
    """The noun phrase that starts the words after ``from`` or ``by``."""
    if _NOT_FROM.match(right) or re.search(
        r"\b(?:apart|away|far|aside|stolen|taken|nicked|different|back|fell|recover\w*|snatched|pinched)\s*$",
        left,
        re.I,
    ):
        return None
    end = _RIGHT_END.search(right, 1)
    phrase = right[: end.start()] if end else right
    if (
        end
        and end[0].lower() in ("at", "on", "in", "for", "with")
        and re.match(rf"(?:at|in|with)\s+{_RUN}", right[end.start() :])
    ):
        more = re.match(rf"(?:at|in|with)\s+{_NAME}", right[end.start() :])
        phrase = right[: end.start()] + more[0] if more else phrase
    tokens = phrase.split()
    if not tokens or len(tokens) > 7:
        return None
    return _checked(phrase.strip())


def _checked(phrase: str) -> str | None:
    phrase = _last_phrase(re.sub(r"\s+(?:says|said|reckons|dated\b.*|for)$", "", phrase.strip(" ,.'\""), flags=re.I))
    head = phrase.lower().split()
    if (
        not head
        or _all_never(phrase)
        or is_thing(phrase)
        or head[-1] in ("week", "day", "month", "morning", "night", "weekend", "year")
    ):
        return None
    if head[0] in ("my", "our", "the", "a", "an") and len(head) == 1:
        return None
    if re.fullmatch(
        r"(?:someone|somebody|people|(?:(?:a|the|one)\s+)?(?:few|lot)|some\s+people|one|some|my\s+\w+'?s?\s+keep\b.*)",
        phrase,
        re.I,
    ) or re.match(r"\d|£", phrase):
        return None
    return phrase


def _is_firm(at: re.Match[str]) -> bool:
    """``a rep from acme`` names a firm; ``one of my families`` and ``one of the relatives`` do not."""
    if _describes(at["org"]) or _all_never(at["org"]) or re.match(rf"{_DETERMINERS}\s", at["org"], re.I):
        return False
    return not at[0].lower().startswith("of") or any(word[0].isupper() for word in at["org"].split())


def _last_phrase(phrase: str) -> str:
    """``the vase Mrs Jones``, of "the vase Mrs Jones gave me", is Mrs Jones."""
    for gap in reversed(list(_GAP.finditer(phrase))):
        if is_thing(phrase[: gap.start()]):
            return phrase[gap.end() :]
    return phrase


def _drop_never(phrase: str) -> str:
    tokens = phrase.split()
    while (
        tokens
        and tokens[0].lower().strip(",'") in _never()
        and not (len(tokens) > 1 and tokens[0].lower() in _titles())
    ):
        tokens.pop(0)
    return " ".join(tokens)


def _firm(party: str) -> str | None:
    """The organisation in a giver's phrase: what follows ``from`` or ``at``, or a bare name that is no person's."""
    at = _PERSON_AT.search(party)
    if at and _is_firm(at):
        return at["org"]
    first = party.lower().split()[0].strip("'s")
    if (
        re.match(rf"{_DETERMINERS}\s", party, re.I)
        or first in _titles()
        or first in _first_names()
        or _describes(party)
    ):
        return None
    return party


def _describes(phrase: str) -> bool:
    return bool(_roles().search(phrase))


def _all_never(phrase: str) -> bool:
    return all(token.strip("'s.,").lower() in _never() or token.lower() in _never() for token in phrase.split())


def _tidy(name: str) -> str:
    """Capitals for a firm typed in lower case; a described person stays as said, with an article."""
    name = re.sub(r"\s+", " ", name).strip(" ,.'\"").removesuffix("'s")
    if re.match(rf"{_DETERMINERS}\s", name, re.I):
        return name[0].lower() + name[1:]
    if _describes(name) and name.islower():
        return name if name.split()[0].endswith("s") else f"a{'n' if name[0] in 'aeiou' else ''} {name}"
    if not name.islower():
        return name
    return " ".join(
        one
        if one in ("and", "of", "the", "&")
        else one.upper()
        if len(one) <= 2 or one in _CAPITALS
        else one.capitalize()
        for one in name.split()
    )


_CAPITALS = frozenset({"plc", "llp", "ltd.", "rfc", "afc", "b&q", "m&s"}) - {"ltd."}


@cache
def _with_ending() -> re.Pattern[str]:
    endings = alternatives(words("parties", "organisation", "ending"))
    strong = r"(?:ltd\.?|limited|plc|llp|(?:&|and)\s+(?:sons?|co|daughters|partners))"
    return re.compile(
        rf"\b(?:{_RUN}\s+(?:(?:&|and|of)\s+(?={_RUN}))?){{1,4}}(?i:{endings})(?![\w'])|\b(?!(?:the|from|by"
        rf"|a|an|my|our|with|at)\s)[a-z][\w&'-]+(?:\s+(?!from|by|the)[a-z][\w&'-]+)?\s+{strong}(?!\w)"
    )


@cache
def _known() -> re.Pattern[str]:
    known = alternatives(words("parties", "organisation", "known"))
    after = alternatives(words("parties", "organisation", "not_a_giver_before"))
    return re.compile(rf"(?<![\w']){known}(?![\w&])(?!'s\b)(?!\s+{after}\b)", re.I)


@cache
def _roles() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives(words('parties', 'person', 'role'))}(?:'s)?(?!\w)", re.I)


@cache
def _never() -> frozenset[str]:
    return frozenset(words("parties", "never", "word"))


@cache
def _titles() -> frozenset[str]:
    return frozenset(words("parties", "person", "title"))


@cache
def _first_names() -> frozenset[str]:
    return frozenset(words("parties", "person", "first"))
