"""The written forms of days and spans of days, most telling first: a later form never overlaps an earlier one."""

import re

from knowledge.understanding.slots.lexicon import alternatives, table

_DAY = r"(?P<wd>mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?P<full>day)?"
_MONTH = (
    r"(?P<mo>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:,?\s+(?P<y>(?:19|20)\d\d|'\d\d)\b)?"
_COUNT = (
    r"(?P<n>an?|a\s+couple\s+of|couple\s+of|a\s+few|few|several|half\s+an?|\d{1,3}|one|two|three|four"
    r"|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)"
)
_UNIT = r"(?P<u>minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|wks?|fortnights?|months?|years?|yrs?)"
_NTH = r"(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_NOT_AFTER_NTH = (
    r"(?!\s*(?:time|one|floor|party|place|day\b|birthday|year|round|half|class|team|person|bus|train"
    r"|street|avenue|occasion|attempt|platform|prize|hole|century|of\s+(?:them|the\s+two|two|three)))"
)
_FESTIVALS = alternatives(tuple(sorted((*table("dates")["fixed"], *table("dates")["easter"]), key=len, reverse=True)))
_NO_FESTIVAL = "|".join(table("dates")["words"]["not_a_date_before"])
RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.I | re.X))
    for name, pattern in (
        ("iso", r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"),
        ("numeric", 
        r"(?<![\d£.,/])(?P<d>3[01]|[12]\d|0?[1-9])\s?(?P<sep>[/.\-])\s?(?P<m>1[0-2]"
        r"|0?[1-9])\s?(?P=sep)\s?(?P<y>(?:19|20)\d\d|\d\d)(?![\d/])"),
        ("day_month_slash", r"(?<![\d£.,/])(?P<d>3[01]|[12]\d|0?[1-9])/(?P<m>1[0-2]|0?[1-9])(?![\d/%])"),
        ("weekday_week", 
        rf"\b(?:(?P<weeks>a|one|two|three)\s+weeks?\s+(?:on|from|this|come)?\s*(?:{_DAY}|(?P<tom>tomorrow"
        rf"|today))|(?:{_DAY.replace('<wd>', '<wd2>').replace('<full>', '<full2>')}|(?P<tom2>tomorrow"
        rf"|today))\s+(?P<wk>week|fortnight))\b(?!\w)"),
        ("week_past", rf"\b(?:a\s+)?week\s+(?:(?:ago\s+)?(?:last|past)|ago)\s+(?:on\s+)?{_DAY}\b"),
        ("before_last", rf"\b(?:the\s+)?(?:{_DAY}|(?P<we>weekend|week|month))\s+before\s+last\b"),
        ("nth_month", rf"(?<![\d£.,/])\b(?:{_DAY},?\s+(?:the\s+)?)?{_NTH}\s*(?:of\s+)?{_MONTH}{_YEAR}(?!\w)"),
        ("month_nth", 
        rf"\b(?:{_DAY},?\s+)?{_MONTH}\s+(?:the\s+)?{_NTH}\b(?!:|\.\d|\s?[ap]m\b|\s+(?:tickets?|people"
        rf"|of\s+us|bottles?))(?:,?\s+(?P<y>(?:19|20)\d\d))?(?!\w)"),
        ("yesterday", 
        r"\b(?:(?P<before>(?:the\s+)?day\s+before\s+)?(?P<yes>yesterday|yest\b|yesterdays|yesteday"
        r"|last\s+night|the\s+night\s+before\s+last)"
        r"|(?P<after>(?:the\s+)?day\s+after\s+)?(?P<tom>tomorrow|tomorow|tommorow|tomoz|tmrw|2moro)"
        r"|(?P<now>earlier\s+today|today|tonight|tonite|this\s+(?:morning|afternoon|evening|lunchtime"
        r"|lunch\s?time)|just\s+now|right\s+now|a\s+(?:moment|minute)\s+ago|earlier\s+on|ddoe|heddiw))\b"),
        ("festival", 
        rf"\b(?:(?P<which>last|this|next|at|over|for|before|after|since|by|on|around|just\s+before"
        rf"|just\s+after)\s+)?(?P<name>{_FESTIVALS})\b(?!'s)(?!\s+(?:{_NO_FESTIVAL})\b)(?:\s+(?P<y>(?:19"
        rf"|20)\d\d))?"),
        ("nth_weekday", rf"\b(?:{_DAY},?\s+(?:the\s+{_NTH}|(?P<d2>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)))(?!\w)"),
        ("nth_of_month", rf"\bthe\s+{_NTH}\s+of\s+(?P<which>last|this|next)\s+month\b"),
        ("ago", 
        rf"\b{_COUNT}\s+{_UNIT}\s+(?:ago|back|since)\b|\b(?P<fort>a\s+fortnight)\s+(?:ago|back)\b"
        rf"|\b(?P<wk>week)\s+ago\b"),
        ("ahead", 
        rf"\bin\s+(?:about\s+)?(?:{_COUNT}\s+{_UNIT}(?:'?s?'?\s+time)?)\b(?!\s+of)"
        rf"|\b{_COUNT.replace('<n>', '<n2>')}\s+{_UNIT.replace('<u>', '<u2>')}(?:'s|s')?\s+(?:time"
        rf"|from\s+(?:now|today))\b"),
        ("weekdays_ago", 
        rf"\b(?P<n>two|three|four|2|3|4|a\s+couple\s+of|couple\s+of|a\s+few)\s+{_DAY}'?s\s+(?:ago|back)\b"),
        ("weekend", 
        r"\b(?:(?:at|over|on|during)\s+)?(?:(?P<which>last|this|next|this\s+coming|this\s+past"
        r"|the\s+coming)\s+|the\s+)weekend\b(?:\s+just\s+gone)?"),
        ("weekday", 
        rf"(?<!every\s)(?<!each\s)(?<!black\s)(?<!sheffield\s)(?<!mothering\s)\b(?:(?P<on>on)\s+)?(?:(?P<which>last"
        rf"|this|next|this\s+coming|this\s+past|the\s+coming"
        rf"|coming)\s+)?{_DAY}\b(?P<gone>\s+(?:just\s+)?(?:gone"
        rf"|past))?(?P<nextweek>\s+(?:of\s+)?next\s+week)?(?P<lastweek>\s+(?:of\s+)?last\s+week)?"),
        ("period", 
        r"\b(?:(?P<part>start|beginning|end|middle)\s+of\s+)?(?P<which>last|this|next)\s+(?P<span>week"
        r"|month|year|fortnight)\b"),
        ("nth", 
        rf"(?:^\s*|\b(?:on|dated|from|since|until|till|by|was|is|for)\s+)the\s+(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd"
        rf"|rd|th)\b{_NOT_AFTER_NTH}"),
        ("month", 
        rf"\b(?P<cue>(?:(?:in|last|next|this|since|during|by|until|till|early|late|mid|from|back\s+in"
        rf"|end\s+of|start\s+of|beginning\s+of|middle\s+of|throughout)[\s-]+)+)?{_MONTH}(?:\s+(?P<y>(?:19"
        rf"|20)\d\d))?(?![\w'])"),
    )
)  # fmt: skip
