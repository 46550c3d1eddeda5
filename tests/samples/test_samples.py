"""The sample memos: labels hold, text layers say what was printed, the scan model repeats itself."""

import copy
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest

pytest.importorskip("reportlab", reason="the sample memos' engine needs reportlab: pip install -e '.[samples]'")

from samples.check_gold import personnummer_holds, problems
from samples.layout import FILES, Sheet, Style, draw, font_file, wrap
from samples.make import SCANS, memo_of
from samples.scanner import KINDS, age, seed_of

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = list(SCANS)
NEEDS_FONTS = pytest.mark.skipif(
    any(font_file(family, bold) is None for family in FILES for bold in (False, True)),
    reason="the fonts of the sample memos are not installed: apt-get install fonts-liberation fonts-dejavu-core",
)


def gold_of(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SAMPLES / "gold" / f"{name}.gold.json").read_text(encoding="utf-8"))
    return loaded


def true_of(name: str) -> str:
    return (Path(__file__).parent / "true" / f"{name}.true.txt").read_text(encoding="utf-8")


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\S+", text))


def layer(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        # the library marks a hyphen at a line's end with a character of its own
        return "\n".join(page.get_textpage().get_text_range() for page in document).replace("\ufffe", "-\n")
    finally:
        document.close()


@pytest.mark.parametrize("name", NAMES)
def test_labels_hold(name: str) -> None:
    assert list(problems(gold_of(name), true_of(name))) == []


@pytest.mark.parametrize("name", NAMES)
def test_text_layer_says_what_was_printed(name: str) -> None:
    assert words(layer(SAMPLES / "digital" / f"{name}.pdf")) == words(true_of(name))


@pytest.mark.parametrize("name", NAMES)
def test_every_form_is_there(name: str) -> None:
    scan = pypdfium2.PdfDocument(SAMPLES / "scan" / f"{name}.pdf")
    digital = pypdfium2.PdfDocument(SAMPLES / "digital" / f"{name}.pdf")
    legacy = (SAMPLES / "legacy" / f"{name}.txt").read_text(encoding="utf-8")
    assert len(scan) == len(digital) == legacy.count("\f") + 1
    assert not any(page.get_textpage().get_text_range().strip() for page in scan)
    assert not re.search("[åäöÅÄÖ]", legacy)


def test_no_label_without_a_memo() -> None:
    assert sorted(p.name.split(".")[0] for p in (SAMPLES / "gold").iterdir()) == sorted(NAMES)


def test_the_whole_is_small() -> None:
    assert sum(p.stat().st_size for p in SAMPLES.rglob("*") if p.is_file()) < 8 * 2**20


@NEEDS_FONTS
def test_a_memo_drawn_again_is_the_same(tmp_path: Path) -> None:
    name = "10-minutes"
    assert draw(memo_of(name), tmp_path / "a.pdf") == true_of(name)
    draw(memo_of(name), tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@pytest.mark.parametrize("change", [
    ("dates", "date_from", "2012-02-30"), ("dates", "role", "someday"), ("dates", "text", "1 mars 1066"),
    ("amounts", "amount_sek", 1), ("amounts", "value", -0.123), ("amounts", "unit", "daler"),
    ("parties", "type", "firma"), ("parties", "text", "Nowhere AB"), ("decisions", "action", "ponder"),
    ("decisions", "text", "att göra något annat"), ("references", "text", "§ 9999"),
])  # fmt: skip
def test_a_wrong_label_is_seen(change: tuple[str, str, Any]) -> None:
    table, key, value = change
    gold = copy.deepcopy(gold_of("02-region"))
    gold[table][0][key] = value
    assert list(problems(gold, true_of("02-region")))


@pytest.mark.parametrize(
    ("number", "holds"), [("19121212-1212", True), ("121212-1212", True), ("19121212-1213", False)]
)
def test_check_digit(number: str, holds: bool) -> None:
    assert personnummer_holds(number) is holds


@pytest.mark.parametrize("kind", KINDS)
def test_scan_model_repeats_itself(kind: str) -> None:
    page = np.ones((120, 90), dtype=np.float32)
    page[40:50, 20:70] = 0
    one, again, other = (age(page, KINDS[kind], np.random.default_rng(seed_of("x", n))) for n in (1, 1, 2))
    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)
    assert one.shape == page.shape
    assert one.min() >= 0
    assert one.max() <= 1
    assert one[42:48, 30:60].mean() < one[70:110, 30:60].mean() - 0.3  # what was printed is still darker than the paper


def test_seeds_are_the_same_everywhere() -> None:
    assert seed_of("03-city", 1) == 3159886369


@NEEDS_FONTS
def test_wrapping() -> None:
    style = Style("Mono", 10, 12, hyphenate=True)
    room = 10 * 6.01  # ten letters of this font

    def lines(text: str) -> list[str]:
        return ["".join(t for t, _ in line).rstrip() for line in wrap(text, room, style)]

    assert lines("ett två tre fyra") == ["ett två", "tre fyra"]
    assert lines("en barna¬vårds¬central") == ["en barna-", "vårds-", "central"]
    assert lines("om 67~430 kr") == ["om 67~430", "kr"]
    assert lines("kronor 67~430") == ["kronor", "67~430"]
    assert [line[0] for line in wrap("**att** gå", room, style)] == [("att", True)]


@NEEDS_FONTS
def test_page_numbers_know_the_last_page(tmp_path: Path) -> None:
    def memo(sheet: Sheet) -> None:
        sheet.furniture = lambda s, number: (s.put(72, 40, f"{number} ({s.pages})"), None)[1]
        sheet.page()
        for _ in range(80):
            sheet.para("En rad.")

    text = draw(memo, tmp_path / "long.pdf")
    assert "1 (3)" in text
    assert "3 (3)" in text
    assert text.count("En rad.") == 80
