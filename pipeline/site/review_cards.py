"""What is shown of each row in the queue: what was read, where it stands, and the fields in which to correct it."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pipeline.messages import Lang, describe
from pipeline.resources import toml
from pipeline.site import texts
from pipeline.site.corrections import EDITABLE, Cells
from pipeline.site.mask import MARK
from pipeline.site.record import Record
from pipeline.site.review_pictures import can_show, place, row_key
from pipeline.site.review_queue import Item, doubts_of
from pipeline.store.ledger import unpack
from pipeline.store.schema import to_text, value_type
from pipeline.tables import VOCABULARIES

Say = Callable[..., str]
_WORDS = {
    ("decisions", "action"): "action",
    ("decisions", "kind"): "kind",
    ("dates", "role"): "date_role",
    ("amounts", "role"): "amount_role",
    ("parties", "role"): "party_role",
    ("references", "kind"): "reference_kind",
    ("documents", "document_type"): "type",
}
_LONG = ("text", "title")
LONGEST_SAID = 200  # characters of a row in a few words
AROUND = 160  # characters of the text shown before and after


def sayer(lang: Lang) -> Say:
    """The function that gives the text `section.name` of the review pages."""
    told = toml("site/data/review.toml")

    def say(key: str, **parts: object) -> str:
        section, name = key.split(".")
        text: str = told[section][name][lang]
        return text.format(**parts) if parts else text

    return say


@dataclass(frozen=True, slots=True)
class Field:
    """A cell to correct. value: as the table has it; shown: as people say it; locked: masked, so not to be changed."""

    column: str
    label: str
    value: str
    shown: str
    choices: tuple[tuple[str, str], ...] = ()
    long: bool = False
    locked: bool = False
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A row as it is shown. fields: to correct; read: what the program read. stands: its words in the document.
    context: the text before, at and after its place, where there is no picture.
    """

    item: Item
    heading: str
    why: str
    how_sure: str
    fields: tuple[Field, ...]
    read: tuple[Field, ...]
    stands: str
    title: str
    municipality: str
    page: int | None
    picture: bool
    context: tuple[str, str, str] | None

    @property
    def shown(self) -> list[Field]:
        """What was read: the cells that hold something."""
        return [field for field in self.read if field.value]

    @property
    def said(self) -> str:
        """The row in a few words."""
        return shortened(self.stands or ", ".join(field.shown for field in self.shown), LONGEST_SAID)


def shortened(text: str, most: int) -> str:
    """A text of no more than so many characters, cut between words where there is one to cut after."""
    if len(text) <= most:
        return text
    head = text[: most - 2]
    if not (text[most - 2].isspace() or head[-1].isspace()):
        head = head.rsplit(maxsplit=1)[0]
    return head.rstrip(" ,;:–-\n") + " …"


def cells_of(record: Record, table: str, key: str) -> Cells | None:
    """A row's cells as text, masked where the record is; None where there is no such row."""
    row: dict[str, Any] | None = None
    if table == "documents" and key == record.document_id:
        row = record.document
    elif table != "documents":
        facts = record.points if table == "decisions" else record.group(table)
        row = next((fact.row for fact in facts if row_key(fact.row) == key), None)
    if row is None:
        return None
    return {name: to_text(value, value_type(table, name)) for name, value in row.items()}


def card(item: Item, record: Record, problems: str, unmasked: bool, lang: Lang) -> Card | None:
    """A row as it is shown, None where it is gone. problems: the document's in the ledger."""
    cells = cells_of(record, item.table, item.key)
    if cells is None:
        return None
    say = sayer(lang)
    where = place(record, item.key)
    picture = where is not None and can_show(record, unmasked)
    why = say(f"doubt.{item.doubt}")
    if item.doubt == "document":
        kinds = doubts_of(problems)
        why = describe([problem for problem in unpack(problems) if problem.kind in kinds], lang) or why
    sure = texts.how_often(item.weight, texts.sayer(lang)) if item.doubt == "unconfirmed" else ""
    read = fields(item.table, cells, lang)
    return Card(
        item=item,
        heading=say(f"table.{item.table}"),
        why=why,
        how_sure=sure,
        fields=read,
        read=read,
        stands=cells.get("text", ""),
        title=record.document["title"] or texts.sayer(lang)("memo.untitled"),
        municipality=record.document["municipality"] or "",
        page=int(cells["page"]) if cells.get("page") else None,
        picture=picture,
        context=None if picture or item.table == "documents" else context(record.text, cells.get("text", "")),
    )


def fields(
    table: str, cells: Cells, lang: Lang, typed: Cells | None = None, wrong: Cells | None = None
) -> tuple[Field, ...]:
    """The cells that can be corrected. typed: what a person put in instead; wrong: why that makes no sense."""
    say = sayer(lang)
    typed, wrong = typed or {}, wrong or {}
    made = []
    for column in EDITABLE[table]:
        value = typed.get(column, cells[column])
        if value_type(table, column) is Decimal and column not in typed and lang == "sv":
            value = value.replace(".", ",")
        choices = tuple((v, _word(table, column, v, lang)) for v in VOCABULARIES.get((table, column), ()))
        made.append(
            Field(
                column=column,
                label=say(f"column.{column}"),
                value=value,
                shown=dict(choices).get(value, value),
                choices=choices,
                long=column in _LONG and table in ("decisions", "documents"),
                locked=MARK in cells[column],
                wrong=wrong.get(column, ""),
            )
        )
    return tuple(made)


def _word(table: str, column: str, value: str, lang: Lang) -> str:
    if (table, column) == ("parties", "type"):
        return sayer(lang)(f"party_type.{value}")
    section = _WORDS.get((table, column))
    return texts.sayer(lang)(f"{section}.{value}") if section and texts.known(f"{section}.{value}") else value


def context(text: str, said: str) -> tuple[str, str, str] | None:
    """The text round the first place where something is said, None where it is not."""
    place = text.find(said) if said.strip() else -1
    if place < 0:
        return None
    end = place + len(said)
    return text[max(0, place - AROUND) : place], text[place:end], text[end : end + AROUND]
