"""Whose memo it is: the municipality, region or association that sends.

The sender is told from the most certain place that names one: letterhead, logo, page feet, the address on the web,
and only then the text, where it must plainly be the sender. A municipality that is merely dealt with never is.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from pipeline.extract.facts import Field
from pipeline.extract.head_lines import Line, cells_of
from pipeline.extract.head_type import kind_word
from pipeline.forms.guard import guarded
from pipeline.forms.names import NameMatch, find_names, municipality_of
from pipeline.forms.names_tables import Entry, gazetteer, municipality_names, places
from pipeline.memo.memo import Memo, SectionKind
from pipeline.resources import table, toml
from pipeline.tables import PartyType

Sender = tuple[Field, str | None]

WORDS = toml("extract/data/head_words.toml")
ACTS = "|".join(WORDS["acts"]["verbs"])
_ASSOCIATION = guarded(WORDS["association"]["pattern"], re.IGNORECASE)
_DOMAIN = re.compile(
    r"(?<![\w.-])(?:[\w.+-]{0,40}@|www\.|https?://)?(?:[a-z0-9-]+\.){0,4}([a-z0-9-]{3,})\.(?:se|nu|com|eu)\b",
    re.IGNORECASE,
)
_FEDERATIONS = {row["name"].casefold(): row["name"] for row in table("extract/data/head_federations.csv")}
ACTS_AFTER = re.compile(rf"\s+(?:\w+\s+)?(?:{ACTS})\b", re.IGNORECASE)
_PLACE: frozenset[PartyType] = frozenset({"municipality", "region"})
# "Högsby kom mun": only the rank is in pieces
_TORN_RANK = re.compile(r"(?<!\w)(?!kommun)k ?o ?m ?m ?u ?n\Z", re.IGNORECASE)
# set under the name in a logo of two lines: "Norra Dalens" over "kommunalförbund"
_RANK_ALONE = re.compile(r"kommun|stad|[^\W\d]{4,}förbund(?:et)?|räddningstjänst|brandförsvar|brandkår", re.IGNORECASE)
_FORM_BELOW = re.compile(r"\s*Kommunalförbund\b")
# a picture read as letters or digits before the name in a logo: "MS Norra Dalens samordningsförbund"
# a scan's speck within a name: "GÄLLIVARE. KOMMUN"
_SPECK = re.compile(r"(?<=[A-ZÅÄÖ]{3})[.,:;'|_~] (?=(?:KOMMUN|STAD|LANDSTING)\b)")
# "145-2016 Gymnasieförbund", what stands beside a logo read with it; "ee. gymnasieförbund", whose own name was not read
_TORN = re.compile(r"(?<!\w)[^\W\d_]{4,}förbund(?!\w)", re.IGNORECASE)
_NAMED_BEFORE = re.compile(r"[A-ZÅÄÖ][\w-]+ \Z")
_GLUED = re.compile(r"[A-ZÅÄÖ]{5,}(?:KOMMUN|STAD)")  # OVANÅKERSKOMMUN
_INITIALS = re.compile(r"([A-ZÅÄÖ]{2,6})\s+(?=[A-ZÅÄÖ])")
_STRAY = re.compile(r"(?:[^\s,.:;-]{1,3}\s+){1,2}(?=[A-ZÅÄÖ][\w-]{3,})")


def find_municipality(memo: Memo, head: list[Line], feet: list[Line]) -> Sender | None:
    """The sending municipality, region or association, with its code where it has one."""
    found = _named(memo, head, 0.97)
    if found:
        return found
    pictures = _pictures(memo)
    found = _named(memo, pictures, 0.9) or _named(memo, feet, 0.93)
    if found:
        return found
    for lines in (pictures, head, feet):
        found = _by_place(lines, 0.85) or _by_domain(lines)
        if found:
            return found
    return _below_title(head) or _by_address(memo) or _in_text(memo) or _in_others(memo)


_POSTAL = re.compile(r"^.{0,60}\b\d{3} \d{2}[ \t]+[A-ZÅÄÖ].*$", re.MULTILINE)


def _by_address(memo: Memo) -> Sender | None:
    """The municipality that stands on one line with a postal code, in a page's foot that was taken for text."""
    for line in _POSTAL.finditer(memo.text):
        name = next((n for n in find_names(line[0], _PLACE) if n.start < 4), None)
        if name and len(line[0]) < 160 and (name.identifier or name.type == "region"):
            return _field(name, line.start(), line.end(), 0.75)
    return None


def _below_title(head: list[Line]) -> Sender | None:
    """A municipality whose name fills a line or a cell between the title and the text."""
    for line in head:
        if line.after_title and line.kind is SectionKind.LETTERHEAD:
            for text, start in cells_of(line):
                name = next((n for n in find_names(text) if n.type in _PLACE), None)
                if name and len(text) - (name.end - name.start) <= 2:
                    return _field(name, start, start + len(text), 0.8)
    return None


def _pictures(memo: Memo) -> list[Line]:
    """The words of logos, as one made-up line; its offsets are those of the first such word."""
    words = [(i, w) for i, w in enumerate(memo.words) if w.picture]
    if not words:
        return []
    start = memo.owner.index(words[0][0]) if words[0][0] in memo.owner else -1
    text = " ".join(w.text for _, w in words[:40])
    if start < 0 or not memo.blocks:
        return []
    return [Line(text, start, start + len(words[0][1].text), SectionKind.LETTERHEAD, memo.blocks[0])]


def _named(memo: Memo, lines: list[Line], sure: float) -> Sender | None:
    """The first municipality, region or association that the lines name with its full name."""
    for text, offset, end in stretches(lines):
        known = _FEDERATIONS.get(" ".join(text.split()).casefold())
        if known:  # in full where the logo's next line, or the text, has its form: "VattenNord / Kommunalförbund"
            whole_name = f"{known} Kommunalförbund"
            full = _FORM_BELOW.match(memo.text, end) is not None or whole_name in memo.text
            return Field(whole_name if full else known, offset, end, sure), None
        if _RANK_ALONE.fullmatch(text.strip()):
            continue
        cut = without_stray(memo, text)
        text, offset = _SPECK.sub("  ", text[cut:]), offset + cut
        if (elsewhere := _elsewhere(memo, text)) is not None:
            return Field(elsewhere[0], *elsewhere.span(), sure - 0.15), None
        places_here = [n for n in find_names(text) if n.type in _PLACE and not _of_another(text, n)]
        association = next(
            (
                n
                for n in find_names(text)
                if n.type in ("association", "administration") and _ASSOCIATION.search(n.name)
            ),
            None,
        )
        alone = association is not None and not re.search(r"\s|förbund", association.name)
        if association and not alone and (not places_here or association.start <= places_here[0].start):
            return Field(
                association.name, offset + association.start, min(end, offset + association.end), sure - 0.1
            ), None
        if places_here:
            name = places_here[0]
            return _field(name, offset, end, sure)
        whole = _ASSOCIATION.search(text)
        two_lines = "\n" in text and not _RANK_ALONE.fullmatch(text.partition("\n")[2].strip())
        if whole and re.search(r"\s", text) and len(text) < 60 and not two_lines:
            return Field(" ".join(text.split()), offset, end, sure - 0.15), None
    return None


def _elsewhere(memo: Memo, line: str) -> re.Match[str] | None:
    """The whole name, as it stands in the memo, of a federation that the logo's line holds no more of than its last
    word."""
    torn = _TORN.search(line) if len(line) < 60 else None
    if torn is None or _NAMED_BEFORE.search(line, 0, torn.start()):
        return None
    return re.search(rf"(?:[A-ZÅÄÖ][a-zåäö]+s? ){{1,3}}(?i:{re.escape(torn[0])})(?!\w)", memo.text)


def without_stray(memo: Memo, text: str) -> int:
    """Where the name in a logo's line begins that is printed elsewhere in the memo without the letters before it."""
    initials = _INITIALS.match(text)
    if initials and initials[1] == "".join(w[0] for w in text[initials.end() :].upper().split())[: len(initials[1])]:
        return initials.end()  # "NVK Norra Västmanlands kommunalteknikförbund"
    stray = _STRAY.match(text)
    if stray is None or stray.end() > 8:
        return 0
    name = text[stray.end() :].strip()
    return stray.end() if memo.text.count(name) > memo.text.count(text.strip()) else 0


def stretches(lines: list[Line]) -> Iterable[tuple[str, int, int]]:
    """Each line, then each block's lines together, for names that are broken over lines (Botkyrka / kommun)."""
    for line in lines:
        if not line.after_title:
            yield line.text, line.start, line.end
    for k in range(len(lines) - 1):
        one, two = lines[k], lines[k + 1]
        together = one.block is two.block or _RANK_ALONE.fullmatch(two.text.strip())
        if together and not one.after_title and len(one.text) < 30 and len(two.text) < 30:
            yield one.text + "\n" + two.text, one.start, two.end


def _of_another(text: str, name: NameMatch) -> bool:
    """True where the municipality is only the seat of something else ("Länsstyrelsen i …", "Till Vara kommun")."""
    return bool(
        re.search(
            r"(?:^till|\btill|samverkan med|avtal med|[Ss]var (?:på|till)\b.*)\s*$",
            text[: name.start].rstrip(),
            re.IGNORECASE,
        )
    )


def _field(name: NameMatch, offset: int, end: int, sure: float) -> Sender:
    code = name.identifier or next((c for part, c in WORDS["landsting"].items() if part in name.name.casefold()), None)
    return Field(name.name, offset + name.start, min(offset + name.end, end), sure), code


def _by_place(lines: list[Line], sure: float) -> Sender | None:
    """A logo or a line that is a municipality's bare place name (ALINGSÅS), perhaps with a slip of the reader's."""
    for line in lines:
        text = re.sub(r"\s+", " ", line.text).strip(" .,:|")
        code = None if line.after_title else places().get(text.casefold()) or _spaced(text) or _before_kind(text)
        if code:
            return Field(municipality_names()[code], line.start, line.end, sure), code
        # "Reg ion Stockholm": a rank and a name in one piece too much
        apart = not line.after_title and (_is_spaced(text) or (" " in text and len(text) < 40))
        region = _glued().get(_letters(text)) if apart else None
        if region:
            return Field(region.canonical, line.start, line.end, sure), region.identifier
    parted = _in_parts(lines, sure)
    if parted:
        return parted
    for text, offset, end in stretches(lines[:12]):
        near = municipality_of(text) if len(text) < 40 and not any(c.isdigit() for c in text) else None
        if near and near.confidence >= 0.7:
            return _field(near, offset, end, sure * near.confidence)
    return None


def _before_kind(text: str) -> str | None:
    """The code of a place in capitals before the kind of document: `MALUNG-SÄLENS Tjänsteskrivelse`."""
    words = text.split()
    for n in range(1, min(4, len(words))):
        name = " ".join(words[:n])
        if name.isupper() and kind_word(" ".join(words[n:]).strip(" -–—.,:;~_|'")):
            return places().get(name.casefold()) or places().get(name.casefold().removesuffix("s"))
    return None


def _in_parts(lines: list[Line], sure: float) -> Sender | None:
    """A logo whose two words stand on lines of their own: `R E G I O N` and, further down, `ÖSTERGÖTLAND`."""
    short = [line for line in lines[:20] if len(line.text) < 40 and line.text.isupper() and not line.after_title]
    ranks = [line for line in short if _letters(line.text) in ("region", "landstinget", "landsting")]
    for rank in ranks[:1]:
        for line in short:
            region = _glued().get(_letters(rank.text) + _letters(line.text))
            if region:
                return Field(region.canonical, line.start, line.end, sure - 0.05), region.identifier
    return None


def _spaced(text: str) -> str | None:
    """The code of a municipality whose name a logo prints with spaces, or the reader took apart: "Var b e rg S"."""
    if not (_is_spaced(text) or _GLUED.fullmatch(text) or _TORN_RANK.search(text)):
        return None
    glued = re.sub(r"(?:kommun|stad)$", "", _letters(text))
    known = _glued_places()
    return known.get(glued) or known.get(glued.removesuffix("s"))


def _is_spaced(text: str) -> bool:
    parts = text.split()
    short = sum(len(p) < 3 for p in parts)
    return len(parts) > 2 and len(text) < 90 and short >= 2 and (len(parts) < 12 or short > 0.8 * len(parts))


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalpha() or c == "-")


@cache
def _glued_places() -> dict[str, str]:
    """Codes of municipalities by their names without spaces."""
    return {name.replace(" ", ""): code for name, code in places().items() if code}


@cache
def _regions() -> dict[str, str]:
    """Names of the regions by their codes."""
    every = [e for entries in gazetteer().values() for e in entries]
    return {e.identifier: e.canonical for e in every if e.type == "region" and e.identifier}


@cache
def _glued() -> dict[str, Entry]:
    """Regions by their names without spaces ("V Ä S T R A  G Ö T A L A N D S R E G I O N E N")."""
    return {_letters(e.name): e for entries in gazetteer().values() for e in entries if e.type == "region"}


def _by_domain(lines: list[Line]) -> Sender | None:
    """The municipality by its address on the web or in e-mail: botkyrka.se, ale.kommun.se."""
    known = _domains()
    for line in lines:
        for match in _DOMAIN.finditer(line.text):
            address = match[0].casefold().rpartition("@")[2]
            labels = address.removeprefix("https://").removeprefix("http://").split(".")
            for label in reversed(labels[:-1]):
                code = known.get(label.removesuffix("-kommun").removesuffix("kommun").rstrip("-") or label)
                if code:
                    name = municipality_names().get(code) or _regions()[code]
                    return Field(name, line.start + match.start(), line.start + match.end(), 0.8), code
    return None


_domain_cache: dict[str, str] = {}


def _domains() -> dict[str, str]:
    """What municipalities' names become in web addresses: without å, ä, ö and spaces."""
    if not _domain_cache:
        fold = str.maketrans("åäöéü", "aaoeu")
        for code, name in municipality_names().items():
            short = re.sub(r"\s+(?:kommun|stad)$", "", name.casefold()).translate(fold)
            for form in {short, short.removesuffix("s")}:
                _domain_cache.setdefault(form.replace(" ", ""), code)
                _domain_cache.setdefault(form.replace(" ", "-"), code)
        for place, code in places().items():
            if (
                code
                and len(place) >= 4
                and re.sub(r"\s+(?:kommun|stad)$", "", municipality_names().get(code, "").casefold())
                in (place, place + "s")
            ):
                _domain_cache[place.translate(fold).replace(" ", "")] = code
        _domain_cache.update(WORDS["domains"])
    return _domain_cache


def _in_text(memo: Memo) -> Sender | None:
    """The municipality whose own matters the text deals with: named most often, and as an owner or actor."""
    counts: Counter[str] = Counter()
    seen: dict[str, tuple[NameMatch, int]] = {}
    for section in memo.sections:
        if section.kind in (SectionKind.RECIPIENTS, SectionKind.FURNITURE, SectionKind.STAMP):
            continue
        text = memo.text[section.start : section.end]
        for name in find_names(text, _PLACE):
            if not name.identifier:
                continue
            genitive = text[name.start : name.end].endswith("s") and not name.name.endswith("s")
            if text.startswith(("kommuner", " kommuner"), name.end) or text[name.start : name.end].endswith("kommuner"):
                counts[name.identifier] += 1  # "I Hult och Ekby kommuner finns": no more the one's than the other's
                seen.setdefault(name.identifier, (name, section.start))
                continue
            counts[name.identifier] += 3 if genitive else 1 + 2 * bool(ACTS_AFTER.match(text, name.end))
            seen.setdefault(name.identifier, (name, section.start))
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] <= ranked[1][1]):
        return None
    name, offset = seen[ranked[0][0]]
    sure = 0.7 if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1] else 0.5
    return Field(name.name, offset + name.start, offset + name.end, sure), name.identifier


def _in_others(memo: Memo) -> Sender | None:
    """The only municipality whose place stands in names of companies and associations, at least in two of them."""
    seen: dict[str, set[str]] = {}
    first: dict[str, NameMatch] = {}
    for name in find_names(memo.text, frozenset({"company", "association"})):
        for word in name.name.casefold().split():
            code = places().get(word) or places().get(word.removesuffix("s"))
            if code:
                seen.setdefault(code, set()).add(name.name)
                first.setdefault(code, name)
    codes = list(seen)
    if len(codes) != 1 or len(seen[codes[0]]) < 2:
        return None
    return Field(municipality_names()[codes[0]], first[codes[0]].start, first[codes[0]].end, 0.4), codes[0]
