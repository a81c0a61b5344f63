"""The words in which HR propose, preview, publish, withdraw, roll back and review changes: outright shapes, no more."""

import re

from dialogs.edition_base import FROM

AMOUNT = (
    r"[£€$]?\s?[\w.,]+\s?(?:%|per ?cent|percent|hours?(?: (?:a|per) week)?|weeks?|months?|days?|years?|euros?|dollars?|"
    r"pounds?|quid|pence)?"
)
_KB = r"^\W*(?:please )?(?:kb[ _-]*)?"
_NAME = r"(?P<name>kb[ _-]?\d+)"
_WHY = r"(?:\s*(?:[:,]|\s[–-]\s|\bbecause\b|\bas\b)\s*(?P<why>\S.*?))?"
_ANY_CHANGE = r"change|alter|update|correct"
_WORDS_OF = r" the (?:words|wording|text)(?: of| in)"
_WISH = (
    r"(?:(?:how (?:do|can|should) (?:i|we)|(?:can|could|may) (?:i|we)|"
    r"(?:i|we)(?: want| need| would like|['’]d like) to|let me|let['’]s) )?"
)
_QUOTED = r"[“\"'‘]"
EDIT = re.compile(
    rf"{_KB}{_WISH}(?:edit|amend|reword|rewrite|(?P<loose>{_ANY_CHANGE}))(?P<words>{_WORDS_OF})? (?:the )?"
    r"(?:(?P<plainly>clause|paragraph) )?(?P<clause>\S.{0,120}?)\W*$",
    re.I,
)
HOW = re.compile(
    rf"{_KB}{_WISH}(?:edit|amend|reword|rewrite|(?:edit|amend|reword|rewrite|add|insert|{_ANY_CHANGE})"
    r"(?: (?:a|the|one|some|this|our|any|another|new))*(?: policy)?"
    r" (?:clauses?|polic(?:y|ies)|paragraphs?|wording|kb))\W*$",
    re.I,
)
REPLACE = re.compile(
    rf"{_KB}(?:change|replace|turn|edit)\s+{_QUOTED}(?P<old>.+?)[”\"'’]\s+(?:to|into|with|by)\s+{_QUOTED}"
    rf"(?P<new>.*?)[”\"'’](?:\s+in\s+(?P<clause>.+?))?{FROM}{_WHY}\W*$",
    re.I | re.S,
)
PLAIN = re.compile(
    rf"{_KB}{_WISH}(?:change|replace|turn|edit)\s+(?P<old>\S.{{0,200}}?)\s+(?:to|into|with|by)\s+"
    rf"(?P<new>\S.{{0,200}}?)(?:\s+in\s+(?P<clause>.+?))?{FROM}{_WHY}\W*$",
    re.I | re.S,
)
SET = re.compile(
    rf"{_KB}{_WISH}(?P<verb>set|change|make|move|raise|lower|increase|reduce|put|cut) (?:the )?(?:figure )?"
    rf"(?P<figure>\S.{{0,60}}?) (?:up |down )?to (?P<amount>{AMOUNT}){FROM}{_WHY}\W*$",
    re.I | re.S,
)
TAKE_OUT = re.compile(
    rf"{_KB}{_WISH}(?:take out|remove|delete|drop|strike out|scrap) (?:the )?(?:(?P<plainly>clause|paragraph) )?"
    r"(?P<clause>\S.{0,120}?)(?: (?:from|out of) the (?:polic(?:y|ies)|code(?: of conduct)?|scheme))?"
    rf"{FROM}{_WHY}\W*$",
    re.I | re.S,
)
UNNAMED = re.compile(
    rf"{_KB}(?P<verb>preview|publish|roll ?back)(?: (?:it|this|that|the (?:change|proposal)|what (?:is|was) proposed))?"
    rf"{_WHY}\W*$",
    re.I | re.S,
)
_AS_OF = r"(?:,? (?:as of|on|as at) (?P<on>\S.{0,40}?))?"
PREVIEW = re.compile(
    rf"{_KB}(?:preview|show|open|see|check|what would)\s+(?:me )?{_NAME}(?: change)?{_AS_OF}\W*$", re.I
)
PUBLISH = re.compile(rf"{_KB}(?:publish|approve)\s+{_NAME}{_WHY}\W*$", re.I | re.S)
WITHDRAW = re.compile(rf"{_KB}(?:withdraw|drop|cancel|take back)\s+{_NAME}\W*$", re.I)
BACK = re.compile(rf"{_KB}(?:roll ?back|undo|revert|reverse)\s+{_NAME}{_WHY}\W*$", re.I | re.S)
REVIEW = re.compile(rf"{_KB}review(?:ed)?\s+(?P<clause>\S.{{0,120}}?)\W*$", re.I)
_SHOW = r"^\W*(?:please )?(?:show |see )?(?:me )?(?:the )?(?:kb[ _-]*)?"
_CHANGED = r"what (?:has|was|have we) changed(?: in the polic(?:y|ies))?"
HISTORY = re.compile(
    rf"{_SHOW}(?:history|{_CHANGED})"
    r"(?: of (?:the )?(?:clause )?(?P<clause>(?!polic)\S.{0,120}?)| of the polic(?:y|ies))?"
    r"(?:,? page (?P<page>\d+))?\W*$",
    re.I,
)
FLAGGED = re.compile(
    rf"{_SHOW}(?:review|flagged(?: clauses| rules)?|what (?:is|needs|must be) (?:flagged|review(?:ed|ing)?))\W*$", re.I
)
FIGURES = re.compile(rf"{_SHOW}(?:figures|values|amounts)(?: of the polic(?:y|ies))?\W*$", re.I)
UPLOAD = re.compile(
    rf"{_KB}(?:upload|(?:upload|send|import|replace)(?: (?:you|a|the|our|new|whole))*"
    r" (?:policy|document|code|scheme))\W*$",
    re.I,
)
