"""How diarienummer (registry numbers of matters and documents) are written, 1990s to today.

There is no national form. What municipalities and regions write is put together from a year (two or four digits), a
running number, and mostly the registry's letters; in any order, with `/ - : .` or a space between, often followed by
a code of the plan of files (`045`, `1.3.5`) or the number of a paper in the matter (`-33`):

    KS 94/118 045 · KS/2019:318 · 0471/19 · 2023-POL000187 · 2026.007 BUN · 2011/SN 0120 005 · 97.0123.045
    LS 1404-0442 · 13RS1234 · RS150123 · 2013/123-KS-049 · N160-0123/19 · 2014/0123 KS.063 · 1.6-123/2014

Source: the tables under `data/`, and how the registries of Swedish municipalities number their matters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.forms.alternation import lead_of
from pipeline.forms.diarienummer_heads import head_number_at, head_numbers
from pipeline.forms.guard import guarded
from pipeline.forms.white import tidy
from pipeline.resources import table


@dataclass(frozen=True, slots=True)
class Number:
    """A diarienummer at text[start:end]; value has single spaces. labelled: a word such as Dnr stands before it.

    foreign: the label says that it is another's ("Er beteckning", "mål nr"). lettered: it holds a registry's letters,
    so that its shape alone says what it is, also in running text.
    """

    start: int
    end: int
    value: str
    labelled: bool
    foreign: bool = False
    label: str = ""

    @property
    def lettered(self) -> bool:
        return any(c.isalpha() for c in self.value)


_YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
_YY = r"\d{2}"
_BODY = r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,7}"  # KS, Kst, BUN, LiÖ, KSKF
_UPPER = r"[A-ZÅÄÖ]{2,8}"
_REGISTRY = r"(?!SIDA?\b|DNR\b|T?KR\b|AB\b|PM\b)[A-ZÅÄÖ]{2,4}(?![\w:-])"  # behind the plan's code
_SEP = r"[/:.\-–]"
_PLAN = r"(?:\d{1,2}(?:\.\d{1,3}){1,4}|\d{3,4}(?:\.\d{1,3})?)"  # 045, 1.3.5, 730
_END = r"(?![\w/:–-]|[.,]\d)"
# a plan's code of two figures, or one behind a dash, is one where nothing that it could count follows
_STOP = r"(?=[,;)]|\.?[ \t]*(?:\n|\Z))"
_SHORT_PLAN = rf"(?: \d\d{_STOP})"  # 2017/KS 0186 10
_DASHED_PLAN = rf"(?: [-–] \d{{3}}(?={_STOP}|[ \t]+[A-ZÅÄÖ]{{3}}))?"  # 0015/13 - 200
_TAIL = (
    rf"(?:(?:-|(?<=\d)/|:)\d{{1,4}}(?:\.\d{{1,3}}){{0,3}}|\.\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}|-{_UPPER}(?:-\d{{2,4}})?)"
)

# Each is anchored by what stands before it (no letter, digit or joined sign) and by _END.
_FORMS = (
    # 2011/SN 0120 005, 2019/KS0123, 2023-POL000187, 2009-KS-0123, 13RS1234, 2015/KS 0123 003
    rf"(?:{_YEAR}{_SEP}?|\d\d{_SEP}|\d\d(?=[A-ZÅÄÖ]{{2,3}}\d)){_UPPER}(?: ?[/:.\-–] ?| )?\d{{2,7}}"
    rf"(?: {_PLAN}|{_SHORT_PLAN})?",
    # KS 2018-00871, KS/2019:318, BU 2015/392, KN-2023-2961, KFKS 2016/123-040, RUN 2019-123, KS 2019-000123 001
    rf"{_BODY}(?:-[A-ZÅÄÖ]{{2,5}})?(?:{_SEP}? ?|{_SEP}? ?[Nn]r ){_YEAR} ?(?:{_SEP} ?|{_SEP}?[A-ZÅÄÖ]{{2,4}}[ \-]?)"
    rf"\d{{1,7}}(?:{_TAIL}){{0,2}}(?: {_PLAN}|{_DASHED_PLAN})",
    # KS 94/118 045, VON 12/0045 730, BUN17/123, KS-16/0123
    rf"{_BODY}(?:{_SEP}? ?){_YY}[/:]\d{{1,7}}(?:{_TAIL})?(?: {_PLAN}|{_DASHED_PLAN})",
    # Ks 123/2019, KS 277/96 - 292, KS0123/18, JLL/123/2012, HSN 123-2015, N160-0123/19
    rf"{_BODY}(?:\d{{3}}-|{_SEP}? ?)\d{{1,7}}(?:/{_YY}|[/\-–]{_YEAR})(?:{_TAIL})?(?: {_PLAN}|{_DASHED_PLAN})",
    # LS 1404-0442 (year and month)
    rf"{_UPPER} ?(?:9\d|[0-2]\d)(?:0[1-9]|1[0-2])-\d{{3,5}}",
    # RS150123, LK/151234, KLK-190012
    rf"{_UPPER}(?:{_SEP}|(?=\d)|(?:-[A-ZÅÄÖ]{{2,4}}))\d{{2}}-?\d{{3,6}}",
    # 551-1044-14, 241-03215-00 (county boards)
    r"[1-9]\d{2}-\d{3,6}-\d{2}",
    # NV-02114-19, AA-412-12345/19 (state authorities), A512.338/2017 (the police)
    rf"[A-ZÅÄÖ]{{2,4}}-(?:\d{{3}}-)?\d{{4,6}}[-/]{_YY}(?:-\d{{1,3}})?|[A-Z]\d{{3}}\.\d{{3}}/{_YEAR}",
    # Fi2019/01234/K, N2001/12214/TP (ministries)
    rf"[A-Z][a-z]{{0,2}}{_YEAR}/\d{{2,5}}(?:/[A-Z][A-Za-z0-9]{{0,4}})?",
    # 2026.007 BUN, 2021/00123-1.3.5, 2014/0123 KS.063, 2018/00123 041, 2013/123-KS-049, 2023:0012, 2019-00012 1.2.3,
    # 2025/418 049 KS
    rf"{_YEAR}{_SEP}\d{{1,7}}(?:{_TAIL}){{0,2}}"
    rf"(?: (?:{_UPPER}(?:\.\d{{2,3}})?(?: {_PLAN})?|{_PLAN}(?: {_REGISTRY})?)(?![\wåäö]))?",
    # 97.0123.045, 97/0123/045, 97/0123-045
    rf"{_YY}[./]\d{{2,5}}[./\-]\d{{3,4}}(?: {_UPPER})?",
    # 0471/19, 512-2005, 118/94, 1.6-123/2014, 400-12-2013, 12-1234/02
    rf"(?:\d{{1,3}}(?:\.\d{{1,2}}){{0,4}}\.?-)?\d{{1,7}}(?:/{_YY}|[/\-–]{_YEAR})(?:{_TAIL})?"
    rf"(?: (?:{_PLAN}|{_UPPER})|{_DASHED_PLAN})",
)  # fmt: skip
_STRONG = re.compile(r"(?=[\dA-ZÅÄÖ])(?<![\w§/:.\-–,])(?:" + "|".join(f"(?:{f}{_END})" for f in _FORMS) + ")")
# How all forms begin, up to the first digit or the sign after it: few words and numbers of a text do. The plain
# character comes first, so that `re` passes all others quickly.
_BEGINS = re.compile(
    rf"[\dA-ZÅÄÖ](?<![\w§/:.\-–,].)(?:(?<=\d)\d{{0,6}}+(?:{_SEP}|[A-ZÅÄÖ]{{2}})"
    rf"|(?<!\d)[A-Za-zÅÄÖåäö]{{0,7}}+(?:-[A-ZÅÄÖ]{{2,5}})?+{_SEP}?+ ?+(?:[Nn]?r )?\d)"
)
# After a label nearly anything that holds a digit is the number: 1400123, 94-118, Ä 12/94, 20-15.
_LENIENT = re.compile(
    # SA30 99:1147, BY20 A 2005:1234 (the Road Administration)
    rf"[A-ZÅÄÖ]{{2}} ?\d{{2}}(?: [A-Z])? (?:19|20)?{_YY}:\d{{1,6}}(?![\w/-])|"
    # 99 SN 0442, 1999 KS 0012, 97 KS 112
    rf"(?:(?:19|20)?\d\d [A-ZÅÄÖ]{{2,5}} \d{{1,6}}(?![\w/-])|LTV \d{{6}}(?!\d))(?: {_PLAN}(?!\d|\s?\())?"
    r"|"
    rf"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö.]{{0,8}}[ /\-:.]{{0,2}})?(?=[\w/:.\-–]{{0,12}}\d)"
    rf"[A-ZÅÄÖ0-9][\wÅÄÖ]{{0,12}}(?:[/:.\-–][\wÅÄÖ]{{1,10}}){{0,4}}(?: {_PLAN}(?!\d|\s?\())?"
)

LABELS: dict[str, bool] = {row["label"]: row["whose"] == "other" for row in table("forms/data/diarienummer_labels.csv")}
_LABEL = guarded(
    rf"(?<![\wåäö]){lead_of(LABELS)}("
    + "|".join(re.escape(x).replace(r"\ ", r"\s+") for x in sorted(LABELS, key=len, reverse=True))
    + r")(?:(?![\wåäö])|(?<=nr)(?=(?-i:[A-ZÅÄÖ]{0,5})[ /-]?\d))"  # also where its value sticks to it: "DnrSN 2016/112"
    r"\.?[ \t]*[:;.]?[ \t]*(?:[—_|~]+[ \t]*)?(?:nr\.?[ \t]*:?[ \t]*)?",
    re.IGNORECASE,
)
_ANOTHERS = guarded(
    rf"(?<![\wåäö])(?:{'|'.join(sorted({re.escape(label.split()[0]) for label, other in LABELS.items() if other}))})",
    re.IGNORECASE,
)
# A court's case number: 3127-13, T 1234-15, UM 345-20, B 12-19
# M 1234-12, 3127-13, and in the 1990s and before T 331/04, Va 118/01
_CASE = re.compile(r"(?:[A-ZÅÄÖ][A-ZÅÄÖa-z]{0,2} )?(?:\d{1,6}[-/]|\d{3,6}- )(?:\d{2}|(?:19|20)\d{2})(?![\d/-])")
# Letters before a number that make it a statute, a standard, a report or a court's case: never a diarienummer.
_WORDS = {row["letters"].casefold(): row["what"] for row in table("forms/data/not_diarienummer.csv")}
_ALSO_REGISTRIES = frozenset({"versions", "revisions", "roads", "contract terms", "law reports"})
SENDERS = frozenset(word for word, what in _WORDS.items() if what == "senders")  # a number may follow these
NOT_BODIES = frozenset(_WORDS) - SENDERS

# but not the year and the plan's code of 454-2013-1.2.1
_DATE = re.compile(
    r"(?:19|20)\d\d[-.:/– ](?:0?[1-9]|1[0-2])[-.:/– ](?:0?[1-9]|[12]\d|3[01])(?!\d|(?<=-\d\.\d)\.\d|(?<=-\d\.\d\d)\.\d)"
)
_DATE_LIKE = re.compile(
    r"^(?:[A-ZÅÄÖa-zåäö]{0,8}[ .:/-]{1,2})?(?:(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?"
    r"|(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])[/. -](?:\d\d|(?:19|20)\d\d)"
    r"|\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])?[ .]?(?:JAN|FEB|MAR|MARS|APR|APRIL|MAJ|JUN|JUL|JUNI|JULI|AUG|SEP|SEPT|OKT|NOV|DEC"
    r"|AUGUSTI|JANUARI|FEBRUARI|SEPTEMBER|OKTOBER|NOVEMBER|DECEMBER)\.?[ /-]?(?:(?:19|20)\d\d|\d\d))$"
)
_YEARS = re.compile(r"^(?:[A-ZÅÄÖ]\w* )?((?:19|20)\d\d) ?[/\-–] ?((?:19|20)\d\d)$|^((?:19|20)\d\d)/(\d\d)$")
# a heading in capitals: "UPPHANDLING AV FÄRDTJÄNST 1997-2000 OCH NY TAXA"
_WORDS_BEHIND = re.compile(
    r"\d (?:OCH|SAMT|MED|F[ÖO]R|AV|TILL|OM|P[ÅA]|NYA?|INKL|INKLUSIVE|ENLIGT|[ÅA]R|ELLER|RESP|I|VID|MELLAN)\Z"
)
_MATTER_OF_YEAR = re.compile(r"^(?:[A-Za-zÅÄÖåäö]+[ /-])?(?:19|20)\d\d[-/]\d+$|^[A-ZÅÄÖ]{2,}[/ .-]?\d{6}$")
_REGISTRY_MONTH = re.compile(
    r"^[A-ZÅÄÖ]{2,5}(?:[ /-]?(?:19|20)\d\d-(?:0[1-9]|1[0-2])|/\d{6})$"
)  # KS 2019-12, LK/130812
# labels that are labels of a diarienummer only where they begin a line of a letterhead
_HEAD_LABEL = guarded(
    r"^[ \t]*(?:Nr|No|Löpnr|Reg\.? ?nr|Akt)\.?[ \t]*:?(?:[ \t]+|[ \t]*\n)(?=[A-ZÅÄÖ]{0,6}[ /.-]?\d)", re.MULTILINE
)
# "Dnr" as a machine misreads it, which is no registry's letters: "Dor: 12-0048.042", "Onr 2012/45"
_WORN_DNR = re.compile(r"(?:D(?!nr|ir)[a-zé]r|[O0]nr|[DO]n[txfiv])\b[.:;]?[ \t]*", re.IGNORECASE)
# a year in which a machine has set a space after or before a 1: "KS 201 1.0482.371"
_SPLIT_YEAR = re.compile(
    r"(?<![\w/:.,-])((?:[A-ZÅÄÖ]{2,5} )?(?:19[6-9]|20[0-4])) (1[./:]\d{2,6}(?:[./-]\d{3})?)(?![\w/:-]|[.,]\d)"
)
_TWO_BEFORE = re.compile(r"(?:^|(?<=[\n\t]))([A-ZÅÄÖ]{2,4}) $")
_NUMBER_WORDS = frozenset({"nr", "no"})  # in a head they stand before a diarienummer too
_STATUTE = re.compile(r"^(?:19|20)\d\d:\d{1,4}$")
_PHONE = re.compile(r"^0\d{1,3}-\d{5,}|^\d{6}-\d{4}$")  # or an organisation's number
_BEFORE = re.compile(r"(?:(§)|(?<![\wåäö])([a-zåäö\-]{2,14})\.?)\s*$", re.IGNORECASE)
_LEAD = re.compile(r"^([A-ZÅÄÖa-zåäö-]{2,})[ /:.\-]?")
_MISREAD_LABEL = re.compile(r"(?:[A-ZÅÄÖ][a-zåäöéè]{3,}n(?:r|ummer)|[A-ZÅÄÖ][DO]nr)$")  # Aröndenr 2007/12
_NAME_BEFORE = re.compile(r"(?:^|[\s,])[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)? $")
_ANY_DIGIT = re.compile(r"\d")
_PLAN_TAIL = re.compile(r" \d{3,4}$")


def find_diarienummer(text: str) -> list[Number]:
    """Every diarienummer in the text, labelled ones and those that show it by their shape, in order."""
    if _ANY_DIGIT.search(text) is None:
        return []
    text = text.replace("\u00a0", " ")
    found: list[Number] = []
    end = 0
    for label in _LABEL.finditer(text):
        if label.start() < end:
            continue
        number = _after_label(text, label)
        if number:
            found.append(number)
            end = number.end
    taken = [(n.start, n.end) for n in found]
    for number in _by_shape(text):
        if not any(a < number.end and number.start < b for a, b in taken):
            found.append(number)
    return sorted(found, key=lambda n: n.start)


def may_be_foreign(text: str) -> bool:
    """Whether the text has a word that labels of others' numbers begin with: one cannot stand in it without."""
    return _ANOTHERS.search(text) is not None


# a scan's dirt before a number's letters: "Ärende: -MBN 2008-0377"
_SPECK = re.compile(r"(?<=[:\s])[-–—.'‘’~_](?=[A-ZÅÄÖ]{2,6}[ /.]?\d)")


def find_in_head(text: str) -> list[Number]:
    """As `find_diarienummer`, in lines of a letterhead, where less of a shape is enough."""
    if _ANY_DIGIT.search(text) is None:
        return []
    plain = _SPECK.sub(" ", text.replace("\u00a0", " "))
    found = find_diarienummer(plain)
    for label in _HEAD_LABEL.finditer(plain):
        place = _value_at(plain, label.end())
        if place and any(c.isdigit() for c in plain[place[0] : place[1]][2:]):
            found = [n for n in found if n.start >= place[1] or n.end <= place[0]]
            found.append(Number(*place, tidy(plain[place[0] : place[1]]), True, False, "nr"))
    for start, end in head_numbers(plain):
        if _is_other(plain[start:end], labelled=False) and not _REGISTRY_MONTH.match(plain[start:end]):
            continue
        before = _BEFORE.search(plain, max(plain.rfind("\n", 0, start) + 1, start - 18), start)
        if before and (before[1] or before[2].casefold() in NOT_BODIES - _NUMBER_WORDS):
            continue
        two = _TWO_BEFORE.search(plain, max(0, start - 6), start)
        if two and two[1].casefold() not in _WORDS and two[1].casefold() not in LABELS:
            start = two.start(1)
        crossed = [n for n in found if n.start < end and start < n.end]
        if any(n.foreign or n.start < start or n.end > end for n in crossed):
            continue
        worn = _WORN_DNR.match(plain, start, end)
        if worn and is_number(plain[worn.end() : end]):
            start = worn.end()
        made = Number(start, end, tidy(plain[start:end]), worn is not None)
        if crossed:
            made = replace(crossed[0], start=start, end=end, value=made.value)
        found = [n for n in found if n not in crossed] + [made]
    for split in _SPLIT_YEAR.finditer(plain):
        value = tidy(split[1] + split[2])
        if is_number(value) and not any(n.start < split.end() and split.start() < n.end for n in found):
            found.append(Number(*split.span(), value, False))
    return sorted(found, key=lambda n: n.start)


def is_number(text: str) -> bool:
    """True where the whole text has a diarienummer's shape, as a letterhead prints it."""
    lead = _LEAD.match(text)
    if lead and (lead[1].casefold() in SENDERS or lead[1].casefold() in LABELS or _MISREAD_LABEL.match(lead[1])):
        return False
    whole = _STRONG.fullmatch(text) is not None or head_number_at(text, 0) == len(text)
    return whole and (not _is_other(text, labelled=False) or bool(_REGISTRY_MONTH.match(text)))


def value_of(text: str) -> str | None:
    """The diarienummer that the text begins with, given that a label has said that one comes."""
    number = _value_at(text, len(text) - len(text.lstrip()))
    return tidy(text[number[0] : number[1]]) if number else None


def same_number(one: str, other: str) -> bool:
    """True where both name the same matter: signs and a plan code at the end do not count."""
    a, b = (re.sub(r"[\s/:.\-–]", "", x).casefold() for x in (one, other))
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return len(short) >= 5 and long.startswith(short) and long[len(short) :].isdigit() and len(long) - len(short) <= 4


def _after_label(text: str, label: re.Match[str]) -> Number | None:
    key = re.sub(r"\s+", " ", label[1].lower())
    if key.startswith(("mål", "mal")):
        case = _CASE.match(text, label.end())
        return Number(case.start(), case.end(), tidy(case[0]).replace("- ", "-"), True, True, key) if case else None
    start = label.end()
    if text[start : start + 1] in (".", ",", "'", "·") and text[start + 1 : start + 2].isalnum():
        start += 1  # a scan's speck
    place = _value_at(text, start)
    if text[start - 1 : start] in (".", ",", "'", "·"):  # which keeps no form from beginning right after it
        inner = _value_at(text[start : start + 80], 0)
        place = (inner[0] + start, inner[1] + start) if inner else place
    if not place:
        return None
    value = re.sub(r"(?<=\d[-/]) (?=\d)|(?<=\d) (?=-\d)", "", tidy(text[place[0] : place[1]]))
    return Number(*place, value, True, LABELS.get(key, False), key)


# two registries' letters: "MK KS 2022/00163"
_TWO = re.compile(r"[A-ZÅÄÖ]{2,4} (?=[A-ZÅÄÖ]{2,4}[ /-]?\d)")
# a space that a scan set within a number: "206- 15420-2021"
_GAP = re.compile(
    rf"[1-9]\d{{1,3}}- ?\d{{3,6}}(?:- ?(?:{_YEAR}|{_YY})| -{_YEAR}){_END}"
    rf"|(?:[A-ZÅÄÖ]{{1,5}} ?)?\d[\d.]{{0,7}}/ {_YEAR}{_END}"
)


def _value_at(text: str, at: int) -> tuple[int, int] | None:
    """Where the number lies that begins at `at`: a known form if there is one, else what the label makes one."""
    two = _TWO.match(text, at)
    if two:
        rest = _STRONG.match(text, two.end())
        if rest and two[0].strip().casefold() not in _WORDS and not _is_other(rest[0], labelled=True):
            return at, _cut(text, rest.start(), rest.end())
    if gap := _GAP.match(text, at):
        return gap.span()
    strong = _STRONG.match(text, at) or _match_spaced(text, at)
    looser = head_number_at(text, at)
    if (
        looser is not None
        and (strong is None or looser > strong.end())
        and not _is_other(text[at:looser], labelled=True)
    ):
        return at, _cut(text, at, looser)
    if strong and not _is_other(strong[0], labelled=True):
        return at, _cut(text, strong.start(), strong.end())
    loose = _LENIENT.match(text, at)
    if loose and any(c.isdigit() for c in loose[0]) and not _is_other(loose[0], labelled=True):
        return at, _cut(text, loose.start(), loose.start() + len(loose[0].rstrip(".-:/– ")))
    return None


def _match_spaced(text: str, at: int) -> re.Match[str] | None:
    """The number where the sign before it is a label's own ("Dnr:KS…", "Dnr.KS…")."""
    window = text[at : at + 60]
    match = _STRONG.match(window)
    return _STRONG.match(text[: at + match.end()], at) if match and at == 0 else None


def _cut(text: str, start: int, end: int) -> int:
    """The number's end, a plan code left out that is really the page number or a year after it."""
    tail = _PLAN_TAIL.search(text, start, end)
    if tail and text[end : end + 3].lstrip().startswith(("(", "kr", "tkr")):
        return tail.start()
    return end


def _by_shape(text: str) -> Iterator[Number]:
    at = 0
    while begins := _BEGINS.search(text, at):
        match = _STRONG.match(text, begins.start())
        if match is None:
            at = begins.start() + 1
            continue
        lead = _LEAD.match(match[0])
        if lead and not lead[1].isupper() and _NAME_BEFORE.search(text, max(0, match.start() - 30), match.start()):
            at = match.start() + lead.end()  # "Karl-Erik Öhrvik 0690/24"
            continue
        # FALU KOMMUN 94/118: the number begins after the word
        if lead and (lead[1].casefold() in SENDERS or _MISREAD_LABEL.match(lead[1])):
            at = match.start() + lead.end()
            continue
        at = match.end()
        if _is_other(match[0], labelled=False):
            space = match[0].find(" ")  # a day may have swallowed the letters of the number after it
            at = match.start() + space if space > 0 else at
            continue
        before = _BEFORE.search(text, max(0, match.start() - 18), match.start())
        if before and (before[1] or before[2].casefold() in NOT_BODIES):
            continue
        end = _cut(text, match.start(), match.end())
        yield Number(match.start(), end, tidy(text[match.start() : end]), False)


def _is_years(text: str) -> bool:
    """True for a span of years or a school year: 2019-2021, 2019/20."""
    match = _YEARS.match(text)
    if not match:
        return False
    if match[1]:
        return 0 <= int(match[2]) - int(match[1]) <= 30
    return int(match[4]) == (int(match[3]) + 1) % 100


def _is_other(text: str, *, labelled: bool) -> bool:
    """True for what looks like one but is a date, a span of years, a telephone number, a statute or a standard."""
    text = tidy(text)
    if not labelled and _WORDS_BEHIND.search(text):
        return True
    dated = _DATE.search(text) or _DATE_LIKE.match(text) or _is_years(text)
    # 2018-12 after a label is matter 12 of 2018, without one it is December
    if dated and (not labelled or _DATE.search(text) or not _MATTER_OF_YEAR.match(text)):
        return True
    if not labelled and (_PHONE.match(text) or _STATUTE.match(text)):
        return True
    lead = _LEAD.match(text)
    what = _WORDS.get(lead[1].strip("-").casefold(), "senders") if lead else "senders"
    # dnr REV 2023/12: after a label the letters are a registry's
    return what != "senders" and not (labelled and lead and lead[1].isupper() and what in _ALSO_REGISTRIES)
