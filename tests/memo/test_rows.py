"""Words become printed rows: rows told as wholes are those that taking word by word gives."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.memo import rows
from pipeline.memo.layout import Token
from pipeline.memo.rows import median, rows_of_words
from pipeline.read.page import Box


def token(text: str, x0: float, y0: float, x1: float, y1: float) -> Token:
    return Token(text, text, 1, Box(x0, y0, x1, y1), 1.0, None, 11.0, False, False)


def word_by_word(tokens: list[Token]) -> list[list[int]]:
    """The rows without any told as wholes."""
    boxes = [t.box for t in tokens]
    heights = [b.y1 - b.y0 for b in boxes]
    usual = median(heights)
    step = max(2.0, 1.5 * usual)
    order = sorted(range(len(tokens)), key=lambda i: (boxes[i].x0, boxes[i].y0))
    small = [i for i in order if heights[i] < rows.LOW * usual and not any(c.isalnum() for c in tokens[i].text)]
    buckets: rows.Buckets = {}
    found = rows._one_by_one([i for i in order if i not in small], boxes, buckets, step)
    rows._add_small(small, found, boxes, buckets, step)
    made = sorted((row.members for row in found), key=lambda m: median([boxes[i].y0 + boxes[i].y1 for i in m]))
    return [sorted(members, key=lambda i: boxes[i].x0) for members in made]


@st.composite
def pages(draw: st.DrawFn) -> list[Token]:
    """Printed lines of words as high as their letters, some in other sizes or raised; a logo; specks."""
    tokens = []
    y = 50.0
    lean = draw(st.sampled_from((0.0, 0.0, 0.01)))
    for _ in range(draw(st.integers(1, 5))):
        y += draw(st.sampled_from((6.0, 9.5, 12.25, 14.0, 30.0)))
        x = draw(st.sampled_from((70.0, 71.5, 300.0)))
        size = draw(st.sampled_from((1.0, 1.0, 1.0, 1.6, 0.7)))
        for _ in range(draw(st.integers(1, 6))):
            above, below = draw(
                st.sampled_from(((5.1, 0.0), (7.7, 0.0), (5.1, 2.2), (7.7, 2.2), (8.9, 0.3), (8.0, -4.0)))
            )
            text = draw(st.sampled_from(("ord", "och", "7", "–", ".")))
            high, raised = (2.0 if text in "–." else 0.0), draw(st.sampled_from((0.0, 0.0, 0.0, 3.0)))
            base = y + lean * x - raised
            width = draw(st.sampled_from((4.0, 22.5, 60.0)))
            tokens.append(
                token(text, x, base - (high or size * above), x + width, base + (0.0 if high else size * below))
            )
            x += width + draw(st.sampled_from((3.0, 3.1, 12.0, 90.0, -1.0)))
    if draw(st.booleans()):
        top, height = draw(st.floats(20, 120)), draw(st.sampled_from((9.0, 25.0, 70.0)))
        left = draw(st.sampled_from((20.0, 70.0, 250.0)))
        tokens.append(token("Logo", left, top, left + 40, top + height))
    return draw(st.permutations(tokens))


@given(pages())
def test_rows_are_those_of_word_by_word(tokens: list[Token]) -> None:
    assert rows_of_words(tokens) == word_by_word(tokens)


@given(st.lists(st.tuples(*[st.integers(0, 60)] * 2, *[st.integers(1, 25)] * 2), min_size=1, max_size=12))
def test_so_are_those_of_any_boxes(boxes: list[tuple[int, int, int, int]]) -> None:
    tokens = [token("ord", x, y, x + width, y + height) for x, y, width, height in boxes]
    assert rows_of_words(tokens) == word_by_word(tokens)
