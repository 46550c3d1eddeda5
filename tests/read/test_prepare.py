"""What prepares a page measures the same as Pillow's slower filters and numpy's plain sums do."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from pipeline.read.prepare import _most_near, _paper, ink_of, lies_sideways, prepare, skew_of, threshold
from tests.read.make import sheet

Grey = NDArray[np.uint8]
SMALL = array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=24)
GREY = arrays(np.uint8, SMALL)


@given(GREY, st.integers(1, 255))
def test_most_of_nine_is_what_a_median_leaves(pixels: Grey, border: int) -> None:
    left = np.asarray(Image.fromarray(pixels).filter(ImageFilter.MedianFilter(3))) < border
    assert (_most_near(pixels < border) == left).all()


@settings(max_examples=40)
@given(arrays(np.uint8, array_shapes(min_dims=2, max_dims=2, min_side=8, max_side=130)))
def test_paper_is_the_brightest_nearby(pixels: Grey) -> None:
    grey = Image.fromarray(pixels)
    slow = grey.reduce(8).filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.GaussianBlur(6))
    assert _paper(grey).tobytes() == slow.tobytes()


@given(GREY)
def test_the_threshold_parts_best(pixels: Grey) -> None:
    """No other border leaves the two sides less spread."""
    values = pixels.ravel().astype(np.float64)

    def spread(border: float) -> float:
        sides = values[values < border], values[values >= border]
        return sum(float(np.square(side - side.mean()).sum()) for side in sides if side.size)

    if len(set(pixels.ravel().tolist())) > 1:
        found = spread(threshold(pixels))
        assert found == pytest.approx(min(spread(border) for border in range(1, 256)), rel=1e-6, abs=1e-6)


def bordered(ink: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Ink without what reaches in from the edges, each row and column walked one pixel at a time."""
    left = ink.copy()
    for lines in (left.T, left.T[:, ::-1], left, left[:, ::-1]):
        for line in lines:
            for place in range(len(line)):
                if not line[place]:
                    break
                line[place] = False
    return left


@given(arrays(np.bool_, array_shapes(min_dims=2, max_dims=2, min_side=2, max_side=20)))
def test_black_borders_are_no_ink(ink: NDArray[np.bool_]) -> None:
    if ink.all() or not ink.any():
        return
    left = bordered(ink)
    rules = left.mean(axis=1) > 0.5, left.mean(axis=0) > 0.5
    left[rules[0], :] = False
    left[:, rules[1]] = False
    assert (ink_of(Image.fromarray(np.where(ink, 0, 255).astype(np.uint8))) == left).all()


@pytest.mark.parametrize("angle", [0.0, 1.5, -3.0])
def test_ink_that_is_known_is_not_looked_for_again(angle: float) -> None:
    page = sheet(["Kommunstyrelsen beslutar att anslå 25 000 kronor"] * 20, 100, height=600).convert("L")
    page = page.rotate(angle, fillcolor=255)
    ink = ink_of(page)
    assert skew_of(page, ink) == skew_of(page)
    assert lies_sideways(page, ink) == lies_sideways(page)
    assert skew_of(Image.new("L", page.size, 255), ink) == pytest.approx(angle, abs=0.3)


FAINT = "Kommunstyrelsen beslutade den 12 mars 2024 att anslå 400 000 kronor till översynen."


def faded(edge: int) -> Image.Image:
    """A page whose bold heading is dark and whose lines are faint, with black edges so many pixels wide."""
    pixels = np.asarray(sheet([FAINT] * 12, 150, height=400).convert("L"), dtype=np.float32)
    pixels = 225 - (255 - pixels) * 0.16
    pixels[40:60, 100:400] = 100
    pixels[:, :edge] = pixels[:, -edge:] = pixels[:edge] = pixels[-edge:] = 15
    return Image.fromarray(pixels.astype(np.uint8))


@pytest.mark.parametrize("edge", [1, 6, 12])
def test_faint_ink_is_seen_beside_black_edges(edge: int) -> None:
    ready = np.asarray(prepare(faded(edge)))
    darkest = np.percentile(ready[80:-20, 20:-20], 2)
    assert np.percentile(ready, 60) - darkest > 45  # of 36 at first
    assert ready[:, 0].min() == 255


def test_a_good_page_is_left_alone() -> None:
    page = sheet([FAINT] * 12, 150, height=400).convert("L")
    assert np.array_equal(np.asarray(prepare(page)), np.asarray(page))
