"""Digital heads whose columns stand close, headings beside the text, lists whose entries are headings' names."""

import pytest

from pipeline.memo.front_labels import part_values
from pipeline.memo.layout import Segment, Token
from pipeline.memo.restoring import restore
from pipeline.memo.text_splits import solve
from pipeline.read.page import Box, ReadAs

STEP = 60.0


def row(words: list[tuple[str, float]], y: float, tokens: list[Token], *, joined: bool) -> list[Segment]:
    """A row of words at these left edges, as one segment or as many."""
    made = []
    for text, x0 in words:
        box = Box(x0, y, x0 + 5.0 * len(text), y + 9)
        tokens.append(Token(text, text, 1, box, 1.0, None, 9.0, False, False))
        made.append(Segment([len(tokens) - 1], box, 1, int(y), 9.0, False, text, base=y + 8))
    if not joined:
        return made
    first, last = made[0].box, made[-1].box
    text = " ".join(w for w, _ in words)
    return [
        Segment([s.words[0] for s in made], Box(first.x0, y, last.x1, y + 9), 1, int(y), 9.0, False, text, base=y + 8)
    ]


LABELS = [("Dokument", 0.0), ("Datum", STEP), ("Diarienr", 2 * STEP), ("Handläggare", 3 * STEP)]


def test_values_are_cut_under_their_labels() -> None:
    tokens: list[Token] = []
    values = [("PM", 0.0), ("2014-09-22", STEP), ("2014-231", 2 * STEP), ("Ida", 3 * STEP), ("Ek", 3 * STEP + 20)]
    rows = [row(LABELS, 10, tokens, joined=False), row(values, 22, tokens, joined=True)]
    assert [s.text for s in part_values(rows, tokens)[1]] == ["PM", "2014-09-22", "2014-231", "Ida Ek"]


@pytest.mark.parametrize("y", [60.0, 5.0])
def test_a_row_far_below_or_above_stays(y: float) -> None:
    tokens: list[Token] = []
    values = [("En", 0.0), ("rad", STEP), ("text", 2 * STEP)]
    rows = [row(LABELS, 10, tokens, joined=False), row(values, y, tokens, joined=True)]
    assert len(part_values(rows, tokens)[1]) == 1


def test_words_above_that_are_no_labels_cut_nothing() -> None:
    tokens: list[Token] = []
    names = [("Ida", 0.0), ("Ek", STEP), ("Bo", 2 * STEP)]
    rows = [row(names, 10, tokens, joined=False), row(names, 22, tokens, joined=True)]
    assert len(part_values(rows, tokens)[1]) == 1
    assert part_values([], tokens) == []


def test_a_row_with_an_empty_cell_is_strange() -> None:
    body = [
        ["31", "240", "31", "240", "0", "0,0"],
        ["2", "415", "5", "893", "3", "478", "144,0"],
        ["-24", "630", "-28", "811", "-4", "181", "-17,0"],
        ["-8", "249", "-9", "606", "-1", "357", "-16,5"],
        ["776", "-1", "284", "-2", "060"],
    ]
    solved = solve(body, 4, False)
    assert solved is not None
    assert solved.strange[-1] > 2.0
    assert max(solved.strange[:-1]) < 1.0


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        (["anbud", "4", "386.500:-", "per"], "anbud å 386.500:- per"),
        (["höjs", "med", "4", "386", "kronor"], "höjs med 4 386 kronor"),
        (["§", "4", "386.500", "kr"], "§ 4 386.500 kr"),
        (["pris", "4", "2.500", "kr"], "pris å 2.500 kr"),
    ],
)
def test_a_price_is_no_million(read: list[str], meant: str) -> None:
    from pipeline.memo.layout import Piece, PieceKind, Zone

    tokens: list[Token] = []
    (line,) = row([(w, 40.0 * n) for n, w in enumerate(read)], 10, tokens, joined=True)
    restore([Piece(PieceKind.LINE, Zone.BODY, 1, [line])], tokens, {1: ReadAs.TEXT})
    assert " ".join(t.text for t in tokens) == meant
