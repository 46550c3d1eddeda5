"""Proposals and earlier decisions of all kinds of matters, as officers wrote them from 1994 to 2026."""

# ruff: noqa: E501 - a case is one line

import pytest

from tests.extract.test_decisions_earlier import found as earlier_found
from tests.extract.test_decisions_earlier import rows as earlier_rows
from tests.extract.test_decisions_proposals import found, rows

# what stands under Förslag till beslut in a memo to Tekniska nämnden; number | body | action | text
POINTS = [
    # an att-sats holds another's task, in one point
    ("att hemställa hos kommunfullmäktige att bemyndiga fastighetschefen att underteckna erforderliga handlingar", [
        "- | Kommunfullmäktige | authorise | att hemställa hos kommunfullmäktige att bemyndiga fastighetschefen att underteckna erforderliga handlingar"]),
    ("att uppdra åt förvaltningschefen att i samråd med ekonomichefen att ta fram en plan", [
        "- | Tekniska nämnden | assign | att uppdra åt förvaltningschefen att i samråd med ekonomichefen att ta fram en plan"]),
    ("att ge förvaltningen i uppdrag att utreda möjligheten att anlägga en gångväg, samt att återkomma till nämnden i mars", [
        "- | Tekniska nämnden | assign | att ge förvaltningen i uppdrag att utreda möjligheten att anlägga en gångväg, samt att återkomma till nämnden i mars"]),
    ("att godkänna avtalet, att bemyndiga ordföranden att underteckna det samt att förklara paragrafen omedelbart justerad.", [
        "- | Tekniska nämnden | approve | att godkänna avtalet",
        "- | Tekniska nämnden | authorise | att bemyndiga ordföranden att underteckna det",
        "- | Tekniska nämnden | other | att förklara paragrafen omedelbart justerad."]),
    ("att föreslå kommunstyrelsen att föreslå kommunfullmäktige att anta taxan", [
        "- | Kommunfullmäktige | adopt | att föreslå kommunstyrelsen att föreslå kommunfullmäktige att anta taxan"]),
    ("att begära att kommunstyrelsen anvisar medel, och att arbetet påbörjas först därefter.", [
        "- | Tekniska nämnden | other | att begära att kommunstyrelsen anvisar medel",
        "- | Tekniska nämnden | other | att arbetet påbörjas först därefter."]),
    ("dels att avslå ansökan, dels att erinra sökanden om tillståndsplikten.", [
        "- | Tekniska nämnden | reject | att avslå ansökan",
        "- | Tekniska nämnden | other | att erinra sökanden om tillståndsplikten."]),
    # abbreviations within a sentence
    ("Parkeringsförbud införs på Storgatan mellan kl. 07.00 och 18.00 vardagar.", [
        "- | Tekniska nämnden | other | Parkeringsförbud införs på Storgatan mellan kl. 07.00 och 18.00 vardagar."]),
    ("Nämnden godkänner köpet av del av fastigheten Kv. Lärkan nr. 4 för 125.000 kr.", [
        "- | Tekniska nämnden | approve | Nämnden godkänner köpet av del av fastigheten Kv. Lärkan nr. 4 för 125.000 kr."]),
    ("Avgiften höjs fr.o.m. den 1 januari 2007 resp. 2008 med 3 proc. per år.", [
        "- | Tekniska nämnden | change | Avgiften höjs fr.o.m. den 1 januari 2007 resp. 2008 med 3 proc. per år."]),
    ("Bygglov beviljas för carport m.m. på fastigheten Rönnen 3, jfr. bifogad ritning.", [
        "- | Tekniska nämnden | grant | Bygglov beviljas för carport m.m. på fastigheten Rönnen 3, jfr. bifogad ritning."]),
    ("Tekniska nämnden antar anbudet från Byggmästare K. G. Lind AB, inkl. option p.g.a. osäkert behov.", [
        "- | Tekniska nämnden | adopt | Tekniska nämnden antar anbudet från Byggmästare K. G. Lind AB, inkl. option p.g.a. osäkert behov."]),
    ("Nämnden utser bitr. chefen A. Ek till ordf. i styrgruppen.", [
        "- | Tekniska nämnden | appoint | Nämnden utser bitr. chefen A. Ek till ordf. i styrgruppen."]),
    # kinds of matter
    ("1. Detaljplan för Norra hamnen antas med stöd av 5 kap. 27 § plan- och bygglagen.\n2. Beslutet att anta planen innebär ingen betydande miljöpåverkan.", [
        "1 | Tekniska nämnden | adopt | Detaljplan för Norra hamnen antas med stöd av 5 kap. 27 § plan- och bygglagen.",
        "2 | Tekniska nämnden | other | Beslutet att anta planen innebär ingen betydande miljöpåverkan."]),
    ("Nämnden yttrar sig enligt förvaltningens förslag.", ["- | Tekniska nämnden | submit | Nämnden yttrar sig enligt förvaltningens förslag."]),
    ("Remissen besvaras med kontorets tjänsteutlåtande.", ["- | Tekniska nämnden | answer | Remissen besvaras med kontorets tjänsteutlåtande."]),
    ("Ärendet bordläggs till sammanträdet den 14 maj.", ["- | Tekniska nämnden | postpone | Ärendet bordläggs till sammanträdet den 14 maj."]),
    ("Motionen anses besvarad.", ["- | Tekniska nämnden | answer | Motionen anses besvarad."]),
    ("Medborgarförslaget avslås.", ["- | Tekniska nämnden | reject | Medborgarförslaget avslås."]),
    ("Informationen noteras till protokollet.", ["- | Tekniska nämnden | note | Informationen noteras till protokollet."]),
    ("Nämnden tackar för informationen och lägger den till handlingarna.", ["- | Tekniska nämnden | note | Nämnden tackar för informationen och lägger den till handlingarna."]),
    ("Reglementet revideras i enlighet med bilaga 1.", ["- | Tekniska nämnden | change | Reglementet revideras i enlighet med bilaga 1."]),
    ("Anna Ek (S) entledigas från uppdraget som ersättare.", ["- | Tekniska nämnden | appoint | Anna Ek (S) entledigas från uppdraget som ersättare."]),
    ("Till ny ledamot efter Nils Ek väljs Rut Lind (C).", ["- | Tekniska nämnden | appoint | Till ny ledamot efter Nils Ek väljs Rut Lind (C)."]),
    ("Kommunen går i borgen såsom för egen skuld för bolagets lån upp till 40 mnkr.", ["- | Tekniska nämnden | guarantee | Kommunen går i borgen såsom för egen skuld för bolagets lån upp till 40 mnkr."]),
    ("Avtalet med Leverantören sägs upp.", ["- | Tekniska nämnden | agree | Avtalet med Leverantören sägs upp."]),
    ("Ärendet återremitteras till förvaltningen för kompletterande kostnadsberäkning.", ["- | Tekniska nämnden | refer_back | Ärendet återremitteras till förvaltningen för kompletterande kostnadsberäkning."]),
    ("Nämnden hemställer att kommunfullmäktige fastställer taxan att gälla fr o m 1996-01-01.", ["- | Kommunfullmäktige | adopt | Nämnden hemställer att kommunfullmäktige fastställer taxan att gälla fr o m 1996-01-01."]),
    ("Tekniska nämnden föreslår kommunstyrelsen att bevilja Hults Ridklubb ett bidrag om 20 000 kr.", ["- | Kommunstyrelsen | grant | Tekniska nämnden föreslår kommunstyrelsen att bevilja Hults Ridklubb ett bidrag om 20 000 kr."]),
    ("Tekniska nämnden beslutar för egen del\natt uppdra åt kontoret att upphandla entreprenaden\nsamt föreslår kommunfullmäktige\natt anslå 4 mkr för ändamålet.", [
        "- | Tekniska nämnden | assign | att uppdra åt kontoret att upphandla entreprenaden",
        "- | Kommunfullmäktige | fund | att anslå 4 mkr för ändamålet."]),
    ("Nämnden föreslås besluta att\n• bevilja dispens för uppförande av brygga,\n• tomtplatsen ska utgöras av den yta som bryggan upptar, samt\n• ta ut en avgift om 7 600 kr.", [
        "- | Tekniska nämnden | grant | bevilja dispens för uppförande av brygga",
        "- | Tekniska nämnden | other | tomtplatsen ska utgöras av den yta som bryggan upptar",
        "- | Tekniska nämnden | other | ta ut en avgift om 7 600 kr."]),
    ("Förslag till beslut i kommunstyrelsen:\n1. Internbudget 2025 fastställs.\nFörslag till beslut i kommunfullmäktige:\n1. Investeringsram för 2025 fastställs till 210 mnkr.", [
        "1 | Kommunstyrelsen | adopt | Internbudget 2025 fastställs.",
        "1 | Kommunfullmäktige | adopt | Investeringsram för 2025 fastställs till 210 mnkr."]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), POINTS)
def test_points(marked: str, expected: list[str]) -> None:
    assert rows("§§ PROPOSAL Förslag till beslut\n" + marked, "Tekniska nämnden") == expected


CUT = [
    # a block that ends with an abbreviation goes on in the next
    ("att bevilja tillstånd till servering kl.\n11.00–01.00, från och med den 1 juni 2018\natt avslå ansökan i övrigt", [
        "att bevilja tillstånd till servering kl. 11.00–01.00, från och med den 1 juni 2018", "att avslå ansökan i övrigt"]),
    # a lead-in that ran into the item before it, an item that a break cut in two
    ("a) att tillskjuta 6,75 mnkr för 2025 och 2026. Tekniska nämnden beslutar för egen del under förutsättning av fullmäktiges beslut\nb) att säga upp avtalet,", [
        "att tillskjuta 6,75 mnkr för 2025 och 2026.", "att säga upp avtalet"]),
    ("a) att teckna hyresavtal för lokalen\nDrottninggatan 14 för tiden 1 augusti 2025–31 juli 2030, och\nb) att säga upp avtalet", [
        "att teckna hyresavtal för lokalen Drottninggatan 14 för tiden 1 augusti 2025–31 juli 2030", "att säga upp avtalet"]),
    ("Nämnden beslutar att sälja fastigheten kv.\nLärkan 4 till högstbjudande.", [
        "Nämnden beslutar att sälja fastigheten kv. Lärkan 4 till högstbjudande."]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), CUT)
def test_points_over_a_break(marked: str, expected: list[str]) -> None:
    assert [f.text for f in found("§§ PROPOSAL Förslag till beslut\n" + marked, "Tekniska nämnden")] == expected


# a sentence in a memo to Socialnämnden of 2024-03-01; date § body action
EARLIER = [
    ("Polismyndigheten, Polisområde Malmö, avstyrker i yttrande den 18 april 2023 servering efter kl. 01.00.", ["2023-04-18 - Polismyndigheten reject"]),
    ("Länsstyrelsen i Kalmar län tillstyrker i yttrande 2023-02-03 att planen antas.", ["2023-02-03 - Länsstyrelsen i Kalmar län approve"]),
    ("Bolaget överklagade till Länsstyrelsen i Norrbottens län, som avslog överklagandet 2014-08-29 (dnr 505-7731-14).", ["2014-08-29 - Länsstyrelsen i Norrbottens län reject"]),
    ("Beslutet överklagades till kammarrätten i Jönköping, som den 3 juni 2021 upphävde det.", ["2021-06-03 - Kammarrätten i Jönköping repeal"]),
    ("Kommunfullmäktige bordlade ärendet den 26 februari 2018.", ["2018-02-26 - Kommunfullmäktige postpone"]),
    ("Nämnden beslöt 95-03-14 § 22 att avslå framställningen.", ["1995-03-14 22 Socialnämnden reject"]),
    ("Enligt kommunfullmäktiges beslut 1998-06-15 § 88 ska taxan ses över årligen.", ["1998-06-15 88 Kommunfullmäktige other"]),
    ("Riktlinjerna fastställdes av socialnämnden i april 2019.", ["2019-04 - Socialnämnden adopt"]),
    ("Kommunstyrelsens arbetsutskott återremitterade ärendet 2023-11-14, § 201.", ["2023-11-14 201 Kommunstyrelsens arbetsutskott refer_back"]),
    ("Byggnadsnämnden lämnade positivt förhandsbesked den 4 maj 2022, § 77.", ["2022-05-04 77 Byggnadsnämnden grant"]),
    ("Mark- och miljödomstolen vid Växjö tingsrätt avslog överklagandet i dom den 9 mars 2020.", ["2020-03-09 - Mark- och miljödomstolen vid Växjö tingsrätt reject"]),
    ("Förvaltningen fick den 12 april 2022 (§ 54) i uppdrag av socialnämnden att se över avgifterna.", ["2022-04-12 54 Socialnämnden assign"]),
    ("Fullmäktige gav 2021-06-21 § 101 kommunstyrelsen i uppdrag att ta fram en plan.", ["2021-06-21 101 Kommunfullmäktige assign"]),
    ("Vid sammanträdet den 5 oktober 2022, § 112, beslutade nämnden att inrätta en anhörigenhet.", ["2022-10-05 112 Socialnämnden other"]),
    ("Direktionen antog 2020-12-04 § 45 en ny förbundsordning.", ["2020-12-04 45 Direktionen adopt"]),
    ("Delegationsordningen antogs den 15 november 2022, § 101, och ändrades senast 2023-05-23 § 47.", ["2022-11-15 101 Socialnämnden adopt", "2023-05-23 47 Socialnämnden change"]),
    ("Nämnden avstyrkte förslaget i yttrande 2019-09-10.", ["2019-09-10 - Socialnämnden reject"]),
    ("Kommunfullmäktige beslutade i december 2021 att bygga ett nytt särskilt boende.", ["2021-12 - Kommunfullmäktige other"]),
    ("Högsta förvaltningsdomstolen har i dom den 4 juni 2018 (mål nr 2525-17) slagit fast att avgiften är olaglig.", ["2018-06-04 - Högsta förvaltningsdomstolen adopt"]),
    ("Högsta förvaltningsdomstolen meddelade 11 sept. 2013 inte prövningstillstånd i mål nr 3650-13.", ["2013-09-11 - Högsta förvaltningsdomstolen reject"]),
    ("Kammarrätten i Göteborg meddelade den 4 maj 2021 prövningstillstånd.", ["2021-05-04 - Kammarrätten i Göteborg grant"]),
    ("Regeringen beslutade den 16 mars 2023 om ett uppdrag till Socialstyrelsen.", ["2023-03-16 - Regeringen other"]),
    ("Bygglov beviljades av miljö- och byggnadsnämnden 2017-05-16, § 60.", ["2017-05-16 60 Miljö- och byggnadsnämnden grant"]),
    ("Detaljplanen vann laga kraft den 4 juni 1992.", []),
    ("Information enligt MBL § 19 lämnades den 22 september 2023.", []),
    ("Förhandling enligt MBL § 11 genomfördes den 5 februari 2024.", []),
    ("Engångskostnaden finansieras ur kommunstyrelsens medel för landsbygdsutveckling som inrättades 2009.", []),
    ("Nämndens verksamhet utökades 2019.", []),
    ("Kommunstyrelsens förvaltning bildades den 1 januari 2015.", []),
    ("Ansökan kom in till socialnämnden den 8 januari 2024.", []),
    ("Kommunen tecknade avtal med bolaget den 3 maj 2021.", []),
    ("Förvaltningen redovisade halvårsutfallet för nämnden den 14 augusti 2023.", []),
    ("Enligt 4 kap. 1 § SoL prövade nämnden ansökan den 3 januari 2024.", []),
    ("Villaägarnas Riksförbund har i remissvar den 1 september 2023 motsatt sig höjningen.", []),
    ("Socialnämndens budget för 2023 var 412 mnkr.", []),
    ("Statsbidraget infördes av regeringen 2016.", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), EARLIER)
def test_earlier(sentence: str, expected: list[str]) -> None:
    assert earlier_rows("§§ BODY Bakgrund\n" + sentence) == expected


def test_a_paragraph_of_the_same_meeting_is_named_once() -> None:
    marked = """§§ BODY Bakgrund
    Nämnden fastställde 2015-12-15, § 158, internkontrollplanen. Vid samma sammanträde beslutades, § 161, om anställningsstopp.
    §§ PROPOSAL Förslag till beslut
    1. Beslutet den 15 december 2015, § 161, om anställningsstopp förlängs till och med den 31 mars 2017."""
    told = [(f.date, f.paragraph) for f in earlier_found(marked, date="2016-09-13")]
    assert sorted(told, key=str) == [("2015-12-15", "158"), ("2015-12-15", "161")]


def test_the_boards_committee_has_its_full_name() -> None:
    marked = "§§ BODY Bakgrund\nNämndens arbetsutskott återremitterade ärendet den 9 februari 2024."
    assert [f.body for f in earlier_found(marked)] == ["Socialnämndens arbetsutskott"]


def test_what_ceases_holds_to_that_day() -> None:
    told = found(
        "§§ PROPOSAL Förslag till beslut\nTaxan upphör att gälla den 31 december 2023.\nPlanen upphör den 30 juni 2025."
    )
    assert [(f.effective_from, str(f.effective_to)) for f in told] == [(None, "2023-12-31"), (None, "2025-06-30")]


ASSIGNED = [
    ("Kommunfullmäktige gav den 19 november 2023, § 131, kommunstyrelsen i uppdrag att utreda frågan.", "Kommunstyrelsen"),
    ("Nämnden uppdrog 2023-05-02 § 41 åt förvaltningschefen att se över taxan.", "Förvaltningschefen"),
    ("Kommunstyrelsen beslutade den 9 maj 2023 § 80 att ge tekniska kontoret i uppdrag att sälja huset.", "Tekniska kontoret"),
    ("Kommunstyrelsen antog den 9 maj 2023 § 80 en policy.", None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "who"), ASSIGNED)
def test_who_was_given_the_task(sentence: str, who: str | None) -> None:
    assert [f.assignee for f in earlier_found("§§ BODY Bakgrund\n" + sentence)] == [who]


def test_points_that_were_taken_for_headings() -> None:
    marked = """§§ PROPOSAL Förslag till beslut
    Nämnden föreslås besluta
    a) att säga upp avtalet,
    §§ BODY b) att teckna hyresavtal för lokalen
    §§ BODY Storgatan 14 för tiden 1 augusti 2025–31 juli 2030, och
    c) att ge förvaltningen i uppdrag att redovisa planen.
    §§ BODY Bakgrund
    Avtalet löper ut i år."""
    assert [f.text for f in found(marked)] == [
        "att säga upp avtalet",
        "att teckna hyresavtal för lokalen Storgatan 14 för tiden 1 augusti 2025–31 juli 2030",
        "att ge förvaltningen i uppdrag att redovisa planen.",
    ]
