"""Names in old OCR text: an é where no name has one, Finnish endings, directions before a place, and what stays."""

import pytest

from pipeline.memo.restore import restore_words
from pipeline.read.page import ReadAs

# a text that plainly lost its marks, so that the channel is the old one's
FRAME = (
    "Tjansteskrivelse till kommunstyrelsen om atgarder for okad trygghet i kommunens skolor. Detta ar {} som har "
    "berett arendet och foreslar att namnden beslutar enligt forvaltningens forslag."
)

READ_AND_MEANT = [
    ("Karin Mértberg", "Karin Mörtberg"),
    ("Rut Hedlév", "Rut Hedlöv"),
    ("Birgitta Trést Hedman", "Birgitta Tröst Hedman"),
    ("Helena Bjérnram", "Helena Björnram"),
    ("Lars Tjarnstrém", "Lars Tjärnström"),
    ("Per Jénaker", "Per Jönåker"),
    ("Assar Kultsjo", "Assar Kultsjö"),
    ("Maarit Kestila", "Maarit Kestilä"),
    ("Pekka Pietila", "Pekka Pietilä"),
    ("Harné Naringsliv AB", "Härnö Näringsliv AB"),
    ("Gétes Taxi", "Götes Taxi"),
    ("Nordvarmlands sparbank", "Nordvärmlands sparbank"),
    ("Storgoteborgs raddningstjanst", "Storgöteborgs räddningstjänst"),
    ("Anna Kallqvist", "Anna Källqvist"),
    ("Eva Gransmark", "Eva Gränsmark"),
    ("Anna Linné", "Anna Linné"),
    ("Inger Tagerud", "Inger Tågerud"),
    ("Anna Marieborg", "Anna Marieborg"),
    ("Hakan Karlsborg", "Håkan Karlsborg"),
    ("Erik Bodén", "Erik Bodén"),
    ("Karin Norlér", "Karin Norlér"),
    ("Désirée Alm", "Désirée Alm"),
    ("André Ek", "André Ek"),
    ("Kalle Mattila", "Kalle Mattila"),
    ("Nils Andersson", "Nils Andersson"),
]


@pytest.mark.parametrize(("read", "meant"), READ_AND_MEANT)
def test_names_of_old_text(read: str, meant: str) -> None:
    words = FRAME.format(read).split()
    at = words.index(read.split()[0])
    restored = restore_words(words, ReadAs.TEXT)
    assert " ".join(r.text for r in restored[at : at + len(read.split())]) == meant


def test_a_text_that_kept_its_letters_keeps_its_names() -> None:
    text = "Förvaltningen föreslår att nämnden beslutar på förslag av Réka Métis för kännedom"
    words = text.split()
    assert [r.text for r in restore_words(words, ReadAs.TEXT)] == words


# names in no list, of no known part: the letters beside an a or o tell what it was
UNKNOWN_NAMES = [
    ("Nils Ovelqvist", "Nils Övelqvist"),
    ("Anna Hemstrom", "Anna Hemström"),
    ("Kristina Bjorkling", "Kristina Björkling"),
    ("Ulf Lundmark Oman", "Ulf Lundmark Öman"),
    ("Eva Sandahl Ost", "Eva Sandahl Öst"),
    ("Per Norrsjé", "Per Norrsjö"),
    ("Bertil Svansjé", "Bertil Svansjö"),
    ("Karin Bj6rdén", "Karin Björdén"),
    ("Elsa Nord Park", "Elsa Nord Park"),
    ("Nils Rdnnberg", "Nils Rönnberg"),
    ("Sdren Strdmqvist", "Sören Strömqvist"),
    ("Asa Sjd", "Åsa Sjö"),
    ("Pdr Lindh", "Pär Lindh"),
    ("Ulla Mdrtensson", "Ulla Mårtensson"),
    ("Anna Ek-J6nsson", "Anna Ek-Jönsson"),
    ("Thandi Ndlovu", "Thandi Ndlovu"),
    ("Fredrik Adler", "Fredrik Adler"),
    ("Sjorkebergs byalag", "Sjörkebergs byalag"),
    ("Torbjorn Ljungas", "Torbjörn Ljungås"),
]


@pytest.mark.parametrize(("read", "meant"), UNKNOWN_NAMES)
def test_names_that_nothing_is_known_of(read: str, meant: str) -> None:
    test_names_of_old_text(read, meant)


# other spellings are hardly likelier: the name stays as it was read
@pytest.mark.parametrize("name", ["Nils Omma Berg", "Karin Thorn-Ek", "Pekka Kuoppala", "Eva Oxenas"])
def test_a_name_is_changed_only_where_that_is_clearly_likelier(name: str) -> None:
    test_names_of_old_text(name, name)


def test_an_unknown_name_is_uncertain() -> None:
    words = FRAME.format("Nils Ovelqvist").split()
    assert restore_words(words, ReadAs.TEXT)[words.index("Ovelqvist")].confidence <= 0.6


def test_a_name_is_read_as_where_it_stands_clearer() -> None:
    words = FRAME.format("Anna Ekerd och Rolf Berg, Anna Ekeré").split()
    restored = [r.text for r in restore_words(words, ReadAs.TEXT)]
    assert restored[words.index("Ekerd")] == "Ekerö"


# what companies are called by: two words, or a direction and what people are called, not a person's name or a verb
@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Tranby Energinat AB", "Tranby Energinät AB"),
        ("Hults Hemvard AB", "Hults Hemvård AB"),
        ("Hults Djurvard AB", "Hults Djurvård AB"),
        ("Sydnat Entreprenad AB", "Sydnät Entreprenad AB"),
        ("Nordskanska Byggmoduler AB", "Nordskånska Byggmoduler AB"),
        ("Sydskanska Taxi HB", "Sydskånska Taxi HB"),
        ("Nordsvenska Taxi HB", "Nordsvenska Taxi HB"),
        ("Nordnarke Buss AB", "Nordnärke Buss AB"),
        ("Skanska Sverige AB", "Skanska Sverige AB"),
        ("Skenans Krog AB", "Skenans Krog AB"),
        ("Nils Hallvard", "Nils Hallvard"),
        ("Eva Lindvard", "Eva Lindvard"),
        ("Per Sivard", "Per Sivard"),
        ("Per Donat", "Per Donat"),
    ],
)
def test_what_companies_are_called_by(read: str, meant: str) -> None:
    test_names_of_old_text(read, meant)
