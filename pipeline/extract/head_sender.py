"""Whose memo it is: the municipality, and its administration that sends.

The sender is told from the most certain place that names one: letterhead, logo, page feet, the address on the web,
and only then the text, where it must plainly be the sender. A municipality that is merely dealt with never is.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.facts import Field
from pipeline.extract.head_lines import Label, Line, split, value_places
from pipeline.extract.head_shapes import names_in, persons_in, plain_case
from pipeline.extract.head_type import kind_word
from pipeline.forms.names import NameMatch, find_names, municipality_of
from pipeline.forms.names_tables import municipality_names, places
from pipeline.memo.memo import Memo, SectionKind
from pipeline.resources import toml
from pipeline.tables import PartyType

Sender = tuple[Field, str | None]

_WORDS = toml("extract/data/head_words.toml")
_SECTOR = frozenset(_WORDS["sector"]["words"])
_TOP = re.compile(_WORDS["levels"]["top"], re.IGNORECASE)
_MIDDLE = re.compile(_WORDS["levels"]["middle"], re.IGNORECASE)
_ACTS = "|".join(_WORDS["acts"]["verbs"])
_NOUNS = "|".join(_WORDS["acts"]["nouns"])
_ASSOCIATION = re.compile(_WORDS["association"]["pattern"], re.IGNORECASE)
_DOMAIN = re.compile(r"(?:@|www\.|https?://)(?:[a-z0-9-]+\.)*([a-z0-9-]{3,})\.(?:se|nu|com|eu)\b", re.IGNORECASE)
_ACTS_AFTER = re.compile(rf"\s+(?:\w+\s+)?(?:{_ACTS})\b", re.IGNORECASE)
_WORKS_AFTER = re.compile(r"\s+(?:önskar|arbetar|avser|planerar|ser|har (?:\w+ ){0,2}\w{2,}(?:at|it|tt|rt|nt|lt)\b)")
_OWN_HEADING = re.compile(rf"^\s+(?:{_NOUNS})\b", re.IGNORECASE)
_UNIT = re.compile(r"(?:enhet|sektion|grupp)(?:en)?$|^enheten", re.IGNORECASE)
_INDEFINITE = re.compile(
    r"[A-ZÅÄÖ][a-zåäö-]+(?: och)?(?: [a-zåäö-]+){0,4}(?:enhet|avdelning|förvaltning|kontor|kansli|sektion|stab)"
)
_PLACE: frozenset[PartyType] = frozenset({"municipality", "region"})
# set under the name in a logo of two lines: "Norra Dalens" over "kommunalförbund"
_RANK_ALONE = re.compile(r"kommun|stad|[^\W\d]{4,}förbund(?:et)?|räddningstjänst|brandförsvar|brandkår", re.IGNORECASE)
# a picture read as letters or digits before the name in a logo: "MS Norra Dalens samordningsförbund"
_STRAY = re.compile(r"(?:[^\s,.:;-]{1,3}\s+){1,2}(?=[A-ZÅÄÖ][\w-]{3,})")
# "Avdelning Verksamhetsstöd", "Enhet Mark och exploatering"
_KIND_FIRST = re.compile(
    r"(?:Avdelning|Enhet|Sektion|Förvaltning|Kontor|Verksamhet|Verksamhetsområde|Division|Område|Stab|Affärsområde)"
    r" [A-ZÅÄÖ][a-zåäö-]{3,}(?:(?: (?:och|&))? [A-ZÅÄÖa-zåäö-]{3,}){0,3}"
)
_WHOLE_SECTOR = re.compile(r"[A-ZÅÄÖ][^\W\d]*(?:(?:,| och| &|-)? ?(?:[^\W\d]|-)+){0,5}")


def find_municipality(memo: Memo, head: list[Line], feet: list[Line]) -> Sender | None:
    """The sending municipality, region or association, with its code where it has one."""
    for lines, sure in ((head, 0.97), (_pictures(memo), 0.9), (feet, 0.93)):
        found = _named(memo, lines, sure)
        if found:
            return found
    for lines in (_pictures(memo), head, feet):
        found = _by_place(lines, 0.85) or _by_domain(lines)
        if found:
            return found
    return _in_text(memo) or _in_others(memo)


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
    for text, offset, end in _stretches(lines):
        if _RANK_ALONE.fullmatch(text.strip()):
            continue
        cut = without_stray(memo, text)
        text, offset = text[cut:], offset + cut
        places_here = [n for n in find_names(text) if n.type in _PLACE and not _of_another(text, n)]
        association = next(
            (
                n
                for n in find_names(text)
                if n.type in ("association", "administration") and _ASSOCIATION.search(n.name)
            ),
            None,
        )
        if association and (not places_here or association.start <= places_here[0].start):
            return Field(
                association.name, offset + association.start, min(end, offset + association.end), sure - 0.1
            ), None
        if places_here:
            name = places_here[0]
            return _field(name, offset, end, sure)
        whole = _ASSOCIATION.search(text)
        two_lines = "\n" in text and not _RANK_ALONE.fullmatch(text.partition("\n")[2].strip())
        if whole and len(text) < 60 and not two_lines:
            return Field(" ".join(text.split()), offset, end, sure - 0.15), None
    return None


def without_stray(memo: Memo, text: str) -> int:
    """Where the name in a logo's line begins that is printed elsewhere in the memo without the letters before it."""
    stray = _STRAY.match(text)
    if stray is None or stray.end() > 8:
        return 0
    name = text[stray.end() :].strip()
    return stray.end() if memo.text.count(name) > memo.text.count(text.strip()) else 0


def _stretches(lines: list[Line]) -> Iterable[tuple[str, int, int]]:
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
    code = name.identifier or next((c for part, c in _WORDS["landsting"].items() if part in name.name.casefold()), None)
    return Field(name.name, offset + name.start, min(offset + name.end, end), sure), code


def _by_place(lines: list[Line], sure: float) -> Sender | None:
    """A logo or a line that is a municipality's bare place name (ALINGSÅS), perhaps with a slip of the reader's."""
    for line in lines:
        text = re.sub(r"\s+", " ", line.text).strip(" .,:|")
        code = None if line.after_title else places().get(text.casefold()) or _spaced(text)
        if code:
            return Field(municipality_names()[code], line.start, line.end, sure), code
    for text, offset, end in _stretches(lines[:12]):
        near = municipality_of(text) if len(text) < 40 and not any(c.isdigit() for c in text) else None
        if near and near.confidence >= 0.7:
            return _field(near, offset, end, sure * near.confidence)
    return None


def _spaced(text: str) -> str | None:
    """The code of a municipality whose name a logo prints with spaces, or the reader took apart: "Var b e rg S"."""
    parts = text.split()
    if not 2 < len(parts) < 12 or len(text) > 40 or sum(len(p) < 3 for p in parts) < 2:
        return None
    glued = re.sub(r"(?:kommun|stad)$", "", "".join(parts).casefold())
    return places().get(glued) or places().get(glued.removesuffix("s")) if glued.isalpha() else None


def _by_domain(lines: list[Line]) -> Sender | None:
    """The municipality by its address on the web or in e-mail: botkyrka.se, ale.kommun.se."""
    known = _domains()
    for line in lines:
        for match in _DOMAIN.finditer(line.text):
            labels = match[0].casefold().lstrip("@").removeprefix("https://").removeprefix("http://").split(".")
            for label in reversed(labels[:-1]):
                code = known.get(label.removesuffix("-kommun").removesuffix("kommun").rstrip("-") or label)
                if code:
                    return Field(
                        municipality_names()[code], line.start + match.start(), line.start + match.end(), 0.8
                    ), code
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
        _domain_cache.update(_WORDS["domains"])
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
            counts[name.identifier] += 3 if genitive else 1 + 2 * bool(_ACTS_AFTER.match(text, name.end))
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


def find_administration(
    memo: Memo, head: list[Line], labels: list[Label], signatures: list[Line], feet: list[Line]
) -> Field | None:
    """The sending administration: letterhead, then signatures, page feet, and the text where it acts as the sender."""
    for label in labels:
        if label.field == "administration":
            for start, end in value_places(head, labels, label, 1):
                value = memo.text[start:end].strip(" .,:")
                if 3 < len(value) < 80 and not any(c.isdigit() for c in value):
                    name = next((n for n in names_in(value) if n.type == "administration"), None)
                    return Field(name.name if name else value, start, end, 0.9)
    for lines, sure in ((_unlabelled(head, labels), 0.95), (_signed(memo, signatures), 0.85), (feet, 0.85)):
        found = _best_office(memo, lines, sure)
        if found:
            return found
    return _best_office(memo, _below_names(memo), 0.8) or _acting(memo)


def _below_names(memo: Memo) -> list[Line]:
    """Lines of one office alone that stand close below names and titles outside a section of signatures."""
    found: list[Line] = []
    kinds = (SectionKind.PROPOSAL, SectionKind.BODY, SectionKind.DECISION)
    for section in memo.sections_of(*kinds):
        blocks = memo.blocks_in(section.start, section.end)
        for number, block in enumerate(blocks):
            text = memo.text[block.start : block.end]
            if len(text) > 80 or block.start < len(memo.text) // 2 or text.rstrip().endswith((".", ":")):
                continue
            above = [memo.text[b.start : b.end] for b in blocks[max(0, number - 2) : number]]
            signed = any(len(a) < 80 and not re.search(r"[.:]\s*$", a) and persons_in(a) for a in above)
            if signed and all(len(a) < 80 for a in above) and len(names_in(text)) == 1:
                found += split(memo, block, section.kind)
    return found


def _unlabelled(head: list[Line], labels: list[Label]) -> list[Line]:
    """The head's lines as far as the first label that stands in them ("Barn och utbildning Datum: 2015-08-13")."""
    cut = list(head)
    for label in sorted(labels, key=lambda x: -x.start):
        line = cut[label.line]
        before = line.text[: max(0, label.start - line.start)].rstrip()
        if before and label.field != "administration":
            cut[label.line] = replace(line, text=before, end=line.start + len(before))
    return cut


def _signed(memo: Memo, signatures: list[Line]) -> list[Line]:
    """The signatures' lines; without what stands above the names where that may be recipients."""
    for before, after in pairwise(memo.sections):
        if after.kind is SectionKind.SIGNATURES and before.kind is SectionKind.RECIPIENTS:
            if memo.text[before.body : before.end].strip():
                continue
            first = next((k for k, line in enumerate(signatures) if persons_in(line.text)), len(signatures))
            return signatures[first:]
    return signatures


def _best_office(memo: Memo, lines: list[Line], sure: float) -> Field | None:
    """The highest administration that the lines name; the first of equals."""
    best: tuple[float, Field] | None = None
    for text, offset, end in _stretches(lines):
        sector = _sector_line(memo, text)
        sector = sector or _plain_office(text)
        names = [] if sector else [n for n in names_in(text) if n.type == "administration"]
        if sector:
            name, start = sector
            found = [
                (
                    0.5 if _level(name) == 2 and not _UNIT.search(name) else _level(name),
                    name,
                    start,
                    start + len(name),
                    sure - 0.1,
                )
            ]
        else:
            found = [(_level(n.name), n.name, n.start, n.end, sure) for n in names if "\t" not in text[n.start : n.end]]
        for level, name, first, last, confidence in found:
            if best is None or level < best[0]:
                best = (level, Field(name, offset + first, min(end, offset + last), confidence))
    return best[1] if best else None


def _plain_office(line: str) -> tuple[str, int] | None:
    """A line that is an office's name in the indefinite: "Strategisk planeringsenhet"."""
    text = plain_case(line.strip())
    if len(text) < 60 and _KIND_FIRST.fullmatch(text) and not persons_in(text):
        return text, line.index(line.strip())
    if len(text) > 60 or not _INDEFINITE.fullmatch(text) or any(n.type == "administration" for n in names_in(line)):
        return None
    return text, line.index(line.strip())


def _level(name: str) -> float:
    return 0.0 if _TOP.search(name) else 1.0 if _MIDDLE.search(name) else 2.0


def _sector_line(memo: Memo, line: str) -> tuple[str, int] | None:
    """A line or column that names a field of work: "Barn och utbildning", "Sektorn för skola"; and where it begins."""
    at = 0
    for part in line.split("\t"):
        text = part.strip(" .,:|")
        words = re.findall(r"[a-zåäö]+", text.casefold())
        if words and len(words) <= 7 and all(w in _SECTOR for w in words) and _WHOLE_SECTOR.fullmatch(text):
            lone = len(words) == 1 and not re.search(rf"\b{re.escape(text)}\s+(?:{_ACTS})\b", memo.text)
            if not lone and not kind_word(text) and not persons_in(text):
                return text[0] + (text[1:].lower() if text.isupper() else text[1:]), at + part.index(text)
        at += len(part) + 1
    return None


def _acting(memo: Memo) -> Field | None:
    """The administration that proposes or judges in the text, or whose view a heading announces."""
    votes: Counter[str] = Counter()
    first: dict[str, Field] = {}
    others: Counter[str] = Counter()
    for section in memo.sections:
        if section.kind in (SectionKind.FURNITURE, SectionKind.RECIPIENTS, SectionKind.TITLE, SectionKind.LETTERHEAD):
            continue
        text = memo.text[section.start : section.end]
        for name in find_names(text, frozenset({"administration"})):
            if not (_TOP.search(name.name) or _MIDDLE.search(name.name)):
                continue
            after = text[name.end : name.end + 60]
            heading = _OWN_HEADING.match(after) and (name.start == 0 or text[name.start - 1] == "\n")
            weight = 3 if heading else 2 if _ACTS_AFTER.match(after) else 1 if _WORKS_AFTER.match(after) else 0
            if not weight:
                others[name.name] += 1
                continue
            votes[name.name] += weight
            start = section.start + name.start
            first.setdefault(name.name, Field(name.name, start, section.start + name.end, 0.75))
    if not votes:
        return None
    ranked = votes.most_common(2)
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        first[ranked[0][0]].confidence = 0.5
    return first[ranked[0][0]]
