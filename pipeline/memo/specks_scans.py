"""What the reader of a scan saw that is no print, or read as another sign: specks between words, § as 8, a small letter
for a capital of the same form. Where more than one reading is possible the words stay as they were read."""

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from pipeline.forms.names_tables import places
from pipeline.forms.persons_registers import is_first_name, surnames
from pipeline.memo.labels import is_known_label
from pipeline.memo.layout import Token, around
from pipeline.memo.restore_model import model
from pipeline.memo.specks import ends_none, is_known, is_usual

# a speck between two words, on the line: Länsarbetsnämnden.i, årskort.vara, domstolen'i, i·Skåne
_BETWEEN = re.compile(r"([^\W\d_]{3,}|[iIå])([.'’·•])([^\W\d_]{1,})([.,;:]?)$")
_ENDS_OF_FILES = frozenset("se nu com org net eu info pdf doc docx xls xlsx htm html txt dot no dk fi".split())  # noqa: SIM905
_LITTLE = frozenset("i av och på till för med om att som en ett den det är vid ej ur".split())  # noqa: SIM905
# a full stop where none ends anything: "och. miljö", "direktiven av. den"
_NEVER_LAST = re.compile(r"(?:och|för|av|till|samt|att|den|som|från|vid|på|om)\.")
_ENDED = re.compile(r"(?:[a-zåäöé]{3,}|[^\W\d_][a-zåäöé]{6,})\.$")  # not "Just. sign."
_BEFORE_CAPITAL = re.compile(r"[.·•'’](?=[A-ZÅÄÖ][a-zåäöé]{3})")  # Svenska .Kommunalarbetareförbundet
_HOMES = frozenset(("kommun", "kommuns", "stad", "stads"))
# typewritten and narrow ones stand apart: 201 1/214, 2012-1 1-26, 2010/1 1, 112 /2019
_YEAR, _AFTER_YEAR = re.compile(r"(?:19|20)\d$"), re.compile(r"\d(?:/\d{2,}[\w.:/-]*|-\d\d-\d\d)[.,;:)]*$")
_MONTH, _AFTER_MONTH = re.compile(r"(?:19|20)\d\d-[01]$"), re.compile(r"\d-\d\d[.,;:)]*$")
_NUMBER, _OF_YEAR = re.compile(r"\d{1,4}$"), re.compile(r"/(?:19|20)\d\d[.,;:)]*$")
# § where a law's section is named: "11 8 MBL", "4 kap 6 S", "19 b & tobakslagen"
_ONE, _MANY = re.compile(r"(?:[8S&5$]|S\$|\$S|§\$|\$§)$"), re.compile(r"\d{1,3}[-–]\d{1,3}$")
_MORE = re.compile(r"(?:[8S$&§5]{2}|[S$§]{3})$")
# and where a decision's is: "2012-11-26, 8 104,", "Ksau S 58", "$ 112/2019"
_DAY, _DECISION = re.compile(r"\(?(?:19|20)\d\d-\d\d-\d\d,$"), re.compile(r"[1-9]\d{0,2}[.,;:)]+$")
_AU, _NUMBERED = re.compile(r"\(?(?:[A-ZÅÄÖ]\w{0,4})?(?:au|AU|Au)$|\(?K[SFsf]$"), re.compile(r"[1-9]\d{0,2}[.,;:)]*$")
_WITH_YEAR = re.compile(r"[1-9]\d{0,2}/(?:19|20)\d\d[.,;:)]*$")
_SECTION, _LETTER = re.compile(r"\d{1,3}$"), re.compile(r"[a-h]$")
_CHAPTER = re.compile(r"kap(?:\.|itlet)?$")
_LAW = re.compile(
    r"[-–]?(?:(?:MBL|LAS|LOU|LSS|SoL|PBL|LVU|LVM|HSL|LUF)|(?:[A-ZÅÄÖa-zåäö][a-zåäö]{3,})?(?:lagen|balken|förordningen)"
    r"|lag)[.,;:)]?$"
)
_NO_LAW = re.compile(r"(?:\b|an|för|upp|ut|in|av|på|om|över|be|till)slagen|(?:bo|an|under|upp|be)lagen", re.IGNORECASE)
# what % is read as, behind a number or a heading's comma: "Andel, Yo", "4 °/o"
_PERCENT, _BEFORE_PERCENT = re.compile(r"(?:Yo|%o|[°o]/o)[.,;:)]?"), frozenset("0123456789,")
# a slash read as a letter between a unit and what it is counted per: "tkrlår", "krIm2"
_PER = re.compile(
    r"(?P<unit>\(?(?:[tk]?kr|mn?kr|kronor))[lI|!](?P<per>(?:år|mån(?:ad)?|dag|dygn|vecka|tim(?:me)?|st|styck|elev|barn|plats"
    r"|inv(?:ånare)?|person|hushåll|kvm|m[23²³]|km|ton|kg)\W{0,2})"
)
_SAME_FORM = frozenset("cosuvwxz")  # small letters that differ from their capitals in height only
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?$")
_TWO_DASHES = re.compile(r"(?<=\d)(?:[–—−][-–—−]|-[–—−])(?=\d)")  # 2024—-2026; two hyphens are typed so
_TITLE_CHET = re.compile(r"([A-Za-zÅÄÖåäö][a-zåäö]{2,})chet([.,;:)]?)$")  # Förbundschet


# a list's mark with a speck behind it: "4., att", "1. - godkänner", "att — ge"
_MARK_CLUNG, _MARK = re.compile(r"(\d{1,2}[.)])[,.;:'’·-]$"), re.compile(r"(?:\d{1,2}[.)]|[a-h]\)|att)$")
_DASHES = frozenset("-–—_=~·")
_END_CLUNG = re.compile(r"([A-ZÅÄÖ][^\W\d_]{2,})([—–=_~|-]{1,2})$")  # Bysell—, below which a line begins anew

_CLUNG_SIGNS = frozenset("—–=_~|-")
DOT = 1.2  # points; a dash is wider, a list's dot higher
COLUMN = 2.0  # times a word's height: the white space that another column stands behind


def without_scan_specks(tokens: list[Token]) -> list[Token]:
    """The tokens of a scanned page in the order as read, mended line by line."""
    lines: list[list[Token]] = []
    for token in tokens:
        if lines and _same_line(lines[-1][-1], token):
            lines[-1].append(token)
        else:
            lines.append([token])
    for line in lines:
        _without_dots(line)
    lines = [line for line in lines if line]
    for line, after in pairwise([*lines, []]):
        _ends(line, after)
    found: list[Token] = []
    for line, after in pairwise([*lines, []]):
        half = bool(found) and found[-1].text[-1] == "-" and line[0].text[0].islower()
        below = after[0].text if after and after[0].block == line[-1].block else ""
        found += [line[0], *_mended(line[1:], below)] if half else _mended(line, below)
    return _numbered(found)


def _numbered(tokens: list[Token]) -> list[Token]:
    """The tokens with the § of minutes' headings that was read as 8 or S and is disputed: "8 41 Nya avgifter" where
    another line begins "§ 42"."""
    firsts = [n for n, t in enumerate(tokens[:-1]) if n == 0 or not _same_line(tokens[n - 1], t)]
    known = {int(tokens[n + 1].text) for n in firsts if tokens[n].text == "§" and _SECTION.match(tokens[n + 1].text)}
    if not known:
        return tokens
    for n in firsts:
        token, after = tokens[n], tokens[n + 1]
        if token.agreed is not False or not _ONE.match(token.text) or not _SECTION.match(after.text):
            continue
        if _same_line(token, after) and {int(after.text) - 1, int(after.text) + 1} & known:
            tokens[n] = replace(token, text="§", confidence=0.9 * token.confidence)
    return tokens


def _without_dots(line: list[Token]) -> None:
    """Takes dashes too small to be any off a line's ends, where no dot parts anything."""
    for n in (-1, 0):
        while line and line[n].text in _DASHES and line[n].box.width < DOT and line[n].box.height < DOT:
            del line[n]


def _ends(line: list[Token], after: list[Token]) -> None:
    """Takes specks off a list's mark, and off the last of a few words where no line goes on."""
    clung = _MARK_CLUNG.match(line[0].text) if len(line) > 1 else None
    if clung and line[1].text[0].isalpha():
        line[0] = replace(line[0], text=clung[1])
    if len(line) == 3 and line[1].text in _DASHES and is_known_label(line[0].text) and is_known_label(line[2].text):
        del line[1]  # Handläggare — Datum
    if len(line) > 2 and line[1].text in _DASHES and _MARK.match(line[0].text) and line[2].text[0].isalpha():
        del line[1]
    for n, token in enumerate(line):
        if token.text[-1] not in _CLUNG_SIGNS:
            continue
        end = _END_CLUNG.match(token.text)
        if n + 1 < len(line):
            ends = line[n + 1].box.x0 - token.box.x1 > COLUMN * token.box.height and line[n + 1].text[0].isupper()
        else:
            ends = len(line) < 4 and not (after and after[0].text[0].islower())
        if end and ends and (end[2] != "-" or is_known(end[1])):
            line[n] = replace(token, text=end[1])


def _same_line(a: Token, b: Token) -> bool:
    if (a.block, a.line) != (b.block, b.line) or b.box.x0 < a.box.x0:
        return False
    return min(a.box.y1, b.box.y1) - max(a.box.y0, b.box.y0) > 0.3 * min(a.box.height, b.box.height)


def _mended(line: list[Token], below: str) -> list[Token]:
    """The line's tokens mended. below: the word that the text goes on with on the next line."""
    found: list[Token] = []
    for token in line:
        if found and _close(found[-1], token) and _torn(found[-1], token):
            found[-1] = _one(found[-1], token)
        else:
            found.append(_alone(token))
    for n in range(len(found)):
        text = found[n].text
        after = found[n + 1].text if n + 1 < len(found) else below
        ek = n > 0 and found[n - 1].text.rstrip(".").lower() in ("ek", "ekon")  # ek. för.
        if text[-1] == "." and after and not ek and _goes_on(text, after):
            found[n] = replace(found[n], text=text[:-1])
        elif text[0] in ".·•'’" and _BEFORE_CAPITAL.match(text) and "." not in text[1:-1]:
            found[n] = replace(found[n], text=text[1:])
        elif text[-1] in "8S&5$§" and len(text) < 4 and n:
            if _decides(text, found[n - 1].text, after):
                found[n] = replace(found[n], text="§", confidence=0.9 * found[n].confidence)
            else:
                _section(found, n)
        elif n and 1 < len(text) < 5 and _PERCENT.fullmatch(text) and found[n - 1].text[-1] in _BEFORE_PERCENT:
            found[n] = replace(
                found[n], text="%" + text[len(text.rstrip(".,;:)")) :], confidence=0.9 * found[n].confidence
            )
        elif "kr" in text and (unit := _PER.fullmatch(text)):
            found[n] = replace(found[n], text=f"{unit['unit']}/{unit['per']}")
        elif text[0] in _SAME_FORM and len(text) > 2:
            _capital(found, n)
    for n in range(len(found) - 2):  # "Jön köpings kommun", which is not Köpings
        if found[n + 2].text.lower().rstrip(".,;:") in _HOMES and _is_home(found[n].text, found[n + 1].text):
            found[n : n + 2] = [_one(found[n], found[n + 1])]
            break
    return found


def _close(a: Token, b: Token) -> bool:
    return b.box.x0 - a.box.x1 < 0.75 * max(a.box.height, b.box.height)


def _torn(a: Token, b: Token) -> bool:
    """Whether a number was cut in two where one of its ones stands apart."""
    first, second = a.text, b.text
    if not (first[-1].isdigit() and second[0] in "0123456789/"):
        return False
    if _YEAR.match(first):
        return _AFTER_YEAR.match(second) is not None
    if _MONTH.match(first):
        whole = first[-1] + second
        return _AFTER_MONTH.match(second) is not None and 1 <= int(whole[:2]) <= 12
    return second[0] == "/" and _NUMBER.match(first) is not None and _OF_YEAR.match(second) is not None


def _one(a: Token, b: Token) -> Token:
    agreed = None if a.agreed is None or b.agreed is None else a.agreed and b.agreed
    return replace(
        a,
        text=a.text + b.text,
        raw=f"{a.raw} {b.raw}",
        box=around([a.box, b.box]),
        confidence=min(a.confidence, b.confidence),
        agreed=agreed,
    )


def _alone(token: Token) -> Token:
    text = token.text
    letters = _LETTERS.match(text)
    if letters and not letters[1].isdigit() and (made := meant(letters[1])):
        return replace(token, text=made + letters[2], confidence=0.8 * token.confidence)
    if text.isalpha() and "chet" not in text:
        return token  # most words
    if _TWO_DASHES.search(text):
        return replace(token, text=_TWO_DASHES.sub("–", text))
    title = _TITLE_CHET.match(text)
    if title:
        return replace(token, text=f"{title[1]}chef{title[2]}")
    between = _BETWEEN.match(text)
    if between is None:
        return token
    first, sign, second, end = between.groups()
    if second.lower() in _ENDS_OF_FILES or not (is_known(first) or first in "iIå"):
        return token
    told = second in _LITTLE or (len(second) > 2 and second.islower() and is_known(second))
    if sign in "·•":
        told = told or (second[0].isupper() and len(second) > 2)
    elif sign in "'’":
        told = second in _LITTLE and len(first) > 4
    elif not ends_none(first + "."):
        told = False  # inkl.moms
    return replace(token, text=f"{first} {second}{end}") if told else token


_LETTERS = re.compile(r"([^\W\d_][^\W_]{5,})([.,;:)]*)$")
# letters that are read for others, singly: Kommuntullmäktige, Samtiiga, bes1öt, Kommunstyrelseri
_CONFUSED = (
    ("t", "f"), ("f", "t"), ("i", "l"), ("l", "i"), ("1", "l"), ("0", "o"), ("c", "e"), ("e", "c"),
    ("h", "b"), ("b", "h"), ("ri", "n"), ("n", "ri"), ("rn", "m"), ("m", "rn"), ("cl", "d"), ("li", "h"),
    ("vv", "w"), ("in", "m"), ("tl", "ll"),
)  # fmt: skip
FREQUENT = 3.5  # ln count of a word that is taken for one that no lexicon holds


@lru_cache(maxsize=20_000)
def meant(word: str) -> str | None:
    """The word of the lexicon that one that is none was misread from, where it is one letter off a single such word."""
    low, known = word.lower(), model().number
    if low in known:
        return None
    found: set[str] = set()
    for seen, printed in _CONFUSED:
        at = low.find(seen)
        while at >= 0:
            made = low[:at] + printed + low[at + len(seen) :]
            if made in known and model().log_count[known[made]] > FREQUENT:
                found.add(made)
            at = low.find(seen, at + 1)
    if len(found) != 1:
        return None
    made = found.pop()
    return made.upper() if word.isupper() else made[0].upper() + made[1:] if word[0].isupper() else made


def _goes_on(text: str, after: str) -> bool:
    """Whether the full stop at a word's end is a speck, as the next word tells."""
    if after[:2].islower() and after.rstrip(".,;:").isalpha():
        return _NEVER_LAST.fullmatch(text) is not None or (_ENDED.match(text) is not None and ends_none(text))
    if after.isupper() and text[:-1].isupper() and len(text) > 4:
        return after.lower() in _HOMES  # GÄLLIVARE. KOMMUN
    return False


def _decides(text: str, before: str, after: str) -> bool:
    """Whether a sign before a number is a decision's §."""
    if text in ("§", "§§") or not (_ONE.match(text) or _MORE.match(text)):
        return False
    if _DAY.match(before):
        return _DECISION.match(after) is not None or ("$" in text and _NUMBERED.match(after) is not None)
    if text in ("8", "5", "&", "88", "55"):
        return False
    if text == "S" or "$" not in text:
        return _AU.match(before) is not None and _NUMBERED.match(after) is not None
    return _WITH_YEAR.match(after) is not None or (_AU.match(before) is not None and _NUMBERED.match(after) is not None)


def _section(line: list[Token], n: int) -> None:
    """Sets § where a law's section has its number before and the law's name behind, or a chapter before."""
    text = line[n].text
    at = n - 1
    if _LETTER.match(line[at].text) and at:
        at -= 1
    number = line[at].text
    many = _MANY.match(number) is not None
    if not (many or _SECTION.match(number)) or not (_ONE.match(text) or _MORE.match(text) or text == "§"):
        return
    chapter = at > 0 and _CHAPTER.search(line[at - 1].text.lower()) is not None and text not in ("8", "5", "88", "55")
    law = line[n + 1].text if n + 1 < len(line) else ""
    named = _LAW.match(law) is not None and not _NO_LAW.search(law)
    if (named or chapter) and text not in ("§", "§§"):
        line[n] = replace(line[n], text="§§" if many else "§", confidence=0.9 * line[n].confidence)
    if named and law[0] in "-–":
        line[n + 1] = replace(line[n + 1], text=law[1:])


def _capital(line: list[Token], n: int) -> None:
    """A name's first letter, read as the small one of the same form: "ulf Tornérhjelm", "Birger wadenholt"."""
    core = line[n].text.rstrip(".,;:")
    if not core.islower() or not _WORD.match(core):
        return
    before = line[n - 1].text if n else ""
    after = line[n + 1].text if n + 1 < len(line) else ""
    if n == 0 and core == line[n].text:
        last = after.rstrip(",")
        named = last.istitle() and _WORD.match(last) is not None and (last.lower() in surnames() or not is_usual(last))
        told = named and is_first_name(core)
    else:
        told = before.istitle() and is_first_name(before.lower()) and (n == 1 or line[n - 2].text[-1] not in ".:!?")
        told = told and (not is_known(core) or (core in surnames() and not is_usual(core)))
    if told:
        line[n] = replace(line[n], text=line[n].text[0].upper() + line[n].text[1:])


def _is_home(first: str, second: str) -> bool:
    """Whether two words are halves of a municipality's name, the second of them in small letters."""
    if not (first.isalpha() and second.isalpha() and first[0].isupper() and second.islower()):
        return False
    whole = (first + second).lower()
    return (whole in places() or whole.removesuffix("s") in places()) and first.lower() not in places()
