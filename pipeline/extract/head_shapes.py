"""Shapes that a head's values have: persons' names, offices in capitals, whole days."""

import datetime as dt
import re
from dataclasses import dataclass

from pipeline.extract.head_lines import FIELDS
from pipeline.extract.head_type import kind_word
from pipeline.forms.dates import find_dates
from pipeline.forms.guard import guarded
from pipeline.forms.names import NameMatch, find_names
from pipeline.forms.names_tables import places
from pipeline.forms.names_tables import words as name_words
from pipeline.forms.persons import find_persons
from pipeline.forms.persons_registers import is_first_name
from pipeline.forms.titles import is_title as is_whole_title

# A name after a label though no register knows it: "P-O Nilsson", "E. Svensson", "Xhevat Bytyqi"
_LOOSE = re.compile(
    r"(?<![\w@.-])(?:[A-ZÅÄÖ](?:[a-zåäöéèü]+|\.)?(?:-[A-ZÅÄÖ][a-zåäöéü]*)?)"
    r"(?:[ \u00a0](?:[A-ZÅÄÖ]\.?|[A-ZÅÄÖÉ][a-zåäöéèü]+(?:-[A-ZÅÄÖ][a-zåäöéü]+)?|von|af|de|van)){0,3}"
    r"[ \u00a0][A-ZÅÄÖÉ][a-zåäöéèü]+(?:-[A-ZÅÄÖ][a-zåäöéü]+)?(?![\w@])"
)
_RANK_AFTER = re.compile(r"s? (?:kommun|stad|region)\b", re.IGNORECASE)
_WHOLE_NAME = re.compile(
    r"[A-ZÅÄÖÉ][^\W\d_]+(?:-[A-ZÅÄÖÉ][^\W\d_]+)?(?: [A-ZÅÄÖÉ]\.)?"
    r"(?: (?:von|af|de|van|der|den|el|al|la|[A-ZÅÄÖÉ][^\W\d_]+(?:-[A-ZÅÄÖÉ][^\W\d_]+)?)){1,4}"
)
_DIGIT = re.compile(r"\d")  # of the year, at least
_SHORT_DAY = re.compile(
    r"(?<![\w/.:-])(?<!\d )(?:((?:19|20)?\d\d)([01]\d)([0-3]\d)|(\d\d)-([01]\d)-([0-3]\d)"
    r"|(?P<d>[0-3]?\d)[-/]([01]?\d)(?:-| ?[ -] ?)((?:19|20)?\d\d))(?![\w/:-]|[.,]\d| \d)"
)
_TITLE_END = guarded(
    r"(?:chef|direkt[öo]r|sekreterare|strateg|ledare|ingenj[öo]r|handl[äa]ggare|utredare|samordnare|ekonom|jurist|controller|rektor"
    r"|planerare|arkitekt|inspekt[öo]r|konsulent|assistent|expert|specialist|koordinator|administrat[öo]r|kamrer|utvecklare)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Shape:
    """Something found at text[start:end] with its canonical value."""

    start: int
    end: int
    value: str


def persons_in(text: str, *, labelled: bool = False) -> list[Shape]:
    """Persons named with first and last name, titles left out, in order.

    labelled: a label says that a person comes, so a name that no register knows will do.
    """
    found = [_without_place(text, _without_label(Shape(p.start, p.end, p.name))) for p in find_persons(text)]
    if found or not labelled:
        return found
    for match in _LOOSE.finditer(text):
        words = match[0].split()
        while len(words) > 2 and (is_title(words[0]) or words[0].casefold() in FIELDS):
            words = words[1:]
        end = match.end()
        while len(words) > 2 and words[-1].casefold() in FIELDS:  # "Ida Ek Till"
            end -= len(words.pop()) + 1
        start = end - len(" ".join(words))
        if is_title(words[-1]) or is_title(words[0]) or find_names(match[0]) or words[-1].casefold() in FIELDS:
            continue
        found.append(Shape(start, end, " ".join(words)))
    return found


def _without_label(person: Shape) -> Shape:
    """ "Ida Lind Ek Beteckning": the name ends before the label that stands in the next column."""
    words = person.value.split()
    if len(words) < 3 or words[-1].casefold() not in FIELDS:
        return person
    return Shape(person.start, person.end - len(words[-1]) - 1, " ".join(words[:-1]))


def _without_place(text: str, person: Shape) -> Shape:
    """ "Ida von Essen Värmdö kommun", columns that ran together: the name ends before the municipality's."""
    words = person.value.split()
    if len(words) < 3 or not _RANK_AFTER.match(text, person.end) or words[-1].casefold() not in places():
        return person
    cut = text.rindex(words[-1], person.start, person.end)
    return Shape(person.start, len(text[:cut].rstrip()), " ".join(words[:-1]))


# what is no part of a person's name though it is written with a capital
NO_NAME = re.compile(
    r"(?:förvaltning|kontor|nämnd|styrelse|avdelning|enhet|kansli|sektor|stab|utskott|verksamhet|omsorg|byggnad|skola|kommun"
    r"|stad|region|förbund|fullmäktige|direktion|skrivelse|utlåtande|protokoll|datum|nummer|beslut)",
    re.IGNORECASE,
)


def lone_person(text: str, *, told: bool = False) -> Shape | None:
    """The person that a line of a head is, and nothing else, though no register may know the surname.

    told: what stands beside it (a title, a telephone) speaks for a person, so that the first name may be unknown too.
    """
    name = text.strip(" ,.")
    words = name.split()
    if not 2 <= len(words) <= 5 or len(name) > 45 or not _WHOLE_NAME.fullmatch(name) or NO_NAME.search(name):
        return None
    if any(is_title(w) or w.casefold() in FIELDS for w in words) or find_names(name) or kind_word(name):
        return None
    if not (told or is_first_name(words[0]) or words[0].casefold() in name_words("weakfirst")):
        return None
    start = text.index(name)
    return Shape(start, start + len(name), name)


def is_title(word: str) -> bool:
    """True for an occupation such as `Skolskjutssamordnare`."""
    word = word.strip(".,()")
    return bool(word) and (bool(_TITLE_END.search(word)) or is_whole_title(word))


def plain_case(text: str) -> str:
    """Text in capitals as it is written in running text; other text, and what would change its length, unchanged."""
    if not text.isupper():  # most lines
        return text
    letters = [c for c in text if c.isalpha()]
    if len(letters) > 5 and all(c.isupper() for c in letters):
        lowered = text.capitalize()
        return lowered if len(lowered) == len(text) else text
    return text


def names_in(text: str) -> list[NameMatch]:
    """Names of bodies, offices and municipalities in a head's lines, capitals read as running text too."""
    found = find_names(text)
    changed = plain_case(text)
    if changed == text:
        return found
    extra = [n for n in find_names(changed) if n.type in ("body", "administration")]
    kept = [n for n in found if not any(n.start < e.end and e.start < n.end for e in extra)]
    return sorted(kept + extra, key=lambda n: n.start)


def days_in(text: str) -> list[tuple[int, int, dt.date]]:
    """(start, end, day) of each day in a head's line that is written out with its year, in order.

    In a head even six digits are a day (940314), which they are not in running text.
    """
    if _DIGIT.search(text) is None:
        return []
    found = [(d.start, d.end, d.date_from) for d in find_dates(text) if d.precision == "day" and not d.inferred]
    for match in _SHORT_DAY.finditer(text):
        if any(start < match.end() and match.start() < end for start, end, _ in found):
            continue
        day = _short_day(match)
        if day is not None:
            found.append((match.start(), match.end(), day))
    return sorted(found)


def _short_day(match: re.Match[str]) -> dt.date | None:
    numbers = [int(n) for n in match.groups() if n]
    if match["d"]:
        numbers.reverse()
    year, month, day = numbers
    if match["d"] and "/" not in match[0] and year < 100:
        return None  # 5-8-19 may be anything
    year += 0 if year > 99 else 1900 if year >= 80 else 2000
    try:
        return dt.date(year, month, day) if 1980 <= year <= 2040 else None
    except ValueError:
        return None
