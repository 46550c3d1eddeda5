"""What the members of a ZIP archive are called: as text, in the letters that were meant, and leading nowhere."""

import struct
import unicodedata
import zipfile
import zlib

UTF8_FLAG = 0x800
UNICODE_PATH = 0x7075  # Info-ZIP's extra field with the name in UTF-8
LONGEST = 1000
# What programs have written names in, where the archive doesn't say: DOS, Windows, old Macs. DOS is the standard's.
ENCODINGS = ("cp850", "cp1252", "mac_roman")
# Letters of Swedish names, and of names in its neighbours; anything else above ASCII speaks against an encoding.
LIKELY = {**dict.fromkeys("åäöÅÄÖé", 1.0), **dict.fromkeys("ÉüÜøæØÆàèáíóñ§–—’´½", 0.5)}


def member_name(part: zipfile.ZipInfo) -> str:
    """The member's path within the archive, with `/` between its parts and none of them `..`, a drive or empty."""
    name = decoded_name(part).replace("\\", "/").replace("\0", "")
    parts = [p.strip() for p in name.split("/")]
    kept = [p for p in parts if p and p not in (".", "..")]
    if len(kept) > 1 and len(kept[0]) == 2 and kept[0].endswith(":"):
        kept = kept[1:]
    return unicodedata.normalize("NFC", "/".join(kept))[-LONGEST:].lstrip("/") or "?"


def decoded_name(part: zipfile.ZipInfo) -> str:
    """The name as its writer meant it. zipfile reads a name that isn't marked as UTF-8 as cp437, whatever it is."""
    if part.flag_bits & UTF8_FLAG or part.orig_filename.isascii():
        return part.orig_filename
    try:
        raw = part.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return part.orig_filename
    if extra := _unicode_path(part.extra, raw):
        return extra
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    candidates = [raw.decode(encoding, "replace") for encoding in ENCODINGS]
    return max(candidates, key=_likeness)  # of equals the first


def _likeness(name: str) -> float:
    return sum(LIKELY.get(c, -1.0) for c in name if not c.isascii())


def _unicode_path(extra: bytes, raw: bytes) -> str:
    """The name in Info-ZIP's extra field, "" where there is none or it belongs to an older name."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        data, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == UNICODE_PATH and len(data) > 5 and data[0] == 1:
            (crc,) = struct.unpack_from("<I", data, 1)
            if crc == zlib.crc32(raw):
                return data[5:].decode("utf-8", "replace")
    return ""


def without_clash(name: str, taken: set[str]) -> str:
    """The name, with a number where the archive has several of it; it is added to `taken`."""
    stem, dot, suffix = name.rpartition(".")
    if not dot or "/" in suffix or not stem:
        stem, suffix = name, ""
    number, chosen = 1, name
    while chosen in taken:
        number += 1
        chosen = f"{stem} ({number})" + (f".{suffix}" if suffix else "")
    taken.add(chosen)
    return chosen
