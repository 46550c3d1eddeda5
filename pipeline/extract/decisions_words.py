"""A point's words on one line, without what an OCR made of dirt, a hyphen or a page's break."""

import re
from functools import lru_cache

from pipeline.forms.guard import guarded

OPENS_ATT = ("att ", "ATT ", "att, ")  # what an att-sats begins with, as some houses write it
_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
# signs that no word of a point has: what an OCR made of dirt
_SPECKS = guarded(
    r"(?<!\S)[_~|¦^°‘'`\"“”]+(?=\s|$)|(?<!\S)[_~|¦^‘`]+(?=[A-Za-zÅÄÖåäö])|(?<=[\w.,;])\s+[:;.]{1,2}\s*$|(?<=[\w.])[°_|~¦]+\s*$"
)
_BULLET = re.compile(r"\s*[-–—•·*]\s+(?=[\"”A-ZÅÄÖa-zåäö])")  # of a list that was not seen to be one
_LETTER = re.compile(r"^[B-HJ-NP-Zb-hj-np-z]\s+(?=[a-zåäö]{3})")  # "t tillföra bolaget": a number
_BAR = re.compile(r"^\|(?=\s+[\da-zåäö])")  # "| 2024 års budget": I
_DASH = guarded(
    r"(?<=\b(?:av|om|på|en))\s+[-–]\s+(?=[a-zåäö])|(?<=\b(?:för|med|den|det|ett|vid))\s+[-–]\s+(?=[a-zåäö])|"
    r"(?<=\b(?:till|från|inom))\s+[-–]\s+(?=[a-zåäö])"
)
_AFTER_ATT = re.compile(
    r"([Aa]tt)(?:\s+[I|l1](?=\s)|[’'‘`\"]?\s+(?:[–—-]|[^\w\s(§\"”$-]{1,3})?_{0,2}|[’'‘`\"_.]{1,2})\s*(?=[a-zåäö]{3})"
)
_POINT_IN_DAY = guarded(rf"\b({_MONTHS})(?:\.| [-–])(?=\s(?:19|20)\d\d\b(?!\s?[-–]))")
_TWO_DASHES = guarded(r"(?<!\S)[–-]{2,3}(?!\S)")
_QUOTE = re.compile(r"(?<=\s)[\"“”](?=[a-zåäö])")
_SUB_MARK = guarded(r"\n\n[–*-]\s+(?=[A-ZÅÄÖa-zåäö])")  # a block that is a sub-point
_SPLIT_TILL = guarded(r"\b(t|fr)(?:o m| om)(?=\s(?:den\s)?\d)")
_BROKEN = guarded(r"(?<=[a-zåäö])-\s*\n\s*(?=[a-zåäö])(?!(?:och|eller|samt|respektive)\b)")
# no sentence ends with these words; "ek. för." is an association
_POINT_WITHIN = guarded(
    r"\b(?<!ek\. )(?<!ek\.)"
    r"(av|för|till|med|på|den|det|de|en|ett|och|samt|att|vid|från|under|enligt|års|som|ur|inom|mot|åt|hos|utan|genom|"
    r"efter|eller|mellan|över|ska|skall)\.(?=\s+[a-zåäö])"
)
_SPECK_WITHIN = guarded(r"(?<=[a-zåäö])\s[.'’](?=\s[a-zåäö])|(?<=\bav):(?=\s\d)")
_SPACE_BEFORE = re.compile(r"\s(?<=\w.)\s*(?=[,;](?:\s|$))", re.DOTALL)
# "redovisa den i maj" has no figure, "från och med den i maj" has
_FIRST = guarded(
    rf"(\b(?:fr\.? ?o\.? ?m\.?|t\.? ?o\.? ?m\.?|och med|senast|från|till|per|före|efter) den )i(?= (?:{_MONTHS})\b)|"
    rf"(\bden )[Il|!\]](?= (?:{_MONTHS})\b)"
)
_SPLIT_DAY = re.compile(r"\b((?:19|20)\d)\s(\d-\d\d-\d\d)\b|\b((?:19|20)\d\d)(?:\s-\s?|-\s)(\d\d)\s?-\s?(\d\d)\b")
_SPLIT_YEAR = guarded(rf"\b({_MONTHS}) (19|20) (\d\d)\b")
# a page's foot that was read into a sentence: "samtliga s POSTADRESS BESÖKSADRESS WEBB blockhyresavtal"
_FOOT = re.compile(r"(?:\s[a-z])?\s+(?:[A-ZÅÄÖ.]{3,}\s+){2,}(?=[a-zåäö])")
_SPLIT_HYPHEN = guarded(r"(?<=\w)\s-och\b")
_SIGN = re.compile(
    rf"(?=\d)(?P<day>\b(?:19|20)\d\d-\d\d-\d\d|\b\d{{1,2}}\s(?:{_MONTHS})\s(?:19|20)\d\d|\b\d{{6}})(?P<gap>,?\s\(?)"
    r"[8S$&5](?=\s\d{1,3}(?:[,.;:)]|\s(?:att|om|och|samt|punkt)\b))"
)
_ATT_CLUNG = re.compile(r"att(?=[a-zåäö]{3})(?!est|ent|ityd|ra[hkp]|rib|ack|ach|ira)")  # "attleden över sjön stängs"
_COMMA_CLUNG = re.compile(r"(?<=[a-zåäö]{2}),(?=[a-zåäö]{3})")  # "650 000 kronor,som ryms"


def words(text: str, start: int, end: int) -> str:
    """text[start:end] on one line, words broken over a page put together."""
    bullet = _BULLET.match(text, start, end)
    said = text[bullet.end() if bullet else start : end]
    if said[:3] == "att" and said[3:4].isalpha() and (clung := _ATT_CLUNG.match(said)):
        said = f"att {said[clung.end() :]}"
    return _on_one_line(_COMMA_CLUNG.sub(", ", said) if "," in said else said)


# what a stretch holds that another rule than those of `_plain` changes; one way in, a plain character, for speed
_ODD = re.compile(
    r"[_~|¦^°‘'’`\"“”•●▪◦‣·\s\-–.:](?:(?<=[_~|¦^°‘'’`\"“”•●▪◦‣·\n])|(?<=[-–])[-–]|(?<=\.)\s+[a-zåäö\d]|(?<=:)\s\d"
    r"|(?<=\s)(?:[-–.,:;]|[iIl!\]]\s(?<=den...)|(?:19|20)\s\d\d))"
)


@lru_cache(maxsize=4096)  # each rule for points asks for the same stretches again
def _on_one_line(said: str) -> str:
    return _plain(said) if _ODD.search(said) is None else _mended(said)


def _plain(said: str) -> str:
    """What `_mended` makes of a stretch without odd signs: most are so."""
    joined = _past_att(_LETTER.sub("", said) if said[1:2].isspace() else said)
    joined = _SPLIT_TILL.sub(r"\1 o m", joined)
    if "ADRESS" in joined or "TELEFON" in joined:
        joined = _FOOT.sub(" ", joined)
    line = " ".join(joined.split())
    return _SPLIT_DAY.sub(_whole_day, line) if "-" in line else line


def _past_att(said: str) -> str:
    """The stretch without what an OCR saw between a first "att" and its verb."""
    att = _AFTER_ATT.match(said)  # not `sub`, which would look for a beginning at each character
    return said if att is None else f"{att[1]} {said[att.end() :]}"


def _mended(said: str) -> str:
    joined = _SUB_MARK.sub("\n\n", _LETTER.sub("", said) if said[1:2].isspace() else said)
    joined = _BAR.sub("I", joined) if joined[:1] == "|" else joined
    joined = _past_att(_SPECKS.sub("", _DASH.sub(" ", joined)))
    joined = _SPLIT_TILL.sub(r"\1 o m", joined)
    if sum(joined.count(sign) for sign in '"“”') == 1:
        joined = _QUOTE.sub("", joined)  # one that nothing closes
    joined = _TWO_DASHES.sub("–", joined)
    joined = _POINT_IN_DAY.sub(r"\1", joined)
    joined = _SPECK_WITHIN.sub("", joined)
    joined = _POINT_WITHIN.sub(r"\1", _SPACE_BEFORE.sub("", _BROKEN.sub("", joined)))
    joined = _SPLIT_HYPHEN.sub("- och", _FIRST.sub(lambda m: f"{m[1] or m[2]}1", joined))
    if "ADRESS" in joined or "TELEFON" in joined:
        joined = _FOOT.sub(" ", joined)
    joined = _SPLIT_YEAR.sub(r"\1 \2\3", joined)
    # bullets of sub-points are signs of the page, not words of the point
    line = " ".join(w for w in joined.split() if w not in "•●▪◦‣·")
    return _SPLIT_DAY.sub(_whole_day, line.replace("- -", "--")) if "-" in line else line


def _whole_day(match: re.Match[str]) -> str:
    if match[1]:
        return match[1] + match[2]
    return f"{match[3]}-{match[4]}-{match[5]}"


def with_signs(text: str) -> str:
    """The text, as long as before, with the § that an OCR read as another sign between a day and a number."""
    return _SIGN.sub(lambda m: f"{m['day']}{m['gap']}§", text)
