"""Which body decides: the bodies that a sentence names, and what `nämnden` and `fullmäktige` stand for in a memo."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extract.actions import fold
from pipeline.extract.decisions_leads import is_body_name
from pipeline.extract.decisions_misread import misread_bodies, own_misread, spelt
from pipeline.extract.facts import Head
from pipeline.forms.guard import guarded
from pipeline.forms.names import NameMatch, expand, find_names

_ABBREVIATION = re.compile(
    r"(?<![\w:/.-])([A-ZÅÄÖ]{2,6}|K[fs]|Ksau|[A-ZÅÄÖ][a-zåäö]{1,3}(?= §)|k[fs](?=,? (?:den )?\d|,? §))(?::?s)?"
    r"(?![\w/]|-(?!beslut))"
)
_AU = re.compile(r"[ /-]?(?:AU|Au|au|arbetsutskott)\b")  # KS AU
_GENERIC = guarded(
    r"\b(?:(?P<members>medlemskommunernas fullmaktige)|(?P<council>fullmaktiges?|fullmakt(?=\W{1,4}matte))|"
    r"(?P<board>namndens?|namndernas?|styrelsens?|namnd(?=s?beslut))|(?P<ks>kommunstyrelse(?=beslut))|"
    r"(?P<committee>utskottets?|beredningens?))(?:\b|(?=s?beslut(?:et)?\b))"  # "enligt fullmäktigebeslut 2009-09-21"
)
# a body's name that the gazetteer's rules did not take, perhaps because letters are lost
_BODY = guarded(
    r"\b(?:[a-z]++-,? (?:och |[a-z]+- och )?)?[a-z]*(?:namnden|styrelsen|utskottet|fullmaktige|direktionen|revisorer|"
    r"revisorerna|forbundets direktion|dratselkammaren|"
    r"kommitten|beredningen|presidiet|presidiekonferensen|samradsgruppen|agarsamradet)s?\b|"
    r"\b(?:sociala |personal|forhandlings)delegationens?\b"
)
_COURT = guarded(
    r"\b(?:[Kk]ammarrätten|[Ff]örvaltningsrätten|[Ll]änsrätten|[Tt]ingsrätten|[Hh]ovrätten|"
    r"[Mm]ark- och miljö(?:över)?domstolen)"
    r"s?(?: (?:i|vid) [A-ZÅÄÖ][\wåäöé-]+(?:s? (?:län|tingsrätt))?)?|\b[Rr]egering(?:srätt)?ens?\b|"
    r"\bLandstinget\b(?! (?:i )?[A-ZÅÄÖ])|\b(?:Stämman|Årsmötet|[A-ZÅÄÖ]\w{2,}stämman)\b|"
    r"\b[Mm]iljöprövningsdelegationen(?: (?:vid|inom|hos) [Ll]änsstyrelsen"
    r"(?: i [A-ZÅÄÖ][\wåäöé-]+(?: [A-ZÅÄÖ]\w+)? län)?)?|"
    r"\bHögsta (?:förvaltnings)?domstolens?\b"
)  # fmt: skip
_COMMITTEE_OF = guarded(r"^(?P<parent>.+?(?:nämndens|styrelsens|fullmäktiges)) (?P<rest>.+)$", re.IGNORECASE)
_PLACE_AFTER = re.compile(r" i (?P<place>[A-ZÅÄÖ][\wåäöé-]+(?: [A-ZÅÄÖ][\wåäöé-]+)? (?:kommun|stad|Stad))\b")
_TOWN_AFTER = re.compile(
    r" i (?P<place>[A-ZÅÄÖ][a-zåäöé]{2,}(?:-[A-ZÅÄÖ][a-zåäö]+)?)(?![\w-])(?! (?:kommun|stad|län)\b)"
)
_PLACE = re.compile(r" i (?:[A-ZÅÄÖ][\wåäöé-]+ )(?:kommun|stad|Stad)$")


@dataclass(frozen=True, slots=True)
class Body:
    """A body (or, where asked for, an authority or a court) named in a text. genitive: `nämndens`."""

    start: int
    end: int
    name: str
    genitive: bool
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Context:
    """What a memo's short words for bodies stand for."""

    addressee: str | None = None
    region: bool = False
    municipality: str | None = None
    nearest: str | None = None  # the "…nämnden" named last before, where the text is written to a board that is none

    @property
    def council(self) -> str:
        if fold(self.addressee or "").startswith(("forbundsstyrelsen", "forbundsfullmaktige")):
            return "Förbundsfullmäktige"  # a federation with a council of its own
        if any(fold(name or "").startswith("landsting") for name in (self.addressee, self.municipality)):
            return "Landstingsfullmäktige"
        return "Regionfullmäktige" if self.region else "Kommunfullmäktige"

    @property
    def board(self) -> str | None:
        """What `nämnden` means: the addressee, or the body whose committee the addressee is."""
        return _board_of(self.addressee) if self.addressee else None


@lru_cache(maxsize=64)
def _board_of(addressee: str) -> str:
    match = _COMMITTEE_OF.match(addressee)
    return match["parent"][:-1] if match and "utskott" in addressee.lower() else addressee


def context_of(head: Head) -> Context:
    """The context that a memo's head gives."""
    addressee = head.addressee.value.strip() if head.addressee else ""
    sender = head.municipality.value if head.municipality else ""
    region = sender.lower().startswith("region ") or len(head.municipality_code or "") == 2
    return Context(clean_name(addressee) if addressee else None, region, sender or None)


def clean_name(name: str) -> str:
    """A body's name with an initial capital, without the municipality after it and without a genitive."""
    name = _PLACE.sub("", " ".join(name.split()))
    name = name[:1].upper() + name[1:]
    return "Revisorerna" if name == "Revisorer" else name


_OWN_COMMITTEE = re.compile(
    r"^(?:nämndens|styrelsens|den egna nämndens)\s+(?P<rest>\w*(?:utskott|presidium|beredning|delegation)\w*)$",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def full_name(name: str, context: Context) -> str:
    """The full name of a board's committee: "Nämndens arbetsutskott" is "Socialnämndens arbetsutskott"."""
    own_committee = context.addressee and _COMMITTEE_OF.match(context.addressee)
    if own_committee and fold(own_committee["rest"]) in (
        fold(name),
        fold(name).removesuffix("et"),
        fold(name).removesuffix("en"),
        fold(name).replace("presidiet", "presidium"),
    ):
        return context.addressee or name  # "Plan- och näringsutskottet", where the memo is written to it
    if context.addressee and fold(name) == fold(context.addressee):
        return max(name, context.addressee, key=_marks)  # one of them lost the dots of a letter
    if context.addressee and is_short_for(name, context.addressee):
        return context.addressee
    own = _OWN_COMMITTEE.match(name)
    if own is None or not context.board or fold(context.board).endswith("fullmaktige"):
        return name
    return f"{context.board.removesuffix('s')}s {own['rest']}"


def _marks(name: str) -> int:
    """How many letters have dots or a ring."""
    return sum(letter in "åäöÅÄÖ" for letter in name)


# one word that many bodies end in, and that by itself stands for the one that the memo is written to
_KINDS_OF_BODY = frozenset(
    (
        *("stadsdelsnamnden", "kommundelsnamnden", "distriktsnamnden", "omradesnamnden", "beredningen", "kommitten"),
        *("direktionen", "delegationen", "presidiet", "radet", "utskottet"),
    )
)

# behind a body's name a place, another body, or its committee, whose name lost a letter
_NO_PART = re.compile(
    r"(?:i|och|samt|genom|vid|den|kommun|stad|\w+s? kommun)\b|\W|\d|\w*(?:utskott|beredning|presidi|ordforand)"
)


@lru_cache(maxsize=512)
def is_short_for(name: str, addressee: str) -> bool:
    """Whether a body's name is the addressee's without what tells it from its fellows: "Stadsdelsnämnden" for "Norra
    stadens stadsdelsnämnd" and "Stadsdelsnämnden Centrum", "Beredningen" for "Trygghetsberedningen"."""
    short, whole = fold(name), fold(addressee)
    if whole.startswith(f"{short} ") and not short.endswith(("styrelsen", "fullmaktige")):
        if short in _KINDS_OF_BODY:
            return _NO_PART.match(whole, len(short) + 1) is None
        return whole.startswith("for ", len(short) + 1)  # "Gemensamma nämnden för hjälpmedel"
    if short not in _KINDS_OF_BODY:
        return False
    return whole.endswith((short, f" {short[:-2]}"))


def find_bodies(text: str, context: Context, authorities: bool = False) -> list[Body]:
    """The bodies named in the text, in order, by their full names. authorities: state authorities and courts too."""
    return list(_bodies(text, context, authorities))


@lru_cache(maxsize=64)  # points of a list begin alike
def _bodies(text: str, context: Context, authorities: bool) -> tuple[Body, ...]:
    found: list[Body] = []
    taken: list[tuple[int, int]] = []

    def free(start: int, end: int) -> bool:
        return all(end <= a or start >= b for a, b in taken)

    if authorities:
        for court in _COURT.finditer(text):
            name = court.group()
            if re.match(r"[Rr]egering", name):
                name = name.removesuffix("s")
            taken.append(court.span())
            found.append(Body(court.start(), court.end(), clean_name(name), False))
    if context.addressee and " " in context.addressee and not _told_by_itself(context.addressee):
        for start, end in _whole_name(text, context.addressee):
            taken.append((start, end))
            found.append(Body(start, end, context.addressee, genitive=text.startswith("s", end)))
    for match in find_names(text):
        if not free(match.start, match.end):
            continue
        if match.type == "body" or (authorities and match.type == "authority"):
            if match.start == match.end:
                continue
            genitive = text[match.end - 1] in "sS" and not match.name.lower().endswith("s")
            name = own_misread(match.name, (context.addressee, context.board)) or match.name
            if fold(name) in ("fullmaktige", "namnden", "styrelsen", "utskottet", "beredningen"):
                continue
            end = match.end
            place = _PLACE_AFTER.match(text, end) or (authorities and _TOWN_AFTER.match(text, end)) or None
            if place and _elsewhere(place["place"], context) and (place.re is _PLACE_AFTER or _is_town(place, name)):
                # another municipality's: "Kommunfullmäktige i Kramfors kommun", in Sollefteå's memo
                name, end = f"{clean_name(name)} i {place['place']}", place.end()
            else:
                name = full_name(clean_name(name), context)
            chair = _CHAIR.match(text, end) if authorities and genitive else None
            if chair:
                name, end, genitive = f"{name}s {chair[1]}", chair.end(), False
            elif genitive and (committee := _AU.match(text, end)) is not None:  # "Kommunstyrelsens au"
                name, end, genitive = f"{name}s arbetsutskott", committee.end(), False
            found.append(Body(match.start, end, name, genitive))
        elif authorities and match.start == 0 and _may_decide(match):
            found.append(Body(0, match.end, match.name, genitive=text[match.end - 1] != match.name[-1]))
        elif match.type == "person":
            continue
        taken.append((match.start, match.end))
    if authorities and "tyrelsen " in text:
        for its in _BOARD_OF.finditer(text):
            whose = next((n for n in find_names(text) if n.start == its.end() and n.type in _WITH_BOARDS), None)
            if whose is not None and free(*its.span()):
                taken.append((its.start(), whose.end))
                found.append(Body(its.start(), whose.end, clean_name(text[its.start() : whose.end]), False))
    for short in _ABBREVIATION.finditer(text):
        full = expand(short.group(1)) or expand(short.group(1).upper())
        if full and free(*short.span()):
            committee = None if _is_genitive(short) else _AU.match(text, short.end())
            if committee is not None:
                full = f"{full.removesuffix('s')}s arbetsutskott"
            end = committee.end() if committee else short.end()
            taken.append((short.start(), end))
            found.append(Body(short.start(), end, full, _is_genitive(short)))
    folded = fold(text)
    for word in _GENERIC.finditer(folded):
        if not free(*word.span()):
            continue
        resolved = _generic(word, context)
        if resolved:
            taken.append(word.span())
            end = word.end()
            genitive = word.group().endswith("s") or folded.startswith(("beslut", "sbeslut"), end)
            chair = _CHAIR.match(text, end) if authorities and genitive else None
            if chair:
                resolved, genitive, end = f"{resolved.removesuffix('s')}s {chair[1]}", False, chair.end()
            found.append(Body(word.start(), end, resolved, genitive, sure=False))
    for other in _BODY.finditer(folded):
        if free(*other.span()):
            name = text[other.start() : other.end()]
            genitive = name.lower().endswith("s")
            name = clean_name(name[:-1] if genitive else name)
            name = own_misread(name, (context.addressee, context.board)) or full_name(spelt(name), context)
            found.append(Body(other.start(), other.end(), name, genitive, sure=False))
    for start, end, name in misread_bodies(folded):
        if free(start, end):
            found.append(Body(start, end, name, folded[end - 1] == "s" and not name.endswith("s"), sure=False))
    return tuple(sorted(found, key=lambda b: b.start))


def _is_genitive(short: re.Match[str]) -> bool:
    """Whether an abbreviation stands in the genitive: KS:s, Kfs."""
    return short.group().endswith("s") and short.group() != short.group(1)


@lru_cache(maxsize=256)
def _told_by_itself(name: str) -> bool:
    """Whether a body's name is a name wherever it stands, so that the rules for names find it, perhaps longer."""
    return any(n.type == "body" and (n.start, n.end) == (0, len(name)) for n in find_names(name))


def _whole_name(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a body is named by words that are no name by themselves: "Driftnämnden Ambulans, diagnostik och hälsa"."""
    folded, wanted, at = fold(text), fold(name), 0
    while (at := folded.find(wanted, at)) >= 0:
        end = at + len(wanted)
        after = folded[end + folded.startswith("s", end) : end + 6]
        if not (folded[at - 1 : at].isalpha() or after[:1].isalpha() or after.startswith(" och ")):
            yield at, end
        at = end


# a company's or an association's own board: "Styrelsen för Ekby Bostäder AB"
_BOARD_OF = re.compile(r"\b[Ss]tyrelsen (?:för|i) (?=[A-ZÅÄÖ])")
_WITH_BOARDS = ("company", "association")
_CHAIR = re.compile(r"\s((?:(?:vice|andre|förste)\s)?ordförande)n?\b")
_ASSOCIATED = re.compile(
    r"(?:[Rr]egion|[Kk]ommun(?:al)?|[Rr]äddnings|[Ss]amordnings|[Gg]ymnasie|[Vv]atten|[Aa]vfalls|[Mm]iljö)\w*förbund"
)


def _may_decide(match: NameMatch) -> bool:
    """Whether a name that is no body's may be told to have decided something, as a sentence's subject."""
    return match.type in ("municipality", "region") or _ASSOCIATED.search(match.name) is not None


def _is_town(place: re.Match[str], name: str) -> bool:
    """Whether a place without "kommun" after it is a municipality: "Kommunfullmäktige i Storuman"."""
    if not name.lower().startswith("kommun"):
        return False
    town = place["place"]
    return any(
        len(found) == 1 and found[0].type == "municipality" and found[0].start == 0
        for found in (find_names(f"{town}s kommun"), find_names(f"{town} kommun"))
    )


def _elsewhere(place: str, context: Context) -> bool:
    """Whether a place is another municipality than the memo's: for a kommunalförbund each of its members is."""
    if context.municipality:
        own = context.municipality.lower()
        return place.lower() not in (own, own.split()[0], own.split()[0].removesuffix("s"))
    return re.search(r"direktion|förbund", context.addressee or "", re.IGNORECASE) is not None


def _generic(word: re.Match[str], context: Context) -> str | None:
    if word["members"]:
        return "Medlemskommunernas fullmäktige"
    if word["council"]:
        return context.council
    if word["ks"]:
        return "Kommunstyrelsen"
    if word["board"]:
        return context.nearest if context.nearest and word["board"].startswith("namnd") else context.board
    return context.addressee if context.addressee and "utskott" in context.addressee.lower() else None


_BY_THE_WAY = re.compile(
    r"\b(?:under forutsattning(?: av)?|forutsatt|i enlighet med|enligt|med hanvisning till|med anledning av|efter|"
    r"mot bakgrund av|pa forslag av|i samrad med|tillsammans med|med forbehall for)\b"
    r"[^:;.]*?(?=,|:|$|\b(?:besluta|beslutar|foresla|foreslar|foreslas|hemstall\w+)\b)"
)
_SENT_TO = re.compile(r"(?:yttrande|svar|skrivelse)\s+till\s+$")  # "som sitt yttrande till kommunstyrelsen"
_JOINED = re.compile(r"\s*(?:,|och|samt|respektive|resp\.?|/)\s*(?:till\s+|i\s+)?$")


@lru_cache(maxsize=64)  # the points of a list share their lead-in
def decider(lead: str, context: Context) -> tuple[str | None, bool]:
    """The body that a lead-in or heading says decides, and whether it is named there and not only guessed.

    In a chain (förvaltningen föreslår nämnden föreslå fullmäktige besluta) it is the last one. Two bodies that decide
    together are joined by "; ".
    """
    folded = fold(lead)
    hidden = [m.span() for m in _BY_THE_WAY.finditer(folded)]
    bodies = [
        b
        for b in find_bodies(lead, context)
        if not any(a <= b.start < e for a, e in hidden) and not (b.genitive and not _own_decision(folded, b))
    ]
    bodies = [b for b in bodies if not _SENT_TO.search(lead, max(0, b.start - 24), b.start)] or bodies
    if not bodies:
        return (clean_name(lead.strip(" .:;–-")), True) if is_body_name(lead) else (None, False)
    chosen = [bodies[-1]]
    for body in reversed(bodies[:-1]):
        if _JOINED.fullmatch(lead[body.end : chosen[0].start]):
            chosen.insert(0, body)
        else:
            break
    names = list(dict.fromkeys(b.name for b in chosen))
    return "; ".join(names), all(b.sure for b in chosen)


def _own_decision(folded: str, body: Body) -> bool:
    """Whether a genitive is the decider: "Förslag till nämndens beslut", "Kommunstyrelsens beslut"."""
    after = folded[body.end : body.end + 16].strip()
    before = folded[: body.start]
    return (
        after.removeprefix("eget ").removeprefix("egna ").startswith("beslut")
        and "forslag" not in folded[body.end :]
        and "enligt" not in before
    )
