"""How fast the search is, and how large its index: ten kinds of query over made-up decisions, cold and warm.

    python bench/search.py OUT [DECISIONS] [ROUNDS]

Makes the corpus (`bench/search_corpus.py`) and its index in OUT where they are missing. Warm: each kind's queries are
asked ROUNDS times on one connection, facets and timeline included, twenty hits on the page. Cold: a new process, and
the index's pages thrown out of the system's cache; one query each. Prints Markdown.
"""

# ruff: noqa: E501 (tables of queries read better in long lines)
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from pipeline.site.index import ensure_index  # noqa: E402
from pipeline.site.model import Filters  # noqa: E402
from pipeline.site.query import parse  # noqa: E402
from pipeline.site.search import search  # noqa: E402
from pipeline.store.ledger import NAME  # noqa: E402

FEW = 10_000


def kinds(db: sqlite3.Connection) -> dict[str, list[str]]:
    """Ten kinds of query, twelve of each, drawn from the index itself."""
    rng = random.Random(7)
    uses = db.execute("SELECT word, uses FROM search_words WHERE length(word) > 4 ORDER BY uses DESC").fetchall()
    common = [word for word, _ in uses[:12]]
    middle = [word for word, _ in uses[200:3000]]
    rare = [word for word, n in uses if n <= 20]
    titles = [r[0] for r in db.execute("SELECT title FROM documents WHERE rowid % 997 = 0 LIMIT 200")]
    texts = [r[0] for r in db.execute("SELECT text FROM decisions WHERE rowid % 991 = 0 LIMIT 200")]
    numbers = [r[0] for r in db.execute("SELECT diarienummer FROM documents WHERE rowid % 983 = 0 LIMIT 200")]
    places = [r[0] for r in db.execute("SELECT DISTINCT municipality FROM documents LIMIT 300")]
    fold = str.maketrans("åäöÅÄÖ", "aaoAAO")

    def pick(pool: list[str]) -> list[str]:
        return rng.sample(pool, 12)

    return {
        "a word in a few memos": pick(rare),
        "a word in some memos": pick(middle),
        "a word in nearly all memos": common,
        "a part of compounds": ["skola", "vatten", "avgift", "plan", "centrum", "lokal", "trafik", "barn", "arbete", "miljö", "fråga", "nämnd"],
        "letters lost": [word.translate(fold) for word in pick([w for w in middle if set(w) & set("åäö")])],
        "a heading's words": [" ".join(title.split()[:4]) for title in pick(titles)],
        "a phrase": ['"' + " ".join(text.split()[2:5]).strip(".,") + '"' for text in pick(texts)],
        "two words, one left out": [f"{a} {b} -{c}" for a, b, c in zip(pick(middle), pick(common), pick(middle), strict=True)],
        "filters alone": [f'kommun:"{place}" år:2010-2020 belopp:>100000' for place in pick(places)],
        "diarienummer": [f"dnr:{number.split()[0]}" for number in pick(numbers)],
        "misspelt": [word[:3] + word[4] + word[3] + word[5:] for word in pick([w for w in middle if len(w) > 8])],
        "nothing: all of it": ["", "typ:beslut", "åtgärd:avslår", "säker:ja", "år:2020", "år:2010-2024", "-avtal", "typ:förslag", "belopp:>1mnkr", "nämnd:ks", "åtgärd:antar", "säker:nej"],
    }  # fmt: skip


def ask(db: sqlite3.Connection, typed: str) -> tuple[float, float, int]:
    """Milliseconds, those of CPU among them, and hits."""
    start, used = time.perf_counter(), time.process_time()
    found = search(db, parse(typed), Filters(), sort="relevance", page=1, size=20)
    return (time.perf_counter() - start) * 1000, (time.process_time() - used) * 1000, found.total


def high(times: list[float]) -> float:
    """The 95th percentile."""
    return sorted(times)[min(len(times) - 1, int(0.95 * len(times)))]


def cold(path: Path, typed: str) -> float:
    """Milliseconds of one query in a new process over an index that no cache holds."""
    handle = os.open(path, os.O_RDONLY)
    os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(handle)
    done = subprocess.run([sys.executable, __file__, "--once", str(path), typed], capture_output=True, text=True, check=True)  # fmt: skip
    return float(done.stdout)


def main() -> None:
    if sys.argv[1] == "--once":
        print(ask(sqlite3.connect(f"file:{sys.argv[2]}?mode=ro", uri=True), sys.argv[3])[0])
        return
    output, wanted, rounds = Path(sys.argv[1]), int((sys.argv[2:] or ["50000"])[0]), int((sys.argv[3:] or ["10"])[0])
    if not (output / NAME).exists():
        from search_corpus import write

        write(output, wanted)
    path, told = output / "search.sqlite", output / "seconds.txt"
    if not path.exists():  # one that is there is measured as it is, whatever made it
        began, used_before = time.perf_counter(), time.process_time()
        ensure_index(output)
        told.write_text(f"{time.perf_counter() - began:.0f} s ({time.process_time() - used_before:.0f} s of CPU)")
    took = told.read_text() if told.exists() else "?"
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    decisions = db.execute("SELECT count(*) FROM decisions WHERE kind <> 'earlier'").fetchone()[0]
    memos, text = db.execute("SELECT count(*), sum(length(CAST(text AS BLOB))) FROM texts").fetchone()
    sizes: dict[str, int] = {}
    for name, size in db.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"):
        part = "search" if name.startswith("search_") or "_search_" in name else "rows and texts"
        sizes[part] = sizes.get(part, 0) + size
    print(f"{decisions} decisions, {memos} memos of {text // memos} bytes; index made in {took}")
    print("bytes a decision: " + ", ".join(f"{part} {size / decisions:.0f}" for part, size in sorted(sizes.items())))
    print(
        "\n| query | hits (median, most) | warm p50 ms | warm p95 ms | CPU p95 ms | cold p50 ms | cold p95 ms |\n| --- | --- | --- | --- | --- | --- | --- |"
    )
    few: list[tuple[float, float]] = []
    many: list[tuple[float, float]] = []
    ask(db, "x")
    for kind, queries in kinds(db).items():
        warm: list[float] = []
        used: list[float] = []
        hits: list[int] = []
        for typed in queries:
            ask(db, typed)
        for _ in range(rounds):
            for typed in queries:
                ms, cpu, total = ask(db, typed)
                warm.append(ms)
                used.append(cpu)
                hits.append(total)
                (few if total <= FEW else many).append((ms, cpu))
        chill = [cold(path, typed) for typed in queries[:4]]
        print(
            f"| {kind} | {int(statistics.median(hits))}, {max(hits)} | {statistics.median(warm):.1f} | {high(warm):.1f}"
            f" | {high(used):.1f} | {statistics.median(chill):.0f} | {high(chill):.0f} |"
        )
    for name, times in ((f"up to {FEW} hits", few), ("more hits", many)):
        if times:
            wall, cpu = ([pair[n] for pair in times] for n in (0, 1))
            print(f"| all with {name} | | {statistics.median(wall):.1f} | {high(wall):.1f} | {high(cpu):.1f} | | |")


if __name__ == "__main__":
    main()
