"""The tables of `search.sqlite`: those of the contract, the texts, the readings, and what the search needs.

`search_points` and `search_memos` are FTS5 tables without content or positions. Their tokens are stems, parts and
words with one letter before them that says where they stand (see TOKENS); `search_point_words` and `search_memo_words`
hold the words themselves with positions, for phrases. A row has the number of its unit in `pipeline.site.columns`.
"""

from dataclasses import fields

from pipeline.store.schema import value_type
from pipeline.tables import TABLES

INDEX_VERSION = 3

# The letter before a token of search_points and search_memos.
TOKENS = {
    "word": "w",  # stem of a word of the point
    "part": "p",  # folded stem of a part of a compound in the point
    "exact": "e",  # a word of the point or the title as it stands, in small letters
    "title": "t",  # stem of a word of the title
    "title_part": "q",
    "name": "n",  # stem of a word of a party's, a body's, an office's name
    "name_part": "o",
    "text": "x",  # stem of a word of the memo's text
    "text_part": "y",
}

_SQL = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER"}

_SEARCH = """
CREATE TABLE texts (document_id TEXT PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE readings (document_id TEXT NOT NULL, page INTEGER NOT NULL, box TEXT NOT NULL, "first" TEXT NOT NULL,
    second TEXT NOT NULL);
CREATE TABLE search_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE search_point_ids ("number" INTEGER PRIMARY KEY, decision_id TEXT NOT NULL, amount_sek REAL);
CREATE TABLE search_memo_ids ("number" INTEGER PRIMARY KEY, document_id TEXT NOT NULL);
CREATE TABLE search_stems (stem TEXT PRIMARY KEY, folded TEXT NOT NULL, skeleton TEXT NOT NULL,
    known INTEGER NOT NULL, uses INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE search_words (word TEXT PRIMARY KEY, folded TEXT NOT NULL, backward TEXT NOT NULL, skeleton TEXT NOT NULL,
    stem TEXT NOT NULL, uses INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE search_values (facet TEXT NOT NULL, "number" INTEGER NOT NULL, value TEXT NOT NULL, folded TEXT NOT NULL,
    PRIMARY KEY (facet, "number")) WITHOUT ROWID;
CREATE TABLE search_numbers (normal TEXT NOT NULL, unit INTEGER NOT NULL, memo INTEGER NOT NULL,
    PRIMARY KEY (normal, unit, memo)) WITHOUT ROWID;
CREATE TABLE search_forms (document_id TEXT PRIMARY KEY, others TEXT NOT NULL, is_first INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE search_columns (name TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE search_points USING fts5 (tokens, content='', detail=none, columnsize=0,
    tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE search_memos USING fts5 (tokens, content='', detail=none, columnsize=0,
    tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE search_point_words USING fts5 (words, title, content='', columnsize=0,
    tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE search_memo_words USING fts5 (title, names, text, content='', columnsize=0,
    tokenize='unicode61 remove_diacritics 2');
"""

INDEXES = """
CREATE INDEX search_stems_folded ON search_stems (folded, stem);
CREATE INDEX search_words_folded ON search_words (folded);
CREATE INDEX search_words_backward ON search_words (backward);
CREATE INDEX search_words_skeleton ON search_words (skeleton);
CREATE INDEX search_stems_skeleton ON search_stems (skeleton);
CREATE INDEX decisions_document ON decisions (document_id);
CREATE INDEX dates_document ON dates (document_id);
CREATE INDEX amounts_document ON amounts (document_id);
CREATE INDEX parties_document ON parties (document_id);
CREATE INDEX references_document ON "references" (document_id);
CREATE INDEX privacy_document ON privacy (document_id);
CREATE INDEX readings_document ON readings (document_id);
CREATE INDEX documents_place ON documents (municipality, addressee, date);
CREATE INDEX decisions_earlier ON decisions (body, date) WHERE kind = 'earlier';
"""


def create() -> str:
    """The SQL that makes every table."""
    made = [_SEARCH]
    for name, row in TABLES.items():
        columns = [f'"{f.name}" {_SQL.get(value_type(name, f.name), "REAL")}' for f in fields(row)]
        key = next(f.name for f in fields(row) if f.name in ("id", "decision_id") or name == "documents")
        made.append(f'CREATE TABLE "{name}" ({", ".join(columns)}, PRIMARY KEY ("{key}"));')
    return "\n".join(made)
