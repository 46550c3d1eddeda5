"""What memos and minutes point to: lists of attachments and documents, § and numbers in the text."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.read.page import ReadAs
from tests.extract.marked import facts_of, memo_of

HEAD = """
Avesta kommun
Datum: 2019-03-04
Dnr: KS 2019/118
== title
Köp av mark
"""


def found(marked: str, kind: str) -> list[str]:
    facts = facts_of(memo_of(marked), "lupp_head", "lupp_references")
    return [r.text for r in facts.references if r.kind == kind]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("1. Köpeavtal\n2. Karta", ["Köpeavtal", "Karta"]),
        ("1 Köpeavtal\n2 Karta 2019-02-01\n3 Värdering", ["Köpeavtal", "Karta 2019-02-01", "Värdering"]),
        ("Bilaga 1: Köpeavtal\nBilaga 2: Karta", ["Köpeavtal", "Karta"]),
        (
            "A. Utvärdering av anbud   B. Avfallstaxa 2017   C. Ritningar",
            ["Utvärdering av anbud", "Avfallstaxa 2017", "Ritningar"],
        ),
        ("1. Karta  2. Ansökan  3. Yttrande från polisen", ["Karta", "Ansökan", "Yttrande från polisen"]),
        ("a) Karta  b) Ansökan den 3 juni", ["Karta", "Ansökan den 3 juni"]),
        ("1. Avtal 2016  2. Ansökan den 3. juni", ["Avtal 2016", "Ansökan den 3. juni"]),
        ("1. Avtal med A. Ek", ["Avtal med A. Ek"]),
        ("Bilaga 1. Köpeavtal\nBilaga 2. Karta", ["Köpeavtal", "Karta"]),
        ("Bilaga 1 – Köpeavtal\nBilaga 2 – Karta", ["Köpeavtal", "Karta"]),
        ("Bilaga A Köpeavtal\nBilaga B Karta", ["Köpeavtal", "Karta"]),
        ("Bil. 1 Köpeavtal\nBil. 2 Karta", ["Köpeavtal", "Karta"]),
        ("- Köpeavtal\n- Karta", ["Köpeavtal", "Karta"]),
        ("• Köpeavtal\n• Karta", ["Köpeavtal", "Karta"]),
        ("a) Köpeavtal\nb) Karta", ["Köpeavtal", "Karta"]),
        ("Köpeavtal\nKarta", ["Köpeavtal", "Karta"]),
        (
            "Köpeavtal med Mellansvenska Skogs AB, daterat\n2019-02-01\nKarta",
            ["Köpeavtal med Mellansvenska Skogs AB, daterat 2019-02-01", "Karta"],
        ),
        (
            "Framställning från föreningen om\nköp av mark\nKarta",
            ["Framställning från föreningen om köp av mark", "Karta"],
        ),
        ("Inga bilagor", []),
        ("-", []),
        ("Bilaga fördjupad uppföljning", ["Bilaga fördjupad uppföljning"]),
        ("1, Anbudssammanställning\n2. Förslag till taxa", ["Anbudssammanställning", "Förslag till taxa"]),
        ("1. Karta\n2, Avtal 2019", ["Karta", "Avtal 2019"]),
        # whose paper it is goes on in the next line
        (
            "1. Karta\n2. Skrivelse från Vellinge\nHandikappförening",
            ["Karta", "Skrivelse från Vellinge Handikappförening"],
        ),
        ("Skrivelse från Hults\nHembygdsförening\nKarta", ["Skrivelse från Hults Hembygdsförening", "Karta"]),
        ("1. Avtal med Norra Hults\nFiberförening\n2. Karta", ["Avtal med Norra Hults Fiberförening", "Karta"]),
        ("Yttrande från Lärarnas\nRiksförbund\nKarta", ["Yttrande från Lärarnas Riksförbund", "Karta"]),
        ("1. Offert av Lunds\nBygg AB\n2. Karta", ["Offert av Lunds Bygg AB", "Karta"]),
        ("Skrivelse från Hults\nBostads AB\nTaxa", ["Skrivelse från Hults Bostads AB", "Taxa"]),
        ("Karta från Vellinge\nAvtal", ["Karta från Vellinge", "Avtal"]),
        ("Skrivelse från Hult\nTaxa 2019", ["Skrivelse från Hult", "Taxa 2019"]),
        ("Avtal med Ek Bygg AB\nHandikappförening", ["Avtal med Ek Bygg AB", "Handikappförening"]),
        ("Avtal med Hults kommun\nVärdering", ["Avtal med Hults kommun", "Värdering"]),
        ("Karta\nHultsbygdens Hembygdsförening", ["Karta", "Hultsbygdens Hembygdsförening"]),
        ("Köpeavtal;\nKarta.", ["Köpeavtal", "Karta."]),
        ("1. Köpeavtal 2. Karta", ["Köpeavtal", "Karta"]),
        (
            "Remiss 2015-04-10; Enkät; Miljönämndens\nprotokoll 2014-11-19",
            ["Remiss 2015-04-10", "Enkät", "Miljönämndens protokoll 2014-11-19"],
        ),
        ("Ansökan 2015-03-02, Kalkyl, Protokoll\nfrån mötet", ["Ansökan 2015-03-02", "Kalkyl", "Protokoll från mötet"]),
        (
            "Avtal med Ek Bygg AB, Lund Plåt AB och\nNord Måleri AB",
            ["Avtal med Ek Bygg AB, Lund Plåt AB och Nord Måleri AB"],
        ),
        ("| 1 | Köpeavtal\n| 2 | Karta", ["Köpeavtal", "Karta"]),
        ("10 år med kulturskolan, rapport", ["10 år med kulturskolan, rapport"]),
        ("Karta\nSituationsplan\n\nAnna Ek Bengt Lund\nStrateg Chef\nDelges\nNils Ek", ["Karta", "Situationsplan"]),
        ("Karta\n\nDelges\nAnna Ek (rek)", ["Karta"]),
        ("Karta\nSänds till Valnämnden, Kulturnämnden", ["Karta"]),
        ("Karta\nKopia av avtalet", ["Karta", "Kopia av avtalet"]),
        ("Yttrande från Anna Ek och Bengt Lund\nKarta", ["Yttrande från Anna Ek och Bengt Lund", "Karta"]),
    ],
)
def test_attachments(lines: str, wanted: list[str]) -> None:
    assert found(HEAD + "== body: Ärendet\nText.\n== attachments: Bilagor\n" + lines, "attachment") == wanted


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            "Tjänsteskrivelse 2019-03-04\nProtokollsutdrag 2019-02-11 § 14",
            ["Tjänsteskrivelse 2019-03-04", "Protokollsutdrag 2019-02-11 § 14"],
        ),
        ("Tjänsteskrivelse, 2019-03-04.", ["Tjänsteskrivelse, 2019-03-04."]),
        (
            "Kommunledningskontorets tjänsteskrivelse 2019-03-04; Karta; Köpeavtal",
            ["Kommunledningskontorets tjänsteskrivelse 2019-03-04", "Karta", "Köpeavtal"],
        ),
        ("Tjänsteskrivelse 2019-03-04, Köpeavtal, Karta", ["Tjänsteskrivelse 2019-03-04", "Köpeavtal", "Karta"]),
        (
            "Letter of intent, undertecknat 2022-12-09\nProjektbudget",
            ["Letter of intent, undertecknat 2022-12-09", "Projektbudget"],
        ),
        (
            "• § 65 TEN - Svar på motion\n• Motion - Anna Ek (MP)",
            ["§ 65 TEN - Svar på motion", "Motion - Anna Ek (MP)"],
        ),
    ],
)
def test_documents(lines: str, wanted: list[str]) -> None:
    assert found(HEAD + "== body: Ärendet\nText.\n== documents: Beslutsunderlag\n" + lines, "document") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ärendet (dnr KS 2012/45) avslutades.", ["KS 2012/45"]),
        ("Domen, mål nr 877-05, har vunnit laga kraft.", ["877-05"]),
        ("Remissen SL 2019-0441 kom i maj.", ["SL 2019-0441"]),
        ("Enligt KS 2019/118 ska marken köpas.", []),
        ("Se dnr KS 2019/118-3 och dnr KS 2018/7.", ["KS 2018/7"]),
        ("Mål 1 är uppfyllt, mål 2 är det inte.", []),
        ("Fastigheten AVESTA 14:3 säljs.", []),
        ("Boverket (dnr 1324/2018) har svarat.", ["1324/2018"]),
        ("KF 2018-11-27 § 190 gäller.", []),
        ("Med beteckningen Bjursås 14:3 menas tomten.", []),
        ("Org.nr 556036-0793 och tel 0226-64 50 00.", []),
        ("Länsstyrelsens diarienummer 551-2211-2010 anges.", ["551-2211-2010"]),
        ("Verket har efter inspektion (beteckning ISG 2009/11782) framfört det.", ["ISG 2009/11782"]),
        ("Rapporten, med beteckning AA-412-12345/19, är klar.", ["AA-412-12345/19"]),
        ("Fastigheten har beteckning Hult 1:2.", []),
        ("Rören har beteckning DN 110.", []),
        ("Skylten med beteckning C 15 tas ned.", []),
        ("Standarden SS-EN 1090 och AFS 2001:1 gäller.", []),
        ("Arbetsmiljöverket har inspekterat (beteckning ISG 2009/11782) lokalen.", ["ISG 2009/11782"]),
        ("Beslutet, beteckning 2019/4417, har överklagats.", ["2019/4417"]),
        ("Fastigheten med beteckning Berga 3:14 säljs.", []),
        ("Rummet med beteckning 12 på ritningen byggs om.", []),
        ("Huset har beteckning B4 på kartan.", []),
        ("Vägverket har i brev, dnr SA30 99:1147, svarat.", ["SA30 99:1147"]),
        ("Vägverkets beslut, dnr BY20 A 2005:1234, gäller.", ["BY20 A 2005:1234"]),
        ("Ansökan (dnr AL90 B 2004:1122) avslogs.", ["AL90 B 2004:1122"]),
        ("Vägverkets skrivelse, dnr SA 20 99:312, har kommit.", ["SA 20 99:312"]),
        ("Inspektionen har i ärende 3.5.1-20417/2022 begärt besked.", ["3.5.1-20417/2022"]),
        ("IVO påpekade i sitt ärende 8.5-2013/2014 brister.", ["8.5-2013/2014"]),
        ("I ärende 3 togs frågan upp.", []),
        ("Nämnden behandlade i ärende 12 taxan.", []),
        ("Se dnr AB 12:3.", ["AB 12:3"]),
    ],
)
def test_numbers_of_others(text: str, wanted: list[str]) -> None:
    assert found(HEAD + "== body: Ärendet\n" + text, "diarienummer") == wanted


def test_another_s_number_in_the_head_is_a_reference() -> None:
    marked = HEAD.replace("Dnr: KS 2019/118", "Vår beteckning: KS 2019/118\nEr beteckning: 551-2211-2010")
    assert found(marked, "diarienummer") == ["551-2211-2010"]


def test_a_county_board_s_number_stands_under_a_torn_label() -> None:
    """The letterhead asks for another's number, and the row of values holds one of a county board's."""
    marked = HEAD.replace("Dnr: KS 2019/118", "Var beteckning Er beteckning\nKS 2019/118 241-03215-00")
    assert found(marked, "diarienummer") == ["241-03215-00"]
    assert found(HEAD.replace("Dnr: KS 2019/118", "KS 2019/118\nPlusgiro 241-03215-00"), "diarienummer") == []


def test_the_minutes_own_paragraph_is_none() -> None:
    marked = """
SAMMANTRÄDESPROTOKOLL
Kommunstyrelsen
2012-10-09
== title
§ 141 Dnr KS/2012:411 Delårsrapport
== body: Ärendebeskrivning
Kommunfullmäktige antog 2011-11-28, § 98, budgeten.
== decision: Beslut
Delårsrapporten godkänns.
== furniture
§ 141 | Justerandes sign | Utdragsbestyrkande
"""
    assert found(marked, "paragraph") == ["§ 98"]
    assert found(marked, "diarienummer") == []
    listed = marked.replace(
        "== decision", "== documents: Beslutsunderlag\nKarta\n\n§ 141 forts.\nYrkanden\n== decision"
    )
    assert found(listed, "paragraph") == ["§ 98"]


def test_laws_and_paragraphs_are_told_apart() -> None:
    text = (
        "Kommunfullmäktige antog 2013-04-23, § 46, regler enligt 10 kap. 32 § skollagen (2010:800) och 6 kap. 5 § KL."
    )
    marked = HEAD + "== body: Ärendet\n" + text
    assert found(marked, "paragraph") == ["§ 46"]
    assert found(marked, "law") == ["10 kap. 32 § skollagen (2010:800)", "6 kap. 5 § KL"]


SIGNS = st.text(alphabet="Aåb§$ 0129/:-.,;()\n•Dnr1)kap.lagen", max_size=120)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                [
                    "letterhead",
                    "title",
                    "body: X",
                    "attachments: Bilagor",
                    "documents",
                    "stamp",
                    "furniture",
                    "recipients",
                    "signatures",
                    "decision: Beslut",
                ]
            ),
            SIGNS,
        ),
        max_size=6,
    )
)
def test_no_text_makes_the_components_raise(parts: list[tuple[str, str]]) -> None:
    memo = memo_of("".join(f"\n== {name}\n{text.replace('==', '')}" for name, text in parts))
    facts = facts_of(memo, "lupp_head", "lupp_references", "lupp_privacy")
    for fact in (*facts.references, *facts.privacy):
        assert 0 <= fact.start < fact.end <= len(memo.text)
        assert 0 < fact.confidence <= 1


def test_attachments_below_the_signature_under_a_short_heading() -> None:
    memo = HEAD + "== body: Ärendet\nText.\n== signatures\nAnna Ek\nEkonomichef\n\nBil.\nÅrsredovisning 1999\nKarta"
    assert found(memo, "attachment") == ["Årsredovisning 1999", "Karta"]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            "Bifogas\nAnbudsutvärdering 2002-08-28\nLänsstyrelsens beslut",
            ["Anbudsutvärdering 2002-08-28", "Länsstyrelsens beslut"],
        ),
        ("Bilagor\nKarta\nHyresavtal", ["Karta", "Hyresavtal"]),
        ("Bilagda handlingar:\nKarta över området", ["Karta över området"]),
        ("BILAGOR\nKarta", ["Karta"]),
        ("Medföljande bilagor\nÅrsredovisning 2001", ["Årsredovisning 2001"]),
        ("Bilaga\nProtokoll från förhandling", ["Protokoll från förhandling"]),
        ("Hult den 3 maj\nKarta", []),
        ("Ekonomikontoret\nNils Lund", []),
        ("Kopia till\nEkonomikontoret", []),
        ("Bakgrund\nKarta över området", []),
    ],
)
def test_attachments_below_a_heading_that_is_no_block_of_its_own(lines: str, wanted: list[str]) -> None:
    assert found(f"{HEAD}== signatures\nKarin Lund\nKanslichef\n\n{lines}", "attachment") == wanted


TEXT = (
    "Nämnden beslutade i maj att avveckla två tjänster, vilket sparar 310 tkr, och att frågan tas upp igen under "
    "hösten när utfallet är känt."
)


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        # the margin's headings were read before the text that they stand beside
        (
            f"YDRE KOMMUN\nSocialförvaltningen\n\n{TEXT}\n\n{TEXT}\n\nDelårsbokslut 2007-08-31",
            ["Delårsbokslut 2007-08-31"],
        ),
        (f"{TEXT}\n\n{TEXT}", []),
        (f"121/2007, uppmanat nämnden att hålla sin ram.\n\n{TEXT}\n\n{TEXT}", []),
        (f"Karta\n\n{TEXT}\n\n{TEXT}\n\nHyresavtal", ["Karta", "Hyresavtal"]),
        # a list with one long entry is one
        ("Karta\n\nProtokoll från förhandling", ["Karta", "Protokoll från förhandling"]),
        (f"Karta\n\nBrev från Hults IF\n\n{TEXT}", ["Karta", "Brev från Hults IF", TEXT]),
    ],
)
def test_a_list_of_old_text_that_holds_the_memo_s_text(lines: str, wanted: list[str]) -> None:
    memo = dataclasses.replace(memo_of(f"{HEAD}== attachments: Bilaga\n{lines}"), read_as=frozenset({ReadAs.TEXT}))
    references = facts_of(memo, "lupp_head", "lupp_references").references
    assert [r.text for r in references if r.kind == "attachment"] == wanted


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            "Bilagor Anbudssammanställning 1996-03-14\nProtokoll från förhandling",
            ["Anbudssammanställning 1996-03-14", "Protokoll från förhandling"],
        ),
        ("Bilaga Karta över området", ["Karta över området"]),
        ("Bifogas Hyresavtal 1996-03-14", ["Hyresavtal 1996-03-14"]),
        ("Bilagor Akten", []),
    ],
)
def test_a_heading_in_the_margin_read_with_the_first_paper(lines: str, wanted: list[str]) -> None:
    marked = f"{HEAD}== signatures\nKarin Lund\nKanslichef\n\n{lines}"
    memo = dataclasses.replace(memo_of(marked), read_as=frozenset({ReadAs.TEXT}))
    references = facts_of(memo, "lupp_head", "lupp_references").references
    assert [r.text for r in references if r.kind == "attachment"] == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Bilaga: Ansökan med intyg", ["Ansökan med intyg"]),
        ("Bilagor: Karta över området", ["Karta över området"]),
        ("Bil.: Köpeavtal", ["Köpeavtal"]),
        ("Bilaga till protokollet", []),
        ("Bilagan: se ovan", []),
    ],
)
def test_an_attachment_on_its_labels_line(line: str, wanted: list[str]) -> None:
    assert found(f"{HEAD}== signatures\nKarin Lund\nKanslichef\n\n{line}", "attachment") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Länsstyrelsen gav dispens (521-18044-2022) i juni.", ["521-18044-2022"]),
        ("Länsstyrelsen vill ha kommunens svar i ärende 551-1044-14 senast i juni.", ["551-1044-14"]),
        ("Tillståndet (241-03215-00) gäller inte längre.", ["241-03215-00"]),
        ("Telefon 070-123-45 och 031-1234-56.", []),
        ("I en dom den 18 juni 2013 (M 8344-12) upphävde domstolen tillståndet.", ["M 8344-12"]),
        ("Länsrätten avslog överklagandet (B 1202-04).", ["B 1202-04"]),
        ("Kammarrättens avgörande (T 331-99, ej överklagat) ändrar inget.", ["T 331-99"]),
        ("Lokalerna ligger på plan B (B 12-15).", []),
        ("Skolan har tre paralleller (F 1-6).", []),
        ("Naturvårdsverket gav ett stöd (NV-02114-19).", ["NV-02114-19"]),
        ("Promemorian $2022/02218 har sänts ut.", ["S2022/02218"]),
        ("Avtalet gäller 2019-12 till 2021-01.", []),
        ("Inköpscentralens ramavtal 2024-118 används.", ["2024-118"]),
        ("Ett ramavtal 2024–2026 har tecknats.", []),
        ("Ring 040-123 45 eller 0470-12 34 56.", []),
    ],
)
def test_numbers_without_label(text: str, wanted: list[str]) -> None:
    assert found(f"{HEAD}== body: Bakgrund\n{text}\n", "diarienummer") == wanted


def test_a_speck_behind_an_entry_is_no_part_of_it_and_joins_no_lines() -> None:
    marked = f"{HEAD}== documents: Underlag\nAnsökan med bilagor -\nYttrande från polisen\nPlanritning ~\n"
    assert found(marked, "document") == ["Ansökan med bilagor", "Yttrande från polisen", "Planritning"]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            "Köpekontrakt (utkast), hyreskalkyl, värdeutlåtande av Ek Värdering AB 1999-01-22",
            ["Köpekontrakt (utkast)", "hyreskalkyl", "värdeutlåtande av Ek Värdering AB 1999-01-22"],
        ),
        (
            "Avtal, karta och protokollsutdrag KSAU 2004-03-02 § 12",
            ["Avtal", "karta", "protokollsutdrag KSAU 2004-03-02 § 12"],
        ),
        (
            "avtalsförslag, karta samt skrivelse från byalaget 2001-05-04",
            ["avtalsförslag", "karta", "skrivelse från byalaget 2001-05-04"],
        ),
        ("Kostnadskalkyl, Projektbyrån Ek AB 2017-09-14", ["Kostnadskalkyl, Projektbyrån Ek AB 2017-09-14"]),
        ("Hyresavtal, utkast 2021-03-31", ["Hyresavtal, utkast 2021-03-31"]),
        ("Förslag registerkontroll, riktlinje\n\nKarta", ["Förslag registerkontroll, riktlinje", "Karta"]),
        (
            "Yttrande från Lantmäteriet, Boverket och Trafikverket",
            ["Yttrande från Lantmäteriet, Boverket och Trafikverket"],
        ),
        (
            "Karta över området (skala 1:2000, reviderad 2011), Detaljplan, Samrådsredogörelse",
            ["Karta över området (skala 1:2000, reviderad 2011)", "Detaljplan", "Samrådsredogörelse"],
        ),
        ("Mål och budget 2020, Investeringsplan 2020–2024", ["Mål och budget 2020", "Investeringsplan 2020–2024"]),
        ("Skrivelse 1996-02-12 från Ek Bygg AB, Växjö", ["Skrivelse 1996-02-12 från Ek Bygg AB, Växjö"]),
        ("Karta\nAnna Ek", ["Karta"]),
        ("Karta\nI tjänsten", ["Karta"]),
        ("Karta\n\nAnna Ek\nGodkänt för nämnden 2008-02-12\nUlf Berg, förvaltningschef", ["Karta"]),
        ("Karta\n\nMed vänlig hälsning\nAnna Ek", ["Karta"]),
        ("Karta\n\nTEKNISKA KONTORET\nAnna Ek\nchef", ["Karta"]),
        ("Brev från Anna Ek\nKarta", ["Brev från Anna Ek", "Karta"]),
        ("Motion 12/2001, Anna Ek (s)\nKarta", ["Motion 12/2001, Anna Ek (s)", "Karta"]),
        ("Handlingarna finns tillgängliga på kansliet", []),
        ("Se bilaga.", []),
        ("Karta\n\nRegion Gävleborg\n\nAvtal", ["Karta", "Avtal"]),
        ("Karta\nAvtal\n\n§ 213 forts.", ["Karta", "Avtal"]),
        ("Karta\nAvtal\n\nForts. § 213\nKöpebrev", ["Karta", "Avtal", "Köpebrev"]),
        ("Karta\nAvtal\n\n§ 12:3 (forts.)\nYrkanden\nBo Ek (S) vill annat.", ["Karta", "Avtal"]),
        ("Karta\nAvtal\nBo Ek (S) yrkar bifall till förslaget.", ["Karta", "Avtal"]),
        ("Karta\nOmröstningsresultat\nJa Nej", ["Karta"]),
        ("Karta\nProtokoll § 213\nReservation", ["Karta", "Protokoll § 213", "Reservation"]),
    ],
)
def test_a_list_in_a_sentence_and_where_a_list_ends(lines: str, wanted: list[str]) -> None:
    assert found(HEAD + "== body: Ärendet\nText.\n== documents: Handlingar\n" + lines, "document") == wanted


@pytest.mark.parametrize(
    ("entry", "wanted"),
    [
        ("<3 Föreningens skrivelse", ["Föreningens skrivelse"]),
        ("« 3. Föreningens skrivelse", ["Föreningens skrivelse"]),
        ("= 2 Karta över området", ["Karta över området"]),
        ("3. Föreningens skrivelse", ["Föreningens skrivelse"]),
        ("20 anbud från entreprenörer", ["20 anbud från entreprenörer"]),
    ],
)
def test_a_speck_before_an_entry_s_number(entry: str, wanted: list[str]) -> None:
    assert found(HEAD + "== body: Ärendet\nText.\n== attachments: Bilagor\n" + entry, "attachment") == wanted
