"""What the tests of the site's pages share: sites that are made once, and a way to ask them."""

import asyncio
import tempfile
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from datasette.app import DatasetteClient  # type: ignore[import-untyped, unused-ignore]

from pipeline.site.serve import Asked, make
from tests.site.make import FEW, ran, varied

READ = (*FEW, "digital/09-individual.pdf")
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr", "path", "circle", "rect"}


def served(output: Path, **how: Any) -> Any:
    """The Datasette object that serves an output folder."""
    datasette, _ = make(Asked(output, **how))
    datasette.client = DatasetteClient(datasette)  # its own was made before it knew that it is a site
    return datasette


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="lupp-test-", ignore_cleanup_errors=True)


@cache
def made_up() -> Any:
    """A site of made-up memos."""
    return served(varied(Path(_folder().name) / "varied"))


@cache
def really_read() -> Any:
    """A site of samples that were really read."""
    return served(ran(Path(_folder().name) / "ran", READ))


@cache
def unmasked() -> Any:
    """The same without masking."""
    really_read()
    return served(Path(_folder().name) / "ran" / "out", unmasked=True)


@cache
def english() -> Any:
    """The made-up memos in English."""
    made_up()
    return served(Path(_folder().name) / "varied" / "out", lang="en")


def get(datasette: Any, path: str, **how: Any) -> Any:
    """The answer to a request."""
    return asyncio.run(datasette.client.get(path, **how))


def documents(datasette: Any) -> dict[str, str]:
    """document_id by file name."""
    found = get(datasette, "/" + datasette._lupp_site.database + "/documents.json?_shape=array&_size=max").json()
    return {row["source"]: row["document_id"] for row in found}


class Page(HTMLParser):
    """A page's elements and text; `wrong` tells of tags that are not closed as they should."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(html)
        self.wrong += self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def addresses(self) -> list[str]:
        return [a["href"] or "" for a in self.all("a") if a.get("href")]
