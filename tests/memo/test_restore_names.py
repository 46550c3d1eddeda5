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
