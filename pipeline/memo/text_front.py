"""Letterheads in text whose columns ran together: what stood beside each other gets lines and cells of its own.

`KIRUNA KOMMUN TJÄNSTESKRIVELSE 2019-09-02 1 (2)` is four cells of one printed row; `Handläggare Datum` over
`Ida Ek 2019-09-02` are two labels over their values. The shapes of dates, diarienummer, page numbers, kinds of
documents, labels and names of bodies tell where one ends.
"""

import re
from dataclasses import dataclass

from pipeline.forms.diarienummer import NOT_BODIES, is_number
from pipeline.forms.persons_registers import is_first_name, is_known_name
from pipeline.memo.fold import bare, near
from pipeline.memo.furniture import address_hits
from pipeline.memo.labels import is_body_name, is_document_type, is_known_label, is_office
from pipeline.memo.layout import Piece, PieceKind, Segment, Token, Zone, part
from pipeline.memo.signatures import is_name, is_role

MOST = 16  # words; a longer line is text
_DIGIT = re.compile(r"\d")
_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d$|\d{1,2} [a-zåäö]{3,9}\.? (?:19|20)\d\d$", re.IGNORECASE)
_PAGE = re.compile(
    r"(?:(?:sidan?|blad|sid) )?\d{1,2} ?\(\d{1,2}\)$|(?:sidan?|blad|sid) \d{1,2}(?: av \d{1,2})?$", re.IGNORECASE
)
_OFFICE = re.compile(
    r"(?:kommun|stad|region|kontoret|kansliet|forvaltningen|forvaltning|namnden|styrelsen|staben|enheten|avdelningen)$"
)
_PROPERTY = re.compile(r"[A-ZÅÄÖ][a-zåäöé]{2,} \d{1,3}:\d{1,4}[.,]?$")  # Roteberg 12:40
_STAMP = re.compile(r"(?:INKOM|ANKOM|INK\.?|DIARIEFÖRD)$")
_NUMBER = re.compile(
    r"(?:[A-ZÅÄÖ]{1,5}[ -]?(?:19|20)?\d\d[-/:.][\dA-ZÅÄÖ.:-]*\d[\dA-ZÅÄÖ/.:-]*"
    r"|(?!(?:19|20)\d\d[-/](?:19|20)\d\d$)(?:19|20)\d\d[-/]\d{3,6}(?:[-/.][\dA-ZÅÄÖ./-]*)?)(?: \d{2,4})?$"
)
# what may stand under a label; a label that is not named here takes anything
_WANTS = {
    "date": re.compile(r".*datum\b|upprattad$|utfardat?$|sammantrade"),
    "number": re.compile(r"dnr|diarie|arendenu|arendenr|.*beteckning|arende$|malnummer|dokumentn|dokument-id"),
    "page": re.compile(r"sida|sidan|sidnr|blad|antal sidor"),
    "person": re.compile(r".*handlaggare\b|.*referens$|.*forfattare$|kontaktperson|utredare|foredragande|handl\b"),
    "type": re.compile(r"dokument$|dokumenttyp"),
    "body": re.compile(r"till$|mottagare|adressat|namnd$|.*instans|organ$"),
}


@dataclass(slots=True)
class _Part:
    """Words of a line that belong together. kind: date, number, page, type, body, label, or "" for other words."""

    kind: str
    words: list[int]
    text: str


def part_front(pieces: list[Piece], tokens: list[Token]) -> list[Piece]:
    """The pieces with the front's cells parted."""
    front = [n for n, p in enumerate(pieces) if p.zone == Zone.FRONT and p.kind == PieceKind.CELL]
    made: list[Piece] = []
    read = False  # the next piece's first line was read with the labels above it
    for n, piece in enumerate(pieces):
        if n not in front:
            made.append(piece)
            continue
        after = pieces[n + 1].lines[0] if n + 1 in front else None
        found, read = _parted(piece, after, read, tokens)
        made += found
    return made


def _parted(piece: Piece, after: Segment | None, read: bool, tokens: list[Token]) -> tuple[list[Piece], bool]:
    """The cells that the piece's lines make. after: the next piece's first line; read: this one's is used already."""
    made: list[Piece] = []
    rows = [*piece.lines, *([after] if after is not None else [])]
    cut = True  # the line above was cut, so that this one is no more of what remained
    n = int(read)
    while n < len(piece.lines):
        parts = parts_of([tokens[w].text for w in rows[n].words])
        labels = [p for p in parts if p.kind == "label"]
        if labels and parts[-1].kind == "label":
            below = parts_of([tokens[w].text for w in rows[n + 1].words]) if n + 1 < len(rows) else []
            values = _values(labels, below)
            if values:
                first, second = rows[n], rows[n + 1]
                made += [_cell(piece, [part(first, p.words, tokens)]) for p in parts if p.kind != "label"]
                made += [_cell(piece, [part(second, p.words, tokens)]) for p in below if p not in values]
                made += [
                    _cell(piece, [part(first, label.words, tokens), part(second, value.words, tokens)])
                    for label, value in zip(labels, values, strict=True)
                ]
                n, cut = n + 2, True
                continue
            if n + 2 < len(piece.lines) and (under := _under_labels(labels, parts, rows[n : n + 3], tokens)):
                made += [_cell(piece, lines) for lines in under]
                n, cut = n + 3, True
                continue
            telling = any(p.kind not in ("label", "") for p in parts)
            parts = parts if len(parts) == 1 or telling else [_Part("", list(range(len(rows[n].words))), "")]
        wrapped = _wrapped_body(rows[n], rows[n + 1], tokens) if n + 1 < len(piece.lines) else None
        if wrapped:
            first, second = rows[n], rows[n + 1]
            at, more = wrapped
            made += [_cell(piece, [part(first, list(range(at)), tokens)])] if at else []
            made += [_cell(piece, [part(second, list(range(more)), tokens)])] if more else []
            halves = (
                part(first, list(range(at, len(first.words))), tokens),
                part(second, list(range(more, len(second.words))), tokens),
            )
            made.append(_cell(piece, list(halves)))
            n, cut = n + 2, True
            continue
        segments = [part(rows[n], p.words, tokens) for p in parts]
        lower = tokens[segments[0].words[0]].text[:1].islower()
        last = len(segments) > 1
        if made and (lower or not (cut or last)):
            made[-1 if not cut else _first_of(made)].lines.append(segments[0])
        else:
            made.append(_cell(piece, segments[:1]))
        made += [_cell(piece, [s]) for s in segments[1:]]
        cut = last
        n += 1
    return made, n > len(piece.lines)


def _under_labels(
    labels: list[_Part], parts: list[_Part], rows: list[Segment], tokens: list[Token]
) -> list[list[Segment]] | None:
    """The cells of two labels over a person and over a body's name of two lines: `Handläggare Till` over `Ida Ek
    Hägersten-Älvsjö` and `Telefon: 08-508 00 000 stadsdelsnämnd`; None where there are none."""
    if len(labels) != 2 or len(parts) != 2 or [_wanted(label.text) for label in labels] != ["person", "body"]:
        return None
    wrapped = _wrapped_body(rows[1], rows[2], tokens)
    if wrapped is None:
        return None
    at, more = wrapped
    person = part(rows[1], list(range(at)), tokens)
    beside = [part(rows[2], list(range(more)), tokens)] if more else []
    body = [
        part(rows[1], list(range(at, len(rows[1].words))), tokens),
        part(rows[2], list(range(more, len(rows[2].words))), tokens),
    ]
    return [[part(rows[0], labels[0].words, tokens), person, *beside], [part(rows[0], labels[1].words, tokens), *body]]


_PLACED_BODY = re.compile(r"(?:stads|kommun)(?:dels|områdes)nämnd$")
_OF_A_BODY = re.compile(r"[A-ZÅÄÖ][a-zåäö-]*(?:nämndens|styrelsens|fullmäktiges)$")


def _wrapped_body(first: Segment, second: Segment, tokens: list[Token]) -> tuple[int, int] | None:
    """Where a body's name begins that two lines of a column on the right hold: `Ida Ek, utredare Barn- och` over
    `Tfn 0123-45 00 ungdomsnämnden`; None where there is none."""
    above, below = [tokens[w].text for w in first.words], [tokens[w].text for w in second.words]
    open_end = above[-1].endswith("-") or (len(above) > 2 and above[-1] in ("och", "samt") and above[-2].endswith("-"))
    placed = above[-1][:1].isupper() and _PLACED_BODY.match(below[-1]) is not None
    placed = placed or (_OF_A_BODY.match(above[-1]) is not None and below[-1].endswith("utskott"))
    if placed and len(above) > 2 and len(below) > 1 and any(map(str.isdigit, "".join(below))):
        return len(above) - 1, len(below) - 1
    if not open_end or len(below) < 2 or not below[-1][:1].islower() or not any(c.isdigit() for c in "".join(below)):
        return None
    at = len(above) - (1 if above[-1].endswith("-") else 2)
    while at > 0 and above[at - 1].endswith(","):  # Plan-, bygg- och
        at -= 1
    name = " ".join(above[at:]).removesuffix("-") + ("" if above[-1].endswith("-") else " ") + below[-1]
    if at < 1 or not above[at][:1].isupper() or not _ends_body(name):
        return None
    return at, len(below) - 1


def _first_of(made: list[Piece]) -> int:
    """The cell that holds the first part of the line above."""
    row = made[-1].lines[-1].row
    return next((i for i, p in enumerate(made) if p.lines[-1].row == row), len(made) - 1)


def _cell(piece: Piece, lines: list[Segment]) -> Piece:
    return Piece(PieceKind.CELL, piece.zone, piece.page, lines, gap=piece.gap, x0=lines[0].box.x0, x1=lines[-1].box.x1)


def _values(labels: list[_Part], parts: list[_Part]) -> list[_Part]:
    """The last parts of the line if they fit under the labels, else none."""
    values = parts[-len(labels) :]
    if len(values) < len(labels) or any(p.kind == "label" for p in values):
        return []
    fits = [_fits(label.text, value) for label, value in zip(labels, values, strict=True)]
    return values if all(f is not False for f in fits) and any(fits) else []


def _wanted(label: str) -> str:
    plain = bare(label)
    return next((kind for kind, pattern in _WANTS.items() if pattern.match(plain)), "")


def _fits(label: str, value: _Part) -> bool | None:
    """True where the value has the shape that the label asks for, False where it has another's, None if any will do."""
    wants = _wanted(label)
    if not wants or not value.kind:
        named = wants == "person" and (is_name(value.text) or is_role(value.text))
        return True if named else None if not value.kind and wants not in ("date", "page") else False
    return value.kind == wants


def parts_of(words: list[str]) -> list[_Part]:
    """The line's words by what they are; a line of text is one part."""
    whole = [_Part("", list(range(len(words))), " ".join(words))]
    text = whole[0].text
    if not 2 <= len(words) <= MOST or text.endswith((".", ",")) or address_hits(text) > 2 or is_document_type(text):
        return whole
    parts: list[_Part] = []
    i = 0
    while i < len(words):
        kind, end = _shape(words, i)
        role = (
            kind == "label"
            and end < len(words)
            and is_role(" ".join(words[i:end]))
            and not words[end - 1].endswith(":")
        )
        if role and parts and parts[-1].kind == "label" and _wanted(parts[-1].text) == "person":
            kind = ""  # `Handläggare: Utredare Ida Ek`
        if kind:
            parts.append(_Part(kind, list(range(i, end)), " ".join(words[i:end])))
        elif parts and not parts[-1].kind:
            parts[-1].words.append(i)
            parts[-1].text += " " + words[i]
        else:
            parts.append(_Part("", [i], words[i]))
        i = max(end, i + 1)
    parts = [p for one in parts for p in ([one] if one.kind else _bodies(one, words))]
    if len(parts) > 1 and all(p.kind == "label" for p in parts):
        return parts
    parts = _with_labels(parts)
    telling = sum(bool(p.kind) for p in parts)
    lower = sum(w[:1].islower() for p in parts if not p.kind for w in p.text.split())
    return parts if len(parts) > 1 and telling and lower <= 3 else whole


def _with_labels(parts: list[_Part]) -> list[_Part]:
    """Labels put together with the values after them; those without one stay labels."""
    made: list[_Part] = []
    for one in parts:
        last = made[-1] if made else None
        free = last is not None and (_fits(last.text, one) is not False or (last.text.endswith(":") and not one.kind))
        if last is not None and last.kind == "label" and one.kind != "label" and free:
            made[-1] = _Part(_wanted(last.text) or "pair", last.words + one.words, f"{last.text} {one.text}")
        else:
            made.append(one)
    return made


def _shape(words: list[str], i: int) -> tuple[str, int]:
    """What begins at the word, and the end of it; "" where it is nothing that is known."""
    if i and words[i - 1] in ("§", "§§", "$"):
        return "", i  # "KSAU § 130/2014"
    for length in (4, 3, 2, 1):
        if i + length > len(words):
            continue
        text = " ".join(words[i : i + length])
        digits = _DIGIT.search(text) is not None  # all but labels have them
        if digits and _DATE.match(text) and not _told(words, i):
            return "date", i + length
        if digits and _PAGE.match(text):
            return "page", i + length
        if length < 4 and _labels(text) and not _word_of_title(words, i, text) and not _surname(words, i, text):
            return "label", i + length
        if digits and _is_number(text) and (_registry(words, i) if text[0].isalpha() else not _told(words, i)):
            return "number", i + length
    word = words[i]
    if _STAMP.match(word):
        return "stamp", len(words)
    rest = any(c.isalnum() for w in words[i + 1 :] for c in w)
    if words[i + 1 : i + 2] == ["till"] and word[:1].isupper() and is_document_type(" ".join(words[i:])):
        return "type", len(words)  # `Tjänsteskrivelse till tekniska nämnden`
    alone = not rest or not (words[i + 1][:1].islower() or words[i + 1].lower() in _GO_ON)
    if alone and word[:1].isupper() and len(word) > 1 and is_document_type(word) and (word.isupper() or len(word) > 12):
        return "type", i + 1
    return "", i


# "FÖRSLAG TILL NY TAXA", "YTTRANDE ÖVER PLANEN": a matter in capitals, though its first word may be a kind of document
_GO_ON = frozenset(
    ("-", "–", "—", "till", "om", "över", "angående", "ang.", "från", "av", "för", "på", "i", "med", "ur", "mot", "och")
)


def _word_of_title(words: list[str], i: int, label: str) -> bool:
    """True where a word that may be a label stands in a line of capitals after other such words: TANKBIL TILL KÅREN."""
    if not i or bare(label) not in _ALSO_WORDS or label.endswith(":"):
        return False
    before = words[i - 1]
    return before.isupper() and before.isalpha() and label.isupper() and not _labels(before) and len(words) > 2


def _surname(words: list[str], i: int, label: str) -> bool:
    """True where a label of pages is a person's name: `Handläggare Ulla Blad`."""
    if i < 2 or _wanted(label) != "page" or label.endswith(":") or not label.istitle():
        return False
    after = words[i + 1] if i + 1 < len(words) else ""
    return is_first_name(words[i - 1]) and not any(c.isdigit() for c in after)


def _registry(words: list[str], i: int) -> bool:
    """False where the letters before the number are a person's surname: `Karl-Erik Öhrvik 0690/24`."""
    word, before = words[i], words[i - 1] if i else ""
    name = word.isalpha() and not word.isupper() and len(word) > 2
    return not (name and before[:1].isupper() and not before.isupper() and before[-1].isalpha() and not _labels(before))


def _is_number(text: str) -> bool:
    if not any(c.isdigit() for c in text):
        return False
    first, _, rest = text.partition(" ")
    if first.casefold() in NOT_BODIES or _DATE.match(rest):
        return False  # SOU 2023:11; a name in capitals and a day
    if _PROPERTY.match(text):
        return False
    return _NUMBER.match(text) is not None or (sum(c.isdigit() for c in text) > 3 and is_number(text))


_SINCE = re.compile(r"\b(?:[FT]\.? ?[OR]?\.? ?O?\.? ?M|FROM|TOM|FRÅN|TILL|FÖR|PER|DEN|OCH|MED|UNDER|SENAST)\.?$")


def _told(words: list[str], i: int) -> bool:
    """True where the words before make the date a part of what they say: `nämndens möte 2013-10-23`."""
    if not i:
        return False
    last, before = words[i - 1], " ".join(words[:i])
    if _SINCE.search(before):
        return True  # "NY TAXA FR O M 1997-01-01"
    stands_apart = (
        not last[-1].isalpha()
        or last.isupper()
        or _OFFICE.search(bare(before))
        or _labels(last)
        or is_document_type(last)
        or is_role(before)
        or any(is_name(" ".join(words[max(0, i - n) : i])) for n in (2, 3))
    )
    return not stands_apart


# labels that are words of a title too: within a line they need a colon, or a line of nothing but labels
_ALSO_WORDS = frozenset(
    (
        "till",
        "fran",
        "verksamhet",
        "avdelning",
        "enhet",
        "namnd",
        "kontor",
        "arende",
        "avser",
        "galler",
        "angaende",
        "ang",
    )
)


def _labels(text: str) -> bool:
    if not text[:1].isupper():
        return False
    if is_known_label(text):
        return True
    plain = bare(text)
    return len(plain) > 7 and " " not in plain and any(near(plain, other, 1) for other in _LONG)


_LONG = ("diarienr", "diarienummer", "handlaggare", "mottagare", "arendenummer", "beteckning")


# titles that a body is part of
_OF_BODY = re.compile("sekreterare|ordförande|ledamot|ersättare|ombud|chef$|direktör$", re.IGNORECASE)


def _bodies(one: _Part, words: list[str]) -> list[_Part]:
    """`Utredare Ida Ek Tekniska nämnden`: a person or office, and the body written to."""
    here = one.words
    for cut in range(len(here) - 1, 0, -1):
        first, role = words[here[cut]], words[here[cut - 1]]
        titled = cut > 2 and words[here[cut - 2]].endswith(",") and is_role(role) and not _OF_BODY.search(role)
        if not (first[:1].isupper() or titled) or {role.lower(), first.lower()} & _GO_ON:
            continue
        if first.endswith(",") and is_known_name(first[:-1]):
            continue  # `Ida Ek Kaya, controller äldrenämnden`
        before, after = " ".join(words[i] for i in here[:cut]), " ".join(words[i] for i in here[cut:])
        if _ends_body(before) and is_office(after):
            return [_Part("body", here[:cut], before), _Part("", here[cut:], after)]
        person = " ".join(words[i] for i in here[cut : cut + 2]).rstrip(",")
        if _ends_body(before) and is_name(person) and is_first_name(first):
            return [_Part("body", here[:cut], before), _Part("", here[cut:], after)]
        if not _ends_body(after):
            continue
        tail = " ".join(words[i] for i in here[max(0, cut - 3) : cut])
        if titled or is_name(before) or is_name(tail) or is_role(before) or re.search(r"\d[\d -]{5,}$", before):
            return [_Part("", here[:cut], before), _Part("body", here[cut:], after)]
    return [one]


def _ends_body(text: str) -> bool:
    return is_body_name(text) and bare(text).endswith(
        ("namnden", "styrelsen", "utskottet", "fullmaktige", "direktionen")
    )
