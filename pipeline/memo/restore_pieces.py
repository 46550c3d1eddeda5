"""A token's runs of letters, which restoring may change, what stands fast, and what its neighbours tell of it."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from pipeline.memo.restore_candidates import Candidate
from pipeline.memo.restore_model import END_ID, NUMBER_ID, YEAR_ID, fold, model, number_id

_PIECE = re.compile(
    r"(?:[&€](?=[a-zé]))?(?:[^\W_]++|\ufffd)+(?:(?:[|$¢€]|[&@](?=[a-zé]))(?:[^\W_]++|\ufffd)+)*(?:(?<=\b[dfgnps])&)?"
)
_UNTOUCHED = re.compile(
    r"@.*\.|\..*@|^@|@$|www\.|https?:|\w\.(?:se|nu|com|org|eu|net)\b|/\w+/|^(?-i:[a-z]{3,}\.[a-z]{3,})$", re.IGNORECASE
)
_UNTOUCHED_SIGNS = frozenset("@./:")
_STOPS = frozenset(".,;:")
_OF_ADDRESSES = ("www", "http", "https")
_PER = re.compile(r"(?:kr|kronor|mwh|kwh|ton|m[23³²]?|tim|st)\.?/$", re.IGNORECASE)
TIMES = {"ar": "år", "man": "mån", "dr": "år", "ér": "år", "4r": "år", "mdn": "mån"}
# words, as read, that no heading, entry or line of a list ends in
RUNS_ON = frozenset((
    "och", "att", "av", "i", "om", "med", "till", "som", "en", "ett", "den", "det", "de", "dess", "vid", "under",
    "mot", "samt", "eller", "ej", "inte", "var", "har", "ska", "skall", "kan", "sin", "sina", "sitt", "denna", "vars",
    "på", "pa", "p4", "från", "fran", "för", "for", "fér", "fdr", "f6r", "är", "ar", "4r", "över", "over",
))  # fmt: skip
# little words, as read, that begin no printed cell: "Planen Ar antagen", "2012 Ars budget"
_LITTLE = frozenset(("Ar", "Ars", "Arets", "At", "An", "Aven", "Annu", "Over", "Atta", "Ater"))
_ISLAND = re.compile(r"[BDFGHJKLMNRSTV]6[b-df-hj-np-tvxz]6s?")  # H6n6, Hönö
_YEAR = re.compile(r"(?:19|20)\d\d")
_REGISTERED = re.compile(r"(?:19|20)?\d\d[-/:.]\d{2,}|\d{1,5}/\d\d")
_BULLETS = frozenset("eo")  # what an English OCR makes of a bullet
_LETTER_DIGITS = frozenset("60145")
_ABBREVIATED = frozenset(("gr", "fr", "ml", "dl", "cl"))  # with a full stop; else för, är, mål
# är, än, på, få, då, om: with two characters the only ones that are safe
_SHORT = frozenset(("4r", "4n", "p4", "f4", "d4", "0m"))
LONGEST = 40  # letters of a word that is looked at

Cuts = tuple[tuple[int, str, tuple[Candidate, ...] | None], ...]
UNKNOWN_COLUMN = (Candidate("", -1, 0.0, 0.0, True),)


def goes_on(texts: Sequence[str], number: int, start: int, text: str, starts: frozenset[int]) -> bool:
    """Whether a word stands inside a sentence, after one in small letters, which at a line's start must ask for more.

    A word that begins with a misread G is any but a line's first.
    """
    if start:
        before = texts[number][:start]
        return before[-1:] == "/" and before[:1].islower()
    before = texts[number - 1] if number else ""
    if text[0] == "G" and (number not in starts or len(text) < 3):
        return True
    if number not in starts and text in _LITTLE and (before.isalpha() or _YEAR.fullmatch(before)):
        return not before.isupper() and not _of_a_register(texts, number)
    if not before[:1].islower() or before[-1:] in ".:;" or before in _BULLETS:
        return False
    return number not in starts or before.lower() in RUNS_ON


def _of_a_register(texts: Sequence[str], number: int) -> bool:
    """Whether a little word stands for a body before the digits of a diarienummer: "An 2009-0112"."""
    return number + 1 < len(texts) and _REGISTERED.match(texts[number + 1]) is not None


@cache
def sign_columns() -> dict[int, tuple[Candidate, ...]]:
    """What stands for a sentence's end, a number and a year."""
    return {i: (Candidate("", i, model().log_p[i], 0.0, True),) for i in (END_ID, NUMBER_ID, YEAR_ID)}


def names_matter(texts: Sequence[str], number: int) -> bool:
    """Whether a token with a short word in capitals stands for a body in a diarienummer: "SAN 2011/12", "VA-2019-4"."""
    if any(c.isdigit() for c in texts[number]):
        return True
    follows = texts[number + 1] if number + 1 < len(texts) else ""
    before = texts[number - 1] if number else ""
    return follows[:1].isdigit() and not (before.isupper() and len(before) > 2)


def stands_out(texts: Sequence[str], number: int) -> bool:
    """Whether a short word in capitals has none beside it: so an abbreviation, LOV or LSS, not part of a heading."""
    return not any(
        sum(c.isupper() for c in t) > 1 for t in (*texts[number - 1 : number], *texts[number + 1 : number + 2])
    )


@lru_cache(maxsize=200_000)
def cut_token(token: str) -> Cuts:
    """The runs of letters and digits in a token: where, what, and None or the reading that stands fast."""
    word = token[:-1] if token[-1:] in _STOPS else token
    alone = word == token or not word.lower().endswith(_OF_ADDRESSES)
    if alone and word.isalpha() and 1 < len(word) <= LONGEST and word not in _ABBREVIATED and word != "ANG":
        return ((0, word, None),)  # as most are
    return cut(token)


def cut(token: str) -> Cuts:
    """The same of any token, word or none."""
    if not _UNTOUCHED_SIGNS.isdisjoint(token) and _UNTOUCHED.search(token):
        return ((0, token, UNKNOWN_COLUMN),)
    cuts: list[tuple[int, str, tuple[Candidate, ...] | None]] = []
    for match in _PIECE.finditer(token):
        text = match.group()
        abbreviated = text == "ANG" or (text in _ABBREVIATED and token[match.end() : match.end() + 1] == ".")
        if abbreviated or (len(text) < 4 and token[: match.start()].endswith(":")):  # an ending, as in "vd:ar"
            cuts.append((match.start(), text, UNKNOWN_COLUMN))
        elif _readable(text, _part(token, match.start())) or (
            text == "r" and token.rstrip(",;)") == text
        ):  # år or är without its mark
            cuts.append((match.start(), text, None))
        elif text.isalpha() and len(text) == 1:
            low = text.lower()
            number = model().number.get(low, -1)
            known = Candidate(low, number, model().log_p[number] if number >= 0 else 0.0, 0.0, True)
            cuts.append((match.start(), text, (known,)))
        else:
            cuts.append((match.start(), text, sign_columns()[number_id(text)] if text.isdigit() else UNKNOWN_COLUMN))
    return tuple(cuts)


def _part(token: str, at: int) -> str:
    """The part between hyphens that holds the letter at a place: J6nsson of Ek-J6nsson; of other tokens the whole."""
    first, stop = token.rfind("-", 0, at) + 1, token.find("-", at)
    part = token[first : stop if stop >= 0 else len(token)]
    double = part[:1].isupper() and any(c.islower() for c in part) and not any(c.isdigit() for c in token[:first])
    return part if double else token


def per_time(piece: str, before: str) -> tuple[Candidate, ...] | None:
    """The one reading of the time in "kr/ar" and "tkr/man", else None."""
    meant = TIMES.get(piece.lower()) if before[-1:] == "/" and _PER.search(before) else None
    return None if meant is None else (Candidate(meant, -1, 0.0, 0.0, True),)


def _readable(piece: str, token: str) -> bool:
    """Whether a piece is a word, its digits, if any, standing for letters."""
    if len(piece) > LONGEST:
        return False
    if "@" in piece:  # m@jlig
        return any(model().alike(fold(piece.replace("@", letter))) for letter in "ao")
    digits = sum(c.isdigit() for c in piece)
    if not digits:
        return len(piece) > 1
    if any(c.isdigit() and c not in _LETTER_DIGITS for c in piece) or len(token) - len(piece) > 3:
        return False
    if piece.isupper():
        return len(piece) > 5 and digits == 1 and piece[0].isalpha() and piece[-1].isalpha() and piece.isascii()
    lower = sum(c.islower() for c in piece)
    if piece in _SHORT:
        return len(token) < 4
    if _ISLAND.fullmatch(piece):
        return True
    if piece[-1].isdigit() and not (piece[-1] == "6" or (piece[-1] == "4" and lower > 3)):
        return False
    return len(piece) > 2 and lower >= 1 and lower + 1 >= digits * 2 and not re.search(r"\d\d", piece)
