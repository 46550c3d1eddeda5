"""Made-up outputs of any size to measure the search on: `lupp.sqlite` with memos in the language of the samples.

    python bench/search_corpus.py OUT DECISIONS [SEED]

Sentences, points and headings have the shape of those in `samples/`; their nouns and names are drawn by their rank
(Zipf) from the restorer's lexicon and the gazetteer of municipalities, so that a few words are in nearly every memo and
most in few. A memo has 1–8 points (3.5 on an average) and 60–260 words; one in five is minutes that decide an earlier
memo's points. Nothing is drawn without the seed: two runs give the same rows.
"""

# ruff: noqa: E501 (templates read better in long lines)
import hashlib
import itertools
import lzma
import random
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from pipeline.resources import model_path, table  # noqa: E402
from pipeline.store.ledger import NAME  # noqa: E402
from pipeline.store.schema import create, to_sql  # noqa: E402
from pipeline.tables import TABLES, AmountRow, DecisionRow, DocumentRow, PartyRow, Row  # noqa: E402

BODIES = (
    ("Kommunstyrelsen", "Kommunledningskontoret", "KS"), ("Kommunfullmäktige", "Kommunkansliet", "KF"),
    ("Socialnämnden", "Socialförvaltningen", "SN"), ("Barn- och utbildningsnämnden", "Utbildningsförvaltningen", "BUN"),
    ("Miljö- och byggnadsnämnden", "Miljö- och byggförvaltningen", "MBN"), ("Tekniska nämnden", "Tekniska kontoret", "TN"),
    ("Kultur- och fritidsnämnden", "Kultur- och fritidsförvaltningen", "KFN"),
    ("Vård- och omsorgsnämnden", "Omsorgsförvaltningen", "VON"), ("Samhällsbyggnadsnämnden", "Samhällsbyggnadskontoret", "SBN"),
    ("Grundskolenämnden", "Grundskoleförvaltningen", "GN"), ("Överförmyndarnämnden", "Överförmyndarkansliet", "ÖFN"),
    ("Kommunstyrelsens arbetsutskott", "Kommunledningskontoret", "KSAU"), ("Valnämnden", "Kommunkansliet", "VLN"),
)  # fmt: skip
TITLES = (
    "Avtal om {a}", "Ansökan om bidrag till {a}", "Svar på motion om {a} och {b}", "{A} i {place}", "Riktlinjer för {a}",
    "Revidering av {a}", "Detaljplan för {place}, {a}", "Upphandling av {a}", "Yttrande över remiss om {a}",
    "Taxa för {a} från och med {year}", "Uppföljning av {a} {year}", "Medel till {a}", "Förvärv av fastigheten {place} {n}:{m}",
    "Borgen för {company}", "Plan för {a} {year}–{later}", "Svar på medborgarförslag om {a}", "Hyresavtal för {a}",
    "Tilläggsanslag till {a}", "Delegationsordning för {a}", "Tillsyn av {a}",
)  # fmt: skip
POINTS = (
    ("adopt", "{body} antar riktlinjer för {a} att gälla från och med den 1 januari {year}.", False),
    ("approve", "{body} godkänner avtalet med {company} om {a}.", False),
    ("approve", "{body} godkänner redovisningen av {a} och {b}.", False),
    ("reject", "Ansökan om {a} avslås.", False), ("reject", "Motionen om {a} avslås.", False),
    ("grant", "{body} beviljar {company} ett bidrag om {sum} kronor för {a}.", True),
    ("fund", "{body} anslår {sum} kronor till {a}.", True),
    ("fund", "Investeringsbudgeten för {a} utökas med {sum} kronor år {year}.", True),
    ("assign", "Förvaltningen får i uppdrag att utreda {a} och återkomma senast i juni {year}.", False),
    ("assign", "Förvaltningschefen får i uppdrag att upphandla {a}.", False),
    ("authorise", "Ordföranden bemyndigas att underteckna avtalet om {a}.", False),
    ("agree", "att ingå hyresavtal med {company} om {a} i {place}", False),
    ("guarantee", "att teckna borgen såsom för egen skuld för {company}s lån upp till {sum} kronor", True),
    ("note", "Informationen om {a} läggs till handlingarna.", False), ("answer", "Motionen om {a} anses besvarad.", False),
    ("repeal", "Tidigare riktlinjer för {a} upphör att gälla.", False), ("submit", "Yttrandet om {a} överlämnas som svar på remissen.", False),
    ("change", "Taxan för {a} höjs med {n} procent från och med {year}.", False),
    ("refer_back", "Ärendet om {a} återremitteras för fortsatt beredning.", False), ("other", "Ersättning för {a} betalas ut kvartalsvis.", False),
)  # fmt: skip
SENTENCES = (
    "Förvaltningen har sett över {a} och funnit att {b} behöver förbättras.", "Kostnaden för {a} beräknas till {sum} kronor per år.",
    "{company} har ansökt om tillstånd för {a} i {place}.", "Verksamheten omfattar {a}, {b} och {c}.",
    "Beslutet påverkar {a} på längre sikt, men inte {b}.", "Under {year} ökade behovet av {a} med {n} procent.",
    "Samråd har hållits med {company} om {a}.", "Nämnden har tidigare behandlat {a} i samband med {b}.",
    "Enligt lagen ska kommunen svara för {a} och {b}.", "Barnens bästa har beaktats när det gäller {a}.",
    "Medel för {a} ryms inom budgetramen för {year}.", "En risk är att {a} fördröjs om {b} inte blir klar i tid.",
    "Avtalet löper till och med den 31 december {later} och rör {a}.", "Fastigheten {place} {n}:{m} används i dag för {a}.",
    "Remissen har besvarats av {company}, som framhåller {a}.", "Förslaget innebär att {a} samordnas med {b} från {year}.",
    "Antalet ärenden om {a} var {n} under perioden.", "{A} har varit en återkommande fråga i {place}.",
)  # fmt: skip
COMPANY = (
    "Byggmästarna {p} AB", "{p} Fastigheter AB", "Stiftelsen {p}", "{p} idrottsförening", "{p} Energi AB", "Föreningen {p}",
    "{p} Entreprenad AB", "{p} Konsult AB", "Hembygdsföreningen i {p}", "{p} Bostäder AB",
)  # fmt: skip


class Words:
    """Words drawn by rank."""

    def __init__(self, rng: random.Random) -> None:
        with lzma.open(model_path("restore") / "lexicon.txt.xz", "rt", encoding="utf-8") as handle:
            words = handle.read().split("\n")
        with np.load(model_path("restore") / "counts.npz") as counts:
            common, names = counts["count"], counts["first_name"] + counts["surname"].astype(np.int64)
        kept = [w for w, c, n in zip(words, common, names, strict=False) if len(w) >= 5 and c > 0 and n < 60]
        rng.shuffle(kept)
        self.words = kept[:120_000]
        self.weights = list(itertools.accumulate(1 / (rank + 8) for rank in range(len(self.words))))
        self.rng = rng
        self._drawn: list[str] = []

    def draw(self) -> str:
        if not self._drawn:
            self._drawn = self.rng.choices(self.words, cum_weights=self.weights, k=50_000)
        return self._drawn.pop()


class Maker:
    """Makes memos one after the other."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.words = Words(self.rng)
        rows = [r for r in table("forms/data/names_gazetteer.csv") if r["type"] == "municipality"]
        self.places = list(dict.fromkeys((r["canonical"], r["identifier"]) for r in rows))
        # large municipalities write more
        weights = [1 / (rank + 5) for rank in range(len(self.places))]
        self.rng.shuffle(self.places)
        self.place_weights = list(itertools.accumulate(weights))
        self.localities = [p.split()[0].removesuffix("s") for p, _ in self.places]
        self.waiting: list[tuple[DocumentRow, list[DecisionRow], list[AmountRow], list[PartyRow]]] = []

    def fill(self, template: str, slots: dict[str, str]) -> str:
        rng = self.rng
        if "{company}" in template:
            slots = {**slots, "company": rng.choice(COMPANY).format(p=rng.choice(self.localities))}
        return template.format(
            a=self.words.draw(), b=self.words.draw(), c=self.words.draw(), A=self.words.draw().capitalize(),
            n=rng.randint(2, 80), m=rng.randint(1, 99), sum=f"{rng.choice((1, 2, 3, 5, 8)) * 10 ** rng.randint(4, 7):,}".replace(",", " "),
            **{"company": "", **slots},
        )  # fmt: skip

    def memo(self, number: int) -> tuple[str, DocumentRow, list[DecisionRow], list[AmountRow], list[PartyRow], str]:
        rng = self.rng
        sha = hashlib.sha256(b"memo %d" % number).hexdigest()
        document_id = sha[:16]
        if self.waiting and rng.random() < 0.2:
            return self._minutes(sha, document_id, self.waiting.pop(rng.randrange(len(self.waiting))))
        ((municipality, code),) = rng.choices(self.places, cum_weights=self.place_weights)
        body, administration, letters = rng.choices(BODIES, weights=range(len(BODIES), 0, -1))[0]
        year = int(min(2026, 1994 + 33 * rng.random() ** 0.6))
        date = f"{year}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
        topic = self.words.draw()
        slots = {"body": body, "place": rng.choice(self.localities), "year": str(year + 1), "later": str(year + 4)}
        title = self.fill(rng.choice(TITLES), slots)
        diarienummer = f"{year}/{letters} {rng.randint(1, 9999):04d} {rng.randint(0, 99):03d}"
        decisions, amounts, parties = [], [], []
        company = rng.choice(COMPANY).format(p=rng.choice(self.localities))
        unsure = rng.random() < 0.1
        for n in range(1, 2 + min(7, int(rng.expovariate(0.36)))):
            action, template, summed = rng.choice(POINTS)
            text = self.fill(template, slots)
            decision_id = f"{document_id}:{n}"
            decisions.append(
                DecisionRow(document_id, decision_id, "proposal", str(n), body, action, None, text, text, None, None, None, None,  # type: ignore[arg-type]
                            1, "72.0 200.0 500.0 220.0", 0.42 if unsure else 0.97, True, diarienummer, title, None)
            )  # fmt: skip
            if summed:
                digits = "".join(c for c in text.split(" kronor")[0] if c.isdigit())[-9:]
                value = Decimal(digits or "1000")
                amounts.append(
                    AmountRow(document_id, f"{document_id}:a{n}", f"{value} kronor", value, "kr", value, None, False, "cost", 1, None,
                              0.97, True, None, False, None, decision_id)
                )  # fmt: skip
        for n, (name, kind, role) in enumerate(
            ((municipality, "municipality", "sender"), (administration, "administration", "sender"), (body, "body", "addressee"),
             (company, "association" if "AB" not in company else "company", "counterparty")), 1
        ):  # fmt: skip
            parties.append(
                PartyRow(document_id, f"{document_id}:p{n}", name, name, kind, role, None, None, 1, None, 0.97, None)
            )  # type: ignore[arg-type]
        sentences = [self.fill(rng.choice(SENTENCES), slots) for _ in range(rng.randint(4, 22))]
        sentences.insert(0, f"{topic.capitalize()} har aktualiserats av {company}.")
        points = "\n".join(f"{d.number}. {d.text}" for d in decisions)
        text = (
            f"{municipality}\n{administration}\n\nTJÄNSTESKRIVELSE\n{date}\nDnr {diarienummer}\n\n{body}\n\n{title}\n\nFörslag till beslut\n\n"
            f"{points}\n\nÄrendet\n\n{' '.join(sentences)}\n\nAnna Lind\nhandläggare\n"
        )
        document = DocumentRow(
            document_id, f"{code}/{document_id}.pdf", 1, 2, "memo", municipality, code, administration, body, title, diarienummer,
            date, "Anna Lind", "digital", None, "review" if unsure else "ok",
        )  # fmt: skip
        self.waiting.append((document, decisions, amounts, parties))
        if len(self.waiting) > 2000:
            self.waiting.pop(0)
        return sha, document, decisions, amounts, parties, text

    def _minutes(
        self, sha: str, document_id: str, made: tuple[DocumentRow, list[DecisionRow], list[AmountRow], list[PartyRow]]
    ) -> tuple[str, DocumentRow, list[DecisionRow], list[AmountRow], list[PartyRow], str]:
        """The outcome of a memo."""
        from dataclasses import replace

        memo, its, sums, parties = made
        day = f"{memo.date[:8]}28" if memo.date else None
        paragraph = str(self.rng.randint(1, 200))
        decisions = [
            replace(
                d,
                document_id=document_id,
                decision_id=f"{document_id}:{d.number}",
                kind="decision",
                date=day,
                paragraph=paragraph,
            )
            for d in its
        ]
        amounts = [
            replace(a, document_id=document_id, id=a.id.replace(memo.document_id, document_id),
                    decision_id=(a.decision_id or "").replace(memo.document_id, document_id)) for a in sums
        ]  # fmt: skip
        named = [replace(p, document_id=document_id, id=p.id.replace(memo.document_id, document_id)) for p in parties]
        document = replace(
            memo, document_id=document_id, source=f"{document_id}.pdf", document_type="minutes", date=day, author=None
        )
        text = f"{memo.municipality}\n{memo.addressee}\n\nPROTOKOLL\n{day}\n\n§ {paragraph} {memo.title}\nDnr {memo.diarienummer}\n\nBeslut\n\n"
        return sha, document, decisions, amounts, named, text + "\n".join(d.text for d in decisions)


def memos(
    decisions: int, seed: int = 1
) -> Iterator[tuple[str, DocumentRow, list[DecisionRow], list[AmountRow], list[PartyRow], str]]:
    """Memos and minutes until there are so many decisions."""
    maker = Maker(seed)
    made = 0
    for number in itertools.count():
        if made >= decisions:
            return
        one = maker.memo(number)
        made += len(one[2])
        yield one


def write(output: Path, decisions: int, seed: int = 1) -> int:
    """`lupp.sqlite` in a folder; returns the number of memos."""
    output.mkdir(parents=True, exist_ok=True)
    (output / NAME).unlink(missing_ok=True)
    db = sqlite3.connect(output / NAME, isolation_level=None)
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;" + create())
    count = 0
    made = memos(decisions, seed)
    while batch := list(itertools.islice(made, 2000)):
        db.execute("BEGIN")
        rows: dict[str, list[list[object]]] = {name: [] for name in TABLES}

        def put(name: str, row: Row, sha: str, rows: dict[str, list[list[object]]] = rows) -> None:
            rows[name].append([*to_sql(row), sha])

        for sha, document, points, amounts, parties, _ in batch:
            put("documents", document, sha)
            for name, its in (("decisions", points), ("amounts", amounts), ("parties", parties)):
                for row in its:
                    put(name, row, sha)
        for name, its_rows in rows.items():
            marks = ", ".join("?" * (len(fields(TABLES[name])) + 1))
            db.executemany(f'INSERT INTO "{name}" VALUES ({marks})', its_rows)
        db.executemany("INSERT INTO texts VALUES (?, ?, ?)", [(d.document_id, sha, text) for sha, d, *_, text in batch])
        db.executemany(
            "INSERT INTO ledger_files VALUES (?, 'made', 'pdf', 2, 'ok', '[]')", [(sha,) for sha, *_ in batch]
        )
        db.execute("COMMIT")
        count += len(batch)
    db.close()
    return count


if __name__ == "__main__":
    folder, wanted, *seeds = sys.argv[1:]
    print(write(Path(folder), int(wanted), *map(int, seeds)), "memos")
