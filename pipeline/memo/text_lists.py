"""Two lists side by side whose gap is lost: `Bilagor Delges` over `Hyresavtal Tekniska nämnden`.

Each line is cut where a party's name begins that goes to the line's end: papers stand to the left, who gets the
decision to the right (or the other way, as the headings say).
"""

import re

from pipeline.forms.names import find_names
from pipeline.forms.papers import begins_with_paper
from pipeline.memo.fold import bare
from pipeline.memo.headings import heading_of
from pipeline.memo.labels import is_body_name, is_office, is_organisation
from pipeline.memo.layout import Piece, PieceKind, Token, Zone, part
from pipeline.memo.memo import SectionKind
from pipeline.memo.signatures import are_two_names, is_name, is_role

LONGEST = 14  # lines of the lists
FARTHEST = 2.5  # white space between two of them, in lines
_BEGINS = ("bilag", "handling", "beslut", "underlag", "expedi", "delg", "sandlist", "kopia", "for kannedom", "sands")
_OPEN = re.compile(r"\b(?:från|av|till|med|i|och|för|om|över|mellan|samt|hos|på|vid|angående|avseende|§|dnr)$", re.I)
_NUMBER = re.compile(r"(?:(?:Bilaga|Bil\.?) ?)?\d{1,2}[.):]? +|[-–•*] +")
_DATED = re.compile(r"\d{4}|§|\d\d-\d\d")
_COPIES = re.compile(r" *\(\d{1,2} ex\.?\)$")
_PLACE = re.compile(r", [A-ZÅÄÖ][\w-]+$")  # "Länsarbetsnämnden, Karlstad"
_FILES = frozenset(("akten", "sökanden", "diariet", "pärmen", "arkivet", "klaganden", "exploatören", "revisorerna"))
# people of a kind, who are nobody's name: "Samtliga nämnder", "Avdelningscheferna", "Enhetschefer hemtjänst"
_OF_A_KIND = re.compile(
    r"(?:samtliga|berörda|övriga|sökande|alla) [^\W\d_]{3,}(?: [^\W\d_]{3,})?"
    r"|(?:[^\W\d_]{2,})?(?:chef(?:er(?:na)?|en)|ledar(?:e|en|na)|ordnar(?:e|en|na)|handläggar(?:e|en|na)|rektor(?:er(?:na)?|n)"
    r"|revisor(?:er(?:na)?)|revision(?:en)?|sekreterar(?:e|en|na)|controllers?|ombud(?:et|en)?|ägar(?:e|en|na)|ansvariga?"
    r"|konsult(?:en|er(?:na)?)|ingenjör(?:en|er(?:na)?)|samordnar(?:e|en|na)|inspektör(?:en|er(?:na)?)|lärarna)"
    r"(?: (?:för |inom |vid )?[^\W\d_]{3,}){0,2}"
    r"|sökanden?a?|föreningarna|entreprenören|beställaren|hyresgästen|fastighetsägaren|parterna|medlemskommunerna|kommunerna",
    re.IGNORECASE,
)
_SPECK = re.compile(r"\W{1,2}$")
PAPERS = frozenset((SectionKind.ATTACHMENTS, SectionKind.DOCUMENTS))


def part_lists(pieces: list[Piece], tokens: list[Token]) -> list[Piece]:
    """The pieces, such lists one after the other."""
    made: list[Piece] = []
    n = 0
    while n < len(pieces):
        cut = _two_headings(pieces[n], tokens)
        lines = _below(pieces, n + 1, tokens) if cut else []
        parted = _parted(pieces[n], cut, lines, tokens) if lines else []
        made += parted or pieces[n : n + 1]
        n += 1 + (len(lines) if parted else 0)
    return made


def _words(piece: Piece, tokens: list[Token]) -> list[str]:
    return [tokens[w].text for w in piece.lines[0].words]


def _two_headings(piece: Piece, tokens: list[Token]) -> int:
    """Where the second of two lists' headings begins that fill the line; 0 where it is none such."""
    if piece.kind != PieceKind.LINE or piece.zone != Zone.BODY or not 2 <= len(piece.lines[0].words) <= 8:
        return 0
    words = _words(piece, tokens)
    if not bare(words[0]).startswith(_BEGINS) or heading_of(" ".join(words)):
        return 0
    for cut in range(1, len(words)):
        one, two = heading_of(" ".join(words[:cut])), heading_of(" ".join(words[cut:]))
        kinds = {heading.kind for heading in (one, two) if heading}
        if SectionKind.RECIPIENTS in kinds and kinds & PAPERS:
            return cut
    return 0


def _below(pieces: list[Piece], start: int, tokens: list[Token]) -> list[Piece]:
    """The lists' lines: as far as a heading, a sentence or wide white space."""
    found: list[Piece] = []
    for n, piece in enumerate(pieces[start : start + LONGEST], start + 1):
        if piece.kind != PieceKind.LINE or piece.zone != Zone.BODY or piece.gap > FARTHEST:
            break
        text = " ".join(_words(piece, tokens))
        if heading_of(text) or len(text) > 110 or (text.endswith(".") and text.count(" ") > 6):
            break
        after = pieces[n] if n < len(pieces) and pieces[n].kind == PieceKind.LINE else None
        if is_name(text) and piece.gap > 0.35 and after is not None and is_role(" ".join(_words(after, tokens))):
            break  # who signs
        if are_two_names(text) and after is not None and is_role(" ".join(_words(after, tokens))):
            break  # who sign, beside each other
        found.append(piece)
    return found


def _parted(heading: Piece, cut: int, lines: list[Piece], tokens: list[Token]) -> list[Piece]:
    """Both lists with their headings; [] where nothing tells which words are whose."""
    words = _words(heading, tokens)
    first = heading_of(" ".join(words[:cut]))
    papers_left = first is not None and first.kind in PAPERS
    left, right = [_part(heading, 0, cut, tokens, 1.0)], [_part(heading, cut, len(words), tokens, 1.0)]
    for piece in lines:
        texts = _words(piece, tokens)
        at = _cut(texts) if papers_left else _turned(texts)
        end = at - 1 if 1 < at < len(texts) and _SPECK.match(texts[at - 1]) else at
        begins = 1 if at == 0 and len(texts) > 1 and _SPECK.match(texts[0]) else at
        if at == 1 and _SPECK.match(texts[0]):
            end = 0  # nothing but dirt before the party: "- Revisorerna"
        if end > 0:
            left.append(_part(piece, 0, end, tokens, 0.2))
        if at < len(texts):
            right.append(_part(piece, begins, len(texts), tokens, 0.9 if texts[begins][:1].islower() else 0.2))
    return [*left, *right] if len(left) > 1 and len(right) > 1 else []


def _part(piece: Piece, start: int, end: int, tokens: list[Token], gap: float) -> Piece:
    line = part(piece.lines[0], list(range(start, end)), tokens)
    return Piece(PieceKind.LINE, piece.zone, piece.page, [line], gap=gap, x0=piece.x0, x1=piece.x1)


def _cut(words: list[str]) -> int:
    """Where the party begins behind the paper; 0 where the line is a party, its length where it is a paper."""
    whole = " ".join(words)
    paper = begins_with_paper(_NUMBER.sub("", whole, count=1)) or whole[:1].islower()
    if not paper and _is_party(whole):
        return 0
    number = _NUMBER.match(whole)
    if not paper and len(words) > 1 and _SPECK.match(words[0]) and _is_party(" ".join(words[1:])):
        return 1
    for cut in range(1 + (len(number[0].split()) if number else 0), len(words)):
        last = cut == len(words) - 1
        if words[cut][:1].isupper() or (last and (words[cut].lower() in _FILES or is_office(words[cut]))):
            before = " ".join(words[:cut])
            rest = " ".join(words[cut + 1 :])
            if words[cut].isupper() and rest[:1].isupper() and is_body_name(rest):
                continue  # "Delårsrapport BUN Kommunstyrelsen"
            if not _OPEN.search(before) and _is_party(" ".join(words[cut:])):
                return cut
    return len(words) if paper or number or _DATED.search(whole) else 0


def _turned(words: list[str]) -> int:
    """Where the paper begins behind the party; 0 where the line is a paper, its length where it is a party."""
    for cut in range(len(words)):
        if begins_with_paper(" ".join(words[cut:])) and (cut == 0 or _is_party(" ".join(words[:cut]))):
            return cut
    return len(words)


def _is_party(text: str) -> bool:
    """One party's name, and nothing else."""
    plain = _COPIES.sub("", _PLACE.sub("", text.strip(" .,;“”\"'‘’*~")))
    if plain.lower() in _FILES or is_body_name(plain) or is_office(plain) or is_organisation(plain):
        return plain.lower() in _FILES or plain.count(" ") < 5
    if plain[:1].isupper() and _OF_A_KIND.fullmatch(plain) and not begins_with_paper(plain):
        return True
    names = find_names(plain)
    if len(names) == 1 and names[0].start == 0 and names[0].end >= len(plain):
        return True
    short = any(w.isupper() and len(w) < 6 for w in plain.split())  # "Rapport BUN" is nobody
    return not names and not short and is_name(plain) and not begins_with_paper(plain)
