"""Who applies, where the name gives no kind away: "Ansökan om bidrag från Nya Vägar", "föreningen Liv i Byn (LIB)"."""

import re

from pipeline.extract.parties_mentions import Mention, overlaps, words
from pipeline.forms.names_tables import suffix_of
from pipeline.forms.names_tables import words as name_words
from pipeline.forms.persons_registers import is_first_name
from pipeline.forms.titles import title_word
from pipeline.memo.memo import Memo

_WORD = r"[A-ZÅÄÖ][\wåäöé’'-]*"
_NAME = rf"{_WORD}(?: (?:(?:i|och|&|för|till|på|mot|utan|vid) )?{_WORD}){{0,5}}"
ASKED = re.compile(
    r"[AaBbFfHh](?<![\w-].)(?:(?<=[Aa])(?:nsökan|nsökningen|nhållan)|(?<=[Bb])(?:idragsansökan|egäran)"
    r"|(?<=[Ff])ramställan|(?<=[Hh])emställan)\b"
    r"(?:[^.!?:;\n]){0,70}? från (?P<kind>(?:den ideella )?(?:föreningen|organisationen|stiftelsen|klubben|nätverket|"
    rf"kooperativet|teatern|kören) )?(?P<name>{_NAME})(?P<end>[.,;:)\n]| \(|$| (?=[a-zåäö]))"
)
NO_NAME = frozenset(
    {"sverige", "norge", "danmark", "finland", "eu", "kommunen", "boende", "föräldrar", "privatpersoner"}
)
MOST = 6  # names of one memo


def untold_applicants(memo: Memo, mentions: list[Mention]) -> list[Mention]:
    """New mentions: those who are said to apply, under a name of two capitals or behind what they are, that no rule
    has told. mentions: those that were, in order."""
    found: list[Mention] = []
    for match in ASKED.finditer(memo.text) if " från " in memo.text else ():
        start, end = match.span("name")
        name = match["name"]
        parts = name.split()
        capitals = [part for part in parts if part[0].isupper()]
        low = parts[0].lower()
        broken = match["end"] == "\n" and memo.text[match.end() : match.end() + 1].isupper()
        if broken or (len(capitals) < 2 and match["kind"] is None):
            continue
        if len(found) >= MOST or overlaps(mentions, start, end) or low in NO_NAME | words("general"):
            continue
        if (is_first_name(parts[0]) and match["kind"] is None) or title_word(low) or low in name_words("start"):
            continue  # a person, or a title before one
        if any(suffix_of(part.lower()) for part in parts) or not re.search(r"[a-zåäö]", name):
            continue
        found.append(Mention(start, end, name, "association", None, None, 0.6, {"applicant"}))
    return found
