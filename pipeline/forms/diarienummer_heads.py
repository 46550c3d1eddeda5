"""Diarienummer that only their place in a letterhead tells: `BUN 96.0087 622`, `KS 19-812`, `SBN 2012 00490`.

In running text such strings may be anything (a standard, a bus line, a street). In the head of a memo, or after a
label, letters of a registry beside a year and a number can hardly be anything else.
"""

import re
from collections.abc import Iterator

from pipeline.forms.guard import guarded

_YEAR = r"(?:19[6-9]\d|20[0-4]\d)"
_YY = r"(?:[6-9]\d|[0-4]\d)"
_Y = rf"(?:{_YEAR}|{_YY})"
_ABOUT = r"[A-ZÅÄÖ]{2,8}|[A-ZÅÄÖ][a-zåäö]{1,4}|[A-ZÅÄÖ]{1,4}[a-zåäö][A-ZÅÄÖ]?"  # BUN, Ks, Bygg, MoB
_SEP = r"[/:.\-–]"
_PLAN = r"(?:\d{1,2}(?:\.\d{1,3}){1,4}|\d{3,4}(?:\.\d{1,3})?)"
_TAIL = rf"(?:(?:[-–/:.]\d{{1,4}}){{0,3}}(?:[ -]{_PLAN}| ?/ ?\d{{3}}(?!\d))?(?:[ -][A-ZÅÄÖ]{{2,5}})?)"
_FORMS = (
    # BUN 96.0087 622, Ks 2005.211-042, KS 19-812, KS-19.812, KS/19:812, MoB-04-112, KF-KS 2011/123-040
    rf"(?:{_ABOUT})(?:[-/](?:{_ABOUT}))?(?: ?{_SEP} ?| )?{_Y} ?{_SEP} ?\d{{1,7}}{_TAIL}",
    # SBN 2012 00490, KS 19 00812 001, KS 2019 123
    rf"[A-ZÅÄÖ]{{2,8}} {_YEAR} \d{{2,6}}{_TAIL}|[A-ZÅÄÖ]{{2,8}} {_YY} \d{{3,6}}{_TAIL}",
    # KS 2019 nr 123, KS 2019 / 123
    rf"(?:{_ABOUT}) {_YEAR} ?(?:[Nn]r|/) ?\d{{1,6}}",
    # 123/2019 KS, 19-0123 KS 045, 2019.0123 KS, 2001.0154/739, 1998:1755 KS
    rf"{_YEAR} ?[.:] ?\d{{2,7}}(?:[-/ ]{_PLAN})?(?: [A-ZÅÄÖ]{{2,8}}(?: {_PLAN})?)?",
    # 2004-0317 M: the letter of a registry at the end of its line or cell
    rf"{_YEAR}[-/.:]\d{{2,5}} [ABDEFGKMNSTUV](?=[ \t]*(?:[\n|]|\t|\Z))",
    rf"{_YY}{_SEP}\d{{2,6}}(?:{_SEP}\d{{1,4}})? (?:[A-ZÅÄÖ]{{2,8}})(?: {_PLAN})?",
    # 19 KS 0123, 2019 KS 123 045, 1998-SN 21, 96/KS 12
    rf"{_Y}(?: ?{_SEP} ?| )[A-ZÅÄÖ]{{2,8}}(?: ?{_SEP} ?| )(?!{_YEAR}[-/:.]\d)\d{{2,7}}{_TAIL}",
    # KSN-2019-0123, 2019-KSKF-0123, KSKF 2019:12 (the strong forms), KS123/2019-040, KS 0123-2019
    rf"(?:{_ABOUT})(?: ?{_SEP} ?| )?\d{{1,6}}[-/.]{_YEAR}{_TAIL}",
    # KS 190123, KS.0123, BN 1123, KLF 00123 04: letters and one number
    rf"[A-ZÅÄÖ]{{2,8}}(?:{_SEP}| )(?!{_YEAR}(?!\d))\d{{4,8}}(?: {_PLAN})?",
    # 08/123-045, 96-0123-622, 96.123, 19.0123, 118/1994 045
    rf"{_YY}[/.\-]\d{{2,6}}(?:[-/.]\d{{3}})",
    # 98-0412 805, but no telephone number: 08-508 330 00
    rf"(?!08-[1-9]){_YY}-\d{{3,6}} \d{{3}}(?! ?\d)",
    rf"\d{{1,6}}/(?:{_YEAR}|{_YY})(?:[- ]{_PLAN})?(?: [A-ZÅÄÖ]{{1,5}}(?=[ \t]*(?:\n|\Z)))?",
)  # fmt: skip
_HEAD = guarded(
    r"(?=[\dA-ZÅÄÖ])(?<![\w§/:.,@\-–+])(?<!§ )(?:(?<! \d\d )(?<! \d\d\d )|(?<=§ \d\d )|(?<=§ \d\d\d )|(?=[A-ZÅÄÖ]))(?:"
    + "|".join(f"(?:{f})(?![\\w/:–@-]|[.,]\\d)" for f in _FORMS)
    + ")"
)
_LEAD = re.compile(r"[A-Za-zÅÄÖåäö]+")
# a number may follow
_LABELS = frozenset(("dnr", "diarienr", "diarie", "diarienummer", "ärendenr", "dossier", "beteckning"))
# letters before digits in a letterhead that are no registry's
_NOT = re.compile(
    r"(?:box|sed?|sida?|tel|tfn|fax|vx|bg|pg|nr|no|s|p|kl|art|mom|org|vat|bic|iban|swift|den|dag|uppl|utg|ver|rev|mall|bl"
    r"|datum|dat|till|från|blad|ang|betr|avser|tid|plats|ort|kopia|gäller)$",
    re.IGNORECASE,
)
_UNLIKELY = re.compile(
    r"\d{6}-\d{4}$|0\d{1,3}-\d{5,}|0\d{1,3}[-/]\d{2,3} |(?:SE|S)?-?\d{3} ?\d{2}$|(?:19|20)\d\d[.:/]?(?:19|20)\d\d$"
)
_AFTER = re.compile(r"[ \t]*(?:kr|tkr|mkr|mnkr|kronor|%|procent|st|m2|kvm|timmar|[A-ZÅÄÖ]{4,}\b(?! ?\d))\b")
_ADDRESS = re.compile(r"\d{3} \d{2}$")


def head_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where what looks like a diarienummer lies in a line of a letterhead. Days are not told apart: the caller does."""
    at = 0
    while match := _HEAD.search(text, at):
        at = match.end()
        lead = _LEAD.match(match[0])
        if lead and lead[0].casefold() in _LABELS:
            at = match.start() + lead.end()
        elif _likely(text, match):
            yield match.start(), match.end()
        elif (space := match[0].find(" ")) > 0:
            at = match.start() + space


def head_number_at(text: str, at: int) -> int | None:
    """Where the number ends that begins at `at`, None where none does."""
    match = _HEAD.match(text, at)
    return match.end() if match and _likely(text, match) else None


def _likely(text: str, match: re.Match[str]) -> bool:
    """False for a post box, a telephone number, an organisation's number, a sum of money."""
    lead = _LEAD.match(match[0])
    if lead and _NOT.match(lead[0]):
        return False
    return not (_UNLIKELY.match(match[0]) or _AFTER.match(text, match.end()) or _ADDRESS.search(match[0]))
