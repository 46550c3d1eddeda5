"""Does the search find the right memo? A hundred queries with known answers, as typed and with letters lost.

    python bench/search_quality.py [OUT] [--misses]

Made-up memos with queries in other words and forms than theirs (`search_quality.txt`), memos with gold labels
(`search_quality_gold.txt`: those of `samples/`, and of `../shared/gold` where that folder stands), among 3 000 others
(`search_corpus.py`). Found: the right memo is among the first three hits of different memos. Four times: with both as
they are; the query without å, ä, ö; the memos worn (old OCR text of the gold ones; of the made ones å, ä and ö lost and
3 letters in 100 mistaken); and both.
"""

# ruff: noqa: E501 (rows of tables read better in long lines)
import random
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from search_corpus import Maker  # noqa: E402

from pipeline.run import run  # noqa: E402
from pipeline.settings import Settings  # noqa: E402
from pipeline.site.index import ensure_index  # noqa: E402
from pipeline.site.model import Filters  # noqa: E402
from pipeline.site.query import parse  # noqa: E402
from pipeline.site.search import search  # noqa: E402
from pipeline.site.swedish import fold  # noqa: E402
from pipeline.store.ledger import FileResult, Ledger  # noqa: E402
from pipeline.tables import MemoRows  # noqa: E402
from tests.site import make  # noqa: E402

OTHERS = 3000
SLIPS = (
    ("m", "rn"),
    ("l", "1"),
    ("l", "I"),
    ("e", "c"),
    ("c", "e"),
    ("i", "l"),
    ("n", "ri"),
    ("h", "li"),
    ("t", "f"),
    ("o", "0"),
    ("s", "5"),
)


def lines(name: str) -> list[list[str]]:
    text = (ROOT / "bench" / name).read_text(encoding="utf-8")
    return [[cell.strip() for cell in line.split("|")] for line in text.splitlines() if line and line[0] != "#"]


def worn(text: str, rng: random.Random) -> str:
    """A text as a bad OCR leaves it."""
    out = []
    for letter in text.translate(str.maketrans("åäöÅÄÖ", "aaoAAO")):
        may = [other for own, other in SLIPS if own == letter]
        out.append(rng.choice(may) if may and rng.random() < 0.06 else letter)
    return "".join(out)


def made(bad: bool) -> list[tuple[make.Case, str]]:
    """Memos and their queries."""
    rng = random.Random(5)
    found = []
    for n, (municipality, body, title, point, text, query) in enumerate(lines("search_quality.txt")):
        if bad:
            title, point, text = (worn(part, rng) for part in (title, point, text))
        case = make.Case(
            municipality, f"{n:04d}", body, "Kommunledningskontoret", title, f"{2000 + n % 25}/KS {n:04d}", f"{2000 + n % 25}-03-0{1 + n % 9}",
            ((point, "other", None),), text,
        )  # fmt: skip
        found.append((case, query))
    return found


def collection(output: Path, bad: bool) -> list[tuple[str, str]]:
    """Fill an output folder; returns query and the right document_id of each."""
    kind = "legacy" if bad else "digital"
    folders = [ROOT / "samples" / kind, ROOT.parent / "shared" / "gold" / kind]
    run(
        [f for f in folders if f.is_dir()], Settings(output=output, jobs=1, quiet=True), make=lambda jobs: make.Inline()
    )
    ledger = Ledger(output)
    ledger.db.execute("PRAGMA synchronous = OFF")
    wanted = []
    by_source = {
        Path(source).stem: document_id
        for document_id, source in ledger.db.execute("SELECT document_id, source FROM documents")
    }
    for source, query in lines("search_quality_gold.txt"):
        if source in by_source:
            wanted.append((query, by_source[source]))
    for n, (case, query) in enumerate(made(bad)):
        sha256 = f"{n:016x}" + "0" * 48
        ledger.put(FileResult(sha256, "text", 1, (), ((make.rows(case, sha256), ()),)), make.VERSION)
        wanted.append((query, sha256[:16]))
    maker = Maker(3)
    for number in range(OTHERS):
        sha, document, decisions, amounts, parties, text = maker.memo(number)
        rows = MemoRows(document, text, tuple(decisions), (), tuple(amounts), tuple(parties))
        ledger.put(FileResult(sha, "pdf", 2, (), ((rows, ()),)), make.VERSION)
    ledger.close()
    return wanted


def place(db: sqlite3.Connection, query: str, document_id: str) -> int | None:
    """The right memo's place among different memos, from 1; None where it is not among the first ten."""
    hits = search(db, parse(query), Filters(), sort="relevance", page=1, size=60, facets=False).hits
    memos = list(dict.fromkeys(hit.document_id for hit in hits))[:10]
    return memos.index(document_id) + 1 if document_id in memos else None


def main() -> None:
    asked = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    folder = Path(asked[0]) if asked else Path(tempfile.mkdtemp())
    print("| memos | queries | of | first | in the first three |\n| --- | --- | --- | --- | --- |")
    for bad in (False, True):
        output = folder / ("worn" if bad else "whole")
        shutil.rmtree(output, ignore_errors=True)
        wanted = collection(output, bad)
        db = sqlite3.connect(ensure_index(output))
        for lost in (False, True):
            places = [(place(db, fold(q) if lost else q, answer), q) for q, answer in wanted]
            first = sum(p == 1 for p, _ in places) / len(places)
            three = sum(p is not None and p <= 3 for p, _ in places) / len(places)
            print(
                f"| {'worn' if bad else 'as they are'} | {'without å, ä, ö' if lost else 'as typed'} | {len(places)} | {first:.2f} | {three:.2f} |"
            )
            if "--misses" in sys.argv:
                for p, q in places:
                    if p is None or p > 3:
                        print("   ", p, q)
        db.close()


if __name__ == "__main__":
    main()
