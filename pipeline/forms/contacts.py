"""Telephone numbers, e-mail and postal addresses as they are written in Sweden, told from the string alone."""

import re
from dataclasses import dataclass
from typing import Literal

from pipeline.forms.guard import guarded

ContactKind = Literal["phone", "email", "address"]


@dataclass(frozen=True, slots=True)
class ContactMatch:
    """A telephone number, e-mail address or postal address at text[start:end].

    private: its shape alone says that it is a private person's (a mobile number, an address at a mail service).
    """

    start: int
    end: int
    kind: ContactKind
    private: bool = False
    confidence: float = 0.9


_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,60}\.){1,5}[A-Za-z]{2,12}(?![\w-])")
_MAIL_SERVICES = re.compile(
    r"@(?:gmail|hotmail|outlook|live|msn|yahoo|icloud|me|mac|telia|bredband2?|comhem|spray|swipnet|passagen|algonet|glocalnet|tele2"
    r"|home|protonmail|proton|bahnhof|ownit|tiscali|brevet|googlemail|aol)\.",
    re.IGNORECASE,
)
# the plain character first, so that `re` passes all others quickly
_PHONE = guarded(
    r"[+(0](?<![\w./:+–-].)(?<!\d [+(0])"
    r"(?:(?:(?<=\+)|(?<=0)0)46[ -]?(?:\(0\))?[ -]?\d{1,3}|(?:(?<=0)|(?<=\()0)\d{1,3}\)?)"
    r"(?: ?[-–/] ?|[ \u00a0])?(?:\d{2,3}(?:[ \u00a0]?\d{2,3}){1,3}|\d{5,8})"
    r"(?![\d/:]|-\d|,\d| ?(?:kr|tkr|mnkr|kronor|%|procent))"
)
_STREET_ENDS = (
    r"gatan|gata|vägen|väg|gränd|gränden|torget|torg|stigen|stig|allén|allé|backen|platsen|plats|esplanaden|leden"
    r"|kajen|gården|slingan|ringen|promenaden|liden|rundan|svängen|kroken|parken|gången"
)
_STREET_END = rf"(?i:{_STREET_ENDS})"
_STREET = (
    rf"(?:(?:(?!\w*[Aa]dress)[A-ZÅÄÖ][\wåäöé.:-]{{0,25}} ){{1,3}}[\wåäöé:-]{{0,30}}{_STREET_END}"
    rf"|[A-ZÅÄÖ][\wåäöé:-]{{1,30}}{_STREET_END})"
)
_POSTCODE = r"(?:SE?-)?[1-9]\d{2} ?\d{2}"
_ADDRESS = guarded(
    rf"(?<![\w-])(?:{_STREET} \d{{1,3}} ?[A-Z]?(?:, ?(?:lgh|tr|vån|nb|bv)\.? ?\d{{0,4}})?"
    rf"(?:[,\n]? ?{_POSTCODE},? [A-ZÅÄÖ][\wåäöÅÄÖ-]+)?"
    rf"|(?:[Bb]ox|BOX|[Pp]ostlåda|PL) \d{{1,5}}[,\n]? ?{_POSTCODE},? [A-ZÅÄÖ][\wåäöÅÄÖ-]+"
    rf"|[A-ZÅÄÖ][a-zåäö]{{2,25}}(?: [A-ZÅÄÖ]?[a-zåäö]{{2,20}})?"
    rf" \d{{1,4}} ?[A-Z]?, ?{_POSTCODE},? [A-ZÅÄÖ][\wåäöÅÄÖ-]+)(?![\w])"
)
# a part of every address, sooner found: a street's number, or a place after its postcode
_PART = re.compile(
    r"\d(?:\d,? [A-ZÅÄÖ]|(?<= \d)(?:" + "|".join(rf"(?<=(?i:{end}) \d)" for end in _STREET_ENDS.split("|")) + "))"
)
_WITH_POSTCODE = re.compile(rf"{_POSTCODE},? [A-ZÅÄÖ]")


def find_emails(text: str) -> list[ContactMatch]:
    """The e-mail addresses in the text, in order."""
    if "@" not in text:
        return []
    return [
        ContactMatch(m.start(), m.end(), "email", bool(_MAIL_SERVICES.search(m[0])), 0.97)
        for m in _EMAIL.finditer(text)
    ]


def find_phones(text: str) -> list[ContactMatch]:
    """The telephone numbers in the text, in order: 7 to 11 digits from an area code on."""
    found = []
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match[0].replace("(0)", ""))
        national = (
            "0" + digits.removeprefix("00").removeprefix("46")
            if match[0].startswith(("+", "0046", "00 46"))
            else digits
        )
        separated = bool(re.search(r"[-–/ \u00a0(]", match[0]))
        if not 7 <= len(national) <= 11 or not national.startswith("0") or national.startswith("00"):
            continue
        if not separated and not (national.startswith("07") and len(national) == 10):
            continue
        mobile = national.startswith("07") and len(national) == 10
        found.append(
            ContactMatch(match.start(), match.end(), "phone", mobile, 0.9 if "-" in match[0] or mobile else 0.7)
        )
    return found


def address_places(text: str) -> list[int]:
    """Where a digit stands that is a part of an address, maybe; one at least within each address."""
    return [match.start() for match in _PART.finditer(text)]


def find_addresses(text: str) -> list[ContactMatch]:
    """The postal addresses in the text: a street and number, or a box; with postcode and town if they follow."""
    if _PART.search(text) is None:
        return []
    return [
        ContactMatch(m.start(), m.end(), "address", False, 0.9 if _WITH_POSTCODE.search(m[0]) else 0.6)
        for m in _ADDRESS.finditer(text)
    ]
