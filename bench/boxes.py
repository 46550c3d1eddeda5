"""Why boxes are held to be wrong, and how many could be right.

    .venv/bin/python bench/boxes.py PDF_FOLDER OUTPUT_FOLDER

Judges each row's box as the project's scorer of boxes does (0.8 of the row's words and all digits stand under it, for
decisions half of the words; and it holds at most 40 characters or four times those of the row's text, for decisions
twice), and tells the wrong ones apart:

- `over a line's end`: the words do stand under the box, but in no line alone: the row begins at a line's end and goes
  on where the next begins. The smallest rectangle round them holds two whole lines, and no smaller box holds them.
- `not in the text`: under the box the file's own text lacks the words: they are a picture (a logo, a scanned page).
- `other`: what the program could mend.
"""

import csv
import re
import sys
from collections import Counter
from pathlib import Path

import pypdfium2

TABLES = ("decisions", "dates", "amounts", "parties", "references")
KINDS = ("right", "over a line's end", "not in the text", "other")


def main() -> None:
    pdf_folder, output = Path(sys.argv[1]), Path(sys.argv[2])
    sources = {row["document_id"]: row["source"] for row in rows_of(output / "documents.csv")}
    pdfs: dict[Path, pypdfium2.PdfDocument] = {}
    found: Counter[tuple[str, str]] = Counter()
    for table in TABLES:
        for row in rows_of(output / f"{table}.csv"):
            path = pdf_folder / sources.get(row["document_id"], "")
            if path.suffix.casefold() == ".pdf" and path.exists():
                if path not in pdfs:
                    pdfs[path] = pypdfium2.PdfDocument(path)
                kind = judged(pdfs[path], row, table == "decisions") if row["page"] and row["box"] else "other"
                found[table, kind] += 1
                if kind == "other":
                    print(f"{path.name}, {table}: {row['text'][:70]!r}")
    for table in (*TABLES, "all"):
        told(table, Counter({kind: sum(found[t, kind] for t in TABLES if table in (t, "all")) for kind in KINDS}))


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def judged(pdf: pypdfium2.PdfDocument, row: dict[str, str], decision: bool) -> str:
    """One of KINDS."""
    page = pdf[int(row["page"]) - 1]
    textpage, height = page.get_textpage(), page.get_height()
    x0, y0, x1, y1 = map(float, row["box"].split())
    text = str(textpage.get_text_bounded(x0 - 1, height - y1 - 1, x1 + 1, height - y0 + 1))
    if not holds(text, row["text"], decision):
        return "not in the text"
    if len(text) <= max(40, len(row["text"]) * (2 if decision else 4)):
        return "right"
    in_one_line = any(holds(line, row["text"], decision) for line in text.splitlines())
    return "other" if in_one_line else "over a line's end"


def tokens(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold().replace("\u00ad", "")))


def holds(text: str, wanted: str, decision: bool) -> bool:
    """Whether the text under a box has the row's words, as the scorer asks."""
    want, got = tokens(wanted), tokens(text)
    share = sum((want & got).values()) / max(1, sum(want.values()))
    return share >= (0.5 if decision else 0.8) and (decision or all(got[word] for word in want if word.isdigit()))


def told(table: str, counts: Counter[str]) -> None:
    total = counts.total()
    if total:
        kinds = ", ".join(f"{counts[kind]} {kind}" for kind in KINDS)
        could = (counts["right"] + counts["other"]) / total
        print(f"{table:11} {counts['right'] / total:.4f} of {total}: {kinds}; could be at most {could:.4f}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main()
