"""The entries of a memo's lists of attachments (Bilagor) and of documents (Beslutsunderlag)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from pipeline.forms.names import find_names
from pipeline.forms.papers import begins_with_paper
from pipeline.forms.paragraphs import CONTINUED
from pipeline.forms.persons import find_persons
from pipeline.memo.headings import heading_of
from pipeline.memo.labels import is_office, is_organisation
from pipeline.memo.memo import Block, BlockKind, Memo, Section, SectionKind
from pipeline.memo.signatures import is_approval, is_named_role

_LEAD = re.compile(
    r"\s*(?:[•●▪■◦·*‣○➢➤►▶➔→✓✔◆♦❖⁃\uf0b7\uf0a7\uf0d8o](?=\s)|[-–—−‐‑‒―⎯](?=\s|[A-ZÅÄÖ])|(?:[Bb]ilaga|[Bb]il\.?|BILAGA)\s?(?:nr\.?\s?)?(?:\d{1,2}(?:\.\d{1,2}|[a-z])?|[A-H]|[IVX]{1,4})"
    r"(?:\s*[:.)–—-]+\s*|\s+|$)|[Nn]r\.? ?\d{1,2}[.:)]?\s+|\(?\d{1,2}[.):](?!\d)\s*|\d{1,2},\s+(?=[A-ZÅÄÖ])"
    r"|[<«‹=]\s?\d{1,2}[.):]?\s+|\(?[a-h]\)\s*)\s*"
)
_NUMBER = re.compile(r"\s*(\d{1,2})\s+(?=\S)")
_ROMAN = re.compile(r"\s*([IVX]{1,4})[.)]?\s+(?=\S)")
_RUN_IN = re.compile(
    r"^\s*(?:bilag(?:a|or|orna)|beslutsunderlag|underlag|handlingar(?: i ärendet)?)\s*:\s*", re.IGNORECASE
)
_NONE = re.compile(
    r"(?:ing[aå]|ingen|inget|saknas|finns (?:inte|ej)|nej|-+|–|—|n/?a|ej aktuellt|\.|se ovan|enligt ovan"
    r"|se (?:bifogad |separat )?ärendelista\w*|se(?= bilag)|borttage[nt] på grund av (?:sekretess|personuppgifter))"
    r"(?: bilag\w+| underlag\w*| handling\w*)?\W*$"
    r"|(?:samtliga |övriga |alla )?(?:handlingar|bilagor)(?:na)? (?:i ärendet )?(?:finns|är|kan|bifogas|hålls)\b",
    re.IGNORECASE,
)
_DAY_CELL = re.compile(r"(?:den )?(?:\d{4}-\d\d-\d\d|\d{1,2} [a-zåäö]+ \d{4})")
_NUMBER_ONLY = re.compile(r"(?:[Bb]ilaga|[Bb]il\.?) ?(?:nr\.? ?)?(?:\d{1,2}|[A-H])[.:]?")  # over the line that names it
_NUMBERED = re.compile(r"(?:(?<=\s)|^)(?:(?:[Bb]ilaga|[Bb]il\.?)\s?)?(\d{1,2})(?:[.):]\s*(?!\d)|\s(?=[A-ZÅÄÖ]))")
_ROW_MARK = re.compile(
    r"(?:(?<=\s)|^|(?<=\n))(\d{1,2}|[A-Ka-k])([.):]?)[ \t]+(?=[A-ZÅÄÖ])"
)  # of an entry, others on its line
_SENTENCE = re.compile(r"(?<=[a-zåäö0-9)][.])\s+(?=[A-ZÅÄÖ])")
_SEMICOLON = re.compile(r";\s+")
_COMMA = re.compile(r",\s+(?=[A-ZÅÄÖa-zåäö])")
_CAPITAL = re.compile(r"[A-ZÅÄÖ][a-zåäö]|[Tt]jänste|[Pp]rotokoll|[Bb]ilag")
_LAST_AND = re.compile(r",?\s+(?:samt|och|jämte)\s+")
_GOES_ON = re.compile(
    r"(?:\b(?:och|samt|av|för|till|med|om|i|på|från|den|§|nr|dnr|date(?:rad|rat|rade)|undertecknad|undertecknat|avseende|angående|gällande)|[,–/]|(?<!\s)-)$"
)  # a hyphen that stands apart is a scan's speck
# entries on one line with a sign between them; behind a day also one that an OCR made a dash
# whose paper it is, at an entry's end: "Skrivelse från Hults", over "Handikappförening"
_BEGUN_NAME = re.compile(r"(?:från|av|till|med|hos) ([A-ZÅÄÖ][\w&-]*(?: (?:och |& )?[A-ZÅÄÖ][\w&-]*){0,3})\s*\Z")
_DOTS = re.compile(r"\s+[·•|▪●]\s+|(?<=\d{4}-\d\d-\d\d)\s+[-–—]\s+(?=[A-ZÅÄÖ])")
# one that stands alone, or behind a day
_SPECK_END = re.compile(r"(?:(?<=\s)[-.~_:|°'‘’*\"”é]|(?<=\d-\d\d)[\"”'’*°_|~])\Z")
_DIRT = re.compile(r"(?:[.,:;_|~'‘’\"*«»]{1,2}\s{0,2}){1,2}(?<=\s)(?=\w)")
_SENT_TO = re.compile(
    r"\s*(?:(?:Sänds|Skickas|Expedieras|Delges|Översänds|Överlämnas|Tillställs|Meddelas|Kopia) till\b"
    r"|(?:Beslut(?:et)?|Protokollsutdrag|Utdrag) till [A-ZÅÄÖ]"
    r"|(?:Paragrafen|Punkten|Protokollet) (?:är|justeras|förklaras)\b"
    r"|Ärende: |Ärendet (?:har|är|behandla[ds]|bereds|ska)\b"
    r"|[A-ZÅÄÖ][\w. -]{3,40} \([A-ZÅÄÖa-zåäö-]{1,4}\),? (?:ledamot|ersättare|(?:(?:\d:?[ea] )?vice )?ordförande)\b"
    r"|Dag som ovan|Med vänlig|Föredragande:|Handläggare:|Samråd har skett|Hälsningar)"
)
# what follows a list of papers in minutes
_DEBATE = re.compile(
    r"\s*(?:Yrkande(?:n|na)?|Beslutsgång(?:en)?|Propositions(?:ordning(?:en)?)?|Omröstning(?:en|sresultat)?|Votering(?:en)?|Voteringslist\w*(?:\(or\))?"
    r"|Protokollsanteckning(?:ar)?|Deltar (?:inte|ej) i beslutet|Jäv)\W*\Z"
    r"|.{0,60}\b(?:yrkar|reserverar sig|instämmer)\b"
)
_MATTER = re.compile(r"\s*(?:§ ?)?\d{1,3}\.? [A-ZÅÄÖ]")
_MATTER_NUMBER = re.compile(r"\s*(?:Ärende \d{1,3} )?(?:Dnr|DNR|Diarienummer|Diarienr)\b")
_MATTER_MARK = re.compile(r"(?:^|(?<=\n))(?:§ ?)?\d{1,3}\.? $")
_PAGE_BEHIND = re.compile(r" \d{1,2} ?\(\d{1,2}\)$")
MAX_ENTRIES = 200


def entries(memo: Memo, section: Section) -> Iterator[tuple[int, int]]:
    """(start, end) of each entry in the memo's text, without number, bullet or "Bilaga 1:", at most MAX_ENTRIES."""
    lines: list[tuple[int, int]] = []
    numbered = False
    within = [b for b in memo.blocks if section.body < b.end and b.start < section.end and b.kind != BlockKind.HEADING]
    alone = len(within) == 1
    for block in within:
        if block.start < section.body < block.end:
            # the heading shares its line with the list: "Bilaga: Ansökan med intyg"
            block = replace(block, start=section.body, content=max(block.content, section.body))
        for start, end in _pieces(memo.text, block, alone):
            if lines and "\t" not in memo.text[lines[-1][0] : end] and _names_on(memo.text, *lines[-1], start, end):
                lines[-1] = lines[-1][0], end
            elif len(lines) < MAX_ENTRIES:
                lines.append((start, end))
    counts = [_NUMBER.match(memo.text[a:b]) for a, b in lines]
    firsts = [int(m[1]) for m in counts if m]
    numbered = len(firsts) >= max(1, len(lines) - 1) and firsts[:1] == [1] and firsts == list(range(1, len(firsts) + 1))
    roman = [_ROMAN.match(memo.text[a:b]) for a, b in lines]
    if [m[1] for m in roman if m][:2] == ["I", "II"] and len(lines) == sum(m is not None for m in roman):
        lines = [(a + m.end(), b) for (a, b), m in zip(lines, roman, strict=True) if m]
    for number, (start, end) in enumerate(lines):
        after = memo.text[slice(*lines[number + 1])] if number + 1 < len(lines) else ""
        if _ends_list(memo.text[start:end], after):
            break
        if _MATTER_NUMBER.match(after) and _MATTER_MARK.search(memo.text, max(0, start - 7), start):
            break  # the next matter of an agenda, whose number was read as an entry's
        start, end = stripped(memo.text, start, end, numbered)
        text = memo.text[start:end]
        if CONTINUED.match(text):
            continue
        if sum(c.isalpha() for c in text) >= 3 and not _NONE.match(text) and not _NUMBER_ONLY.fullmatch(text):
            if is_organisation(_PAGE_BEHIND.sub("", text)):
                continue  # a page's head that an old OCR text has between the entries
            yield start, end


def _names_on(text: str, start: int, end: int, at: int, stop: int) -> bool:
    """Whether a line goes on with a name that the entry above it begins: "från Hults" over "Handikappförening"."""
    begun = _BEGUN_NAME.search(text, start, end)
    if begun is None or not text[at : at + 1].isupper() or stop - at > 60 or at - end > 3:
        return False
    before, line = text[begun.start(1) : end].rstrip(), text[at:stop].rstrip(" ,;")
    joined = f"{before} {line}"
    return any(n.start == 0 and n.end == len(joined) for n in find_names(joined)) and not find_names(before)


def _ends_list(entry: str, after: str) -> bool:
    """Whether an entry is the heading of the recipients or a row of names: signatures that stand within the list.

    after: the next entry.
    """
    line = entry.strip().partition("\n")[0]
    if _MATTER.match(line) and _MATTER_NUMBER.match(after):
        return True  # the next matter of an agenda
    if is_office(line) and find_persons(after.strip().partition("\n")[0]):
        return True
    for text in {line, " ".join(entry.split())}:  # a heading may be broken over two lines: "Beslutet skickas" / "till"
        heading = heading_of(text)
        if heading is not None and heading.kind in (SectionKind.RECIPIENTS, SectionKind.SIGNATURES):
            return True
    if _DEBATE.match(line) or _SENT_TO.match(line) or is_approval(line.strip()) or is_named_role(line.strip()):
        return True
    words = len(line.split())
    if words < 2 or words > 9 or line.lstrip()[:1] in "-–•*(" or any(c.isdigit() for c in line):
        return False
    persons = find_persons(line)
    return bool(persons) and sum(len(p.name.split()) for p in persons) >= words


def stripped(text: str, start: int, end: int, numbered: bool) -> tuple[int, int]:
    """The entry without what numbers it and without white space."""
    dirt = _DIRT.match(text, start, end)
    if dirt:
        start = dirt.end()
    run_in = _RUN_IN.match(text[start:end])
    if run_in:
        start += run_in.end()
    for _ in range(3):
        lead = _LEAD.match(text[start:end])
        if not lead or not lead[0]:
            break
        if lead.end() >= end - start:
            break
        start += lead.end()
    number = _NUMBER.match(text[start:end]) if numbered else None
    if number:
        start += number.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ";," or _SPECK_END.search(text, start, end)):
        end -= 1
    return start, end


def _pieces(text: str, block: Block, alone: bool) -> Iterator[tuple[int, int]]:
    """A block's entries: an item is one, a line is one save where it goes on, running text is cut at its signs.

    alone: the list has no other block.
    """
    if block.kind is BlockKind.ITEM:
        yield from _in_a_row(text, block.start, block.end) or [(max(block.start, block.content), block.end)]
        return
    if block.kind is BlockKind.ROW:
        cells = text[block.start : block.end].split("\t")
        first = next((c for c in cells if sum(x.isalpha() for x in c) >= 3), "")
        if first == cells[0] and len(cells) == 2 and _DAY_CELL.fullmatch(cells[1].strip()):
            yield block.start, block.end  # the day that the paper bears
        elif first:
            at = block.start + text[block.start : block.end].index(first)
            yield at, at + len(first)
        return
    whole = text[block.start : block.end]
    if "\n" in whole:
        yield from _lines(text, block)
    else:
        yield from _running(text, block.start, block.end, alone)


def _in_a_row(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The entries of a line that has several, each with its mark: "A. Karta  B. Ansökan"; [] of any other."""
    marks = [mark for mark in [_ROW_MARK.match(text, start, end)] if mark and mark[1] in ("1", "A", "a")]
    if not marks or "\n" in text[start:end].strip():
        return []
    for mark in _ROW_MARK.finditer(text, marks[0].end(), end):
        if _follows(marks[-1], mark):
            marks.append(mark)
    if len(marks) < (2 if marks[0][2] else 3):  # "1 Avtal 2 Ansökan" may be one entry
        return []
    return [(mark.end(), after.start() if after else end) for mark, after in pairwise([*marks, None]) if mark]


def _follows(before: re.Match[str], mark: re.Match[str]) -> bool:
    """Whether one mark of an entry comes next after the other: B. after A."""
    if before[2] != mark[2]:
        return False
    if before[1].isdigit() or mark[1].isdigit():
        return before[1].isdigit() and mark[1].isdigit() and int(mark[1]) == int(before[1]) + 1
    return ord(mark[1]) == ord(before[1]) + 1


def _lines(text: str, block: Block) -> Iterator[tuple[int, int]]:
    at, open_start, last_end = block.start, -1, -1
    for line in text[block.start : block.end].split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        if not line.strip():
            continue
        plain = line.strip()
        goes_on = open_start >= 0 and (
            (plain[0].islower() and not _LEAD.match(plain))
            or _GOES_ON.search(text[open_start:last_end].rstrip()) is not None
            or _names_on(text, open_start, last_end, start, end)
        )
        if goes_on:
            last_end = end
            continue
        if open_start >= 0:
            yield from _dotted(text, open_start, last_end)
        open_start, last_end = start, end
    if open_start >= 0:
        yield from _dotted(text, open_start, last_end)


def _dotted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a line whose entries signs or marks part: "Protokoll 2018-01-29 · Förfrågningsunderlag"."""
    if row := _in_a_row(text, start, end):
        yield from row
        return
    parts = _split(text[start:end], _DOTS)
    if len(parts) == 1 and ";" in text[start:end]:
        parts = _split(text[start:end], _SEMICOLON)
    elif len(parts) == 1 and "\n" in text[start:end]:  # a list in commas that goes on in the next line
        parts = _in_commas(text[start:end], alone=False)
    for a, b in parts:
        yield start + a, start + b


def _running(text: str, start: int, end: int, alone: bool) -> Iterator[tuple[int, int]]:
    """Entries in one paragraph: numbered, parted by semicolons, signs or commas, or sentences."""
    if row := _in_a_row(text, start, end):
        yield from row
        return
    whole = text[start:end]
    lead = _LEAD.match(whole)
    if lead and lead.end() and len(_NUMBERED.findall(whole)) < 2:
        start, whole = start + lead.end(), whole[lead.end() :]  # "Bilaga 1. Hyresavtal": one entry
    numbers = list(_NUMBERED.finditer(whole))
    wanted = 1
    cuts = []
    for match in numbers:
        if int(match[1]) == wanted:
            cuts.append(match.start())
            wanted += 1
    if len(cuts) >= 2 and not whole[: cuts[0]].strip(" :.").rstrip("rRaAoO").lower().strip("bilg"):
        bounds = [*cuts, len(whole)]
        yield from ((start + a, start + b) for a, b in pairwise(bounds))
        return
    for cut in (_DOTS, _SEMICOLON, _SENTENCE, _COMMA):
        parts = _in_commas(whole, alone) if cut is _COMMA else _split(whole, cut)
        if len(parts) > 1 and all(b - a < 220 for a, b in parts) and (cut is not _COMMA or len(whole) < 600):
            yield from ((start + a, start + b) for a, b in parts)
            return
    yield start, end


def _in_commas(whole: str, alone: bool) -> list[tuple[int, int]]:
    """The entries of a sentence: parted by commas before what names a paper, or has a capital and is nobody's name.

    alone: the list has no other line; else a comma parts entries only where each of them names a paper.
    """
    parts: list[tuple[int, int]] = []
    pieces = _split(whole, _COMMA)
    small = sum(whole[a:b][:1].islower() and begins_with_paper(whole[a:b]) for a, b in pieces)
    last = whole[slice(*pieces[-1])]
    small += last[:1].islower() and _joined_paper(last) is not None
    for start, end in pieces:
        piece = whole[start:end]
        # "Hyresavtal, utkast", "Tio år med kören, rapport" are one
        named = begins_with_paper(piece) and (piece[:1].isupper() or (alone and small > 1))
        if named and piece[:1].islower() and parts:
            named = begins_with_paper(whole[parts[-1][0] : parts[-1][1]])
        long = len(pieces) > 2 or piece.count(" ") > 1  # "Skrivelse från Ek Bygg AB, Växjö" is one
        new = named or (alone and long and _CAPITAL.match(piece) is not None and not _of_somebody(piece))
        opened = parts and whole.count("(", *parts[-1]) > whole.count(")", *parts[-1])
        if parts and (not new or opened):
            parts[-1] = parts[-1][0], end
        else:
            parts.append((start, end))
    if not alone and not all(begins_with_paper(whole[a:b]) for a, b in parts):
        return [(0, len(whole))]
    last = whole[slice(*parts[-1])]
    joined = _joined_paper(last)
    told = joined is not None and ("och" not in joined[0] or last[:1].islower()) and begins_with_paper(last)
    if len(parts) > 1 and joined is not None and told:
        start, end = parts[-1]
        parts[-1:] = [(start, start + joined.start()), (start + joined.end(), end)]
    return parts


def _joined_paper(piece: str) -> re.Match[str] | None:
    """The "och" or "samt" of a list's last part behind which another paper is named."""
    return next((m for m in _LAST_AND.finditer(piece) if begins_with_paper(piece[m.end() :])), None)


def _of_somebody(piece: str) -> bool:
    """True for a name that says whose paper it is: "Kostnadskalkyl, Projektbyrån Ek AB 2017-09-14"."""
    first = next(iter(find_names(piece)), None)
    return first is not None and first.start == 0


def _split(whole: str, cut: re.Pattern[str]) -> list[tuple[int, int]]:
    parts, at = [], 0
    for match in cut.finditer(whole):
        parts.append((at, match.start()))
        at = match.end()
    parts.append((at, len(whole)))
    return parts
