"""Date expressions: tables of real ones, of what only looks like one, and properties that hold for all days."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.forms.dates import DateMatch, find_dates, parse_day

HERE = Path(__file__).parent
MEMO = date(2019, 8, 19)
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
SHORT = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def shown(match: DateMatch) -> str:
    days = match.date_from.isoformat()
    if match.date_to != match.date_from:
        days += f"..{match.date_to.isoformat()}"
    return f"{days} {match.precision}" + (" ?" if match.inferred else "")


def table() -> list[tuple[str, date | None, str]]:
    rows, anchor = [], None
    for line in (HERE / "dates_expressions.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("anchor "):
            anchor = None if line.endswith("none") else date.fromisoformat(line.split()[1])
        elif "=>" in line and not line.startswith("#"):
            text, expected = line.split("=>")
            rows.append((text.strip().replace("\\n", "\n"), anchor, expected.strip()))
    return rows


def negatives() -> list[str]:
    lines = (HERE / "dates_negatives.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_tables_are_large() -> None:
    assert sum(row[2].count("day") + row[2].count("..") for row in table()) >= 300
    assert len(table()) + len(negatives()) >= 400
    assert len(negatives()) >= 80


@pytest.mark.parametrize(("text", "anchor", "expected"), table())
def test_expression(text: str, anchor: date | None, expected: str) -> None:
    assert "; ".join(shown(m) for m in find_dates(text, anchor)) == expected


@pytest.mark.parametrize("text", negatives())
def test_no_date(text: str) -> None:
    assert [shown(m) for m in find_dates(text, MEMO)] == []


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("från och med 1 februari 2024", "1 februari 2024"),
        ("senast den 4 oktober 2019.", "4 oktober 2019"),
        ("den 2:a samma månad", "2:a samma månad"),
        ("per den sista april", "sista april"),
        ("under hösten 2019 blev", "hösten 2019"),
        ("tertialrapport 2 för 2010 visar", "tertialrapport 2 för 2010"),
        ("vid årsskiftet, då", "årsskiftet"),
        ("v. 12, 13", "v. 12"),
        ("onsdagen den 13 december 2023", "13 december 2023"),
        ("(26–30 oktober)", "26–30 oktober"),
        ("1 februari -30 september ca", "1 februari -30 september"),
        ("sedan januari i fjol har", "januari i fjol"),
        ("kvartal 2, och", "kvartal 2"),
        ("sommaren/hösten 2011.", "sommaren/hösten 2011"),
        ("2023 års budget", "2023"),
        ("6 aug. 2012, kl 9", "6 aug. 2012"),
    ],
)
def test_text_of_a_match(text: str, inside: str) -> None:
    (match,) = find_dates(text, MEMO)
    assert match.text == inside
    assert text[match.start : match.end] == inside


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2012-08-06", date(2012, 8, 6)),
        ("den 6 aug. 2012", date(2012, 8, 6)),
        ("Datum: 2012-08-06", date(2012, 8, 6)),
        ("Datum 940314", date(1994, 3, 14)),
        ("940314", date(1994, 3, 14)),
        ("20120806", date(2012, 8, 6)),
        ("onsdagen den 13 december 2023.", date(2023, 12, 13)),
        ("6/8 2012", date(2012, 8, 6)),
        ("6 augusti", None),
        ("augusti 2012", None),
        ("2012-08-06 och 2012-08-07", None),
        ("2012-08-06 Dnr 12", None),
        ("KS 2019/112", None),
        ("", None),
        ("hej", None),
    ],
)
def test_parse_day(text: str, day: date | None) -> None:
    assert parse_day(text) == day


def test_misread_digits_are_less_sure() -> None:
    (worn,) = find_dates("den l2 augusti 2012")
    (clear,) = find_dates("den 12 augusti 2012")
    assert worn.date_from == clear.date_from
    assert worn.confidence < 0.8 < clear.confidence


def test_year_from_context_alone_is_unsure() -> None:
    _, second = find_dates("Avtalet gäller från den 1 februari 2024. I juni ansöks om bidrag.")
    assert second.inferred
    assert second.confidence <= 0.5


def test_direction_is_asked_where_the_sentence_is_mute() -> None:
    def past(start: int, end: int) -> str:
        del start, end
        return "past"

    (plain,) = find_dates("den 1 december", MEMO)
    (told,) = find_dates("den 1 december", MEMO, past)
    assert (plain.date_from.year, told.date_from.year) == (2019, 2018)


DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2029, 12, 31))


@given(DAYS, st.integers(0, 11))
def test_every_way_of_writing_a_day_reads_back(day: date, way: int) -> None:
    d, m, y = day.day, day.month, day.year
    written = (
        f"{day:%Y-%m-%d}", f"den {d} {MONTHS[m - 1]} {y}", f"{d} {SHORT[m - 1]}. {y}", f"{d}/{m} {y}",
        f"{d}/{m}-{y % 100:02}", f"{day:%Y%m%d}", f"daterad {day:%y%m%d}", f"{day:%Y.%m.%d}", f"{day:%y-%m-%d}",
        f"{d} {MONTHS[m - 1]} -{y % 100:02}", f"{day:%Y %m %d}", f"{d}.{m}.{y}",
    )[way]  # fmt: skip
    assert [(x.date_from, x.date_to, x.precision, x.inferred) for x in find_dates(written)] == [
        (day, day, "day", False)
    ]


@given(DAYS, st.integers(-180, 180))
def test_a_day_without_its_year_is_taken_within_a_year_of_the_memo(day: date, away: int) -> None:
    other = day + timedelta(days=away)
    for match in find_dates(f"{other.day} {MONTHS[other.month - 1]}", day):
        assert match.inferred
        assert abs((match.date_from - day).days) <= 366
        assert (match.date_from.month, match.date_from.day) == (other.month, other.day)


@given(DAYS, DAYS, st.sampled_from(["–", "-", " – ", " till ", " till den "]))
def test_two_days_joined_are_a_range(one: date, other: date, join: str) -> None:
    first, last = min(one, other), max(one, other)
    text = (
        f"den {first.day} {MONTHS[first.month - 1]} {first.year}{join}{last.day} {MONTHS[last.month - 1]} {last.year}"
    )
    (match,) = find_dates(text)
    assert (match.date_from, match.date_to, match.precision) == (first, last, "range")


PIECES = st.sampled_from(
    [
        *MONTHS,
        *SHORT,
        *"0123456789-–/.,:§ ()\n\tlIO",
        "den ",
        "till ",
        "2019",
        "12",
        "vår",
        "v.",
        "kvartal ",
        "samma månad",
    ]
)


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map("".join)), st.none() | DAYS)
def test_no_text_makes_it_raise(text: str, anchor: date | None) -> None:
    end = 0
    for match in find_dates(text, anchor):
        assert match.start >= end
        assert match.text == text[match.start : match.end]
        assert match.date_from <= match.date_to
        assert 0 < match.confidence <= 1
        end = match.end
    parse_day(text)


def test_dateparser_agrees_on_whole_days() -> None:
    dateparser = pytest.importorskip("dateparser")
    for text in ("6 augusti 2012", "24 dec 1998", "1 mars 2001", "17 okt 2023", "2012-08-06", "3 februari 1999"):
        (match,) = find_dates(text)
        assert dateparser.parse(text, languages=["sv"]).date() == match.date_from


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Elever per läsår\n1995/96\t41\n1998/99\t27", ["1995/96", "1998/99"]),
        ("Läsåren framgår av tabellen (tkr): 1998/99\t1999/2000\nLöner", ["1999/2000"]),
        ("Antalet elever per läsår: från 1997/98 till 1999/2000.", ["1997/98 till 1999/2000"]),
        ("prop. 1998/99:12 om läsårets längd", []),
        ("Motion 1998/99 om läsårets längd", []),
        ("dnr 1998/99 och läsårets längd", []),
        ("Tabell\n1995/96\t41", []),
        ("läsår 1995/98\n1995/98\t41", []),
    ],
)
def test_pairs_of_years_are_school_years_where_the_text_speaks_of_such(text: str, days: list[str]) -> None:
    found = find_dates(text, date(1999, 3, 3))
    assert [m.text for m in found if m.date_from.month == 8] == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Länsstyrelsen godkände 010815 vårt förslag", "2001-08-15"),
        ("Vid anbudstidens utgång 010615 hade tre anbud inkommit", "2001-06-15"),
        ("Bolaget har i brev till byarna 010611 erbjudit pengar", "2001-06-11"),
        ("i skrivelse från länsstyrelsen 010214 anförs", "2001-02-14"),
        ("enligt protokoll från styrelsen 010118", "2001-01-18"),
        ("Statsbidrag har beviljats av Naturvårdsverket 000218 med 400 000 kr", "2000-02-18"),
        ("Stöd gavs av Länsstyrelsen i Dalarnas län 981201, dnr 221-98", "1998-12-01"),
        ("Ansökan avslogs av tekniska nämnden 990412.", "1999-04-12"),
        ("Bidrag till länsstyrelsen 450 000", ""),
        ("Försäkringskassan 010412 personer", ""),
        ("Intäkterna ökade 110101 kr", ""),
        ("beslut om 010615 kr", ""),
        ("Ring 010615 för besked", ""),
    ],
)
def test_six_digits_after_what_has_a_day(text: str, day: str) -> None:
    assert [m.date_from.isoformat() for m in find_dates(text, date(2001, 9, 14))] == ([day] if day else [])


# days of a list below a line that names their year: all are of that year
LISTED = [
    ("Förslag på sammanträdesdagar 2026:\n\n- 24 januari\n\n- 21 februari\n\n- 20 mars", [2026, 2026, 2026]),
    ("Sammanträden 2026:\n\n• 24 januari\n\n• 21 februari (reserv)\n\n• 20 mars", [2026, 2026, 2026]),
    ("Sammanträden 2026:\n\n24 januari\n21 februari\n20 mars", [2026, 2026, 2026]),
    ("Tider 2025:\n- 3 mars\n- 14 april", [2025, 2025]),
    ("Tider under 2025:\n– 3 mars\n– 14 april", [2025, 2025]),
    ("Sammanträden 2026: 24 januari, 21 februari", [2026, 2026]),
    ("Tider 2025:\n- den 3 mars\n- den 14 april\n- den 5 december", [2025, 2025, 2025]),
    ("Tider:\n- 3 mars 2025\n- 14 april 2026", [2025, 2026]),
    ("Utbetalning 2027:\n\n- 1 april\n\n- 1 oktober", [2027, 2027]),
    ("Tider 2025:\n- 3 mars 2026\n- 14 april 2026", [2026, 2026]),
]


@pytest.mark.parametrize(("text", "years"), LISTED)
def test_days_of_a_list_have_its_headings_year(text: str, years: list[int]) -> None:
    found = find_dates(text, date(2024, 3, 1))
    assert [f.date_from.year for f in found if f.precision == "day"] == years


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("som sedan den 1\n\nfebruari 1998 driver", date(1998, 2, 1)),
        ("betalas den 12\n\nmars 2019 till", date(2019, 3, 12)),
        ("senast den 30\n\nseptember 2021.", date(2021, 9, 30)),
    ],
)
def test_a_day_that_a_page_cut(text: str, day: date) -> None:
    assert [(m.date_from, m.date_to) for m in find_dates(text)] == [(day, day)]


@pytest.mark.parametrize(
    "text", ["kvar är 1\n\nfebruari 1998 driver", "den 1\n\nfebruari driver", "den 1.\n\nmars 2019", "34\n\nmaj 2001"]
)
def test_what_no_page_cut(text: str) -> None:
    assert all(m.precision != "day" for m in find_dates(text, MEMO))


@pytest.mark.parametrize("text", ["den 32 maj 2011 beslöts", "den 1I mars 2008", "tiden 1I mars 2009–28 februari 2011"])
def test_a_day_that_is_none_leaves_doubt(text: str) -> None:
    assert [m.confidence < 0.5 for m in find_dates(text)] == [True]
