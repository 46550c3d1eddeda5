"""A page's picture is the page that was read, with what is private painted over; an original is never another file."""

import asyncio
import hashlib
import io
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw

from pipeline.read.files import open_source, read_page
from pipeline.read.images import picture
from pipeline.site import images
from pipeline.site.images import SCALES, NoPicture, Painter, page_png, page_sizes
from pipeline.site.originals import Originals
from pipeline.site.pages_memo import files_of
from pipeline.sources import FOLDERS
from tests.site.make import SAMPLES
from tests.site.pages import documents, get, really_read, unmasked

MEMO = SAMPLES / "digital" / "08-two-bodies.pdf"
PRIVATE = SAMPLES / "digital" / "09-individual.pdf"


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("L")


def black(image: Image.Image, box: tuple[float, ...], scale: float) -> bool:
    """Whether a place in points is black all over; a picture of few colours has one that is nearly so."""
    return darkness(image.crop(tuple(round(v * scale) for v in box)))[1] < 12  # type: ignore[arg-type]


def darkness(image: Image.Image) -> tuple[int, int]:
    """The darkest and the brightest grey."""
    low, high = image.getextrema()
    assert isinstance(low, int)
    assert isinstance(high, int)
    return low, high


def turned(path: Path, degrees: int) -> Path:
    """A copy of a PDF whose pages are shown turned."""
    pdf = pdfium.PdfDocument(MEMO)
    for page in pdf:
        page.set_rotation(degrees)
    pdf.save(path)
    return path


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_boxes_of_words_lie_on_their_ink(tmp_path: Path, degrees: int) -> None:
    path = turned(tmp_path / "a.pdf", degrees)
    source = open_source(path)
    page = read_page(path, source.kind, 1)
    sizes = page_sizes(path, "pdf", 1, 2)
    assert len(sizes) == 2
    image = opened(page_png(path, "pdf", 1, 2.0))
    assert [round(v * 2) for v in sizes[0]] == pytest.approx(image.size, abs=2)
    words = [word for word in page.words if len(word.text) > 6][:20]
    assert words
    for word in words:
        box = page.shown(word.box)
        part = image.crop((int(box.x0 * 2), int(box.y0 * 2), int(box.x1 * 2) + 1, int(box.y1 * 2) + 1))
        low, high = darkness(part)
        assert low < 120 < high, (word.text, degrees)


def test_a_scans_boxes_are_in_its_own_points(tmp_path: Path) -> None:
    image = Image.new("L", (1700, 2200), 255)
    ImageDraw.Draw(image).rectangle((340, 440, 680, 480), fill=0)
    for suffix, how in (("png", {"dpi": (200, 200)}), ("tif", {"dpi": (200, 200), "compression": "tiff_lzw"})):
        path = tmp_path / f"a.{suffix}"
        image.save(path, **how)
        assert page_sizes(path, "image", 1, 1)[0] == pytest.approx((612, 792), abs=0.5)
        drawn = opened(page_png(path, "image", 1, 1.0))
        assert drawn.size == (612, 792)
        assert black(drawn, (126, 161, 240, 170), 1.0)


def test_pages_of_a_tiff(tmp_path: Path) -> None:
    pages = [Image.new("1", (850, 1100), value) for value in (0, 1)]
    path = tmp_path / "a.tif"
    pages[0].save(path, save_all=True, append_images=pages[1:], dpi=(100, 100))
    assert opened(page_png(path, "image", 1, 1.0)).getextrema() == (0, 0)
    assert opened(page_png(path, "image", 2, 1.0)).getextrema() == (255, 255)


def test_sizes_are_those_of_the_pictures(tmp_path: Path) -> None:
    fax = Image.new("L", (1728, 1078), 255)
    fax.save(tmp_path / "fax.tif", dpi=(204, 98))
    turned = Image.new("L", (800, 600), 255)
    exif = Image.Exif()
    exif[0x0112] = 6
    turned.save(tmp_path / "turned.jpg", dpi=(100, 100), exif=exif)
    for name in ("fax.tif", "turned.jpg"):
        image, dpi, _ = picture(tmp_path / name, 1)
        size = page_sizes(tmp_path / name, "image", 1, 1)[0]
        assert size == pytest.approx((image.width * 72 / dpi, image.height * 72 / dpi), abs=1)
    assert size == pytest.approx((432, 576), abs=1)


def test_boxes_are_painted_over() -> None:
    box = (100.0, 100.0, 300.0, 130.0)
    image = opened(page_png(MEMO, "pdf", 1, 1.5, (box,)))
    assert black(image, box, 1.5)
    assert not black(image, (100.0, 140.0, 300.0, 170.0), 1.5)
    page_png(MEMO, "pdf", 1, 0.5, ((-50.0, -50.0, 9999.0, 20.0), (300.0, 300.0, 300.0, 300.0)))


def test_words_of_the_text_layer_are_painted_over_without_a_box() -> None:
    page = read_page(PRIVATE, "pdf", 1)
    named = [page.shown(word.box) for word in page.words if word.text.startswith("Rune")]
    assert named
    private = ((("person", "Ru" + "•" * 12),), " ".join(word.text for word in page.words))
    image = opened(page_png(PRIVATE, "pdf", 1, 2.0, (), private))
    plain = opened(page_png(PRIVATE, "pdf", 1, 2.0))
    assert all(black(image, box, 2.0) for box in named)
    assert not any(black(plain, box, 2.0) for box in named)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 trasig", b"x" * 5000, b"\x89PNG\r\n\x1a\n" + b"\0" * 99])
@pytest.mark.parametrize("kind", ["pdf", "image"])
def test_a_damaged_file_gives_no_picture(tmp_path: Path, content: bytes, kind: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(content)
    with pytest.raises(NoPicture):
        page_png(path, kind, 1, 1.0)
    with pytest.raises(NoPicture):
        page_sizes(path, kind, 1, 1)


def test_a_page_that_is_not_there() -> None:
    for number in (3, 0, -1, 99999):
        with pytest.raises(NoPicture):
            page_png(MEMO, "pdf", number if number else 99, 1.0)


def test_a_huge_page_is_drawn_small(tmp_path: Path) -> None:
    pdf = pdfium.PdfDocument.new()
    pdf.new_page(14_400, 14_400)
    pdf.save(tmp_path / "a.pdf")
    assert opened(page_png(tmp_path / "a.pdf", "pdf", 1, 3.0)).width <= 4_001


def _dies(*_: Any) -> bytes:
    os._exit(3)


def test_the_worker_may_die(monkeypatch: pytest.MonkeyPatch) -> None:
    painter = Painter()

    async def go() -> None:
        size = await painter.sizes("a", MEMO, "pdf", 1, 1)
        assert size[0] == pytest.approx((595, 842), abs=1)
        with pytest.raises(NoPicture):
            await painter._made("b", 0, _dies)
        assert (await painter.png("a", MEMO, "pdf", 1, 0.5))[:4] == b"\x89PNG"

    asyncio.run(go())
    painter.close()


def test_pictures_are_kept_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "CACHE_BYTES", 1000)
    painter = Painter()
    for number in range(30):
        painter._keep(number, b"x", 100)
    assert len(painter._kept) == 10
    painter._keep("large", b"x", 2000)
    assert "large" not in painter._kept


def test_a_picture_of_the_site() -> None:
    datasette = really_read()
    path = f"/handling/{documents(datasette)['08-two-bodies.pdf']}/sida/1.png"
    answer = get(datasette, path)
    assert answer.headers["content-type"] == "image/png"
    assert opened(answer.content).size == pytest.approx((893, 1263), abs=2)
    again = get(datasette, path, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert opened(get(datasette, path + "?skala=0.5").content).width == pytest.approx(298, abs=1)
    for odd in ("4", "1000", "0", "-1", "nan", "x", "1e9"):
        assert get(datasette, f"{path}?skala={odd}").status_code == 400
    assert get(datasette, path.replace("/1.png", "/3.png")).status_code == 404
    assert {f"{scale:g}" for scale in SCALES} == {"0.5", "1", "1.5", "2", "3"}


def test_a_masked_picture_and_no_original() -> None:
    document_id = documents(really_read())["09-individual.pdf"]
    page = read_page(PRIVATE, "pdf", 1)
    boxes = [page.shown(word.box) for word in page.words if word.text.startswith("Rune") or word.text.startswith("19")]
    masked, plain = (
        opened(get(site, f"/handling/{document_id}/sida/1.png?skala=2").content) for site in (really_read(), unmasked())
    )
    hidden = [box for box in boxes if black(masked, box, 2.0)]
    assert len(hidden) >= 5
    assert not any(black(plain, box, 2.0) for box in boxes)
    refused = get(really_read(), f"/handling/{document_id}/original")
    assert refused.status_code == 403
    assert "personuppgifter" in refused.text
    given = get(unmasked(), f"/handling/{document_id}/original")
    assert given.content == PRIVATE.read_bytes()


def test_an_original_is_to_be_saved_not_shown() -> None:
    answer = get(really_read(), f"/handling/{documents(really_read())['08-two-bodies.pdf']}/original")
    assert answer.content == MEMO.read_bytes()
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith('attachment; filename="08-two-bodies.pdf"')
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_changed_original_is_not_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    datasette = really_read()
    document_id = documents(datasette)["08-two-bodies.pdf"]
    monkeypatch.setattr(files_of(datasette), "originals", Originals(tmp_path))
    assert get(datasette, f"/handling/{document_id}/original").status_code == 404
    assert get(datasette, f"/handling/{document_id}/sida/1.png").status_code == 404
    html = get(datasette, f"/handling/{document_id}").text
    assert "ligger inte kvar" in html
    assert 'class="memo-text"' in html


@pytest.fixture
def folder(tmp_path: Path) -> tuple[Path, Path]:
    """An output folder and the folder `arkiv` that it knows of."""
    output, source = tmp_path / "out", tmp_path / "arkiv"
    output.mkdir()
    source.mkdir()
    (output / FOLDERS).write_text(json.dumps({"arkiv": str(source)}), encoding="utf-8")
    return output, source


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_files_are_found_by_ledger_and_bytes(folder: tuple[Path, Path]) -> None:
    output, source = folder
    (source / "å").mkdir()
    (source / "å" / "b.pdf").write_bytes(b"memo")
    originals = Originals(output)
    place = [("arkiv", "å/b.pdf")]
    assert originals.find(sha256(b"memo"), place) == source / "å" / "b.pdf"
    assert originals.find(sha256(b"other"), place) is None
    assert originals.find(sha256(b"memo"), [("annat", "å/b.pdf")]) is None
    (source / "å" / "b.pdf").write_bytes(b"changed")
    assert originals.find(sha256(b"memo"), place) is None


def test_a_folder_that_was_moved_can_be_named(folder: tuple[Path, Path], tmp_path: Path) -> None:
    output, source = folder
    (source / "b.pdf").write_bytes(b"memo")
    source.rename(tmp_path / "annanstans")
    place = [("arkiv", "b.pdf")]
    assert Originals(output).find(sha256(b"memo"), place) is None
    assert Originals(output, [tmp_path / "annanstans"]).find(sha256(b"memo"), place) is not None


@pytest.mark.parametrize(
    "relative",
    ["../hemlig", "x/../../hemlig", "/etc/passwd", "", ".", "..", "x//hemlig", "lank", "lank/hemlig", "fil\0",
     "x" * 5000],
)  # fmt: skip
def test_nothing_outside_the_folder(folder: tuple[Path, Path], tmp_path: Path, relative: str) -> None:
    output, source = folder
    (tmp_path / "ut").mkdir()
    for secret in (tmp_path / "hemlig", tmp_path / "ut" / "hemlig"):
        secret.write_bytes(b"hemlig")
    (source / "x").mkdir()
    (source / "lank").symlink_to(tmp_path / ("hemlig" if relative == "lank" else "ut"))
    known = [sha256(b"hemlig"), sha256(Path("/etc/passwd").read_bytes())]
    assert [Originals(output).find(one, [("arkiv", relative)]) for one in known] == [None, None]


def test_files_of_archives(folder: tuple[Path, Path]) -> None:
    output, source = folder
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("djup/c.txt", "djupt")
    with zipfile.ZipFile(source / "a.zip", "w") as archive:
        archive.writestr("b.txt", "text")
        archive.writestr("../ut.txt", "ut")
        archive.writestr("i.zip", inner.getvalue())
    originals = Originals(output)
    found = originals.find(sha256(b"text"), [("arkiv", "a.zip/b.txt")])
    assert found is not None
    assert found.read_bytes() == b"text"
    assert originals.find(sha256(b"text"), [("arkiv", "a.zip/b.txt")]) == found
    deep = originals.find(sha256(b"djupt"), [("arkiv", "a.zip/i.zip/djup/c.txt")])
    assert deep is not None
    assert deep.read_text() == "djupt"
    assert originals.find(sha256(b"text"), [("arkiv", "a.zip")]) == found  # by its bytes, once it is unpacked
    assert originals.find(sha256(b"nix"), [("arkiv", "a.zip/nix.txt")]) is None
    originals.close()
    assert not found.exists()


def test_a_name_that_is_not_utf8(folder: tuple[Path, Path]) -> None:
    output, source = folder
    (source / os.fsdecode(b"b\xf6rs.txt")).write_bytes(b"memo")
    assert Originals(output).find(sha256(b"memo"), [("arkiv", "b\\xf6rs.txt")]) is not None
