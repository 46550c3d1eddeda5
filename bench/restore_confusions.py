"""Count what Tesseract's English model makes of Swedish letters: set corpus text on pages, wear them, read them again.

    python bench/restore_confusions.py [SHARED [PAGES]]

Prints rows (seen, meant, per cent of the letters so printed) to weigh `pipeline/memo/data/restore_confusions.tsv` by.
Needs Tesseract with `eng` and the Liberation and DejaVu fonts. Fixed seed; some two seconds a page.
"""

import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.restore_material import paragraphs  # noqa: E402
from pipeline.memo.restore_model import fold  # noqa: E402

FONTS = ("LiberationSans-Regular", "LiberationSerif-Regular", "LiberationMono-Regular", "LiberationSans-Bold",
         "LiberationSerif-Italic", "LiberationSansNarrow-Regular", "DejaVuSans", "DejaVuSerif")  # fmt: skip
LINES = 22


def set_lines(words: Iterator[str], font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines = [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width:
            lines[-1] = longer
        elif len(lines) == LINES:
            break
        else:
            lines.append(word)
    return lines


def worn(page: Image.Image, rng: random.Random) -> Image.Image:
    """A page as scanned: blurred, noisy, askew, sometimes in black and white only."""
    level = rng.choice([0, 1, 1, 2])
    if not level:
        return page
    pixels = np.asarray(page.filter(ImageFilter.GaussianBlur(rng.uniform(0.5, 1.3)))).astype(float)
    noise = np.random.default_rng(rng.randrange(1 << 30)).normal(0, rng.uniform(4, 30), pixels.shape)
    pixels = np.where(pixels + noise > rng.uniform(110, 200), 255, 0) if level == 2 else pixels + noise
    image = Image.fromarray(pixels.clip(0, 255).astype(np.uint8))
    return image.rotate(rng.uniform(-0.6, 0.6), fillcolor=255, resample=Image.Resampling.BICUBIC)


def read(page: Image.Image, dpi: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.png"
        page.save(path, dpi=(dpi, dpi))
        return subprocess.run(
            ["tesseract", str(path), "-", "-l", "eng", "--psm", "6"], capture_output=True, text=True, check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        ).stdout  # fmt: skip


def aligned(true: list[str], seen: list[str]) -> Iterator[tuple[str, str]]:
    """Words of the page and what was read there, where the two lists go side by side."""
    matcher = SequenceMatcher(None, [fold(w) for w in true], [fold(w) for w in seen], autojunk=False)
    for kind, i, i_end, j, j_end in matcher.get_opcodes():
        if kind == "equal" or (kind == "replace" and i_end - i == j_end - j):
            yield from zip(true[i:i_end], seen[j:j_end], strict=True)


def main() -> None:
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared"
    rng = random.Random(5)
    lines = [line for line in paragraphs(shared, held=False) if 80 < len(line) < 700]
    words = (word for line in rng.sample(lines, 4000) for word in line.split())
    paths = {p.stem: p for p in Path("/usr/share/fonts").rglob("*.ttf")}
    printed: Counter[str] = Counter()
    confused: Counter[tuple[str, str]] = Counter()
    for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 60):
        dpi = rng.choice([150, 200, 200, 300])
        size = rng.choice([9, 10, 11, 12]) * dpi // 72
        font = ImageFont.truetype(str(paths[rng.choice(FONTS)]), size)
        text = set_lines(words, font, 7 * dpi - 40)
        page = Image.new("L", (7 * dpi, round(len(text) * size * 1.35) + 80), 255)
        for number, line in enumerate(text):
            ImageDraw.Draw(page).text((20, 40 + number * size * 1.35), line, font=font, fill=rng.choice([0, 0, 40]))
        for true, seen in aligned(" ".join(text).split(), read(worn(page, rng), dpi).split()):
            printed.update(true)
            for kind, i, i_end, j, j_end in SequenceMatcher(None, fold(true), fold(seen), autojunk=False).get_opcodes():
                if kind != "equal":
                    confused[seen[j:j_end], true[i:i_end]] += 1
                else:
                    pairs = zip(seen[j:j_end], true[i:i_end], strict=True)
                    confused.update(p for p in pairs if p[0].lower() != p[1].lower())
    for (seen, meant), count in confused.most_common(120):
        base = printed[meant] if len(meant) == 1 else min((printed[c] for c in meant), default=0)
        print(f"{seen}\t{meant}\t{100 * count / max(1, base):.2f}\t{count}")


if __name__ == "__main__":
    main()
