"""Short printed extracts: each paragraph one line, and what stands among or below the points that is none."""

import pytest

from pipeline.run import extract
from tests.memo.typeset import Sheet


def points(*lines: str) -> list[str]:
    sheet = Sheet()
    sheet.put(71, 60, "Storåns kommun").put(71, 74, "Kommunstyrelsen").put(320, 60, "SAMMANTRÄDESPROTOKOLL")
    sheet.put(320, 74, "2014-05-20").put(71, 130, "§ 16 Belysning vid spåret", bold=True)
    sheet.put(71, 156, "Beslut", bold=True)
    sheet.lines(71, 176, list(lines), step=1.8)
    (found,) = extract([sheet.page()], "0" * 16)
    return [f"{d.proposed_to} | {d.text}" for d in found.decisions if d.kind == "decision"]


GIVE = "Kommunstyrelsen ger samhällsbyggnadschefen i uppdrag att byta all belysning."
BELOW = [
    "Bo Lind (M) anmäler att han inte deltar i beslutet.",
    "Sverigedemokraterna deltar ej i beslutet.",
    "Bo Lind (M) och Eva Ström (KD) deltar inte i beslutet på grund av jäv.",
    "Eva Ström (KD) reserverar sig mot beslutet och lämnar skriftlig reservation.",
    "Samtliga ledamöter för Vänsterpartiet reserverade sig till förmån för avslag.",
    "Nils Ek anmäler reservation mot beslutet.",
    "Anna Ek (S) antecknar följande till protokollet: Taxan bör ses över.",
]


@pytest.mark.parametrize("below", BELOW)
def test_who_stands_apart_is_no_point(below: str) -> None:
    assert points(GIVE, below) == [f"None | {GIVE}"]


LEADS = [
    (("Kommunstyrelsen beslutar", "att föreslå kommunfullmäktige", "att anta policyn,", "att för egen del",
      "att uppdra åt chefen att genomföra den."),
     ["Kommunfullmäktige | att anta policyn", "None | att uppdra åt chefen att genomföra den."]),
    (("Kommunstyrelsen tillstyrker att kommunfullmäktige beslutar", "att bevilja Ekby IF 120 000 kronor i bidrag."),
     ["Kommunfullmäktige | att bevilja Ekby IF 120 000 kronor i bidrag."]),
    (("Kommunstyrelsen beslutar enhälligt att anta policyn, att upphäva planen samt att avslå motionen.",),
     ["None | att anta policyn", "None | att upphäva planen", "None | att avslå motionen."]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), LEADS)
def test_leads(lines: tuple[str, ...], expected: list[str]) -> None:
    assert points(*lines) == expected


# lines with space between them: what runs on from a filled line, and one-line paragraphs at the same distance
SPACED = [
    ["Kommunstyrelsen ger samhällsbyggnadschefen i uppdrag att byta all belysning vid spåret i Ekby före år 2015."],
    ["Kommunstyrelsen ger samhällsbyggnadschefen i uppdrag att tillsammans med Ekby Idrottsförening byta belysningen "
     "vid spåret.", "Kommunstyrelsen anslår 200 000 kronor."],
    ["Kommunstyrelsen godkänner avtalet mellan Storåns kommun, Region Exempel och Ekby Fastighets AB, Åby IF samt "
     "Sveaskog om belysning.", "Paragrafen justeras omedelbart."],
    ["Kommunstyrelsen beviljar Ekby IF 25 000 kronor i bidrag till ny belysning vid motionsspåret i Ekby, Åby och "
     "Lund, samt till skyltar."],
    ["att ge samhällsbyggnadschefen i uppdrag att i samråd med Ekby IF, Åby IF och Lunds BK ta fram en plan för "
     "belysning,",
     "att anslå 100 000 kronor."],
    ["Kommunstyrelsen godkänner planen för belysning enligt förslag från Ekby IF den 12 maj 2014 och i enlighet med "
     "samhällsbyggnadsnämndens yttrande 2014-04-22.", "Kommunstyrelsen avslår motionen om fler bänkar."],
    ["Kommunstyrelsen godkänner planen.", "Kommunstyrelsen anslår 200 000 kronor till belysningen.",
     "Paragrafen justeras omedelbart."],
    ["att godkänna planen för belysning vid spåret,", "att anslå 200 000 kronor,",
     "att uppdra åt chefen att genomföra planen."],
    ["1. Planen för belysning av motionsspåret i Ekby godkänns enligt bilaga", "2. Motionen om bänkar avslås"],
    ["Kommunstyrelsen antar policyn.", "Kommunstyrelsen upphäver policyn som antogs av styrelsen under år 2003."],
]  # fmt: skip


@pytest.mark.parametrize("step", [1.5, 1.8, 2.0])
@pytest.mark.parametrize("size", [10, 11, 12])
@pytest.mark.parametrize("given", SPACED)
def test_spaced_lines(given: list[str], size: int, step: float) -> None:
    sheet = Sheet()
    sheet.put(71, 60, "Storåns kommun").put(71, 74, "Kommunstyrelsen").put(320, 60, "SAMMANTRÄDESPROTOKOLL")
    sheet.put(320, 74, "2014-05-20").put(71, 130, "§ 16 Belysning vid spåret", bold=True)
    sheet.put(71, 156, "Beslut", bold=True)
    y = 176.0
    for paragraph in given:
        y = sheet.text(71, y, paragraph, size=size, step=step)
    (found,) = extract([sheet.page()], "0" * 16)
    decided = [d.text for d in found.decisions if d.kind == "decision"]
    assert decided == [p.rstrip(",").removeprefix("1. ").removeprefix("2. ") for p in given]
