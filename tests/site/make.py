"""Small output folders for tests of the site: samples really read, and made-up memos put straight into the ledger.

`ran(folder)` reads some samples with the whole program (a few seconds); `varied(folder)` writes many made-up memos
with all kinds of rows (a tenth of a second). Both lay the sources in `folder/in` and give `folder/out`.
"""

import hashlib
import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipeline.errors import Kind, Problem, Stage
from pipeline.run import run
from pipeline.settings import Settings
from pipeline.store.export import write_tables
from pipeline.store.ledger import FileResult, Ledger
from pipeline.tables import (
    AmountRow,
    DateRow,
    DecisionRow,
    DocumentRow,
    MemoRows,
    PartyRow,
    PrivacyRow,
    ReferenceRow,
)

# ruff: noqa: E501 (tables of cases read better in long lines)
SAMPLES = Path(__file__).parent.parent.parent / "samples"
FEW = ("digital/03-city.pdf", "digital/08-two-bodies.pdf", "digital/10-minutes.pdf", "legacy/09-individual.txt")
VERSION = "made"


class Inline:
    """An executor that does the work at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args))
        except BaseException as fault:
            future.set_exception(fault)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        pass


def ran(folder: Path, samples: Sequence[str] = FEW) -> Path:
    """The output folder of a real run over some samples, which lie in `folder/in`."""
    source = folder / "in"
    source.mkdir(parents=True, exist_ok=True)
    for name in samples:
        shutil.copy(SAMPLES / name, source / Path(name).name)
    run([source], Settings(output=folder / "out", jobs=1, quiet=True), make=lambda jobs: Inline())
    return folder / "out"


@dataclass(frozen=True, slots=True)
class Case:
    """A made-up memo; points: (text, action) each, with (sum in kronor) where the third is not None."""

    municipality: str
    code: str
    body: str
    administration: str
    title: str
    diarienummer: str
    date: str
    points: tuple[tuple[str, str, int | None], ...]
    text: str = ""
    kind: str = "proposal"
    party: str = ""
    confidence: float = 0.97
    earlier: tuple[str, str, str] | None = None  # body, date, paragraph
    private: tuple[tuple[str, str], ...] = ()  # kind, expression as it stands in the text
    paragraph: str = ""
    proposed_to: str = ""
    decided: str = ""  # the decisions' own date, where it is not the document's


PLACES = (
    ("Tyresö kommun", "0138"),
    ("Sorsele kommun", "2422"),
    ("Göteborgs Stad", "1480"),
    ("Ängelholms kommun", "1292"),
    ("Marks kommun", "1463"),
    ("Region Skåne", "12"),
)
MATTERS = (
    ("Socialnämnden", "Socialförvaltningen", "SN", "Avtal om stödcentrum för unga brottsutsatta", "Stiftelsen Brottsofferstöd",
     (("Socialnämnden godkänner avtalet om stödcentrum för unga brottsutsatta.", "approve", None),
      ("Förvaltningschefen får i uppdrag att underteckna avtalet.", "assign", None)),
     "Stödcentrumet har funnits i flera år. Verksamheten bedrivs tillsammans med polisen och kyrkan."),
    ("Kommunstyrelsen", "Kommunledningskontoret", "KS", "Borgen för Fjärrvärmebolaget", "Fjärrvärmebolaget i Norr AB",
     (("Kommunstyrelsen tecknar borgen såsom för egen skuld för lån upp till 25 000 000 kronor.", "guarantee", 25_000_000),),
     "Bolaget behöver bygga om pannan. Lånet tas upp hos Kommuninvest. Räntan är rörlig."),
    ("Barn- och utbildningsnämnden", "Utbildningsförvaltningen", "BUN", "Ny förskola i Björkbacken", "Byggmästarna AB",
     (("Nämnden anslår 1 500 000 kronor till projektering av en ny förskola.", "fund", 1_500_000),
      ("Skolskjutsarna ses över under våren.", "other", None)),
     "Antalet barn ökar. Skolan och förskolorna i området är fulla. Lokalerna byggs av trä."),
    ("Miljö- och byggnadsnämnden", "Miljökontoret", "MBN", "Strandskyddsdispens för bastu", "Bastuföreningen Ångan",
     (("Ansökan om strandskyddsdispens avslås.", "reject", None),),
     "Platsen ligger inom strandskyddat område. Sjöns stränder är viktiga för häckande fåglar."),
    ("Kommunfullmäktige", "Kommunkansliet", "KF", "Svar på motion om gratis bussresor för pensionärer", "Vänsterpartiet",
     (("Motionen avslås.", "reject", None), ("Frågan om seniorkort hänvisas till budgetberedningen.", "other", None)),
     "Kostnaden beräknas till 3 200 000 kronor per år. Äldrerådet har yttrat sig."),
)  # fmt: skip


def cases(count: int = 60) -> list[Case]:
    """Made-up memos of several places, bodies and years, always the same ones."""
    made = []
    for n in range(count):
        municipality, code = PLACES[n % len(PLACES)]
        body, administration, letters, title, party, points, text = MATTERS[(n // len(PLACES) + n) % len(MATTERS)]
        year = 2009 + (n * 5) % 16
        made.append(
            Case(
                municipality, code, body, administration, title, f"{year}/{letters} {n:04d} 005",
                f"{year}-{1 + n % 12:02d}-{1 + n % 28:02d}", points, text, party=party,
                confidence=0.42 if n % 9 == 4 else 0.97,
            )
        )  # fmt: skip
    first = made[0]
    made.append(  # the outcome of the first one
        replace(first, kind="decision", date=f"{int(first.date[:4])}-12-20", paragraph="117",
                text="Sammanträdesprotokoll. Ärendet bordlades inte.")
    )  # fmt: skip
    made.append(  # a later memo that refers back to that outcome
        replace(first, title="Uppföljning av stödcentrum", diarienummer="2025/SN 0999 005", date="2025-02-03",
                earlier=(first.body, f"{int(first.date[:4])}-12-20", "117"),
                points=(("Socialnämnden noterar uppföljningen.", "note", None),))
    )  # fmt: skip
    made.append(
        replace(first, title="Individärende <script>alert('x')</script> & bistånd", diarienummer="2025/SN 1000 005",
                points=(("Nämnden beviljar bistånd till Kalle Exempel, 19811218-9876.", "grant", None),),
                text="Sökanden Kalle Exempel, 19811218-9876, nås på kalle@exempel.se. <b>Inte fet</b>",
                private=(("personnummer", "19811218-9876"), ("email", "kalle@exempel.se"), ("person", "Kalle Exempel")),
                earlier=None)
    )  # fmt: skip
    return made


def masked(text: str) -> str:
    """As `privacy.text_masked` holds it."""
    return text[:2] + "•" * (len(text) - 2)


def rows(case: Case, sha256: str, pages: int = 1) -> MemoRows:
    """The rows of a made-up memo. Boxes are made up too, and lie on page 1."""
    document_id = sha256[:16]
    decisions: list[DecisionRow] = []
    amounts: list[AmountRow] = []
    dates: list[DateRow] = []
    parties: list[PartyRow] = []
    references: list[ReferenceRow] = []
    minutes = case.kind == "decision"
    for n, (text, action, amount) in enumerate(case.points, 1):
        decision_id = f"{document_id}:{n}"
        box = f"72.0 {200 + 30 * n}.0 500.0 {220 + 30 * n}.0"
        decisions.append(
            DecisionRow(
                document_id, decision_id, "decision" if minutes else "proposal", str(n), case.body, action,  # type: ignore[arg-type]
                "Förvaltningschefen" if action == "assign" else None, text, text, (case.decided or case.date) if minutes else None,
                case.paragraph or None, None, None, 1, box, case.confidence, True if amount else None,
                case.diarienummer, case.title, case.proposed_to or None,
            )
        )  # fmt: skip
        if amount is not None:
            amounts.append(
                AmountRow(
                    document_id, f"{document_id}:a{len(amounts) + 1}", f"{amount:,} kronor".replace(",", " "),
                    Decimal(amount), "kr", Decimal(amount), None, False, "cost", 1, box, case.confidence,
                    case.confidence > 0.5, None, False, None, decision_id,
                )
            )  # fmt: skip
    if case.earlier:
        body, date, paragraph = case.earlier
        n = len(decisions) + 1
        text = f"{body} beslutade {date} § {paragraph} att godkänna avtalet."
        decisions.append(
            DecisionRow(
                document_id, f"{document_id}:{n}", "earlier", None, body, "approve", None, text, text, date, paragraph,
                None, None, 1, "72.0 500.0 500.0 520.0", 0.95, True, None, None, None,
            )
        )  # fmt: skip
        references.append(
            ReferenceRow(document_id, f"{document_id}:r1", "paragraph", f"§ {paragraph}", 1, None, 0.95, True)
        )
    dates.append(
        DateRow(
            document_id, f"{document_id}:d1", case.date, case.date, case.date, "day", "document", False, 1,
            "400.0 60.0 470.0 72.0", 0.98, True,
        )
    )  # fmt: skip
    for n, (name, kind, role) in enumerate(
        (
            (case.municipality, "municipality", "sender"),
            (case.administration, "administration", "sender"),
            (case.body, "body", "addressee"),
            *(
                ((case.party, "association" if "AB" not in case.party else "company", "counterparty"),)
                * bool(case.party)
            ),
        ),
        1,
    ):
        parties.append(
            PartyRow(
                document_id, f"{document_id}:p{n}", name, name, kind, role, None,  # type: ignore[arg-type]
                case.code if kind == "municipality" else None, 1, "72.0 40.0 300.0 52.0", 0.96, None,
            )
        )  # fmt: skip
    privacy = tuple(
        PrivacyRow(document_id, f"{document_id}:v{n}", kind, masked(text), 1, "72.0 600.0 300.0 612.0", 0.9, None)  # type: ignore[arg-type]
        for n, (kind, text) in enumerate(case.private, 1)
    )
    document = DocumentRow(
        document_id, "", 1, pages, "minutes" if minutes else "memo", case.municipality, case.code, case.administration,
        case.body, case.title, case.diarienummer, case.date, "Anna Lind", "digital", None,
        "review" if case.confidence < 0.5 else "ok",
    )  # fmt: skip
    return MemoRows(
        document, page_text(case), tuple(decisions), tuple(dates), tuple(amounts), tuple(parties), tuple(references),
        privacy,
    )  # fmt: skip


def page_text(case: Case) -> str:
    """The memo as people read it."""
    points = "\n".join(f"{n}. {text}" for n, (text, _, _) in enumerate(case.points, 1))
    return (
        f"{case.municipality}\n{case.administration}\n\nTJÄNSTESKRIVELSE\n{case.date}\nDnr {case.diarienummer}\n\n"
        f"{case.body}\n\n{case.title}\n\nFörslag till beslut\n\n{points}\n\nÄrendet\n\n{case.text}\n\n"
        f"{case.party}\n\nAnna Lind\nhandläggare\n"
    )


def varied(folder: Path, count: int = 60) -> Path:
    """The output folder of made-up memos: `cases(count)`, a file that failed and one that was skipped."""
    return store(folder, cases(count))


def store(folder: Path, made: Sequence[Case], pages: int = 1) -> Path:
    """The output folder of these made-up memos (texts in `folder/in`), a file that failed and one that was skipped."""
    source, output = folder / "in", folder / "out"
    source.mkdir(parents=True, exist_ok=True)
    output.mkdir(parents=True, exist_ok=True)
    ledger = Ledger(output)
    places: dict[tuple[str, str], str] = {}
    ledger.db.execute("PRAGMA synchronous = OFF")
    for n, case in enumerate(made):
        name = f"{case.code}/{n:05d}.txt"
        (source / name).parent.mkdir(exist_ok=True)
        content = page_text(case).encode()
        (source / name).write_bytes(content)
        sha256 = hashlib.sha256(b"%d" % n + content).hexdigest()
        memo = rows(case, sha256, pages)
        memo = replace(memo, document=replace(memo.document, source=name))
        reading = (memo.document.document_id, 1, "80.0 230.0 120.0 242.0", "avtalet", "avtaiet")
        ledger.put(FileResult(sha256, "text", pages, (), ((memo, ()),), (reading,) if n % 7 == 0 else ()), VERSION)
        places["in", name] = sha256
    for name, kind, status in (
        ("0138/trasig.pdf", Kind.DAMAGED, "failed"),
        ("0138/film.mp4", Kind.UNSUPPORTED, "skipped"),
    ):
        sha256 = hashlib.sha256(name.encode()).hexdigest()
        (source / "0138").mkdir(exist_ok=True)
        (source / name).write_bytes(b"%PDF-1.4 trasig")
        problem = Problem(Stage.READ, kind)
        document = DocumentRow(sha256[:16], name, status=status, message="filen är skadad")  # type: ignore[arg-type]
        ledger.put(FileResult(sha256, "", 0, (problem,), ((MemoRows(document), (problem,)),)), VERSION)
        places["in", name] = sha256
    ledger.set_places(places)
    write_tables(ledger, output)
    ledger.close()
    return output
