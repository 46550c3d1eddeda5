"""Review: what is uncertain is shown worst first; what people say is kept beside the extraction, and by nobody else."""

import asyncio
import csv
import io
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image

from pipeline.errors import Kind, Problem, Stage
from pipeline.messages import Lang
from pipeline.site import corrections, serve
from pipeline.site.corrections import Corrections, extracted, load
from pipeline.site.pages_memo import files_of
from pipeline.site.review_cards import fields as card_fields
from pipeline.site.review_cards import sayer, shortened
from pipeline.site.review_pictures import cropped
from pipeline.site.review_queue import Queues
from pipeline.site.review_values import CellError, understood
from pipeline.site.state import site_of
from pipeline.store.ledger import NAME as LEDGER
from pipeline.store.ledger import pack
from pipeline.tables import VOCABULARIES, columns
from tests.site.make import cases, store, varied

HOST = "http://127.0.0.1:8001"


class Browser:
    """A client that keeps cookies, fills in forms and follows where it is sent."""

    def __init__(self, guard: Any) -> None:
        self.guard = guard
        self.cookies = httpx.Cookies()

    def ask(self, method: str, url: str, follow: bool = True, **rest: Any) -> httpx.Response:
        async def go() -> httpx.Response:
            transport = httpx.ASGITransport(self.guard)
            async with httpx.AsyncClient(transport=transport, base_url=HOST, cookies=self.cookies) as client:
                answer = await client.request(method, url, follow_redirects=follow, **rest)
                self.cookies = client.cookies
                return answer

        return asyncio.run(go())

    def get(self, url: str, **rest: Any) -> httpx.Response:
        return self.ask("GET", url, **rest)

    def send(self, page: httpx.Response, changed: dict[str, str], number: int = 0, **rest: Any) -> httpx.Response:
        """Post the page's form of that number with a button's value and other fields."""
        forms = re.findall(r'<form[^>]* action="/granska/svar".*?</form>', page.text, re.DOTALL)
        return self.ask("POST", "/granska/svar", data={**fields(forms[number]), **changed}, **rest)


def fields(form: str) -> dict[str, str]:
    """What a form would send as it stands."""
    found = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name:
            found[name[1]] = unescape(value[1]) if value else ""
    for name, inner in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', inner)
        found[name] = unescape(chosen[1]) if chosen else ""
    for name, inner in re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>(.*?)</textarea>', form, re.DOTALL):
        found[name] = unescape(inner)
    return found


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return varied(tmp_path_factory.mktemp("made"), 40)


@pytest.fixture
def output(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "out")
    return tmp_path / "out"


@pytest.fixture
def opened(output: Path) -> Iterator[tuple[Browser, Path]]:
    """A browser that has shown the token, and whose person has said a name."""
    datasette, guard = serve.make(serve.Asked(output, review=True))
    browser = Browser(guard)
    page = browser.get(f"/granska?token={site_of(datasette).token}")
    assert page.status_code == 200
    assert 'name="namn" value=""' in page.text
    browser.ask("POST", "/granska/namn", data={"csrftoken": fields(page.text)["csrftoken"], "namn": "Eva Ek"})
    yield browser, output
    files_of(datasette).close()


# the queue


def test_the_queue_is_worst_first_and_has_every_uncertain_row(output: Path) -> None:
    queue = Queues(output).now()
    weights = [item.weight for item in queue.items]
    assert weights == sorted(weights)
    db = sqlite3.connect(output / LEDGER)
    low = db.execute("SELECT count(*) FROM decisions WHERE confidence < 0.5").fetchone()[0]
    assert low == sum(item.table == "decisions" and item.doubt == "unsure" for item in queue.items) > 0


@pytest.mark.parametrize(
    ("kind", "place"), [(Kind.NO_DATE, 0), (Kind.UNREAD_NUMBERS, 0), (Kind.UNSURE_FIELDS, 1), (Kind.LOW_OCR, 1)]
)
def test_a_document_stands_where_its_doubt_is_among_rows(tmp_path: Path, kind: Kind, place: int) -> None:
    output = store(tmp_path, [replace(cases(1)[0], confidence=0.447)])
    with closing(sqlite3.connect(output / LEDGER)) as db, db:
        packed = pack([Problem(Stage.EXTRACT, kind, None, "date")])
        db.execute("UPDATE document_problems SET problems = ? WHERE problems = '[]'", (packed,))
    tables = [item.table for item in Queues(output).now().items]
    assert set(tables) == {"documents", "decisions"}
    assert tables.index("documents") == (0 if place == 0 else len(tables) - 1)


def test_a_heading_is_cut_between_words() -> None:
    assert shortened("Ett kort namn", 200) == "Ett kort namn"
    assert shortened("Anna Lind, Sibel Aydin Gren", 25) == "Anna Lind, Sibel Aydin …"
    assert shortened("Anna Lind, Sibel Aydin", 13) == "Anna Lind …"
    assert shortened("x" * 30, 20) == "x" * 18 + " …"


def test_what_a_person_has_seen_to_leaves_the_queue_and_comes_back(output: Path) -> None:
    queues = Queues(output)
    before = queues.now()
    item = before.items[0]
    cells = extracted(output, [(item.table, item.document_id)])[item.table, item.document_id][item.key]
    Corrections(output).add("accept", item.table, item.key, cells, "Eva")
    after = queues.now()
    assert item not in after.items
    assert after.seen == before.seen + 1
    Corrections(output).undo(item.table, item.key, "Eva")
    assert item in queues.now().items


# corrections


def amount_of(output: Path) -> tuple[str, str, dict[str, str]]:
    """The first amount: its document, key and cells."""
    db = sqlite3.connect(output / LEDGER)
    document_id, key = db.execute("SELECT document_id, id FROM amounts ORDER BY id").fetchone()
    return document_id, key, extracted(output, [("amounts", document_id)])["amounts", document_id][key]


def raw_amount(output: Path, key: str) -> dict[str, Any]:
    db = sqlite3.connect(output / LEDGER)
    db.row_factory = sqlite3.Row
    return dict(db.execute("SELECT * FROM amounts WHERE id = ?", (key,)).fetchone())


def test_a_correction_shows_and_the_extraction_stays(output: Path) -> None:
    _, key, cells = amount_of(output)
    ledger = (output / LEDGER).read_bytes()
    Corrections(output).add("correct", "amounts", key, cells, "Eva", "value", "2.5")
    Corrections(output).add("correct", "amounts", key, cells, "Eva", "unit", "mnkr")
    shown = load(output).apply("amounts", raw_amount(output, key))
    assert shown is not None
    assert (shown["value"], shown["unit"], shown["amount_sek"], shown["confidence"]) == (2.5, "mnkr", 2_500_000.0, 1.0)
    assert (output / LEDGER).read_bytes() == ledger


def test_a_unit_that_is_not_kronor_has_no_sum_in_kronor(output: Path) -> None:
    _, key, cells = amount_of(output)
    Corrections(output).add("correct", "amounts", key, cells, "Eva", "unit", "EUR")
    shown = load(output).apply("amounts", raw_amount(output, key))
    assert shown is not None
    assert shown["amount_sek"] is None


def test_the_last_word_on_a_cell_stands(output: Path) -> None:
    _, key, cells = amount_of(output)
    for value in ("1", "2", "3"):
        Corrections(output).add("correct", "amounts", key, cells, "Eva", "value", value)
    reviewed = load(output).of("amounts", key)
    assert reviewed is not None
    assert reviewed.values == {"value": "3"}
    assert len(Corrections(output).all(undone=True)) == 3


def test_what_is_no_fact_is_left_out(output: Path) -> None:
    _, key, cells = amount_of(output)
    Corrections(output).add("remove", "amounts", key, cells, "Eva")
    assert load(output).apply("amounts", raw_amount(output, key)) is None


def test_a_row_that_reads_otherwise_after_a_new_run_makes_the_correction_stale(output: Path) -> None:
    _, key, cells = amount_of(output)
    Corrections(output).add("correct", "amounts", key, cells, "Eva", "value", "7")
    with sqlite3.connect(output / LEDGER) as db:
        db.execute("UPDATE amounts SET value = 8 WHERE id = ?", (key,))
    loaded = load(output)
    assert loaded.of("amounts", key) is None
    assert [c.row for c in loaded.stale] == [key]
    assert list(loaded.states.values()) == ["stale"]


def test_a_row_that_now_reads_as_corrected_is_agreed(output: Path) -> None:
    _, key, cells = amount_of(output)
    Corrections(output).add("correct", "amounts", key, cells, "Eva", "value", "8")
    with sqlite3.connect(output / LEDGER) as db:
        db.execute("UPDATE amounts SET value = 8 WHERE id = ?", (key,))
    loaded = load(output)
    assert list(loaded.states.values()) == ["agreed"]
    assert loaded.of("amounts", key) is not None


def test_a_row_whose_number_has_moved_is_found_by_what_it_says(output: Path) -> None:
    document_id, key, cells = amount_of(output)
    Corrections(output).add("correct", "amounts", key, cells, "Eva", "value", "7")
    with sqlite3.connect(output / LEDGER) as db:
        db.execute("UPDATE amounts SET id = ? WHERE id = ?", (f"{document_id}:a9", key))
    loaded = load(output)
    assert loaded.of("amounts", key) is None
    moved = loaded.of("amounts", f"{document_id}:a9")
    assert moved is not None
    assert moved.values == {"value": "7"}


def test_a_document_that_is_gone_makes_its_corrections_stale(output: Path) -> None:
    document_id, key, cells = amount_of(output)
    Corrections(output).add("accept", "amounts", key, cells, "Eva")
    with sqlite3.connect(output / LEDGER) as db:
        db.execute("DELETE FROM amounts WHERE document_id = ?", (document_id,))
    assert list(load(output).states.values()) == ["stale"]


def test_corrections_outlive_a_new_run_over_the_same_files(tmp_path: Path) -> None:
    memos = cases(3)
    output = store(tmp_path, memos)
    _, key, cells = amount_of(output)
    Corrections(output).add("correct", "amounts", key, cells, "Eva", "value", "7")
    (output / LEDGER).unlink()
    store(tmp_path, [replace(memo) for memo in memos])
    assert list(load(output).states.values()) == ["valid"]


def test_nothing_said_is_nothing(output: Path) -> None:
    assert load(output).rows == {}
    assert corrections.fingerprint(output) == ""
    assert not (output / corrections.NAME).exists()


@pytest.mark.parametrize(
    ("column", "typed", "cell"),
    [
        ("value", "1 850 000", "1850000"), ("value", "1\u00a0850\u00a0000,50", "1850000.5"),
        ("value", "−25,5", "-25.5"),
        ("value", "0,10", "0.1"), ("value", "3", "3"), ("unit", "mnkr", "mnkr"), ("per", " år ", "år"), ("per", "", ""),
        ("role", "cost", "cost"),
    ],
)  # fmt: skip
def test_values_are_understood(column: str, typed: str, cell: str) -> None:
    assert understood("amounts", column, typed) == cell


@pytest.mark.parametrize(
    ("table", "column", "typed", "why"),
    [
        ("amounts", "value", "1.500", "unclear_number"), ("amounts", "value", "1,500", "unclear_number"),
        ("amounts", "value", "12 34", "no_number"), ("amounts", "value", "tre", "no_number"),
        ("amounts", "value", "1e5", "no_number"), ("amounts", "value", "NaN", "no_number"),
        ("amounts", "value", "", "needed"), ("amounts", "value", "9" * 40, "no_number"),
        ("amounts", "unit", "kronor", "not_listed"), ("amounts", "unit", "", "needed"),
        ("dates", "date_from", "2014-13-01", "no_day"), ("dates", "date_from", "2014-02-30", "no_day"),
        ("dates", "date_from", "2014-02", "no_day"), ("dates", "date_from", "3 mars 2014", "no_day"),
        ("parties", "name", "•••• •••••", "masked"), ("parties", "name", " \u200b ", "needed"),
        ("decisions", "text", "x" * 10_001, "too_long"),
    ],
)  # fmt: skip
def test_values_that_make_no_sense(table: str, column: str, typed: str, why: str) -> None:
    with pytest.raises(CellError) as error:
        understood(table, column, typed)
    assert error.value.args == (why,)


# the pages


def test_without_the_token_all_is_locked(output: Path) -> None:
    datasette, guard = serve.make(serve.Asked(output, review=True))
    stranger = Browser(guard)
    for url in ("/granska", "/granska?token=", "/granska?token=wrong", "/granska/rattelser", "/granska/rattelser.csv",
                "/granska/bild/0000000000000000/1.png"):  # fmt: skip
        answer = stranger.get(url)
        assert answer.status_code == 403, url
        assert "review-card" not in answer.text
    for url in ("/granska/svar", "/granska/namn"):
        assert stranger.ask("POST", url, data={"svar": "accept"}).status_code == 403
    stranger.cookies.set("lupp_granskning_8001", "guess")
    assert stranger.get("/granska").status_code == 403
    assert site_of(datasette).token not in stranger.get("/granska").text


def test_the_menu_leads_only_those_to_the_review_who_may_see_it(output: Path) -> None:
    datasette, guard = serve.make(serve.Asked(output, review=True))
    browser = Browser(guard)
    link = 'href="/granska"'
    assert link not in browser.get("/tackning").text
    assert link in browser.get(f"/granska?token={site_of(datasette).token}").text
    assert link in browser.get("/tackning").text
    assert site_of(datasette).session not in site_of(datasette).mark[1]


def test_the_token_becomes_a_cookie_that_scripts_cannot_read(output: Path) -> None:
    datasette, guard = serve.make(serve.Asked(output, review=True))
    token = site_of(datasette).token
    answer = Browser(guard).ask("GET", f"/granska?token={token}", follow=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/granska"
    assert "no-store" in answer.headers["cache-control"]
    cookie = next(c for c in answer.headers.get_list("set-cookie") if c.startswith("lupp_granskning"))
    for wanted in ("HttpOnly", "SameSite=strict", "Path=/granska"):
        assert wanted.lower() in cookie.lower()
    assert token not in cookie


def test_without_the_flag_there_is_no_review(output: Path) -> None:
    _, guard = serve.make(serve.Asked(output))
    assert Browser(guard).get("/granska").status_code == 404
    assert "/granska" not in Browser(guard).get("/").text


def test_accept_and_undo(opened: tuple[Browser, Path]) -> None:
    browser, output = opened
    page = browser.get("/granska")
    assert page.headers["cache-control"] == "private, no-store"
    after = browser.send(page, {"svar": "accept"})
    assert after.status_code == 200
    assert "Godkänd." in after.text
    said = Corrections(output).all()
    assert [c.act for c in said] == ["accept"]
    assert said[0].who == "Eva Ek"
    undo = browser.send(after, {"svar": "undo"})
    assert "Ångrat" in undo.text
    assert Corrections(output).all() == []


def test_correct(opened: tuple[Browser, Path]) -> None:
    browser, output = opened
    page = browser.get("/granska?tabell=amounts")
    after = browser.send(page, {"svar": "correct", "falt_value": "2 000 000", "falt_role": "budget"}, 1)
    assert "Rättad." in after.text
    assert {(c.column, c.new) for c in Corrections(output).all()} == {("value", "2000000"), ("role", "budget")}


def test_a_correction_that_makes_no_sense_is_told_and_kept_in_the_form(opened: tuple[Browser, Path]) -> None:
    browser, output = opened
    page = browser.get("/granska?tabell=amounts")
    after = browser.send(page, {"svar": "correct", "falt_value": "1.500"}, 1)
    assert after.status_code == 400
    assert "kan läsas på två sätt" in after.text
    assert 'value="1.500"' in after.text
    assert "<dd><bdi>1.500" not in after.text  # what was read stands beside it
    assert Corrections(output).all() == []


def test_a_correction_that_changes_nothing_accepts(opened: tuple[Browser, Path]) -> None:
    browser, output = opened
    browser.send(browser.get("/granska?tabell=decisions"), {"svar": "correct"}, 1)
    assert [c.act for c in Corrections(output).all()] == ["accept"]


def test_a_post_without_the_form_token_is_refused(opened: tuple[Browser, Path]) -> None:
    browser, output = opened
    page = browser.get("/granska")
    assert browser.send(page, {"svar": "accept", "csrftoken": "x"}).status_code == 403
    assert browser.send(page, {"svar": "accept", "csrftoken": ""}).status_code == 403
    assert browser.send(page, {"svar": "accept"}, headers={"Origin": "http://evil.example"}).status_code == 403
    assert (
        browser.ask("POST", "/granska/svar", content=b"{}", headers={"Content-Type": "text/plain"}).status_code == 403
    )
    assert Corrections(output).all() == []


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"rad": "nothing:1"}, 404), ({"handling": "0000000000000000"}, 404), ({"rad_tabell": "privacy"}, 400),
        ({"rad_tabell": "documents; DROP TABLE"}, 400), ({"svar": "destroy"}, 400), ({"svar": ""}, 400),
        ({"rad": "' OR 1=1 --"}, 404),
    ],
)  # fmt: skip
def test_answers_about_nothing(opened: tuple[Browser, Path], changed: dict[str, str], status: int) -> None:
    browser, output = opened
    page = browser.get("/granska?tabell=decisions")
    assert browser.send(page, {"svar": "accept", **changed}).status_code == status
    assert Corrections(output).all() == []


def test_the_reviewers_name(opened: tuple[Browser, Path]) -> None:
    browser, output = opened
    page = browser.get("/granska")
    token = fields(page.text)["csrftoken"]
    named = browser.ask("POST", "/granska/namn", data={"csrftoken": token, "namn": "Åsa <b> Öhman\x00"})
    assert named.status_code == 200
    browser.send(named, {"svar": "accept"})
    assert Corrections(output).all()[0].who == "Åsa <b> Öhman"
    assert "<b>" not in browser.get("/granska/rattelser").text


def test_a_first_answer_without_a_name_is_asked_for_one_and_not_lost(output: Path) -> None:
    datasette, guard = serve.make(serve.Asked(output, review=True))
    browser = Browser(guard)
    page = browser.get(f"/granska?token={site_of(datasette).token}&tabell=amounts")
    page = browser.get("/granska?tabell=amounts")
    asked = browser.send(page, {"svar": "correct", "falt_value": "2 000 000", "falt_text": '<b>"'}, 1)
    assert "Vad heter du?" in asked.text
    assert Corrections(output).all() == []
    blank = browser.send(asked, {"namn": "   "})
    assert "Vad heter du?" in blank.text
    assert "<b>" not in blank.text
    after = browser.send(blank, {"namn": " Åsa  Öhman "})
    assert "Rättad." in after.text
    said = Corrections(output).all()
    assert ("value", "2000000", "Åsa Öhman") in {(c.column, c.new, c.who) for c in said}
    browser.send(browser.get("/granska"), {"svar": "accept"})
    assert {c.who for c in Corrections(output).all()} == {"Åsa Öhman"}
    assert 'name="namn" value="Åsa Öhman"' in browser.get("/granska").text
    files_of(datasette).close()


def test_the_list_and_its_csv(opened: tuple[Browser, Path]) -> None:
    browser, output = opened
    _, key, cells = amount_of(output)
    Corrections(output).add("correct", "amounts", key, cells, "=HYPERLINK(1)", "value", "-5")
    listed = browser.get("/granska/rattelser")
    assert "gäller" in listed.text
    table = list(csv.DictReader(io.StringIO(browser.get("/granska/rattelser.csv").text)))
    assert table[0]["who"] == "'=HYPERLINK(1)"
    assert (table[0]["new"], table[0]["state"], table[0]["row"]) == ("-5", "valid", key)
    assert "tillbaka" not in browser.send(listed, {"svar": "undo"}).text
    assert Corrections(output).all() == []


@pytest.mark.parametrize(
    "query", ["sida=0", "sida=99999", "sida=x", "tabell=nothing", "tvivel='", "senast=<script>", "senast=accept!x!y"]
)
def test_odd_addresses(opened: tuple[Browser, Path], query: str) -> None:
    browser, _ = opened
    answer = browser.get(f"/granska?{query}")
    assert answer.status_code == 200
    assert "<script>" not in answer.text


def test_what_is_private_stays_masked(tmp_path: Path) -> None:
    memo = replace(cases(60)[-1], confidence=0.3)
    output = store(tmp_path, [memo])
    for unmasked in (False, True):
        datasette, guard = serve.make(serve.Asked(output, review=True, unmasked=unmasked))
        browser = Browser(guard)
        browser.get(f"/granska?token={site_of(datasette).token}")
        page = browser.get("/granska")
        assert "review-card" in page.text
        assert ("Exempel" in page.text) is unmasked
        assert ("19811218" in page.text) is unmasked
        assert "<script>alert" not in page.text


@pytest.mark.parametrize("box", [(10, 10, 20, 20), (0, 0, 595, 842), (590, 835, 700, 900), (-50, -9, 3, 4), None])
@pytest.mark.parametrize("pixels", [0.5, 2])
def test_a_cut_lies_within_its_page(box: tuple[float, float, float, float] | None, pixels: float) -> None:
    sink = io.BytesIO()
    Image.new("L", (int(595 * pixels), int(842 * pixels)), 255).save(sink, "PNG")
    with Image.open(io.BytesIO(cropped(sink.getvalue(), (595, 842), box))) as part:
        assert 1 <= part.width <= 595 * pixels
        assert 1 <= part.height <= 842 * pixels
        if box and box[0] >= 0 and box[1] >= 0 and box[2] <= 595:
            assert part.width >= (box[2] - box[0]) * pixels - 2


def test_a_correction_shows_at_once_on_the_memos_page_and_then_in_the_search(output: Path) -> None:
    document_id, key, cells = amount_of(output)
    datasette, guard = serve.make(serve.Asked(output, review=True))
    browser = Browser(guard)
    before = browser.get(f"/handling/{document_id}").text
    Corrections(output).add("correct", "amounts", key, cells, "Eva", "value", "31415")
    after = browser.get(f"/handling/{document_id}.json").json()
    assert "granskad av en människa" not in before
    assert "granskad av en människa" in browser.get(f"/handling/{document_id}").text
    assert "31415" in str(after)
    datasette, guard = serve.make(serve.Asked(output))
    table = Browser(guard).get(f"/{site_of(datasette).database}/amounts.json?id={key}&_shape=objects").json()
    assert [row["value"] for row in table["rows"]] == [31415]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_field_has_its_words(lang: Lang) -> None:
    say = sayer(lang)
    for table, names in corrections.EDITABLE.items():
        assert say(f"table.{table}")
        cells = dict.fromkeys(columns(table), "")
        shown = card_fields(table, cells, lang)
        assert [field.column for field in shown] == list(names)
        for field in shown:
            assert field.label
            listed = dict(field.choices)
            assert set(listed) == set(VOCABULARIES.get((table, field.column), ()))
            assert all(listed.values())


def test_review_in_english(output: Path) -> None:
    datasette, guard = serve.make(serve.Asked(output, review=True, lang="en"))
    browser = Browser(guard)
    page = browser.get(f"/granska?token={site_of(datasette).token}")
    assert "Review uncertain facts" in page.text
    assert "Corrections and acceptances" in browser.get("/granska/rattelser").text
    assert browser.send(page, {"svar": "accept"}).status_code == 200
