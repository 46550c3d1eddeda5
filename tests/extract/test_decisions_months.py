"""Earlier decisions of which only the month is told: the words round it decide, and what the month is for."""

import pytest

from tests.extract.whole_text import facts_of

TOLD = [
    ("Nämnden fastställde kvalitetskrav för bostäder med särskild service i februari 2019.", ["2019-02"]),
    ("Kommunfullmäktige antog riktlinjer för gatubelysning i mars 2018, och de gäller än.", ["2018-03"]),
    ("Kultur- och fritidsnämnden beställde i december 2018 nya lokaler för kulturskolans 640 elever.", ["2018-12"]),
    ("Kommunfullmäktige upphävde den gamla planen för vindkraft i juni 2017.", ["2017-06"]),
    ("Kommunstyrelsen beslutade i mars 2019 om anställningsstopp.", ["2019-03"]),
    ("Fullmäktige införde avgiften i december 2014.", ["2014-12"]),
    ("Nämnden fastställde att målen för verksamheten skulle följas upp i mars 2018.", []),
    ("Nämnden godkände ansökan om en konsert i mars 2018.", []),
    ("Kommunen beställde i december 2018 nya lokaler.", []),
    ("Förvaltningen beställde bussarna i december 2018.", []),
    ("Nämnden godkände en plan för arbetet under perioden mars 2018–maj 2018.", []),
    ("Kommunstyrelsens ordförande invigde skolan i augusti 2018.", []),
    ("Nämnden hade ett underskott i mars 2018.", []),
]


@pytest.mark.parametrize(("sentence", "months"), TOLD)
def test_month(sentence: str, months: list[str]) -> None:
    found = [d.date for d in facts_of(sentence).decisions if d.kind == "earlier"]
    assert found == months
