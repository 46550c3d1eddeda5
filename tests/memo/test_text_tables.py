"""Tables in old OCR text, whose gaps, spaces and signs are lost: what heading, sums and columns tell of them."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.memo.build import find_memos
from pipeline.memo.layout import Piece, PieceKind, Zone
from pipeline.memo.memo import Memo
from pipeline.memo.text_rows import ends_in_figures, row_of_words
from pipeline.memo.text_splits import Values, _summed, counts_of, solve, splits
from tests.memo.typeset import Sheet, check, plain

HEAD = """LILLABY KOMMUN TJÄNSTESKRIVELSE 1 (2)
Socialförvaltningen 1998-04-20
Dnr 98/112

Socialnämnden

Ändrade avgifter inom hemtjänsten

Bakgrund

Avgifterna i hemtjänsten har inte ändrats sedan 1995. Kostnaderna har under
samma tid ökat med 12 procent, och nämnden uppdrog därför åt förvaltningen att
se över taxan.

"""


def memo_of(table: str) -> Memo:
    (memo,) = find_memos([plain(HEAD + table + "\nDet är allt som finns att säga om den saken i detta ärende.\n")])
    check(memo)
    return memo


def rows_of(memo: Memo) -> list[str]:
    return [memo.text[b.start : b.end].replace("\t", "|") for b in memo.blocks if b.kind == "row"]


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (  # a rule between two numbers parts them, whatever their digits could be together
            "Belopp i tkr 2002 2003\nMinskade avgifter -14900 | -15 200\nStatsbidrag 12 100 12 100\nNetto -50 | -350\n",
            [
                "Belopp i tkr|2002|2003",
                "Minskade avgifter|-14 900|-15 200",
                "Statsbidrag|12 100|12 100",
                "Netto|-50|-350",
            ],
        ),
        (  # the label ends in a running number, and a heading that comes again stands over no labels
            "Procent | Högst kr/mån | Procent | Högst kr/mån\n"
            "Barn 1 3 1 140 2 760\nBarn 2 2 760 1 380\nBarn 3 1 380 1 380\n",
            [
                "|Procent|Högst kr/mån|Procent|Högst kr/mån",
                "Barn 1|3|1 140|2|760",
                "Barn 2|2|760|1|380",
                "Barn 3|1|380|1|380",
            ],
        ),
        (  # prices with :- are grouped like other numbers, and the dash may stand apart
            "Åtgärd Nu Förslag\nEnbostadshus 10 840:- 12 560:-\nFritidshus 8 200:- 9 400:-\n"
            "Skylt 1 075:- 1 200: -\nAnmälan 540: - 785: -\n",
            [
                "Åtgärd|Nu|Förslag",
                "Enbostadshus|10 840:-|12 560:-",
                "Fritidshus|8 200:-|9 400:-",
                "Skylt|1 075:-|1 200:-",
                "Anmälan|540:-|785:-",
            ],
        ),
        (
            "Vara Pris 2009 Pris 2010\nVuxen 20:- 25:-\nBarn 10:- 15:-\nSäsongskort 1 200:- 1 350:-\n",
            ["Vara|Pris 2009|Pris 2010", "Vuxen|20:-|25:-", "Barn|10:-|15:-", "Säsongskort|1 200:-|1 350:-"],
        ),
        (  # years and a total behind them tell the columns: rows with empty cells stay whole
            "Objekt (tkr) 2022 2023 2024 2025 Totalt\nBro Storgatan 5000 2900 7 900\n"
            "Beläggning 2000 2000 2000 2000 8 000\nTorget 1000 2500 3500\nSumma 7000 4900 3000 4500 19400\n",
            [
                "Objekt (tkr)|2022|2023|2024|2025|Totalt",
                "Bro Storgatan 5000 2900 7 900|||||",
                "Beläggning|2000|2000|2000|2000|8 000",
                "Torget 1000 2500 3500|||||",
                "Summa|7000|4900|3000|4500|19400",
            ],
        ),
        (  # "4 700" is one number, and a cell of its row is empty
            "Objekt (tkr) 2022 2023 2024 2025 Totalt\nBro Storgatan 5 000 2 900 7 900\n"
            "Väg Åby 1 200 1 500 2 000 4 700\nBeläggning 2 000 2 000 2 000 2 000 8 000\n"
            "Belysning 750 750 1 500 1 500 4 500\nTorget 1 000 2 500 3 500\nSumma 8 950 7 150 6 500 6 000 28 600\n",
            [
                "Objekt (tkr)|2022|2023|2024|2025|Totalt",
                "Beläggning|2 000|2 000|2 000|2 000|8 000",
                "Belysning|750|750|1 500|1 500|4 500",
                "Summa|8 950|7 150|6 500|6 000|28 600",
            ],
        ),
        (  # years behind sums are no thousands
            "Förening Belopp kr År\nTorsås GoIF 2 400 2021\nHembygdsförening 24 500 2018\nSim 40 000 2019\n",
            ["Förening|Belopp kr|År", "Torsås GoIF|2 400|2021", "Hembygdsförening|24 500|2018", "Sim|40 000|2019"],
        ),
        (  # nor is one that ends an answer a number of the row
            "Bidrag (kr) enligt följande:\nTorsås GoIF 2 400 Ja, sedan 2021\nHembygd 24 500 Ja, sedan 2018\n"
            "Sim 40 000 Nej, inte 2019\n",
            [],
        ),
        (  # a row that can't have so many numbers stays whole
            "Procent | Högst kr/mån | Procent | Högst kr/mån\n"
            "Barn 1 a 1140 2 760\nBarn 2 2 760 1 380\nBarn 3 1 380 1 380\n",
            [
                "|Procent|Högst kr/mån|Procent|Högst kr/mån",
                "Barn 1 a 1140 2 760||||",
                "Barn 2|2|760|1|380",
                "Barn 3|1|380|1|380",
            ],
        ),
        (  # a garbled line among the rows, and a heading that lost one of its columns
            "Linje Intäkt 2019 Prognos 2020 6 Kostnad 2020\nRegionbuss 98,4 61,0 =38 271,5\nTåg 54,2 Cag 750 ; 143,8\n"
            "Resor 12,0 8,4 -30 96,3\nTotalt 164,6 96,5 -41 511,6\n",
            [
                "Regionbuss|98,4|61,0|-38|271,5",
                "Tåg Cag 750 ;|54,2|||143,8",
                "Resor|12,0|8,4|-30|96,3",
                "Totalt|164,6|96,5|-41|511,6",
            ],
        ),
        (  # one column of plain sums below a line that points to it
            "För 1997 kan följande kalkyl ställas upp (kronor):\n"
            "Statlig ersättning 4.472.000\nTolk 1.180.000\nLokaler . 965.000\n",
            ["Statlig ersättning|4.472.000", "Tolk|1.180.000", "Lokaler .|965.000"],
        ),
        (  # the same without such a line: they may be anything
            "Enheterna nås på dessa nummer.\nVäxel 344800\nTolk 344801\nLager 344802\n",
            [],
        ),
        (  # the heading's words are more than the columns; the last column is a difference
            "Område, tkr Budget 2016 Utfall jan-aug Prognos Avvikelse\nFörskola 214 300 145 120 218 900 -4 600\n"
            "Grundskola 96 450 66 380 99 200 -2 750\nMusikskola 71 200 46 010 69 850 1350\n"
            "Summa 381 950 257 510 387 950 -6 000\n",
            [
                "Område, tkr|Budget 2016|Utfall jan-aug|Prognos|Avvikelse",
                "Förskola|214 300|145 120|218 900|-4 600",
                "Grundskola|96 450|66 380|99 200|-2 750",
                "Musikskola|71 200|46 010|69 850|1 350",
                "Summa|381 950|257 510|387 950|-6 000",
            ],
        ),
        (  # no heading: the sums and a column of clear numbers tell
            "Ersättning —4 200 —17 900 —18 300\nEgen regi 5 650 15 400 15 100\nHyra 620 1 488 1518\n"
            "Netto 2070 -1012 ~—1 682\n",
            [
                "Ersättning|—4 200|—17 900|—18 300",
                "Egen regi|5 650|15 400|15 100",
                "Hyra|620|1 488|1 518",
                "Netto|2 070|-1 012|-1 682",
            ],
        ),
        (  # years as labels, blank lines between the rows, a lost space within a number
            "År Antal ärenden _Beviljat (kr) Snitt per ärende (kr)\n\n2010 61 1 204 500 19 746\n\n"
            "2011 74 1611 000 21770\n\n"
            "2012 58 988 200 17 038\n\nJan-sept 2013 49 1 350 700 27 565\n",
            [
                "År|Antal ärenden|Beviljat (kr)|Snitt per ärende (kr)",
                "2010|61|1 204 500|19 746",
                "2011|74|1 611 000|21 770",
                "2012|58|988 200|17 038",
                "Jan-sept 2013|49|1 350 700|27 565",
            ],
        ),
        (  # a row of sums without the column of numbers that are no amounts
            "Sökande Org.nr Sökt Förslag Ändring\nHemvärnets Vänner 846001-2217 980 900 50\n"
            "Stiftelsen Kvarnen 846501-3308 1400 1250 -100\nKören Klang 802440-7781 450 410 =25\n"
            "Summa 2 830 2560 -75\n",
            [
                "Sökande|Org.nr|Sökt|Förslag|Ändring",
                "Hemvärnets Vänner|846001-2217|980|900|50",
                "Stiftelsen Kvarnen|846501-3308|1400|1250|-100",
                "Kören Klang|802440-7781|450|410|-25",
                "Summa||2 830|2560|-75",
            ],
        ),
        (  # the heading begins with a year; two of its columns are of the same one
            "1998 Budget 1999 1999\nMedlemsbidrag 21.400 22.150 22.150\nÖvrigt 2.310 2.200 2.487\n",
            ["|1998|Budget 1999|1999", "Medlemsbidrag|21.400|22.150|22.150", "Övrigt|2.310|2.200|2.487"],
        ),
        (  # a heading of two lines
            "Bokslut Prognos Budget\n2002 2003 2004\nIntäkter 38 610 39 250 41 800\nKostnader -39 905 -41 150 -41 750\n"
            "Resultat -1 295 -1 900 50\n",
            [
                "|Bokslut|Prognos|Budget",
                "|2002|2003|2004",
                "Intäkter|38 610|39 250|41 800",
                "Kostnader|-39 905|-41 150|-41 750",
                "Resultat|-1 295|-1 900|50",
            ],
        ),
        (  # a label broken over two lines
            "Tkr 2001 2002\nStöd och hjälp till äldre och\nfunktionshindrade 12 340 13 560\nFörskola 9 120 9 480\n",
            [
                "Tkr|2001|2002",
                "Stöd och hjälp till äldre och funktionshindrade|12 340|13 560",
                "Förskola|9 120|9 480",
            ],
        ),
        (  # one column, told by its sum
            "Personal 12 340\nLokaler 3 205\nSumma 15 545\n",
            ["Personal|12 340", "Lokaler|3 205", "Summa|15 545"],
        ),
        ("Lokaler 12 340 560\nPersonal 10 200 300\n", []),
        ("Lokaler 12 340 560\nPersonal 10 200 300\nSumma 22 540 860\n", []),
        ("Bilaga 1 Karta 3\nBilaga 2 Skiss 4\n", []),
    ],
)
def test_tables(table: str, rows: list[str]) -> None:
    assert rows_of(memo_of(table)) == rows


def test_header_and_label_of_a_cell() -> None:
    memo = memo_of("Tkr 1997 1998 Skillnad\nHemtjänst 18 420 17 305 -1115\nLarm 9 760 9 480 -280\n")
    (table,) = memo.tables
    assert {(c.label, c.header): memo.text[c.start : c.end] for c in table.cells}["Hemtjänst", "Skillnad"] == "-1 115"


@pytest.mark.parametrize(
    ("words", "counts"),
    [("18 420 17 305", {2, 3, 4}), ("-4 200", {1, 2}), ("1611 000 21770", {2}), ("7,2 8,1", {2}), ("45 10", {2})],
)
def test_counts(words: str, counts: set[int]) -> None:
    assert counts_of(words.split()) == counts


def test_sums_choose_between_readings() -> None:
    rows = ("980 300 12", "20 700 8", "1 001 000 20")
    found = solve([row.split() for row in rows], 2, True)
    assert found is not None
    assert found.proved
    assert found.splits == [[[0, 1], [2]], [[0, 1], [2]], [[0, 1, 2], [3]]]


@pytest.mark.parametrize(
    ("lost", "found"),
    [
        ("Summa 15.545 18.280 10.100", "Lokaler|3.205|9.140|-2.240"),  # only so the third column's sum is right
        ("Summa 15.545 18.280 10.200", "Lokaler|3.205|9.140|2.240"),  # not even so
        ("Summa 15.545 18.281 10.100", "Lokaler|3.205|9.140|2.240"),  # another column says that it is no sum
        ("Antal 15.545 18.280 10.100", "Lokaler|3.205|9.140|2.240"),
    ],
)
def test_a_lost_minus_sign_is_set_where_sums_prove_it(lost: str, found: str) -> None:
    memo = memo_of("1998 Budget 1999 1999\nPersonal 12.340 9.140 12.340\nLokaler 3.205 9.140 2.240\n" + lost + "\n")
    assert found in rows_of(memo)


def test_a_minus_sign_read_twice() -> None:
    sheet = Sheet()
    sheet.put(71, 60, "Bakgrund", bold=True)
    sheet.text(
        71, 80, "Nedan framgår hur det har gått för de olika verksamheterna under årets första del, i tusental kronor."
    )
    for n, row in enumerate([("Tkr", "2021", "2022"), ("Skola", "—-4 500", "~-12"), ("Vård", "1 200", "=30")]):
        for x, cell in zip((71, 250, 350), row, strict=True):
            sheet.put(x, 130 + 15 * n, cell)
    (memo,) = find_memos([sheet.scanned()])
    check(memo)
    assert rows_of(memo) == ["Tkr|2021|2022", "Skola|-4 500|-12", "Vård|1 200|-30"]


@given(st.lists(st.from_regex(r"\A-?\d{1,6}\Z"), min_size=1, max_size=14), st.integers(1, 14))
def test_a_split_keeps_every_word_in_order(numbers: list[str], count: int) -> None:
    for odd, cells in splits(numbers, count):
        assert odd >= 0
        assert len(cells) == count
        assert [i for cell in cells for i in cell] == list(range(len(numbers)))


@given(st.lists(st.lists(st.integers(-9999999, 9999999), min_size=3, max_size=3), min_size=3, max_size=6))
def test_no_rows_raise(rows: list[list[int]]) -> None:
    lines = [f"Post {n} " + " ".join(f"{v:,}".replace(",", " ") for v in row) for n, row in enumerate(rows)]
    memo_of("\n".join(lines) + "\n")


WORN = [
    (  # empty cells that the sums place, under years that tell how many columns there are
        "Miljoner kronor 2024 2025 2026\nHyra 1,65 3,97\nStädning 0,31 0,74\nPaviljonger -0,40 -1,62 -2,12\n"
        "Inventarier 0,15 0,55 0,60\nNetto -0,25 0,89 3,19\n",
        [
            "Miljoner kronor|2024|2025|2026",
            "Hyra||1,65|3,97",
            "Städning||0,31|0,74",
            "Paviljonger|-0,40|-1,62|-2,12",
            "Inventarier|0,15|0,55|0,60",
            "Netto|-0,25|0,89|3,19",
        ],
    ),
    (  # of a row between two others what is set like its columns is told
        "Anbudsgivare Fast pris Mervärde Utvärderat pris\nNorra Bygg AB : 186 400 -240 000 1 997\n"
        "Allservice AB 179 900 ) : 2159\nToalettbolaget AB 211 250 -310 000 2 225\n",
        [
            "Anbudsgivare|Fast pris|Mervärde|Utvärderat pris",
            "Norra Bygg AB :|186 400|-240 000|1 997",
            "Allservice AB ) :|179 900||2 159",
            "Toalettbolaget AB|211 250|-310 000|2 225",
        ],
    ),
    (  # a number that lost its comma is none that can be told
        "Belopp i mkr Prognos 2013 Budget 2014\nBidrag 52,0 54,0\nAvgifter 19 2,1\nIntäkter 2.6 2,3\n"
        "Lokaler -5,5 -5,6\nFordon -6,7 -6,4\n",
        [
            "Belopp i mkr|Prognos 2013|Budget 2014",
            "Bidrag|52,0|54,0",
            "Avgifter 19||2,1",
            "Intäkter|2.6|2,3",
            "Lokaler|-5,5|-5,6",
            "Fordon|-6,7|-6,4",
        ],
    ),
    (  # prices with a dash for the öre, and units below the heading
        "Anbudsgivare Tur 1-4 Tur 5-7 Extratur\n\nkr/dag kr/dag kr/km\nLindbo Åkeri 4.395:— 2.745:- 12,20\n"
        "Åmo Taxi 4.620:- - 12,00\nLinjetrafik AB 3.990:-— 3.105:- 13,40\n",
        [
            "Anbudsgivare|Tur 1-4|Tur 5-7|Extratur",
            "|kr/dag|kr/dag|kr/km",
            "Lindbo Åkeri|4.395:-|2.745:-|12,20",
            "Åmo Taxi|4.620:-|-|12,00",
            "Linjetrafik AB|3.990:-|3.105:-|13,40",
        ],
    ),
    (  # a unit stands over the labels
        "Tkr Andel, % 2013 2014 2015\nAvby kommun 46,0 23 920 24 840 25 392\nHede kommun 33,5 17 420 18 090 18 492\n"
        "Säby kommun 20,5 10 660 11070 11316\n",
        [
            "Tkr|Andel, %|2013|2014|2015",
            "Avby kommun|46,0|23 920|24 840|25 392",
            "Hede kommun|33,5|17 420|18 090|18 492",
            "Säby kommun|20,5|10 660|11 070|11 316",
        ],
    ),
    (  # the line below ends in a number by chance
        "Kronor 2000 2001\nIntäkter . 1.204.300 867.000\nLöner : 1.031.500 918.400\nHyra, resor 139.800 128.600\n"
        "Resultat 33.000 -180.000\nNämndens utskott tillstyrkte 2001-09-04, § 133,\nett bidrag med lägre belopp.\n",
        [
            "Kronor|2000|2001",
            "Intäkter .|1.204.300|867.000",
            "Löner :|1.031.500|918.400",
            "Hyra, resor|139.800|128.600",
            "Resultat|33.000|-180.000",
        ],
    ),
    (  # thousands are set with a point: two words are no number
        "Avgift i kr per säsong 1997 1998\nPlats, bredd t o m 2,5 m 740 890\nPlats, bredd 2,5 - 3,5 m 1.060 1.280\n"
        "Plats, bredd över 3,5 m 1.430 1.725\nVinterplats på land - 310 875\n",
        [
            "Avgift i kr per säsong|1997|1998",
            "Plats, bredd t o m 2,5 m|740|890",
            "Plats, bredd 2,5 - 3,5 m|1.060|1.280",
            "Plats, bredd över 3,5 m|1.430|1.725",
            "Vinterplats på land 310 875|-|",
        ],
    ),
    (  # each year has its unit, and so has the share before them
        "Kommun i Andel, % 2018, tkr 2019, tkr\nStorbyn 58,5 79 794 81 709\nMellanbyn 17,6 . 24 006 24 583\n"
        "Lillbyn 11,9 16 232 16 621\nSkogsbyn 4,2 5 729 5 866\n",
        [
            "Kommun i|Andel, %|2018, tkr|2019, tkr",
            "Storbyn|58,5|79 794|81 709",
            "Mellanbyn .|17,6|24 006|24 583",
            "Lillbyn|11,9|16 232|16 621",
            "Skogsbyn|4,2|5 729|5 866",
        ],
    ),
    (  # a unit alone stands over a single column
        "kkr\nPersonal : 3 480\nDrift och underhåll 2 110\nRäntor och avskrivningar 1 395\nSumma kostnader | 6985\n"
        "Landningsavgifter 2 435\nÖvriga intäkter 1600.\nSumma intäkter 4035\nBehov av driftbidrag : 2 950\n",
        [
            "Personal :|3 480",
            "Drift och underhåll|2 110",
            "Räntor och avskrivningar|1 395",
            "Summa kostnader ||6 985",
            "Landningsavgifter|2 435",
            "Övriga intäkter|1 600",
            "Summa intäkter|4 035",
            "Behov av driftbidrag :|2 950",
        ],
    ),
    (  # the first row ends in a blot of four signs
        "Verksamhet (mnkr) Budget 2024 Utfall jan-apr 2024 Prognos 2024 Avvikelse\nBoende 548,0 181,9 549,5 ils)\n"
        "Stöd 396,5 131,0 394,1 2,4\nKansli 44,8 14,2 47,2 -2,4\nLokaler 12,8 4,1 13,2 -0,4\n",
        [
            "Verksamhet (mnkr)|Budget 2024|Utfall jan-apr 2024|Prognos 2024|Avvikelse",
            "Boende ils)|548,0|181,9|549,5|",
            "Stöd|396,5|131,0|394,1|2,4",
            "Kansli|44,8|14,2|47,2|-2,4",
            "Lokaler|12,8|4,1|13,2|-0,4",
        ],
    ),
]


@pytest.mark.parametrize(("table", "rows"), WORN)
def test_worn_tables(table: str, rows: list[str]) -> None:
    assert rows_of(memo_of(table)) == rows


def test_specks_before_numbers() -> None:
    (table,) = memo_of(
        """Investering Bidrag Drift Andel
Vattenverket 9 400 4 700 310 50
Äldreboendet “3250 1 300 95 60
Stadshuset "2 800 700 120 75
"""
    ).tables
    cells = {(c.row, c.column): c for c in table.cells}
    assert {c.label for c in cells.values()} >= {"Äldreboendet", "Stadshuset"}


WORD = st.one_of(
    st.sampled_from(
        ["Skola", "och", "12", "1 234", "-", "–", "%", "|", "a,", "x", "_", ".", "~5", "2019", "§", "4:-", "(3)"]
    ),
    st.text(alphabet="aB1,-.|%~", min_size=1, max_size=5),
)


@given(st.lists(WORD, min_size=1, max_size=7))
def test_a_line_that_no_figures_end_is_no_row(words: list[str]) -> None:
    if not ends_in_figures(words):
        assert row_of_words(Piece(PieceKind.LINE, Zone.BODY, 1), words) is None


def _proved(values: list[list[Values]], count: int) -> list[set[int]] | None:
    """The readings that `_summed` finds, each choice tried for itself."""
    for dropped in (None, *(range(count) if count > 2 else ())):
        columns = [c for c in range(count) if c != dropped]
        kept: list[set[int]] = [set() for _ in values]
        for picks in product(*(range(len(row)) for row in values)):
            *rows, total = (row[n] for row, n in zip(values, picks, strict=True))
            numbers = [[row[c] for c in columns] for row in (*rows, total)]
            if any(v is None for row in numbers for v in row) or all(abs(total[c] or 0) < 10_000 for c in columns):
                continue
            if all(sum(row[c] or 0 for row in rows) == total[c] for c in columns):
                for place, pick in enumerate(picks):
                    kept[place].add(pick)
        if kept[-1]:
            return kept
    return None


CELL = st.one_of(st.none(), st.sampled_from([0, 1000, 10_000, 20_000, 30_000, 40_000, -10_000]))


@given(
    st.integers(1, 4).flatmap(
        lambda count: st.lists(
            st.lists(st.tuples(*[CELL] * count), min_size=1, max_size=3), min_size=3, max_size=5
        ).map(lambda values: (count, values))
    )
)
def test_readings_that_sums_prove(case: tuple[int, list[list[Values]]]) -> None:
    count, values = case
    assert _summed(values, count, labelled=True) == _proved(values, count)


HEADED = "Utgift, mnkr 2022 2023 2024 2025 Totalt\n"
BRUNN = "Brunnar och ledning - 3,5 14,0 11,5 29,0\n"
VERK = "Vattenverk - 1,2 8,8 31,4 41,4\n"


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("Mark och hus 0,3 2,8 = - 3)\n", "Mark och hus 3)|0,3|2,8|-|-|"),
        ("Mark och hus 0,3 Tha - - 3,1\n", "Mark och hus Tha|0,3||-|-|3,1"),
        ("Mark och hus a) 2,8 - - 2,8\n", "Mark och hus a)||2,8|-|-|2,8"),
        ("Mark och hus 0,3 2,8 - - 355)\n", "Mark och hus 355)|0,3|2,8|-|-|"),
        ("Mark och hus 0,3 2,8 - 1455 3,1\n", "Mark och hus 1455|0,3|2,8|-||3,1"),
        ("Mark och hus 0,3 28 - - 3,1\n", "Mark och hus 28|0,3||-|-|3,1"),
        ("Mark och hus q,3 z,8 = v 3)\n", "Mark och hus q,3 z,8 = v 3)|||||"),  # nothing to be sure of
        ("Mark och hus 2,8 - - 2,8\n", "Mark och hus 2,8 - - 2,8|||||"),  # a cell is lost
        ("Mark 12 hus 0,3 2,8 = - 3)\n", "Mark 12 hus 0,3 2,8 = - 3)|||||"),  # a figure in its name
        ("Mark och hus 0,3 2,8 = - - 3)\n", "Mark och hus 0,3 2,8 = - - 3)|||||"),  # a word too many
    ],
)
def test_a_row_with_a_cell_that_can_t_be_read_is_read_in_place(row: str, read: str) -> None:
    found = rows_of(memo_of(HEADED + BRUNN + row + VERK))
    assert found[2] == read
    assert found[1] == "Brunnar och ledning|-|3,5|14,0|11,5|29,0"


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (  # a speck between two numbers
            "Verksamhet, tkr Budget 2018 Prognos 2018 Avvikelse\nÄldreomsorg : 198 300 197 450 ; 850\n"
            "Barnomsorg 68 900 77 400 -8 500\nLedning 7 700 7 300 400\nSumma : : 274 900 282 150 -7 250\n",
            ["Äldreomsorg :|198 300|197 450|850", "Summa : :|274 900|282 150|-7 250"],
        ),
        (  # dirt where a row's last number stood
            "Verksamhet, tkr Budget 2018 Prognos 2018 Avvikelse\nÄldreomsorg 198 300 197 450 850\n"
            "Funktionsnedsättning 112 600 113 150 peceals\nBarnomsorg 68 900 77 400 -8 500\n"
            "Ledning 77 300 77 200 400\n",
            ["Funktionsnedsättning peceals|112 600|113 150|"],
        ),
        (  # no name of a row is what ends another
            "Verksamhet, tkr Budget 2018 Prognos 2018 Avvikelse\nÄldreomsorg 198 300 197 450 850\n"
            "Skolan har 112 elever\nBarnomsorg 68 900 77 400 -8 500\n",
            [],
        ),
        (  # dirt on both sides of a number: it may stand in a digit's place
            "Mnkr 2026 2027 2028\nAvgift till nämnden 6,85 7,05 7,25\nInförande 1,60 0,80 0,40\n"
            "Nuvarande budget =0,99) -5,95 -5,95\nYtterligare behov 3,05 2,20 1,60\n",
            ["Nuvarande budget|-0,99)|-5,95|-5,95"],
        ),
        (  # a whole column without decimals is one of counts where no years head the columns
            "Skola Antal Budget Utfall\nNorra 12 3,5 3,6\nSödra 40 14,0 13,8\nVästra 31 8,8 8,1\n",
            ["Norra|12|3,5|3,6", "Västra|31|8,8|8,1"],
        ),
        (  # under years all numbers are of one kind: these lost their commas
            "Utgift, mnkr 2022 2023 2024\nNorra 12 3,5 3,6\nSödra 40 14,0 13,8\nVästra 31 8,8 8,1\n",
            ["Norra 12||3,5|3,6", "Västra 31||8,8|8,1"],
        ),
    ],
)
def test_specks_and_dirt_among_a_row_s_numbers(table: str, rows: list[str]) -> None:
    found = rows_of(memo_of(table))
    assert [row for row in rows if row not in found] == []
    assert not any("elever|" in row for row in found)
