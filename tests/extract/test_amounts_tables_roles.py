"""What the sums of whole tables are for: by their headings, by what stands above them, and by the memo's matter."""

from dataclasses import replace

import pytest

from pipeline.memo.memo import BlockKind
from pipeline.read.page import ReadAs
from tests.extract.amounts_memo import amounts_in, memo_of

B = "Belopp i tkr."
# title, heading, the sentence before, rows (headings first), roles of the sums in order; one role: all have it
TABLES: list[tuple[str, str, str, list[list[str]], list[str]]] = [
    (
        "Kommunal borgen för bolagen 2012",
        "",
        "Bolagens ramar framgår av tabellen (mnkr).",
        [
            ["Bolag", "Beviljad ram", "Utnyttjad 31/12", "Ny ram"],
            ["Bostads AB", "100", "82", "120"],
            ["Energi AB", "60", "55", "60"],
        ],
        ["guarantee"],
    ),
    (
        "Kommunens borgensåtaganden",
        "",
        "Borgensåtaganden per låntagare, tkr",
        [["Låntagare", "2010", "2011"], ["Ridklubben", "400", "380"], ["Bostads AB", "100 000", "98 000"]],
        ["guarantee"],
    ),
    (
        "Borgensavgift för bolagen 2015",
        "",
        "Avgiften för varje bolag framgår av tabellen.",
        [["Bolag", "Låneskuld, mnkr", "Borgensavgift, tkr"], ["Bostads AB", "100", "300"]],
        ["other", "fee"],
    ),
    (
        "Borgen för ny ishall",
        "Ekonomi",
        "Kostnaden fördelas enligt följande (tkr).",
        [["Post", "Belopp"], ["Mark", "400"], ["Byggnad", "3 800"]],
        ["cost"],
    ),
    (
        "Investeringsbudget 2016–2018",
        "Förslag",
        "Nämnden föreslår följande (tkr).",
        [
            ["Projekt", "2016", "2017"],
            ["Ombyggnad av kök", "400", "0"],
            ["Inredning skolor", "1 200", "900"],
            ["Underhåll gator", "3 000", "3 000"],
        ],
        ["budget"],
    ),
    (
        "Lokalförsörjningsplan 2022–2026",
        "Projekt",
        B,
        [["Projekt", "2022"], ["Ny förskola", "24 000"], ["Tillbyggnad idrottshall", "8 500"]],
        ["budget"],
    ),
    (
        "Uppföljning av investeringsplan 2022",
        "",
        B,
        [["Projekt", "Budget", "Utfall", "Avvikelse"], ["Ny förskola", "24 000", "22 000", "2 000"]],
        ["budget", "cost", "other"],
    ),
    (
        "Bokslut 2019",
        "",
        B,
        [
            ["Konto", "2018", "2019"],
            ["Intäkter", "24 000", "25 000"],
            ["Personalkostnader", "-20 000", "-21 000"],
            ["Årets resultat", "4 000", "4 000"],
        ],
        ["revenue", "revenue", "cost", "cost", "other", "other"],
    ),
    (
        "Ny taxa för livsmedelskontroll",
        "",
        "Avgifter",
        [["Tjänst", "Nuvarande", "Förslag"], ["Timavgift, kr", "980", "1 050"], ["Registrering, kr", "980", "1 050"]],
        ["fee"],
    ),
    (
        "Antagande av entreprenör",
        "",
        "Inkomna anbud, kr exkl. moms",
        [["Anbudsgivare", "Pris", "Utvärderingspris"], ["Bygg AB", "1 200 000", "1 150 000"]],
        ["price"],
    ),
    (
        "Antagande av entreprenör",
        "",
        "Följande anbud har kommit in (kr).",
        [["Anbudsgivare", "Summa"], ["Bygg AB", "1 200 000"], ["Mark AB", "1 400 000"]],
        ["price"],
    ),
    (
        "Fördelning av föreningsbidrag 2008",
        "",
        "Förslag till fördelning",
        [
            ["Förening", "Sökt", "Förslag"],
            ["IFK", "40 000 kr", "30 000 kr"],
            ["Hembygdsföreningen", "10 000 kr", "8 000 kr"],
        ],
        ["grant"],
    ),
    (
        "Ekonomisk kalkyl för ny brandstation",
        "Ekonomi",
        B,
        [
            ["Post", "tkr"],
            ["Projektering", "900"],
            ["Byggnation", "12 000"],
            ["Oförutsett", "1 000"],
            ["Summa", "13 900"],
        ],
        ["cost"],
    ),
    (
        "Finansiering av cykelväg",
        "Finansiering",
        B,
        [["Finansiär", "tkr"], ["Kommunen", "900"], ["Trafikverket", "900"]],
        ["budget"],
    ),
    (
        "Försäljning av tomter",
        "",
        "Priser för tomterna",
        [["Tomt", "Areal", "Pris"], ["Ekan 1", "900", "350 000 kr"], ["Ekan 2", "1000", "380 000 kr"]],
        ["price"],
    ),
    (
        "Månadsuppföljning april",
        "",
        B,
        [
            ["Verksamhet", "Årsbudget", "Prognos", "Avvikelse"],
            ["Förskola", "50 000", "51 000", "-1 000"],
            ["Undervisning", "90 000", "90 500", "-500"],
        ],
        ["budget", "cost", "other"] * 2,
    ),
    ("Hyra av lokaler", "", B, [["Lokal", "Hyra"], ["Skolan", "1 200"], ["Underhåll", "300"]], ["cost"]),
    (
        "Statsbidrag 2021",
        "",
        "Sökta statsbidrag (tkr)",
        [["Bidrag", "Belopp"], ["Likvärdig skola", "3 400"], ["Lärarlönelyftet", "1 200"]],
        ["grant"],
    ),
    (
        "Ramar för nämnderna 2003",
        "",
        "Ramar, tkr",
        [["Nämnd", "2003"], ["Socialnämnden", "80 000"], ["Tekniska nämnden", "30 000"]],
        ["budget"],
    ),
    (
        "Budget 2007 och plan 2008–2009",
        "",
        B,
        [["Nämnd", "2007", "2008"], ["Socialnämnden", "80 000", "82 000"], ["Kultur", "10 000", "11 000"]],
        ["budget"],
    ),
    (
        "Tilläggsbudget 2007",
        "",
        B,
        [["Projekt", "Belopp"], ["Sporthallens tak", "800"], ["VA-ledning", "1 100"]],
        ["budget"],
    ),
    (
        "Ombudgetering av investeringsmedel",
        "",
        B,
        [["Projekt", "Kvar 2006"], ["Sporthallens tak", "800"], ["VA-ledning", "1 100"]],
        ["budget"],
    ),
    (
        "Arvoden till förtroendevalda",
        "",
        "Arvoden per år",
        [["Uppdrag", "Kr/år"], ["Ordförande", "45 000"], ["Vice ordförande", "22 000"]],
        ["cost"],
    ),
    (
        "Åtgärder för budget i balans",
        "",
        "Åtgärder och effekt 2020 (tkr)",
        [["Åtgärd", "Effekt"], ["Färre vikarier", "800"], ["Vakant tjänst", "500"]],
        ["other"],
    ),
    (
        "Medlemsbidrag till förbundet 2010",
        "",
        "Medlemsbidrag, tkr",
        [["Kommun", "2009", "2010"], ["A-kommun", "2 300", "2 400"], ["B-kommun", "1 300", "1 400"]],
        ["cost"],
    ),
    (
        "Skadestånd",
        "",
        "Krav från sökanden",
        [["Post", "Yrkat, kr"], ["Sveda och värk", "20 000"], ["Ombudskostnad", "15 000"]],
        ["cost"],
    ),
    (  # what a budget's change is: of the same kind as the budgets
        "Internbudget 2019",
        "",
        B,
        [["Verksamhet", "Budget 2018", "Budget 2019", "Förändring"], ["Äldreomsorg", "1 200", "1 350", "150"]],
        ["budget"],
    ),
    (  # a follow-up's change is other
        "Delårsrapport",
        "",
        B,
        [["Verksamhet", "Budget 2018", "Utfall 2018", "Avvikelse"], ["Äldreomsorg", "1 200", "1 350", "-150"]],
        ["budget", "cost", "other"],
    ),
    (  # fees in a paper on the budget
        "Internbudget 2019",
        "Ekonomi",
        "Tabell 3. Avgifter, kr per månad",
        [["Avgift", "2018", "2019"], ["Trygghetslarm", "210", "225"], ["Måltider", "3 480", "3 565"]],
        ["fee"],
    ),
    (  # grants in a paper on the budget
        "Budget 2019 och plan 2020–2021",
        "",
        "Bidrag till studieförbunden (kr)",
        [["Förbund", "2019"], ["Förbundet A", "21 000"], ["Förbundet B", "34 000"]],
        ["grant"],
    ),
    (  # a caption of a whole sentence that points to avvikande fees is no deviation
        "Nya medlemmar",
        "",
        "Tabellen visar avgifterna för de medlemmar som har avvikande eller ny avgift.",
        [["Medlem, kr", "Fast del", "Rörlig del"], ["Orten", "180 000", "217 500"], ["Byn", "180 000", "316 100"]],
        ["fee"],
    ),
    (
        "Beredskap",
        "",
        "Bidragen fördelas så här.",
        [
            ["Objekt", "Utgift (tkr)", "Egen del (procent)"],
            ["Vattenverk", "9 400", "50"],
            ["Stadshuset", "2 800", "75"],
        ],
        ["cost", "share", "cost", "share"],
    ),
    (
        "Drift av servicehuset på entreprenad",
        "Anbuden",
        "Tre anbud har kommit in.",
        [
            ["Anbudsgivare", "Pris 1998, kr", "Kr per vårddygn"],
            ["Vård AB", "19 870 000", "907"],
            ["Egen regi", "21 180 000", "967"],
        ],
        ["price"],
    ),
    (
        "Upphandling av skolskjuts",
        "Anbud",
        "Anbuden framgår av tabellen.",
        [
            ["Anbudsgivare", "Anbudspris, kr", "Kr per tur"],
            ["Buss AB", "1 450 000", "612"],
            ["Taxi AB", "1 510 000", "640"],
        ],
        ["price"],
    ),
    (
        "Upphandling av städning",
        "",
        "Tabellen visar anbuden.",
        [["Företag", "Pris per år, kr", "Kr/m2"], ["Städ AB", "850 000", "212"], ["Rent AB", "910 000", "227"]],
        ["price"],
    ),
    (
        "Kostnader för äldreomsorgen",
        "",
        "Tabellen visar kostnaderna.",
        [
            ["Boende", "Kostnad 2019, tkr", "Kr per vårddygn"],
            ["Eken", "18 400", "2 100"],
            ["Linden", "21 300", "2 310"],
        ],
        ["cost"],
    ),
]


@pytest.mark.parametrize(("title", "heading", "before", "rows", "roles"), TABLES)
def test_roles_of_a_table(title: str, heading: str, before: str, rows: list[list[str]], roles: list[str]) -> None:
    memo = memo_of(before, rows, heading=heading)
    found = [a.role for a in amounts_in(memo, title=title) if a.start >= memo.tables[0].start]
    assert found == (roles if len(roles) > 1 else roles * len(found))
    assert found


def test_a_cell_of_whole_sentences_says_itself_what_its_sum_is_for() -> None:
    rows = [
        ["Nr", "Datum", "Beslut", "Delegat"],
        ["1", "2015-09-03", "Bidrag till Segelsällskapet för ny brygga, 45 000 kr", "Parkchef"],
        ["2", "2015-10-29", "Inköp av julbelysning till torget, 82 500 kr", "Parkchef"],
        ["3", "2015-11-02", "Avgift för tillfällig skyltning, 1 500 kr", "Ingenjör"],
    ]
    found = [
        a.role for a in amounts_in(memo_of("Beslut på delegation", rows), title="Redovisning av delegationsbeslut")
    ]
    assert found == ["grant", "cost", "fee"]


@pytest.mark.parametrize("label", ["Underhåll", "Undervisning", "Överföringsledning", "Översiktsplan", "Övertid"])
def test_a_row_is_no_result_for_its_first_letters(label: str) -> None:
    rows = [["Post", "Tkr"], [label, "400"], ["Hyra", "900"]]
    assert [a.role for a in amounts_in(memo_of("Kostnaden fördelas så här (tkr).", rows))] == ["cost", "cost"]


@pytest.mark.parametrize("label", ["Över-/underskott", "Överskott", "Underskott 2019", "Över/under", "Underskott"])
def test_a_row_of_results_is_other(label: str) -> None:
    rows = [["Post", "Tkr"], ["Intäkter", "900"], ["Kostnader", "800"], [label, "100"]]
    assert amounts_in(memo_of("Belopp i tkr.", rows))[-1].role == "other"


def test_a_result_budget_has_revenues_and_costs() -> None:
    rows = [["mnkr", "2020", "2021"], ["Medlemsavgifter", "21,4", "23,9"], ["Personal", "-14,2", "-15,6"]]
    assert [a.role for a in amounts_in(memo_of("Resultatbudget", rows))] == ["revenue", "revenue", "cost", "cost"]


SAVINGS = [
    # title, the line above the list, the list's lines, the role of its sums
    ("Delårsrapport 2014", "Åtgärder", ["Hemgångsteam: 1 600 tkr", "Färre vikarier: 350 tkr"], "other"),
    ("Budget i balans", "Föreslagna åtgärder:", ["Färre konsulter, 600 tkr", "Ny bemanning, 350 tkr"], "other"),
    ("Internbudget 2019", "Effektiviseringar", ["Färre placeringar, 4 350 tkr", "Nytt avtal, 600 tkr"], "other"),
    ("Internbudget 2019", "Besparingar 2020", ["Stängd bastu, 140 tkr", "Kortare öppettider, 90 tkr"], "other"),
    ("Trafiksäkerhet vid skolan", "Åtgärder", ["Farthindren kostar 90 tkr.", "Belysningen kostar 140 tkr."], "cost"),
    (
        "Internbudget 2019",
        "Kostnader för besparingarna",
        ["Uppsägningarna kostar 140 tkr.", "Flytten kostar 90 tkr."],
        "cost",
    ),
]


@pytest.mark.parametrize(("title", "above", "lines", "role"), SAVINGS)
def test_a_list_of_measures_is_what_they_save(title: str, above: str, lines: list[str], role: str) -> None:
    memo = memo_of(above, *lines)
    blocks = tuple(replace(b, kind=BlockKind.ITEM) if i else b for i, b in enumerate(memo.blocks))
    found = amounts_in(replace(memo, blocks=blocks), title=title)
    assert [f.role for f in found] == [role] * len(lines)


def test_headings_that_run_together_end_in_the_deviation() -> None:
    rows = [
        ["", "", "", ""],
        ["Barn", "812", "548", "-65"],
        ["Omsorg", "574", "391", "-89"],
        ["Bygg", "21", "13", "45"],
    ]
    memo = memo_of("Nämnd (tkr) Budget Utfall Avvikelse", rows)
    found = amounts_in(replace(memo, read_as=frozenset({ReadAs.OCR})))
    assert {f.role for f in found if f.text in ("-65", "-89", "45")} == {"other"}
    assert "other" not in {f.role for f in found if f.text in ("812", "548", "574", "391")}


def test_a_bare_table_under_a_matter_of_fees_has_fees() -> None:
    rows = [["", "Nu", "Förslag"], ["Värmepanna", "372", "389"], ["Rökkanal", "87", "91"]]
    found = amounts_in(memo_of("Kronor inklusive moms:", rows), title="Sotningsavgifter 2012")
    assert [f.role for f in found] == ["fee"] * 4
    rows = [["", "2011", "2012"], ["Intäkter", "372", "389"], ["Sotning", "287", "291"], ["Resultat", "85", "98"]]
    found = amounts_in(memo_of("Tkr:", rows), title="Sotningsavgifter 2012")
    assert "fee" not in {f.role for f in found}
