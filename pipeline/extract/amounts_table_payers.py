"""Tables that tell who pays whom: what finances a project, what members pay their federation, what one pupil costs.

Their labels name payers rather than kinds of sums, so what the table as a whole is about decides.
"""

import re
from collections.abc import Iterable

from pipeline.extract.amounts_roles import Hint, role_of_heading
from pipeline.extract.amounts_savings import COST

_FINANCING = re.compile(r"(?<!\w)finansi(?:ering|är)", re.IGNORECASE)
_FINANCED = re.compile(r"(?<!\w)finansier(?:as|ats|ades)(?!\w)", re.IGNORECASE)  # "Kostnaden finansieras så här:"
_SUM = re.compile(r"(?:summa|s:a|totalt?)(?!\w)", re.IGNORECASE)
_OWN_WORK = re.compile(r"egen insats|ideell|eget arbete|egna medel|(?<!\w)(?:lån|upplåning)", re.IGNORECASE)
# what a seller or performer gets for each one: "Ersättning" over kronor per elev
_COMPENSATION = re.compile(r"(?<!\w)(?:tim)?ersättning(?:en|ar|arna|snivå\w*)?(?!\w)(?! från)", re.IGNORECASE)
_OF_EACH = re.compile(
    r"(?:per|/) ?(?:utförd |inskriven |påbörjad )?(?:elev|plats|tim|dygn|dag|tur|körtim|larm|prov|besök)", re.IGNORECASE
)
_MEMBERS = re.compile(r"medlems(bidrag|avgift)", re.IGNORECASE)
_MUNICIPALITY = re.compile(r".*\ws? (?:kommun|stad)(?:en)?\Z", re.IGNORECASE)


def of_financing(said: Iterable[str]) -> bool:
    """Whether these words above a table say that it shows who pays which part."""
    return any(_FINANCED.search(text) or (_FINANCING.search(text) and not COST.search(text)) for text in said)


def named_sources(labels: Iterable[str]) -> bool:
    """Whether most rows of a financing table say what kind of money it is: "Stöd från Tillväxtverket"."""
    parts = [label for label in labels if not _SUM.match(label.strip())]
    told = [label for label in parts if _starts_with_kind(label)]
    return len(parts) > 1 and 2 * len(told) > len(parts)


def _starts_with_kind(label: str) -> bool:
    first = " ".join(label.split()[:2])
    return role_of_heading(first, "kr") is not None or _OWN_WORK.match(label.strip()) is not None


def of_source(label: str) -> Hint:
    """What the money of a row of such a table is."""
    if _SUM.match(label.strip()):
        return Hint("cost", 2.0)
    if _OWN_WORK.search(label):
        return Hint("other", 2.5)
    hint = role_of_heading(label, "kr")
    if hint is None:
        return Hint("grant", 1.5)
    return Hint("revenue" if hint.role == "fee" else hint.role, 2.5)


def of_compensation(header: str, said: Iterable[str]) -> bool:
    """Whether a column shows what is paid for each pupil, place or hour: "Ersättning, kronor per elev"."""
    above = [text for text in said if len(text) < 200]
    if not any(_OF_EACH.search(text) for text in (header, *above)):
        return False
    if _COMPENSATION.search(header):
        return True
    short = [text for text in above if len(text) < 80]
    return role_of_heading(header, "kr") is None and any(_COMPENSATION.search(text) for text in short)


def of_members(above: Iterable[str], labels: Iterable[str]) -> Hint | None:
    """What each member pays where a federation shows it: rows of municipalities under "Medlemsbidrag", or under
    "Medlemsavgift", which is a fee."""
    named = [match[1].lower() for text in above if (match := _MEMBERS.search(text))]
    if not named or sum(_MUNICIPALITY.match(label.strip()) is not None for label in labels) < 2:
        return None
    return Hint("fee" if "avgift" in named else "revenue", 2.0)
