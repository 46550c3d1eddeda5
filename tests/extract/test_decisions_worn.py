"""Points and bodies of worn scans and old OCR texts: what was misread is known again, and nothing else is changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.decisions_bodies import Context, decider
from pipeline.extract.decisions_misread import own_misread, with_att, with_marks
from pipeline.extract.decisions_points import points_of
from pipeline.extract.decisions_split import trim
from pipeline.extract.decisions_units import begins_item
from pipeline.extract.decisions_words import with_signs, words
from pipeline.memo.headings import heading_of
from pipeline.memo.items import mark_of
from pipeline.memo.memo import SectionKind
from tests.extract.decisions_memo import make_memo

CONTEXT = Context("Barn- och utbildningsnämnden", False, "Ydre kommun")


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("att anta planen, ace bemyndiga chefen", "att anta planen, att bemyndiga chefen"),
        ("nämnden beslutar atr godkänna avtalet", "nämnden beslutar att godkänna avtalet"),
        ("samt all teckna avtalet", "samt att teckna avtalet"),
        ("dels afr avslå motionen", "dels att avslå motionen"),
        ("a) atf anvisa medel", "a) att anvisa medel"),
        ("Kontoret anser, ant taxan", "Kontoret anser, ant taxan"),
        ("och all personal", "och all personal"),
        ("samt alla barn", "samt alla barn"),
    ],
)
def test_att_before_what_is_to_be_done(read: str, meant: str) -> None:
    assert with_att(read) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("att anta planen\nart öl 1996 års budget", "att anta planen\natt öl 1996 års budget"),
        ("att anta planen\natt i 1996 års budget", "att anta planen\natt i 1996 års budget"),
        ("att anta planen\nart", "att anta planen\nart"),
        ("att anta planen\nden nya taxan", "att anta planen\natt nya taxan"),  # the memo told that it is an item
    ],
)
def test_att_that_begins_an_item(read: str, meant: str) -> None:
    assert with_marks(read, [0, 16]) == meant


@given(st.text(alphabet="abstrl ,;:\nåäö", max_size=200))
def test_att_keeps_every_place(text: str) -> None:
    assert len(with_att(text)) == len(text)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("| 2024 års budget anvisas 4,9 mnkr", "I 2024 års budget anvisas 4,9 mnkr"),
        ("att I uppdra åt tekniska chefen", "att uppdra åt tekniska chefen"),
        ("att _ tillföra nämnden 735 000 kronor", "att tillföra nämnden 735 000 kronor"),
        ("_Hyresavtalet med bolaget godkänns.", "Hyresavtalet med bolaget godkänns."),
        ("ur anslaget till - kommunstyrelsens förfogande", "ur anslaget till kommunstyrelsens förfogande"),
        ("att gälla to m den 31 december", "att gälla t o m den 31 december"),
        ("att gälla fr om den 1 maj", "att gälla fr o m den 1 maj"),
        ("Informationen noteras. :", "Informationen noteras."),
        ("för oförutsedda . behov.", "för oförutsedda behov."),
        ("en köpeskilling av: 288.000 kronor", "en köpeskilling av 288.000 kronor"),
        ("t.o.m. 2002-03-31.°", "t.o.m. 2002-03-31."),
        ("senast den 31 oktober 20 14.", "senast den 31 oktober 2014."),
        ("den 31 oktober 20 kronor", "den 31 oktober 20 kronor"),
        ("för tiden 2001-10-01- -2002-03-31", "för tiden 2001-10-01--2002-03-31"),
        ("se över samtliga s\n\nPOSTADRESS BESÖKSADRESS WEBB avtal", "se över samtliga avtal"),
        ("ge SKR och MSB ADRESSEN", "ge SKR och MSB ADRESSEN"),
        ("avtalet , som gäller", "avtalet, som gäller"),
        ("köp - försäljning", "köp - försäljning"),
        ("att anta taxan", "att anta taxan"),
    ],
)
def test_dirt_is_no_word(read: str, meant: str) -> None:
    assert words(read, 0, len(read)) == meant


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        ("kontoret hemställer att barn- och ingsnämnden måtte besluta", "Barn- och utbildningsnämnden"),
        ("kommunstyreisen beslutar", "Kommunstyrelsen"),
        ("Tekniska nämnden föreslår Kommunfullmaktlge besluta", "Kommunfullmäktige"),
        ("Kommunfullméktige beslutar", "Kommunfullmäktige"),
        ("Kommunfullmaktige beslutar", "Kommunfullmäktige"),
        ("Barn- och utbildningsnimnden beslutar", "Barn- och utbildningsnämnden"),
        ("Socialndmnden beslutar", "Socialnämnden"),
        ("kultur- och fritidsniimnden beslutar", "Kultur- och fritidsnämnden"),
        ("Barn- och ungdomsnämnden beslutar", "Barn- och ungdomsnämnden"),
        ("Kommunfullmäktige beslutar", "Kommunfullmäktige"),
        ("Kf beslutar", "Kommunfullmäktige"),
        ("Nämnden föreslås vidare hos kommunfullmäktige begära", "Kommunfullmäktige"),
    ],
)
def test_bodies(lead: str, body: str) -> None:
    assert decider(lead, CONTEXT)[0] == body


def test_another_board_is_not_the_own_one() -> None:
    own = ("Barn- och utbildningsnämnden",)
    assert own_misread("Barn- och ingsnämnden", own) == "Barn- och utbildningsnämnden"
    for other in ("Barn- och ungdomsnämnden", "Barn- och skolnämnden", "Kultur- och utbildningsnämnden", "Barnnämnden"):
        assert own_misread(other, own) is None


def test_a_place_tells_which_council_decides() -> None:
    lead = "Direktionen föreslår kommunfullmäktige i Mora kommun"
    association = Context("Direktionen", False, None)
    assert decider(lead, association)[0] == "Kommunfullmäktige i Mora kommun"
    assert decider(lead, Context("Kommunstyrelsen", False, "Mora kommun"))[0] == "Kommunfullmäktige"


@pytest.mark.parametrize(
    "line",
    [
        "Förslag till beslut.",
        "Férslag till beslut .",
        "_ Förslag till beslut ;",
        "F6rslag till beslut",
        "Férsl&g till beslut",
    ],
)
def test_headings_with_specks(line: str) -> None:
    heading = heading_of(line)
    assert heading is not None
    assert heading.kind is SectionKind.PROPOSAL


@pytest.mark.parametrize("line", ["Beslut i ärendet.", "Bakgrund och syfte.", "Kommunen har ett förslag till beslut."])
def test_sentences_are_no_headings(line: str) -> None:
    assert heading_of(line) is None


@pytest.mark.parametrize(
    ("line", "marker", "number"),
    [
        ("Cc) att ge kommunchefen fullmakt", "Cc)", 0),
        ("Cc. att säga upp avtalet", "Cc.", 0),
        ("_ att godkänna avtalet", "_", 0),
        ("' c) att anvisa medel", "c)", 0),
        (". 2. Avtalet om drift godkänns", "2.", 2),
        ("atr godkänna avtalet", "att", 0),
    ],
)
def test_marks(line: str, marker: str, number: int) -> None:
    mark = mark_of(line.split(), "", True)
    assert mark is not None
    assert (mark.marker, mark.number) == (marker, number)


@pytest.mark.parametrize("line", ["på att teckna avtal", "så att planen kan antas", "åt att följa upp", "i att anta"])
def test_no_marks(line: str) -> None:
    assert mark_of(line.split(), "", True) is None


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("1. Avtalet godkänns", "Avtalet godkänns"),
        ("~ meddelar bolaget en varning", "meddelar bolaget en varning"),
        ("~ _beviljar bolaget tillstånd", "beviljar bolaget tillstånd"),
        ("Avtalet godkänns", "Avtalet godkänns"),
        ("~ om detta", "~ om detta"),
    ],
)
def test_where_an_item_begins(said: str, rest: str) -> None:
    assert said[begins_item(said) :] == rest


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("att ’_inrätta en nämnd", "att inrätta en nämnd"),
        ("att —_inrätta en nämnd", "att inrätta en nämnd"),
        ("att - upphäva reglementet", "att upphäva reglementet"),
        ("att’ fastställa skattesatsen", "att fastställa skattesatsen"),
        ("att. godkänna avtalet", "att godkänna avtalet"),
        ("att lägga rapporten till handlingarna", "att lägga rapporten till handlingarna"),
        ("att ingå avtalet", "att ingå avtalet"),
        ("att (bilaga 1) anta", "att (bilaga 1) anta"),
        ('att "Planen" antas', 'att "Planen" antas'),
        ("att –5 mnkr räcker", "att –5 mnkr räcker"),
        ("i 2002 års. budget", "i 2002 års budget"),
        ("27,5 mnkr för. utbyggnad", "27,5 mnkr för utbyggnad"),
        ("inkl. moms", "inkl. moms"),
        ("fr.o.m. den i januari 2020", "fr.o.m. den 1 januari 2020"),
        ("den l mars", "den 1 mars"),
        ("den i Ekby", "den i Ekby"),
        ("karta 201 2-03-30", "karta 2012-03-30"),
        ("daterad 2012- 03-30", "daterad 2012-03-30"),
        ("år 2012 - 03 bilagor", "år 2012 - 03 bilagor"),
        ('ur 1996 "års anslag', "ur 1996 års anslag"),
        ('planen "Ekby 2020" antas', 'planen "Ekby 2020" antas'),
        ("den 31 december. 2006", "den 31 december 2006"),
        ("1 november 1996 –- 30 april 1999", "1 november 1996 – 30 april 1999"),
        ("avtalet , samt", "avtalet, samt"),
        ('har " genomförts', "har genomförts"),
        ("Barn -och utbildningsnämnden", "Barn- och utbildningsnämnden"),
    ],
)
def test_dirt_in_a_point(read: str, meant: str) -> None:
    assert words(read, 0, len(read)) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("den 21 juni 2010, 8 45, upphör", "den 21 juni 2010, § 45, upphör"),
        ("2010-02-03 $ 12 att", "2010-02-03 § 12 att"),
        ("2010-02-03, 8 450 kronor", "2010-02-03, 8 450 kronor"),
        ("000614, 8 212, och", "000614, § 212, och"),
        ("2010-02-03 8 elever", "2010-02-03 8 elever"),
    ],
)
def test_the_sign_after_a_day(read: str, meant: str) -> None:
    assert with_signs(read) == meant


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Förslag.", SectionKind.PROPOSAL),
        ("Bilagor.", SectionKind.ATTACHMENTS),
        ("Sammanfattning.", SectionKind.SUMMARY),
        ("förslag.", None),
        ("Bakgrund.", None),
        ("Beslut.", None),
        ("Förslag,", None),
    ],
)
def test_a_heading_with_a_speck(line: str, kind: SectionKind | None) -> None:
    heading = heading_of(line)
    assert (heading.kind if heading else None) is kind


@given(st.text(alphabet="0123456789-, $8S.april §", max_size=120))
def test_signs_keep_every_place(text: str) -> None:
    assert len(with_signs(text)) == len(text)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("t tillföra bolaget 12 mnkr", "tillföra bolaget 12 mnkr"),
        ("I 2024 års budget anvisas medel", "I 2024 års budget anvisas medel"),
        ("å kommunens vägnar teckna avtal", "å kommunens vägnar teckna avtal"),
        ("i samråd med polisen", "i samråd med polisen"),
        ("5 platser inrättas", "5 platser inrättas"),
    ],
)
def test_a_number_that_was_read_as_a_letter(read: str, meant: str) -> None:
    assert words(read, 0, len(read)) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("höja ramen till 110 mkr, samt 5", "höja ramen till 110 mkr"),
        ("höja ramen till 110 mkr, samt b)", "höja ramen till 110 mkr"),
        ("bifalla punkterna 4 och 5", "bifalla punkterna 4 och 5"),
        ("höja ramen till 110 mkr, och", "höja ramen till 110 mkr"),
    ],
)
def test_the_next_points_number_is_no_part_of_a_point(read: str, meant: str) -> None:
    start, end = trim(read, 0, len(read))
    assert read[start:end] == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("att omdisponera medel till ekonomisystemet. é", "att omdisponera medel till ekonomisystemet."),
        ("att anvisa medel i 1996 års budget,’°", "att anvisa medel i 1996 års budget"),
        ("att godkänna uppföljningen, |", "att godkänna uppföljningen"),
        ("Taxan fastställs. *", "Taxan fastställs."),
        ("Taxan fastställs.¢", "Taxan fastställs."),
        ("att höja ramen; ~", "att höja ramen"),
        # what belongs to it
        ("till en kostnad av 500,-", "till en kostnad av 500,-"),
        ("till en kostnad av 12.500:-", "till en kostnad av 12.500:-"),
        ("att anta planen m.m.", "att anta planen m.m."),
        ("att anta ”Planen.”", "att anta ”Planen.”"),
        ("att godkänna rapporten (bilaga a.)", "att godkänna rapporten (bilaga a.)"),
        ("att bifalla yrkande a", "att bifalla yrkande a"),
    ],
)
def test_dirt_behind_a_point_is_no_part_of_it(read: str, meant: str) -> None:
    start, end = trim(read, 0, len(read))
    assert read[start:end] == meant


def points(*lines: str, lead: str = "Socialnämnden beslutar att") -> list[str]:
    memo = make_memo("\n".join(["§§ PROPOSAL Förslag till beslut", lead, *lines]))
    found = points_of(memo, memo.blocks[1:], "Förslag till beslut")
    return [memo.text[p.start : p.end] for p in found]


@pytest.mark.parametrize(
    "read",
    [
        "'e förlänga avtalet till maj",
        "e förlänga avtalet till maj",
        "c förlänga avtalet till maj",
        "o förlänga avtalet till maj",
        "’e godkänna rapporten",
        "e. bevilja bidraget",
        "'o avslå ansökan",
        "´c ge chefen i uppdrag att utreda",
        "e: anta taxan",
        "'e teckna avtalet",
    ],
)
def test_a_bullet_read_as_a_small_letter(read: str) -> None:
    assert points("• bevilja bidraget till föreningen", read, "• avslå begäran") == [
        "bevilja bidraget till föreningen",
        read.lstrip("'’´eco.: "),
        "avslå begäran",
    ]


@pytest.mark.parametrize("said", ["och anta taxan", "eget arbete", "om rapporten", "'eget' arbete"])
def test_what_is_no_bullet(said: str) -> None:
    assert begins_item(said) == 0


THREE = ["bevilja stiftelsen stöd med 240 000 kronor", "avslå begäran om hyresbidrag", "teckna en ny överenskommelse"]


@pytest.mark.parametrize(
    "lines",
    [
        (f"b. {THREE[0]}, {THREE[1]},", f"d. {THREE[2]}."),
        (f"d) {THREE[0]}, {THREE[1]},", f"f) {THREE[2]}."),
        (f"b. {THREE[0]}, {THREE[1]}, samt", f"d. {THREE[2]}."),
        (f"a. {THREE[0]},", f"b. {THREE[1]},", f"c. {THREE[2]}."),
        (f"1. {THREE[0]}, {THREE[1]},", f"3. {THREE[2]}."),
    ],
)
def test_a_list_one_of_whose_marks_was_not_read(lines: tuple[str, ...]) -> None:
    assert [p.rstrip(".") for p in points(*lines)] == THREE


@pytest.mark.parametrize(
    "line",
    [
        "bevilja stiftelsen stöd, dock högst 240 000 kronor",
        "godkänna rapporten, lägga den till handlingarna",
        "förlänga avtalet, som löper ut i juni",
        "anta planen, vilken gäller från den 1 juli",
        "ge chefen i uppdrag att utreda, pröva och redovisa frågan",
    ],
)
def test_a_lettered_list_that_lost_nothing_stays(line: str) -> None:
    assert points(f"a) {line},", "b) avslå ansökan.") == [line, "avslå ansökan."]
