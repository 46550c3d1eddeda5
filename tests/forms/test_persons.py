"""Persons and their titles as memos print them. Each line: a text, then name | title, parted by semicolons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.forms.persons import find_persons
from pipeline.forms.persons_registers import is_first_name
from pipeline.forms.titles import is_title, title_of

PERSONS = r"""
ekonomichef Anna Ek -> Anna Ek|Ekonomichef
Beslut av Anna Ek, -> Anna Ek|
Beslut av Anna Ek ( -> Anna Ek|
Ansvarig chef: Nils Berg\\nHandläggare: Anna Ek -> Nils Berg|; Anna Ek|
ordföranden Mirjam Åkesson Holt sade -> Mirjam Åkesson Holt|Ordförande
Handläggare: Skolskjutssamordnare Tove Rask -> Tove Rask|Skolskjutssamordnare
Karin Öhlander\nFörvaltningsdirektör -> Karin Öhlander|Förvaltningsdirektör
Elisabet Vinsa\nTf. förvaltningschef -> Elisabet Vinsa|Tf. förvaltningschef
Elisabet Vinsa Ida-Sofie Niemi Törmä -> Elisabet Vinsa|; Ida-Sofie Niemi Törmä|
verkställande direktören Mikael Kuoppala-Sarri om -> Mikael Kuoppala-Sarri|Verkställande direktör
motion av Axel Brännberg (V) och Jenny Sååf (V) -> Axel Brännberg|; Jenny Sååf|
Linda Van Loo Silander -> Linda Van Loo Silander|
Carl Johan Hagelquist -> Carl Johan Hagelquist|
TOVE RASK -> Tove Rask|
Stadsbyggnadschefen Nils Aikio Bergdahl har -> Nils Aikio Bergdahl|Stadsbyggnadschef
konstnärliga ledare Yusuf Karlsson Demir -> Yusuf Karlsson Demir|Konstnärlig ledare
Mats af Ugglas, kommunalråd -> Mats af Ugglas|Kommunalråd
Eva von Otter -> Eva von Otter|
Jan de Vries, projektledare -> Jan de Vries|Projektledare
Peter van der Meer -> Peter van der Meer|
Anna K. Berg -> Anna K. Berg|
Anna Lindbergs förslag -> Anna Lindberg|
Per Hallmans -> Per Hallmans|
Kerstin Arnemo Olofsson (förvaltningschef) sade -> Kerstin Arnemo Olofsson|Förvaltningschef
Catarina Stavenberg Ingrid Boheman Risto -> Catarina Stavenberg|; Ingrid Boheman Risto|
Lilian Eken Torbrand Rektor\tTove Rask Samordnare -> Lilian Eken Torbrand|Rektor; Tove Rask|Samordnare
Per-Arne Dufva\nAvdelningschef anläggning -> Per-Arne Dufva|Avdelningschef anläggning
Josefin Tuvesson Ask\nEU-strateg -> Josefin Tuvesson Ask|EU-strateg
Bertil Norrgård\nFinanssekreterare -> Bertil Norrgård|Finanssekreterare
Sven-Erik Hallmans\nKommundirektör -> Sven-Erik Hallmans|Kommundirektör
Maria Lund, jurist -> Maria Lund|Jurist
Mohamed Ali Hassan, integrationssamordnare -> Mohamed Ali Hassan|Integrationssamordnare
Fatima Al Khatib -> Fatima Al Khatib|
Biträdande kommundirektör Jerker Gran -> Jerker Gran|Biträdande kommundirektör
tf. ekonomichef Per Ek -> Per Ek|Tf. ekonomichef
Lena Sultan\nTf. lokalstrateg -> Lena Sultan|Tf. lokalstrateg
avtalet undertecknas av Göran Persson och Birgitta Månsdotter -> Göran Persson|; Birgitta Månsdotter|
Annika Wallenskog. -> Annika Wallenskog|
Åsa Linge\n\nUtredare -> Åsa Linge|
Ann-Sofie Berg, kommunsekreterare, har -> Ann-Sofie Berg|Kommunsekreterare
kommunalrådet Stefan Dahl (M) -> Stefan Dahl|Kommunalråd
Rektor Gunilla Sand meddelar -> Gunilla Sand|Rektor
Stiftelsens ordförande Ragnhild Storås bedömer att -> Ragnhild Storås|Ordförande
Projektledare Mikael Grönfors föreslår -> Mikael Grönfors|Projektledare
Anna Rosenfors yttrande -> Anna Rosenfors|
Eva Hagnäs förslag -> Eva Hagnäs|
Bo Nordås skriver -> Bo Nordås|
Maria Tors lämnade -> Maria Tors|
Tommy Enås i Hult -> Tommy Enås|
Per Ekmans har ansökt -> Per Ekmans|
Nils Mårdas som äger huset -> Nils Mårdas|
Karin Wallius bedömning -> Karin Wallius|
Per Bergkvists överklagande -> Per Bergkvist|
Eva Lunds synpunkter -> Eva Lund|
Karin Storms uppdrag -> Karin Storm|
Anna Holmgrens ansökan -> Anna Holmgren|
Eva Ek, ordförande Nils Holm, justerare -> Eva Ek|Ordförande; Nils Holm|Justerare
Eva Ek, ordförande Nils Holm, justerande -> Eva Ek|Ordförande; Nils Holm|Justerande
Karin Ask, sekreterare Eva Ek, tjänstgörande ordförande -> Karin Ask|Sekreterare; Eva Ek|Tjänstgörande ordförande
möte med ordföranden, ekonomichef Anna Ek -> Anna Ek|Ekonomichef
"""

NOBODY = """
Karin Boyes gata 3
Anders Bygg AB
Olof Palmes torg
Sven Hedins väg 4
Bilaga Maj 2026
Man Kan
Förslag Andra Stycket
Per den 31 augusti
Anna
Kommunstyrelsen
Falu kommun
Anna Lindhs skola
Erik Dahlbergsgatan
Gustav Adolfs torg
Maria Kyrka
Stiftelsen Karl Holm
Karl Holms stiftelse
Lars Kommun
Bo Handläggare
Vi Antar
Klara Stad
Juni Juli
Ulla Telefon
Max Belopp
Tim Lön
Mark Anläggning
Liv Kvalitet
april maj
Region Skåne
Barn Utbildning
"""

TITLES = [
    ("Tf. förvaltningschef", "Tf. förvaltningschef"),
    ("tf förvaltningschef", "Tf förvaltningschef"),
    ("Avdelningschef anläggning", "Avdelningschef anläggning"),
    ("konstnärliga ledare", "Konstnärlig ledare"),
    ("verkställande direktören", "Verkställande direktör"),
    ("Ordförande", "Ordförande"),
    ("ordföranden i kulturnämnden", "Ordförande i kulturnämnden"),
    ("Mark- och exploateringschef", "Mark- och exploateringschef"),
    ("Barn- och utbildningsdirektör", "Barn- och utbildningsdirektör"),
    ("controller", "Controller"),
    ("VD", "VD"),
    ("kommunfullmäktiges ordförande", "Ordförande"),
    ("1:e vice ordförande", "1:e vice ordförande"),
    ("Chef för kansliet", "Chef för kansliet"),
    ("Ekonomiansvarig", "Ekonomiansvarig"),
    ("medicinskt ansvarig sjuksköterska", "Medicinskt ansvarig sjuksköterska"),
    ("Bygglovshandläggare/arkitekt", "Bygglovshandläggare/arkitekt"),
    ("utbildningschefen", "Utbildningschef"),
    ("Folkhälsostrateg", "Folkhälsostrateg"),
    ("nämndsekreteraren", "Nämndsekreterare"),
    ("Planarkitekt", "Planarkitekt"),
    ("Exploateringsingenjör", "Exploateringsingenjör"),
    ("Konsumentrådgivare", "Konsumentrådgivare"),
    ("kommunalrådet", "Kommunalråd"),
    ("Utredare", "Utredare"),
    ("Verksamhetsutvecklare", "Verksamhetsutvecklare"),
    ("t.f. socialchef", "T.f. socialchef"),
    ("HR-specialist", "HR-specialist"),
]

NO_TITLES = """
Anna Ek
Nämnden
Kansliet
Kommunstyrelsen
Hur mår chefen
2019-09-02
Bilagor
Beslutet skickas till
Förslag till beslut
kommunen
Utbildningschef Skolskjutssamordnare
chefen Anna Ek beslutade att godkänna
"""


def cases() -> list[tuple[str, list[str]]]:
    rows = [line.partition(" -> ") for line in PERSONS.strip().split("\n")]
    return [(text.replace("\\n", "\n").replace("\\t", "\t"), names.split("; ")) for text, _, names in rows]


@pytest.mark.parametrize(("text", "expected"), cases())
def test_persons_are_found(text: str, expected: list[str]) -> None:
    assert [f"{p.name}|{p.title or ''}" for p in find_persons(text)] == expected


@pytest.mark.parametrize("text", NOBODY.strip().split("\n"))
def test_what_is_no_person(text: str) -> None:
    assert find_persons(text) == []


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_titles(text: str, title: str) -> None:
    found = title_of(text)
    assert found is not None
    assert found.lower() == title.lower()


@pytest.mark.parametrize("text", NO_TITLES.strip().split("\n"))
def test_what_is_no_title(text: str) -> None:
    assert not is_title(text)


@pytest.mark.parametrize(("word", "is_name"), [("Sven-Erik", True), ("Anna", True), ("Juni", False), ("Nämnd", False)])
def test_first_names(word: str, is_name: bool) -> None:
    assert is_first_name(word) is is_name


WORDS = st.sampled_from(
    ["Anna", "Ek", "af", "von", "K", ".", "chef", "Ordförande", "(", "V", ")", ",", "\n", "Per", "s"]
)


@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join)))
def test_no_text_makes_it_raise(text: str) -> None:
    title_of(text)
    for person in find_persons(text):
        assert 0 <= person.start < person.end <= len(text)
        assert person.name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Handläggare: Lovisa Ekengren Där: SON 2018/187-75", "Lovisa Ekengren"),
        ("Bo Ljungdell Dit KS 277/90", "Bo Ljungdell"),
        ("Anna Ek Dar: KS 2018/1", "Anna Ek"),
        ("Anna Ek Dur KS 2018/1", "Anna Ek"),
        ("Anna Ek Dör: KS 2018/1", "Anna Ek"),
        ("Handläggare Anna Ek Tin: 063-14 75 00", "Anna Ek"),
        ("Handläggare Anna Ek Tei 063-14 75 00", "Anna Ek"),
        ("Handläggare Anna Ek Tfn 063-14 75 00", "Anna Ek"),
        ("Handläggare Anna Ek Sid 1 (2)", "Anna Ek"),
        ("Handläggare Anna Ek Ström", "Anna Ek Ström"),
        ("Handläggare Anna Darin", "Anna Darin"),
        ("Handläggare Tina Hede", "Tina Hede"),
    ],
)
def test_a_label_that_was_misread_is_no_surname(line: str, name: str) -> None:
    assert [person.name for person in find_persons(line)] == [name]
