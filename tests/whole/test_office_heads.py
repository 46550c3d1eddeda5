"""The document row of DOCX and ODT memos, by the ways in which templates set their heads."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.extract.pipeline import find_facts
from pipeline.extract.rows import rows_of
from pipeline.memo.build import find_memos
from pipeline.read.files import open_source, read_page
from pipeline.tables import MemoRows
from tests.whole.office_heads import LIST, Box, Case, H, Logo, P, Points, T, write_docx, write_odt

CASES = (
    Case(
        "tabs, labels before values",
        {"municipality": "Hylte kommun", "administration": "Kultur- och fritidskontoret",
         "addressee": "Kultur- och fritidsnämnden", "title": "Reviderad taxa för uthyrning av lokaler",
         "diarienummer": "KFN 2021/114", "date": "2021-09-14", "author": "Vilgot Alsén"},
        (P("Hylte kommun\tTJÄNSTESKRIVELSE"), P("Kultur- och fritidskontoret\tDatum: 2021-09-14"),
         P("Handläggare: Vilgot Alsén\tDnr: KFN 2021/114"), P(""), P("Kultur- och fritidsnämnden"), P(""),
         H("Reviderad taxa för uthyrning av lokaler")),
    ),
    Case(
        "tabs, labels over values",
        {"municipality": "Sotenäs kommun", "administration": "Samhällsbyggnadsförvaltningen",
         "addressee": "Byggnadsnämnden", "title": "Taxa för plan- och bygglovsverksamheten",
         "diarienummer": "BN 2021/000213", "date": "2021-10-05", "author": "Märta Fridlund"},
        (P("Sotenäs kommun"), P("Samhällsbyggnadsförvaltningen"),
         P("Datum\tDiarienummer\tHandläggare"), P("2021-10-05\tBN 2021/000213\tMärta Fridlund"), P(""),
         P("Till Byggnadsnämnden"), H("Taxa för plan- och bygglovsverksamheten")),
    ),
    Case(
        "table without borders, sender to the left, labels over values to the right",
        {"municipality": "Åsele kommun", "administration": "Kommunledningskontoret",
         "addressee": "Kommunstyrelsen", "title": "Avgifter för uthyrning av kommunens samlingslokaler",
         "diarienummer": "KS/2021:88", "date": "2021-03-22", "author": "Torgny Lidbeck"},
        (T((("Åsele kommun\nKommunledningskontoret\nTorgny Lidbeck, utredare", "Datum\n2021-03-22"),
            ("", "Diarienummer\nKS/2021:88"))),
         P("Kommunstyrelsen"), P("Avgifter för uthyrning av kommunens samlingslokaler", bold=True, size=14)),
    ),
    Case(
        "table with borders, label and value in one cell",
        {"municipality": "Munkfors kommun", "administration": "Barn- och utbildningsförvaltningen",
         "addressee": "Barn- och utbildningsnämnden", "title": "Taxa för lån av skolans lokaler",
         "diarienummer": "2021-456", "date": "2021-05-03", "author": "Ingela Brofors"},
        (T((("Munkfors kommun\nBarn- och utbildningsförvaltningen", "**TJÄNSTESKRIVELSE"),
            ("Handläggare\nIngela Brofors", "Datum\n2021-05-03"), ("Mottagare\nBarn- och utbildningsnämnden",
             "Diarienr\n2021-456")), borders=True),
         P(""), P("Taxa för lån av skolans lokaler", bold=True)),
    ),
    Case(
        "table with borders, labels and values in cells of their own",
        {"municipality": "Storfors kommun", "administration": "Tekniska förvaltningen",
         "addressee": "Tekniska nämnden", "title": "Hyressättning av kommunens bryggor",
         "diarienummer": "TN 2021-0093", "date": "2021-11-02", "author": "Egil Sandmark"},
        (P("Storfors kommun"), P("Tekniska förvaltningen"),
         T((("Datum", "2021-11-02"), ("Diarienummer", "TN 2021-0093"), ("Handläggare", "Egil Sandmark"),
            ("Till", "Tekniska nämnden")), borders=True),
         H("Hyressättning av kommunens bryggor")),
    ),
    Case(
        "page header with municipality and number in a table",
        {"municipality": "Ydre kommun", "administration": "Socialförvaltningen", "addressee": "Socialnämnden",
         "title": "Reviderade avgifter för uthyrning av dagcentralens lokaler", "diarienummer": "SN 2021/37",
         "date": "2021-02-16", "author": "Asta Rydmark"},
        (P("Socialförvaltningen"), P("Asta Rydmark"), P("0381-66 12 00"), P("asta.rydmark@ydre.se"), P(""),
         P("Socialnämnden"), P(""), H("Reviderade avgifter för uthyrning av dagcentralens lokaler")),
        head=(T((("Ydre kommun", "Tjänsteskrivelse", "1(2)"), ("", "2021-02-16", "Dnr SN 2021/37"))),),
        foot=(P("Postadress: 573 74 Österbymo\tTelefon: 0381-66 12 00\tOrg.nr: 212000-0415"),),
    ),
    Case(
        "page header with tabs, the first page's own",
        {"municipality": "Grästorps kommun", "administration": "Kommunkansliet", "addressee": "Kommunstyrelsen",
         "title": "Taxa för uthyrning av bygdegården", "diarienummer": "KS 2021-210", "date": "2021-06-08",
         "author": "Folke Almér"},
        (P("Kommunkansliet"), P("Handläggare: Folke Almér"), P("Till Kommunstyrelsen"),
         H("Taxa för uthyrning av bygdegården")),
        head=(P("GRÄSTORPS KOMMUN\tTJÄNSTESKRIVELSE\t1 (2)"), P("\t2021-06-08\tKS 2021-210")),
        first_page=True,
    ),
    Case(
        "logo with an alternative text in the page header",
        {"municipality": "Dorotea kommun", "administration": "Kommunledningsförvaltningen",
         "addressee": "Kommunfullmäktige", "title": "Ny taxa för uthyrning av Folkets hus",
         "diarienummer": "KS-2021/0144", "date": "2021-08-30", "author": "Sonja Hedlöf"},
        (P("Kommunledningsförvaltningen\t2021-08-30"), P("Sonja Hedlöf, kommunsekreterare\tDnr KS-2021/0144"),
         P(""), P("Kommunfullmäktige"), H("Ny taxa för uthyrning av Folkets hus")),
        head=(Logo("Dorotea kommuns logotyp"),),
    ),
    Case(
        "text box to the right with date and number",
        {"municipality": "Ragunda kommun", "administration": "Kultur- och fritidsförvaltningen",
         "addressee": "Kultur- och fritidsnämnden", "title": "Revidering av taxa för idrottshallar",
         "diarienummer": "KFN 2021-19", "date": "2021-04-12", "author": "Runar Ekblad"},
        (P("Ragunda kommun"), Box(("Datum", "2021-04-12", "Diarienummer", "KFN 2021-19")),
         P("Kultur- och fritidsförvaltningen"), P("Handläggare: Runar Ekblad"), P("Kultur- och fritidsnämnden"),
         H("Revidering av taxa för idrottshallar")),
    ),
    Case(
        "title after the label Ärende, written date",
        {"municipality": "Aneby kommun", "administration": "Miljö- och byggkontoret",
         "addressee": "Miljö- och byggnadsnämnden", "title": "Uthyrning av båtplatser vid Stora torget",
         "diarienummer": "MBN 2021/77", "date": "2021-05-20", "author": "Ylva Tornkvist"},
        (P("Aneby kommun"), P("Miljö- och byggkontoret"), P("Den 20 maj 2021"), P("Dnr MBN 2021/77"),
         P("Handläggare Ylva Tornkvist"), P("Miljö- och byggnadsnämnden"),
         P("Ärende: Uthyrning av båtplatser vid Stora torget", bold=True)),
    ),
    Case(
        "document type as Heading 1, title as Heading 2",
        {"municipality": "Norsjö kommun", "administration": "Utbildningskontoret", "addressee": "Utbildningsnämnden",
         "title": "Lokalhyror för studieförbunden", "diarienummer": "UN 2021/61", "date": "2021-09-01",
         "author": "Barbro Nyquist"},
        (P("Norsjö kommun\nUtbildningskontoret"), T((("Datum", "Dnr"), ("2021-09-01", "UN 2021/61"))),
         P("Handläggare\tBarbro Nyquist"), P("Utbildningsnämnden"), H("Tjänsteskrivelse"),
         H("Lokalhyror för studieförbunden", 2)),
    ),
    Case(
        "three columns of a table: sender, contact, facts",
        {"municipality": "Gullspångs kommun", "administration": "Fastighetskontoret", "addressee": "Kommunstyrelsen",
         "title": "Taxa för uthyrning av gymnastiksalar", "diarienummer": "KS 2021/333", "date": "2021-12-01",
         "author": "Alrik Söderlind"},
        (T((("Gullspångs kommun\nFastighetskontoret", "Handläggare\nAlrik Söderlind\n0506-360 00",
             "Datum\n2021-12-01\nDiarienummer\nKS 2021/333"),)),
         P("Till Kommunstyrelsen"), H("Taxa för uthyrning av gymnastiksalar")),
    ),
    Case(
        "row of labels over row of values in a table, addressee below",
        {"municipality": "Vansbro kommun", "administration": "Stöd- och omsorgsförvaltningen",
         "addressee": "Omsorgsnämnden", "title": "Hyra för lokaler i särskilda boenden", "diarienummer": "ON 2021/0102",
         "date": "2021-07-05", "author": "Gertrud Palmblad"},
        (P("Vansbro kommun", bold=True, size=14),
         T((("Handläggare", "Datum", "Ärendenummer"), ("Gertrud Palmblad", "2021-07-05", "ON 2021/0102")),
           borders=True),
         P("Stöd- och omsorgsförvaltningen"), P("Omsorgsnämnden"), P(""),
         P("Hyra för lokaler i särskilda boenden", bold=True, size=16)),
    ),
    Case(
        "region, tabs and a page number",
        {"municipality": "Region Halland", "administration": "Regionkontoret", "addressee": "Regionstyrelsen",
         "title": "Priser för uthyrning av konferenslokaler", "diarienummer": "RS210455", "date": "2021-10-19",
         "author": "Sixten Wallmark"},
        (P("Region Halland\tTJÄNSTESKRIVELSE\t1(3)"), P("\tDatum\tDiarienummer"),
         P("Regionkontoret\t2021-10-19\tRS210455"),
         P("Sixten Wallmark"), P("Regionstyrelsen"), H("Priser för uthyrning av konferenslokaler")),
    ),
    Case(
        "municipality only in the page header, document type with the date",
        {"municipality": "Bjurholms kommun", "administration": "Kommunkontoret", "addressee": "Kommunstyrelsen",
         "title": "Förslag till ny hyra för Castorsalen", "diarienummer": "KS 21/98", "date": "2021-01-26",
         "author": "Lovisa Graneheim"},
        (P("Tjänsteutlåtande\t2021-01-26"), P("Kommunkontoret\tDnr KS 21/98"), P("Handläggare: Lovisa Graneheim"),
         P("Kommunstyrelsen"), P("Förslag till ny hyra för Castorsalen", bold=True, size=14)),
        head=(P("Bjurholms kommun"),),
    ),
    Case(
        "values after labels with tabs, one a line",
        {"municipality": "Högsby kommun", "administration": "Bildningsförvaltningen", "addressee": "Bildningsnämnden",
         "title": "Uthyrning av skollokaler på kvällstid", "diarienummer": "BIN 2021-71", "date": "2021-11-15",
         "author": "Hjördis Vestman"},
        (P("Högsby kommun"), P("Avdelning:\tBildningsförvaltningen"), P("Handläggare:\tHjördis Vestman"),
         P("Datum:\t2021-11-15"), P("Dnr:\tBIN 2021-71"), P("Till:\tBildningsnämnden"),
         P("Rubrik:\tUthyrning av skollokaler på kvällstid")),
    ),
    Case(
        "sender's address block with telephone, addressee to the right by tabs",
        {"municipality": "Lessebo kommun", "administration": "Serviceförvaltningen", "addressee": "Servicenämnden",
         "title": "Prislista för uthyrning av bord och stolar", "diarienummer": "SEN 2021/5", "date": "2021-03-09",
         "author": "Osvald Ring"},
        (P("Lessebo kommun\t\tTJÄNSTESKRIVELSE"), P("Serviceförvaltningen\t\t2021-03-09"),
         P("Osvald Ring\t\tDnr SEN 2021/5"), P("0478-125 00\t\tServicenämnden"), P(""),
         H("Prislista för uthyrning av bord och stolar")),
    ),
    Case(
        "title in a cell of the head's table",
        {"municipality": "Perstorps kommun", "administration": "Barn- och utbildningskontoret",
         "addressee": "Barn- och utbildningsnämnden", "title": "Taxa för uthyrning av aulan",
         "diarienummer": "BUN 2021/29", "date": "2021-04-27", "author": "Elina Bohlin"},
        (P("Perstorps kommun"), P("Barn- och utbildningskontoret"),
         T((("Handläggare: Elina Bohlin", "Datum: 2021-04-27"), ("Till: Barn- och utbildningsnämnden",
            "Dnr: BUN 2021/29"), ("Ärende: Taxa för uthyrning av aulan", "")), borders=True)),
    ),
    Case(
        "city's service report with borough committee",
        {"municipality": "Borås Stad", "administration": "Lokalförsörjningsförvaltningen",
         "addressee": "Lokalförsörjningsnämnden", "title": "Hyror för föreningslokaler 2022",
         "diarienummer": "2021-00214 2.6.0.1", "date": "2021-09-28", "author": "Mauritz Ander"},
        (T((("Borås stad\nLokalförsörjningsförvaltningen", "Tjänsteskrivelse\nDatum\n2021-09-28\nDiarienummer\n"
             "2021-00214 2.6.0.1"), ("Mauritz Ander\nHandläggare\n033-35 70 00", "Lokalförsörjningsnämnden"))),
         P(""), H("Hyror för föreningslokaler 2022")),
    ),
    Case(
        "officer's title before the name, date after the place",
        {"municipality": "Malå kommun", "administration": "Kommunledningskontoret", "addressee": "Kommunstyrelsen",
         "title": "Översyn av taxan för samlingslokaler", "diarienummer": "2021.145", "date": "2021-06-14",
         "author": "Algot Nyhlén"},
        (P("Malå kommun\tDatum 2021-06-14"), P("Kommunledningskontoret\tDnr 2021.145"),
         P("Utredare Algot Nyhlén"), P("Till"), P("Kommunstyrelsen"),
         H("Översyn av taxan för samlingslokaler")),
    ),
    Case(
        "page header's table repeated in front with a long title in two lines",
        {"municipality": "Orsa kommun", "administration": "Kommunledningsförvaltningen", "addressee": "Kommunstyrelsen",
         "title": "Svar på motion om avgiftsfri uthyrning av kommunens lokaler till ideella föreningar",
         "diarienummer": "KS 2021/00311", "date": "2021-11-24", "author": "Tyra Malmsten"},
        (P("Kommunstyrelsen"),
         H("Svar på motion om avgiftsfri uthyrning av kommunens lokaler till ideella föreningar")),
        head=(T((("Orsa kommun\nKommunledningsförvaltningen\nTyra Malmsten", "TJÄNSTESKRIVELSE\nDatum\n2021-11-24",
                  "Sida\n1(2)\nDiarienummer\nKS 2021/00311"),)),),
    ),
    Case(
        "four cells a row: label, value, label, value",
        {"municipality": "Ockelbo kommun", "administration": "Utbildnings- och kulturkontoret",
         "addressee": "Utbildnings- och kulturnämnden", "title": "Avgift för lån av kulturhusets scen",
         "diarienummer": "UKN 2021/00052", "date": "2021-03-31", "author": "Signe Hallberg"},
        (P("Ockelbo kommun", bold=True), P("Utbildnings- och kulturkontoret"),
         T((("Datum", "2021-03-31", "Diarienummer", "UKN 2021/00052"),
            ("Handläggare", "Signe Hallberg", "Sida", "1 (2)")), borders=True),
         P("Utbildnings- och kulturnämnden"), P("Avgift för lån av kulturhusets scen", bold=True)),
    ),
    Case(
        "name and title under the municipality, addressee after Till and a tab, title in two lines",
        {"municipality": "Essunga kommun", "administration": "Kommunledningskontoret", "addressee": "Kommunstyrelsen",
         "title": "Svar på medborgarförslag om fri hyra av hembygdsgården för skolavslutningar",
         "diarienummer": "KS 2021-000187", "date": "2021-10-11", "author": "Valdemar Strid"},
        (P("Essunga kommun\nKommunledningskontoret\nValdemar Strid\nEkonomichef"), P("2021-10-11"),
         P("Dnr: KS 2021-000187"), P("Till\tKommunstyrelsen"), P(""),
         H("Svar på medborgarförslag om fri hyra av\nhembygdsgården för skolavslutningar")),
    ),
    Case(
        "references in four columns, the municipality's contact facts in the foot",
        {"municipality": "Ljusnarsbergs kommun", "administration": "Bildningsförvaltningen",
         "addressee": "Bildningsnämnden", "title": "Villkor för uthyrning av skolsalar", "diarienummer": "BN 19/2021",
         "date": "2021-01-18", "author": "Kajsa Mårdh"},
        (P("TJÄNSTESKRIVELSE", bold=True, size=16),
         T((("Vår handläggare", "Vår beteckning", "Datum", "Er beteckning"),
            ("Kajsa Mårdh", "BN 19/2021", "2021-01-18", ""))),
         P("Bildningsförvaltningen"), P("Bildningsnämnden"), H("Villkor för uthyrning av skolsalar", 2)),
        head=(P("Ljusnarsbergs kommun\t1 (2)"),),
        foot=(T((("Postadress\n714 80 Kopparberg", "Telefon\n0580-805 00", "E-post\nkommun@ljusnarsberg.se"),)),),
    ),
    Case(
        "title over the facts",
        {"municipality": "Vadstena kommun", "administration": "Tekniska kontoret", "addressee": "Tekniska utskottet",
         "title": "Taxa för uthyrning av slottsvallens ytor", "diarienummer": "2021-118", "date": "2021-02-02",
         "author": "Rune Östergård"},
        (P("Vadstena kommun"), P("Tekniska kontoret"), H("Taxa för uthyrning av slottsvallens ytor"),
         T((("Handläggare: Rune Östergård", "Datum: 2021-02-02"), ("Till: Tekniska utskottet", "Dnr: 2021-118"))),
         P("")),
    ),
    Case(
        "title and type in one paragraph",
        {"municipality": "Bräcke kommun", "administration": "Samhällsbyggnadsavdelningen",
         "addressee": "Kommunstyrelsen", "title": "Tjänsteskrivelse – Hyra av torgplatser",
         "diarienummer": "KS 213/2021", "date": "2021-12-13", "author": "Hilda Norén"},
        (P("Bräcke kommun\tDatum\tDnr"), P("Samhällsbyggnadsavdelningen\t2021-12-13\tKS 213/2021"),
         P("Hilda Norén, 0693-161 00"), P("Kommunstyrelsen"), H("Tjänsteskrivelse – Hyra av torgplatser")),
    ),
    Case(
        "committee after the label Beslutsinstans, decimal date",
        {"municipality": "Salems kommun", "administration": "Miljö- och samhällsbyggnadsförvaltningen",
         "addressee": "Miljö- och samhällsbyggnadsnämnden", "title": "Avgifter för upplåtelse av allmän plats",
         "diarienummer": "MSN/2021:305", "date": "2021-08-17", "author": "Ludvig Ahlberg"},
        (P("Salems kommun\t\t\tTjänsteutlåtande"), P("Miljö- och samhällsbyggnadsförvaltningen\t\t\tDatum"),
         P("Ludvig Ahlberg\t\t\t2021-08-17"), P("Stadsmiljöchef\t\t\tDiarienummer"),
         P("ludvig.ahlberg@salem.se\t\t\tMSN/2021:305"), P(""), P("Miljö- och samhällsbyggnadsnämnden"), P(""),
         P("Avgifter för upplåtelse av allmän plats", bold=True, size=14)),
    ),
    Case(
        "association of municipalities, logo before the text",
        {"municipality": "Räddningstjänsten Östra Götaland", "addressee": "Direktionen",
         "title": "Taxa för tillsyn och tillstånd", "diarienummer": "2021-000321", "date": "2021-11-08",
         "author": "Didrik Malm"},
        (P("Räddningstjänsten Östra Götaland\tTJÄNSTESKRIVELSE"), P("Handläggare\tDatum\tDnr"),
         P("Didrik Malm\t2021-11-08\t2021-000321"), P("Direktionen"), H("Taxa för tillsyn och tillstånd")),
    ),
    Case(
        "logo in a cell of the page header",
        {"municipality": "Region Gotland", "administration": "Teknikförvaltningen", "addressee": "Tekniska nämnden",
         "title": "Avgifter för gästhamnar", "diarienummer": "TN 2021/1922", "date": "2021-09-20",
         "author": "Berit Smitt"},
        (P("Teknikförvaltningen\tTjänsteskrivelse"), P("Berit Smitt\t20 september 2021"),
         P("\tTN 2021/1922"), P(""), P("Tekniska nämnden"), P(""), H("Avgifter för gästhamnar")),
        head=(Logo("Logotyp för Region Gotland"), P("Sida 1(2)")),
    ),
)  # fmt: skip


def rows(path: Path) -> MemoRows:
    source = open_source(path)
    (memo,) = find_memos([read_page(path, source.kind, n + 1) for n in range(source.pages)])
    return rows_of(memo, find_facts(memo), "x", path.name)


@pytest.mark.parametrize("kind", ["docx", "odt"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_head(case: Case, kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"memo.{kind}"
    (write_docx if kind == "docx" else write_odt)(case, path)
    found = rows(path).document
    assert {name: getattr(found, name) for name in case.wanted} == case.wanted


WAYS = (
    (Points(LIST, "decimal", "%1."), ("1", "2", "3")),
    (Points(LIST, "decimal", "%1)"), ("1", "2", "3")),
    (Points(LIST, "lowerLetter", "%1)"), ("a", "b", "c")),
    (Points(LIST, "bullet"), ("", "", "")),
    (Points(("att anta reviderad taxa,", "att taxan gäller från den 1 januari 2022, samt",
             "att informera föreningarna."), "bullet"), ("", "", "")),
    (Points(("att anta reviderad taxa", "att taxan gäller från den 1 januari 2022", "att informera föreningarna"),
            "decimal", "%1."), ("1", "2", "3")),
)  # fmt: skip


@pytest.mark.parametrize("kind", ["docx", "odt"])
@pytest.mark.parametrize(("points", "numbers"), WAYS, ids=lambda way: getattr(way, "form", None))
def test_points_of_a_counted_list(points: Points, numbers: tuple[str, ...], kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"memo.{kind}"
    (write_docx if kind == "docx" else write_odt)(replace(CASES[0], points=points), path)
    proposals = [row for row in rows(path).decisions if row.kind == "proposal"]
    assert [row.number or "" for row in proposals] == list(numbers)
    wanted = [text.removesuffix(" samt").rstrip(",.") for text in points.texts]
    assert [row.text.rstrip(".") for row in proposals] == wanted


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_page_heads_are_read_once(kind: str, tmp_path: Path) -> None:
    case = next(case for case in CASES if case.name.startswith("page header with municipality"))
    path = tmp_path / f"memo.{kind}"
    (write_docx if kind == "docx" else write_odt)(case, path)
    source = open_source(path)
    text = " ".join(word.text for word in read_page(path, source.kind, 1).words)
    assert text.count("Ydre kommun") == 1
    assert text.count("SN 2021/37") == 1
