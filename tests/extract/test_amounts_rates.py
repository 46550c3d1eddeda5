"""What a sum is counted per where only its neighbours, its row or its column say it."""

import pytest

from tests.extract.amounts_memo import amounts_in, amounts_of, memo_of

SENTENCES = [
    ("Kostnaden per elev är 61 300 kr i Ås mot i genomsnitt 43 900 kr i kommunen.", ["elev", "elev"]),
    ("Kostnaden per elev var 2007 84 600 kr, mot 66 900 kr i genomsnitt för kommunen.", ["elev", "elev"]),
    ("Ett dygn kostar i genomsnitt 3 150 kr, mot 2 980 kr tidigare.", ["dygn", "dygn"]),
    ("Årshyran blir 1 184 000 kronor, exklusive moms, att jämföra med 905 tkr i dag.", ["år", "år"]),
    ("Årshyran blir 1,2 mnkr, att jämföra med 905 tkr i dag.", ["år", "år"]),
    ("Besparingen motsvarar 1,9 Mkr på årsbasis.", ["år"]),
    ("Höjningen ger 190 tkr räknat på helårsbasis.", ["år"]),
    ("Det blir 12 400 kronor på månadsbasis.", ["månad"]),
    ("I Kumla kommun tas 900 kronor ut per termin.", ["termin"]),
    ("I grannkommunerna tas 900 respektive 1 100 kronor ut per termin.", ["termin", "termin"]),
    ("För larm tas 240 kronor ut i månaden.", ["månad"]),
    ("Karlstads kommun betalar 90 kronor per timme och Storfors kommun 80 kronor.", ["timme", "timme"]),
    ("I Nyköpings kommun betalar eleverna 600 kronor per termin och i Trosa kommun 850 kronor.", ["termin", "termin"]),
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
    ("Årshyran blir 1 184 000 kronor, att jämföra med 5 tkr i dag.", ["år", None]),
    ("Avgiften är 50 kr per besök och Lunds kommun får 420 000 kr.", ["besök", None]),
    ("Köpeskillingen betalas ut per den 1 maj med 900 kronor.", [None]),
    ("Avgiften, 900 kronor, tas ut i förskott.", [None]),
    ("Summan är 4 mnkr på sikt.", [None]),
    ("Hyran är 500 kr per månad mot 12 procent i ränta.", ["månad", None]),
]


@pytest.mark.parametrize(("text", "per"), SENTENCES)
def test_rates_of_sentences(text: str, per: list[str | None]) -> None:
    assert [f.per for f in amounts_of(text)] == per


ROWS = [
    (["Avgift (kr)", "Nu"], ["Bojplats, per år", "950"], "år"),
    (["Avgift (kr)", "Nu"], ["Gästhamn, per dygn", "220"], "dygn"),
    (["Elpris", "Bygdemedel per år, tkr"], ["320", "1 306"], "år"),
    (["Verk", "Drift per år (tkr)"], ["Vattenverket", "310"], "år"),
    (["Verk", "Arrende per år, mnkr"], ["Norra", "1,3"], "år"),
    (["Avgift", "Nu"], ["Gästhamn per dygn, kr", "220"], "dygn"),
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
