"""Heads as other houses set them, from the printed page to the fields; senders, officers and matters are made up."""

import pytest

from pipeline.extract.head import read_head
from pipeline.extract.head_lines import labels_of, lines_of
from pipeline.extract.head_sender import _spaced
from pipeline.extract.head_shapes import lone_person
from pipeline.forms.fields import is_field
from pipeline.forms.names_tables import municipality_names
from pipeline.memo.build import find_memos
from pipeline.memo.labels import is_body_name, is_office, is_officer, is_place
from pipeline.memo.memo import SectionKind
from pipeline.memo.title import _never
from pipeline.read.page import Page
from tests.memo.typeset import Sheet, plain

BODY = (
    "Frågan har väckts av flera föreningar under det senaste året. Nu gällande regler är från 1996 och behöver ses "
    "över. Kostnaden beräknas till 120 000 kronor för helåret och ryms inom nämndens ram."
)
TITLE = "Ändrade avgifter inom hemtjänsten"


def fields(page: Page) -> dict[str, str | None]:
    memo = find_memos([page])[0]
    head = read_head(memo)
    names = ("municipality", "administration", "addressee", "title", "diarienummer", "date", "author")
    return {name: getattr(value, "value", None) for name in names for value in (getattr(head, name),)}


def typed(head: str) -> Page:
    return plain(f"{head}\n\n{BODY[:62]}\n{BODY[62:117]}\n{BODY[117:]}\n")


TYPED = {
    "columns": (
        "VÄNNÄS KOMMUN                    TJÄNSTESKRIVELSE      1(2)\n"
        "Socialkontoret                   1996-05-13            SN 96.0087 622\n"
        f"Hans Norringe\nTel 0935-555 00\n\nSocialnämnden\n\n{TITLE}"
    ),
    "labels over values": (
        "VÄNNÄS KOMMUN\nSocialkontoret\n\nHandläggare Datum Diarienummer\nHans Norringe 1996-05-13 SN 96.0087 622\n\n"
        f"Socialnämnden\n\n{TITLE}"
    ),
    "typed letter": (
        "VÄNNÄS KOMMUN\nSocialkontoret\nSocialsekreterare Hans Norringe\n\n1996-05-13\n\nDnr SN 96.0087 622\n\nTill\n"
        f"Socialnämnden\n\n{TITLE}"
    ),
    "one bar-parted line": (
        "Vännäs kommun\n\nTjänsteskrivelse Sid 1 av 2\n\n"
        f"1996-05-13 | Dnr SN 96.0087 622 | Socialkontoret, Hans Norringe\n\nSocialnämnden\n\n{TITLE}"
    ),
    "facts below the title": (
        f"Vännäs kommun\n\nTjänsteskrivelse\n\n{TITLE}\n\nSN 96.0087 622 | 1996-05-13 | Socialnämnden\n\n"
        "Socialkontoret, Hans Norringe"
    ),
    "grid without colons": (
        f"Vännäs kommun\n\n{TITLE}\n\nBeslutsinstans Socialnämnden\nÄrendenummer SN 96.0087 622\nDatum 1996-05-13\n"
        "Förvaltning Socialkontoret, Äldreenheten\nAnsvarig tjänsteperson Hans Norringe"
    ),
    "spaced logo": (
        "V Ä N N Ä S  K O M M U N\nSocialkontoret\n\nTJÄNSTEUTLÅTANDE\nHans Norringe, utredare\n\n1996-05-13\n"
        f"Dnr SN 96.0087 622\n\nSida 1(2)\n\nSocialnämnden\n\n{TITLE}"
    ),
    "copies above the text": (
        "Vännäs kommun\nTJÄNSTEUTLÅTANDE\n\nDatum 1996-05-13\nDiarienr SN 96.0087 622\n\n"
        "Socialkontoret\nHans Norringe\nEpost: hans.norringe@ekby.example\n\n"
        f"Kopia till\nEkonomichefen\n\nSocialnämnden\n\n{TITLE}"
    ),
    "a meeting after the body": (
        "Vännäs kommun      1996-05-13\n\nSocialkontoret\nHans Norringe\n\nSN 96.0087 622\n\n"
        f"Socialnämnden 1996-06-04\n\n{TITLE}"
    ),
    "number after Nr": (
        "Datum 1996-05-13\n\nNr SN 96.0087 622\n\nVännäs kommun\nSocialkontoret\nHans Norringe\n\nSocialnämnden\n\n"
        f"{TITLE}"
    ),
}
FACTS = {
    "municipality": "Vännäs kommun",
    "administration": "Socialkontoret",
    "addressee": "Socialnämnden",
    "title": TITLE,
    "diarienummer": "SN 96.0087 622",
    "date": "1996-05-13",
    "author": "Hans Norringe",
}


@pytest.mark.parametrize("name", TYPED)
def test_typed(name: str) -> None:
    assert fields(typed(TYPED[name])) == FACTS


def below(sheet: Sheet, y: float, left: float = 70) -> Page:
    sheet.put(left, y, TITLE, 14, bold=True)
    y = sheet.text(left, y + 30, BODY, to=525)
    sheet.put(left, y + 10, "Förslag till beslut", 11, bold=True)
    sheet.text(left, y + 26, "Socialnämnden beslutar att godkänna de nya avgifterna från årsskiftet.")
    return sheet.page()


def boxed() -> Page:
    sheet = Sheet()
    sheet.lines(70, 60, ["VÄNNÄS", "KOMMUN"], 16, bold=True)
    sheet.put(330, 50, "Datum", 7).put(330, 62, "1996-05-13")
    sheet.put(430, 50, "Vår beteckning", 7).put(430, 62, "SN 96.0087 622")
    sheet.put(330, 82, "Förvaltning, handläggare", 7).put(330, 94, "Socialkontoret, Hans Norringe")
    sheet.put(70, 130, "Socialnämnden")
    return below(sheet, 170)


def large_logo() -> Page:
    sheet = Sheet()
    sheet.put(70, 72, "VÄNNÄS", 24, bold=True)
    sheet.lines(420, 56, ["Datum", "13 maj 1996", "Diarienr", "SN 96.0087 622"], 10)
    sheet.lines(70, 120, ["Socialkontoret", "Äldreenheten", "Hans Norringe, utredare"])
    sheet.put(70, 180, "Socialnämnden")
    sheet.put(70, 205, "TJÄNSTESKRIVELSE", bold=True)
    return below(sheet, 235)


def beside() -> Page:
    """A column of facts beside the text of the page."""
    sheet = Sheet()
    sheet.put(70, 50, "Vännäs kommun", 14, bold=True)
    y = 90.0
    for label, value in [
        ("Diarienummer", "SN 96.0087 622"),
        ("Dokumentdatum", "1996-05-13"),
        ("Förvaltning", "Socialkontoret"),
        ("Handläggare", "Hans Norringe"),
        ("Till", "Socialnämnden"),
    ]:
        sheet.put(440, y, label, 7, bold=True).put(440, y + 11, value, 8)
        y += 27
    sheet.put(70, 95, TITLE, 14, bold=True)
    sheet.put(70, 130, "Sammanfattning", bold=True)
    y = sheet.text(70, 146, BODY + " " + BODY, to=400)
    sheet.put(70, y + 8, "Förslag till beslut", bold=True)
    sheet.text(70, y + 24, "Socialnämnden beslutar att godkänna de nya avgifterna från årsskiftet.", to=400)
    return sheet.page()


def foot() -> Page:
    sheet = Sheet()
    sheet.put(70, 60, "Socialkontoret", bold=True).put(400, 60, "Tjänsteutlåtande", bold=True)
    sheet.lines(400, 75, ["Dnr SN 96.0087 622", "1996-05-13"])
    sheet.lines(70, 110, ["Handläggare", "Hans Norringe", "Telefon: 0935-140 00"])
    sheet.lines(300, 150, ["Till", "Socialnämnden"])
    below(sheet, 200)
    sheet.lines(70, 760, ["Vännäs kommun", "Umevägen 8", "911 81 Vännäs", "Växel 0935-140 00", "vannas.se"], 7)
    return sheet.page()


@pytest.mark.parametrize("page", [boxed(), large_logo(), beside(), foot()], ids=["boxed", "logo", "beside", "foot"])
def test_printed(page: Page) -> None:
    assert fields(page) == FACTS


def test_facts_that_stand_after_the_text() -> None:
    late = "Diarienummer\nSN 96.0087 622\n\nDokumentdatum\n1996-05-13\n\n"
    late += "Handläggare\n\nHans Norringe\n\nTill\nSocialnämnden"
    found = fields(plain(f"Vännäs kommun\n\nTJÄNSTEUTLÅTANDE\n\n{TITLE}\n\nSammanfattning\n\n{BODY}\n\n{late}\n"))
    assert {k: found[k] for k in ("diarienummer", "date", "author", "addressee")} == {
        k: FACTS[k] for k in ("diarienummer", "date", "author", "addressee")
    }


SENDERS = [
    ("NVK Norra Värends kommunalteknikförbund", "Norra Värends kommunalteknikförbund"),
    ("Nerikes Brandkår", "Nerikes Brandkår"),
    ("V Ä S T R A G Ö T A L A N D S R E G I O N E N", "Västra Götalandsregionen"),
    ("R E G I O N\n\nÖSTERGÖTLAND", "Region Östergötland"),
    ("S I G T U N A K O M M U N", "Sigtuna kommun"),
    ("Höglandsförbundet", "Höglandsförbundet"),
    ("GÄLLIVARE. KOMMUN", "Gällivare kommun"),
    ("Räddningstjänsten Storgöteborg", "Räddningstjänsten Storgöteborg"),
    ("GÄLLIVARE KOM MUN", "Gällivare kommun"),
]


@pytest.mark.parametrize(("logo", "name"), SENDERS)
def test_senders(logo: str, name: str) -> None:
    page = typed(f"{logo}\n\nTjänsteskrivelse\n\n1996-05-13\nDnr 2012/118\n\nDirektionen\n\n{TITLE}")
    assert fields(page)["municipality"] == name


# a logo whose rank alone was read in pieces
TORN = [
    ("Högsby kom mun", "Högsby kommun"),
    ("Sigtuna komm un", "Sigtuna kommun"),
    ("Tierps ko mmun", "Tierps kommun"),
    ("Malung-Sälens k ommun", "Malung-Sälens kommun"),
    ("Åre kommu n", "Åre kommun"),
    ("Östra Göinge kom mun", "Östra Göinge kommun"),
    ("Upplands Väsby kom mun", "Upplands Väsby kommun"),
    ("Ale kom mun", "Ale kommun"),
    ("Åmåls kom mun", "Åmåls kommun"),
    ("HÖGSBY KOMM UN", "Högsby kommun"),
    ("Högsby", None),
    ("Högsby mun", None),
    ("Kom mun i mun", None),
    ("Ekbacka kom mun", None),
]


@pytest.mark.parametrize(("logo", "name"), TORN)
def test_a_rank_read_in_pieces(logo: str, name: str | None) -> None:
    code = _spaced(logo)
    assert (municipality_names()[code] if code else None) == name


BODIES = [
    "Myndighetsnämnden för bygg och miljö",
    "Nämnden för arbete och välfärd",
    "Gemensamma nämnden för hjälpmedel",
    "Kommunstyrelsens utskott för samhällsbyggnad",
    "Utskottet för lärande",
    "Stadsdelsnämnden Norra Hisingen",
    "Arbetsmarknads- och socialnämnden",
    "Förbundsdirektionen",
]


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("lead", ["", "Till ", "Mottagare: "])
def test_bodies(lead: str, name: str) -> None:
    page = typed(f"Vännäs kommun\nSocialkontoret\nHans Norringe\n\n1996-05-13\nDnr 2012/118\n\n{lead}{name}\n\n{TITLE}")
    found = fields(page)
    assert (found["addressee"], found["title"]) == (name, TITLE)


OFFICES = [
    "Avdelningen för hållbar utveckling",
    "Kommunchefens stab",
    "Stadsdirektörens stab",
    "VA-enheten",
    "Kost och lokalvård",
    "Individ- och familjeomsorgen",
    "Kansliet",
    "Sektor Omsorg",
    "Förvaltningen för livslångt lärande",
    "Vård och omsorg",
]


@pytest.mark.parametrize("name", OFFICES)
def test_offices(name: str) -> None:
    page = typed(f"Vännäs kommun\n{name}\n\nHandläggare: Hans Norringe\n1996-05-13\nDnr 2012/118\n\nNämnden\n\n{TITLE}")
    found = fields(page)
    assert (found["administration"], found["title"]) == (name, TITLE)


NEVER = [
    "Kommunledningskontoret", "Sektor Omsorg", "Vård och omsorg", "Utredare Ida Ek", "Kansliet, Ida Ek", "TYRESÖ",
    "KOMMUN", "T Y R E S Ö", "VETLANDA KOMM U N", "Socialnämnden 2024-01-14", "Avesta den 3 maj 2011", "För beslut",
    "§ 38", "Ks § 147", "Kopia till Ekonomichefen", "(Bilagor 1-3)", "TJÄNSTESKRIVELSE Sida 1(2)",
    "Region Norrbotten *®)", "Handi: Ida Ek", "Hand1äggare: Ida Ek Lind",
    "Beslutande: Kommunstyrelsens utskott för samhällsbyggnad", "Förvaltning Tekniska kontoret, Avdelningen för plan",
]  # fmt: skip
MATTERS = [
    TITLE, "Revidering av reglemente för krisledningsnämnden", "Verksamhetsberättelse", "Lekplatsen vid Sjögatan",
    "Ny organisation för överförmyndarverksamheten", "Svar på motion – Inför lovskola", "Partistöd 2020",
    "Ansökan från Ekby IF", "Tillgänglighetsplan", "Information om läget i verksamheten", "Köp av del av Berga 4:1",
    "Kvarteret Linden, markanvisning", "Yttrande över SOU 2020:47",
]  # fmt: skip


@pytest.mark.parametrize("text", NEVER)
def test_what_is_no_title(text: str) -> None:
    assert _never(text)


@pytest.mark.parametrize("text", MATTERS)
def test_what_may_be_a_title(text: str) -> None:
    assert not _never(text)


def test_words_of_a_head() -> None:
    assert is_field("Teknik och service")
    assert is_field("VÅRD, OMSORG OCH SOCIALTJÄNST")
    assert not is_field("Vård och")
    assert not is_field("Budget 2020")
    assert not is_field("Ny skola")
    assert is_office("VA-enheten")
    assert not is_office("Ombyggnad av Storgatan")
    assert is_officer("Kansliet, Ida Ek")
    assert not is_officer("Motion om skolmat")
    assert is_place("VÄNNÄS")
    assert not is_place("Vision")
    assert is_body_name("Nämnden för arbete och välfärd")
    assert not is_body_name("Revidering av reglemente för krisledningsnämnden")


PEOPLE = [
    ("Hans Norringe", False, "Hans Norringe"),
    ("Siv Hjortenstråle", False, "Siv Hjortenstråle"),
    ("Xhevat von Tuven", True, "Xhevat von Tuven"),
    ("Xqhevat Tuven", False, None),
    ("Tekniska kontoret", True, None),
    ("Norra Hamnen", False, None),
    ("Datum Diarienr", True, None),
    ("Ekonom Ek", True, None),
    ("Hans", True, None),
]


@pytest.mark.parametrize(("text", "told", "name"), PEOPLE)
def test_officers_whom_no_register_knows(text: str, told: bool, name: str | None) -> None:
    found = lone_person(text, told=told)
    assert (found.value if found else None) == name


TOLD = [
    "Handläggare i ärendet har varit ekonom Ida Ek.",
    "Ärendet har beretts av utredare Ida Ek vid kontoret.",
    "Tjänsteskrivelsen har upprättats av Ida Ek.",
    "Handläggare är Ida Ek.",
]


@pytest.mark.parametrize("text", TOLD)
def test_an_officer_told_in_a_sentence(text: str) -> None:
    head = f"Vännäs kommun\n\n1996-05-13\nDnr 2012/118\n\nNämnden\n\n{TITLE}"
    page = plain(f"{head}\n\nBakgrund\n\n{BODY}\n\n{text}\n\nLars-Göran Alm\nKontorschef\n")
    assert fields(page)["author"] == "Ida Ek"


def test_an_office_word_is_a_label_among_labels_only() -> None:
    grid = typed(
        "Vännäs kommun\n\nDiarienummer KS2025/1187-3\nDatum 2025-08-29\nHandläggare Ida Ek\nSektor Trygghet och stöd\n"
        f"Beslutsinstans Socialnämnden\n\n{TITLE}"
    )
    assert fields(grid)["administration"] == "Trygghet och stöd"
    memo = find_memos([typed(f"Vännäs kommun\nSektor samhälle\nIda Ek\n\n2025-08-29\n\n{TITLE}")])[0]
    labels = labels_of(lines_of(memo, SectionKind.LETTERHEAD))
    assert "administration" not in {label.field for label in labels}


MINUTES = [
    f"VÄNNÄS KOMMUN\n\nSOCIALNÄMNDEN\n\nPROTOKOLL 1996-05-13 8\n\nSN 96.0087 622\n\n§ 205\n{TITLE}",
    "VÄNNÄS KOMMUN      SAMMANTRÄDESPROTOKOLL\nSocialnämnden      1996-05-13\n\n"
    f"Sn § 147      Dnr SN 96.0087 622\n\n{TITLE}",
    f"Vännäs kommun\nPROTOKOLLSUTDRAG\n\nSammanträdesdatum 1996-05-13\nSocialnämnden\n\n§ 61 {TITLE} (SN 96.0087 622)",
]


@pytest.mark.parametrize("head", MINUTES)
def test_minutes(head: str) -> None:
    points = "Beslut\n\nSocialnämnden beslutar\n\natt godkänna de nya avgifterna.\n\nJusterandes signatur\n"
    memo = find_memos([plain(f"{head}\n\nBakgrund\n\n{BODY}\n\n{points}")])[0]
    found = read_head(memo)
    assert found.document_type == "minutes"
    values = [getattr(f, "value", None) for f in (found.municipality, found.title, found.diarienummer, found.date)]
    assert values == ["Vännäs kommun", TITLE, "SN 96.0087 622", "1996-05-13"]
    assert found.author is None
    assert found.addressee is None


@pytest.mark.parametrize(
    ("printed", "body", "number"),
    [
        ("OFN 2012/118", "Nämnden", "ÖFN 2012/118"),
        ("AN 2012/118", "Äldrenämnden", "ÄN 2012/118"),
        ("AN 2012/118", "Arbetsmarknadsnämnden", "AN 2012/118"),
        ("AN 2012/118", "Nämnden", "AN 2012/118"),
        ("KS 2012/118", "Kommunstyrelsen", "KS 2012/118"),
    ],
)
def test_a_registrys_letters_get_their_marks_back_in_old_text(printed: str, body: str, number: str) -> None:
    page = typed(f"Vännäs kommun\nSocialkontoret\n\n1996-05-13\n\nDnr {printed}\n\n{body}\n\n{TITLE}")
    assert fields(page)["diarienummer"] == number


def test_a_municipality_is_nobody() -> None:
    page = typed(f"Lilla Edets kommun\nSocialkontoret\nPär Alm\n\n1996-05-13\n\nDnr 2012/118\n\nNämnden\n\n{TITLE}")
    assert fields(page)["author"] == "Pär Alm"


def test_a_body_in_a_stamp_is_no_addressee() -> None:
    stamp = "VÄNNÄS KOMMUN\nKommunstyrelsen\n1996-12-30\nDpl 045"
    page = typed(f"Socialkontoret\n\n1996-05-13\n\n{stamp}\n\nDnr 2012/118\n\nSocialnämnden\n\n{TITLE}")
    assert fields(page)["addressee"] == "Socialnämnden"


def printed(
    title: list[str],
    *,
    step: float = 1.25,
    bold: bool = False,
    who: tuple[str, ...] = ("Hans Norringe",),
    office: tuple[str, ...] = ("Socialkontoret",),
) -> Page:
    sheet = Sheet()
    sheet.put(70, 50, "VÄNNÄS KOMMUN", 14, bold=True)
    sheet.lines(70, 66, list(office))
    sheet.put(330, 50, "Datum", 7).put(330, 62, "1996-05-13").put(430, 50, "Dnr", 7).put(430, 62, "SN 96.0087 622")
    sheet.put(330, 82, "Handläggare", 7)
    sheet.lines(330, 94, list(who))
    sheet.put(70, 140, "Socialnämnden")
    y = sheet.lines(70, 170, title, 13 if bold else 11, bold, step)
    sheet.put(70, y + 14, "Bakgrund", bold=True)
    sheet.text(70, y + 30, BODY, to=525)
    return sheet.page()


LONG_TITLES = [
    ["TAXA FÖR DEN ALLMÄNNA VA-ANLÄGGNINGEN", "SAMT OMBYGGNAD AV RENINGSVERKET"],
    ["OMBYGGNAD AV ÄLDREBOENDET BJÖRKEN", "I SÖDRA KOMMUNDELEN TILL GRUPPBOENDE", "FÖR DEMENTA"],
    ["ANSÖKAN OM BIDRAG TILL", "SKIDFÖRENINGEN 1996"],
    ["Yttrande över betänkandet ”En ny lag”", "(SOU 2020:47)"],
    ["Inrättande av tjänst som", "utvecklingsledare"],
    ["Avtal mellan Vännäs kommun och", "Umeå kommun om räddningstjänst"],
    ["Köp av fastigheten", "Björken 1:23"],
    ["Delårsrapport januari–augusti", "2021"],
]


@pytest.mark.parametrize("title", LONG_TITLES, ids=" ".join)
@pytest.mark.parametrize(("step", "bold"), [(1.25, False), (2.0, False), (1.9, True)])
def test_titles_of_several_lines(title: list[str], step: float, bold: bool) -> None:
    assert fields(printed(title, step=step, bold=bold))["title"] == " ".join(title)


@pytest.mark.parametrize(
    "title",
    [["FÖRSLAG TILL NYTT REGLEMENTE", "TEKNISKA NÄMNDEN"], ["Överenskommelse om samverkan", "Region Västerbotten"]],
)
def test_a_name_that_ends_a_title_below_the_addressee(title: list[str]) -> None:
    assert fields(printed(title))["title"] == " ".join(title)


@pytest.mark.parametrize("title", ["Nytt avtal om norska elever vid gymnasiet", "Ny taxa för hemtjänst 2002 och 2003"])
def test_title_below_scraps_of_torn_columns(title: str) -> None:
    torn = f"VÄNNÄS KOMMUN\nSocialkontoret\n\nSocialnämnden\n\nBakgrund\n\nutbildning.\n\nkronor per elev.\n\n{title}"
    assert fields(typed(torn))["title"] == title
    assert fields(typed("VÄNNÄS KOMMUN\n\nSocialnämnden\n\nBakgrund\n\nutbildning."))["title"] is None


@pytest.mark.parametrize("title", ["Hemtjänst", "Valärenden", "Firmatecknare"])
def test_titles_of_one_word(title: str) -> None:
    assert fields(printed([title]))["title"] == title


@pytest.mark.parametrize("field", ["Behandlas: 27 februari, kl. 13.15", "Dnr: 12/2004", "Handläggare: Ida Ek"])
def test_a_form_s_field_behind_the_title(field: str) -> None:
    assert fields(printed([f"Ärende: Hyra av lokaler   {field}"]))["title"] == "Hyra av lokaler"


TWO = [
    ["Ida Ek och Bo Alm"],
    ["Ida Ek/Bo Alm"],
    ["Ida Ek & Bo Alm"],
    ["Ida Ek", "Bo Alm"],
    ["Ida Ek, utredare", "Bo Alm, ekonom"],
    ["Ida Ek, 0935-140 00", "Bo Alm, 0935-140 01"],
    ["Ida Ek (utredare)", "Bo Alm (ekonom)"],
    ["Utredare Ida Ek", "Ekonom Bo Alm"],
    ["Utredare Ida Ek och ekonom Bo Alm"],
    ["Ida Ek, utredare, och Bo Alm, ekonom"],
]


@pytest.mark.parametrize(
    "line", ["Ida Ek och Bo Alm", "Annika Ståhl Ek och Peter Lind Dahl", "Ida Ek, Peter Lind Dahl"]
)
def test_two_officers_below_their_office(line: str) -> None:
    head = f"Vännäs kommun\n2009-09-07\n\nSocialkontoret\n{line}\n\nSocialnämnden\n\n{TITLE}"
    assert fields(typed(head))["author"] == line.replace(",", " och")


@pytest.mark.parametrize("who", TWO, ids=" | ".join)
def test_two_officers(who: list[str]) -> None:
    assert fields(printed([TITLE], bold=True, who=tuple(who)))["author"] == "Ida Ek och Bo Alm"
    typed_head = f"VÄNNÄS KOMMUN\n\n1996-05-13\n\nHandläggare: {chr(10).join(who)}\n\nSocialnämnden\n\n{TITLE}"
    assert fields(typed(typed_head))["author"] == "Ida Ek och Bo Alm"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Handläggare: Siv\nNordmark Okello, strateg", "Siv Nordmark Okello"),
        ("Handläggare: Siv Nordmark\nOkello, strateg", "Siv Nordmark Okello"),
        ("Handläggare: Siv Nordmark\nSocialkontoret", "Siv Nordmark"),
        ("Handläggare: Siv Nordmark, strateg\nBo Alm, chef", "Siv Nordmark"),
        ("Från: Siv Nordmark", "Siv Nordmark"),
        ("Handläggare: Utredare Siv Nordmark", "Siv Nordmark"),
    ],
)
def test_an_officer_s_name_and_what_stands_by_it(line: str, author: str) -> None:
    assert fields(typed(f"VÄNNÄS KOMMUN\n\n1996-05-13\n\n{line}\n\nSocialnämnden\n\n{TITLE}"))["author"] == author


@pytest.mark.parametrize(
    ("office", "name"),
    [
        (("Regionservice", "Inköp"), "Regionservice"),
        (("Samhällsbyggnad", "Plan"), "Samhällsbyggnad"),
        (("Barn och", "utbildning"), "Barn och utbildning"),
        (("KONTORET FÖR VÅRD", "OCH OMSORG"), "Kontoret för vård och omsorg"),
        (("Kontoret för vård och omsorg", "Ekonomienheten"), "Kontoret för vård och omsorg"),
        (("MILJÖ- OCH", "BYGGKONTORET"), "Miljö- och byggkontoret"),
        (("Tekniska förvaltningen/Gatuenheten",), "Tekniska förvaltningen"),
        (("Samhällsbyggnadskontoret / Plan och bygg",), "Samhällsbyggnadskontoret"),
        (("Gatuenheten, Tekniska förvaltningen",), "Tekniska förvaltningen"),
        (("Ekonomienheten", "Kommunstyrelseförvaltningen"), "Kommunstyrelseförvaltningen"),
    ],
)
def test_offices_over_and_beside_their_units(office: tuple[str, ...], name: str) -> None:
    assert fields(printed([TITLE], bold=True, office=office))["administration"] == name


@pytest.mark.parametrize(
    "day", ["13 MAJ 1996", "den 13 maj 1996", "960513", "96-05-13", "13.5.1996", "Måndag 13 maj 1996"]
)
def test_days_as_they_are_set(day: str) -> None:
    head = f"VÄNNÄS KOMMUN\nSocialkontoret\n\n{day}\nDnr SN 96.0087 622\n\nHans Norringe\n\nSocialnämnden\n\n{TITLE}"
    assert fields(typed(head))["date"] == "1996-05-13"


WRAPPED = [
    ("Hägersten-Liljeholmens", "stadsdelsnämnd", "Hägersten-Liljeholmens stadsdelsnämnd"),
    ("Farsta", "stadsdelsnämnd", "Farsta stadsdelsnämnd"),
    ("Enskede-Årsta-Vantörs", "stadsdelsnämnd", "Enskede-Årsta-Vantörs stadsdelsnämnd"),
    ("Kommunstyrelsens allmänna", "utskott", "Kommunstyrelsens allmänna utskott"),
    ("Kommunstyrelsens", "arbetsutskott", "Kommunstyrelsens arbetsutskott"),
    ("Socialnämndens", "arbetsutskott", "Socialnämndens arbetsutskott"),
    ("Kommunstyrelsens tekniska", "utskott", "Kommunstyrelsens tekniska utskott"),
    ("Barn- och", "utbildningsnämnden", "Barn- och utbildningsnämnden"),
    ("Socialnämnden", "Kommunstyrelsen", "Socialnämnden"),
    ("Kommunstyrelsen", "arbetsutskott", "Kommunstyrelsen"),
]


@pytest.mark.parametrize(("upper", "lower", "name"), WRAPPED)
@pytest.mark.parametrize("label", ["Till", "Mottagare"])
def test_a_body_on_two_lines_under_its_label(label: str, upper: str, lower: str, name: str) -> None:
    head = "Vännäs kommun\nSocialkontoret\nHans Norringe\n\n1996-05-13\nDnr 2012/118"
    assert fields(typed(f"{head}\n\n{label}\n{upper}\n{lower}\n\n{TITLE}"))["addressee"] == name
