"""How long date expressions take, and that long runs of one thing take time in proportion to their length.

Run: python bench/dates.py [FILE.txt …]. Figures go to standard output; exits 1 if a run is worse than linear.
"""

import sys
import time
from datetime import date
from pathlib import Path

from pipeline.forms.dates import find_dates

ANCHOR = date(2019, 8, 19)
UNITS = (
    "1", "1 ", "a", "a ", " ", "\n", "12 ", "1-", "1/2 ", "2012-", "2019 ", "20190101", "mars ", "1 mars ", "vår", "v ",
    "den 1, ", "år 2019-", "andra ", "senast ", "beslut ", "l", "lI0 ", "kvartal ", "till ", "1–", "(", ".", "maj–",
)  # fmt: skip
SIZE = 100_000
MOST = 2.5  # times as long for twice the text


def seconds(text: str, tries: int = 3) -> float:
    best = float("inf")
    for _ in range(tries):
        begin = time.process_time()
        find_dates(text, ANCHOR)
        best = min(best, time.process_time() - begin)
    return best


def main(paths: list[str]) -> int:
    for path in paths:
        text = Path(path).read_text(encoding="utf-8", errors="replace")
        print(f"{path}: {len(text)} characters in {seconds(text) * 1000:.2f} ms")
    bad = 0
    for unit in UNITS:
        half, whole = (seconds((unit * (size // len(unit) + 1))[:size]) for size in (SIZE, 2 * SIZE))
        ratio = whole / max(half, 0.05)  # less is noise
        bad += ratio > MOST
        print(
            f"{unit!r:12} {half:8.3f} s  {whole:8.3f} s  × {ratio:.2f}{'  worse than linear' if ratio > MOST else ''}"
        )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
