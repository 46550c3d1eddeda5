"""A citation names who, when, which case and which page, and leads there."""

import re
from dataclasses import replace

import pytest

from pipeline.messages import Lang
from pipeline.site.cite import STYLES, Source, anchor, bibtex, cited, note, plain, ris, source_of
from pipeline.site.record import load
from tests.site.pages import documents, get, made_up

WHOLE = Source(
    key="0123456789abcdef-b2", kind="memo", title="Avtal om stödcentrum", municipality="Tyresö kommun",
    administration="Socialförvaltningen", body="Socialnämnden", date="2021-03-04", diarienummer="SN 2021/123", page=2,
    address="http://127.0.0.1:8001/handling/0123456789abcdef#beslut-2", fetched="2026-11-22",
)  # fmt: skip
BARE = replace(
    WHOLE, title="", municipality="", administration="", body="", date="", diarienummer="", page=None, kind="other"
)


PROPOSAL = replace(
    WHOLE, municipality="Dorotea kommun", administration="Kommunkansliet", body="Kommunstyrelsen", date="1996-03-18",
    diarienummer="52/96-826", page=1, point="proposal", document_body="Kommunstyrelsen", document_date="1996-03-18",
)  # fmt: skip
DECISION = replace(
    PROPOSAL, kind="minutes", point="decision", body="Tekniska nämnden", date="2017-08-23", paragraph="77",
    document_date="2017-09-12",
)  # fmt: skip
EARLIER = replace(PROPOSAL, point="earlier", body="Kommunfullmäktige", date="1995-11-20", paragraph="117")
ONWARD = replace(DECISION, point="proposal", proposed_to="Kommunfullmäktige", document_date="2017-08-23")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (WHOLE, "Tjänsteskrivelse från Socialförvaltningen till Socialnämnden, Tyresö kommun, 4 mars 2021, "
                "dnr SN 2021/123, s. 2."),
        (PROPOSAL, "Förslag till Kommunstyrelsen, tjänsteskrivelse från Kommunkansliet, Dorotea kommun, 18 mars 1996, "
                   "dnr 52/96-826, s. 1."),
        (replace(PROPOSAL, body="", administration=""),
         "Förslag, tjänsteskrivelse, Dorotea kommun, 18 mars 1996, dnr 52/96-826, s. 1."),
        (ONWARD, "Förslag till Kommunfullmäktige från Tekniska nämnden, Dorotea kommun, 23 augusti 2017, § 77, "
                 "dnr 52/96-826, s. 1."),
        (EARLIER, "Tidigare beslut, Kommunfullmäktige, 20 november 1995, § 117, enligt tjänsteskrivelse från "
                  "Kommunkansliet, Dorotea kommun, 18 mars 1996, dnr 52/96-826, s. 1."),
        (replace(EARLIER, date="", paragraph="", body=""),
         "Tidigare beslut, okänt organ, odaterad, enligt tjänsteskrivelse från Kommunkansliet, Dorotea kommun, "
         "18 mars 1996, dnr 52/96-826, s. 1."),
        (DECISION, "Beslut, Tekniska nämnden, 23 augusti 2017, § 77, enligt protokoll, Kommunstyrelsen, "
                   "Dorotea kommun, 12 september 2017, dnr 52/96-826, s. 1."),
        (replace(DECISION, document_date="2017-08-23"),
         "Beslut, Tekniska nämnden, Dorotea kommun, 23 augusti 2017, § 77, dnr 52/96-826, s. 1."),
    ],
)  # fmt: skip
def test_plain(source: Source, said: str) -> None:
    assert plain(source, "sv") == f"{said} http://127.0.0.1:8001/handling/0123456789abcdef#beslut-2"


@pytest.mark.parametrize(
    ("source", "what"),
    [
        (PROPOSAL, "Förslag till Kommunstyrelsen"),
        (ONWARD, "Förslag till kommunfullmäktige"),
        (EARLIER, "Tidigare beslut, enligt tjänsteskrivelse från Kommunkansliet, 18 mars 1996"),
        (DECISION, "Beslut, enligt protokoll, Kommunstyrelsen, 12 september 2017"),
    ],
)
def test_reference_managers_are_told_what_it_is(source: Source, what: str) -> None:
    assert f"\r\nN1  - {what}\r\n" in ris(source, "sv")
    assert f"note = {{{what}, " in bibtex(source, "sv")
    if source.paragraph:
        assert f"SE  - § {source.paragraph}\r\n" in ris(source, "sv")
        assert f"date = {{{source.date}}}" in bibtex(source, "sv")


def test_minutes_have_their_paragraph() -> None:
    minutes = replace(WHOLE, kind="minutes", paragraph="78", page=1)
    assert "4 mars 2021, § 78, dnr" in plain(minutes, "sv")
    assert "Protokoll, Socialnämnden, 4 mars 2021, § 78" in note(minutes, "sv")


def test_a_list_says_what_was_decided() -> None:
    decided = replace(DECISION, document_date="2017-08-23")
    assert ". Beslut enligt protokoll, Tekniska nämnden, 23 augusti 2017, § 77, dnr" in note(decided, "sv")
    assert ". Decision according to minutes, Tekniska nämnden, 23 August 2017, § 77" in note(decided, "en")


def test_a_list_of_sources() -> None:
    assert note(WHOLE, "sv") == (
        "Tyresö kommun, Socialförvaltningen (2021). Avtal om stödcentrum. Tjänsteskrivelse till Socialnämnden, "
        "4 mars 2021, dnr SN 2021/123, s. 2. http://127.0.0.1:8001/handling/0123456789abcdef#beslut-2 "
        "(hämtad 22 november 2026)."
    )


def test_bibtex() -> None:
    entry = bibtex(replace(WHOLE, title="10 % av {allt & 5 $ #1_a ~ ^ \\x"), "sv")
    assert entry.startswith("@misc{lupp-0123456789abcdef-b2,\n")
    title = r"10 \% av \textbraceleft{}allt \& 5 \$ \#1\_a \textasciitilde{} \textasciicircum{} \textbackslash{}x"
    assert f"title = {{{{{title}}}}}" in entry  # double braces: capitals stay
    assert "author = {{Tyresö kommun, Socialförvaltningen}}" in entry
    assert "urldate = {2026-11-22}" in entry
    assert entry.count("{") == entry.count("}")


def test_ris() -> None:
    lines = ris(replace(WHOLE, title="En rad\nTY  - JOUR\r\nER  - "), "sv").split("\r\n")
    assert lines[0] == "TY  - GOVDOC"
    assert lines[-2:] == ["ER  - ", ""]
    assert [line[:6] for line in lines].count("TY  - ") == 1
    assert [line[:6] for line in lines].count("ER  - ") == 1
    assert "TI  - En rad TY - JOUR ER -" in lines
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines if line)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_what_is_not_known_is_left_out(style: str, lang: Lang) -> None:
    said = cited(BARE, style, lang)
    assert BARE.address in said
    assert ", ," not in said
    assert "None" not in said
    assert "()" not in said


def test_the_address_leads_to_the_point() -> None:
    site = made_up()._lupp_site
    document_id = documents(made_up())["0138/00000.txt"]
    record = load(site.output, document_id, unmasked=False)
    assert record is not None
    point = record.points[1]
    source = source_of(record, point, "http://localhost", "2026-11-22")
    path, _, place = source.address.removeprefix("http://localhost").partition("#")
    assert f'id="{place}"' in get(made_up(), path).text
    assert place == anchor(point) == "beslut-2"
    assert (source.body, source.page) == ("Socialnämnden", 1)


def test_files_to_take_along() -> None:
    document_id = documents(made_up())["0138/00000.txt"]
    answer = get(made_up(), f"/handling/{document_id}.ris?punkt=2")
    assert answer.headers["content-type"].startswith("application/x-research-info-systems")
    assert answer.headers["content-disposition"] == f'attachment; filename="lupp-{document_id}-2.ris"'
    assert "#beslut-2" in answer.text
    assert get(made_up(), f"/handling/{document_id}.bib").text.startswith("@misc{")
    for odd in ("99", "x", "1%22%0d%0aX:y", "../1"):
        assert get(made_up(), f"/handling/{document_id}.bib?punkt={odd}").status_code == 404
