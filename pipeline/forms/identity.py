"""Swedish personal identity numbers, told from the string alone.

A personnummer is a day of birth and four digits, the last of which is a check digit (Luhn's); a samordningsnummer has
60 added to the day. Both are written with ten digits or twelve, with a dash, a plus (from the year one turns 100), a
space or nothing between. An organisation number has the same length, but its third digit is 2 or more.
Source: Skatteverket, SKV 704 and SKV 707; Folkbokföringslagen (1991:481) 18–18 b §§.
"""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

IdentityKind = Literal["personnummer", "samordningsnummer"]


@dataclass(frozen=True, slots=True)
class IdentityMatch:
    """A personal number at text[start:end]. digits: its ten digits. confidence: 0 to 1."""

    start: int
    end: int
    kind: IdentityKind
    digits: str
    confidence: float


_D = r"[\dOoIl|]"  # what OCR reads for 0 and 1
_DASH = r"(?: ?[-+–−] ?|[ \u00a0]|)"
_NUMBER = re.compile(
    rf"(?={_D}{_D}[-.]?{_D})(?<![\w\d.,/:+–-])((?:(?:19|20|l9|I9|2O|2o){_D}{{2}}|{_D}{{2}})[-.]?{_D}{{2}}[-.]?{_D}{{2}})({_DASH})({_D}{{4}})(?![\w/]|-\d|[.,:]\d)"
)
_LABEL = re.compile(
    r"(?:person(?:nummer|nr|nr\.|\.?nr)|p\.?nr|pnr|persnr|samordnings(?:nummer|nr)|född|f\.)[:.]?\s*$", re.IGNORECASE
)
# a name or a home straight before the number: whose it is, though a digit be wrong
_NAMED = re.compile(
    r"(?:[A-ZÅÄÖ][a-zåäöé-]+ [A-ZÅÄÖ][a-zåäöé-]+|(?<!\d)\d{3} ?\d\d [A-ZÅÄÖ]\w+"
    r"|\w(?:gatan|gata|vägen|väg|gränd|stigen|backen|torget|torg) \d{1,3} ?[A-Za-z]?),? ?\(?$"
)
# a sole trader's organisation number is the trader's own: its third digit is no 2 or more, as a company's is
_FIRM = re.compile(r"org(?:anisations)?\.?[- ]?(?:nr|nummer)[:.]?\s*$", re.IGNORECASE)
_OTHER = re.compile(
    r"(?:bankgiro|plusgiro|postgiro|\bbg|\bpg|giro|tel(?:efon)?|tfn|mobil|fax"
    r"|dnr|diarienr|diarienummer"
    r"|konto|kontonr|OCR|faktura(?:nr|nummer)?|serienr|ISBN|ISSN)[:.]?\s*$",
    re.IGNORECASE,
)  # fmt: skip
_READ = str.maketrans("OoIl|", "00111")
_GAP = r"[ \u00a0./_–−‐‑-]?"
_LOOSE = re.compile(
    rf"(?<!\d)(?=((?:(?:18|19|20){_GAP})?\d\d{_GAP}\d\d{_GAP}\d\d)([\s./_+–−‐‑-]{{0,3}})(\d\d{_GAP}\d\d)(?!\d|[-–.:,/]\d))"
)


def luhn(digits: str) -> bool:
    """Whether the last of the digits is the check digit of those before it (modulus 10, weights 2 1 2 1 …)."""
    total = 0
    for place, char in enumerate(reversed(digits)):
        number = int(char) * (1 + place % 2)
        total += number - 9 if number > 9 else number
    return total % 10 == 0


def check_digit(nine: str) -> str:
    """The check digit that makes nine digits a number."""
    return next(d for d in "0123456789" if luhn(nine + d))


def find_identities(text: str) -> list[IdentityMatch]:
    """The personal numbers in the text, in order.

    Those whose check digit is wrong count only with a century and a dash, after a label, a name or a home: a slip
    of the pen or of the OCR, and still somebody's number.
    """
    found = []
    for match in _NUMBER.finditer(text):
        read = re.sub(r"[-.]", "", match[1]) + match[3]
        digits = read.translate(_READ)
        misread = digits != read
        if misread and sum(c.isdigit() for c in read) < len(read) - 3:
            continue
        kind = _kind(digits)
        if kind is None:
            continue
        dashed = match[2].strip() != ""
        before = text[max(0, match.start() - 30) : match.start()]
        labelled = bool(_LABEL.search(before))
        if not labelled and _OTHER.search(before):
            continue
        right = luhn(digits[-10:])
        if not labelled and not right and _FIRM.search(before):
            continue
        named = dashed and not misread and _NAMED.search(before) is not None
        if not right and not (labelled or named or (dashed and len(digits) == 12)):
            continue
        sure = 0.98 if right and (dashed or labelled) else 0.9 if right and len(digits) == 12 else 0.7 if right else 0.6
        if match[2].isspace() and not labelled:
            sure -= 0.15
        found.append(IdentityMatch(match.start(), match.end(), kind, digits[-10:], sure * (0.75 if misread else 1.0)))
    return found


def find_possible(text: str) -> list[IdentityMatch]:
    """Every stretch that could be a personal number with a right check digit, in whatever spelling, in order.

    For those who must not let a number slip through, not for tables: labels and neighbours, by which `find_identities`
    tells an account from a person, count for nothing here. A date and a number of another column are passed over.
    """
    found = []
    for match in _LOOSE.finditer(text):
        digits = re.sub(r"\D", "", match[1] + match[3])
        if len(digits) not in (10, 12) or not luhn(digits[-10:]):
            continue
        parted = bool(re.search(r"\D", match[1]))
        if parted and match[2].isspace() and match[2] not in (" ", "\u00a0"):
            continue
        if kind := _kind(digits):
            found.append(IdentityMatch(match.start(), match.end(3), kind, digits[-10:], 0.5))
    return found


def _kind(digits: str) -> IdentityKind | None:
    """What the ten or twelve digits can be by their day of birth, None where they hold no day."""
    year = int(digits[:4]) if len(digits) == 12 else 2000 + int(digits[:2])
    month, day = int(digits[-8:-6]), int(digits[-6:-4])
    if len(digits) == 12 and not 1880 <= year <= 2060:
        return None
    coordination = day > 60
    for century in (year,) if len(digits) == 12 else (year, year - 100):
        try:
            dt.date(century, month, day - 60 if coordination else day)
        except ValueError:
            continue
        return "samordningsnummer" if coordination else "personnummer"
    return None
