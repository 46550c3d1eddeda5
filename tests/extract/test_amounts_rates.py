"""What a sum is counted per where only its neighbours, its row or its column say it."""

import pytest

from tests.extract.amounts_memo import amounts_in, amounts_of, memo_of

SENTENCES = [
    ("Kostnaden per elev är 61 300 kr i Ås mot i genomsnitt 43 900 kr i kommunen.", ["elev", "elev"]),
    ("Kostnaden per elev var 2007 84 600 kr, mot 66 900 kr i genomsnitt för kommunen.", ["elev", "elev"]),
    ("Ett dygn kostar i genomsnitt 3 150 kr, mot 2 980 kr tidigare.", ["dygn", "dygn"]),
    ("Årshyran blir 1 184 000 kronor, exklusive moms, att jämföra med 905 tkr i dag.", ["år", None]),
    ("Årshyran blir 1 184 tkr, exklusive moms, att jämföra med 905 tkr i dag.", ["år", "år"]),
    ("Avtalet är värt 11,4 miljoner kronor om året, mot tidigare 10,2 miljoner kronor.", ["år", "år"]),
    ("Skolan kostar 1 412 000 kr/år, vilket kan jämföras med 1 198 000 kr i riket.", ["år", "år"]),
    ("Hyran är 1 250 kr per m² medan marknadshyran är 1 100 kr.", ["m2", "m2"]),
    ("Terminsavgiften är 500 kronor, och för syskon 250 kronor.", ["termin", "termin"]),
    ("Timavgiften för tillsyn enligt lagen om skydd mot olyckor föreslås bli 1 280 kronor.", ["timme"]),
    ("Vite utgår med 5 000 kronor per utebliven hämtningsdag.", ["hämtningsdag"]),
    # no rate is shared where the second sum is another thing, or of another size
    ("Avgiften är 50 kr per besök, vilket ger intäkter om 200 000 kr.", ["besök", None]),
    ("Avgiften är 50 kr per besök mot en kostnad på 420 000 kr.", ["besök", None]),
    ("Avgiften är 50 kr per besök. Bidraget är 60 kr.", ["besök", None]),
    ("Hyran är 900 tkr per år och flytten kostar 850 tkr.", ["år", None]),
    ("Hyran är 500 kr per månad mot 12 procent i ränta.", ["månad", None]),
]


@pytest.mark.parametrize(("text", "per"), SENTENCES)
def test_rates_of_sentences(text: str, per: list[str | None]) -> None:
    assert [f.per for f in amounts_of(text)] == per


ROWS = [
    (["Avgift (kr)", "Nu"], ["Bojplats, per år", "950"], "år"),
    (["Avgift (kr)", "Nu"], ["Gästhamn, per dygn", "220"], "dygn"),
    (["Avgift (kr)", "Nu"], ["Vinterförvaring (per m²)", "60"], "m2"),
    (["Avgift", "Nu"], ["Provtagning av badvatten, per prov", "650 kr"], "prov"),
    (["Avgift", "Nu"], ["Fast avgift, kr/år", "860:-"], "år"),
    (["Avgift (kr)", "Nu"], ["Timavgift, miljöbalken", "580"], "timme"),
    (["Avgift (kr)", "Nu"], ["Tobaksförsäljning, årsavgift", "750"], "år"),
    (["Anbud", "Timpris (kr)"], ["Norrmåleri AB", "365"], "timme"),
    (["Objekt", "Årshyra (tkr)"], ["Förskolan", "3 150"], "år"),
    (["Avgift (kr)", "Nu"], ["Bygglov för altan", "4 300"], None),
    (["Avgift (kr)", "Nu"], ["Tillsyn per den 1 januari", "4 300"], None),
    (["Bidrag (kr)", "2020"], ["Fördelning per nämnd", "4 300"], None),
    (["Bidrag (kr)", "2020"], ["Ansökan per post", "300"], None),
    (["Post (tkr)", "2020"], ["Timmerbro", "4 300"], None),
]


@pytest.mark.parametrize(("heads", "row", "per"), ROWS)
def test_rates_of_rows_and_columns(heads: list[str], row: list[str], per: str | None) -> None:
    assert [f.per for f in amounts_in(memo_of("Så här blir det:", [heads, row]))] == [per]
