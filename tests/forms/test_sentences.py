from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.forms.sentences import sentence_at, sentences

# "|" marks where one sentence ends and the next begins
CASES = [
    "Nämnden beslutar.",
    "Nämnden beslutar. | Ärendet avslutas.",
    "Enligt 10 kap. 32 § skollagen gäller detta. | Nämnden beslutar.",
    "Bidrag ges till t.ex. Röda Korset. | Det räcker.",
    "Bl.a. Kommunal har svarat. | Yttrandet bifogas.",
    "Avtalet gäller fr.o.m. 2024-01-01 t.o.m. 2024-12-31. | Det kan förlängas.",
    "Skolor, förskolor m.m. Kommunen äger dem. | Punkt.".replace("m.m. ", "m.m. | "),
    "Kostnaden är 5 milj. 300 tusen har betalats. | Resten väntar.",
    "Kostnaden är 45 kr. | En elev betalar 30 kr.",
    "Ansökan kom in den 11 febr. 1994. | Den avslogs.",
    "Beslut den 5 aug. 2012, § 5. | Ärendet är klart.",
    "Motion av A. Andersson och B. Bengtsson. | Den bifalles.",
    "Kommunfullmäktige beslutade 2019-05-06, § 78. | Därefter hände inget.",
    "Ärendet har dnr. KS 2019/12. | Det är nytt.",
    "Är detta rätt? | Ja.",
    "Parkering förbjuds kl. 07.00–18.00 vid kv. Lärkan nr. 4. | Skyltar sätts upp.",
    "Gatuing. Lind och vik. chefen Ek deltog. | Mötet avslutades.",
    "Civ.ing. Lind har ritat huset. | Det är stort.",
    "Se 5 § andra st. Lagen gäller. | Klart.".replace("st. ", "st. | "),
    "Enligt 3 mom. 2 p. Stadgan gäller. | Klart.".replace("p. ", "p. | "),
    "Planen ska redovisas senast v. 20. | Den antas i juni.",
    "Avgiften tas ut o.s.v. Nästa punkt följer. | Klart.".replace("o.s.v. ", "o.s.v. | "),
    "Lönen höjs p.g.a. Kommunals avtal. | Det kostar.",
    "Detta ligger fast. | Nämnden beslutar.",
    "Kontakta växeln, ankn. 4127. | Svar ges.",
    "Så sade han: ”Det är bra.” | Sedan gick han.",
    "(Se bilaga 2.) | Därefter följer resten.",
    "1. Planen antas. | Den gäller genast.",
    "2.500.000 kronor beviljas. | Pengarna tas ur budgeten.",
    "Härjedalens Buss ek. för. som entreprenör antas. | Klart.",
    "Folketshusföreningen u.p.a. Bjursås har sökt. | Svar lämnas.",
    "kl. 13.00 börjar mötet. | Det slutar kl. 15.00. | Kaffe.",
    "att godkänna rapporten. | att lägga den till handlingarna.",
    "att ge bidrag till t.ex. att anordna läger. | att avsluta.",
    "Rubrik utan punkt",
    "Första stycket\n\n | Andra stycket",
    "Kommunen har ca. 20 000 invånare. | De ökar.",
    "Skälet är s.k. Fast etablering. | Nästa.",
    "Avtal med SJ AB. | Det är nytt.",
    "Planen gäller 2019–2023. | 2024 tas en ny fram.",
    "Antalet är 5. | 3 har slutat.",
    "Nämnderna, styrelserna osv. Alla ska svara.".replace("osv. ", "osv. | "),
    "Vem?! | Jag.",
    "Vi säger ... och fortsätter sedan.",
    "Tf. Förvaltningschef har skrivit under. | Det räcker.",
]


@pytest.mark.parametrize("case", CASES)
def test_sentences(case: str) -> None:
    parts = case.split(" | ")
    text = " ".join(parts).replace("\n\n ", "\n\n")
    assert [text[a:b] for a, b in sentences(text)] == [p.strip() for p in parts]


def test_sentence_at() -> None:
    text = "Ett två. Tre fyra."
    assert text[slice(*sentence_at(text, 10))] == "Tre fyra."
    assert sentence_at(text, 8) == (8, 8)


@given(st.text(alphabet="aÅ.1 §\n?!,)(", max_size=200))
def test_sentences_cover_every_visible_character_once(text: str) -> None:
    found = sentences(text)
    assert "".join(text[a:b] for a, b in found).replace(" ", "").replace("\n", "") == "".join(text.split())
    assert all(b <= c for (_, b), (c, _) in pairwise(found))
    assert all(text[a:b] == text[a:b].strip() for a, b in found)
