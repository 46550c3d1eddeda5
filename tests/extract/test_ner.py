"""The recogniser of names beside the rules: where it reads, what becomes of its finds, and which one is used."""

from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract import ner_features, ner_settle
from pipeline.extract.facts import Facts, PartyFact
from pipeline.extract.ner_features import Candidate, features, kind_of, probability, type_of
from pipeline.extract.ner_model import State, fingerprint, load
from pipeline.extract.ner_parts import SPANS, parts
from pipeline.extract.ner_settle import nominative, plausible, settle, title_beside
from pipeline.extract.parties_mentions import find_mentions
from pipeline.extract.pipeline import build, find_facts
from pipeline.settings import Ner
from tests.extract.marked import memo_of

OURS = pytest.mark.skipif(load(Ner()).state is not State.READY, reason="models/sv_memo_ner is not here")

STUB = [
    {"label": "PER", "pattern": "Qwerzan Ytte"},
    {"label": "PER", "pattern": "Qwerzan Yttes"},
    {"label": "PER", "pattern": "Anna Bergsten"},
    {"label": "ORG", "pattern": "Luminara"},
    {"label": "ORG", "pattern": "Luminaras"},
    {"label": "ORG", "pattern": "Kommunstyrelsen"},
    {"label": "ORG", "pattern": "Simhallen Zebran"},
    {"label": "LOC", "pattern": "Zzborg"},
    {"label": "EVN", "pattern": "Kvistdagen"},
]


def make_pipeline(folder: Path, patterns: list[dict[str, str]]) -> str:
    """A small pipeline that knows some names, written to a folder."""
    nlp = spacy.blank("sv")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(patterns)  # type: ignore[attr-defined]
    nlp.to_disk(folder)
    return str(folder)


@pytest.fixture(scope="module")
def stub(tmp_path_factory: pytest.TempPathFactory) -> Ner:
    return Ner(make_pipeline(tmp_path_factory.mktemp("ner") / "stub", STUB))


@pytest.fixture
def unweighed(monkeypatch: pytest.MonkeyPatch) -> None:
    """No weights at hand: all that is plausible is taken, as an uncertain fact."""
    monkeypatch.setattr(ner_settle, "weights", dict)


def found(text: str, recogniser: Ner) -> dict[str, PartyFact]:
    return {p.name: p for p in find_facts(memo_of(text), recogniser).parties}


@pytest.mark.usefixtures("unweighed")
def test_adds_what_the_rules_did_not_find(stub: Ner) -> None:
    parties = found("== body: Ärendet\nLuminara deltar med kommunstyrelsen och Qwerzan Ytte i Zzborg.", stub)
    assert (parties["Luminara"].type, parties["Luminara"].confidence) == ("other", 0.5)
    assert (parties["Qwerzan Ytte"].type, parties["Qwerzan Ytte"].confidence) == ("person", 0.5)
    assert parties["Kommunstyrelsen"].type == "body"
    assert "Zzborg" not in parties


@pytest.mark.usefixtures("unweighed")
def test_what_the_rules_found_stays_as_it_was(stub: Ner) -> None:
    text = "== body: Ärendet\nKommunstyrelsen har hört Anna Bergsten och Luminara."
    rules, both = found(text, Ner("off")), found(text, stub)
    assert set(both) - set(rules) == {"Luminara"}
    assert {name: both[name] for name in rules} == rules


@pytest.mark.usefixtures("unweighed")
def test_a_name_is_a_party_at_every_place_and_gets_its_role(stub: Ner) -> None:
    text = (
        "== proposal: Förslag till beslut\nLuminara beviljas ett bidrag.\n\n"
        "== body: Ärendet\nLuminara har ansökt om bidrag. Luminaras ansökan kom in i tid.\n\n"
        "== recipients: Beslutet skickas till\nLuminara"
    )
    facts = find_facts(memo_of(text), stub)
    assert {(p.name, p.role) for p in facts.parties if p.name.startswith("Lumin")} == {
        ("Luminara", "applicant"),
        ("Luminara", "recipient"),
    }


@pytest.mark.usefixtures("unweighed")
def test_a_title_beside_a_person(stub: Ner) -> None:
    parties = found("== body: Ärendet\nUtredare Qwerzan Ytte har skrivit. Luminara svarar.", stub)
    assert parties["Qwerzan Ytte"].title == "Utredare"


def test_the_weights_decide(stub: Ner, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "== body: Ärendet\nEn skrivelse har kommit från Qwerzan Ytte och Luminara."
    monkeypatch.setattr(ner_settle, "weights", lambda: {"person": 2.0, "organisation": -2.0})
    parties = found(text, stub)
    assert parties["Qwerzan Ytte"].confidence == pytest.approx(0.881)
    assert "Luminara" not in parties


def test_labels_that_a_person_maps(stub: Ner) -> None:
    assert load(stub).state is State.READY
    told = dict(load(Ner(stub.model, (("EVN", "association"), ("ORG", "none")))).labels)
    assert told["EVN"] == "association"
    assert "ORG" not in told
    assert told["PER"] == "person"


def test_unknown_labels_are_told_of(tmp_path: Path) -> None:
    model = make_pipeline(tmp_path / "strange", [{"label": "FÅGEL", "pattern": "Koltrast"}])
    loaded = load(Ner(model))
    assert (loaded.state, "FÅGEL" in loaded.detail) == (State.NO_ENTITIES, True)
    assert load(Ner(model, (("FÅGEL", "other"),))).state is State.READY


def test_off_and_missing(tmp_path: Path) -> None:
    assert load(Ner("off")).state is State.OFF
    assert load(Ner(str(tmp_path / "nowhere"))).state is State.MISSING
    assert load(Ner("no_such_package_as_this")).state is State.MISSING
    (tmp_path / "empty").mkdir()
    foreign = load(Ner(str(tmp_path / "empty")))
    assert foreign.state is State.FOREIGN
    assert "meta.json" in foreign.detail


@pytest.mark.parametrize(
    "config", ["", "[nlp]\nlang = sv", "not a config at all", '[nlp]\nlang = "sv"\npipeline = ["ner"]']
)
def test_a_broken_model_is_told_of(tmp_path: Path, config: str) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "config.cfg").write_text(config, encoding="utf-8")
    (folder / "meta.json").write_text("{}", encoding="utf-8")
    loaded = load(Ner(str(folder)))
    assert loaded.state in (State.BROKEN, State.NO_ENTITIES)
    assert "broken" in loaded.detail
    rules = found("== body: Ärendet\nKommunstyrelsen har hört Anna Bergsten.", Ner(str(folder)))
    assert set(rules) == {"Kommunstyrelsen", "Anna Bergsten"}


def test_a_recogniser_that_raises_adds_nothing(stub: Ner, monkeypatch: pytest.MonkeyPatch) -> None:
    def raising(nlp: object, pieces: object) -> list[object]:
        raise RuntimeError("no")

    monkeypatch.setattr("pipeline.extract.ner._weighed", raising)
    assert "Luminara" not in found("== body: Ärendet\nLuminara och Qwerzan Ytte.", stub)


def test_the_version_follows_the_model(tmp_path: Path, stub: Ner) -> None:
    other = make_pipeline(tmp_path / "other", STUB[:2])
    told = {
        fingerprint(Ner()), fingerprint(Ner("off")), fingerprint(stub), fingerprint(Ner(other)),
        fingerprint(Ner(other, (("PER", "other"),))), fingerprint(Ner("", (("PER", "other"),))),
        fingerprint(Ner("no_such")),
    }  # fmt: skip
    assert len(told) == 7
    assert fingerprint(Ner()) == ""
    before = fingerprint(Ner(other))
    assert fingerprint(Ner(other)) == before
    (Path(other) / "entity_ruler" / "patterns.jsonl").write_text("{}", encoding="utf-8")
    assert fingerprint(Ner(other)) != before


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Kommunstyrelsen beslutar att godkänna planen.", ""),
        ("Anna Bergsten har skrivit.", ""),
        ("Detta är en mening utan namn.", ""),
        ("Granlyktan har lämnat ett anbud.", "Granlyktan"),
        ("Anbudet från Zorvex är lägst.", "Zorvex"),
        ("Sökande: Zorvex", "Zorvex"),
        ("Mötet hålls i Motala.", ""),
    ],
)
def test_only_unexplained_capitals_are_read(text: str, read: str) -> None:
    memo = memo_of(f"== body: Ärendet\n{text}")
    chosen = [memo.text[a:b] for a, b in parts(memo, find_mentions(memo))]
    assert bool(chosen) == bool(read)
    assert all(read in part for part in chosen)


def test_page_heads_and_stamps_are_not_read() -> None:
    memo = memo_of("== body: Ärendet\nEn text.\n\n== stamp\nINKOM Zorvex\n\n== furniture\nZorvex Qwartz, Box 3")
    assert parts(memo, find_mentions(memo)) == []


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Qwerzan Ytte", "person", True),
        ("Anna", "person", False),  # somebody who is named in full elsewhere
        ("Bilaga Tre", "other", False),
        ("Nya Barnskolan", "other", False),
        ("Granlyktan", "other", True),
        ("El", "other", False),
        ("Zorvex Zorvex", "other", False),
        ("BIDRAG TILL ZORVEX", "other", False),
        ("bolaget Zorvex", "other", False),
        ("Vård-", "other", False),
        ("A B C D E F G H I", "other", False),
        ("Kim Vikmark", "person", True),
        ("Bokbussen Kajan", "other", False),
        ("Trafikplats Hallnäs", "person", False),
        ("Färjan Svea", "other", False),
        ("Plan Zorvex", "other", True),
    ],
)
def test_plausible_names(name: str, kind: str, expected: bool) -> None:
    assert plausible(Candidate(0, len(name), name, kind, 0.9)) is expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Luminaras ansökan", "Luminaras", "Luminara"),
        ("Luminara och Luminaras mål", "Luminaras", "Luminara"),
        ("Luminaras", "Luminaras", "Luminaras"),
        ("Zorvex:s anbud", "Zorvex:s", "Zorvex"),
        ("Zorvex´s anbud", "Zorvex´s", "Zorvex"),
        ("Kalas är slut", "Kalas", "Kalas"),
    ],
)
def test_nominative(text: str, name: str, expected: str) -> None:
    memo = memo_of(f"== body: Ärendet\n{text}")
    at = memo.text.find(name)
    assert nominative(memo, Candidate(at, at + len(name), name, "other", 0.9)) == expected


@pytest.mark.parametrize(
    ("label", "name", "expected"),
    [
        ("other", "Restaurang Zorvex", "company"),
        ("other", "Zorvex Åkeri", "company"),
        ("other", "Zorvex Teaternätverk", "association"),
        ("other", "Zorvex", "other"),
        ("person", "Zorvex", "other"),
        ("person", "Qwerzan Ytte", "person"),
        ("person", "Zorvex Projektutveckling", "company"),
        ("authority", "Zorvex Åkeri", "authority"),
    ],
)
def test_type_of_an_organisation(label: str, name: str, expected: str) -> None:
    assert type_of(label, name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kommunens utredare Qwerzan Ytte har", "Utredare"),
        ("Qwerzan Ytte, kommunjurist, har", "Kommunjurist"),
        ("Qwerzan Ytte\nEkonomichef", "Ekonomichef"),
        ("Qwerzan Ytte har", None),
        ("huset som Qwerzan Ytte äger", None),
    ],
)
def test_title_beside(text: str, expected: str | None) -> None:
    at = text.find("Qwerzan Ytte")
    told = title_beside(text, at, at + len("Qwerzan Ytte"))
    assert (told.capitalize() if told else None) == expected


def test_features_are_bounded_and_probability_too() -> None:
    memo = memo_of("== body: Ärendet\nAnbudet från Zorvex 12 är lägst.")
    at = memo.text.find("Zorvex")
    told = features(memo, Candidate(at, at + 6, "Zorvex", "other", 1.0), 2, True)
    assert told["a number follows"] == 1
    assert told["organisation after av, från, med"] == 1
    assert all(-1 <= value <= 1 for value in told.values())
    assert probability({"always": 1.0}, {"always": 1e9}) <= 1
    assert probability({}, {}) == 0.5


@pytest.mark.parametrize(("word", "kind"), [("beslutet", "word"), ("qwzrtx", "unknown"), ("", "unknown")])
def test_kinds_of_words(word: str, kind: str) -> None:
    assert kind_of(word) == kind


def test_a_surname_of_a_longer_name_is_no_party_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ner_settle, "weights", lambda: {"always": 3.0})
    memo = memo_of("== body: Ärendet\nZorvex Bygglag har skrivit. Zorvex vill ha svar.")
    named = [("Zorvex Bygglag", 0.9), ("Zorvex", 0.5)]
    some = [Candidate(at, at + len(n), n, "other", s) for n, s in named for at in [memo.text.rfind(n)]]
    assert [m.name for m in settle(memo, some, [])] == ["Zorvex Bygglag"]


def test_without_weights_or_words_nothing_breaks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(ner_features, "model_path", lambda name: tmp_path / name)
    ner_features.weights.cache_clear()
    try:
        assert ner_features.weights() == {}
    finally:
        ner_features.weights.cache_clear()


PIECES = ["Luminara", "Qwerzan Ytte", "\n\n", "\t", ".", "s ", "(", "-", "Å", "§ 3", " ", "\u00a0", "🙂"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES)))
def test_no_text_makes_it_raise(stub: Ner, pieces: list[str]) -> None:
    find_facts(memo_of("== body: Ärendet\nText" + "".join(pieces) + "."), stub)


@pytest.mark.usefixtures("unweighed")
def test_a_long_text_of_names(stub: Ner) -> None:
    text = "== body: Ärendet\n" + "Luminara och Qwerzan Ytte samt Zorvex. " * 1000
    assert {"Luminara", "Qwerzan Ytte"} <= set(found(text, stub))


MADE_UP = [
    ("Handläggare är Kiflay Tegelskog.", "Kiflay Tegelskog", "person"),
    ("Avtalet har skrivits under av Oluwaseun Brandefelt.", "Oluwaseun Brandefelt", "person"),
    ("Utredaren Zbynka Hultmarker har skrivit rapporten.", "Zbynka Hultmarker", "person"),
    ("Zerihun Hultbrand har begärt entledigande.", "Zerihun Hultbrand", "person"),
]
NONE = [
    "Systemet Treserva ersätts av Lifecare.",
    "Larmet heter Zorvex Care och köps in i vår.",
    "Fastigheten Kvarnen 3:12 ligger vid Drottninggatan.",
    "Detaljplan för Norra Hagen antas.",
    "Enligt LSS och SoL ska insatsen ges.",
    "Simhallen Delfinen stängs i juli.",
    "Bokbussen Kajan servas i mars.",
    "Tekniska chefen redogör för ärendet.",
    "Riksväg 23 asfalteras mellan Hultsjö och Målaskog.",
    "Gruppbostaden Tallkotten och Förskolan Grodan berörs.",
    "Plankarta Planbeskrivning Illustrationsplan Grundkarta",
    "Naturvetenskapsprogrammet, Teknikprogrammet och Samhällsvetenskapsprogrammet",
    "Agenda 2030 och Parisavtalet ligger till grund för planen.",
    "Handläggare Direkttelefon Diarienummer Sammanträdesdatum",
]


@pytest.mark.parametrize(
    ("text", "cut", "person", "expected"),
    [
        ("Piercaren Drenushe Svartby avråder", "Piercaren Drenushe Svartby", True, "Drenushe Svartby"),
        ("av Siri Myrhed-Wiik och", "Siri Myrhed", True, "Siri Myrhed-Wiik"),
        ("av Oluwaseun Brandefelt.", "Oluwaseun", True, "Oluwaseun Brandefelt"),
        ("av Oluwaseun Brandefelt Beslutet", "Oluwaseun Brandefelt", True, "Oluwaseun Brandefelt"),
        ("Zorvex och Kvant", "Zorvex och", False, "Zorvex"),
        ("Zorvex Kvant", "Zorvex", False, "Zorvex"),
        ("med Zorvex Kvant.", "Zorvex Kvant.", False, "Zorvex Kvant"),
        ("Zorvex Kvant har ansökt", "Zorvex Kvant har", False, "Zorvex Kvant"),
    ],
)
def test_the_whole_name(text: str, cut: str, person: bool, expected: str) -> None:
    at = text.find(cut)
    start, end = ner_features._whole(text, at, at + len(cut), person)
    assert text[start:end] == expected


@OURS
@pytest.mark.parametrize(("text", "name", "kind"), MADE_UP)
def test_our_model_finds_new_names(text: str, name: str, kind: str) -> None:
    parties = found(f"== body: Ärendet\n{text}", Ner())
    assert name in parties
    assert parties[name].type == kind


@OURS
@pytest.mark.parametrize("text", NONE)
def test_our_model_leaves_out_what_is_no_party(text: str) -> None:
    assert set(found(f"== body: Ärendet\n{text}", Ner())) == set(found(f"== body: Ärendet\n{text}", Ner("off")))


@OURS
def test_the_entities_stand_in_the_doc() -> None:
    memo = memo_of("== body: Ärendet\nAvtalet har skrivits under av Oluwaseun Brandefelt.")
    nlp = build(Ner())
    doc = nlp.make_doc(memo.text)
    doc._.memo, doc._.facts = memo, Facts()
    doc = nlp.get_pipe("memo_ner")(doc)
    assert [(e.text, e.label_) for e in doc.ents] == [("Oluwaseun Brandefelt", "person")]
    assert 0 < doc.spans[SPANS].attrs["scores"][0] <= 1
