"""Amounts of a memo: in running text and in tables, with rates, totals and what is left out."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.facts import AmountFact, DateFact, DecisionFact, Facts
from pipeline.extract.pipeline import find_facts
from pipeline.memo.memo import SectionKind
from pipeline.read.page import ReadAs
from tests.extract.amounts_memo import amounts_in, amounts_of, memo_of


def short(fact: AmountFact) -> str:
    value = f"{fact.value:f}"
    value = value.rstrip("0").rstrip(".") if "." in value else value
    return f"{value} {fact.unit}"


def table_amounts(caption: str, rows: list[list[str]]) -> list[str]:
    return [short(f) for f in amounts_in(memo_of(caption, rows))]


@pytest.mark.parametrize(
    ("caption", "rows", "expected"),
    [
        ("Tabell 1. Stöd (tkr)", [["Sökande", "Sökt", "Förslag"], ["Teatern", "980", "900"]], ["980 tkr", "900 tkr"]),
        (
            "Så här:",
            [["Finansiär (tusen euro)", "2023", "2024"], ["EU", "210", "1 055"]],
            ["210000 EUR", "1055000 EUR"],
        ),
        (
            "Tabellen visar utfallet, allt i tkr.",
            [["", "2004", "2006"], ["Mat", "–115", "84.200"]],
            ["-115 tkr", "84200 tkr"],
        ),
        ("Utfall", [["Tkr", "2004", "2006"], ["Mat", "18 420", "(250)"]], ["18420 tkr", "-250 tkr"]),
        ("Avgifter", [["Tjänst", "Avgift (kr)", "Antal"], ["Lån", "50", "12"]], ["50 kr"]),
        ("Avgifter", [["Tjänst", "Avgift"], ["Lån", "50 kr"], ["Kort", "75:-"]], ["50 kr", "75 kr"]),
        ("Kostnad, mnkr", [["Objekt", "Org.nr", "Summa"], ["A", "846001-2217", "1,5"]], ["1.5 mnkr"]),
        ("Kostnad, tkr", [["Skola", "Elever", "Kostnad"], ["Norr", "120", "4 500"]], ["4500 tkr"]),
        ("Kostnad, tkr", [["Skola", "Antal platser", "Yta kvm", "Hyra"], ["Norr", "120", "800", "950"]], ["950 tkr"]),
        ("Kostnad, tkr", [["Skola", "Belopp", "Andel %"], ["Norr", "4 500", "25"]], ["4500 tkr", "25 procent"]),
        ("Kostnad, tkr", [["Skola", "Belopp", "Andel"], ["Norr", "4 500", "25"]], ["4500 tkr"]),
        (
            "Kostnad, tkr",
            [["Post", "2023", "2024"], ["Hyra", "450", "460"], ["Antal elever", "20", "21"]],
            ["450 tkr", "460 tkr"],
        ),
        ("Kostnad, tkr", [["Post", "År", "Belopp"], ["Hyra", "2023", "1 450"]], ["1450 tkr"]),
        ("Kostnad, tkr", [["Post", "Start", "Belopp"], ["Hyra", "2023", "1 450"]], ["1450 tkr"]),
        ("Sammanställning", [["Post", "2023"], ["Hyra", "450"]], []),
        ("Priser", [["Vara", "kr/st"], ["Kopp", "35"]], ["35 kr"]),
        ("Budget (tkr)", [["Post", "Belopp"], ["Hyra", "=35"], ["El", "l 055"], ["Vatten", "-"]], []),
        ("Ränta", [["Bolag", "2024, procent"], ["AB", "0,46"]], ["0.46 procent"]),
        (
            "Stöd (tkr)",
            [["Namn", "Org.nr", "Sökt", "Förslag"], ["A", "846001-2217", "980", "3215"], ["Summa", "3", "800", "3215"]],
            ["980 tkr", "3215 tkr", "3215 tkr"],
        ),
        ("Bidrag (tkr)", [["Sökande", "Belopp"], ["Teatern", "355 (25 %)"]], ["355 tkr", "25 procent"]),
        ("Belopp i miljoner kronor", [["Nämnd", "Budget"], ["Skola", "1 204,5"]], ["1204.5 mnkr"]),
    ],
)
def test_table(caption: str, rows: list[list[str]], expected: list[str]) -> None:
    assert sorted(table_amounts(caption, rows)) == sorted(expected)


FOLLOW_UP = [
    ["Tkr", "Budget", "Utfall", "Avvikelse"],
    ["Intäkter", "4 500", "4 700", "200"],
    ["Personalkostnader", "−9 000", "−9 400", "−400"],
    ["Summa", "−4 500", "−4 700", "−200"],
]


def test_follow_up_table() -> None:
    found = amounts_in(memo_of("Ekonomisk uppföljning", FOLLOW_UP))
    roles = {f.text: f.role for f in found}
    assert roles["4 700"] == "revenue"
    assert roles["−9 400"] == "cost"
    assert roles["200"] == roles["−400"] == roles["−200"] == "other"
    assert roles["−9 000"] == "budget"
    assert [f.text for f in found if f.is_total] == ["−4 500", "−4 700", "−200"]


def test_table_takes_its_role_from_caption() -> None:
    rows = [["Sökande", "Sökt", "Förändring"], ["Teatern", "980", "−100"], ["Summa", "980", "−100"]]
    assert {f.role for f in amounts_in(memo_of("Tabell 1. Förslag till årsstöd (tkr)", rows))} == {"grant"}


def test_unit_from_the_columns_heading_is_surer_than_from_the_sentence_before() -> None:
    (near,) = amounts_in(memo_of("Avgifter", [["Tjänst", "Avgift (kr)"], ["Lån", "50"]]))
    (far,) = amounts_in(
        memo_of("Beloppen anges i kronor.", "Så här fördelas de.", [["Tjänst", "Summa"], ["Lån", "50"]])
    )
    assert near.confidence > far.confidence


def test_an_ungrouped_number_among_grouped_ones_is_marked() -> None:
    rows = [["Namn", "Sökt"], ["A", "1 400"], ["B", "2 150"], ["C", "6201"]]
    found = amounts_in(memo_of("Stöd (tkr)", rows))
    assert [f.confidence <= 0.4 for f in found] == [False, False, True]


def test_offsets_point_at_the_words() -> None:
    memo = memo_of("Kostnaden är ca 5 mnkr.", "Bidrag (tkr)", [["Namn", "Sökt"], ["A", "1 055"]])
    assert [memo.text[f.start : f.end] for f in amounts_in(memo)] == ["5 mnkr", "1 055"]


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Kostnaden per besök steg från 46 kronor till 58 kronor.", ["besök", "besök"]),
        ("Skattefri milersättning 18:50 kr enligt Skatteverket.", ["mil"]),
        ("Det innebär en årlig kostnad om 1,3 mnkr.", ["år"]),
        ("Timtaxan är 1 350 kr.", ["timme"]),
        ("Månadshyran är 9 500 kr.", ["månad"]),
        ("Ersättningen per elev är 78 500 kr.", ["elev"]),
        ("Kostnaden är 5 mnkr.", [None]),
        ("Kostnaden per den 31 augusti var 5 mnkr.", [None]),
        ("Kostnaden per besök är okänd. Bidraget är 500 kr.", [None]),
        ("Patientavgiften för ett besök är 150 kronor.", ["besök"]),
        ("En plats i yrkesutbildningen kostar 52 500 kronor.", ["plats"]),
        ("En madrass kostar 1 240 kr.", [None]),
        ("Genomsnittet per läkare var 912 000 kronor.", ["läkare"]),
        ("För en villa innebär det knappt 24 kr mer i månaden.", ["månad"]),
        ("Hyran blir 310 kronor dyrare per år.", ["år"]),
        ("Det kostar 40 000 kr mer i inköp.", [None]),
        ("Avgiften är 50 kr per timme och 400 kr per dag.", ["timme", "dag"]),
    ],
)
def test_rate(text: str, per: list[str | None]) -> None:
    assert [f.per for f in amounts_of(text)] == per


def test_total_in_running_text() -> None:
    found = amounts_of("Kostnaden är 2 mnkr för mark och 3 mnkr för bygg, totalt 5 mnkr.")
    assert [f.is_total for f in found] == [False, False, True]


def test_a_share_of_the_total_is_no_total() -> None:
    found = amounts_of("Anslaget är 2 mnkr. Kommunens del av det totala anslaget är 500 tkr, en ökning med 12 tkr.")
    assert not any(f.is_total for f in found)


def test_no_total_without_parts() -> None:
    assert [f.is_total for f in amounts_of("Den totala kostnaden är 5 mnkr.")] == [False]


def test_vat_and_bound() -> None:
    (fact,) = amounts_of("Kostnaden får uppgå till högst 500 000 kr exkl. moms.")
    assert (fact.vat, fact.bound, fact.approximate) == ("excl", "max", True)


@pytest.mark.parametrize("kind", [SectionKind.FURNITURE, SectionKind.STAMP])
def test_page_feet_hold_no_sums(kind: SectionKind) -> None:
    assert amounts_in(memo_of("Aktiekapital 500 000 kr · Bankgiro 624-1061", kind=kind)) == []


def test_a_plain_sum_in_the_letterhead_counts() -> None:
    assert len(amounts_in(memo_of("Ansökan om 50 000 kr", kind=SectionKind.LETTERHEAD))) == 1


def test_heading_tells_where_the_sentence_does_not() -> None:
    memo = memo_of("Den uppgår till 45 000 kr.", heading="Taxor och avgifter")
    assert [f.role for f in amounts_in(memo)] == ["fee"]


def test_title_tells_where_nothing_nearer_does() -> None:
    memo = memo_of("Det gäller 45 000 kr.")
    assert [f.role for f in amounts_in(memo, title="Kommunal borgen för föreningen")] == ["guarantee"]


def test_the_sentence_before_tells_in_the_same_paragraph() -> None:
    found = amounts_of("Kostnaden är 2 mnkr. För 2024 blir det 3 mnkr.")
    assert [f.role for f in found] == ["cost", "cost"]


def test_the_action_of_the_point_tells() -> None:
    memo = memo_of("att gå i god för föreningen intill 500 000 kr")
    point = DecisionFact(0, len(memo.text), "proposal", "", action="guarantee")
    assert [f.role for f in amounts_in(memo, [point])] == ["guarantee"]


def test_a_sentence_that_goes_on_after_a_page_break() -> None:
    memo = memo_of("Nämndens kommunbidrag för verksamhetsåret är enligt kommunfullmäktiges budget", "698 700 tkr.")
    assert [f.role for f in amounts_in(memo)] == ["budget"]


def test_part_of_a_date_is_no_amount() -> None:
    from pipeline.extract.amounts import find_amount_facts
    from pipeline.extract.pipeline import build

    memo = memo_of("Kostnaden för 12 och 15 kr")
    doc = build().make_doc(memo.text)
    at = memo.text.index("12")
    doc._.memo = memo
    doc._.facts = Facts(dates=[DateFact(at, at + 2, "12", dt.date(2012, 1, 1), dt.date(2012, 12, 31), "year")])
    assert [short(f) for f in find_amount_facts(doc)._.facts.amounts] == ["15 kr"]


def test_years_before_amounts() -> None:
    found = amounts_of("Intäkterna var 1993 214.500 kronor och kostnaden 2023 67 430 kr.")
    assert [short(f) for f in found] == ["214500 kr", "67430 kr"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="0123456789 .,:-–kronmj%tpeåäöSumaåsgift\t\n(", max_size=60), max_size=6))
def test_no_memo_makes_it_raise(parts: list[str]) -> None:
    memo = memo_of(*parts, [["Tkr", *parts], [*parts, "5"]])
    for fact in find_facts(memo).amounts:
        assert 0 <= fact.start < fact.end <= len(memo.text)


@pytest.mark.parametrize(
    ("rows", "unsure"),
    [
        ([["Mnkr", "2022", "2023", "2024"], ["Hyra", "1,0", "1,0", "11"], ["Drift", "0,3", "0,7", "1,9"]], ["11"]),
        ([["Tkr", "2022", "2023", "2024"], ["Kostnader", "-5 690", "-5 800", "6 145"]], ["6 145"]),
        ([["Tkr", "2022", "2023", "2024"], ["Resultat", "-1 295", "-1 900", "50"]], []),
        ([["Mnkr", "2022", "2023", "2024"], ["Hyra", "12", "14", "11"], ["Drift", "0,3", "7", "1,9"]], []),
    ],
)
def test_a_number_that_may_have_lost_a_sign_is_unsure(rows: list[list[str]], unsure: list[str]) -> None:
    assert [f.text for f in amounts_in(memo_of("Så här:", rows)) if f.confidence <= 0.4] == unsure


@pytest.mark.parametrize(
    "below",
    [
        "Belopp i kronor",
        "Beloppen är kronor per år.",
        "Beloppen är kronor per år. I genomsnitt höjs avgiften med 5,4 %. Sorteringsgraden var 41 procent 2018.",
        "Alla belopp i kronor. Avgifterna gäller från årsskiftet, för alla hushåll som har eget kärl.",
        "Siffrorna anges i kr. Taxan räknas upp varje år enligt avfallsindex, om fullmäktige inte beslutar annat.",
        "Avgifterna är i kronor. Taxan räknas upp varje år enligt avfallsindex, om fullmäktige inte beslutar annat.",
        "Samtliga priser är i kronor inklusive moms. Taxan räknas upp varje år enligt index av nämnden.",
        "(kr)",
    ],
)
def test_the_unit_may_be_said_below_the_table(below: str) -> None:
    rows = [["Kärl", "2020", "2021"], ["Mat", "1 240", "1 310"], ["Osorterat", "2 480", "2 930"]]
    found = [f for f in amounts_in(memo_of("Rörlig avgift:", rows, below)) if f.unit == "kr"]
    assert [int(f.value) for f in found] == [1240, 1310, 2480, 2930]


@pytest.mark.parametrize(
    "below",
    [
        "Kommunen har 500 kronor kvar av anslaget, som enligt beslut ska användas till nya kärl under nästa år.",
        "I övrigt ändras taxan inte under kommande år. Avgiften i kronor räknas upp varje år enligt avfallsindex.",
    ],
)
def test_a_paragraph_below_the_table_names_no_unit(below: str) -> None:
    rows = [["Kärl", "2020", "2021"], ["Mat", "1 240", "1 310"]]
    assert [f for f in amounts_in(memo_of("Antal:", rows, below)) if f.value > 1000] == []


DIFFERENCES = [
    ([["Tkr", "Budget", "Utfall", "Avvikelse"], ["Skola", "500", "620", "120"]], ["120"]),
    ([["Tkr", "2023", "2024", "Förändring"], ["Skola", "500", "620", "120"], ["Vård", "5", "6", "-1"]], ["120"]),
    ([["Tkr", "2023", "2024", "Skillnad"], ["Skola", "500", "620", "+120"]], []),
    ([["Tkr", "2023", "2024", "Differens"], ["Skola", "500", "620", "120 tkr"]], ["120 tkr"]),
    ([["Tkr", "2023", "2024"], ["Årets resultat", "500", "-620"]], ["500"]),
    ([["Tkr", "2023", "2024"], ["Budgetavvikelse", "500", "620"]], ["500", "620"]),
    ([["Tkr", "Budget", "Prognos", "Prognosavvikelse"], ["Skola", "500", "620", "−120"]], []),
    ([["Tkr", "Budget", "Utfall", "Diff"], ["Skola", "500", "620", "12"]], ["12"]),
    ([["Tkr", "Intäkter", "Kostnader", "Netto"], ["Skola", "500", "620", "12"]], ["12"]),
    ([["Tkr", "Budget", "Utfall"], ["Nettokostnad", "500", "620"]], []),
]


@pytest.mark.parametrize(("rows", "unsure"), DIFFERENCES)
def test_a_difference_without_its_sign_is_unsure_in_worn_text(rows: list[list[str]], unsure: list[str]) -> None:
    memo = memo_of("Så här:", rows)
    worn = replace(memo, read_as=frozenset({ReadAs.OCR}))
    assert [f.text for f in amounts_in(worn) if f.confidence <= 0.4] == unsure
    assert [f.text for f in amounts_in(memo) if f.confidence <= 0.4] == []


def test_a_headings_rate_counts_for_its_sums() -> None:
    rows = [["Nyckeltal", "2022"], ["Kostnad per elev (tkr)", "112"], ["Kostnader per nämnd (tkr)", "4 500"]]
    assert [f.per for f in amounts_in(memo_of("Så här:", rows))] == ["elev", None]


def test_a_heading_of_several_columns_parts_the_cell() -> None:
    rows = [["Område", "Kr per körtimme | 2021 | 2022"], ["Höglandet", "412 438"], ["Vätterbygden", "405 419"]]
    assert [int(f.value) for f in amounts_in(memo_of(rows))] == [412, 438, 405, 419]


def test_a_number_under_a_heading_of_several_columns_is_unsure() -> None:
    rows = [["Område", "Belopp i kr | 2021 | 2022"], ["Höglandet", "1 412 438"]]
    assert [f.confidence <= 0.4 for f in amounts_in(memo_of(rows))] == [True]


def test_a_heading_of_a_span_of_years_is_one_column() -> None:
    rows = [["Finansiär (tkr)", "2024", "2025–2026"], ["Regionen", "655", "1 055"], ["Övriga", "130", "1 225"]]
    assert [int(f.value) for f in amounts_in(memo_of(rows))] == [655, 1055, 130, 1225]


@pytest.mark.parametrize(
    ("rows", "left"),
    [
        ([["", "Barn 1", "3", "1 140"]], ["3"]),  # thousands are no percentages
        # a column of whole numbers without a heading, where the others have decimals: percentages, or anything
        ([["Buss", "98,4", "61,0", "-38"], ["Båt", "12,0", "8,4", "-30"]], ["98,4", "61,0", "12,0", "8,4"]),
        # a number that lost its comma
        ([["Buss", "2715"], ["Båt", "96,3"], ["Tåg", "143,8"]], ["96,3", "143,8"]),
        ([["Buss", "151"], ["Båt", "96,3"], ["Tåg", "143,8"]], ["151", "96,3", "143,8"]),
    ],
)
def test_what_cannot_be_told_in_worn_text_is_left_out(rows: list[list[str]], left: list[str]) -> None:
    caption = "Andel i procent:" if len(rows) == 1 else "Belopp i mnkr:"
    memo = memo_of(caption, rows)
    bare = replace(
        memo, tables=tuple(replace(t, cells=tuple(replace(c, header="") for c in t.cells)) for t in memo.tables)
    )
    worn = replace(bare, read_as=frozenset({ReadAs.OCR}))
    assert [f.text for f in amounts_in(worn)] == left


def test_a_line_that_names_percentages_and_money_tells_no_columns_unit() -> None:
    rows = [["Barn 1", "3", "1 140"], ["Barn 2", "2", "760"]]
    assert amounts_in(memo_of("Procent Högst kr/mån", rows)) == []


def test_a_4_that_may_be_the_word_a_is_unsure_in_worn_text() -> None:
    memo = memo_of("Bidraget räcker till cirka nio tjänster 4 305 tkr per år.", "Det kostar 4 305 tkr per år.")
    worn = replace(memo, read_as=frozenset({ReadAs.OCR}))
    assert [f.confidence <= 0.4 for f in amounts_in(worn)] == [True, False]
