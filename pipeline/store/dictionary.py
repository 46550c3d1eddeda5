"""The data dictionary: every table's columns, types, meanings and closed vocabularies, as text or Markdown."""

from pipeline.messages import Lang
from pipeline.resources import toml
from pipeline.store.schema import value_type
from pipeline.tables import TABLES, VOCABULARIES, columns

_TYPE_NAMES: dict[str, tuple[str, str]] = {
    "str": ("text", "text"),
    "int": ("heltal", "integer"),
    "float": ("tal", "number"),
    "Decimal": ("tal", "number"),
    "bool": ("true/false", "true/false"),
}


def _entries(table: str, lang: Lang) -> list[tuple[str, str, str]]:
    meanings = toml("data/columns.toml")[table]
    entries = []
    for column in columns(table):
        meaning = meanings[column][lang]
        if (table, column) in VOCABULARIES:
            meaning += " [" + ", ".join(VOCABULARIES[table, column]) + "]"
        kind = _TYPE_NAMES[value_type(table, column).__name__][lang == "en"]
        entries.append((column, kind, meaning))
    return entries


def as_text(lang: Lang, only: str | None = None) -> str:
    """The dictionary for the terminal; of one table or of all."""
    lines: list[str] = []
    for table in [only] if only else TABLES:
        lines += [f"{table}.csv – {toml('data/columns.toml')[table]['_table'][lang]}", ""]
        lines += [f"  {column:18} {kind:11} {meaning}" for column, kind, meaning in _entries(table, lang)]
        lines.append("")
    return "\n".join(lines)


def as_markdown(lang: Lang) -> str:
    """The dictionary as `docs/tables.md` (English) and `docs/tabeller.md` (Swedish) hold it."""
    heads = {
        "sv": ("# Tabellerna", "| kolumn | slag | betydelse |", "Gjord av `python -m pipeline.store.dictionary sv`."),
        "en": ("# The tables", "| column | type | meaning |", "Made by `python -m pipeline.store.dictionary en`."),
    }
    title, head, made = heads[lang]
    lines = [title, "", made]
    for table in TABLES:
        lines += ["", f"## {table}.csv", "", toml("data/columns.toml")[table]["_table"][lang] + ".", ""]
        lines += [head, "| --- | --- | --- |"]
        lines += [f"| {column} | {kind} | {meaning} |" for column, kind, meaning in _entries(table, lang)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    import sys

    sys.stdout.write(as_markdown("sv" if sys.argv[1:] == ["sv"] else "en"))
