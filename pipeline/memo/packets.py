"""Meeting packs: a file that holds memo after memo, with appendices between them, is parted into its documents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.memo.memo import PacketKind, SectionKind
from pipeline.memo.packets_looks import Look, look_at
from pipeline.memo.packets_scores import begins, own_numbers
from pipeline.read.page import Page
from pipeline.resources import table


@dataclass(frozen=True, slots=True)
class Packet:
    """Pages first to last (0-based, inclusive) of a file. owner: index of the packet that it is an appendix to."""

    first: int
    last: int
    kind: PacketKind
    owner: int | None = None


def find_packets(pages: Sequence[Page]) -> list[Packet]:
    """The documents in a file's pages, in order: they cover all pages. One of kind WHOLE where it is no pack."""
    if not pages:
        return []
    if len(pages) == 1:
        return [Packet(0, 0, PacketKind.WHOLE)]
    return packets_of([look_at(page) for page in pages])


def packets_of(looks: Sequence[Look]) -> list[Packet]:
    """The same for pages that have been looked at; at least one."""
    starts = find_starts(looks)
    if len(starts) == 1:
        return [Packet(0, len(looks) - 1, PacketKind.WHOLE)]
    ends = [start - 1 for start in starts[1:]] + [len(looks) - 1]
    kinds = [_kind(looks[first : last + 1]) for first, last in zip(starts, ends, strict=True)]
    if kinds[0] is PacketKind.OTHER and not _is_agenda(looks[0]) and PacketKind.MEMO not in kinds:
        kinds[0] = PacketKind.MEMO  # a paper with its appendices
    packets: list[Packet] = []
    owner: int | None = None
    for first, last, kind in zip(starts, ends, kinds, strict=True):
        if kind is PacketKind.OTHER:
            packets.append(Packet(first, last, kind, owner))
        else:
            owner = len(packets)
            packets.append(Packet(first, last, kind))
    return packets


def find_starts(looks: Sequence[Look]) -> list[int]:
    """The pages (0-based) on which a document begins; the first page always."""
    numbers = own_numbers(looks)
    starts = [0]
    for i in range(1, len(looks)):
        if begins(looks, i, numbers, starts[-1]):
            starts.append(i)
    return starts


def _is_agenda(look: Look) -> bool:
    return any(kind == "agenda" for kind, _ in look.kinds)


def _kind(looks: Sequence[Look]) -> PacketKind:
    said = {kind for kind, _ in looks[0].kinds}
    if "appendix" in said:
        return PacketKind.OTHER
    if "minutes" in said and "memo" not in said and not said & {"agenda"}:
        return PacketKind.MINUTES
    worth = sum(_worth()[name] for name in _kind_evidence(looks, said))
    return PacketKind.MEMO if worth > 0 else PacketKind.OTHER


def _kind_evidence(looks: Sequence[Look], said: set[str]) -> Iterator[str]:
    """The names of what speaks for and against a document's being a memo. said: the kinds that its top names."""
    first = looks[0]
    opens = {kind for look in looks[:2] for kind in look.opens}
    many = len(first.labels) >= 2
    headed = first.addressee and bool(first.diarienummer or first.dates or many)
    yield "always"
    yield from said & {"memo", "paper", "agenda"}
    if "other" in said and "memo" not in said:
        yield "other_in_a_head" if headed else "other"
    if many:
        yield "labels"
    if len(first.labels) >= 3:
        yield "labels_many"
    if first.addressee:
        yield "addressee"
    if first.diarienummer:
        yield "diarienummer"
    if headed:
        yield "head"
    if SectionKind.PROPOSAL in opens:
        yield "proposal"
    if SectionKind.SUMMARY in opens:
        yield "summary"
    if any(look.closes for look in looks):
        yield "closes"


@cache
def _worth() -> dict[str, float]:
    return {row["evidence"]: float(row["weight"]) for row in table("memo/data/packets_kinds.csv")}
