"""Other kinds of files: two memos as office documents, a scan as a TIFF of several pages, a page as PNG."""

from pathlib import Path

from PIL import Image


def make(name: str, digital: Path, pages: list[Image.Image], folder: Path) -> None:
    """Write those files that this memo is chosen for."""
