"""Makes the gazetteer tables of `pipeline/forms/data/` from a folder of public registers.

    python bench/make_gazetteer.py GAZETTEER_DIR

What the tables hold, where they come from and under which licence stands in `pipeline/forms/data/DATA.md`.
"""

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

OUT = Path(__file__).parent.parent / "pipeline" / "forms" / "data"
COMMON = 2000  # bearers of a first name that is hardly ever a surname
SURNAME = re.compile(r"[A-ZÅÄÖÉÜ][a-zåäöéüáíóø]+(?:-[A-ZÅÄÖ][a-zåäöéü]+)?")
LEAST_BEARERS = 50  # a first name that fewer people bear is more often a surname or a word

# Abbreviations that stand alone in municipal papers; the register's other ones collide with words and with bodies.
ABBREVIATIONS = re.findall(
    r"\w+",
    "ARN CSN DIGG DO ESV FHM FOI FRA HaV IAF IMY IVO JK JO MCF MFoF MPRT MSB MUCF MYH PTS RAÄ SCB SGI SGU SiS SLU SMHI "
    "SPSM SSM TLV UHR UKÄ VTI",
)
FOREIGN = re.compile(r"(?i)\b(the|of|and|agency|swedish|university|board|council|national|sweden|authority|royal)\b")
NOT_IN_MEMOS = re.compile(
    r"(?i)ambassad|konsulat|^sv\w+ delegation|^kansliet för de|attaché|beslutsgrupper|svenska kyrkan"
)
LOWER_IN_NAMES = re.compile(r"\b(Tingsrätt|Hovrätt|Län|Universitet|Högskola|Myndighet|Nämnd)\b")


def read(folder: Path, name: str) -> Iterator[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as handle:
        yield from csv.DictReader(handle)


def write(name: str, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    with (OUT / name).open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def municipalities(folder: Path) -> Iterator[tuple[str, ...]]:
    """name, canonical, type, identifier: every way in which the name is commonly written."""
    for row in read(folder, "municipalities.csv"):
        short, canonical = row["short_name"], row["preferred_name"]
        stem = row["kommun_name"].removesuffix(" kommun")
        forms = dict.fromkeys([canonical, *(f"{s} {w}" for s in (stem, short) for w in ("kommun", "stad"))])
        for form in forms:
            yield form, canonical, "municipality", row["scb_code"]


def regions(folder: Path) -> Iterator[tuple[str, ...]]:
    """The regions, and the landsting that they were: those have names of their own."""
    for row in read(folder, "regions.csv"):
        if row["region_name"] == "Region Gotland":
            continue  # a municipality, which has it already
        yield row["region_name"], row["region_name"], "region", row["code"]
        county = row["county_name"].removesuffix(" län")
        bare = county.removesuffix("s")
        for name in (
            f"{row['county_name']}s landsting",
            f"{row['county_name']}s landstingskommun",
            f"Landstinget {bare}",
            f"Landstinget i {bare}",
            f"Landstinget i {row['county_name']}",
        ):
            yield name, name, "region", ""


def authorities(folder: Path) -> Iterator[tuple[str, ...]]:
    for row in read(folder, "authorities.csv"):
        names = [row["name"], *row["aliases"].split("|")]
        if NOT_IN_MEMOS.search(row["name"]):
            continue
        for name in dict.fromkeys(names):
            if name.isupper() and len(name) > 6:
                continue  # the register's own capitals; the same name stands there in small letters too
            if len(name) <= 6 and name[1:] != name[1:].lower():
                if name in ABBREVIATIONS:
                    yield name, name, "authority", ""
                continue
            if len(name) < 7 or FOREIGN.search(name) or "/" in name:
                continue
            name = LOWER_IN_NAMES.sub(lambda m: m.group().lower(), name)
            yield name, name, "authority", ""


def main(folder: Path) -> None:
    rows = dict.fromkeys([*municipalities(folder), *regions(folder), *authorities(folder)])
    write("names_gazetteer.csv", ("name", "canonical", "type", "identifier"), rows)
    places = {row["short_name"]: row["scb_code"] for row in read(folder, "municipalities.csv")}
    localities = {row["name"] for row in read(folder, "localities.csv")}
    write("names_places.csv", ("name", "scb_code"), ((n, places.get(n, "")) for n in sorted({*places, *localities})))
    first = {row["name"]: int(row["total"]) for row in read(folder, "first_names.csv")}
    kept = sorted(name for name, total in first.items() if total >= LEAST_BEARERS)
    write("names_first.csv", ("name", "common"), ((n, "yes" if first[n] >= COMMON else "") for n in kept))
    surnames = {row["name"] for row in read(folder, "surnames.csv") if SURNAME.fullmatch(row["name"])}
    write("names_surnames.csv", ("name",), ((name,) for name in sorted(surnames)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
