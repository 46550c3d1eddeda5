"""Every page answers, says what it should, leads where it says, and shows no text as markup."""

import fcntl
import json
import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.site.corrections import Corrections, extracted
from pipeline.site.model import Filters
from pipeline.site.query import parse
from pipeline.store.export import write_tables
from pipeline.store.ledger import Ledger
from pipeline.store.under_way import LOCK
from tests.site.make import cases, store, varied
from tests.site.pages import Page, documents, english, get, made_up, really_read, served, unmasked

PAGES = (
    "/", "/sok", "/sok?q=avtal", "/sok?q=finnsintealls", "/sok?ordning=belopp&sida=2", "/tackning",
    "/handlingar?ar=2014", "/handlingar?kommun=&ar=", "/hjalp", "/om", "/api",
)  # fmt: skip


def page(path: str, datasette: Any = None, status: int = 200) -> Page:
    answer = get(datasette or made_up(), path)
    assert answer.status_code == status, answer.text[:500]
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return Page(answer.text)


def some_memo() -> str:
    return "/handling/" + documents(made_up())["0138/00000.txt"]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("which", [made_up, english])
def test_a_page_is_whole(path: str, which: Any) -> None:
    made = page(path, which())
    assert made.wrong == []
    assert len(made.all("h1")) == 1
    assert len(made.all("main")) == 1
    ids = [attributes["id"] for _, attributes in made.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert made.all("html")[0]["lang"] == ("sv" if which is made_up else "en")
    # the Content-Security-Policy lets neither of these through
    assert not [a for _, a in made.elements if "style" in a or any(name.startswith("on") for name in a)]
    assert all(script.get("src") for script in made.all("script"))
    hosts = [a for _, attributes in made.elements for a in (attributes.get("src"), attributes.get("href")) if a]
    assert all(not address.startswith(("http:", "//")) for address in hosts)


@pytest.mark.parametrize("path", PAGES)
def test_a_title_names_the_site_once(path: str) -> None:
    titles = re.findall(r"<title>(.*?)</title>", get(made_up(), path).text)
    assert [title.count("Beslutslupp") for title in titles] == [1]
    assert not titles[0].startswith(" ")


def test_a_run_that_has_not_ended_is_told(tmp_path: Path) -> None:
    output = varied(tmp_path, 6)
    site, other = served(output), served(output, lang="en")
    told = {path: page(path, site).text for path in ("/", "/sok?q=avtal", "/tackning")}
    assert not any("körning" in text.lower() for text in told.values())
    with (output / LOCK).open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        for path in told:
            assert "En körning pågår" in page(path, site).text
        assert "A run is going on" in page("/", other).text
    assert "körning" not in page("/", site).text
    with closing(sqlite3.connect(output / "lupp.sqlite")) as db, db:
        db.execute(
            "DELETE FROM ledger_places WHERE relative LIKE '%00001.txt'"
        )  # read, but its place was never written
    assert "Körningen avbröts" in page("/", site).text
    stopped = served(output)
    (output / "datapackage.json").unlink()  # nor were the tables, at a first run
    assert "Körningen avbröts" in page("/", stopped).text
    write_tables(ledger := Ledger(output), output)
    ledger.db.execute("DELETE FROM ledger_files WHERE sha256 NOT IN (SELECT sha256 FROM ledger_places)")
    ledger.close()
    assert "Starta om söksidan för att se allt" in page("/", stopped).text
    assert "Körningen" not in page("/", site).text


@pytest.mark.parametrize("path", PAGES)
def test_links_lead_somewhere(path: str) -> None:
    for address in {a.partition("#")[0] for a in page(path).addresses() if a.startswith("/")}:
        if address:
            assert get(made_up(), address).status_code == 200, address


def test_headings_come_in_order() -> None:
    for path in (*PAGES, some_memo()):
        levels = [int(tag[1]) for tag, _ in page(path).elements if re.fullmatch(r"h[1-6]", tag)]
        assert levels[0] == 1
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels)), (path, levels)


def test_a_hit_shows_what_it_is() -> None:
    made = page("/sok?q=" + quote("borgen kommun:Sorsele"))
    assert "såsom för egen skuld" in made.text
    assert "Kommunstyrelsen, Sorsele kommun" in made.text
    assert "25 mnkr" in made.text.replace("\u00a0", " ")
    assert "Gå i borgen" in made.text
    assert "Förslag" in made.text
    assert made.all("mark")


def test_a_proposal_in_minutes_is_called_so_everywhere(tmp_path: Path) -> None:
    minutes = replace(
        cases(1)[0], kind="decision", body="Kommunstyrelsen", proposed_to="Kommunfullmäktige", paragraph="41",
        points=(("Kommunfullmäktige antar taxan för bryggplatser.", "adopt", None),),
    )  # fmt: skip
    site = served(store(tmp_path, [minutes]))
    said = "Förslag till kommunfullmäktige"
    memo = "/handling/" + documents(site)["0138/00000.txt"]
    for path in ("/sok?q=bryggplatser", memo, "/sok.atom?q=bryggplatser", f"{memo}.ris?punkt=1"):
        text = get(site, path).text
        assert said in text, path
        assert ">Beslut<" not in text, path
    (row,) = get(site, "/sok.json?q=bryggplatser").json()["hits"]
    assert (row["kind"], row["proposed_to"], row["paragraph"]) == (
        "decision",
        "Kommunfullmäktige",
        "41",
    )  # as in decisions.csv
    assert "Kommunfullmäktige,Avtal" in get(site, "/sok.csv?q=bryggplatser").text


def test_an_earlier_decision_is_shown_as_one() -> None:
    text = page("/sok?q=" + quote("typ:tidigare")).text
    assert "Tidigare beslut" in text
    assert "§ 117" in text
    assert "nämns i tjänsteskrivelse 3 februari 2025, dnr 2025/SN 0999 005" in text
    assert page("/sok?slag=earlier").text.count("nämns i tjänsteskrivelse") == text.count("nämns i tjänsteskrivelse")


def test_part_of_a_word_is_told() -> None:
    text = page("/sok?q=dispensutredning").text
    assert "Inga träffar på ”dispensutredning”. Visar träffar på en del av ordet: dispens." in text
    assert "alla orden" not in text
    assert "Visar det som innehåller de flesta" in page("/sok?q=" + quote("stödcentrum månlandning")).text


def test_a_page_beyond_the_last_is_the_last() -> None:
    found = page("/sok?q=avtal&sida=999")
    assert "Det finns ingen sida 999. Här är den sista, sida " in found.text
    assert "avtalet" in found.text
    assert "Det finns ingen sida" not in page("/sok?q=avtal&sida=2").text


def test_certainty_has_one_wording() -> None:
    text = page("/sok?q=avtal").text + page(some_memo()).text
    assert "säker" in text
    assert not any(said in text for said in ("säker läsning", "osäker – läs sidan", "Säkert läst", "confidence"))


def test_a_search_without_hits_says_what_that_means() -> None:
    assert "Det betyder inte att det inte finns något beslut" in page("/sok?q=finnsintealls").text


def test_what_is_not_understood_is_told() -> None:
    assert "År skrivs med fyra siffror" in page("/sok?q=" + quote("år:ibland avtal")).text


def test_paging_goes_through_all_hits_once() -> None:
    seen: list[str] = []
    path: str | None = "/sok?ordning=aldst"
    pages = 0
    while path:
        made = page(path)
        found = re.findall(r'class="hit-words"><a href="([^"]+)"', get(made_up(), path).text)
        seen += found
        path = next((a["href"] for a in made.all("a") if a.get("rel") == "next"), None)
        pages += 1
    total = get(made_up(), "/sok.json").json()["total"]
    assert pages > 3
    assert len(seen) == len(set(seen)) == total


def test_a_filter_is_chosen_and_taken_away() -> None:
    made = page("/sok?" + urlencode({"kommun": "Marks kommun", "ar": "2014"}))
    assert "Rensa filter" in made.text
    without = "/sok?" + urlencode({"ar": "2014"})
    assert without in made.addresses()
    assert "Tyresö" not in " ".join(
        re.findall(r'class="who">([^<]+)<', get(made_up(), "/sok?kommun=Marks+kommun").text)
    )


def test_the_timeline_shows_every_year() -> None:
    made = page("/sok")
    years = [int(y) for y in re.findall(r'class="year" aria-hidden="true">(\d{4})<', get(made_up(), "/sok").text)]
    assert years == list(range(years[0], years[-1] + 1))
    assert len(made.all("rect")) >= len(years)


@pytest.mark.parametrize(
    "parameters",
    ["sida=0", "sida=x", "sida=-1", "sida=99999999999999999999", "antal=0", "antal=1000", "ar=20", "ar=tjugo",
     "ar=²⁰²⁰", "ordning=bakvänt", "slag=dröm", "atgard=flyga", "saker=kanske", "fran=mycket", "till=NaN", "fran=1e999",
     "q=" + "a" * 401, "&".join(f"kommun={n}" for n in range(30)), "kommun=" + "a" * 401],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/sok", "/sok.json", "/sok.csv", "/sok.atom"])
def test_a_parameter_without_sense_is_told(path: str, parameters: str) -> None:
    answer = get(made_up(), f"{path}?{parameters}")
    assert answer.status_code == 400
    if path == "/sok.json":
        assert answer.json()["ok"] is False
        assert len(answer.json()["error"]) > 10
    else:
        assert "Frågan gick inte att förstå" in answer.text


@pytest.mark.parametrize(
    "path",
    ["/nix", "/handling/0123456789abcdef", "/handling/xyz", "/handling/0123456789abcdef.json", "/sok.xml",
     "/handling/0123456789abcdef/original", "/handling/0123456789abcdef/sida/1.png", "/static2/x", "/search.db",
     "/handling/../../etc/passwd", "/%2e%2e/etc/passwd", "/~2e~2e", "/handling/0123456789abcdef/sida/0.png"],
)  # fmt: skip
def test_what_is_not_there_is_told(path: str) -> None:
    answer = get(made_up(), path, follow_redirects=True)
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("path", ["//example.org/", "//example.org/%2e%2e/", "/\\example.org/", "/sok//", "//sok/"])
def test_no_address_leads_to_another_site(path: str) -> None:
    answer = get(made_up(), "http://localhost" + path)
    assert not answer.headers.get("location", "/").startswith(("//", "/\\", "http"))


def test_a_slash_too_many_is_forgiven() -> None:
    assert get(made_up(), "/tackning/").headers["location"] == "/tackning"


def test_datasettes_own_pages_lead_to_ours_and_its_json_stays() -> None:
    assert get(made_up(), "/search").headers["location"] == "/api"
    assert get(made_up(), "/search/decisions").headers["location"] == "/api"
    rows = get(made_up(), "/search/decisions.json?_shape=array&_size=2").json()
    assert len(rows) == 2
    assert get(made_up(), "/search.json?sql=select+1").status_code in (403, 404)


def test_a_memo_shows_its_facts_and_marks_them_in_the_text() -> None:
    made = page(some_memo())
    html = get(made_up(), some_memo()).text
    assert "Socialnämnden godkänner avtalet" in made.text
    assert 'id="beslut-1"' in html
    assert 'href="#ord-b1"' in html
    assert 'id="ord-b1"' in html
    assert 'data-keys="b1' in html
    assert "avtaiet" in made.text  # the second reader's word
    assert "textfil utan sidor" in made.text


def test_what_a_fact_points_to_exists() -> None:
    sites = (made_up(), some_memo()), (really_read(), "/handling/" + documents(really_read())["08-two-bodies.pdf"])
    for datasette, path in sites:
        made = page(path, datasette)
        ids = {attributes["id"] for _, attributes in made.elements if attributes.get("id")}
        targets = {a.partition("#")[2] for a in made.addresses() if a.startswith("#")}
        missing = targets - ids
        assert not {m for m in missing if not m.startswith("ord-")}
        assert len(missing) < 0.2 * len(targets)  # words that aren't found in the text have no place in it


def test_proposal_and_outcome_stand_side_by_side() -> None:
    html = get(made_up(), some_memo()).text
    assert "Förslag och beslut sida vid sida" in html
    assert "ordagrant" in html


def test_a_page_picture_has_its_facts_over_it() -> None:
    datasette = really_read()
    document_id = documents(datasette)["08-two-bodies.pdf"]
    html = get(datasette, f"/handling/{document_id}").text
    assert f"/handling/{document_id}/sida/1.png" in html
    assert 'id="plats-b1"' in html
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', html[html.index('class="over"') :])
    assert box is not None
    assert [round(float(n)) for n in box.groups()] == [595, 842]


def test_what_is_private_is_masked_everywhere() -> None:
    datasette = really_read()
    whole = [get(unmasked(), f"/handling/{d}.json").json() for d in documents(datasette).values()]
    private = {row["text"] for record in whole for row in record["parties"] if row["role"] == "applicant"}
    one = documents(datasette)["09-individual.pdf"]
    plain = get(unmasked(), f"/handling/{one}").text
    number = re.search(r"\b19\d{6}-\d{4}\b", plain)
    assert number is not None
    for path in (f"/handling/{one}", f"/handling/{one}.json", f"/handling/{one}.bib", "/sok?q=bostadsanpassningsbidrag",
                 "/sok.json?q=bostadsanpassningsbidrag", "/sok.csv", "/sok.atom"):  # fmt: skip
        said = get(datasette, path).text
        assert number[0] not in said, path
        assert "•" in said or path.endswith(".bib"), path
    assert get(datasette, "/sok.json?q=" + quote(f'"{number[0]}"')).json()["total"] == 0
    assert private


def test_a_memos_markup_is_only_text() -> None:
    found = get(made_up(), "/sok.json?q=individ%C3%A4rende").json()
    assert any("<script>" in (hit["title"] or "") for hit in found["hits"])
    document_id = found["hits"][0]["document_id"]
    for path in ("/sok?q=" + quote("individärende <script>alert(1)</script>"), f"/handling/{document_id}", "/"):
        html = get(made_up(), path).text
        assert "<script>alert" not in html
        assert "<b>Inte fet" not in html
        assert all(script.get("src") for script in Page(html).all("script"))
    assert "&lt;b&gt;Inte fet" in get(made_up(), f"/handling/{document_id}").text


def test_a_file_that_was_not_read_has_a_page() -> None:
    for name, said in (("0138/trasig.pdf", "Filen gick inte att läsa"), ("0138/film.mp4", "Filen hoppades över")):
        made = page("/handling/" + documents(made_up())[name])
        assert said in made.text
        assert "textfil" not in made.text
        assert made.wrong == []


def test_what_a_person_corrected_is_shown(tmp_path: Path) -> None:
    datasette = served(varied(tmp_path, 3))
    output = datasette._lupp_site.output
    document_id = documents(datasette)["0138/00000.txt"]
    assert "granskad av en människa" not in get(datasette, f"/handling/{document_id}").text
    said = extracted(output, [("decisions", document_id), ("documents", document_id)])
    corrections = Corrections(output)
    key = f"{document_id}:1"
    corrections.add("correct", "decisions", key, said["decisions", document_id][key], "A", "text", "Rättad <b> text.")
    other = f"{document_id}:2"
    corrections.add("remove", "decisions", other, said["decisions", document_id][other], "A")
    head = said["documents", document_id][document_id]
    corrections.add("correct", "documents", document_id, head, "A", "title", "Rättad rubrik")
    html = get(datasette, f"/handling/{document_id}").text
    assert "Rättad &lt;b&gt; text." in html
    assert "granskad av en människa" in html
    assert "<h1>Rättad rubrik</h1>" in html
    assert 'id="beslut-2"' not in html
    rows = get(datasette, f"/handling/{document_id}.json").json()["decisions"]
    assert [row["text"] for row in rows] == ["Rättad <b> text."]
    assert rows[0]["confidence"] == 1


def test_coverage_tells_what_is_missing() -> None:
    made = page("/tackning")
    assert "0138/trasig.pdf" in made.text
    assert "0138/film.mp4" in made.text
    assert "Göteborgs Stad" in made.text
    assert "Luckor" in made.text


def test_a_cell_of_the_coverage_leads_to_as_many_memos() -> None:
    html = get(made_up(), "/tackning").text
    cells = re.findall(r'<a href="(/handlingar[^"]+)"><span aria-hidden="true">(\d+)', html)
    assert cells
    for address, count in cells[:25]:
        listed = get(made_up(), address.replace("&amp;", "&")).text
        assert listed.count('<li><a href="/handling/') == int(count), address


def test_a_collection_without_documents(tmp_path: Path) -> None:
    empty = served(store(tmp_path, []))
    for path in ("/", "/sok", "/sok?q=avtal", "/tackning", "/handlingar"):
        assert page(path, empty).wrong == []
    assert "0138/trasig.pdf" in page("/tackning", empty).text
    assert get(empty, "/sok.json").json()["hits"] == []
    assert get(empty, "/sok.csv").text.count("\n") == 1
    assert get(empty, "/sok.atom").status_code == 200


def test_no_path_of_the_disk_is_shown() -> None:
    folder = str(made_up()._lupp_site.output.parent)
    for path in (*PAGES, some_memo(), some_memo() + ".json", "/search/documents.json", "/nix"):
        assert folder not in get(made_up(), path).text, path


def test_a_fault_shows_nothing_of_the_machine(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("hemlig sökväg /home/x")

    monkeypatch.setattr("pipeline.site.search.coverage", broken)
    answer = get(made_up(), "/tackning")
    assert answer.status_code == 500
    assert "hemlig" not in answer.text
    assert "Något gick fel" in answer.text
    assert "hemlig" in capsys.readouterr().err


def test_the_api_page_names_only_what_is_there() -> None:
    for address in page("/api").addresses():
        if address.startswith("/search/"):
            answer = get(made_up(), address)
            assert answer.status_code == 200
            json.loads(answer.text)


def test_the_help_page_says_nothing_that_is_not_understood() -> None:
    said = re.findall(r"<code>(.*?)</code>", get(made_up(), "/hjalp").text)
    assert len(said) > 10
    for example in said:
        query = parse(unescape(example))
        assert query.problems == (), example
        if ":" in example:
            assert query.filters != Filters(), example
            assert query.terms == (), example


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=60))
def test_any_query_is_answered(typed: str) -> None:
    answer = get(made_up(), "/sok?" + urlencode({"q": typed.encode("utf-8", "replace")}))
    assert answer.status_code == 200
    assert Page(answer.text).wrong == []


NAMES = ("q", "kommun", "organ", "ar", "atgard", "part", "slag", "belopp", "saker", "ordning", "sida", "fran", "till")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(st.sampled_from(NAMES), st.text(max_size=12) | st.integers().map(str), max_size=5))
def test_any_parameters_are_answered_or_told(parameters: dict[str, str]) -> None:
    query = urlencode({name: value.encode("utf-8", "replace") for name, value in parameters.items()})
    assert get(made_up(), f"/sok?{query}").status_code in (200, 400)


def test_a_corrected_value_stands_in_the_place_of_the_old(tmp_path: Path) -> None:
    case = replace(cases(3)[0], points=(("Nämnden anslår 1 500 000 kronor.", "fund", 1_500_000),))
    output = store(tmp_path, [case])
    document_id = documents(served(output))["0138/00000.txt"]
    said = extracted(output, [("amounts", document_id), ("decisions", document_id)])
    corrections = Corrections(output)
    (amount,) = said["amounts", document_id]
    corrections.add("correct", "amounts", amount, said["amounts", document_id][amount], "A", "value", "1800000")
    (point,) = said["decisions", document_id]
    corrections.add(
        "correct", "decisions", point, said["decisions", document_id][point], "A", "body", "Byggnadsnämnden"
    )
    html = get(served(output), f"/handling/{document_id}").text
    sums = html[html.index('id="uppgift-a1"') :]
    assert re.search(r">1\D800\D000 kr</a> <del>1 500 000 kronor</del>", sums)
    assert "Byggnadsnämnden <del>Socialnämnden</del>" in html


def test_minutes_found_by_their_text_say_whose_they_are(tmp_path: Path) -> None:
    minutes = replace(
        cases(1)[0], kind="decision", body="Tekniska nämnden",
        points=(("Taxan antas.", "adopt", None),), text="Sammanträdet ajourneras för lunchrast.",
    )  # fmt: skip
    output = store(tmp_path, [minutes])
    with sqlite3.connect(output / "lupp.sqlite") as db:
        db.execute("UPDATE documents SET addressee = NULL")  # minutes are written to nobody
    site = served(output)
    (row,) = get(site, "/sok.json?q=lunchrast").json()["hits"]
    assert row["body"] == "Tekniska nämnden"
    assert "okänt organ" not in get(site, "/sok?q=lunchrast").text


@pytest.mark.parametrize("typed", ["typ:nonsens", "åtgärd:dansa", "år:20", "belopp:mycket", "säker:kanske"])
def test_a_value_that_is_not_understood_is_not_all(typed: str) -> None:
    text = get(made_up(), "/sok?q=" + quote(typed)).text
    assert "Inga träffar" in text
    assert "gick inte att förstå" in text
    assert get(made_up(), "/sok.json?q=" + quote(typed)).json()["total"] == 0
