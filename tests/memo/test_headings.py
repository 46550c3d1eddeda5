"""Which lines are known headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.memo import headings
from pipeline.memo.fold import near
from pipeline.memo.headings import heading_of, run_in
from pipeline.memo.memo import SectionKind as K
from pipeline.resources import table

KNOWN = [
    ("Sändes efter beslut till:", K.RECIPIENTS), ("Efter beslut skickas till", K.RECIPIENTS),
    ("Expedieras efter beslut", K.RECIPIENTS), ("DELGES EFTER BESLUT TILL", K.RECIPIENTS),
    ("Förslag till beslut", K.PROPOSAL), ("FÖRSLAG TILL BESLUT", K.PROPOSAL), ("Forslag till beslut", K.PROPOSAL),
    ("F6rslag till beslut", K.PROPOSAL), ("Fdrslag till beslut", K.PROPOSAL), ("Förslag till beslut:", K.PROPOSAL),
    ("3. Förslag till beslut", K.PROPOSAL), ("3.1 Förslag till beslut", K.PROPOSAL),
    ("Förslag till beslut i kommunstyrelsen", K.PROPOSAL),
    ("Kommunledningsstabens förslag till beslut BS 0", K.PROPOSAL), ("Förslag till beslut B", K.PROPOSAL),
    ("Férslag till beslut |", K.PROPOSAL), ("Forslag till beslut Z 8", K.PROPOSAL),
    ("Socialförvaltningens förslag till beslut K", K.PROPOSAL),
    ("Nämndens förslag till beslut AR 2", K.PROPOSAL), ("Förslag till beslut ° B", K.PROPOSAL),
    ("Kommunstyrelsens förslag till kommunfullmäktiges beslut", K.PROPOSAL),
    ("Kommunstyrelsens fdrslag till kommunfullmaktiges beslut", K.PROPOSAL),
    ("Kommunstyrelsens eget beslut", K.DECISION),
    ("F Ö R S L A G", K.PROPOSAL),
    ("F Ö R S L A G  T I L L  B E S L U T", K.PROPOSAL),
    ("B A K G R U N D :", K.BODY),
    ("Férslag till beslut i kultur- och fritidsnamnden fér egen del", K.PROPOSAL),
    ("Kommunstyrelsens förslag till kommunfullmäktige", K.PROPOSAL),
    ("Kommunledningskontorets förslag till beslut", K.PROPOSAL), ("Ordförandens förslag", K.PROPOSAL),
    ("Socialförvaltningens förslag till beslut", K.PROPOSAL), ("Förvaltningens hemställan", K.PROPOSAL),
    ("Beslutsförslag", K.PROPOSAL), ("Arbetsutskottets förslag till beslut:", K.PROPOSAL),
    ("Förslag till kommunfullmäktige", K.PROPOSAL),
    ("Beslut", K.DECISION), ("Nämndens beslut", K.DECISION), ("Socialnämndens beslut", K.DECISION),
    ("Sammanfattning", K.SUMMARY), ("Sammanfattning av ärendet", K.SUMMARY), ("Ärendet i korthet", K.SUMMARY),
    ("Ärendet", K.BODY), ("Arendet", K.BODY), ("1 Bakgrund", K.BODY), ("II. Bakgrund", K.BODY),
    ("Ekonomiska konsekvenser", K.BODY),
    ("Förvaltningens bedömning", K.BODY), ("Konsekvenser för barn och unga", K.BODY), ("Tidigare beslut", K.BODY),
    ("Beslutsunderlag", K.DOCUMENTS), ("Underlag för beslut", K.DOCUMENTS), ("Handlingar i ärendet", K.DOCUMENTS),
    ("Handlingar som ligger till grund för beslutet", K.DOCUMENTS), ("Till grund för beslutet ligger:", K.DOCUMENTS),
    ("Underlag som ligger till grund för bedömningen", K.DOCUMENTS),
    ("Följande handlingar ligger till grund för beslutet:", K.DOCUMENTS),
    ("Bilaga", K.ATTACHMENTS), ("Bilagor:", K.ATTACHMENTS), ("BILAGOR", K.ATTACHMENTS),
    ("Bilagda handlingar", K.ATTACHMENTS),
    ("Beslutet skickas till", K.RECIPIENTS), ("Beslutet ska skickas till:", K.RECIPIENTS),
    ("Expedieras till", K.RECIPIENTS),
    ("Delges", K.RECIPIENTS), ("Sändlista", K.RECIPIENTS), ("Protokollsutdrag till", K.RECIPIENTS),
    ("Kopia till", K.RECIPIENTS),
    ("Beslutsplanering", K.PLANNING), ("Ärendets gång", K.PLANNING), ("Ansvariga", K.SIGNATURES),
    ("Underskrifter", K.SIGNATURES),
    ("Underlag i ärendet", K.DOCUMENTS), ("UNDERLAG TILL ÄRENDET", K.DOCUMENTS),
    ("Handlingar till ärendet", K.DOCUMENTS),
    ("Beslutsunderlag och bilagor", K.DOCUMENTS), ("Följande underlag ligger till grund för beslutet:", K.DOCUMENTS),
    ("Beslutet baseras på följande handlingar", K.DOCUMENTS), ("Dokumentförteckning", K.DOCUMENTS),
    ("Bifogade dokument", K.ATTACHMENTS), ("Bilagor till denna skrivelse", K.ATTACHMENTS),
    ("Medföljande handlingar", K.ATTACHMENTS), ("Till ärendet hör följande bilagor", K.ATTACHMENTS),
    ("Beslutet sänds för kännedom till", K.RECIPIENTS),
    ("FÖR EXPEDIERING", K.RECIPIENTS), ("För expediering till:", K.RECIPIENTS),
    ("Expedieras för kännedom", K.RECIPIENTS),
    ("Beslutet skickas för verkställighet till", K.RECIPIENTS), ("Beslut för kännedom till", K.RECIPIENTS),
    ("Beslutet ska överlämnas till", K.RECIPIENTS), ("Underrättelse om beslutet", K.RECIPIENTS),
    ("Kultur- och fritidsnämnden beslut", K.DECISION), ("Barn- och utbildningsnamnden beslut", K.DECISION),
    ("Tekniska utskottet beslut", K.DECISION), ("Regionstyrelsen beslut", K.DECISION),
    ("Följande ska få del av beslutet:", K.RECIPIENTS), ("Delgivning sker", K.RECIPIENTS),
    ("Skall delges", K.RECIPIENTS),
    ("Avskrift till", K.RECIPIENTS), ("Kopior sänds till", K.RECIPIENTS), ("Protokollsutdrag tillställs", K.RECIPIENTS),
    ("Utdrag ur protokollet sänds till", K.RECIPIENTS), ("Fér expediering", K.RECIPIENTS),
    ("Bifogade bilagor", K.ATTACHMENTS), ("Till denna skrivelse hör", K.ATTACHMENTS),
    ("Medföljande bilagor", K.ATTACHMENTS), ("I ärendet föreligger följande handlingar", K.DOCUMENTS),
    ("Relaterade handlingar", K.DOCUMENTS),
    ("Vad ska nämnden besluta?", K.PROPOSAL), ("Vad ska kommunfullmäktige besluta?", K.PROPOSAL),
    ("Vad ska kommunstyrelsens arbetsutskott besluta?", K.PROPOSAL), ("Vad ska beslutas?", K.PROPOSAL),
    ("VAD SKA BARN- OCH UTBILDNINGSNÄMNDEN BESLUTA?", K.PROPOSAL), ("2. Vad ska styrelsen besluta om?", K.PROPOSAL),
    ("Vad ska kommunfullmäktige ta ställning till?", K.PROPOSAL), ("Vad behöver nämnden besluta?", K.PROPOSAL),
    ("Vilket beslut ska nämnden fatta?", K.PROPOSAL), ("Vad föreslås kommunstyrelsen besluta om?", K.PROPOSAL),
    ("Vilka beslut bör direktionen fatta?", K.PROPOSAL),
]  # fmt: skip
UNKNOWN = [
    "Kommunens beslut B 2",
    "Nämnden tog förra året ett beslut B",
    "Förslag till beslutsordning AB",
    "Rekommendation 1", "Rekommendation 2: Inför tvåfaktorsinloggning", "Rekommendation nr 3", "REKOMMENDATION 4",
    "Förslag till länsgemensamt resurscentrum mot hedersrelaterat våld", "Kommunstyrelsen", "att anta planen",
    "Beslut om bidrag", "Kultur- och fritidsnämnden beslutar", "Tekniska utskottet beslut om bidrag",
    "Förslaget är", "2019-08-19", "Dnr KS/2019:318", "Anna Ek", "", "-", "Bilaga 1",
    "Förvaltningen föreslår att nämnden beslutar.",
    "beslut", "Kommunens beslut vann laga kraft.",
    "För exploatering", "Expeditionen", "Avskrivning", "Delgivningar hanteras av kansliet", "Utdrag ur registret",
    "Vad har nämnden beslutat tidigare?", "Vad ska byggas?", "Vad ska det kosta?", "Vem ska besluta?",
    "Varför ska nämnden besluta?", "Vad händer efter beslutet?", "Vad ska nämnden besluta om i nästa steg och när?",
    "Hur ska beslutet följas upp?", "Vad tycker andra?", "Information om bygget",
    "Följande behöver beslutas", "Kopiering", "Relationer och samverkan", "Medföljande",
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), KNOWN)
def test_known(text: str, kind: K) -> None:
    heading = heading_of(text)
    assert heading is not None
    assert heading.kind == kind


@pytest.mark.parametrize("text", UNKNOWN)
def test_unknown(text: str) -> None:
    assert heading_of(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "heading"),
    [
        ("Förslag. Arbetsutskottet föreslår att styrelsen beslutar följande.", K.PROPOSAL, "Förslag."),
        ("Bakgrund. Bolaget varslade i november samtliga anställda.", K.BODY, "Bakgrund."),
        ("Beslutsunderlag. Köpekontrakt, kalkyl", K.DOCUMENTS, "Beslutsunderlag."),
        ("Förslag till beslut – Nämnden antar planen.", K.PROPOSAL, "Förslag till beslut –"),
        ("Förslag Kontoret föreslår att styrelsen antar planen", K.PROPOSAL, "Förslag"),
        ("Förslag till beslut Socialnämnden föreslås besluta", K.PROPOSAL, "Förslag till beslut"),
        ("Férslag Kontoret féreslar att nämnden", K.PROPOSAL, "Férslag"),
    ],
)
def test_run_in_without_colon(text: str, kind: K, heading: str) -> None:
    found = run_in(text)
    assert found is not None
    assert (found[0].kind, text[: found[1]]) == (kind, heading)


@pytest.mark.parametrize(
    "text",
    [
        "Förslag att bifalla motionen innebär kostnader",
        "Förslag till detaljplan för kvarteret Eken har ställts ut",
        "Förslaget innebär att nämnden föreslår en ny taxa",
        "Ansökan – Om bidrag",
        "Planen antogs 2001. Kommunen har sedan ändrat den",
        "Bil. 1 Avtal",
        "Rekommendation 2: Inför tvåfaktorsinloggning",
        "Rekommendation 3: Öva en gång om året",
    ],
)
def test_not_run_in(text: str) -> None:
    assert run_in(text) is None


def test_run_in() -> None:
    found = run_in("Kopia till: Banken, Revisorerna")
    assert found is not None
    assert found[0].kind == K.RECIPIENTS
    assert found[1] == len("Kopia till:")
    found = run_in("Sändes efter beslut till: Ekby kommun, Ek & Rör AB, ekonomikontoret")
    assert found is not None
    assert found[0].kind == K.RECIPIENTS
    assert run_in("Observera: detta gäller inte") is None


WORDS = ("kommunstyrelsens", "plan", "teknik", "barn och utbildning", "x", "samhällsbyggnads")
PATTERNS = [row["pattern"] for row in table("memo/data/headings.csv")]
SLIPS = st.lists(st.tuples(st.integers(0, 60), st.sampled_from(["", *"abrsö1-; "]), st.booleans()), max_size=3)


@given(st.sampled_from(PATTERNS), st.sampled_from(WORDS), SLIPS)
def test_no_heading_with_slips_is_passed_over(pattern: str, word: str, slips: list[tuple[int, str, bool]]) -> None:
    text = pattern.replace("*", word)
    for place, letter, instead in slips:
        text = text[:place] + letter + text[place + instead :]
    plain = headings.bare_heading(text)
    most = 0 if len(plain) < 7 else 1 if len(plain) < 14 else 2
    close = [known.heading for known in headings._known().spelt if most and near(plain, known.plain, most)]
    assert headings._nearly(plain) == (close[0] if close else None)


@given(st.sampled_from([p for p in PATTERNS if "*" in p]), st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_no_heading_with_any_words_is_passed_over(pattern: str, word: str, before: str) -> None:
    for text in (pattern.replace("*", word), f"{before} {pattern.replace('*', word)}"):
        every = {place: (wild, h) for ones in headings._known().wild.values() for place, wild, h in ones}
        plain = headings.bare_heading(text)
        fits = [
            heading for _, (wild, heading) in sorted(every.items(), key=lambda one: one[0]) if wild.fullmatch(plain)
        ]
        if fits and plain not in headings._known().exact and text.count(" ") < 12 and len(text) <= headings.LONGEST:
            assert heading_of(text.capitalize()) == fits[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Socialnämndens förslag till kommunfullmäktige —", K.PROPOSAL), ("Förslag till beslut –", K.PROPOSAL),
        ("Förslag till beslut -", K.PROPOSAL), ("Bilagor _", K.ATTACHMENTS), ("Beslutet skickas till —", K.RECIPIENTS),
        ("Beslutsunderlag =", K.DOCUMENTS), ("Sammanfattning –", K.SUMMARY),
        ("Vägen från Ekby –", None), ("- -", None), ("   ", None), ("Ja -", None), ("2019 –", None),
    ],
)  # fmt: skip
def test_a_dash_behind_a_heading(text: str, kind: K | None) -> None:
    heading = heading_of(text)
    assert (heading and heading.kind) == kind
