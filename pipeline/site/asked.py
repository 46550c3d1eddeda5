"""What an address asks for, understood once: query, filters, order, page. And the addresses of other such questions."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import urlencode

from pipeline.site.model import Filters, Sort
from pipeline.tables import VOCABULARIES

# In addresses everything is Swedish and without å, ä, ö; the names of the filters are those of Filters.
NAMES = {
    "kind": "slag",
    "municipality": "kommun",
    "body": "organ",
    "year": "ar",
    "action": "atgard",
    "amount": "belopp",
    "party": "part",
    "certain": "saker",
}
ORDERS: dict[str, Sort] = {"traff": "relevance", "nyast": "newest", "aldst": "oldest", "belopp": "amount"}
YES, NO = ("ja", "true", "1"), ("nej", "false", "0")
LONGEST = 400  # characters of a query
MOST_VALUES = 20  # of one filter
MOST_PAGE = 10_000
USUAL_SIZE, MOST_SIZE = 20, 100
YEARS = range(1000, 3000)


class BadAsk(ValueError):  # noqa: N818
    """Something in an address makes no sense; args: key of a text, its parts."""

    def __init__(self, key: str, **parts: object) -> None:
        super().__init__(key, parts)
        self.key, self.parts = key, parts


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as an address puts it. order: a key of ORDERS, "" where none is named."""

    typed: str = ""
    chosen: Filters = field(default_factory=Filters)
    order: str = ""
    page: int = 1
    size: int = USUAL_SIZE

    @property
    def sort(self) -> Sort:
        """Best match first where something is searched for, else the newest."""
        if self.order:
            return ORDERS[self.order]
        return "relevance" if self.typed else "newest"

    @property
    def empty(self) -> bool:
        """Whether nothing is asked at all."""
        return not self.typed and self.chosen == Filters()

    def values(self, name: str) -> tuple[str, ...]:
        """What is chosen in a filter, as it stands in an address."""
        if name == "certain":
            return () if self.chosen.certain is None else ("ja" if self.chosen.certain else "nej",)
        return tuple(str(value) for value in getattr(self.chosen, name))

    def pairs(self, *, paging: bool = True) -> list[tuple[str, str]]:
        """The parameters of the address."""
        pairs = [("q", self.typed)] if self.typed else []
        pairs += [(short, value) for name, short in NAMES.items() for value in self.values(name)]
        for short, value in (("fran", self.chosen.amount_min), ("till", self.chosen.amount_max)):
            if value is not None:
                pairs.append((short, format(value, "f")))
        if self.order:
            pairs.append(("ordning", self.order))
        if paging and self.size != USUAL_SIZE:
            pairs.append(("antal", str(self.size)))
        if paging and self.page > 1:
            pairs.append(("sida", str(self.page)))
        return pairs

    def address(self, path: str = "/sok", *, paging: bool = True) -> str:
        """The address of this question."""
        pairs = self.pairs(paging=paging)
        return f"{path}?{urlencode(pairs)}" if pairs else path

    def toggled(self, name: str, value: str) -> "Asked":
        """The same with a filter's value chosen, or no longer chosen; on the first page."""
        if name == "certain":
            wanted = _certain(value)
            chosen = replace(self.chosen, certain=None if self.chosen.certain is wanted else wanted)
        else:
            given: Any = int(value) if name == "year" else value
            now: tuple[Any, ...] = getattr(self.chosen, name)
            values = tuple(v for v in now if v != given) if given in now else (*now, given)
            changed: dict[str, Any] = {name: values}
            chosen = replace(self.chosen, **changed)
        return replace(self, chosen=chosen, page=1)

    def only(self, name: str, value: str) -> "Asked":
        """The same with just this value of a filter."""
        none: dict[str, Any] = {name: None if name == "certain" else ()}
        return replace(self, chosen=replace(self.chosen, **none), page=1).toggled(name, value)


def asked(args: Any) -> Asked:
    """The question of a request. args: Datasette's, with `getlist`. Raises BadAsk."""
    typed = " ".join(_first(args, "q").split())
    if len(typed) > LONGEST:
        raise BadAsk("error.too_long", most=LONGEST)
    order = _first(args, "ordning")
    if order and order not in ORDERS:
        raise BadAsk("error.bad_sort", value=order[:60], choices=", ".join(ORDERS))
    return Asked(
        typed,
        _filters(args),
        order,
        _whole(_first(args, "sida"), 1, MOST_PAGE, "error.bad_page"),
        _whole(_first(args, "antal"), USUAL_SIZE, MOST_SIZE, "error.bad_size"),
    )


def _filters(args: Any) -> Filters:
    texts = {name: _values(args, short) for name, short in NAMES.items()}
    certain = {_certain(value) for value in texts["certain"]}
    return Filters(
        municipality=texts["municipality"],
        body=texts["body"],
        year=tuple(dict.fromkeys(map(_year, texts["year"]))),
        action=_among(texts["action"], VOCABULARIES["decisions", "action"], "atgard"),
        party=texts["party"],
        kind=_among(texts["kind"], VOCABULARIES["decisions", "kind"], "slag"),
        amount=texts["amount"],
        amount_min=_sum(_first(args, "fran")),
        amount_max=_sum(_first(args, "till")),
        certain=certain.pop() if len(certain) == 1 else None,
    )


def _first(args: Any, name: str) -> str:
    return str(next(iter(args.getlist(name)), "")).strip()


def _values(args: Any, name: str) -> tuple[str, ...]:
    given = [str(value).strip() for value in args.getlist(name)]
    values = tuple(dict.fromkeys(value for value in given if value))
    if len(values) > MOST_VALUES:
        raise BadAsk("error.too_many", most=MOST_VALUES)
    if any(len(value) > LONGEST for value in values):
        raise BadAsk("error.too_long", most=LONGEST)
    return values


def _whole(text: str, usual: int, most: int, key: str) -> int:
    if not text:
        return usual
    if not (text.isascii() and text.isdecimal()) or len(text) > 9 or not 1 <= int(text) <= most:
        raise BadAsk(key, most=most)
    return int(text)


def _year(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or len(text) != 4 or int(text) not in YEARS:
        raise BadAsk("error.bad_year", value=text[:60])
    return int(text)


def _certain(text: str) -> bool:
    if text in YES:
        return True
    if text in NO:
        return False
    raise BadAsk("error.bad_choice", value=text[:60], name="saker")


def _among(values: Iterable[str], known: Iterable[str], name: str) -> tuple[str, ...]:
    known = frozenset(known)
    values = tuple(values)
    for value in values:
        if value not in known:
            raise BadAsk("error.bad_choice", value=value[:60], name=name)
    return values


def _sum(text: str) -> Decimal | None:
    if not text:
        return None
    try:
        value = Decimal("".join(text.split()).replace(",", "."))
    except InvalidOperation:
        raise BadAsk("error.bad_amount", value=text[:60]) from None
    if not value.is_finite() or abs(value) > Decimal(10) ** 15:
        raise BadAsk("error.bad_amount", value=text[:60])
    return value
