"""Names that are borne with marks and without: what an old text is made to say, and how sure it is."""

import pytest

from pipeline.memo.restore import restore_words
from pipeline.memo.restore_bearers import whence
from pipeline.read.page import ReadAs

# three readers: one that makes an é of some ö, one that may know the é or not, one that knows no marks
KNOWS = "Kommunstyrelsen féreslar att namnden far i uppdrag att se 6ver avgifterna for barnomsorgen under aret."
UNTOLD = "Namnden far i uppdrag att se till att avgifterna stammer under aret."
KNOWS_NONE = (
    "Forvaltningen foreslar att namnden beslutar om forlangning av avtalet for skolorna och att folja upp "
    "foreningarnas behov fore sommaren. Forslaget medfor inga okade kostnader for kommunen."
)


def restored(name: str, frame: str = KNOWS) -> tuple[str, float]:
    """A name in a text, and how sure its least sure word is."""
    words = [*frame.split(), *name.split(), "sekreterare", "i", "namnden."]
    at = len(frame.split())
    found = restore_words(words, ReadAs.TEXT)[at : at + len(name.split())]
    return " ".join(r.text for r in found), min(r.confidence for r in found)


# what certainly lost its marks is given them back
CERTAIN = [
    ("Ake Hall", "Åke Hall"),
    ("Goran Sjogren", "Göran Sjögren"),
    ("Goran Berg", "Göran Berg"),
    ("Hakan Bjork", "Håkan Björk"),
    ("Asa Soderstrom", "Åsa Söderström"),
    ("Par Lofgren", "Pär Löfgren"),
    ("Anna Aberg", "Anna Åberg"),
    ("Maria Hallstrom", "Maria Hallström"),
    ("Ove Akerman", "Ove Åkerman"),
    ("Ove Brannstrom", "Ove Brännström"),
    ("Ove Lonn", "Ove Lönn"),
    ("Ove Agren", "Ove Ågren"),
    ("Ove Angstrom", "Ove Ångström"),
    ("Olof Mansson", "Olof Månsson"),
    ("Kurt L66f", "Kurt Lööf"),
    ("Kurt Sj66", "Kurt Sjöö"),
    ("Soren Ostlund", "Sören Östlund"),
    ("Orjan Falt", "Örjan Fält"),
]
# what is printed so, as far as anything tells
AS_PRINTED = [
    "Ingrid Linden",
    "Eva Noren",
    "Leif Ryden",
    "Lars Rosen",
    "Stig Wallen",
    "Vera Thoren",
    "Vera Norden",
    "Ove Kjellen",
    "Per Aren",
    "Per Alen",
    "Andre Silva",
    "Helen Karlsson",
    "Linnea Ek",
    "Goran Petrovic",
    "Goran Kovacevic",
    "Hakan Yilmaz",
    "Hakan Demir",
    "Marta Kowalska",
    "Marta Garcia",
    "Marit Berg",
    "Omer Celik",
    "Jan Hallberg",
    "Olof Hansson",
    "Kurt Muller",
    "Eva Tuvhed",
    "Alva Roos",
]
# changed, but what is printed is a name too
DOUBTED = [
    ("Marta Berg", "Märta Berg"),
    ("Ove Lang", "Ove Lång"),
    ("Eva Tornberg", "Eva Törnberg"),
    ("Eva Brandstrom", "Eva Brändström"),
    ("Pal Nagy", "Pål Nagy"),
]


@pytest.mark.parametrize(("read", "meant"), CERTAIN)
def test_marks_that_were_lost_for_certain(read: str, meant: str) -> None:
    for frame in (KNOWS, UNTOLD, KNOWS_NONE):
        found, sure = restored(read, frame)
        assert found == meant
        assert sure > 0.7


@pytest.mark.parametrize("name", AS_PRINTED)
def test_names_that_are_printed_so(name: str) -> None:
    assert restored(name)[0] == name


@pytest.mark.parametrize(("read", "taken"), DOUBTED)
def test_names_that_may_be_printed_so(read: str, taken: str) -> None:
    found, sure = restored(read)
    assert found in (read, taken)
    assert sure < 0.7 or found == read


@pytest.mark.parametrize("name", ["Ingrid Linden", "Eva Noren", "Leif Ryden"])
def test_an_e_is_no_accented_one_unless_the_reader_knows_none(name: str) -> None:
    assert restored(name, UNTOLD)[0] == name
    assert restored(name, KNOWS_NONE)[0] == name[:-2] + "én"


@pytest.mark.parametrize("name", ["Ingrid Lindén", "Eva Norén", "André Ek", "Vera Thorén"])
def test_an_accent_that_is_seen_stays(name: str) -> None:
    assert restored(name)[0] == name


@pytest.mark.parametrize(
    ("surname", "kind"),
    [
        ("Sjégren,", "swedish"),
        ("Berg-Lind", "swedish"),
        ("Hallsenius", "swedish"),
        ("Ek", "swedish"),
        ("Lindroos", "swedish"),
        ("Petrovi¢", "foreign"),
        ("Kowalska", "foreign"),
        ("Yilmaz.", "foreign"),
        ("Kaya", "foreign"),
        ("Ivanova", "foreign"),
        ("Bild", "strange"),
        ("Krasniqi", "strange"),
    ],
)
def test_whence_a_surname_comes(surname: str, kind: str) -> None:
    assert whence(surname) == kind
