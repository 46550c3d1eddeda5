"""Bodies whose names an OCR misread: the few that nearly every memo names, and the memo's own."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache, lru_cache

from pipeline.extract.actions import fold, opens_with_infinitive
from pipeline.forms.guard import guarded
from pipeline.memo.fold import near
from pipeline.resources import table

_OFTEN = {
    "kommunfullmaktige": "Kommunfullmäktige",
    "kommunstyrelsen": "Kommunstyrelsen",
    "regionfullmaktige": "Regionfullmäktige",
    "regionstyrelsen": "Regionstyrelsen",
    "landstingsfullmaktige": "Landstingsfullmäktige",
    "landstingsstyrelsen": "Landstingsstyrelsen",
    "arbetsutskottet": "Arbetsutskottet",
}
_WORD = re.compile(r"[^\W\d_][\w@&$|!]{9,24}")
# nämnden with its ä misread as another letter
_BOARD = guarded(
    r"\b(?:[a-z]{3,20}-,? (?:och )?)?[a-z]{3,30}(?:n(?:i{1,2}|d|e|u|o|6|&|4)mnden|ndmnden|niamnden|naimnden)s?\b"
)
_OFFICE = re.compile(r"(?:namnden|styrelsen|utskottet)$")


def misread_bodies(folded: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, name) of words that are one or two letters from a body that is named often."""
    for match in _WORD.finditer(folded):
        word = match[0]
        if (word[:3] in _BEGINNINGS or word[-4:] in _ENDINGS) and (name := _often(word)) is not None:
            yield match.start(), match.end(), name
    for match in _BOARD.finditer(folded):
        stem = re.sub(r"n\w{1,3}mndens?$|ndmndens?$", "", match.group())
        if stem.endswith(_areas()):
            yield match.start(), match.end(), stem[:1].upper() + stem[1:] + "nämnden"


# what may stand before it is said after it: so `re` passes most places quickly
_LIKE_ATT = re.compile(
    r"[a-z14](?:(?<=a)[a-z1!|]{2}|(?<=[a-z1])tt|(?<=[a4])[tf][tf1])(?<!att)(?=\s(?P<next>[a-zåäö]{2,20}))"
    r"(?:(?<=[,;:]\s...)|(?<=\n...)|(?<=\bsamt\s...)|(?<=\boch\s...)|(?<=\bdels\s...)|(?<=besluta\s...)|"
    r"(?<=beslutar\s...)|(?<=[.)]\s...)|(?<=^...))"
)


_SPECK_AFTER_ATT = re.compile(r"\batt[’'‘`\"](?=\s[a-zåäö])")


def with_att(text: str) -> str:
    """The text, as long as before, with each "att" that an OCR misread before what is to be done: "atr godkänna"."""

    def mended(match: re.Match[str]) -> str:
        return "att" if opens_with_infinitive(match["next"]) else match.group()

    return _LIKE_ATT.sub(mended, _SPECK_AFTER_ATT.sub("att ", text))


_THREE = re.compile(r"(?!att )[a-zåäö1!|]{3} ")


def with_marks(text: str, starts: Iterable[int]) -> str:
    """The text, as long as before, with "att" where an att-sats of a list begins with what was made of it: "art i".

    starts: offsets of the list's items.
    """
    for start in starts:
        if _THREE.match(text, start):
            text = f"{text[:start]}att{text[start + 3 :]}"
    return text


def spelt(name: str) -> str:
    """The name with its å, ä and ö, where it is a body's that nearly every memo names."""
    return _OFTEN.get(fold(name), name)


@lru_cache(maxsize=4096)
def _often(word: str) -> str | None:
    plain = word.replace("1", "l").replace("@", "a")
    for other, name in _OFTEN.items():
        if plain != other and plain != other + "s" and (near(plain, other, 2) or near(plain, other + "s", 1)):
            return name if plain not in _OFTEN else None
    return None


_BEGINNINGS = frozenset(word[:3] for word in _OFTEN)
_ENDINGS = frozenset(word[-4:] for word in _OFTEN)


@cache
def _areas() -> tuple[str, ...]:
    found = {fold(row["area"]) for row in table("extract/data/decisions_areas.csv")}
    return tuple(sorted(found | {area + "s" for area in found}))


@lru_cache(maxsize=512)
def own_misread(name: str, own: Iterable[str | None]) -> str | None:
    """The memo's own body, where the name is for nothing that boards are for and much like it: "Barn- och ingsnämnden".

    own: the memo's addressee, and the board whose committee that is.
    """
    folded = fold(name)
    office = _OFFICE.search(folded)
    if office is None or folded[: office.start()].endswith(_areas()) or folded[: office.start()].endswith((" ", "for")):
        return None
    for other in own:
        theirs = fold(other or "")
        if not theirs or theirs == folded or theirs[:1] != folded[:1] or theirs[-6:] != folded[-6:]:
            continue
        same = folded.split()[:-1] == theirs.split()[:-1] and abs(len(theirs) - len(folded)) < 9
        if same and SequenceMatcher(None, theirs, folded, autojunk=False).ratio() > 0.8:
            return other
    return None
