"""The second reader: reads again what matters, so that no number stands on one reader's word.

Tesseract reads the page; PP-OCR's network reads pictures of its lines. Where the two differ on a digit both look once
more, at another scale, and only what both then say is agreed.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from PIL import Image, ImageFilter

from pipeline.read.faults import ReadError
from pipeline.read.second_align import Heard, Spot, align
from pipeline.read.second_alone import read_alone, read_missed
from pipeline.read.second_crops import (
    after_speck,
    cut,
    digit_width,
    gap_within,
    ink_beside,
    margins,
    runs_of,
    stack,
    windows,
)
from pipeline.read.second_forms import Form, form
from pipeline.read.second_judge import (
    agree,
    cut_off,
    grouped,
    has_digits,
    is_day,
    preferred,
    settle,
    sign_lost,
    without_dirt,
)
from pipeline.read.second_model import Line, recognise, usable
from pipeline.read.second_torn import whole
from pipeline.read.stacked import settled, tall
from pipeline.read.tesseract import BLOCK, Reading, read_picture

UNSURE = 0.85  # Tesseract's confidence in a word below which its line is read again
SIGNS = frozenset("§$%²³?")  # what is read again too, for what it may stand for
CLEAR = 0.90  # the network's, in its least sure character, at which it is believed against Tesseract
DIM = 0.90  # Tesseract's confidence below which letters are rather taken from the network
NARROW = 0.5  # of a box's height, a character's width below which it cannot be whole: digits are about 0.7 wide
DISPUTED, SIGN_SURE = 0.5, 0.8  # confidence of a word on which the readers differ, and of a § or % among digits
SPARE = 0.4  # of a digit's width: how far a box may differ from its digits
DIGIT = 0.75  # of a word's height: how wide a digit is with the paper beside it
LONG, TWIN = 4, 1.12  # letters of a word, and times its twin's width, that tell of a sign left out
MINUS = re.compile(r"[-–—−‐‑]+ ?(?=[0-9])")
WIDEST = 1.4  # times as wide as high; an M is as wide as it is high
WIDER = 0.8  # of the height: paper, or what is there, beside words in a second picture of them
AGAIN_PAD, AGAIN_SCALE, AGAIN_MARGIN = 0.30, 1.6, 60
CLEANED = 3  # pixels; specks of less are gone
MOST_CLEANED = 12
MOST = 60  # disputed words on a page that are looked at once more; a page with more is not legible

__all__ = ["read_again", "read_alone", "read_some", "usable"]


@dataclass(slots=True)
class _Case:
    """A word that the two readers read differently: what each has read there so far."""

    index: int
    near: list[int]  # the word with its neighbours
    ones: list[str]
    twos: list[str]
    heard: Heard
    before: str = ""  # the two words before it on its line
    after: str = ""
    picture: Image.Image | None = None
    spots: list[Spot] = field(default_factory=list)

    def form(self, text: str) -> Form:
        """What the form of such a word says of it in this place."""
        return form(text, self.before, self.after)

    @property
    def settled(self) -> str | None:
        return settle(self.ones, self.twos, self.form)


def read_again(image: Image.Image, dpi: float, readings: Sequence[Reading]) -> list[Reading]:
    """The readings with what the second reader says. Words may get another text, or be parted in several.

    image: the picture that Tesseract read. Readings of lines that are not read again come back as they are.
    """
    doubtful = tall(readings)
    missed = _missed(image, dpi, [r for i, r in enumerate(readings) if i not in doubtful] if doubtful else readings)
    if doubtful:
        readings, missed = settled(readings, doubtful, missed)
    wanted = {index for index, reading in enumerate(readings) if _matters(reading)} | _wider_twins(readings)
    return read_some(image, dpi, readings, wanted) + missed


def read_some(image: Image.Image, dpi: float, readings: Sequence[Reading], wanted: Collection[int]) -> list[Reading]:
    """The readings, of which some (by index) are read again; what was read by both already stays as it is."""
    found: dict[int, Heard] = {}
    cases: list[_Case] = []
    for run in runs_of(readings):
        for part in windows(run, wanted):
            cases += _heard(image, readings, part, found)
    _look_again(image, dpi, readings, cases[:MOST])
    settled = {case.index: _settled(image, readings[case.index], case, readings) for case in cases}
    likely = {case.index: preferred(case.ones, case.twos, case.form) for case in cases}
    done: list[Reading] = []
    for index, reading in enumerate(readings):
        if index in found:
            if not found[index].text and _no_character(reading):
                continue
            decided = _decided(reading, found[index], settled.get(index), index in settled, likely.get(index))
            decided = [replace(r, agreed=r.agreed and not gap_within(image, r)) for r in decided]
            decided = [_without_speck(image, r) for r in decided]
            torn = found[index].runs_on and index - 1 in found and done and done[-1].line == reading.line
            if torn and (joined := whole(done[-1], decided[0])) is not None:
                done.pop()
                decided[0] = joined
            done += decided
        else:
            done.append(reading)
    return done


def _without_speck(image: Image.Image, word: Reading) -> Reading:
    """The word without a minus that is a speck, which both readers may take for one; they are not agreed then."""
    if not MINUS.match(word.text) or (x0 := after_speck(image, word)) is None:
        return word
    bare = MINUS.sub("", word.text)
    return replace(word, text=bare, x0=x0, agreed=False, confidence=min(word.confidence, DISPUTED), first=word.text)


def _matters(word: Reading) -> bool:
    return has_digits(word.text) or word.confidence < UNSURE or not SIGNS.isdisjoint(word.text)


def _wider_twins(readings: Sequence[Reading]) -> set[int]:
    """Words that are wider than the same word on their line: a sign was left out, "Avvikelse" beside "Avvikelse %"."""
    least: dict[tuple[int, str], float] = {}
    for word in readings:
        key = word.line, word.text
        least[key] = min(least.get(key, word.x1 - word.x0), word.x1 - word.x0)
    return {
        index
        for index, word in enumerate(readings)
        if len(word.text) >= LONG and word.x1 - word.x0 > TWIN * least[word.line, word.text]
    }


def _heard(
    image: Image.Image, readings: Sequence[Reading], part: Sequence[int], found: dict[int, Heard]
) -> list[_Case]:
    """Let the second reader read some words of one line; what it reads goes into `found`, the disputes come back."""
    words = [readings[i] for i in part]
    beside = [reading for reading in readings if reading.line == words[0].line and reading not in words]
    picture, spots = cut(image, words, beside=beside)
    line = recognise(picture)
    if line is None:
        return []
    cases = []
    wider = None
    for rank, (index, heard) in enumerate(zip(part, align(spots, line), strict=True)):
        if readings[index].second is not None:
            continue
        found[index] = heard
        text = readings[index].text
        if text == "•" or not (has_digits(text) or has_digits(heard.text)):
            continue
        near = list(part[max(0, rank - 1) : rank + 2])
        case = _Case(index, near, [text], [heard.text], heard, *_around(readings, index))
        if agree(text, heard.text) and case.form(text) is not Form.PLAIN:
            cases.append(case)
            continue
        if agree(text, heard.text):
            if not _at_open_end(image, words, rank):
                continue
            # ink goes on beyond the picture: what both say of its last word must hold for a wider one too
            if wider is None:
                wider = _read_wider(image, words)
            if agree(text, wider[rank].text):
                continue
            found[index] = case.heard = wider[rank]
            case.twos = [case.heard.text]
        cases.append(case)
    return cases


def _around(readings: Sequence[Reading], index: int) -> tuple[str, str]:
    """The two words before a word, and the one after it, on its line."""
    line = readings[index].line
    before = [r.text for r in readings[max(0, index - 2) : index] if r.line == line]
    after = [r.text for r in readings[index + 1 : index + 2] if r.line == line]
    return " ".join(before), " ".join(after)


def _at_open_end(image: Image.Image, words: Sequence[Reading], rank: int) -> bool:
    """Whether the word stands at an end of a picture that does not end on paper."""
    if 0 < rank < len(words) - 1:
        return False
    left, right = margins(image, words)
    return (rank == 0 and left is None) or (rank == len(words) - 1 and right is None)


def _read_wider(image: Image.Image, words: Sequence[Reading]) -> list[Heard]:
    picture, spots = cut(image, words, side=WIDER)
    line = recognise(picture)
    return align(spots, line) if line else [Heard() for _ in words]


def _look_again(image: Image.Image, dpi: float, readings: Sequence[Reading], cases: Sequence[_Case]) -> None:
    """Both readers read the disputed words once more, larger and with only their neighbours; and what that does not
    settle without specks, too."""
    _look(image, dpi, readings, cases, clean=False)
    odd = [case for case in cases if (text := case.settled) is None or case.form(text) is not Form.PLAIN]
    _look(image, dpi, readings, odd[:MOST_CLEANED], clean=True)


def _look(image: Image.Image, dpi: float, readings: Sequence[Reading], cases: Sequence[_Case], clean: bool) -> None:
    if not cases:
        return
    for case in cases:
        words = [readings[i] for i in case.near]
        case.picture, case.spots = cut(image, words, AGAIN_PAD)
        if clean:
            case.picture = case.picture.filter(ImageFilter.MedianFilter(CLEANED))
        line = recognise(case.picture)
        if line is not None:
            case.twos.append(align(case.spots, line)[case.near.index(case.index)].text)
    lines = _tesseract([case.picture for case in cases if case.picture], dpi)
    for case, line in zip(cases, lines, strict=False):
        case.ones.append(align(case.spots, line)[case.near.index(case.index)].text)


def _missed(image: Image.Image, dpi: float, readings: Sequence[Reading]) -> list[Reading]:
    """Lines that Tesseract did not see on the page, read by the second reader, and by Tesseract on their own."""
    missed = read_missed(image, readings)
    cuts = [cut(image, words) for words in missed]
    lines = _tesseract([picture for picture, _ in cuts], dpi) or [Line("", (), ())] * len(cuts)
    found = []
    for words, (_, spots), line in zip(missed, cuts, lines, strict=True):
        heard = [h.text for h in align(spots, line)]
        same = [bool(text) and agree(text, word.text) for text, word in zip(heard, words, strict=True)]
        if not any(same) and not _like_print("".join(word.text for word in words), "".join(heard)):
            continue
        for word, text, both in zip(words, heard, same, strict=True):
            noted = replace(word, second=word.text, agreed=both)
            if not both:
                most = DISPUTED if has_digits(word.text) else SIGN_SURE
                noted = replace(noted, first=text, confidence=min(word.confidence, most))
            found.append(noted)
    return found


def _like_print(text: str, heard: str) -> bool:
    """Whether a line that Tesseract reads otherwise is print: what is drawn by hand is read as ones and sevens."""
    figures = sum(map(str.isdigit, text))
    return sum(map(str.isalpha, text)) >= figures or is_day(text) or 2 * sum(map(str.isdigit, heard)) >= figures


def _tesseract(pictures: Sequence[Image.Image], dpi: float) -> list[Line]:
    """What Tesseract reads in each of the pictures of lines; nothing where it fails."""
    if not pictures:
        return []
    sheet, places = stack(pictures, AGAIN_SCALE, AGAIN_MARGIN)
    try:
        words = read_picture(sheet, dpi * AGAIN_SCALE, BLOCK)
    except ReadError:
        return []
    lines = []
    for picture, (top, bottom) in zip(pictures, places, strict=True):
        here = [w for w in words if top <= (w.y0 + w.y1) / 2 < bottom]
        lines.append(_as_line(here, AGAIN_MARGIN, picture.width * AGAIN_SCALE))
    return lines


def _as_line(words: Sequence[Reading], left: float, width: float) -> Line:
    """Tesseract's words as if they came from the other reader."""
    text, places, sure = "", [], []
    for word in sorted(words, key=lambda w: w.x0):
        if text:
            text += " "
            places.append((word.x0 - left) / width)
            sure.append(1.0)
        step = (word.x1 - word.x0) / len(word.text)
        text += word.text
        places += [(word.x0 + (i + 0.5) * step - left) / width for i in range(len(word.text))]
        sure += [word.confidence] * len(word.text)
    return Line(text, tuple(places), tuple(sure))


def _settled(image: Image.Image, reading: Reading, case: _Case, readings: Sequence[Reading]) -> str | None:
    """The reading that the dispute ends in; never one that a picture cut too tight has brought about."""
    text = case.settled
    if text is None or case.form(text) is not Form.PLAIN:  # dirt on the paper misleads both readers alike
        return None
    if not cut_off(text, reading.text):
        longer = any(cut_off(text, two) for two in case.twos)
        reach = digit_width(reading, readings) or DIGIT * (reading.y1 - reading.y0)
        return None if longer and ink_beside(image, reading, reach, readings) else text
    # a digit was cut off, or one was seen that is not there
    step = digit_width(reading, readings)
    fits = step is not None and text.isdecimal() and abs(reading.x1 - reading.x0 - step * len(text)) < SPARE * step
    if fits and step is not None:
        return None if ink_beside(image, reading, step, readings) else text
    return None if _narrow(reading, step) else text


def _no_character(reading: Reading) -> bool:
    """Whether a piece of a ruled line was read as a character: it is wider than any is."""
    return (
        len(reading.text) == 1
        and reading.text.isalnum()
        and reading.x1 - reading.x0 > WIDEST * (reading.y1 - reading.y0)
    )


def _narrow(reading: Reading, step: float | None = None) -> bool:
    """Whether the word's box is too narrow for its characters: some of them then stand outside the picture of it.

    step: a digit's width, where it is known; a rule beside a number makes its box higher than its digits.
    """
    least = NARROW * (reading.y1 - reading.y0) if step is None else min(NARROW * (reading.y1 - reading.y0), 0.9 * step)
    return reading.x1 - reading.x0 < least * len(reading.text)


def _decided(
    reading: Reading, heard: Heard, settled: str | None, disputed: bool, likely: str | None = None
) -> list[Reading]:
    """The word as it is to stand, with both readings. likely: the one that its form speaks for, if none is settled."""
    first, second = reading.text, heard.text
    if first == "•":  # told by its form, not by its letter
        return [reading]
    noted = replace(reading, second=second, agreed=agree(first, second))
    if disputed:
        if settled is not None:
            return _parts(replace(noted, text=settled, agreed=True), first)
        noted = replace(noted, agreed=False)
        if likely is not None:
            return _parts(replace(noted, text=likely, confidence=min(reading.confidence, DISPUTED)), first)
        if second and sign_lost(first, second):
            return _parts(replace(noted, text=second, confidence=SIGN_SURE if heard.sure >= CLEAR else DISPUTED), first)
        doubted = replace(noted, confidence=min(reading.confidence, DISPUTED))
        if cut_off(second, first) and _narrow(reading):
            return [doubted]
        return _parts(replace(doubted, text=second), first) if second and heard.sure >= CLEAR else [doubted]
    if has_digits(first) or sign_lost(first, second):
        if grouped(first, second) or (sign_lost(first, second) and heard.sure >= CLEAR):
            return _parts(replace(noted, text=second), first)
        return _parts(replace(noted, text=without_dirt(first, second)), first)
    taken = any(map(str.isalpha, second)) and not noted.agreed and SIGNS.isdisjoint(first)  # an S for a $ is no gain
    if taken and heard.sure >= CLEAR and reading.confidence < DIM:
        return _parts(replace(noted, text=second, confidence=max(reading.confidence, SIGN_SURE)), first)
    return [noted]


def _parts(reading: Reading, first: str) -> list[Reading]:
    """One reading for each word of its text; their boxes share its width by their number of characters.

    What both readers read there stands whole with each part. first: what the first reader read.
    """
    words = reading.text.split()
    if reading.text != first:
        reading = replace(reading, first=first)
    if len(words) < 2:
        return [reading]
    step = (reading.x1 - reading.x0) / (sum(map(len, words)) + len(words) - 1)
    parts, x = [], reading.x0
    for word in words:
        parts.append(replace(reading, text=word, x0=x, x1=x + step * len(word)))
        x += step * (len(word) + 1)
    return parts
