"""Joint authorities that bear their members' names, and persons whose party stands in small letters."""

import pytest

from pipeline.forms.names import find_names
from pipeline.forms.persons import find_persons

JOINT = [
    (
        "Direktionen för Falun och Borlänge Räddningstjänstförbund beslutade",
        "Falun och Borlänge Räddningstjänstförbund",
    ),
    ("Avtal med Kungälvs och Ale räddningsförbund", "Kungälvs och Ale räddningsförbund"),
    ("Mora, Orsa och Älvdalens gymnasieförbund har lämnat budget", "Mora, Orsa och Älvdalens gymnasieförbund"),
    ("Ramar för Laxå och Askersunds miljöförbund", "Laxå och Askersunds miljöförbund"),
    ("Lerum och Partille vattenförbund", "Lerum och Partille vattenförbund"),
    ("Kommunen och Vårgårda räddningstjänstförbund", "Vårgårda räddningstjänstförbund"),
    ("Anna Ek och Vårgårda räddningstjänstförbund", "Vårgårda räddningstjänstförbund"),
    ("Södra Dalarnas Räddningstjänstförbund", "Södra Dalarnas Räddningstjänstförbund"),
    ("Nerikes Räddningstjänstförbund", "Nerikes Räddningstjänstförbund"),
    ("Polisen och Räddningstjänstförbundet", ""),
]


@pytest.mark.parametrize(("text", "name"), JOINT)
def test_joint_authority(text: str, name: str) -> None:
    found = [m.name for m in find_names(text) if m.type == "association" and "förbund" in m.name.lower() and name]
    assert found == ([name] if name else [])


PERSONS = [
    ("Hans Klintbom (c) yrkar bifall", ["Hans Klintbom"]),
    ("Anna Zetterquarn (mp) och Bo Kvistlund (fp)", ["Anna Zetterquarn", "Bo Kvistlund"]),
    (
        "Jäv anmäldes av Karl Vrångbom (s), Eva Tjurlund (m) och Nils Ek (v).",
        ["Karl Vrångbom", "Eva Tjurlund", "Nils Ek"],
    ),
    ("Hans Klintbom (C) yrkar bifall", ["Hans Klintbom"]),
    ("Stora Huset (s) ska byggas", []),
    ("enligt bilaga Lilla Torget (m)", []),
    ("från Lilla Edet och Ale", []),
    ("Boende i Lilla Edet är berörda", []),
    ("Lilla Edets kommun har svarat", []),
    ("Bo Eriksson svarar", ["Bo Eriksson"]),
]


@pytest.mark.parametrize(("text", "names"), PERSONS)
def test_persons(text: str, names: list[str]) -> None:
    assert [p.name for p in find_persons(text)] == names


PROPERTIES = [
    ("Sanda Lekarve 1:44 och Eva Lund 2:14 ska säljas", []),
    ("fastigheten Anna Berg 3:2", []),
    ("Karl Ekeby s:3 är samfälld", ["Karl Ekeby"]),
    ("Eva Lund kl 2:14", ["Eva Lund"]),
    ("Eva Lund, 2 barn", ["Eva Lund"]),
]


@pytest.mark.parametrize(("text", "names"), PROPERTIES)
def test_properties_are_no_persons(text: str, names: list[str]) -> None:
    assert [p.name for p in find_persons(text)] == names


# a half that lost its hyphen, also before a capital
HALVES = [
    ("Vård och Omsorgsnämnden beslutade", ["Vård- och omsorgsnämnden"]),
    ("Vård och omsorgsnämnden beslutade", ["Vård- och omsorgsnämnden"]),
    ("Kultur och Fritidsnämnden beslutade", ["Kultur- och fritidsnämnden"]),
    ("Bygg och Miljönämnden", ["Bygg- och miljönämnden"]),
    ("Barn och Utbildningsnämnden", ["Barn- och utbildningsnämnden"]),
    ("Miljö och Byggnadsförvaltningen svarar", ["Miljö- och byggnadsförvaltningen"]),
    ("Kommunstyrelsen och Socialnämnden", ["Kommunstyrelsen", "Socialnämnden"]),
    ("Arbetsutskottet och Byggnadsnämnden", ["Arbetsutskottet", "Byggnadsnämnden"]),
    ("Revisorerna och Valnämnden", ["Valnämnden"]),
    ("Socialnämnden och Omsorgsnämnden har", ["Socialnämnden", "Omsorgsnämnden"]),
]


@pytest.mark.parametrize(("text", "names"), HALVES)
def test_halves(text: str, names: list[str]) -> None:
    found = [m.name for m in find_names(text) if m.type in ("body", "administration")]
    assert [n for n in found if n != "Revisorerna"] == names


GENITIVES = [
    ("Ekby Energi och Miljö ABs styrelse", ["Ekby Energi och Miljö AB"]),
    ("Ekby Energi och Miljö AB:s styrelse", ["Ekby Energi och Miljö AB"]),
    ("Ekby Bostäder ABs ekonomi är god", ["Ekby Bostäder AB"]),
    ("Karlssons Bygg ABs anbud", ["Karlssons Bygg AB"]),
    ("Ekby Hamn AB äger kajen", ["Ekby Hamn AB"]),
    ("Bussarna har ABS.", []),
    ("enligt ABs regler", []),
]


@pytest.mark.parametrize(("text", "names"), GENITIVES)
def test_genitives_of_companies(text: str, names: list[str]) -> None:
    assert [m.name for m in find_names(text) if m.type == "company"] == names
