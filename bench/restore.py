"""Measure how well lost letters are restored, and how little is spoilt where none are lost.

    python bench/restore.py [SHARED]

Prints the share of words that are right before and after restoring: on held-out corpus prose and on made-up municipal
sentences (`restore_sentences.txt`), both damaged by the channel of `restore_confusions.tsv` with a fixed seed; word
recall on the old OCR texts in SHARED (default ../shared), lines joined; then changes to prose that is right already,
and words a second.
"""

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.restore_material import paragraphs  # noqa: E402
from pipeline.memo.restore import restore_words  # noqa: E402
from pipeline.memo.restore_candidates import candidates  # noqa: E402
from pipeline.read.page import ReadAs  # noqa: E402
from pipeline.resources import data_path  # noqa: E402

WORDS_IN_DOCUMENT = 400
_MARKUP = re.compile(r"<(style|title)>.*?</\1>|<[^>]*>", re.DOTALL)
DEV_WORDS = 80_000


def held_out_documents(shared: Path, words: int) -> list[list[str]]:
    """Held-out prose, cut into documents, a paragraph at a time from all over the corpus."""
    lines = [line.split() for line in paragraphs(shared, held=True)]
    random.Random(1).shuffle(lines)
    documents: list[list[str]] = [[]]
    total = 0
    for line in lines:
        if total >= words:
            break
        documents[-1] += line
        total += len(line)
        if len(documents[-1]) >= WORDS_IN_DOCUMENT:
            documents.append([])
    return [d for d in documents if d]


def channel() -> dict[str, list[tuple[str, float]]]:
    """For each printed letter (or two), what it is read as, with shares."""
    shares: dict[str, list[tuple[str, float]]] = {}
    for line in data_path("memo/data/restore_confusions.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "seen")):
            seen, meant, weight = line.split("\t")
            if len(meant) == 1 and meant not in "éI" and seen != "\ufffd":
                shares.setdefault(meant, []).append((seen, float(weight) / 100))
    return shares


def damage(word: str, shares: dict[str, list[tuple[str, float]]], rng: random.Random) -> str:
    """A printed word as an English OCR reads it."""
    out = ""
    for letter in word:
        draw = rng.random()
        for seen, share in shares.get(letter, ()):
            draw -= share
            if draw < 0:
                out += seen
                break
        else:
            out += letter.translate(str.maketrans("åäöÅÄÖ", "aaoAAO"))
    return out


def bag(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]{2,}", text.casefold()))


def right(true: list[str], read: list[str]) -> int:
    return sum(t.casefold() == r.casefold() for t, r in zip(true, read, strict=True))


def measure_damaged(name: str, documents: list[list[str]], show: int = 0) -> None:
    rng, shares = random.Random(2), channel()
    before = after = total = spoilt = 0
    missed: Counter[tuple[str, str, str]] = Counter()
    for true in documents:
        seen = [damage(w, shares, rng) for w in true]
        read = [r.text for r in restore_words(seen, ReadAs.TEXT)]
        before += right(true, seen)
        after += right(true, read)
        total += len(true)
        spoilt += sum(t == s and t != r for t, s, r in zip(true, seen, read, strict=True))
        missed.update((t, s, r) for t, s, r in zip(true, seen, read, strict=True) if t.casefold() != r.casefold())
    print(
        f"{name:34} {total:7} words  before {before / total:.4f}  after {after / total:.4f}"
        f"  spoilt {spoilt / total:.5f}"
    )
    for (t, s, r), n in missed.most_common(show):
        print(f"    {n} {t}: {s} > {r}")


def measure_good(documents: list[list[str]], read_as: ReadAs, show: int = 0) -> None:
    changed = total = 0
    for true in documents:
        read = [r.text for r in restore_words(true, read_as)]
        total += len(true)
        for t, r in zip(true, read, strict=True):
            if t != r:
                changed += 1
                if show > 0:
                    print(f"    {t} > {r}")
                    show -= 1
    per = f"one in {total // changed}" if changed else "none"
    print(f"right already, read as {read_as:11} {total:7} words  changed {changed}: {per}")


def old_texts(shared: Path) -> Iterator[tuple[str, list[tuple[Path, str]]]]:
    """The folders of old OCR texts with the true text of each."""
    yield (
        "gold/legacy",
        [
            (p, _MARKUP.sub(" ", (shared / "gold/html" / f"{p.stem}.html").read_text("utf-8")))
            for p in sorted((shared / "gold/legacy").glob("*.txt"))
        ],
    )
    yield (
        "seeds/legacy",
        [
            (p, (shared / "seeds/true" / f"{p.stem}.true.txt").read_text("utf-8"))
            for p in sorted((shared / "seeds/legacy").glob("*.txt"))
        ],
    )


def measure_old_texts(shared: Path) -> None:
    for name, pairs in old_texts(shared):
        before = after = total = 0
        for path, true in pairs:
            lines = re.sub(r"(\w)-\s*\n\s*(?=[a-zåäö])", r"\1", path.read_text("utf-8"))
            truth = bag(re.sub(r"(\w)-\s*\n\s*(?=[a-zåäö])", r"\1", true))
            before += sum((truth & bag(lines)).values())
            after += sum((truth & bag(" ".join(r.text for r in restore_words(lines.split(), ReadAs.TEXT)))).values())
            total += sum(truth.values())
        print(f"{name:34} {total:7} words  before {before / total:.4f}  after {after / total:.4f}  (recall)")


def measure_speed(documents: list[list[str]]) -> None:
    shares, rng = channel(), random.Random(3)
    damaged = [[damage(w, shares, rng) for w in d] for d in documents]
    words = sum(map(len, damaged))
    candidates.cache_clear()
    for name in ("cold", "warm"):
        start = time.process_time()
        for document in damaged:
            restore_words(document, ReadAs.TEXT)
        print(f"{name}: {words / (time.process_time() - start):,.0f} words a second of one core")


def main() -> None:
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1] != "-v" else ROOT.parent / "shared"
    show = 60 if "-v" in sys.argv else 0
    start = time.process_time()
    restore_words(["x"], ReadAs.TEXT)
    print(f"loaded in {time.process_time() - start:.2f} s")
    sentences = (ROOT / "bench/restore_sentences.txt").read_text(encoding="utf-8").split()
    measure_damaged("municipal sentences, damaged", [sentences] * 10, show)
    if not (shared / "corpus").exists():
        return
    documents = held_out_documents(shared, DEV_WORDS)
    measure_damaged("held-out prose, damaged", documents, show)
    measure_old_texts(shared)
    for read_as in (ReadAs.TEXT, ReadAs.OCR):
        measure_good(documents, read_as, show)
    measure_speed(documents[:50])


if __name__ == "__main__":
    main()
