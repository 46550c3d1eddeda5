"""The site in a real browser: found, narrowed, opened, lit, cited, taken along, reviewed; on a phone, dark, and without
JavaScript; nothing that axe-core objects to."""

import csv
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.site import serve
from pipeline.site.corrections import Corrections
from tests.site.browser import FLAGS, Running, chromium, driver_starts, make_doubtful, running
from tests.site.make import ran

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install -e .[dev]")
axe_api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        chromium() is None,
        reason="no Chromium that can be driven: apt-get install chromium (Ubuntu's is a snap, which can't)",
    ),
    pytest.mark.skipif(not driver_starts(), reason="Playwright's driver does not start: apt-get install libatomic1"),
]
ATOM = "{http://www.w3.org/2005/Atom}"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    output = ran(tmp_path_factory.mktemp("browser"), ("digital/03-city.pdf", "digital/10-minutes.pdf"))
    make_doubtful(output)
    with running(serve.Asked(output, review=True)) as made:
        yield made


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield made
        made.close()


@pytest.fixture
def page(browser: Any, site: Running) -> Iterator[Any]:
    """A page on a desk; what it complains of, or is refused by its policy, fails the test."""
    yield from opened(browser, site, viewport=DESK)


def opened(browser: Any, site: Running, **how: Any) -> Iterator[Any]:
    context = browser.new_context(base_url=site.address, accept_downloads=True, **how)
    made = context.new_page()
    made.set_default_timeout(20_000)
    wrong: list[str] = []
    made.on("pageerror", lambda error: wrong.append(str(error)))
    refused = "status of 400"  # an answer in review that makes no sense is told so
    made.on(
        "console", lambda said: wrong.append(said.text) if said.type == "error" and refused not in said.text else None
    )
    made.on("request", lambda asked: wrong.append(asked.url) if not asked.url.startswith(site.address) else None)
    yield made
    context.close()
    assert wrong == []


def objections(page: Any, only: str = "") -> list[str]:
    """What axe-core finds by WCAG 2.1 A and AA and its own best practice; only: of one rule."""
    result = axe_api.Axe().run(page, options={"runOnly": [only]} if only else None)
    return [f"{v['id']}: {node['html'][:120]}" for v in result.response["violations"] for node in v["nodes"]]


def search(page: Any, words: str) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/sok?*")


def a_point(site: Running) -> tuple[str, str]:
    """A decision with its place on a page: document_id and decision_id."""
    from pipeline.site.corrections import read_only

    db = read_only(site.output)
    row = db.execute(
        "SELECT d.document_id, d.decision_id FROM decisions d JOIN documents USING (document_id)"
        " WHERE d.box IS NOT NULL AND kind = 'proposal' AND documents.document_type = 'memo' ORDER BY 2"
    ).fetchone()
    db.close()
    return row[0], row[1]


def test_search_narrow_and_open(page: Any) -> None:
    search(page, "nämnden")
    hits = page.locator("article.hit")
    before = hits.count()
    assert before >= 2
    assert page.locator("article.hit mark").count() > 0
    facet = page.locator(".facet a").filter(has_not=page.locator("[aria-current]")).first
    named = facet.locator(".name").inner_text()
    wanted = int(re.sub(r"\D", "", facet.locator(".count").inner_text()))
    facet.click()
    page.wait_for_load_state()
    assert named in page.locator(".chips").inner_text()
    assert page.locator("#traffar").inner_text().startswith(f"{wanted} träff")
    page.locator(".chips a").first.click()
    page.wait_for_load_state()
    assert hits.count() == before
    hits.first.locator("a").first.click()
    page.wait_for_url("**/handling/**")
    assert page.locator("h1").inner_text()


def test_other_inflections_and_lost_letters_find_too(page: Any) -> None:
    search(page, "förskola")
    first = page.locator("article.hit").first.inner_text()
    search(page, "forskolor")
    assert page.locator("article.hit").first.inner_text() == first


def test_pointing_at_a_fact_lights_the_page_and_the_other_way_round(page: Any, site: Running) -> None:
    document_id, decision_id = a_point(site)
    key = f"b{decision_id.rpartition(':')[2]}"
    page.goto(f"/handling/{document_id}")
    picture = page.locator(".sheet img").first
    picture.scroll_into_view_if_needed()
    page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=picture.element_handle())
    fact, spot = page.locator(f"#uppgifter [data-key={key}]").first, page.locator(f"#plats-{key}")
    fact.hover()
    assert "lit" in (spot.get_attribute("class") or "")
    page.mouse.move(0, 0)
    spot.scroll_into_view_if_needed()
    spot.locator("rect").hover(force=True)
    assert "lit" in (fact.get_attribute("class") or "")
    assert page.locator(".pointed").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".pointed").is_visible()


def test_the_keyboard_alone_reaches_a_fact_and_lights_it(page: Any, site: Running) -> None:
    page.goto(f"/handling/{a_point(site)[0]}")
    page.locator("#uppgifter .place").first.focus()
    assert page.locator(".lit").count() > 0
    page.goto("/sok?q=n%C3%A4mnden")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "innehall"


def test_cite(page: Any, site: Running, browser: Any) -> None:
    document_id, _ = a_point(site)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.address)
    page.goto(f"/handling/{document_id}")
    said = page.locator("#citat-plain").inner_text()
    assert document_id in said
    page.locator("[data-copy=citat-plain]").click()
    page.wait_for_function(
        "text => navigator.clipboard.readText().then(copied => copied.trim() === text.trim())", arg=said
    )


def test_the_original_is_what_was_read(page: Any, site: Running) -> None:
    document_id, _ = a_point(site)
    page.goto(f"/handling/{document_id}")
    with page.expect_download() as waited:
        page.locator(f"a[href='/handling/{document_id}/original']").click()
    fetched = Path(waited.value.path()).read_bytes()
    assert fetched in [path.read_bytes() for path in (site.output.parent / "in").iterdir()]


def test_a_search_is_taken_along_as_csv_json_and_feed(page: Any) -> None:
    search(page, "nämnden")
    count = int(re.sub(r"\D", "", page.locator("#traffar").inner_text()))
    links = {
        link.split("?")[0]: link
        for link in page.eval_on_selector_all(".take a", "l => l.map(a => a.getAttribute('href'))")
    }
    table = page.request.get(links["/sok.csv"])
    assert table.headers["content-type"].startswith("text/csv")
    assert len(list(csv.DictReader(io.StringIO(table.body().decode("utf-8-sig"))))) == count
    assert page.request.get(links["/sok.json"]).json()["total"] == count
    feed = page.request.get(links["/sok.atom"])
    assert "atom+xml" in feed.headers["content-type"]
    entries = ET.fromstring(feed.body()).findall(f"{ATOM}entry")
    assert len(entries) == min(count, 50)
    address = entries[0].find(f"{ATOM}link")
    assert address is not None
    assert page.goto(address.attrib["href"]).status == 200


def test_review_by_keyboard(page: Any, site: Running) -> None:
    page.goto(f"/granska?token={site.token}")
    assert "token" not in page.url
    cards = page.locator(".review-card")
    many = cards.count()
    assert many >= 4
    picture = page.locator(".review-picture img").first
    page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=picture.element_handle())
    assert page.evaluate("scrollY") == 0  # what the page is for can be read
    for key, row in (("j", "rad-1"), ("j", "rad-2"), ("k", "rad-1")):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == row
    first = cards.first.locator("h2").inner_text()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("h1").inner_text() == "Vad heter du?"
    assert page.evaluate("document.activeElement.name") == "namn"
    page.keyboard.type("Eva Ek")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".review-count strong").inner_text() == "Godkänd."
    assert cards.count() == many - 1
    with page.expect_navigation():
        page.keyboard.press("u")
    assert cards.count() == many
    assert cards.first.locator("h2").inner_text() == first
    page.goto("/granska?tabell=amounts")
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.name") == "falt_value"
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("1.500")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".review-wrong").is_visible()
    assert page.evaluate("document.activeElement.name") == "falt_value"
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("1500")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".review-count strong").inner_text() == "Rättad."
    assert [c.new for c in Corrections(site.output).all()] == ["1500"]
    page.goto("/granska/rattelser")
    assert "1500" in page.locator(".review-list").inner_text()
    assert objections(page) == []


def test_a_stranger_does_not_review(browser: Any, site: Running) -> None:
    context = browser.new_context(base_url=site.address)
    made = context.new_page()
    assert made.goto("/granska").status == 403
    assert made.locator(".review-card").count() == 0
    assert objections(made) == []
    context.close()


def addresses(site: Running) -> list[str]:
    """One of each kind of page."""
    memo = f"/handling/{a_point(site)[0]}"
    return ["/", "/sok?q=n%C3%A4mnden", memo, f"/granska?token={site.token}", "/tackning", "/hjalp", "/om", "/api",
            "/finns/inte"]  # fmt: skip


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(browser: Any, site: Running, dark: bool) -> None:
    context = browser.new_context(
        base_url=site.address, viewport=DESK, color_scheme="dark" if dark else "light", reduced_motion="reduce"
    )
    made = context.new_page()
    found = {}
    for address in addresses(site)[: 4 if dark else None]:
        made.goto(address)
        if complaints := objections(made, "color-contrast" if dark else ""):
            found[address] = complaints
    ground = made.evaluate("getComputedStyle(document.body).backgroundColor")
    context.close()
    assert found == {}
    assert (sum(map(int, re.findall(r"\d+", ground)[:3])) < 200) is dark


def test_a_phone_needs_no_scrolling_sideways(browser: Any, site: Running) -> None:
    context = browser.new_context(base_url=site.address, viewport=PHONE, has_touch=True, is_mobile=True)
    made = context.new_page()
    wide = {}
    for address in addresses(site):
        made.goto(address)
        width = made.evaluate("document.documentElement.scrollWidth")
        if width > PHONE["width"]:
            wide[address] = width
    context.close()
    assert wide == {}


def test_without_javascript_one_can_search_read_and_review(browser: Any, site: Running) -> None:
    context = browser.new_context(base_url=site.address, java_script_enabled=False, viewport=DESK)
    made = context.new_page()
    made.goto("/")
    made.get_by_role("searchbox").fill("nämnden")
    made.get_by_role("searchbox").press("Enter")
    made.wait_for_url("**/sok?*")
    made.locator("article.hit a").first.click()
    made.wait_for_url("**/handling/**")
    assert made.locator("#uppgifter").is_visible()
    place = made.locator("#uppgifter .place").first
    place.click()
    assert "#" in made.url
    made.goto(f"/granska?token={site.token}")
    assert not made.locator("[data-script]").is_visible()
    made.get_by_role("button", name=re.compile("^Godkänn")).first.click()
    assert made.locator("h1").inner_text() == "Vad heter du?"  # asked once, with the first answer
    made.locator("input[name=namn]").fill("Eva Ek")
    made.locator("input[name=namn]").press("Enter")
    made.wait_for_url("**senast=accept**")
    made.get_by_role("button", name="Ångra", exact=True).click()
    made.wait_for_url("**senast=undo**")
    context.close()
