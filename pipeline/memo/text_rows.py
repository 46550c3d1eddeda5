"""Lines of text on their way to be rows of a table: which words are the label, which the numbers."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.memo.headings import heading_of
from pipeline.memo.layout import Piece, PieceKind, Segment, Token, Zone
from pipeline.memo.restore_pieces import RUNS_ON
from pipeline.memo.specks import unclung
from pipeline.memo.text_heads import SPECK, YEAR
from pipeline.memo.text_splits import RULE, counts_of

MOST = 14  # numeric words of a row; more is no table of a memo
_NUMBER = re.compile(
    r"[~_]?[-–—−+=±]{0,2}\d[\d.,:;]*%?$|\d{6}-\d{4}$|(?:19|20)\d\d[-–/]\d{2,4}$|[-–—−]$|[-–—−]?\d[\d.]*:[-–—−]{1,3}$"
)
_GOES_ON = re.compile(
    r"(?:§§?|nr|dnr|kap\.?|punkt|den|mål|nummer|tfn|tel|sid|sidan|bilaga|bil\.?|prop\.?)$", re.IGNORECASE
)
_DIGIT, _DASHES = re.compile(r"\d"), frozenset("-–—−")
LONGEST_JUNK = 4
LONGEST_TORN = 8  # characters of a number that can't be read
_JUNK = re.compile(r"(?=.*[^\w%])(?!\W*(?:t|k|mn|m)?kr\b)[^\d]{1,4}$")
_AFTER_NUMBERS = frozenset("|¦~%;:")  # these, and % apart from its number, begin so
BETWEEN = re.compile(r"[|¦][.,:;]?$|[~;:]$")  # a rule or speck between two numbers
_TORN = re.compile(r"(?=\S*\d)(?!\S*[^\W\d_]{3})\S*\d\S*$")  # of a number, or of one whose digit was read as a letter
_ORG = re.compile(r"\d{6}-\d{4}$")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}$|\d{1,2}/\d{1,2}$")


@dataclass(slots=True)
class Row:
    """A line on its way to a table's row. above: the label's first line, where it is broken over two."""

    piece: Piece
    words: list[str]  # without the rules between its numbers; a word that stands before one ends with RULE
    places: list[list[int]]  # where each word stands in the line, with the % that stands apart from its number
    label: int  # words of the label
    org: bool  # an organisation's number stands first
    above: Segment | None = None
    specks: int = 0  # words at the line's end that hold neither letter nor digit
    written: dict[int, str] = field(default_factory=dict)  # words whose lost comma is put back
    garbled: bool = False  # among rows of a table, but its numbers can't be read: it is kept as one cell

    @property
    def tail(self) -> list[str]:
        return self.words[self.label + self.org : len(self.words) - self.specks]

    def cells(self, words: list[list[int]]) -> list[list[int]]:
        """Cells of the row's words as cells of the line's."""
        return [[place for i in cell for place in self.places[i]] for cell in words]


def org_place(words: list[str]) -> int | None:
    """Where among a row's words an organisation's number stands."""
    return next((i for i, word in enumerate(words) if _ORG.match(word)), None)


def named(row: Row) -> bool:
    return row.label > 0


def figures_in(piece: Piece, tokens: list[Token]) -> int:
    """How many of a line's words are numbers."""
    texts = [tokens[w].text for w in piece.lines[0].words] if piece.lines else []
    return sum(1 for text in texts if not text[:1].isalpha() and _NUMBER.match(text))


def garbled_row(above: Row | None, piece: Piece, below: Piece, tokens: list[Token]) -> Row | None:
    """The line as a row whose numbers can't be read, where it stands between two rows of several numbers each.

    above: None for the first row below a heading.
    """
    if piece.kind != PieceKind.LINE or piece.zone != Zone.BODY or below.gap > 1.3 or (above and above.garbled):
        return None
    words = [tokens[w].text for w in piece.lines[0].words]
    figures = figures_in(piece, tokens)
    after = row_of(below, tokens)
    if (
        after is None
        or len(after.tail) < 3
        or (above and len(above.tail) < 3)
        or figures < 2
        or 2 * figures < len(words) - 1
    ):
        return None
    if not words[0][0].isupper() or len(words) > len(after.words) + 4:
        return None
    return Row(piece, words, [[i] for i in range(len(words))], len(words), False, garbled=True)


def torn_cell(above: Row, piece: Piece, below: Piece, tokens: list[Token]) -> Row | None:
    """The line as a row of which one number can't be read, where it stands between two of two numbers each and the
    other one can: `Mer än 20 timmar 835 L.050`."""
    if piece.kind != PieceKind.LINE or piece.zone != Zone.BODY or below.gap > 1.3 or above.garbled:
        return None
    words = [tokens[w].text for w in piece.lines[0].words]
    if len(words) < 3 or not words[0][:1].isupper():
        return None
    if not all(len(word) < LONGEST_TORN and _TORN.match(word) for word in words[-2:]):
        return None
    numbers = [_NUMBER.match(word) is not None for word in words[-2:]]
    of_text = any(map(YEAR.match, words[-2:])) or words[-3].lower() in RUNS_ON or not words[-3].isalpha()
    if sum(numbers) != 1 or of_text or len(above.tail) != 2:
        return None
    after = row_of(below, tokens)
    if after is None or after.garbled or len(after.tail) != 2:
        return None
    return Row(piece, words, [[i] for i in range(len(words))], len(words), False, garbled=True)


def sub_heading(above: list[Row], piece: Piece, below: Piece, tokens: list[Token]) -> Row | None:
    """The line as a row without numbers, where it names a group of rows: `Intäkter` between rows of several numbers."""
    if piece.kind != PieceKind.LINE or piece.zone != Zone.BODY or below.gap > 1.3 or not named(above[-1]):
        return None
    words = [tokens[w].text for w in piece.lines[0].words]
    text = " ".join(words)
    if len(text) > 45 or not text[0].isupper() or text[-1] in ".;" or any(map(str.isdigit, text)) or heading_of(text):
        return None
    after, before = row_of(below, tokens), next((row for row in reversed(above) if not row.garbled), None)
    if after is None or before is None or after.garbled or min(len(after.tail), len(before.tail)) < 2:
        return None
    if all(YEAR.match(w) for w in after.tail):
        return None  # a new table's heading
    if not named(after) or not counts_of(after.tail) & counts_of(before.tail) - {1}:
        return None
    return Row(piece, words, [[i] for i in range(len(words))], len(words), False, garbled=True)


def numbered(rows: list[Row]) -> list[Row]:
    """The rows whose labels are the same but for a running number, if two or more are and no other label differs."""
    labels = [" ".join(r.words[: r.label]) for r in rows]
    if len(rows) < 2:
        return []
    same = min(labels, key=len)
    alike = [r for r, label in zip(rows, labels, strict=True) if label == same and len(r.tail) > 1]
    firsts = [r.tail[0] for r in alike]
    if len(alike) < 2 or not all(f.isdigit() and len(f) < 3 for f in firsts):
        return []
    if any(int(b) != int(a) + 1 for a, b in pairwise(firsts)) or not all(
        f"{x} ".startswith(f"{same} ") for x in labels
    ):
        return []
    return alike


def by_year(row: Row) -> bool:
    """True where a year is the row's label, or its last word."""
    return bool(YEAR.match(row.words[row.label])) and len(row.words) > row.label + 1


def wrapped(piece: Piece, after: Piece, tokens: list[Token]) -> bool:
    """True where the line may be the first half of the label in the next line."""
    if piece.kind != PieceKind.LINE or piece.zone != Zone.BODY or after.gap > 0.3:
        return False
    text = " ".join(tokens[w].text for w in piece.lines[0].words)
    return len(text) < 48 and text[-1] not in ".:;" and text[0].isupper() and heading_of(text) is None


def row_of(piece: Piece, tokens: list[Token]) -> Row | None:
    if piece.kind != PieceKind.LINE or piece.zone != Zone.BODY:
        return None
    words = [tokens[w].text for w in piece.lines[0].words]
    return row_of_words(piece, words) if ends_in_figures(words) else None


def ends_in_figures(words: list[str]) -> bool:
    """Whether a line may be a row: a figure or a dash ends it, or stands before no more than dirt. Most have none."""
    for word in reversed(words):
        if word[:1] in _DASHES or _DIGIT.search(word):
            return True
        if len(word) > LONGEST_JUNK:
            return False
    return True


def row_of_words(piece: Piece, texts: list[str]) -> Row | None:
    """The line with these words as a row, if it is one."""
    printed, places = _without_rules([unclung(text) for text in texts])
    specks = next((n for n, word in enumerate(reversed(printed)) if not SPECK.match(word)), 0)
    words = printed[: len(printed) - specks]
    numbers = _trailing(words)
    if (
        not numbers
        and len(words) > 3
        and _JUNK.match(words[-1])
        and _trailing(words[:-1]) > 1
        and words[0][0].isupper()
    ):
        return Row(piece, printed, places, len(printed), False, garbled=True)
    label = words[: len(words) - numbers]
    if not 1 <= numbers <= MOST or len(" ".join(label)) > 60:
        return None
    if any(_DATE.match(w) for w in words[-numbers:]):
        return None
    org = len(words) > len(label) + 1 and bool(_ORG.match(words[len(label)]))
    if not label:
        by_year = numbers > 1 and YEAR.match(words[0]) and not all(YEAR.match(w) for w in words)
        return Row(piece, printed, places, 0, False, specks=specks) if by_year else None
    if any(w.rstrip(",.;") in ("Ja", "Nej") and label[i][-1:].isdigit() for i, w in enumerate(label[1:])):
        return None  # `Simklubben 2 400 Ja, sedan 2021`: its sum stands before a column of words
    if not any(c.isalpha() for w in label for c in w) or label[0].startswith("§") or _GOES_ON.match(label[-1]):
        return None
    names = max(i for i, w in enumerate(label) if any(c.isalpha() for c in w)) + 1
    if any(any(c.isdigit() for c in w) for w in label[names:]):  # its numbers are broken by something else
        return Row(piece, printed, places, len(printed), False, garbled=True)
    if len(label[-1]) > 1 and label[-1].endswith((".", ":")) and numbers < 2:
        return None
    return Row(piece, printed, places, len(label), org, specks=specks)


def _without_rules(printed: list[str]) -> tuple[list[str], list[list[int]]]:
    """The words and where each stands in the line, the rules between numbers taken out: `-14 900 | -15 200`."""
    words: list[str] = []
    places: list[list[int]] = []
    for place, word in enumerate(printed):
        after_number = word[:1] in _AFTER_NUMBERS and bool(words) and _NUMBER.match(words[-1]) is not None
        if after_number and BETWEEN.match(word) and place + 1 < len(printed):
            words[-1] += RULE
        elif after_number and word == "%":
            words[-1] += word
            places[-1].append(place)
        else:
            words.append(word)
            places.append([place])
    return words, places


def _trailing(words: list[str]) -> int:
    count = 0
    for word in reversed(words):
        if not _NUMBER.match(word.rstrip(RULE)):
            break
        count += 1
    return count
