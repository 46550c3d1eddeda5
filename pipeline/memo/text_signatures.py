"""Signatures side by side whose gap is lost: `Anna Ek Bo Alm` over `Kommunchef Utredare`."""

import re
from functools import cache

from pipeline.memo.layout import Piece, PieceKind, Token, Zone, part
from pipeline.memo.signatures import is_name, is_role
from pipeline.resources import table

_SURNAME = re.compile(
    r"(?:sson|son|berg|ström|strom|lund|qvist|quist|kvist|gren|dahl|dal|man|mann|ell|én|in|ius|blad|stedt|stad|sjö|holm|"
    r"vall|wall|mark|hag|back|bäck|fors|löf|lof|feldt|ander|ov|ic|ić|ski|dotter|skog|sköld|hult|rud|gård|näs|vik|by|bom|ås)$",
    re.IGNORECASE,
)


@cache
def _first_names() -> frozenset[str]:
    return frozenset(row["name"] for row in table("forms/data/names_first.csv"))


def part_signatures(pieces: list[Piece], tokens: list[Token]) -> list[Piece]:
    """The pieces with such pairs of lines as one CELL for each person."""
    made: list[Piece] = []
    n = 0
    while n < len(pieces):
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


def _pair(names: Piece, titles: Piece, tokens: list[Token]) -> list[Piece] | None:
    for piece in (names, titles):
        if piece.kind != PieceKind.LINE or piece.zone != Zone.BODY:
            return None
    if titles.gap > 1.3 or not 4 <= len(names.lines[0].words) <= 7 or len(titles.lines[0].words) > 10:
        return None
    who = [tokens[w].text for w in names.lines[0].words]
    what = [tokens[w].text for w in titles.lines[0].words]
    if not all(w[:1].isupper() or w in ("von", "af", "de", "van") for w in who):
        return None
    cut = _name_cut(who)
    split = _title_cut(what)
    if cut is None or split is None:
        return None
    made = []
    for a, b in (((0, cut), (0, split)), ((cut, len(who)), (split, len(what)))):
        lines = [
            part(names.lines[0], list(range(*a)), tokens),
            part(titles.lines[0], list(range(*b)), tokens),
        ]
        made.append(Piece(PieceKind.CELL, Zone.BODY, names.page, lines, gap=names.gap, x0=names.x0, x1=names.x1))
    return made


def _stacked(pieces: list[Piece], tokens: list[Token]) -> list[Piece] | None:
    """Two names, one under the other because their columns were uneven, over a line with both titles."""
    if len(pieces) < 3 or any(p.kind != PieceKind.LINE or p.zone != Zone.BODY or p.gap > 1.3 for p in pieces[1:]):
        return None
    texts = [[tokens[w].text for w in p.lines[0].words] for p in pieces] if pieces[0].lines else []
    if len(texts) < 3 or not (is_name(" ".join(texts[0])) and is_name(" ".join(texts[1]))):
        return None
    split = _title_cut(texts[2])
    if split is None:
        return None
    titles = pieces[2].lines[0]
    return [
        Piece(PieceKind.CELL, Zone.BODY, p.page, [p.lines[0], part(titles, span, tokens)], gap=1.0, x0=p.x0, x1=p.x1)
        for p, span in ((pieces[0], list(range(split))), (pieces[1], list(range(split, len(texts[2])))))
    ]


def _name_cut(words: list[str]) -> int | None:
    cuts = [
        i
        for i in range(2, len(words) - 1)
        if is_name(" ".join(words[:i])) and is_name(" ".join(words[i:])) and words[i][:1].isupper()
    ]
    if len(cuts) < 2:
        return cuts[0] if cuts else None
    given = _first_names()

    def likely(i: int) -> int:
        """How well words[i] begins a person's name and words[i - 1] ends one."""
        first = words[i].split("-")[0] in given
        before = words[i - 1].split("-")[0] in given
        return 2 * first - before + bool(_SURNAME.search(words[i - 1]))

    ranked = sorted(cuts, key=likely, reverse=True)
    return ranked[0] if likely(ranked[0]) > likely(ranked[1]) else None


def _title_cut(words: list[str]) -> int | None:
    cuts = [
        i
        for i in range(1, len(words))
        if is_role(" ".join(words[:i]))
        and is_role(" ".join(words[i:]))
        and (words[i][:1].isupper() or words[0][:1].islower())
    ]
    return cuts[0] if cuts else None
