"""Headings that stood in the margin and that an old OCR gave all together above the text."""

from itertools import pairwise

import pytest

from pipeline.memo.build import find_memos
from pipeline.memo.memo import SectionKind
from tests.memo.typeset import check, plain

HEAD = """SJÖVIKS KOMMUN
Tekniska kontoret

TJÄNSTEUTLÅTANDE

1999-03-02

Till tekniska nämnden

Ombyggnad av gång- och cykelvägen vid Storgatan

"""
PROPOSAL = "Tekniska nämnden beslutar att godkänna förslaget och att uppdra åt\nkontoret att teckna avtal.\n\n"
MATTER = (
    "Gång- och cykelvägen vid Storgatan byggdes 1974 och är i dåligt skick.\nOlyckor har inträffat varje vinter.\n\n"
)
EARLIER = "Nämnden behandlade frågan den 12 maj 1998 och återremitterade den för\nkomplettering av kalkylen.\n\n"
COST = "Ombyggnaden kostar 350 tkr och ryms i budgeten för 1999. Driften\nökar med 12 tkr om året.\n\n"
VIEW = "Kontoret anser att ombyggnaden bör göras snarast, eftersom trafiken\nhar ökat så mycket.\n\n"


def headings_and_what_follows(text: str) -> list[tuple[str, str]]:
    (memo,) = find_memos([plain(HEAD + text)])
    check(memo)
    blocks = [memo.text[b.start : b.end] for b in memo.blocks]
    return [(a, " ".join(b.split()[:2])) for a, b in pairwise(blocks)]


CASES = [
    (
        "Förslag till beslut\n\nÄrendet\n\nTidigare beslut\n\nKostnader\n\nBedömning\n\n",
        PROPOSAL + MATTER + EARLIER + COST + VIEW,
        [
            ("Förslag till beslut", "Tekniska nämnden"),
            ("Ärendet", "Gång- och"),
            ("Tidigare beslut", "Nämnden behandlade"),
            ("Kostnader", "Ombyggnaden kostar"),
            ("Bedömning", "Kontoret anser"),
        ],
    ),
    (  # more paragraphs than headings
        "Bakgrund\n\nKostnader\n\nFörslag till\nbeslut\n\n",
        MATTER + EARLIER + COST + VIEW + PROPOSAL,
        [
            ("Bakgrund", "Gång- och"),
            ("Kostnader", "Ombyggnaden kostar"),
            ("Förslag till beslut", "Tekniska nämnden"),
        ],
    ),
    (  # down to the signatures and the recipients, a page's foot between, one heading without a cue
        "Kostnader\n\nTrygghet\n\nTidigare beslut\n\nUnderskrift\n\nBilagor\n\nSkickas till\n\n"
        "Sjöviks kommun - 123 45 Sjövik - Tel 0123-456 00 - www.sjovik.se\n\n",
        COST + "Gatan är mörk på kvällen.\n\n" + EARLIER + "Anna Berg\nTeknisk chef\n\nProtokoll 1998-05-12\n\n"
        "Ekonomienheten\nPolisen\n\n",
        [
            ("Kostnader", "Ombyggnaden kostar"),
            ("Trygghet", "Gatan är"),
            ("Tidigare beslut", "Nämnden behandlade"),
            ("Underskrift", "Anna Berg"),
            ("Bilagor", "Protokoll 1998-05-12"),
            ("Skickas till", "Ekonomienheten Polisen"),
        ],
    ),
    (  # a list below the proposal, a heading without cues, two who signed side by side, recipients of all kinds
        "Förslag till beslut\n\nÄrendet\n\nTidigare anmärkningar\n\nTillsyn\n\nUpplysning\n\nBilagor\n\n"
        "Beslutet delges\n\n",
        "Socialkontoret föreslår att socialnämnden beslutar följande:\n\n1. Sjöviks Krog AB meddelas en varning.\n\n"
        "2. Ansökan om serveringstid till kl. 03.00 avslås.\n\n"
        "Sjöviks Krog AB ansökte den 6 februari 2013 om att få servera till kl. 03.00.\n\n"
        "Nämnden meddelade bolaget en erinran den 27 mars 2012, § 41, för brister\ni ordning och nykterhet.\n\n"
        "Natten till den 24 februari 2013 gjorde kontoret tillsyn tillsammans med\npolisen.\n\n"
        "En varning kan få betydelse om nya överträdelser sker. Ärendet behandlas\nden 17 april.\n\n"
        "Ove Sund : Karin Lai Ek\nFörvaltningschef Alkoholhandläggare\n\nTillsynsrapport 2013-02-24\n"
        "Bolagets yttrande\n\nSjöviks Krog AB (med mottagningsbevis)\n\nSjöviks Räddningstjänst\n\n",
        [
            ("Förslag till beslut", "Socialkontoret föreslår"),
            ("Ärendet", "Sjöviks Krog"),
            ("Tidigare anmärkningar", "Nämnden meddelade"),
            ("Tillsyn", "Natten till"),
            ("Bilagor", "Tillsynsrapport 2013-02-24"),
            ("Beslutet delges", "Sjöviks Krog"),
        ],
    ),
    (  # more paragraphs than headings, the last of them the proposal's items
        "Bakgrund\n\nEkonomi\n\nFörslag till beslut\n\n",
        MATTER
        + COST
        + "Nämnden föreslås besluta\n\natt godkänna förslaget, samt\n\natt uppdra åt kontoret att teckna avtal.\n\n",
        [("Bakgrund", "Gång- och"), ("Ekonomi", "Ombyggnaden kostar"), ("Förslag till beslut", "Nämnden föreslås")],
    ),
    (  # without å, ä and ö
        "Arendet\n\nTidigare\nbehandling\n\nBedémning\n\n",
        MATTER + EARLIER + VIEW,
        [("Ärendet", "Gång- och"), ("Tidigare behandling", "Nämnden behandlade"), ("Bedömning", "Kontoret anser")],
    ),
]


@pytest.mark.parametrize(("labels", "text", "pairs"), CASES)
def test_headings_go_back_to_their_paragraphs(labels: str, text: str, pairs: list[tuple[str, str]]) -> None:
    found = headings_and_what_follows(labels + text)
    lost = str.maketrans("", "") if "Arendet" not in labels else str.maketrans("åäö", "aao")
    if "Arendet" in labels:
        found = headings_and_what_follows(labels + text.translate(lost))
    assert [pair for pair in pairs if pair not in found] == []


def test_headings_without_a_paragraph_that_fits_stay() -> None:
    found = headings_and_what_follows("Ärendet\n\nYrkanden\n\nReservation\n\n" + MATTER + MATTER + COST + COST)
    assert ("Ärendet", "Yrkanden") in found


@pytest.mark.parametrize(
    ("labels", "title"),
    [
        ("Förslag till beslut\n\nTidigare beslut\n\nBedömning\n\nKommunstyrelsen\n\n", True),
        ("Bakgrund\n\nAvtalet\n\nTankbilen\n\nKommunstyrelsen\n\n", True),
        ("Bakgrund\n\nKommunstyrelsen\n\nBeslut\n\n", False),
        ("Bakgrund\n\nKommunstyrelsens\n\n", False),
    ],
)
def test_an_addressee_below_them_is_none_of_them(labels: str, title: bool) -> None:
    head = HEAD[: HEAD.index("Till tekniska")]
    text = f"{head}{labels}Avtal om hjälp vid bränder och\ngemensam tankbil :\n\n{MATTER}{EARLIER}{VIEW}"
    (memo,) = find_memos([plain(text)])
    titles = [memo.text[s.start : s.end].strip(" :\n") for s in memo.sections if s.kind is SectionKind.TITLE]
    assert (titles == ["Avtal om hjälp vid bränder och gemensam tankbil"]) is title


@pytest.mark.parametrize("title", ["Lokaler", "Budget", "Ekonomi", "Uppföljning", "Personal", "Yttrande", "Tidplan"])
@pytest.mark.parametrize("mark", ["att ", "- ", "1. "])
def test_a_title_like_a_heading_leaves_the_points_below_their_heading(title: str, mark: str) -> None:
    points = [
        f"{mark}hyra lokaler i kvarteret Eken",
        f"{mark}anta planen för flytten",
        f"{mark}föreslå fullmäktige att avgiften höjs med tio kronor.",
    ]
    head = HEAD[: HEAD.index("Till tekniska")]
    text = f"{head}Socialnämnden\n\n{title}\n\nFörslag till beslut\n\nSocialnämnden beslutar\n\n"
    (memo,) = find_memos([plain(text + "\n\n".join(points) + "\n\nBakgrund\n\n" + MATTER)])
    places = [memo.text.index(words) for words in (title, "Förslag till", "nämnden beslutar", *(p[3:] for p in points))]
    assert places == sorted(places)
