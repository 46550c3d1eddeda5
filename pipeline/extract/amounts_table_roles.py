"""What the sums of a table are for: by the headings of column and row, then by what the table shows as a whole.

A column may name a version of the same sums (Bokslut 2022, Prognos) rather than a kind: there the row tells the kind
(Intäkter, Kostnader, Resultat), and a row that names none (Äldreomsorg, Stöd enligt LSS) is what that costs. What a
budget says is budget, and what differs from it is other.
"""

import re
from collections import Counter
from dataclasses import replace

from pipeline.extract.amounts_rates import rate_of
from pipeline.extract.amounts_roles import Hint, role_of_heading
from pipeline.extract.amounts_savings import COST, SAVING, is_saving, of_savings
from pipeline.extract.amounts_table_payers import named_sources, of_compensation, of_financing, of_members, of_source
from pipeline.extract.amounts_table_rows import NET, RESULT, Below, Signs, is_building, is_due
from pipeline.forms.guard import guarded
from pipeline.lazy import lazy
from pipeline.memo.memo import Cell, Table
from pipeline.tables import AmountRole, Unit

_VERSION = re.compile(
    r"(?<!\w)(?:(?P<budget>(?:års|helårs|period|drift|drifts|investerings|tilläggs)?budget\w*|plan)|bokslut\w*|utfall\w*|\w*prognos\w*"
    r"|redovisat|ack\w*|(?:19|20)\d\d|jan\S*|föregående år)(?!\w)",
    re.IGNORECASE,
)
# what a follow-up table's column shows beside its budget
_FOLLOWED = re.compile(r"utfall|prognos|bokslut|redovisat|avvik|avv\b|diff", re.IGNORECASE)
_DEVIATION = re.compile(
    r"avvik|(?<!\w)(?:avv|diff)(?!\w)|differens|skillnad|förändring|över-?\s?/\s?underskott|\+/-|resultat",
    re.IGNORECASE,
)
_INCOME = re.compile(
    r"intäkt|inkomst|kommunalskatt|skatteintäkt|(?<!\w)skatter|statsbidrag|utjämning(?!sreserv)|fastighetsavgift"
    r"|medlemsavgift|medlemsbidrag|ägarbidrag|försäljning",
    re.IGNORECASE,
)
_WORDS_END = re.compile(r"\w*[ .,%()]*")
# a table of how much a body stands surety for: "Nuvarande ram", "Utnyttjat", "Borgensram"
_SURETY = re.compile(r"borgen", re.IGNORECASE)
_LIMIT = re.compile(
    r"(?<!\w)(?:\w*ram(?:en|ar|arna)?|limit\w*|tak(?:et)?|\w*åtagande\w*|utnyttja\w*|\w*borgen\w*|beviljad?e?"
    r"|begärd?|förslag\w*|ny(?:tt|a)?|nuvarande)(?!\w)",
    re.IGNORECASE,
)
_DEBT = re.compile(r"skuld|upplåning|(?<!\w)lån(?!eram)", re.IGNORECASE)
# a paper that sets aside money: its lists of things with sums are what they are to have
_PLAN = guarded(
    r"(?:investerings|lokalförsörjnings|exploaterings|underhålls|projekt|resurs|detalj|intern|drift)"
    r"(?:plan|budget|ram|fördelning)(?:en|er|erna|ar|arna|smodell(?:en)?|sprinciper(?:na)?)?(?!\w)"
    r"|tilläggs(?:budget|anslag)|ombudgeter|omfördelning av|omdisponering|överföring av (?:\w+)?(?:medel|anslag)"
    r"|(?<!\w)(?:investeringar|ramar|budget)(?: och (?:budget|plan|ramar))?(?: för)?(?: åren)? (?:19|20)\d\d",
    re.IGNORECASE,
)
_ACCOUNT_OF = re.compile(
    r"uppföljning|bokslut|redovisning|delårs|tertial|prognos|utfall|avvik|slutrapport|revision", re.IGNORECASE
)
_ESTIMATE = re.compile(r"kalkyl|beräkn|uppskatt|bedömd|utgift", re.IGNORECASE)  # beside a column of budgets
_RESERVE = re.compile(r"(?:reserv|buffert|oförutse\w+(?: utgifter)?)\Z", re.IGNORECASE)
_INTEREST = re.compile(r"(?:intern|kapital)?ränt(?:a|or|an)(?!\w)", re.IGNORECASE)
_LOANS = re.compile(r"låne?(?:portfölj|stock|skuld|volym)|förfallo", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SUM = re.compile(r"(?:summa|s:a|totalt?|totala|sammanlagda) ", re.IGNORECASE)
_REVENUE = re.compile(r"intäkt|inkomst|skatter|skatt och|utjämning", re.IGNORECASE)
_INFLOW = re.compile(
    r"bidrag|avgift|taxa|taxor|försäljning|hyror|hyresintäkt|ersättning\w* från|skatt|utjämning", re.IGNORECASE
)
_OUTFLOW = re.compile(
    r"(?:lämnade|utbetalda|till) ?\w*bidrag|bidrag till|sociala avgifter|arbetsgivaravgift|finansnetto|avskrivning"
    r"|finansiella (?:poster|kostn)",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"(?:brukning|anläggning|taxe|patient|bygglov|plan|biljett|hyres)\w*(?:avgift|intäkt|taxor)", re.IGNORECASE
)
_CHANGE = re.compile(
    r"ändr|ökning|höjning|minskning|sänkning|moms|täckning|index|ränt|rabatt|skillnad|diff", re.IGNORECASE
)
_ACCOUNT = re.compile(r"resultat(?:budget|räkning|plan)", re.IGNORECASE)

_EACH_PUPIL = re.compile(r"(?:grund|bas|tilläggs)belopp|(?:skol|elev|barn)peng", re.IGNORECASE)
_OF_WHOLE = re.compile(r"(?<!\w)andel(?:en|ar)?(?!\w)|(?:procent|%) av ", re.IGNORECASE)
_CHANGED = re.compile(r"(?<!\w)(?:för)?ändr|ökning|höjning|minskning|sänkning|skillnad|(?<!\w)diff", re.IGNORECASE)
_PROPOSED = re.compile(
    r"(?:förslag|ram|äskande|begärt|begärd ram|föreslagen ram|plan)(?:,? (?:19|20)\d\d)?", re.IGNORECASE
)
_NONE_BELOW = Below()
_PER_EACH = re.compile(r"(?:kr|kronor|sek)?\.? ?(?:per|/) ?[a-zåäö]{1,20}\b", re.IGNORECASE)


class TableRoles:
    """The roles of one table's sums. said: its corner, its caption and sentences that point to it; above: the heading
    and the title that it stands under; heads: what heads a column whose own heading was lost; below: the rows below
    nought, which are taken off the others."""

    def __init__(
        self,
        grid: Table,
        said: tuple[str, ...],
        above: tuple[str, ...] = (),
        heads: dict[int, str] | None = None,
        below: Below = _NONE_BELOW,
    ) -> None:
        self.heads, self._below = heads or {}, below
        if heads:
            grid = replace(grid, cells=tuple(self.headed(cell) for cell in grid.cells))
        self._grid, self._said, self._above = grid, said, above
        self._lead = " ".join(said)

    def headed(self, cell: Cell) -> Cell:
        """The cell with the heading of its column, also where that was lost."""
        lost = not cell.header and cell.column in self.heads
        return replace(cell, header=self.heads[cell.column]) if lost else cell

    def of(self, cell: Cell, unit: Unit) -> Hint | None:
        """The role of a sum of money, None where nothing in or near the table tells."""
        if self._saving:
            return role_of_heading(cell.header, unit) or Hint("other", 2.0)
        if self.financing:
            return of_source(cell.label) if self._sources else Hint("budget", 2.6)
        named = self.named(cell, unit)
        if self._sureties and (named is None or named.role in ("budget", "grant", "guarantee")):
            return Hint("other" if _DEBT.search(cell.header) else "guarantee", 2.5)
        if named is None and of_compensation(cell.header, self._said):
            return Hint("price", 2.0)
        if named is None and self._of_members is not None:
            return self._of_members
        if self._planned and (named is None or (named.role == "cost" and named.score < 2.6)):
            return self._of_others or Hint("budget", 2.0)
        if named is not None:
            return named
        for said in self._said:
            if said in self._labels and not any(cell.header for cell in self._grid.cells):
                continue  # the first row of a table without headings
            hint = role_of_heading(said, unit)
            if hint is not None and hint.role == "budget" and self._versions:
                continue  # "Utfall och budget framgår nedan": the columns say which is which
            if hint is not None and self._of_last_column(said):
                if cell.column == self._last:
                    return Hint("other", 2.0)
            elif hint is not None:
                return hint
        if self._majority is not None:
            return Hint(self._majority, 1.5)
        if self._budgets_alone:
            return Hint("budget", 2.0)
        if any(_LOANS.search(said) for said in (*self._said, *self._above[:1])):
            return Hint("other", 1.5)
        accounts = self._versions or any(_REVENUE.search(x) or COST.search(x) or RESULT.search(x) for x in self._labels)
        for text in () if accounts else self._above:
            hint = role_of_heading(text, unit)
            if hint is not None and hint.role in ("fee", "grant", "price", "guarantee"):
                return Hint(hint.role, 1.5)
        return Hint("cost", 1.0 if self._versions else 0.8)  # items with sums and not a word of what they are

    def named(self, cell: Cell, unit: Unit) -> Hint | None:
        """What the headings of the cell's own column and row say."""
        if self._follow_up and (told := self._followed(cell)) is not None:
            return told
        if self._estimates and (_ESTIMATE.search(cell.header) or _DEVIATION.search(cell.header)):
            return Hint("cost", 2.6)
        row = self._signs.of(cell) or self._of_row(cell.label, unit) if cell.column else None
        version = _VERSION.search(cell.header)
        named = _YEAR.fullmatch(version[0]) if version else True  # "Kostnad 2020" names a kind, "Prognos 2020" none
        column = role_of_heading(cell.header, unit) if named else None
        if _PER_EACH.match(cell.header.strip()) and self._priced:
            return Hint("price", 2.5)  # "Kr per vårddygn" beside "Pris 1998, kr"
        if column is not None:
            return column
        if version and version["budget"]:
            return Hint("budget", 3.0)
        if self._budgets_alone and _PROPOSED.fullmatch(cell.header.strip()):
            return Hint("budget", 3.0)  # "Förslag 2021" beside "Budget 2020"
        if row is not None:
            return row
        if self._budgets_alone and _DEVIATION.search(cell.header):
            return Hint("budget", 2.6)
        if summed := self._summed_below(cell):
            return summed
        return None if not version or _YEAR.fullmatch(cell.header.strip()) else self._version_cost()

    @property
    def _priced(self) -> bool:
        """Whether a column is headed by a price: offers set beside each other."""
        headers = {cell.header for cell in self._grid.cells if cell.header}
        return any((hint := role_of_heading(header, "kr")) is not None and hint.role == "price" for header in headers)

    def _followed(self, cell: Cell) -> Hint | None:
        """What a column of a follow-up says: a budget, what differs from it, or what came in and went out."""
        version = _VERSION.search(cell.header)
        if _DEVIATION.search(cell.header):
            return Hint("other", 3.0)
        if version is None or _YEAR.fullmatch(version[0]):
            return None
        if version["budget"]:
            return Hint("budget", 3.0)
        return self._of_column_kind(cell.header) or self._of_account(cell)

    def _of_column_kind(self, header: str) -> Hint | None:
        """Cost or revenue where the heading of a version names it: "Utfall kostnader", "Intäkter prognos"."""
        cost, income = COST.search(header) is not None, _REVENUE.search(header) is not None
        return None if cost == income else Hint("cost" if cost else "revenue", 3.0)

    def _of_account(self, cell: Cell) -> Hint:
        """What came in or went out by the row, which names an account or a field of work."""
        label = cell.label.strip()
        if RESULT.search(label):
            return Hint("other", 3.0)
        summed = self._summed_below(cell)
        if summed is not None:
            return summed
        if COST.search(label) or _OUTFLOW.search(label):
            return Hint("cost", 3.0)
        if _INCOME.search(label) or (self._statement and _INFLOW.search(label)):
            return Hint("revenue", 3.0)
        only_income = _REVENUE.search(self._lead) is not None and COST.search(self._lead) is None
        return Hint("revenue" if only_income else "cost", 2.6)

    def _summed_below(self, cell: Cell) -> Hint | None:
        """What the next sum below a row says that it is: the rows above "Summa kostnader" are costs."""
        if not cell.column:
            return None
        for row, label in self._sums:
            if row > cell.row:
                return Hint("cost", 2.5) if COST.search(label) else Hint("revenue", 2.5)
        return None

    @lazy
    def _sums(self) -> list[tuple[int, str]]:
        """The rows that sum up costs or revenues, from above."""
        rows = {cell.row: cell.label.strip() for cell in self._grid.cells if cell.column and cell.label}
        return [
            (row, x)
            for row, x in sorted(rows.items())
            if _SUM.match(x) and bool(COST.search(x)) != bool(_REVENUE.search(x))
        ]

    def _version_cost(self) -> Hint | None:
        """Utfall and Prognos are what something costs, where the table has a budget beside them."""
        return Hint("cost", 2.0) if self._versions and self._majority in (None, "cost", "budget") else None

    @lazy
    def _signs(self) -> Signs:
        due = self._building
        return Signs([cell for cell in self._grid.cells if not (due and is_due(cell.label))], self._below)

    @lazy
    def _building(self) -> bool:
        return is_building(self._labels)

    def _of_row(self, label: str, unit: Unit) -> Hint | None:
        hint = None if _RESERVE.match(label.strip()) else role_of_heading(label, unit)
        if RESULT.search(label.strip()):
            return Hint("other", 3.0)
        if self._building and is_due(label):
            return Hint("cost", 2.6)
        if NET.match(label.strip()) and self._with_income:
            return Hint("other", 3.0)  # of costs it is a cost
        if self._statement and _OUTFLOW.search(label):
            return Hint("cost", 3.0)
        if self._statement and _INFLOW.search(label) and not COST.search(label):
            return Hint("revenue", 3.0)
        if hint is None and label.strip() and _ACCOUNT.search(self._lead) and not _REVENUE.search(label):
            return Hint("cost", 2.0)
        others = hint is not None and hint.role in ("fee", "grant", "price", "budget")
        if (others or _INTEREST.match(label.strip())) and COST.search(self._lead):
            return Hint("cost", 2.5)  # a table of costs: its fees and grants are paid
        return self._of_caption or hint if others else hint

    @lazy
    def _of_caption(self) -> Hint | None:
        """The one role that the table's own short caption names plainly, where it is one of what others get: the rows
        of "Statsbidrag, tkr" are grants, whatever they are given for."""
        told = (role_of_heading(said, "kr") for said in self._captions if said not in self._labels)
        roles = {hint.role: hint for hint in told if hint is not None}
        if len(roles) != 1:
            return None
        hint = next(iter(roles.values()))
        return hint if hint.role in ("grant", "price") and hint.score >= 2.6 else None

    @lazy
    def _captions(self) -> list[str]:
        return [said for said in self._said if len(said) < 80 and said.rstrip()[-1:] != "."]

    @lazy
    def _with_income(self) -> bool:
        """Whether some rows show what comes in."""
        told = (role_of_heading(label, "kr") for label in self._labels)
        income = any(hint is not None and hint.role in ("revenue", "grant", "fee") for hint in told)
        return income or self._majority in ("revenue", "grant", "fee")

    def percent_is_fee(self, cell: Cell) -> bool:
        """Whether a percentage is what is taken: "Förskola, procent" beside "Högst kr/mån", not "Ökning, %"."""
        if not cell.header or _CHANGE.search(cell.header + " " + cell.label):
            return False
        return any((hint := role_of_heading(x, "kr")) and hint.role == "fee" for x in (*self._said, *self._above))

    @staticmethod
    def percent_is_change(cell: Cell) -> bool:
        """Whether a percentage is by how much a sum changes: "Ändring, %" over a row of fees."""
        return _CHANGED.search(cell.header) is not None

    def percent_is_share(self, cell: Cell) -> bool:
        """Whether a percentage is a share by what stands above the table: "i procent av arbetstiden:", "Andel, %"."""
        if _CHANGE.search(cell.header + " " + cell.label) or _DEVIATION.search(cell.header):
            return False
        return any(_OF_WHOLE.search(said) for said in self._said if len(said) < 160)

    @lazy
    def _estimates(self) -> bool:
        """Whether a column of budgets stands beside one of what the same things are reckoned to cost."""
        headers = {cell.header for cell in self._grid.cells if cell.header and cell.column}
        return any(_ESTIMATE.search(h) for h in headers) and any(self._is_budget(h) for h in headers)

    @staticmethod
    def _is_budget(header: str) -> bool:
        version, hint = _VERSION.search(header), role_of_heading(header, "kr")
        return bool(version and version["budget"]) or (hint is not None and hint.role == "budget")

    @lazy
    def _sources(self) -> bool:
        return named_sources(self._labels)

    @lazy
    def _of_members(self) -> Hint | None:
        return of_members((*self._said, *self._above[:1]), self._labels)

    @lazy
    def _labels(self) -> set[str]:
        return {cell.label for cell in self._grid.cells if cell.column and cell.label}

    @lazy
    def _statement(self) -> bool:
        """Whether the rows are those of a profit and loss account."""
        if _ACCOUNT.search(self._lead):
            return True
        if not any(COST.search(x) for x in self._labels):
            return False
        if any(_REVENUE.search(x) for x in self._labels):
            return True
        if any(RESULT.search(x.strip()) for x in self._labels):
            return True
        taken = any(_TAKEN.search(x) and not _OUTFLOW.search(x) for x in self._labels)
        return taken and not COST.search(self._lead)

    @lazy
    def rate(self) -> str | None:
        """What the sums are counted per by the table's caption: "Avgifter per år"."""
        return next((rate for text in self._captions if (rate := rate_of(text))), None)

    @lazy
    def _saving(self) -> bool:
        """Whether the table shows what measures save: its rows name what is done without, no cost."""
        if any(is_saving(said) for said in self._said):
            return True
        title = self._above[-1] if self._above else ""
        if any(len(said) < 60 and of_savings(said, title) for said in self._said):
            return True
        headers = " ".join({cell.header for cell in self._grid.cells if cell.column})
        return "ffekt" in headers and any(SAVING.search(said) for said in self._above)

    @lazy
    def _sureties(self) -> bool:
        """Whether the table shows the limits of what somebody stands surety for."""
        if not any(_SURETY.search(said) for said in (*self._said, *self._above)):
            return False
        headers = {cell.header for cell in self._grid.cells if cell.header and cell.column}
        return any(_LIMIT.search(h) for h in headers) or any(_SURETY.search(h) for h in (*headers, *self._said))

    @lazy
    def _planned(self) -> bool:
        """Whether the table lists what a plan or budget sets aside for each thing."""
        above = " ".join((*self._said, *self._above))
        if _PLAN.search(above) is None or _ACCOUNT_OF.search(above) or COST.search(self._lead):
            return False
        return not self._versions and not self._statement

    def _of_last_column(self, said: str) -> bool:
        """Whether a line of run-together headings ends in the deviation: the other columns are something else."""
        last = [*_DEVIATION.finditer(said)][-1:]
        bare = not any(cell.header for cell in self._grid.cells if cell.column)
        return bare and self._last > 1 and bool(last) and _WORDS_END.fullmatch(said, last[0].end()) is not None

    @lazy
    def _last(self) -> int:
        return max((cell.column for cell in self._grid.cells), default=0)

    @lazy
    def _of_others(self) -> Hint | None:
        """What others pay or get by the table's own caption or corner, in a paper on a budget: fees, grants, prices."""
        # what schools are given for each pupil is their budget, where the paper shares out the board's own money
        told = (role_of_heading(said, "kr") for said in self._captions if not _EACH_PUPIL.search(said))
        return next((h for h in told if h is not None and h.role in ("fee", "grant", "price", "revenue")), None)

    @lazy
    def _budgets_alone(self) -> bool:
        """Whether all columns but that of the change are budgets: "Budget 2018 | Budget 2019 | Förändring"."""
        headers = {cell.header for cell in self._grid.cells if cell.header and cell.column}
        told = [_VERSION.search(h) for h in headers if not _DEVIATION.search(h) and not _PROPOSED.fullmatch(h.strip())]
        proposed = any(_PROPOSED.fullmatch(h.strip()) for h in headers)
        return len(told) > 1 - proposed and all(m is not None and m["budget"] for m in told)

    @lazy
    def financing(self) -> bool:
        """Whether the table shows who pays which part: budget, whatever the payers' money is called."""
        near = [said for said in self._said if said.rstrip()[-1:] in (":", ")") or said is self._said[0]]
        return of_financing(near) and not self._versions

    @lazy
    def _follow_up(self) -> bool:
        """Whether the columns compare a budget with what came of it."""
        headers = {cell.header for cell in self._grid.cells if cell.header}
        return self._versions and any(_FOLLOWED.search(h) for h in headers)

    @lazy
    def _versions(self) -> bool:
        headers = {cell.header for cell in self._grid.cells if cell.header}
        return any((m := _VERSION.search(h)) and m["budget"] for h in headers)

    @lazy
    def _majority(self) -> AmountRole | None:
        """The role that most of the table's headings name, deviations and versions apart."""
        headers = {cell.header for cell in self._grid.cells if cell.column and cell.header}
        told = self._told_by(headers)
        if told:
            return told.most_common(1)[0][0]
        told = self._told_by(self._labels)
        likeliest, times = told.most_common(1)[0] if told else (None, 0)
        if self._building and likeliest == "fee":
            return "cost"
        named = [label for label in self._labels if re.search(r"[^\W\d_]{3}", label)]
        return likeliest if times > 1 or 4 * times >= len(named) else None

    def _told_by(self, headings: set[str]) -> Counter[AmountRole]:
        """How many headings name each role, deviations and versions apart."""
        told: Counter[AmountRole] = Counter()
        for heading in headings:
            hint = None if _VERSION.search(heading) else role_of_heading(heading, "kr")
            if hint is not None and hint.role != "other":
                told[hint.role] += 1
        return told
