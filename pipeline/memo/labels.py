"""The letterhead's labels and other words that are no title."""

import re
from functools import cache, lru_cache

from pipeline.forms.fields import is_field
from pipeline.forms.guard import guarded
from pipeline.forms.names_tables import places
from pipeline.forms.persons import find_persons
from pipeline.forms.persons_registers import is_first_name
from pipeline.forms.titles import is_title
from pipeline.memo.fold import bare, fold
from pipeline.memo.signatures import is_name
from pipeline.resources import table

DATE = re.compile(
    r"(?:den )?(?:\d{4}[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[/.]\d{1,2}[ -/.]+\d{2,4}|"
    r"\d{1,2}(?::?e)? ?[a-z]{3,9}\.? \d{4}|\d{6}|\d{8})$"
)
DNR = re.compile(
    r"(?:dnr|diarienr|d-nr|ks|arendenr)?\.?:? ?[a-z]{0,6}[ /.-]?\d{2,4}[ ]?[-/:. ][ ]?[a-z0-9 /:.-]{1,24}$"
)
_WORDS_AFTER = re.compile(r"\d.*(?<![^\W\d_])[a-zåäö]{3,}")  # "Budget 2014 med plan för 2015–2016" is a matter
# "Budget 2015 – 2017", "TAXOR 2015/16"
_SPAN = re.compile(
    r"\s*(?:[A-ZÅÄÖ][a-zåäö]{3,}|[A-ZÅÄÖ]{5,}) (?:19|20)\d\d ?(?:[-–—/] ?(?:(?:19|20)\d\d|\d\d)|och (?:19|20)\d\d)$"
)
DOCUMENT = re.compile(
    r"(?:gemensam |reviderad |ny |komplettering )*"
    r"(?:tjansteskrivelse|tjansteutlatande|tjanstemannaskrivelse|tjansteyttrande|"
    r"tjansteman+autlatande|skrivelse|beslutsforslag|beslutsunderlag|pm|promemoria|information|informationsarende|"
    r"ordforandeforslag|ordforandeskrivelse|delegationsbeslut|yttrande|utlatande|missiv|protokoll|protokollsutdrag|"
    r"sammantradesprotokoll|sammantradesprotokoll utdrag|utdrag ur protokoll|beslut|rapport|remissvar|forslag|"
    r"for beslut|for kannedom|for information|till beslut|"
    r"foredragningspromemoria|foredragnings-pm|beslutsarende|forslag till beslut|"
    r"tjanste(?:skrivelse|utlatande) till (?:[a-z-]+,? (?:och )?){0,5}[a-z-]*"
    r"(?:namnden|styrelsen|utskott(?:et)?|fullmaktige|direktionen|beredningen))"
    r"(?: (?:pm|information|utkast|forslag|oppen|offentlig))?(?: ?\d{1,2} ?\(\d{1,2}\))?$"
)
BODY_NAME = guarded(
    r"(?:till )?(?:[a-z0-9-]+,? (?:och )?){0,5}[a-z0-9-]*"
    r"(?:namnden?|styrelsen?|utskott(?:et)?|fullmaktige|direktionen|beredningen|"
    r"kommittén?|kommitten?|presidiet|radet|namndens \w+|styrelsens \w+(?: och \w+)?)$"
)

# "Till nämnden för arbete och välfärd", "Kommunstyrelsens utskott för plan", "Stadsdelsnämnden Norra Hisingen"
_BODY_FOR = re.compile(
    r"(?:till )?(?:(?:gemensamma?|kommunstyrelsens|regionstyrelsens|\w+namndens) )?"
    r"(?:\w*namnden|namnd|utskottet|utskott|beredningen) (?:f[\w&]{1,3}r|i) (?:[a-z-]+ ){0,6}[a-z-]+"
    r"|(?:till )?(?:stadsdels|kommundels|distrikts|omrades|drift)namnden(?: [a-z-]+){1,3}"
    r"|(?:till )?(?:[a-z-]+ ){1,3}(?:stadsdels|kommundels|distrikts)namnd"
)
_IN_MUNICIPALITY = re.compile(r" i \w+ (?:kommun|stad)$")  # "Plan- och miljönämnden i Vännäs kommun"
# "Revidering av reglemente för krisledningsnämnden": a matter, though it ends in a body's name
_WITHIN_TITLE = re.compile(r"\S (?:av|for|om|till|i|fran|pa|hos|vid|angaende|avseende|gallande|kring|mellan|mot) \S")
_OFFICE_LABELS = frozenset({"forvaltning", "avdelning", "enhet", "sektor", "kontor", "verksamhet"})
_MATTER = frozenset({"arende", "rubrik", "angaende", "ang", "avser", "galler", "till", "avtal"})


@cache
def known_labels() -> frozenset[str]:
    return frozenset(bare(row["label"]) for row in table("memo/data/labels.csv"))


@lru_cache(maxsize=4096)
def is_label(text: str) -> bool:
    """`Datum`, `Diarienummer:`, `Vår handläggare`."""
    if len(text) > 40:
        return False
    return bare(text) in known_labels() or (text.rstrip().endswith(":") and text.count(" ") < 4 and len(text) > 2)


def is_known_label(text: str) -> bool:
    """One of the labels of the list."""
    return bare(text) in known_labels()


@cache
def _first_words() -> frozenset[str]:
    """What `starts_with_label` begins with."""
    return _OFFICE_LABELS.union(label.partition(" ")[0] for label in known_labels())


@lru_cache(maxsize=4096)
def starts_with_label(text: str) -> bool:
    """`Datum: 2024-01-01`, `Dnr KS 2011/4`, `Handläggare Anna Ek`."""
    if bare(text).partition(" ")[0] not in _first_words():
        return False
    words = text.split()
    for n in (1, 2, 3):
        label = bare(" ".join(words[:n]))
        if len(words) > n and label in known_labels() and (words[n - 1].endswith(":") or len(words) < 7):
            return bare(words[0]) not in _MATTER or (label == "till" and words[0].endswith(":"))
        if label in _OFFICE_LABELS and len(words) > n and is_office(" ".join(words[n:]).partition(",")[0]):
            return True
    return False


def is_date(text: str) -> bool:
    return len(text) < 30 and bool(DATE.match(fold(text).strip()))


def is_diarienummer(text: str) -> bool:
    if len(text) >= 40 or not any(map(str.isdigit, text)) or not DNR.match(fold(text).strip()):
        return False
    return _WORDS_AFTER.search(text) is None and _SPAN.match(text) is None


def is_document_type(text: str) -> bool:
    return len(text) < 60 and bool(DOCUMENT.match(bare(text).replace("/ ", "")))


def is_body_name(text: str) -> bool:
    """`Till Kommunstyrelsen`, `Barn- och utbildningsnämnden`: an addressee, not a title."""
    if len(text) >= 80:
        return False
    plain = _IN_MUNICIPALITY.sub("", bare(text))
    return bool(_BODY_FOR.fullmatch(plain) or (BODY_NAME.match(plain) and not _WITHIN_TITLE.search(plain)))


_ORGANISATION = re.compile(
    r"(?:[\w-]+ ){1,3}(?:kommun|stad|landsting|kommunalforbund)$|(?:region|landstinget) [\w-]+(?: (?:lan|harjedalen))?$"
)


def is_organisation(text: str) -> bool:
    """A sender's name alone: `ÅRE KOMMUN`, `Borås stad`, `Region Skåne`."""
    return len(text) < 50 and all(w[:1].isupper() for w in text.split()[:-1]) and bool(_ORGANISATION.match(bare(text)))


_OFFICE = re.compile(
    r"^(?:[\w-]+ ){0,4}[\w-]*(?:f[\w&]{1,3}rvaltningen|kontoret|kansliet|avdelningen|enheten|staben|sektionen)$|"
    r"^(?:sektorn?|enheten|avdelningen|forvaltningen|avdelning|enhet) (?:for )?(?:[\w-]+ ){0,5}[\w-]+$|"
    r"^(?:kontoret|staben|sektionen|verksamheten|kansliet) f.{1,2}r (?:[\w-]+ ){0,5}[\w-]+$"
)
_STAFF = re.compile(r"[A-ZÅÄÖ]\w+(?:chefens|direktörens) (?:lednings)?(?:stab|kansli)")


@lru_cache(maxsize=4096)
def is_office(text: str) -> bool:
    """`Kommunledningskontoret`, `Gatu- och fastighetskontoret`: a sender, no title."""
    plain = bare(text)
    purpose = " for " in plain and plain.partition(" ")[0].rstrip("n") not in _OFFICE_LABELS  # "Lokaler för skola"
    named = bool(_OFFICE.search(plain)) or (is_field(text) and not purpose) or bool(_STAFF.fullmatch(text))
    return named and text.count(" ") < 8


@lru_cache(maxsize=4096)
def is_officer(text: str) -> bool:
    """A line that is a person, with title or office or without: `Utredare Ida Ek`, `Kansliet, Ida Ek`."""
    if len(text) > 70 or ":" in text or any(map(str.isdigit, text)):
        return False
    office, comma, name = text.partition(",")
    if comma and is_office(office):
        return is_name(name.strip()) or bool(find_persons(name))
    people = find_persons(text)
    if not people:
        return is_name(text) and is_first_name(text.split()[0]) and not text.isupper()
    rest = f"{text[: people[0].start]} {text[people[-1].end :]}".strip(" ,./")
    return len(people) == 1 and (not rest or is_title(rest))


@lru_cache(maxsize=4096)
def is_place(text: str) -> bool:
    """The place in a logo: `VÄNNÄS` over `KOMMUN`, `T Y R E S Ö`."""
    if len(text) > 40 or any(map(str.isdigit, text)):
        return False
    plain = text.strip().casefold()
    if plain in ("kommun", "stad") or places().get(plain) or places().get(plain.removesuffix("s")):
        return True
    letters = plain.split()
    if len(letters) > 3 and all(len(x) == 1 for x in letters) and text.isupper():
        return True
    glued = "".join(letters)  # VETLANDA KOMM U N
    return text.isupper() and glued.endswith("kommun") and bool(places().get(glued.removesuffix("kommun").rstrip("s")))
