"""Signatures side by side whose gap is lost: `Anna Ek Bo Alm` over `Kommunchef Utredare`."""

import re
from functools import cache
from itertools import combinations

from pipeline.memo.layout import Piece, PieceKind, Segment, Token, Zone, part
from pipeline.memo.signatures import are_two_names, is_name, is_role, is_sender, without_specks
from pipeline.resources import table

_SURNAME = re.compile(
    r"(?:sson|son|berg|ström|strom|lund|qvist|quist|kvist|gren|dahl|dal|man|mann|ell|én|in|ius|blad|stedt|stad|sjö|holm|"
    r"vall|wall|mark|hag|back|bäck|fors|löf|lof|feldt|ander|ov|ic|ić|ski|dotter|skog|sköld|hult|rud|gård|näs|vik|by|bom|ås)$",
    re.IGNORECASE,
)

APART = 1.0  # heights of a line between a paragraph and the next
_PARTY = re.compile(r"[(\[][A-ZÅÄÖa-zåäö]{1,4}[)\]]")  # "(S)"
_BARE = str.maketrans("åäöéÅÄÖ", "aaoeAAO")


@cache
def _first_names() -> dict[str, int]:
    """First names, also as an OCR has them that loses rings and dots; 2 where many bear it: Mark is Ek's end rather."""
    rows = [(row["name"], 2 if row["common"] == "yes" else 1) for row in table("forms/data/names_first.csv")]
    return {name.translate(_BARE): sure for name, sure in rows} | dict(rows)


def _given(word: str) -> int:
    return _first_names().get(word.split("-")[0], 0)


def part_signatures(pieces: list[Piece], tokens: list[Token]) -> list[Piece]:
    """The pieces with such pairs of lines as one CELL for each person."""
    made: list[Piece] = []
    n = 0
    while n < len(pieces):
        if n and pieces[n].gap < APART and _opens(pieces[n - 1 : n + 3], tokens):
            pieces[n].gap = APART
        three = _stacked(pieces[n : n + 3], tokens)
        if three is not None:
            made += three
            n += 3
            continue
        pair = _pair(pieces[n], pieces[n + 1], tokens) if n + 1 < len(pieces) else None
        if pair is None:
            made.append(pieces[n])
            n += 1
            continue
        made += pair
        n += 2
    return made


def _opens(pieces: list[Piece], tokens: list[Token]) -> bool:
    """Whether the second of some lines says for whom the names below it sign, in a text that lost its gaps:
    `För tekniska kontoret` after a sentence's end, and over `Anna Ek` and `Teknisk chef`."""
    if len(pieces) < 3 or any(p.kind != PieceKind.LINE or p.zone != Zone.BODY or not p.lines for p in pieces[1:3]):
        return False
    above, sender, *names = (" ".join([tokens[w].text for w in p.lines[-1].words]) if p.lines else "" for p in pieces)
    if above[-1:] != "." or not sender[:1].isupper() or not is_sender(sender):
        return False
    return is_name(names[0]) and (len(names) < 2 or is_role(names[1]) or pieces[3].gap >= APART)


def _pair(upper: Piece, lower: Piece, tokens: list[Token]) -> list[Piece] | None:
    """Two or three names over their titles or, in some offices, under them."""
    for piece in (upper, lower):
        if piece.kind != PieceKind.LINE or piece.zone != Zone.BODY or len(piece.lines[0].words) > 10:
            return None
    if lower.gap > 1.3:
        return None
    above = [tokens[w].text for w in upper.lines[0].words]
    below = [tokens[w].text for w in lower.lines[0].words]
    cuts = _cuts(above, below)
    if cuts is None:
        turned = _cuts(below, above)
        if turned is None:
            return None
        cuts = turned[1], turned[0]
    made = []
    for n in range(len(cuts[0]) + 1):
        lines = [_part(piece.lines[0], n, cut, tokens) for piece, cut in ((upper, cuts[0]), (lower, cuts[1]))]
        made.append(Piece(PieceKind.CELL, Zone.BODY, upper.page, lines, gap=upper.gap, x0=upper.x0, x1=upper.x1))
    return made


def _part(line: Segment, n: int, cuts: list[int], tokens: list[Token]) -> Segment:
    """The words between two of the cuts without what holds no letter."""
    places = range([0, *cuts][n], [*cuts, len(line.words)][n])
    kept = [i for i in places if any(c.isalnum() for c in tokens[line.words[i]].text)]
    return part(line, kept or list(places), tokens)


def _cuts(who: list[str], what: list[str]) -> tuple[list[int], list[int]] | None:
    """Where the second (and the third) name and title begin. A party's letters, and a
    speck (`Anna Ek : Bo Alm`), go with the name before them."""
    own = [i for i, word in enumerate(who) if not _PARTY.fullmatch(word) and any(map(str.isalnum, word))]
    said = [i for i, word in enumerate(what) if any(map(str.isalnum, word))]
    if (0 < len(own) < len(who)) or (0 < len(said) < len(what)):
        parted = _cuts([who[i] for i in own], [what[i] for i in said])
        return parted and ([own[cut] for cut in parted[0]], [said[cut] for cut in parted[1]])
    if not 4 <= len(who) <= 10 or not all(_capital(w) or w in ("von", "af", "de", "van") for w in who):
        return None
    three = _three_roles(what) if len(who) > 5 else None
    if three is not None and (names := _three_names(who)) is not None:
        return names, three
    cut = _name_cut(who) if len(who) < 9 else None
    split = _title_cut(what) if cut is not None else None
    return None if cut is None or split is None else ([cut], [split])


def _three_roles(words: list[str]) -> list[int] | None:
    """`Sekreterare Ordförande Justerare`: where the second and the third begin, if they can be parted in one way."""
    found = [
        [i, j]
        for i, j in combinations(range(1, len(words)), 2)
        if all(w[:1].isupper() for w in (words[0], words[i], words[j]))
        and all(is_role(" ".join(some).replace("é", "ö")) for some in (words[:i], words[i:j], words[j:]))
    ]
    return found[0] if len(found) == 1 else None


def _three_names(words: list[str]) -> list[int] | None:
    """Where the second and the third of three names begin: the likeliest way."""
    ways = [
        (_likely(words, i) + _likely(words, j), [i, j])
        for i, j in combinations(range(2, len(words) - 1), 2)
        if words[i][:1].isupper() and words[j][:1].isupper() and j - i > 1
        and all(_is_name(some) for some in (words[:i], words[i:j], words[j:]))
    ]  # fmt: skip
    ways.sort(reverse=True)
    return ways[0][1] if ways and (len(ways) == 1 or ways[0][0] > ways[1][0]) else None


def _capital(word: str) -> bool:
    """A name's word, or what an OCR makes of a stroke between two names."""
    return word.lstrip("-")[:1].isupper() or not any(c.isalnum() for c in word)


def _is_name(words: list[str]) -> bool:
    return is_name(without_specks(" ".join(words)))


def _stacked(pieces: list[Piece], tokens: list[Token]) -> list[Piece] | None:
    """Two names, one under the other because their columns were uneven, over a line with both titles."""
    if len(pieces) < 3 or any(p.kind != PieceKind.LINE or p.zone != Zone.BODY or p.gap > 1.3 for p in pieces[1:]):
        return None
    if not pieces[0].lines or not all(
        is_name(" ".join([tokens[w].text for w in p.lines[0].words])) for p in pieces[:2]
    ):
        return None
    if are_two_names(" ".join([tokens[w].text for w in pieces[1].lines[0].words])):
        return None  # both stand on the second line: the first is the end of what stands above
    below = [tokens[w].text for w in pieces[2].lines[0].words]
    split = _title_cut(below)
    if split is None:
        return None
    titles = pieces[2].lines[0]
    return [
        Piece(PieceKind.CELL, Zone.BODY, p.page, [p.lines[0], part(titles, span, tokens)], gap=1.0, x0=p.x0, x1=p.x1)
        for p, span in ((pieces[0], list(range(split))), (pieces[1], list(range(split, len(below)))))
    ]


def _name_cut(words: list[str]) -> int | None:
    cuts = [
        i for i in range(2, len(words) - 1) if _is_name(words[:i]) and _is_name(words[i:]) and words[i][:1].isupper()
    ]
    if len(cuts) < 2:
        return cuts[0] if cuts else None
    ranked = sorted(cuts, key=lambda i: _likely(words, i), reverse=True)
    return ranked[0] if _likely(words, ranked[0]) > _likely(words, ranked[1]) else None


def _likely(words: list[str], i: int) -> int:
    """How well words[i] begins a person's name and words[i - 1] ends one."""
    return 2 * _given(words[i]) - _given(words[i - 1]) + bool(_SURNAME.search(words[i - 1]))


def _title_cut(words: list[str]) -> int | None:
    cuts = [
        i
        for i in range(1, len(words))
        if is_role(" ".join(words[:i]))
        and is_role(" ".join(words[i:]))
        and (words[i][:1].isupper() or words[0][:1].islower())
    ]
    return cuts[0] if cuts else None
