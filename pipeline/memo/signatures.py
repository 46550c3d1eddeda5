"""The shape of signatures: names with titles under or beside them, and lines that say who approved."""

import re
from functools import cache, lru_cache

from pipeline.forms.guard import Guarded, guarded
from pipeline.forms.persons_registers import is_first_name
from pipeline.memo.fold import bare, fold
from pipeline.resources import table

_NAME_WORD = (
    r"[A-ZÅÄÖÉÜØÆŠŽČĆĐŁ](?:[a-zåäöéüøæèáíóëçñšćčžđłńşğıőřýú’'.]+|[A-ZÅÄÖÉ]+|\.)(?:-[A-ZÅÄÖÉa-zåäö][\wåäöé’']*)*"
)
NAME = re.compile(rf"{_NAME_WORD}(?: (?:von|af|de|van|der|den|el|al|la|zu)){{0,2}}(?: {_NAME_WORD}){{1,3}}$")
_NOT_NAMES = re.compile(
    r"\b(?:kommun|stad|region|landsting|nämnden?|namnden?|styrelsen?|förvaltning\w*|forvaltning\w*|kontoret?|avdelning\w*|"
    r"enhet\w*|bilaga|bilagor|ab|hb|beslut\w*|förslag|protokoll\w*|utskott\w*|tel|dnr|datum|sida|polis\w*|länsstyrelse\w*)\b|"
    r"nämnden\b|styrelsen\b|förvaltningen\b|kontoret\b|utskottet\b|verket\b",
    re.IGNORECASE,
)
_APPROVAL = re.compile(
    r"\b(?:godkannare|godkand av|godkant av|"
    r"digitalt (?:signera|underskriv|godkan)\w*|elektroniskt (?:signera|underteckna|"
    r"godkan|underskriv)\w*|signerat? av|signerad digitalt|attesterad)\b"
)
_MAY_APPROVE = ("dk", "digita", "ektr", "signera", "attest")  # one of them is in each such text, as folded
_SENDER = re.compile(
    r"(?:for |enligt uppdrag|i tjansten|pa uppdrag|dag som ovan|som ovan|"
    r".{0,50}(?:forvaltningen|kontoret|kansliet|avdelningen|enheten|"
    r" kommun| stad|forbundet|forvaltning|kontor|sektorn?|staben))$|for .{3,60}$|(?:enligt uppdrag|pa .{3,40} vagnar).*"
)


@cache
def _roles() -> Guarded:
    endings = sorted({bare(row["ending"]) for row in table("memo/data/roles.csv")}, key=len, reverse=True)
    return guarded(rf"[\w-]*(?:{'|'.join(map(re.escape, endings))})s?\b")


@lru_cache(maxsize=4096)
def is_name(text: str) -> bool:
    """Two to four capitalised words, as a person's name is written."""
    text = text.strip().rstrip(",")
    return len(text) < 48 and bool(NAME.match(text)) and not _NOT_NAMES.search(text)


@lru_cache(maxsize=1024)
def are_two_names(text: str) -> bool:
    """Two persons' names beside each other: `Lars Ek Kerstin Malmborg Ask`."""
    words = text.split()
    if not 4 <= len(words) <= 8 or not is_first_name(words[0]):
        return False
    return any(
        is_first_name(words[k]) and is_name(" ".join(words[:k])) and is_name(" ".join(words[k:]))
        for k in range(2, len(words) - 1)
    )


def without_specks(text: str) -> str:
    """A name without the specks and the spaces that an OCR sets round a hyphen: `Bengt -Olof. Ek ~`."""
    kept = [w.strip(".,:;~|_'") for w in text.split() if any(c.isalnum() for c in w)]
    return re.sub(r" ?- ?", "-", " ".join(kept))


@lru_cache(maxsize=4096)
def is_named_role(text: str) -> bool:
    """`Anna Ek, kommunchef`: a signature on one line."""
    name, comma, role = text.partition(",")
    return bool(comma) and is_name(name) and is_role(role)


@lru_cache(maxsize=4096)
def is_role(text: str) -> bool:
    """A title: `Förvaltningschef`, `Tf. ekonomidirektör`, `HR-strateg`."""
    text = text.strip()
    return 1 < len(text) < 64 and text[-1] not in ".:;" and bool(_roles().search(bare(text))) and text.count(" ") < 7


@lru_cache(maxsize=1024)
def is_approval(text: str) -> bool:
    """`Anna Ek, Godkännare tjänsteskrivelse, 2026-05-05`."""
    if len(text) >= 120 or text.endswith("."):
        return False
    folded = fold(text)
    if not [sign for sign in _MAY_APPROVE if sign in folded]:
        return False
    return _APPROVAL.search(bare(text)) is not None


@lru_cache(maxsize=1024)
def is_scribble(text: str) -> bool:
    """What an OCR makes of a handwritten signature: short, and no word in it."""
    return len(text) < 26 and not re.search(r"[a-zåäö]{4}", text)


@lru_cache(maxsize=1024)
def is_sender(text: str) -> bool:
    """What stands above the names: `Kommunledningskontoret`, `För socialförvaltningen`, `Enligt uppdrag`."""
    return len(text) < 70 and text[-1:] not in ".:;," and bool(_SENDER.match(bare(text)))
