from pathlib import Path

from pipeline.read.page import Page


def odt_pages(path: Path) -> int:
    raise NotImplementedError


def odt_page(path: Path, number: int) -> Page:
    raise NotImplementedError
