"""How likely a document begins on a page: evidence from the page and the one before, weighted."""

from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.memo.memo import SectionKind
from pipeline.memo.packets_looks import TOLERANCE, Look
from pipeline.read.page import ReadAs
from pipeline.resources import table

FEW = 8  # pages
MANY = 30  # pages; a stamped numbering through a whole file this long says nothing of its documents
OTHER_SIZE, OTHER_MARGIN, OTHER_PAPER = 0.07, 14.0, 25.0  # share, points, points
SHORT = 0.62  # share of the height
LARGE = 1.5
ENOUGH = 60  # words that it takes to tell how the text is set
LINE, ENDS = 40, ".:!?)"  # characters of a line of running text; what ends a sentence
KINDS, WEAK = {"memo", "minutes", "agenda"}, {"paper", "other"}


@cache
def weights() -> dict[str, float]:
    """Weight by evidence."""
    return {row["evidence"]: float(row["weight"]) for row in table("memo/data/packets_weights.csv")}


def score(names: Sequence[str]) -> float:
    """Above 0 where a document begins."""
    known = weights()
    return sum(known[name] for name in names)


def begins(looks: Sequence[Look], i: int, numbers: Sequence[frozenset[tuple[int, int]]], start: int) -> bool:
    """Whether a document begins on page i: whether `score(evidence(…))` is above 0.

    No more is looked at than it takes: pages that plainly go on are told by their numbers and heads.
    """
    total = 0.0
    for names, most in zip(_steps(looks, i, numbers, start), _most_to_come(), strict=True):
        total += score(names)
        if total + most <= 0:
            return False
    return True


# what the last steps may yet find
_LATER_STEPS = (
    ("closed", "short", "hyphen", "runs_on", "other_margin"),
    ("appendix", "kind", "kind_again", "kind_weak", "labels", "labels_many", "signing", "addressee", "letterhead"),
    ("proposal_first",),
)


@cache
def _most_to_come() -> list[float]:
    """After each step the most by which those after it may raise the score."""
    most = [sum(max(0.0, weights()[name]) for name in step) for step in _LATER_STEPS]
    return [sum(most[done:]) for done in range(len(most) + 1)]


def own_numbers(looks: Sequence[Look]) -> list[frozenset[tuple[int, int]]]:
    """Each page's numbers without those that run through a whole file of many documents."""
    shifts: dict[tuple[int, int], int] = {}
    for i, look in enumerate(looks):
        for k, n in look.numbers:
            if n in (0, len(looks)) or n > MANY:
                shifts[k - i, n] = shifts.get((k - i, n), 0) + 1
    through = {shift for shift, count in shifts.items() if count >= max(3, 0.8 * len(looks))}
    if not through:
        return [look.numbers for look in looks]
    own = [frozenset((k, n) for k, n in look.numbers if (k - i, n) not in through) for i, look in enumerate(looks)]
    if len(looks) > MANY or sum(map(bool, own)) > max(1, 0.3 * len(looks)):  # one may be a speck
        return own
    return [look.numbers for look in looks]


def evidence(looks: Sequence[Look], i: int, numbers: Sequence[frozenset[tuple[int, int]]], start: int) -> list[str]:
    """The names of what speaks for and against a document's beginning on page i (0-based, from 1 on).

    numbers: of `own_numbers`. start: the page on which the document before began.
    """
    return [name for names in _steps(looks, i, numbers, start) for name in names]


def _steps(
    looks: Sequence[Look], i: int, numbers: Sequence[frozenset[tuple[int, int]]], start: int
) -> Iterator[list[str]]:
    """The same in steps: first what numbers, heads and type tell, then each of `_LATER_STEPS`."""
    a, b = looks[i - 1], looks[i]
    found = ["always"]
    if len(looks) <= FEW:
        found.append("few_pages")
    numbering = list(_numbering(numbers[i - 1], numbers[i]))
    begins = "number_one" in numbering
    found += numbering
    if (i - start, i - start) in numbers[i - 1] and "number_goes_on" not in numbering:
        found.append("number_of_pages" if i - start > 1 else "number_of_page")
    if start < i - 1 and a.head_forms and not b.head_forms and looks[i - 2].head_forms & a.head_forms:
        found.append("head_lost")
    found += _heads(a, b, begins)
    found += _set(a, b)
    yield found
    yield list(_joints(a, b))
    yield list(_said(a, b, begins))
    opens = b.opens & {SectionKind.PROPOSAL, SectionKind.SUMMARY}
    yield ["proposal_first"] if opens and opens & a.opens else []


def _numbering(a: frozenset[tuple[int, int]], b: frozenset[tuple[int, int]]) -> Iterator[str]:
    of_a, of_b = {(k, n) for k, n in a if n}, {(k, n) for k, n in b if n}
    goes_on = any((k - 1, n) in of_a for k, n in of_b)
    if goes_on:
        yield "number_goes_on"
        return
    if any(k == 1 for k, _ in of_b):
        yield "number_one"
    elif of_b:
        yield "number_later"
    if any(k == n for k, n in of_a):
        yield "last_was_complete"
    elif of_a and not any(k == 1 for k, _ in of_b):
        yield "last_was_not_complete"
    if of_b:
        return
    plain_a, plain_b = {k for k, n in a if not n}, {k for k, n in b if not n}
    if any(k - 1 in plain_a for k in plain_b):
        yield "number_next_plain"
    elif 1 in plain_b:
        yield "number_one_plain"
    elif plain_b and min(plain_b) == 2 and not of_a:
        yield "number_next_plain"  # the first page of a letter is most often not numbered


def _heads(a: Look, b: Look, begins: bool) -> Iterator[str]:
    if not begins and any(sum(map(str.isdigit, row)) > 3 for row in a.head & b.head):
        yield "same_head"
    shared = a.head_forms & b.head_forms
    if not begins and b.head_words:
        new = b.head_words - a.head_words
        if 4 * len(new) <= len(b.head_words) and not any(sum(map(str.isdigit, word)) > 2 for word in new):
            yield "same_head_words"
        elif 2 * len(shared) >= len(b.head_forms) > 0:
            yield "same_head_form"
    if b.goes_on:
        yield "goes_on"
    if a.head_forms and b.head_forms and not shared:
        yield "other_head"
    if a.foot_forms & b.foot_forms:
        yield "same_foot"
    elif a.foot_forms and b.foot_forms:
        yield "other_foot"
    if b.diarienummer:
        if a.diarienummer & b.diarienummer:
            if not begins:
                yield "same_diarienummer"
        else:
            yield "other_diarienummer" if a.diarienummer else "new_diarienummer"
    if b.dates and a.dates and not a.dates & b.dates:
        yield "other_date"


def _said(a: Look, b: Look, begins: bool) -> Iterator[str]:
    before = set(a.kinds) if b.kinds else set()
    if any(kind == "appendix" and (kind, said) not in before for kind, said in b.kinds):
        yield "appendix"
    if said := [k for k in b.kinds if k[0] in KINDS]:
        yield "kind" if begins or any(k not in before for k in said) else "kind_again"
    elif any(k[0] in WEAK and k not in before for k in b.kinds):
        yield "kind_weak"
    new = b.labels if begins or not b.labels else b.labels - a.labels
    if len(new) >= 2 or len(b.labels) >= 3:
        yield "labels"
        if len(b.labels) >= 3:
            yield "labels_many"
    if any(kind == "signing" for kind, _ in b.kinds):
        yield "signing"
    if b.addressee:
        yield "addressee"
        if b.diarienummer and not a.diarienummer & b.diarienummer and (b.dates or b.labels):
            yield "letterhead"


def _set(a: Look, b: Look) -> Iterator[str]:
    """How the pages are set."""
    before = (
        {word for text in (*(said for said, _ in a.titles), *a.head) for word in text.split()} if b.titles else set()
    )
    # of a page with few words (signatures, a cover) the usual size tells nothing: the page before has it
    scale = 1.0 if b.words >= ENOUGH or not a.size else b.size / max(a.size, b.size)
    larger = [times * scale for text, times in b.titles if not before.issuperset(text.split())]
    least = TOLERANCE if b.words >= ENOUGH else LARGE
    if larger := [times for times in larger if times >= least]:
        yield "title"
        if max(larger) >= LARGE:
            yield "title_large"
    if not (a.words and b.words and a.width and b.width):
        return
    if b.read_as is ReadAs.TEXT:
        return
    if b.strewn and not a.strewn:
        yield "strewn"
    if abs(a.width - b.width) > OTHER_PAPER or abs(a.height - b.height) > OTHER_PAPER:
        yield "other_paper"
    if a.read_as is not b.read_as:
        yield "other_reader"
    elif min(a.words, b.words) >= ENOUGH and a.size and b.size and abs(a.size - b.size) > OTHER_SIZE * b.size:
        yield "other_type"
        if abs(a.size - b.size) > 3 * OTHER_SIZE * b.size:
            yield "other_type_by_far"


def _joints(a: Look, b: Look) -> Iterator[str]:
    """Where the text begins on each of the pages, where the one ends and the other begins."""
    placed = a.words and b.words and a.width and b.width and b.read_as is not ReadAs.TEXT
    if placed and b.left and a.left and abs(a.left - b.left) > OTHER_MARGIN:
        yield "other_margin"
    number = b.first.split(maxsplit=1)[0].rstrip(".)") if b.first else ""
    unfinished = len(a.last) > LINE and a.last[-1] not in ENDS
    beside = b.read_as is not ReadAs.TEXT and a.left and abs(a.left - b.first_at) > OTHER_PAPER
    if (b.first[:1].islower() and unfinished and not beside and not b.titles) or (
        number.isdecimal() and int(number) > 1 and int(number) - 1 in a.items
    ):
        yield "runs_on"
        if a.last.endswith("-"):
            yield "hyphen"
    if a.closes:
        yield "closed"
    if 0 < a.end < SHORT:
        yield "short"
