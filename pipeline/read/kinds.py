"""What kind of file it is, told by its first bytes; the suffix tells text files and names what is damaged."""

import zipfile
from pathlib import Path

from pipeline.errors import Kind, Problem
from pipeline.read.faults import problem

PDF, IMAGE, TEXT, DOCX, ODT = "pdf", "image", "text", "docx", "odt"

HEAD_BYTES = 1024  # readers of PDF look for its mark within the first kilobyte
SUFFIXES = {
    ".pdf": PDF,
    ".png": IMAGE,
    ".jpg": IMAGE,
    ".jpeg": IMAGE,
    ".jpe": IMAGE,
    ".tif": IMAGE,
    ".tiff": IMAGE,
    ".txt": TEXT,
    ".docx": DOCX,
    ".odt": ODT,
}
IMAGE_MARKS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")
ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A DOCX with a password is an OLE file with this stream in it.
ENCRYPTED_OOXML = "EncryptedPackage".encode("utf-16-le")
ODT_TYPES = (b"application/vnd.oasis.opendocument.text", b"application/vnd.oasis.opendocument.text-template")


def kind_of(path: Path) -> tuple[str, Problem | None]:
    """The file's kind, "" where it is none that is read; and what is wrong with the file, if anything.

    Never raises for what is wrong with the file. A file that is damaged beyond telling has the kind of its suffix.
    """
    by_suffix = SUFFIXES.get(path.suffix.lower(), "")
    try:
        if not path.exists():
            return by_suffix, problem(Kind.VANISHED)
        if not path.is_file():  # a folder, or a pipe that would never end
            return "", problem(Kind.UNSUPPORTED)
        size = path.stat().st_size
        with path.open("rb") as handle:
            head = handle.read(HEAD_BYTES)
    except PermissionError:
        return by_suffix, problem(Kind.NO_PERMISSION)
    except FileNotFoundError:
        return by_suffix, problem(Kind.VANISHED)
    except OSError as error:
        return by_suffix, problem(Kind.DAMAGED, error.strerror or "")
    if size == 0:
        return (by_suffix, problem(Kind.EMPTY_FILE)) if by_suffix else ("", problem(Kind.UNSUPPORTED))
    if head.startswith(IMAGE_MARKS):
        return IMAGE, None
    if head.startswith(ZIP_MARKS):  # before PDF: an archive that packs nothing shows its first file's mark too
        return _zip_kind(path, by_suffix)
    if b"%PDF-" in head:
        return PDF, None
    if head.startswith(OLE_MARK):
        return _ole_kind(path, by_suffix)
    if by_suffix == TEXT:
        return TEXT, None
    if by_suffix:
        if _is_text(head):
            return by_suffix, problem(Kind.OTHER_CONTENT, f"text, not {by_suffix}")
        return by_suffix, problem(Kind.DAMAGED, f"not a {by_suffix} file")
    return "", problem(Kind.UNSUPPORTED, path.suffix.lower().lstrip("."))


def _is_text(head: bytes) -> bool:
    """Whether a file begins as plain text does: in UTF-8, or in an older encoding without control characters."""
    if any(byte < 32 and byte not in b"\t\n\r\f" for byte in head):
        return False
    letters = sum(65 <= byte <= 90 or 97 <= byte <= 122 or byte in b" \t\r\n" for byte in head)
    return 2 * letters > len(head)


def _zip_kind(path: Path, by_suffix: str) -> tuple[str, Problem | None]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            mimetype = b""
            if "mimetype" in names and archive.getinfo("mimetype").file_size < HEAD_BYTES:
                mimetype = archive.read("mimetype").strip()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        if by_suffix in (DOCX, ODT):
            return by_suffix, problem(Kind.DAMAGED, "zip")
        return "", problem(Kind.UNSUPPORTED, "zip")
    if mimetype in ODT_TYPES:
        return ODT, None
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return DOCX, None
    if by_suffix == DOCX and not any(name.startswith(("xl/", "ppt/")) for name in names):
        return DOCX, problem(Kind.DAMAGED, "no document in it")
    if by_suffix == ODT and not mimetype:
        return (ODT, None) if "content.xml" in names else (ODT, problem(Kind.DAMAGED, "no document in it"))
    return "", problem(Kind.UNSUPPORTED, path.suffix.lower().lstrip("."))


def _ole_kind(path: Path, by_suffix: str) -> tuple[str, Problem | None]:
    if by_suffix == DOCX:
        try:
            with path.open("rb") as handle:
                if ENCRYPTED_OOXML in handle.read(1 << 24):
                    return DOCX, problem(Kind.PASSWORD)
        except OSError:
            return DOCX, problem(Kind.DAMAGED)
    return "", problem(Kind.UNSUPPORTED, "doc")
