"""What the collection covers and lacks; help, about, and the interfaces for programs."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from datasette.utils.asgi import NotFound  # type: ignore[import-untyped, unused-ignore]

from pipeline.messages import spans
from pipeline.site import search as searching
from pipeline.site.asked import BadAsk
from pipeline.site.model import CoverageCell
from pipeline.site.overview import Missing, memos
from pipeline.site.pages import View, ask, page, render
from pipeline.site.state import site_of
from pipeline.tables import TABLES, columns

SHADES = 5
FEW = 8  # memos: fewer in a cell never have the darkest shade
MOST_FILES = 200  # that are listed at once
MOST_DETAILED = 25  # municipalities whose bodies are all shown on one page
MOST_LISTED = 500  # memos of one cell
MOST_COLUMNS = 40  # years side by side


@dataclass(frozen=True, slots=True)
class Square:
    """Memos of one body in one year. shade: 0 for none, up to SHADES. address: the list of them."""

    year: int | None
    memos: int
    review: int
    shade: int
    address: str


@dataclass(frozen=True, slots=True)
class BodyRow:
    body: str
    squares: tuple[Square, ...]
    total: int
    address: str


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality's part of the collection. years: the columns of its own table; None: without a date. whole: all
    its bodies together, in the columns that all municipalities share."""

    municipality: str
    whole: tuple[Square, ...]
    years: tuple[int | None, ...]
    bodies: tuple[BodyRow, ...]
    memos: int
    gaps: tuple[tuple[str, tuple[int, ...]], ...]


@page
async def coverage(datasette: Any, request: Any) -> Any:
    """`/tackning`."""
    cells, missing = await ask(datasette, lambda db: (searching.coverage(db), searching.missing(db)))
    whole = request.args.get("alla") == "ja"
    shown = places(cells, missing)
    one = request.args.get("kommun")
    chosen = [place for place in shown if place.municipality == one]
    if one is not None and not chosen:
        raise NotFound("kommun")
    failed = [file for file in missing.files if file[2] == "failed"]
    skipped = [file for file in missing.files if file[2] != "failed"]
    years = sorted({cell.year for cell in cells if cell.year is not None and cell.memos})
    return await render(
        datasette,
        request,
        "coverage.html",
        places=shown,
        detailed=chosen or (shown if len(shown) <= MOST_DETAILED else []),
        one=one,
        years=_years({cell.year for cell in cells if cell.memos}),
        spans=spans,
        memos=sum(cell.memos for cell in cells),
        review=sum(cell.review for cell in cells),
        senders=len({cell.municipality for cell in cells if cell.municipality}),
        first=years[0] if years else None,
        last=years[-1] if years else None,
        failed=failed if whole else failed[:MOST_FILES],
        skipped=skipped if whole else skipped[:MOST_FILES],
        failed_count=len(failed),
        skipped_count=len(skipped),
    )


def places(cells: tuple[CoverageCell, ...], missing: Missing) -> list[Place]:
    """The cells as tables, one for each municipality, those without a name last."""
    shared = _years({cell.year for cell in cells if cell.memos})
    sums = _sums(cells)
    # so few memos that a single one would be the most are not shown as many
    most, most_whole = max((FEW, *map(_memos, cells))), max((FEW, *map(_memos, sums.values())))
    made = []
    for name in sorted({cell.municipality for cell in cells}, key=lambda name: (not name, name.casefold())):
        own = {(cell.body, cell.year): cell for cell in cells if cell.municipality == name and cell.memos}
        if not own:
            continue
        years = _years({year for _, year in own})
        bodies = []
        for body in sorted({body for body, _ in own}, key=lambda body: (not body, body.casefold())):
            squares = tuple(_square(own.get((body, year)), name, body, year, most) for year in years)
            total = sum(cell.memos for (of, _), cell in own.items() if of == body)
            bodies.append(BodyRow(body, squares, total, _address(name, body, None)))
        gaps = tuple((body, years) for of, body, years in missing.gaps if of == name)
        whole = tuple(_square(sums.get((name, year)), name, None, year, most_whole) for year in shared)
        made.append(Place(name, whole, years, tuple(bodies), sum(body.total for body in bodies), gaps))
    return made


def _sums(cells: tuple[CoverageCell, ...]) -> dict[tuple[str, int | None], CoverageCell]:
    """All bodies of a municipality in a year as one cell."""
    sums: dict[tuple[str, int | None], CoverageCell] = {}
    for cell in cells:
        if cell.memos:
            key = cell.municipality, cell.year
            old = sums.get(key, CoverageCell(cell.municipality, "", cell.year, 0, 0, 0))
            sums[key] = replace(old, memos=old.memos + cell.memos, review=old.review + cell.review)
    return sums


def _memos(cell: CoverageCell) -> int:
    return cell.memos


def _years(there: set[int | None]) -> tuple[int | None, ...]:
    """The columns: every year from the first to the last, only those with memos where that would be too many."""
    known = sorted(year for year in there if year is not None)
    columns: list[int | None] = list(known)
    if known and known[-1] - known[0] < MOST_COLUMNS:
        columns = list(range(known[0], known[-1] + 1))
    return (*columns, None) if None in there else tuple(columns)


def _square(cell: CoverageCell | None, municipality: str, body: str | None, year: int | None, most: int) -> Square:
    if cell is None:
        return Square(year, 0, 0, 0, "")
    shade = max(1, min(SHADES, round(SHADES * (cell.memos / max(1, most)) ** 0.5)))
    return Square(year, cell.memos, cell.review, shade, _address(municipality, body, "" if year is None else year))


def _address(municipality: str, body: str | None, year: int | str | None) -> str:
    """The list of the memos that a cell counts. body None: all bodies; "" where none is stated."""
    pairs = [("kommun", municipality)]
    pairs += [("organ", body)] if body is not None else []
    pairs += [("ar", str(year))] if year is not None else []
    return f"/handlingar?{urlencode(pairs)}"


@page
async def listing(datasette: Any, request: Any) -> Any:
    """`/handlingar?kommun=&organ=&ar=`: the memos that a cell of the coverage counts; an empty value: not stated."""
    args = request.args
    municipality, body, year = (args.get(name) for name in ("kommun", "organ", "ar"))
    if year and not (year.isascii() and year.isdecimal() and len(year) == 4):
        raise BadAsk("error.bad_year", value=year[:60])
    wanted: int | str | None = int(year) if year else year
    found = await ask(datasette, lambda db: memos(db, municipality, body, wanted, MOST_LISTED + 1))
    return await render(
        datasette,
        request,
        "listing.html",
        memos=found[:MOST_LISTED],
        more=len(found) > MOST_LISTED,
        municipality=municipality,
        body=body,
        year=year,
    )


def written(name: str) -> View:
    """A page that only says something: `name.sv.html` or `name.en.html`."""

    @page
    async def view(datasette: Any, request: Any) -> Any:
        site = site_of(datasette)
        tables = {table: columns(table) for table in TABLES}
        return await render(datasette, request, f"{name}.{site.lang}.html", tables=tables)

    return view
