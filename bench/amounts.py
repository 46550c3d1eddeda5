"""How long the grammar of amounts takes on texts made to be slow: twice the text must take about twice the time.

    python -m bench.amounts

Prints, for each kind of text, the time for 100 kB and for 200 kB and their ratio; exits with 1 where a ratio is above
LIMIT. The component is measured too, on one paragraph of that text.
"""

import sys
import time
from collections.abc import Callable

from pipeline.extract.facts import Facts
from pipeline.extract.pipeline import build
from pipeline.forms.amounts import find_amounts
from pipeline.memo.memo import Block, BlockKind, Memo, Section, SectionKind

LIMIT = 2.5
SIZE = 100_000
TEXTS = {
    "digits": "1",
    "groups of three": "123 ",
    "groups with points": "123.",
    "single digits": "1 ",
    "spaces": " ",
    "letters": "a",
    "number words": "en",
    "number words apart": "hundra och en ",
    "minus signs": "−",
    "amounts": "kostnaden 5 mnkr, ",
    "ranges": "5 kr–",
    "lists": "10, 20 och ",
    "rates": "5 kr per ",
    "percent signs": "%",
    "qualifiers": "upp till högst ca ",
    "brackets": "5 (en ",
}


def component(text: str) -> object:
    """`lupp_amounts` on a memo of one paragraph."""
    block = Block(BlockKind.PARAGRAPH, 0, len(text), 1, content=0)
    section = Section(SectionKind.BODY, 0, len(text), 0)
    nlp = build()
    doc = nlp.make_doc("")
    doc._.memo = Memo(1, 1, text, (), (-1,) * len(text), (block,), (section,))
    doc._.facts = Facts()
    return dict(nlp.pipeline)["lupp_amounts"](doc)


def seconds(work: Callable[[str], object], text: str) -> float:
    """The best of three."""
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        work(text)
        best = min(best, time.process_time() - begun)
    return best


def main() -> int:
    works: dict[str, Callable[[str], object]] = {
        "find_amounts": find_amounts, "component": component,
    }  # fmt: skip
    slow = 0
    for name, work in works.items():
        work("värm upp 5 kr")
        for kind, piece in TEXTS.items():
            once, twice = (seconds(work, piece * (size // len(piece))) for size in (SIZE, 2 * SIZE))
            ratio = twice / once if once > 0.01 else 1.0  # shorter than that is noise
            slow += ratio > LIMIT
            print(f"{name:14} {kind:20} {once * 1000:8.1f} ms {twice * 1000:8.1f} ms  x {ratio:.2f}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
