"""What can go wrong, as values; and the exit codes of the command.

A fault in a document is a `Problem`: it travels with the page or the memo, ends in `documents.message`, and stops
nothing else. An exception is a fault in the program. Their wording, in Swedish and English, stands in
`data/messages.toml` under `problem.<kind>`.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class ExitCode(IntEnum):
    """What `lupp` tells the shell."""

    OK = 0  # every file was read (or skipped because it is no kind of file that is read)
    SOME_FAILED = 1  # the run finished, but some file failed: see documents.csv
    USAGE = 2  # the command was given wrongly
    SETUP = 3  # something that the program needs is not installed, or the output folder cannot be used
    INTERRUPTED = 130  # stopped by Ctrl-C; what was read is kept
    TERMINATED = 143  # stopped by SIGTERM or SIGHUP; what was read is kept


class Stage(StrEnum):
    """Where on the way from file to table a problem was met."""

    READ = "read"
    MEMO = "memo"
    EXTRACT = "extract"
    STORE = "store"


class Level(StrEnum):
    """What a problem does to its document's status. The worst one decides."""

    NOTE = "note"  # told in the message only
    REVIEW = "review"
    SKIPPED = "skipped"
    FAILED = "failed"


class Kind(StrEnum):
    """Every kind of problem there is. `LEVELS` says how bad each is."""

    # the file
    EMPTY_FILE = "empty_file"
    NO_PERMISSION = "no_permission"
    VANISHED = "vanished"
    UNSUPPORTED = "unsupported"
    NOT_A_FILE = "not_a_file"
    OWN_OUTPUT = "own_output"
    DAMAGED = "damaged"
    OTHER_CONTENT = "other_content"
    PASSWORD = "password"
    NO_PAGES = "no_pages"
    TOO_LARGE = "too_large"
    FOLDER_UNREADABLE = "folder_unreadable"
    CRASHED = "crashed"
    ARCHIVE_LOCKED = "archive_locked"
    ARCHIVE_METHOD = "archive_method"
    ARCHIVE_EMPTY = "archive_empty"
    # a page
    PAGE_FAILED = "page_failed"
    OCR_FAILED = "ocr_failed"
    OCR_MISSING = "ocr_missing"
    NO_READER = "no_reader"
    ONE_READER = "one_reader"
    NO_TEXT = "no_text"
    # uncertain
    ENCODING_GUESSED = "encoding_guessed"
    NUL_BYTES = "nul_bytes"
    LOW_OCR = "low_ocr"
    LETTERS_RESTORED = "letters_restored"
    NO_MUNICIPALITY = "no_municipality"
    NO_DATE = "no_date"
    NO_TITLE = "no_title"
    NO_POINTS = "no_points"
    UNSURE_FIELDS = "unsure_fields"
    UNSURE_ROWS = "unsure_rows"
    UNCONFIRMED = "unconfirmed"
    UNREAD_NUMBERS = "unread_numbers"
    NUMBERS_LEFT_OUT = "numbers_left_out"
    TEXT_ONLY = "text_only"


LEVELS: dict[Kind, Level] = {
    Kind.EMPTY_FILE: Level.FAILED,
    Kind.NO_PERMISSION: Level.FAILED,
    Kind.VANISHED: Level.FAILED,
    Kind.UNSUPPORTED: Level.SKIPPED,
    Kind.NOT_A_FILE: Level.SKIPPED,
    Kind.OWN_OUTPUT: Level.SKIPPED,
    Kind.DAMAGED: Level.FAILED,
    Kind.OTHER_CONTENT: Level.FAILED,
    Kind.PASSWORD: Level.FAILED,
    Kind.NO_PAGES: Level.FAILED,
    Kind.TOO_LARGE: Level.FAILED,
    Kind.FOLDER_UNREADABLE: Level.FAILED,
    Kind.CRASHED: Level.FAILED,
    Kind.ARCHIVE_LOCKED: Level.FAILED,
    Kind.ARCHIVE_METHOD: Level.FAILED,
    Kind.ARCHIVE_EMPTY: Level.SKIPPED,
    Kind.PAGE_FAILED: Level.REVIEW,
    Kind.OCR_FAILED: Level.REVIEW,
    Kind.OCR_MISSING: Level.REVIEW,
    Kind.NO_READER: Level.FAILED,
    Kind.ONE_READER: Level.REVIEW,
    Kind.NO_TEXT: Level.FAILED,
    Kind.ENCODING_GUESSED: Level.REVIEW,
    Kind.NUL_BYTES: Level.REVIEW,
    Kind.LOW_OCR: Level.REVIEW,
    Kind.LETTERS_RESTORED: Level.NOTE,
    Kind.NO_MUNICIPALITY: Level.REVIEW,
    Kind.NO_DATE: Level.REVIEW,
    Kind.NO_TITLE: Level.REVIEW,
    Kind.NO_POINTS: Level.REVIEW,
    Kind.UNSURE_FIELDS: Level.REVIEW,
    Kind.UNSURE_ROWS: Level.REVIEW,
    Kind.UNCONFIRMED: Level.REVIEW,
    Kind.UNREAD_NUMBERS: Level.REVIEW,
    Kind.NUMBERS_LEFT_OUT: Level.REVIEW,
    Kind.TEXT_ONLY: Level.NOTE,  # no picture to read again: there is nothing that a person could do about each file
}


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong with a document.

    page: 1-based, None where it concerns the whole file. detail: what the message needs besides (a number, a
    program's own words), never a path of this machine.
    """

    stage: Stage
    kind: Kind
    page: int | None = None
    detail: str = ""

    @property
    def level(self) -> Level:
        return LEVELS[self.kind]
