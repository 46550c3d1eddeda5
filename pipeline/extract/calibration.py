"""From how sure a rule and a reading are to how often such rows are right.

The curves (models/calibration/curves.csv) were fitted on labelled memos by `bench/calibrate.py`: for each table, and
apart for digital text and for what was read by OCR, points of a rising curve; between them straight lines.
"""

import csv
from bisect import bisect_right
from functools import cache, lru_cache

from pipeline.resources import model_path


@cache
def _curves() -> dict[tuple[str, str], tuple[list[float], list[float]]]:
    curves: dict[tuple[str, str], tuple[list[float], list[float]]] = {}
    path = model_path("calibration/curves.csv")
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as handle:
            for row in csv.DictReader(handle):
                raw, right = curves.setdefault((row["table"], row["text"]), ([], []))
                raw.append(float(row["raw"]))
                right.append(float(row["right"]))
    return curves


def value_at(xs: list[float], ys: list[float], raw: float) -> float:
    """The value at `raw` of the curve through the points (xs, ys), xs rising and not empty."""
    place = bisect_right(xs, raw)
    if place == 0:  # below all that was measured the rules' own doubt stands: a straight line from nothing
        return ys[0] * raw / xs[0] if xs[0] else ys[0]
    if place == len(xs):
        return ys[-1]
    x0, x1, y0, y1 = xs[place - 1], xs[place], ys[place - 1], ys[place]
    return y0 + (y1 - y0) * (raw - x0) / (x1 - x0)


@lru_cache(maxsize=4096)
def calibrated(table: str, digital: bool, raw: float) -> float:
    """How likely a row of `table` with the raw confidence `raw` (0 to 1) is right, 0 to 1."""
    xs, ys = _curves().get((table, "digital" if digital else "read"), ([], []))
    return value_at(xs, ys, raw) if xs else raw
