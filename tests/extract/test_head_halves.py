"""Bodies and offices whose first half stands apart from the other: "Barn- och" over "ungdomsnämnden"."""

import pytest

from pipeline.extract.head import read_head
from pipeline.forms.names import find_names
from tests.extract.heads import BODY
from tests.extract.marked import memo_of

# text -> the names in it; ¶ is a line end
NAMES = """
Mottagare Barn- och¶¶ungdomsnämnden -> Barn- och ungdomsnämnden
Till Vård- och¶¶omsorgsnämnden -> Vård- och omsorgsnämnden
Kultur- och\tfritidsnämnden -> Kultur- och fritidsnämnden
Natur-, bygg- och¶¶miljönämnden -> Natur-, bygg- och miljönämnden
BARN- OCH¶¶UNGDOMSNÄMNDEN -> Barn- och ungdomsnämnden
Till barn--och utbildningsnämnden -> Barn- och utbildningsnämnden
Till barn-och utbildningsnämnden -> Barn- och utbildningsnämnden
Till barn -och ungdomsnämnden -> Barn- och ungdomsnämnden
Till barn - och ungdomsnämnden -> Barn- och ungdomsnämnden
Vård-och omsorgsförvaltningen -> Vård- och omsorgsförvaltningen
VÅRD-OCH OMSORGSFÖRVALTNINGEN -> Vård- och omsorgsförvaltningen
Kultur~ och fritidsförvaltningens -> Kultur- och fritidsförvaltningen
Miljö— och byggnadsnämnden -> Miljö- och byggnadsnämnden
Barn= och utbildningsnämnden -> Barn- och utbildningsnämnden
Gymnasie- o vuxenutbildningsnämnden -> Gymnasie- och vuxenutbildningsnämnden
Hälso-och sjukvårdsnämnden -> Hälso- och sjukvårdsnämnden
Mark-och miljödomstolen -> Mark- och miljödomstolen
Finans och näringslivsutskottet -> Finans- och näringslivsutskottet
Barn- och¶¶Socialnämnden -> Socialnämnden
avgifter för barn – och utbildningsnämnden anser -> Utbildningsnämnden
Kulturnämnden -och fritidsnämnden -> Kulturnämnden; Fritidsnämnden
Kulturnämnden-och fritidsnämnden -> Fritidsnämnden
Tekniska förvaltningen och¶¶miljönämnden -> Tekniska förvaltningen; Miljönämnden
läget är bra - och socialnämnden delar det -> Socialnämnden
socialnämnden och utbildningsnämnden -> Socialnämnden; Utbildningsnämnden
""".strip().splitlines()

# head (¶ is a line end, ¶¶ another block), and below it: administration | addressee
HEADS = """
Förvaltning Barn- och¶¶1 (2)¶¶Hults kommun¶¶ungdomsförvaltningen¶Mottagare Barn- och¶¶ungdomsnämnden
Barn- och ungdomsförvaltningen | Barn- och ungdomsnämnden
Hult¶Datum 2022-11-07¶Dnr BUN 2022/14¶Förvaltning Barn- och¶utbildningsförvaltningen¶¶Till: Barn- och¶utbildningsnämnden
Barn- och utbildningsförvaltningen | Barn- och utbildningsnämnden
Hults kommun¶¶Förvaltning Vård- och¶omsorgsförvaltningen¶¶Mottagare Vård- och¶¶omsorgsnämnden
Vård- och omsorgsförvaltningen | Vård- och omsorgsnämnden
Hults kommun¶¶Förvaltning Vård- och omsorgsförvaltningen¶¶Till vård- och¶¶Dnr 2021/12¶¶omsorgsnämnden
Vård- och omsorgsförvaltningen | Vård- och omsorgsnämnden
Hults kommun¶Kultur- och¶¶Sida 1 (3)¶¶fritidsförvaltningen¶¶Kultur- och¶fritidsnämnden
Kultur- och fritidsförvaltningen | Kultur- och fritidsnämnden
Hults kommun¶Kultur-och fritidskontoret¶¶Till kultur -och fritidsnämnden
Kultur- och fritidskontoret | Kultur- och fritidsnämnden
Hults kommun¶Barn- och utbildningskontoret¶¶Till barn--och utbildningsnämnden
Barn- och utbildningskontoret | Barn- och utbildningsnämnden
Hults kommun¶Miljö- och¶byggnadskontoret¶¶Miljö- och¶¶byggnadsnämnden
Miljö- och byggnadskontoret | Miljö- och byggnadsnämnden
Hults kommun¶Barn och ungdomskontoret¶¶Till barn och ungdomsnämnden
Barn- och ungdomskontoret | Barn- och ungdomsnämnden
Hults kommun¶Socialkontoret¶¶Mottagare: vård och omsorgsnämnden
Socialkontoret | Vård- och omsorgsnämnden
Hults kommun¶Socialkontoret¶¶Till kommunstyrelsen och socialnämnden
Socialkontoret | Kommunstyrelsen
Hults kommun¶¶Avdelning Ekonomiavdelningen¶¶Socialnämnden
Ekonomiavdelningen | Socialnämnden
Hults kommun¶¶Förvaltning Skola och lärande¶¶Socialnämnden
Förvaltning Skola och lärande | Socialnämnden
Hults kommun¶Kultur- och fritidskontoret¶¶Kopia till: Barn- och¶ungdomskontoret¶¶Till¶¶socialnämnden
Kultur- och fritidskontoret | Socialnämnden
Hults kommun¶Socialförvaltningen¶¶Sociala¶omsorgsnämnden
Socialförvaltningen | Sociala omsorgsnämnden
Hults kommun¶Socialkontoret¶¶Till¶Kommunstyrelsens¶arbetsutskott
Socialkontoret | Kommunstyrelsens arbetsutskott
Hults kommun¶Socialkontoret¶¶Mottagare¶Socialnämndens¶arbetsutskott
Socialkontoret | Socialnämndens arbetsutskott
Hults kommun¶Skolkontoret¶¶Till¶Skolnämndens¶presidium
Skolkontoret | Skolnämndens presidium
Hults kommun¶Tekniska kontoret¶¶Till:¶Kommunstyrelsens¶tekniska utskott
Tekniska kontoret | Kommunstyrelsens tekniska utskott
Hults kommun¶Socialkontoret¶¶Till¶Kommunstyrelsen¶Datum¶2019-05-03
Socialkontoret | Kommunstyrelsen
Hults kommun¶Socialkontoret¶¶Till¶Kommunstyrelsen¶arbetsutskottet för kännedom
Socialkontoret | Kommunstyrelsen
""".strip().splitlines()


@pytest.mark.parametrize("case", NAMES)
def test_names(case: str) -> None:
    text, _, expected = case.partition(" -> ")
    assert "; ".join(name.name for name in find_names(text.replace("¶", "\n"))) == expected


@pytest.mark.parametrize(("marked", "expected"), list(zip(HEADS[::2], HEADS[1::2], strict=True)))
def test_heads(marked: str, expected: str) -> None:
    head = read_head(memo_of(marked.replace("¶", "\n") + "\n== title\nStöd till skolor\n" + BODY))
    office, body = (field.value if field else None for field in (head.administration, head.addressee))
    assert f"{office} | {body}" == expected


def test_a_hyphen_that_only_the_text_tells() -> None:
    text = BODY + "Barn- och utbildningsnämnden beslutade i maj.\n"
    head = read_head(memo_of("Hults kommun\n\nTill barn och utbildningsnämnden\n== title\nStöd till skolor\n" + text))
    assert head.addressee
    assert head.addressee.value == "Barn- och utbildningsnämnden"
