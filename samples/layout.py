"""A small layout engine for the sample memos: pages, styles, wrapped text, columns, tables, stamps.

A memo is a function that draws on a `Sheet`. It is drawn twice, since a foot such as "1 (2)" must know the number of
pages before the last one is there. Every printed line is kept as it is drawn: together they are the true text.

In texts `~` is a space that a line is not broken at (drawn as a common space), `¬` a place where a word may be
hyphenated, and `**` begins and ends bold. Lengths are points; y grows downwards from the page's top, as in the tables
of a run.
"""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONT_FOLDERS = (
    "/usr/share/fonts/truetype/liberation",
    "/usr/share/fonts/truetype/liberation2",
    "/usr/share/fonts/truetype/dejavu",
    "/usr/share/fonts/liberation-fonts",
    "/usr/share/fonts/dejavu",
)
FILES = {
    "Sans": ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    "Serif": ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf"),
    "Mono": ("LiberationMono-Regular.ttf", "LiberationMono-Bold.ttf"),
    "DejaVu": ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    "DejaVuSerif": ("DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf"),
}
WIDTH, HEIGHT = A4


def font_file(family: str, bold: bool) -> Path | None:
    """Where a font's file lies on this machine, if anywhere."""
    places = (Path(folder) / FILES[family][bold] for folder in FONT_FOLDERS)
    return next((path for path in places if path.exists()), None)


@cache
def font_name(family: str, bold: bool) -> str:
    """The registered name of a font. Raises FileNotFoundError where its file is not installed."""
    path = font_file(family, bold)
    if path is None:
        raise FileNotFoundError(
            f"{FILES[family][bold]}: install fonts-liberation and fonts-dejavu-core (see samples/README.md)"
        )
    name = f"{family}-{'Bold' if bold else 'Regular'}"
    pdfmetrics.registerFont(TTFont(name, str(path)))
    return name


@dataclass(frozen=True)
class Style:
    """How a line looks. leading: from baseline to baseline; before, after: space round a paragraph.

    heads: it is a heading, and some of the lines below stay with it.
    """

    family: str = "Serif"
    size: float = 11
    leading: float = 14
    bold: bool = False
    before: float = 0
    after: float = 7
    gray: float = 0
    underline: bool = False
    hyphenate: bool = False
    heads: bool = False

    def but(self, **changes: object) -> "Style":
        """The same style with some things changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


def _runs(text: str, style: Style) -> list[tuple[str, bool]]:
    """The text's pieces with whether each is bold."""
    return [(piece, style.bold ^ bool(i % 2)) for i, piece in enumerate(text.split("**")) if piece]


def _width(runs: Sequence[tuple[str, bool]], style: Style) -> float:
    widths = (pdfmetrics.stringWidth(t.replace("~", " "), font_name(style.family, b), style.size) for t, b in runs)
    return float(sum(widths))


def _shown(word: str) -> str:
    return word.replace("¬", "")


def wrap(text: str, width: float, style: Style) -> list[list[tuple[str, bool]]]:
    """The lines that the text takes at this width (points), each as runs of text and whether they are bold."""
    lines: list[list[tuple[str, bool]]] = []
    for part in text.split("\n"):
        words = [(w, b) for piece, b in _runs(part, style) for w in piece.replace(" ", " \0").split("\0") if w]
        line: list[tuple[str, bool]] = []
        while words:
            word, bold = words.pop(0)
            if _width([*line, (_shown(word).rstrip(" "), bold)], style) <= width:
                line.append((_shown(word), bold))
                continue
            cuts = [i for i, c in enumerate(word) if c == "¬"] if style.hyphenate else []
            fitting = [i for i in cuts if _width([*line, (_shown(word[:i]) + "-", bold)], style) <= width]
            if fitting:
                lines.append([*line, (_shown(word[: fitting[-1]]) + "-", bold)])
                words.insert(0, (word[fitting[-1] + 1 :], bold))
                line = []
            elif line:
                lines.append(line)
                words.insert(0, (word, bold))
                line = []
            else:  # wider than the column: it sticks out
                line = [(_shown(word), bold)]
        lines.append(line)
    return lines


@dataclass
class Sheet:
    """A document in the making: where the next line goes (y), between which margins, and what stands on every page."""

    path: Path
    pages: int = 0
    left: float = 72
    right: float = 72
    top: float = 72
    bottom: float = 72
    style: Style = field(default_factory=Style)
    furniture: Callable[["Sheet", int], None] | None = None
    y: float = 0
    number: int = 0
    printed: list[list[tuple[float, str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.canvas = Canvas(str(self.path), pagesize=A4, invariant=1)
        self.y = self.top

    def page(self) -> None:
        """Begin a page: heads, feet and what else stands on each."""
        if self.number:
            self.canvas.showPage()
        self.number += 1
        self.printed.append([])
        self.y = self.top
        if self.furniture:
            self.furniture(self, self.number)

    def save(self) -> None:
        """Write the file."""
        self.canvas.save()

    def true_text(self) -> str:
        """The printed words, each piece of a line on a line of its own, pages parted by an empty line."""
        return "\n".join("".join(text + "\n" for _, text in page) for page in self.printed)

    # one line

    def put(self, x: float, y: float, text: str, style: Style | None = None, align: str = "left") -> float:
        """Draw one line with its baseline at y; returns the x where it ends. align: which end x is."""
        return self._draw(x, y, _runs(text, style or self.style), style or self.style, align)

    def _draw(self, x: float, y: float, runs: Sequence[tuple[str, bool]], style: Style, align: str = "left") -> float:
        runs = [(t.replace("~", " ").replace("¬", ""), b) for t, b in runs]
        width = _width(runs, style)
        x -= width * {"left": 0, "centre": 0.5, "right": 1}[align]
        start = x
        self.canvas.setFillGray(style.gray)
        for text, bold in runs:
            name = font_name(style.family, bold)
            self.canvas.setFont(name, style.size)
            self.canvas.drawString(x, HEIGHT - y, text)
            x += pdfmetrics.stringWidth(text, name, style.size)
        if style.underline:
            self.rule(start, y + 2, x, width=0.7)
        said = "".join(t for t, _ in runs).strip()
        if said:
            self.printed[-1].append((y, said))
        return x

    def lines(self, x: float, y: float, texts: Sequence[str], style: Style | None = None, align: str = "left") -> float:
        """Draw lines one under another from baseline y; returns the baseline that would follow."""
        style = style or self.style
        for text in texts:
            self.put(x, y, text, style, align)
            y += style.leading
        return y

    def rule(
        self, x0: float, y: float, x1: float, y1: float | None = None, width: float = 0.6, gray: float = 0
    ) -> None:
        """A line, level unless y1 is given."""
        self.canvas.setStrokeGray(gray)
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, HEIGHT - y, x1, HEIGHT - (y if y1 is None else y1))

    # running text

    def need(self, height: float) -> None:
        """Begin a new page where so much does not fit on this one."""
        if self.y + height > HEIGHT - self.bottom:
            self.page()

    def gap(self, height: float) -> None:
        """Leave white space."""
        self.y += height

    def para(self, text: str, style: Style | None = None, indent: float = 0, label: str = "", keep: int = 2) -> None:
        """A paragraph; with a label (a number, a bullet, att) it hangs at the indent beside it.

        keep: so many of its first lines stay on one page.
        """
        style = style or self.style
        self.gap(style.before)
        lines = wrap(text, WIDTH - self.left - self.right - indent, style)
        self.need(style.leading * (min(len(lines), keep) + (2.5 if style.heads else 0)))
        for i, line in enumerate(lines):
            self.need(style.leading)
            base = self.y + style.size
            if i == 0 and label:
                self.put(self.left + (indent - 18 if label in "•–-" else 0), base, label, style)
            self._draw(self.left + indent, base, line, style)
            self.y += style.leading
        self.gap(style.after)

    def table(
        self,
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        style: Style,
        rules: str = "grid",
        total: bool = False,
        numbers_from: int = 1,
    ) -> None:
        """A table with a bold first row. rules: grid, rows or head; total: the last row is bold too.

        Columns from numbers_from on are set to the right.
        """
        x0, x1 = self.left, self.left + sum(widths)
        pad, height = 4, style.leading + 3
        wrapped = []
        for r, row in enumerate(rows):
            bold = r == 0 or (total and r == len(rows) - 1)
            look = style.but(bold=bold)
            wrapped.append((look, [wrap(cell, w - 2 * pad, look) for cell, w in zip(row, widths, strict=True)]))
        self.need(sum(height + (max(len(c) for c in cells) - 1) * style.leading for _, cells in wrapped[:8]))
        top = self.y
        for r, (look, cells) in enumerate(wrapped):
            deep = height + (max(len(c) for c in cells) - 1) * style.leading
            if self.y + deep > HEIGHT - self.bottom:
                self.page()
                top = self.y
            x = x0
            for c, (cell, width) in enumerate(zip(cells, widths, strict=True)):
                right = c >= numbers_from
                for k, line in enumerate(cell):
                    base = self.y + style.size + 2 + k * style.leading
                    self._draw(x + width - pad if right else x + pad, base, line, look, "right" if right else "left")
                x += width
            if rules != "head" or r == 0 or r >= len(rows) - 1 - total:
                self.rule(x0, self.y + deep, x1)
            self.y += deep
        if rules == "grid":
            self.rule(x0, top, x1)
            for i in range(len(widths) + 1):
                x = x0 + sum(widths[:i])
                self.rule(x, top, x, self.y)
        self.gap(style.after + 4)

    # what is not text set in lines

    def stamp(self, x: float, y: float, texts: Sequence[str], angle: float, style: Style) -> None:
        """A stamp in a box, turned by some degrees round its lower left corner."""
        width = max(_width([(t, style.bold)], style) for t in texts) + 14
        height = style.leading * len(texts) + 8
        self.canvas.saveState()
        self.canvas.translate(x, HEIGHT - y)
        self.canvas.rotate(angle)
        self.canvas.setStrokeGray(style.gray)
        self.canvas.setLineWidth(1.4)
        self.canvas.roundRect(0, 0, width, height, 3)
        self.canvas.setFillGray(style.gray)
        self.canvas.setFont(font_name(style.family, style.bold), style.size)
        for i, text in enumerate(texts):
            self.canvas.drawString(7, height - 4 - style.size - i * style.leading, text)
            self.printed[-1].append((y + i * style.leading, text))
        self.canvas.restoreState()

    def scrawl(self, x: float, y: float, width: float, seed: str) -> None:
        """A signature's stroke with a pen: no text, but what a scan of a signed memo has between the words."""
        dice = random.Random(seed)
        self.canvas.saveState()
        self.canvas.setStrokeColorRGB(0.1, 0.12, 0.35)
        self.canvas.setLineWidth(1.1)
        path = self.canvas.beginPath()
        path.moveTo(x, HEIGHT - y)
        steps = 7
        for i in range(1, steps + 1):
            fall = 13 * (1 - i / (steps + 2))
            nx, ny = x + width * i / steps, y + dice.uniform(-fall / 3, fall / 3)
            path.curveTo(
                nx - width / steps + dice.uniform(-4, 9),
                HEIGHT - y + dice.uniform(0, 1.7) * fall,
                nx - dice.uniform(0, 10),
                HEIGHT - y - dice.uniform(0, 0.9) * fall,
                nx,
                HEIGHT - ny,
            )
        self.canvas.drawPath(path)
        self.canvas.restoreState()

    def shield(self, x: float, y: float, size: float, kind: int = 0) -> None:
        """A coat of arms of no place at all, where a letterhead has one. kind: 0 bend, 1 wave, 2 star, 3 disc."""
        c, base = self.canvas, HEIGHT - y
        c.saveState()
        c.setStrokeGray(0.15)
        c.setLineWidth(1)
        path = c.beginPath()
        path.moveTo(x, base)
        path.lineTo(x, base - size * 0.6)
        path.curveTo(x, base - size, x + size * 0.4, base - size * 1.1, x + size * 0.42, base - size * 1.18)
        path.curveTo(
            x + size * 0.44, base - size * 1.1, x + size * 0.84, base - size, x + size * 0.84, base - size * 0.6
        )
        path.lineTo(x + size * 0.84, base)
        path.close()
        c.drawPath(path, stroke=1, fill=0)
        c.clipPath(path, stroke=0, fill=0)
        c.setFillGray(0.3)
        middle = x + size * 0.42
        if kind == 0:
            c.setLineWidth(size * 0.2)
            c.line(x, base, x + size * 0.84, base - size * 1.1)
        elif kind == 1:
            for k in (0.35, 0.6, 0.85):
                wave = c.beginPath()
                wave.moveTo(x, base - size * k)
                wave.curveTo(
                    x + size * 0.3,
                    base - size * (k - 0.2),
                    x + size * 0.5,
                    base - size * (k + 0.2),
                    x + size,
                    base - size * k,
                )
                c.setLineWidth(size * 0.07)
                c.drawPath(wave)
        elif kind == 2:
            star = c.beginPath()
            for i in range(10):
                r = size * (0.3 if i % 2 == 0 else 0.13)
                px, py = middle + r * math.sin(i * math.pi / 5), base - size * 0.5 + r * math.cos(i * math.pi / 5)
                (star.moveTo if i == 0 else star.lineTo)(px, py)
            star.close()
            c.drawPath(star, stroke=0, fill=1)
        else:
            c.circle(middle, base - size * 0.5, size * 0.24, stroke=0, fill=1)
        c.restoreState()


def draw(memo: Callable[[Sheet], None], path: Path) -> str:
    """Draw a memo into a PDF file and return its true text."""
    first = Sheet(path)
    memo(first)
    sheet = Sheet(path, pages=first.number)
    memo(sheet)
    sheet.save()
    return sheet.true_text()
