"""How well meeting packs are parted: packs made at random of memos and papers whose bounds are known.

    python bench/packs.py [MEMO.pdf …] [--packs 200] [--misses]

Prints the share of pages put in the right memo: a memo's page in that memo's document, an appendix's page in a
document attached to the memo it follows, an agenda's page in one that is attached to none. And whether any of the
memos was split when read alone. Memos are those of samples/, bench/memos/ and ../shared where nothing is named.
"""

import argparse
import lzma
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bench.packs_papers import Prose, agenda, appendix  # noqa: E402
from pipeline.memo.memo import PacketKind  # noqa: E402
from pipeline.memo.packets import find_packets, find_starts, packets_of  # noqa: E402
from pipeline.memo.packets_looks import Look, look_at  # noqa: E402
from pipeline.memo.packets_scores import evidence, own_numbers, score  # noqa: E402
from pipeline.read.files import open_source, read_page  # noqa: E402
from pipeline.read.page import Box, Page, ReadAs, Word  # noqa: E402

SHARED = ROOT.parent / "shared"
FOLDERS = (SHARED / "gold" / "digital", SHARED / "real", ROOT / "samples" / "digital", ROOT / "bench" / "memos")
CORPUS = SHARED / "corpus" / "kommunala_bilagor.txt.xz"


@dataclass(frozen=True)
class Paper:
    """A document of a pack. memo: it has a row of its own."""

    name: str
    pages: list[Page]
    looks: list[Look]
    memo: bool


@dataclass(frozen=True)
class Place:
    """Where a page belongs: the pack's page that its memo begins on (None for an agenda), and whether it is the
    memo's own."""

    owner: int | None
    own: bool


def memos(files: list[Path]) -> list[Paper]:
    """Each file read once, by text layer: OCR would measure something else and take its time."""
    papers = []
    for file in files:
        source = open_source(file)
        pages = [read_page(file, source.kind, n + 1) for n in range(source.pages)]
        if pages and all(p.read_as is ReadAs.DIGITAL for p in pages):
            papers.append(Paper(file.name, pages, [look_at(p) for p in pages], memo=True))
    return papers


def prose() -> Prose:
    """Paragraphs of some length."""
    with lzma.open(CORPUS, "rt", encoding="utf-8") as handle:
        return [line.strip() for line in handle if 200 < len(line) < 1500]


def scanned(page: Page, rng: random.Random) -> Page:
    """The page as OCR might give it: sizes that waver, letters lost, nothing bold, places that tremble."""

    def blurred(word: Word) -> Word:
        text = "".join(rng.choice("acelnoitr.") if rng.random() < 0.01 else c for c in word.text)
        dx, dy = rng.uniform(-1, 1), rng.uniform(-1, 1)
        box = Box(word.box.x0 + dx, word.box.y0 + dy, word.box.x1 + dx, word.box.y1 + dy)
        size = word.size * rng.uniform(0.88, 1.15)
        return replace(word, text=text, box=box, size=size, bold=False, picture=False, confidence=0.9)

    return replace(page, words=tuple(blurred(w) for w in page.words), read_as=ReadAs.OCR, rules=())


def stamped(page: Page, number: int, total: int) -> Page:
    """The page with a number that runs through the whole pack."""
    text = f"Sida {number} av {total}".split()
    x, y = page.width - 110, page.height - 14
    words = tuple(Word(w, Box(x + 22 * i, y - 8, x + 22 * i + 18, y), size=8) for i, w in enumerate(text))
    return replace(page, words=(*page.words, *words))


def make(rng: random.Random, known: list[Paper], appendices: list[Paper], agendas: list[Paper]) -> list[Paper]:
    """A pack: most often an agenda, then memos with none to four papers after each."""
    pack = [rng.choice(agendas)] if rng.random() < 0.8 else []
    for paper in rng.sample(known, rng.randint(4, min(14, len(known)))):
        pack += [paper, *rng.sample(appendices, rng.choice((0, 0, 1, 1, 2, 4)))]
    if rng.random() < 0.4:  # some of the papers are scans
        pack = [_as_scan(p, rng) if rng.random() < 0.4 else p for p in pack]
    if rng.random() < 0.2:
        total, number, through = sum(len(p.pages) for p in pack), 0, []
        for paper in pack:
            pages = [stamped(page, number + n, total) for n, page in enumerate(paper.pages, 1)]
            number += len(pages)
            through.append(replace(paper, pages=pages, looks=[look_at(p) for p in pages]))
        pack = through
    return pack


def _as_scan(paper: Paper, rng: random.Random) -> Paper:
    pages = [scanned(p, rng) for p in paper.pages]
    return replace(paper, name=paper.name + " (scan)", pages=pages, looks=[look_at(p) for p in pages])


def truth(pack: list[Paper]) -> list[Place]:
    """Where each page belongs."""
    places: list[Place] = []
    owner: int | None = None
    for paper in pack:
        if paper.memo:
            owner = len(places)
        places += [Place(owner, paper.memo)] * len(paper.pages)
    return places


def found(looks: list[Look]) -> list[Place]:
    """Where the program puts each page."""
    packets = packets_of(looks)
    places: list[Place] = []
    for packet in packets:
        other = packet.kind is PacketKind.OTHER
        owner = packet.first if not other else None if packet.owner is None else packets[packet.owner].first
        places += [Place(owner, not other)] * (packet.last - packet.first + 1)
    return places


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("memos", nargs="*", type=Path)
    parser.add_argument("--packs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--misses", action="store_true", help="print each page that is in the wrong place")
    arguments = parser.parse_args()
    if not CORPUS.exists():
        print(f"{CORPUS} is missing: the papers between the memos are made of its prose", file=sys.stderr)
        return 3
    began = time.perf_counter()
    files = arguments.memos or sorted(f for folder in FOLDERS for f in folder.rglob("*.pdf") if "scan" not in str(f))
    known = memos(files)
    split = [p.name for p in known if len(find_packets(p.pages)) > 1]
    read = time.perf_counter()
    rng, text = random.Random(arguments.seed), prose()
    appendices = [_paper("appendix", appendix(rng, text)) for _ in range(300)]
    agendas = [_paper("agenda", agenda(rng, text)) for _ in range(30)]
    pages = right = own = own_right = 0
    whole = every = 0
    misses: Counter[str] = Counter()
    for number in range(arguments.packs):
        pack = make(rng, known, appendices, agendas)
        looks = [look for paper in pack for look in paper.looks]
        wanted, got = truth(pack), found(looks)
        names = [(paper.name, n) for paper in pack for n in range(1, len(paper.pages) + 1)]
        numbers, starts = own_numbers(looks), find_starts(looks)
        for i, (want, have) in enumerate(zip(wanted, got, strict=True)):
            pages += 1
            right += want == have
            own += want.own
            own_right += want.own and want == have
            if want != have:
                misses[names[i][0]] += 1
                if arguments.misses:
                    said = evidence(looks, i, numbers, max(s for s in starts if s < i)) if i else []
                    print(number, i + 1, names[i], want, have, score(said), " ".join(said))
        bounds = {w.owner for w in wanted if w.own}
        every += len(bounds)
        whole += sum(
            all((w.own and w.owner == s) == (g.own and g.owner == s) for w, g in zip(wanted, got, strict=True))
            for s in bounds
        )
    ended = time.perf_counter()
    print(f"{len(known)} memos, {sum(len(p.pages) for p in known)} pages; split when read alone: {split or 'none'}")
    print(f"{arguments.packs} packs, {pages} pages; in the right memo: {right / pages:.4f}")
    print(f"memos' own pages {own}; in the right memo: {own_right / own:.4f}; memos found whole: {whole / every:.4f}")
    print(f"read in {read - began:.1f} s, packs made and parted in {ended - read:.1f} s")
    for name, count in misses.most_common(12):
        print(f"  {count:5} wrong: {name}")
    return 0


def _paper(name: str, pages: list[Page]) -> Paper:
    return Paper(name, pages, [look_at(p) for p in pages], memo=False)


if __name__ == "__main__":
    sys.exit(main())
