"""References to the § of a decision ("KF 2018-11-27 § 190", "§ 112/2019", "§§ 12–14").

The § of a law, an agreement or an association's rules is told apart: it has its number before the sign (2 §), a
chapter before it, or the rules' name beside it.
"""

import re
from dataclasses import dataclass

from pipeline.forms.laws import LawMatch, find_laws


@dataclass(frozen=True, slots=True)
class ParagraphMatch:
    """text[start:end] is the reference; text begins with §. confidence is low where the sign was read as $."""

    start: int
    end: int
    text: str
    confidence: float = 0.93


# "§ 9:4" is the fourth matter of the ninth meeting, or of September
_ONE = r"\d{1,4}(?:/\d{2,4}|:\d{1,4}(?![.:]?\d))?(?: ?[a-d](?![\wåäö.]))?"
_PARAGRAPH = re.compile(
    rf"(?:(?P<many>§§|\$\$)\s?{_ONE}(?:\s?[-–]\s?{_ONE}|(?:,\s?{_ONE})*(?:,?\s(?:och|samt|&)\s{_ONE})?)|[§$]\s?{_ONE}(?:[-–]\d{{1,4}}(?!\d|-))?)(?![\w§]|[.,:]\d|-\d)"
)
# the matter's own § again, alone at the head of its next page: "Ks § 12 forts.", "Forts. § 12", "§ 12 Dnr KS 2019/118"
_NUMBER = r"(?:[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{1,7}\s)?[§$]\s{0,2}\d{1,4}(?::\d{1,2})?"
_BEHIND = r"(?:\W{1,3}[Ff]orts\.?(?:ättning)?|\s{1,3}(?:[Dd]nr|[Dd]iarienr)\b.{0,40})"
CONTINUED = re.compile(
    rf"\s*(?:(?:[a-z_]|\W{{1,2}})\s)?"  # a speck
    rf"(?:[Ff]orts\.?(?:ättning)?\s{{1,3}}{_NUMBER}{_BEHIND}?|{_NUMBER}{_BEHIND})\W{{0,3}}\Z"
)
_RULES = (
    r"(?:stadga(?:n|r|rna)|avtalet|reglementet|ordningen|[a-zåäö]+ordningen|[a-zåäö]+avtalet|[a-zåäö]+reglementet|[a-zåäö]*lagen"
    r"|[a-zåäö]*balken|[a-zåäö]+stadgan|[a-zåäö]*förordningen|[a-zåäö]*föreskrifter(?:na)?|överenskommelsen|kontraktet|testamentet"
    r"|urkunden|urkund|policyn|taxan|direktivet|direktiven|bestämmelser(?:na)?|villkoren)"
)
_AFTER_RULES = re.compile(rf"\s?(?:i|av|enligt|ur|till)\s(?:[a-zåäö]+\s){{0,2}}{_RULES}(?![\wåäö])", re.IGNORECASE)
_AFTER_DETAIL = re.compile(
    r"\s?(?:st\b|stycket|p\b\.?\s?\d|punkten|(?:första|andra|tredje|fjärde)\s(?:stycket|punkten))"
)
_AFTER_DAY = re.compile(r"(?:\d-\d\d|(?:19|20)\d\d),?\s*\(?$")  # "2003-10-07, § 288 p 3": a decision's
_BEFORE_RULES = re.compile(
    rf"(?:\bkap(?:\.|itlet)?\s?|\b(?:{_RULES}|[A-ZÅÄÖ]{{1,3}}\s?\d{{2}}|HÖK|AB|LAS|MBL)s?,?\s|\bartikel\s)$",
    re.IGNORECASE,
)


def find_paragraphs(text: str, laws: list[LawMatch] | None = None) -> list[ParagraphMatch]:
    """The § of decisions in the text, in order. laws: the laws cited in it where they are known already."""
    found: list[ParagraphMatch] = []
    if "§" not in text and "$" not in text:
        return found
    spans = [(law.start, law.end) for law in (find_laws(text) if laws is None else laws)]
    at = 0
    for match in _PARAGRAPH.finditer(text):
        while at < len(spans) and spans[at][1] <= match.start():
            at += 1
        if at < len(spans) and spans[at][0] < match.end():
            continue
        before = text[max(0, match.start() - 40) : match.start()]
        if _AFTER_RULES.match(text, match.end()):
            continue
        if _AFTER_DETAIL.match(text, match.end()) and not _AFTER_DAY.search(before):
            continue
        if _BEFORE_RULES.search(before) or before.rstrip().endswith("%"):
            continue  # after a percentage it is a table's digit that was read as the sign
        sure = 0.93
        if "$" in match[0]:
            if not re.search(
                r"(?:\d|[,)]|en|ige|utskott|beslut|[A-ZÅÄÖ]{2,4})\s?\(?$",
                text[max(0, match.start() - 9) : match.start()],
            ):
                continue
            sure = 0.6
        value = re.sub(r"\s+", " ", match[0].replace("$", "§"))
        found.append(ParagraphMatch(match.start(), match.end(), value, sure))
    return found
