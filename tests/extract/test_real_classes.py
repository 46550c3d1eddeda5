"""What real minutes, extracts and agendas hold: classes of sentences and lines, each a table of made-up cases."""

# ruff: noqa: E501 - a case is one line

import pytest

from pipeline.extract.actions import main_verb
from pipeline.extract.decisions_agenda import tell_matters
from pipeline.extract.decisions_bodies import context_of
from pipeline.extract.decisions_earlier import find_earlier
from pipeline.extract.decisions_proposals import find_proposals
from pipeline.extract.facts import DecisionFact
from pipeline.extract.pipeline import find_facts
from pipeline.memo.build import find_memos
from tests.extract.decisions_memo import make_facts, make_head, make_memo
from tests.extract.whole_text import FRAME, facts_of
from tests.memo.typeset import plain

# what is not rejected, put off or repealed is not therefore done
NEGATED = """
other | Ärendet bordläggs inte
other | att inte bordlägga ärendet
other | att ärendet inte ska bordläggas
other | Motionen avslås inte
other | att inte avslå ansökan om bidrag
other | Ansökan avstyrks ej
other | Beslutet upphävs inte
other | Ärendet återremitteras icke till förvaltningen
other | Taxan ska inte upphävas
postpone | Ärendet bordläggs
postpone | att bordlägga ärendet, inte minst för att underlaget är magert
reject | att avslå ansökan, inte minst av kostnadsskäl
reject | Motionen avslås
reject | att inte bifalla motionen
reject | att motionen inte ska bifallas
reject | Ansökan beviljas ej
reject | att inte anta planen
"""
# what stands between the point's subject and its verb
MAIN = """
adopt | Förtydligande kring vad som gäller för parkering för förtroendevalda antas.
adopt | Riktlinjer för hur verksamheten ska följas upp fastställs.
approve | De ändringar som kommunchefen föreslår godkänns
adopt | Rutin för när vårdnadshavare kontaktas antas
other | att utreda hur avgiften höjs
other | Nämnden bör välja att sälja marken
other | Kommunen bör i normalfallet välja att sälja marken till bolaget
approve | Nämnden väljer att godkänna rapporten
appoint | att välja Anna Ek till ledamot
appoint | Anna Ek väljs till ledamot
assign | Inför budget 2032 ges förvaltningen i uppdrag att utreda lokalerna
other | Inför en avgift för parkering
"""


@pytest.mark.parametrize("case", [c for c in (NEGATED + MAIN).split("\n") if c])
def test_action(case: str) -> None:
    action, text = case.split(" | ")
    verb = main_verb(text)
    assert (verb.action if verb else "other") == action


def points(text: str) -> list[DecisionFact]:
    memo, head = make_memo(f"§§ PROPOSAL Förslag till beslut\n• {text}"), make_head("Kommunstyrelsen")
    return find_proposals(memo, make_facts(memo, head), context_of(head))


ASSIGNEES = [
    ("Då parkeringsplatser försvinner får förvaltningen i uppdrag att se över behovet.", "Förvaltningen"),
    ("Inom en total ram på 400 mnkr bemyndigas kommunstyrelsen teckna borgen såsom för egen skuld.", "Kommunstyrelsen"),
    ("Inför budget 2032 ges förvaltningen i uppdrag att utreda lokalerna.", "Förvaltningen"),
    ("För det fortsatta arbetet bemyndigas kommunchefen att teckna avtal.", "Kommunchefen"),
    ("Om kostnaden blir högre får tekniska nämnden i uppdrag att återkomma.", "Tekniska nämnden"),
    ("Under 2032 får socialnämnden i uppdrag att se över taxan.", "Socialnämnden"),
    ("Efter samråd med ordföranden bemyndigas direktören att fatta beslut.", "Direktören"),
    ("Såvitt avser etapp 2 ges tekniska nämnden i uppdrag att återkomma.", "Tekniska nämnden"),
    ("I samråd med fackförvaltningarna får kommunchefen i uppdrag att se över arbetet.", "Kommunchefen"),
    ("Vidare ges förvaltningen i uppdrag att utreda frågan.", "Förvaltningen"),
    # several together
    ("Per Aren, Anna Ek och Olle Berg ges i uppdrag att ta fram ett förslag.", "Per Aren, Anna Ek och Olle Berg"),
    ("Per Aren (S), Anna Ek (M) och Olle Berg (C) ges i uppdrag att ta fram ett förslag.", "Per Aren, Anna Ek och Olle Berg"),
    ("Kommunchefen, ekonomichefen och HR-chefen får i uppdrag att utreda frågan.", "Kommunchefen, ekonomichefen och HR-chefen"),
    ("Per Aren och Anna Ek bemyndigas att underteckna avtalet.", "Per Aren och Anna Ek"),
    ("att ge Per Aren, Anna Ek och Olle Berg i uppdrag att förhandla", "Per Aren, Anna Ek och Olle Berg"),
    # one alone
    ("Anna Ek, med Bo Berg som ersättare, bemyndigas att företräda kommunen.", "Anna Ek"),
    ("Kommunchefen ges i uppdrag att teckna avtal.", "Kommunchefen"),
    ("att uppdra till kommunstyrelsen att undersöka frågan", "Kommunstyrelsen"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), ASSIGNEES)
def test_assignee(text: str, who: str) -> None:
    (point,) = points(text)
    assert point.assignee == who


EFFECTS = [
    ("Ersättningen höjs under perioden januari 2031 till och med december 2031.", "2031-01-01", "2031-12-31"),
    ("Bidraget beviljas för perioden mars 2030 t.o.m. augusti 2031.", "2030-03-01", "2031-08-31"),
    ("Reglerna gäller från med läsåret 2027/2028 till och med läsåret 2029/2030.", "2027-08-01", "2030-06-30"),
    ("Reglerna gäller från och med läsåret 2027/2028 till och med läsåret 2029/2030.", "2027-08-01", "2030-06-30"),
    ("Avgiften gäller under tiden 1 januari 2030 till och med 30 juni 2031.", "2030-01-01", "2031-06-30"),
    ("Stödet höjs för tiden juli 2030 till december 2030.", "2030-07-01", "2030-12-31"),
    ("Tre ärenden undantas från och med den 11 juni 2031 till och den 10 juni 2032.", "2031-06-11", "2032-06-10"),
    ("Bidraget beviljas för perioden mars 2030.", "2030-03-01", "2030-03-31"),
    ("Ersättningen gäller under läsåret 2030/31.", "2030-08-01", "2031-06-30"),
    ("Avtalet gäller för perioden 2030-01-01 till 2031-12-31.", "2030-01-01", "2031-12-31"),
    ("Taxan gäller från och med den 1 maj 2031.", "2031-05-01", None),
]


@pytest.mark.parametrize(("text", "begins", "ends"), EFFECTS)
def test_a_period_that_runs_on_has_its_own_end(text: str, begins: str, ends: str | None) -> None:
    (point,) = points(text)
    assert (point.effective_from and point.effective_from.isoformat()) == begins
    assert (point.effective_to and point.effective_to.isoformat()) == ends


def earlier(text: str) -> list[str]:
    memo, head = make_memo(text), make_head("Socialnämnden", "2032-03-01")
    facts = make_facts(memo, head)
    return [f"{f.date or '-'} {f.paragraph or '-'}" for f in find_earlier(memo, facts, context_of(head), [])]


# a list's lines, a rule's own §, what is to come: nothing was decided
NOT_EARLIER = [
    "§ 38 2031.130 TEN",
    "§ 34 2031.134 BUN",
    "§ 67 2031.142 KS Revidering av riktlinjer för resor",
    "§ 85 2031.029 KS Årlig rapport om inköp 2030",
    "2031.011 SN-014 § 85 KF - Årsredovisning 2030",
    "Initiativärende om en yrkesmässa - Anna Ek (V) § 63 2031.282 KUN",
    "Delegationsbeslut 2031- central administration",
    "Anställningsbeslut 2031, dnr 2031.001 BUN",
    "Reglemente för ersättningar § 9 tolkas så att avgiften ersätts i efterhand.",
    "Arbetsordning för fullmäktige § 12 anger hur en motion väcks.",
    "Brukaren har personlig assistans enligt Lag om stöd och service till vissa funktionshindrade (LSS) § 9 punkt 2, i hemmet.",
    "Av modellen framgår att beredningen äger rum i maj för beslut i kommunstyrelsen i juni.",
]  # fmt: skip
EARLIER = [
    ("Kommunstyrelsen beslutade den 11 maj 2030 § 78 att starta ett projekt.", ["2030-05-11 78"]),
    ("Kommunfullmäktige antog reglemente för ersättningar § 9 den 4 maj 2030.", ["2030-05-04 9"]),
    ("Kommunstyrelsen gav nämnden i uppdrag att se över taxan, § 169/2030.", ["- 169/2030"]),
    ("Enligt kommunfullmäktiges beslut 2030-02-27 § 69 ska planen revideras årligen.", ["2030-02-27 69"]),
    ("Den föregående planen antogs 2030-08-26, §66, och följs nu upp.", ["2030-08-26 66"]),
    ("Nämnden har tidigare behandlat ärendet (SN 2030-10-22 § 99) i en annan form.", ["2030-10-22 99"]),
]


@pytest.mark.parametrize("text", NOT_EARLIER)
def test_no_earlier_decision(text: str) -> None:
    assert earlier(text) == []


@pytest.mark.parametrize(("text", "expected"), EARLIER)
def test_earlier_decision(text: str, expected: list[str]) -> None:
    assert earlier(text) == expected


AGENDA = """\
Ekby kommun
Kommunstyrelsen
Sammanträde 2031-05-12

1 Kommundirektörens rapport maj 2031

Dnr 2031/KS 0011

Kommunstyrelsens förslag till beslut
- Informationen noteras.

Bilagor
Rapport maj 2031.pdf

2 Borgen för Ekby båtklubb

Dnr 2031/KS 0246

Kommunstyrelsens förslag till kommunfullmäktige
1. Ekby kommun ingår borgen för Ekby båtklubb.
2. Borgen gäller till och med 2042-07-31.

{label} av taxan

{number} 2031/KS 0300

Kommunstyrelsens förslag till beslut
- Taxan höjs från och med 1 januari 2032.
"""


@pytest.mark.parametrize(
    ("label", "number"),
    [("3 Ändring", "Dnr"), ("§ 3 Ändring", "Diarienummer"), ("3. Ändring", "Ärende 3 Diarienummer")],
)
def test_a_point_belongs_to_its_own_matter_of_an_agenda(label: str, number: str) -> None:
    (memo,) = find_memos([plain(AGENDA.format(label=label, number=number))])
    facts = find_facts(memo)
    told = {(d.diarienummer, d.title) for d in facts.decisions}
    assert ("2031/KS 0246", "Borgen för Ekby båtklubb") in told
    assert ("2031/KS 0300", "Ändring av taxan") in told
    assert not [r.text for r in facts.references if r.kind == "attachment" and "0246" in r.text]


def test_a_memo_of_one_matter_keeps_its_own() -> None:
    point = DecisionFact(30, 40, "proposal", "Taxan höjs.", diarienummer="KS 2031/1", title="Taxa")
    tell_matters("1 Taxa\n\nDnr KS 2031/1\n\nTaxan höjs.", [point])
    assert (point.diarienummer, point.title) == ("KS 2031/1", "Taxa")


# whom an amount belongs to, and words that only look like one
SUMS = [
    ("Kommunen tillämpar OPF-KR 26 för förtroendevalda.", []),
    ("Avtalet AB-KR 31 gäller.", []),
    ("Avgiften är kr 500 för hela året.", ["500 kr"]),
    ("Kommunen satsar 15 miljoner på gator.", ["15 mnkr"]),
    ("För 2031 avsätts 2 miljoner.", ["2 mnkr"]),
    ("Skulden om 300 miljoner löper ut 2032.", ["300 mnkr"]),
    ("Ramen höjs med 4 miljoner samt 2 miljoner för kultur.", ["4 mnkr", "2 mnkr"]),
    ("Nämnden tilldelas 3 miljoner respektive 4 miljoner åren 2031 och 2032.", ["3 mnkr", "4 mnkr"]),
    ("Investeringen beräknas till 12 miljoner.", ["12 mnkr"]),
    ("Landet har 10 miljoner invånare.", []),
    ("Appen har laddats ned 2 miljoner gånger.", []),
    ("Museet har haft 1,2 miljoner besök.", []),
    ("Vi renar 7 miljoner kubikmeter vatten per år.", []),
]


@pytest.mark.parametrize(("text", "sums"), SUMS)
def test_sums(text: str, sums: list[str]) -> None:
    assert [f"{a.value.normalize():f} {a.unit}" for a in facts_of(text).amounts] == sums


DATED = [
    ("Fullmäktige beslutade 2019-06-09, med hänvisning till kontorets utlåtande daterat 2019-04-15, att utreda frågan.", "2019-04-15", "reference"),
    ("Skrivelsen, daterad den 3 maj 2019, besvaras nu.", "2019-05-03", "reference"),
    ("Två protokoll daterade 2018-02-03 har kommit in.", "2018-02-03", "reference"),
    ("Lagen har beslutats med ikraftträdande den 1 juli 2020.", "2020-07-01", "effective_from"),
    ("Förslag på ikraftträdande 1 januari 2021 har lämnats.", "2021-01-01", "effective_from"),
    ("Kommunfullmäktige antog planen den 4 juni 2018, § 12.", "2018-06-04", "decision"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "role"), DATED)
def test_day_of_a_paper_and_of_a_law(text: str, day: str, role: str) -> None:
    assert [d.role for d in facts_of(text).dates if d.date_from.isoformat() == day] == [role]


MINUTES = """\
Ekby kommun
Kommunstyrelsens arbetsutskott
Protokoll 2031-06-03

§ 90 KS 2031/275

Parkering vid stadshuset

Ärendebeskrivning

Frågan om parkering har väckts.

{told}

Beslut

{decided}

{below}
"""
TOLD = (
    "Kommunledningskontoret har i skrivelse den 26 maj 2031 lämnat följande yttrande och\nförslag till beslut:\n\n"
    "Parkeringen har sedan 2011 disponerats av dem som arbetar i huset.\n\n"
    "Det finns gott om platser i närheten för den som inte vill betala någon avgift."
)


def rows_of(told: str = "", decided: str = "Riktlinjen antas.", below: str = "") -> list[str]:
    text = MINUTES.format(told=told, decided=decided, below=below)
    facts = find_facts(find_memos([plain(text)])[0])
    return [f"{d.kind} {d.body} {d.text}" for d in facts.decisions if d.kind != "earlier"]


OWN = "decision Kommunstyrelsens arbetsutskott Riktlinjen antas."
# what stands above and below a decision that nobody decided here
BESIDE = [
    (TOLD, ""),
    ("Mötet ajourneras mellan kl. 16.48 och 16.53.", ""),
    ("", "Delegationsbeslut\n\n• 2031.276 KS-001\n• 2031.280 KS-002"),
    ("", "• 2031.282 KS-001 Delegationsbeslut exploateringschef\n• 2031.007 KS-003"),
    (
        "",
        "Anmälan är en redovisning av beslut fattade enligt delegationsordningen, vilken innebär att rätten överlåts.",
    ),
    ("", "Mötet ajourneras i tio minuter."),
    ("", "Anna Ek (L) yrkar att ärendet återremitteras."),
    ("", "Anna Ek (L), Bo Berg (S) och Eva Ström (C) föreslår att riktlinjen ändras."),
    ("", "Bo Berg (M) instämmer i förslaget."),
    ("Anna Ek (V) föreslår att ärendet bordläggs.", ""),
]


@pytest.mark.parametrize(("told", "below"), BESIDE)
def test_only_what_was_decided(told: str, below: str) -> None:
    assert rows_of(told, below=below) == [OWN]


def test_members_who_are_chosen_are_no_movers() -> None:
    assert rows_of(decided="Anna Ek (S) utses till ordförande.") == [
        "decision Kommunstyrelsens arbetsutskott Anna Ek (S) utses till ordförande."
    ]


FRONT = """\
Plats och tid       Tingssalen, måndagen den 4 september 2031 kl 18.30-19.55
Beslutande          Se bilaga
Utses att justera   Mats Ek (M) och Per Lind (S)
Underskrifter       Sekreterare ................  Paragrafer 102 - 119
ANSLAG/BEVIS
Protokollet är justerat. Justeringen har tillkännagivits genom anslag.
Nämnd/Styrelse      {body}
Sammanträdesdatum   2031-09-04

§ 102                                   DNR: KU.2031.3

Godkännande av dagordning

{body}s beslut

Dagordningen godkänns.
"""


@pytest.mark.parametrize("body", ["Kommunfullmäktige", "Kommunstyrelsen", "Socialnämnden", "Tekniska nämnden"])
def test_minutes_that_do_not_say_that_they_are_so(body: str) -> None:
    facts = find_facts(find_memos([plain(FRONT.format(body=body))])[0])
    assert facts.head.document_type == "minutes"
    assert [(d.kind, d.body, d.text) for d in facts.decisions] == [("decision", body, "Dagordningen godkänns.")]


NARROW = """\
Överförmyndarnämnde
n
Protokoll
2031-06-11

§ 31 2031.028 ÖN

Granskning av kommunstyrelsen och nämnder år 2030

Ärendebeskrivning

Revisorerna har granskat kommunstyrelsen.

Beslut

{decided}
"""


@pytest.mark.parametrize(
    "decided", ["Yttrandet antas.", "Överförmyndarnämnden antar yttrandet.", "Rapporten godkänns."]
)
def test_a_body_broken_in_a_narrow_box(decided: str) -> None:
    facts = find_facts(find_memos([plain(NARROW.format(decided=decided))])[0])
    assert [d.body for d in facts.decisions if d.kind == "decision"] == ["Överförmyndarnämnden"]


# what ends a list of papers in minutes
ENDINGS = [
    "Voteringslist(or)\nOmröstning om motionen\nAnna Ek (M), ordförande\nBo Berg (S), ledamot",
    "Anna Ek (M), ordförande\nBo Berg (S), ledamot\nEva Ström (C), ersättare",
    "Bo Berg-Lind (S), 2:e vice ordförande",
    "Ärendet har behandlats i arbetsutskottet den 10 juni 2031, § 170.",
    "Ärendet är berett av kontoret.",
    "Ärende: Svar på motion om bänkar - Anna Ek (SD) och Eva\nHansson (SD), 2031.511 KS",
    "Borttagen på grund av personuppgifter.",
    "Borttagen på grund av sekretess",
]


@pytest.mark.parametrize("ending", ENDINGS)
def test_names_are_no_papers(ending: str) -> None:
    text = MINUTES.format(
        told="",
        decided="Riktlinjen antas.",
        below=f"Beslutsunderlag\n\nKarta över parkeringen\nRiktlinje för parkering\n{ending}",
    )
    facts = find_facts(find_memos([plain(text)])[0])
    papers = [r.text for r in facts.references if r.kind in ("document", "attachment")]
    assert papers == ["Karta över parkeringen", "Riktlinje för parkering"]


HEAD = """\
Kommunstyrelsens förvaltning
TJÄNSTEUTLÅTANDE
DATUM 2031-04-20
HANDLÄGGARE
{officer}
Kommunstyrelsen

Kostnader i lokalprojekten

Förslag till beslut

Kommunstyrelsen godkänner rapporten.

Ärendet

Kommunen har fått frågor.
"""
OFFICERS = [
    ("Söderdal, Mari", "Mari Söderdal"),
    ("Handläggare: Ek, Anna", "Anna Ek"),
    ("Ek-Lind, Bo", "Bo Ek-Lind"),
    ("Bergström, Karl-Erik", "Karl-Erik Bergström"),
    ("Lind, Eva", "Eva Lind"),
    ("Öberg, Åsa", "Åsa Öberg"),
    ("Anna Ek, ekonom", "Anna Ek"),
    ("Anna Ek", "Anna Ek"),
    ("Anna, Bo", None),
    ("Ekonom, Anna", None),
]


@pytest.mark.parametrize(("officer", "author"), OFFICERS)
def test_an_officer_with_the_surname_first(officer: str, author: str | None) -> None:
    found = find_facts(find_memos([plain(HEAD.format(officer=officer))])[0]).head.author
    assert (found.value if found else None) == author


SAT = """\
Utbildningsnämnden
Sammanträdesprotokoll
Tidpunkt: Torsdag den 22 november 2031, kl 15.30
Plats: Insikten

§ 1 Val av justerare och dag för justering

{told}

Beslut

Nämnden godkänner valet.
"""
APPROVED = [
    "Justering av protokollet ska ske senast torsdagen den 6 december 2031.",
    "Justering ska ske den 6 december 2031.",
    "Justering sker den 6 december 2031 på kontoret.",
    "Anna Ek utses att justera. Justeringens tid: 6 december 2031.",
    "Justering äger rum den 6 december 2031.",
]


@pytest.mark.parametrize("told", APPROVED)
def test_the_day_of_approval_is_not_the_day_of_the_meeting(told: str) -> None:
    day = find_facts(find_memos([plain(SAT.format(told=told))])[0]).head.date
    assert day is not None
    assert day.value == "2031-11-22"


# a number of something beside another is no year
SPANS = [
    ("Området har 22 tomter (mellan 1800 och 3300 kvm stora) för småhus.", []),
    ("Tomterna är mellan 1900 och 2100 kvm.", []),
    ("Skolan har mellan 1900 och 2050 elever.", []),
    ("Antalet steg från 900 elever 2013 till 1200 elever.", [2013]),
    ("Avgiften höjs från 640 kronor 2013 till 2150 kronor.", [2013]),
    ("Badet har mellan 2000 och 2500 besökare.", []),
    ("Nämnden köper mellan 1950 och 2000 timmar om året.", []),
    ("Lokalen rymmer 1900-2000 personer.", []),
    ("Mellan 2010 och 2015 byggdes 300 bostäder.", [2010, 2015]),
    ("Åren 2010 och 2011 byggdes 300 bostäder.", [2010, 2011]),
    ("Under 2012 byggdes 2000 lägenheter.", [2012]),
    ("Folkmängden ökade mellan 1990 och 2010.", [1990, 2010]),
]


@pytest.mark.parametrize(("text", "years"), SPANS)
def test_numbers_that_are_no_years(text: str, years: list[int]) -> None:
    assert [d.date_from.year for d in facts_of(text).dates if d.precision == "year"] == years


GRANTED = [
    ("Projektet beviljas 700 000 kr ur anslag 33:6.", "grant"),
    ("Projektet beviljas 700 000 kr för 2019 ur anslag 33:6.", "grant"),
    ("Kommunen beviljar medfinansiering till projektet med 750 000 kr ur anslag 33:6, Insatser.", "grant"),
    ("Föreningen beviljades 40 000 kr ur 2019 års anslag för kultur.", "grant"),
    ("Nämnden beviljar Ekby IF 25 000 kronor ur nämndens anslag.", "grant"),
    ("Byalaget beviljas högst 249 000 kr ur kulturanslaget.", "grant"),
    ("Nämndens budget ökas med 40 000 kr ur anslaget för oförutsett.", "budget"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "role"), GRANTED)
def test_what_is_granted_out_of_an_appropriation(text: str, role: str) -> None:
    assert [a.role for a in facts_of(text).amounts] == [role]


HEADINGS = [
    "BESLUT (enligt arbetsutskottets förslag)",
    "Beslut (enligt förvaltningens förslag)",
    "Beslut (i enlighet med ordförandens förslag)",
    "Beslut (efter votering)",
    "Beslut",
]


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_that_says_how(heading: str) -> None:
    text = MINUTES.replace("Beslut\n\n{decided}", heading + "\n\n{decided}")
    facts = find_facts(find_memos([plain(text.format(told="", decided="Riktlinjen antas.", below=""))])[0])
    assert [d.text for d in facts.decisions if d.kind == "decision"] == ["Riktlinjen antas."]


SIGNED = """\
Plats och tid           Kommunhuset kl. 15.00-17.10
Beslutande              Nils Ek (M), ordf.
Utses att justera       Per Lind
Justeringens plats och tid   Kansliet måndag 7 juni 2030 kl. 13.00
Underskrifter           Sekreterare ...........  Paragrafer 59-70
                        Eva Berg
                        Ordförande ...........
                        Nils Ek
                        Justerande ...........
                        Per Lind
ANSLAG/BEVIS
Protokollet är justerat. Justeringen har tillkännagivits genom anslag
Organ                   Ekby kommun, Kommunstyrelsen
Sammanträdesdatum       2030-05-27
Datum för anslagets uppsättande 2030-06-07

KS § 60                 Dnr 64/2030

Försäljning av fastigheten Ekby Lund 2:13

Kommunstyrelsens beslut

Kommunstyrelsen säljer fastigheten.
"""


def test_the_first_page_of_minutes() -> None:
    facts = find_facts(find_memos([plain(SIGNED)])[0])
    assert facts.head.document_type == "minutes"
    assert facts.head.date is not None
    assert facts.head.date.value == "2030-05-27"
    assert {p.title for p in facts.parties if p.name == "Eva Berg"} <= {None, "Sekreterare"}
    assert not [p.name for p in facts.parties if p.type == "person" and "Lund" in p.name]


UNNAMED = """\
Tjänsteskrivelse
2031-10-26                                KFN 2031-00123
Handläggare: Nina Berg
Kultur- och föreningsnämnden

Checklista för barnets rättigheter

Sammanfattning
Förvaltningen har tagit fram en utvärdering.

Bakgrund
{told}
"""
SENDERS = [
    ("I Karlskoga och Degerfors kommuner finns en policy.", None),
    ("Karlskoga och Degerfors kommuner har beslutat om en policy.", None),
    ("Mora, Orsa och Älvdalens kommuner samverkar.", None),
    ("Policyn gäller i Laxå och Askersunds kommuner.", None),
    ("Degerfors kommun har beslutat. Degerfors kommuns policy gäller.", "Degerfors kommun"),
    ("Degerfors kommun samverkar med Karlskoga kommun. Degerfors kommuns policy gäller.", "Degerfors kommun"),
]


@pytest.mark.parametrize(("told", "sender"), SENDERS)
def test_two_municipalities_together_send_nothing(told: str, sender: str | None) -> None:
    found = find_facts(find_memos([plain(UNNAMED.format(told=told))])[0]).head.municipality
    assert (found.value if found else None) == sender


PERSONS = [
    ("Per Aren, Anna Ek och Olle Berg ges i uppdrag att ta fram en plan.", ["Per Aren", "Anna Ek", "Olle Berg"]),
    ("Per Aren (S), Anna Ek (M) och Olle Berg (C) ges i uppdrag att ta fram en plan.", ["Per Aren", "Anna Ek", "Olle Berg"]),
    ("att ge Per Aren, Anna Ek och Olle Berg i uppdrag att ta fram en plan.", ["Per Aren", "Anna Ek", "Olle Berg"]),
    ("Per Aren och Anna Ek bemyndigas att teckna avtalet.", ["Per Aren", "Anna Ek"]),
    ("Kommunchefen Per Aren och ekonomichefen Anna Ek får i uppdrag att ta fram en plan.", ["Per Aren", "Anna Ek"]),
    ("Kommunstyrelsen ger Per Aren och Anna Ek i uppdrag att ta fram en plan.", ["Per Aren", "Anna Ek"]),
    ("att uppdra åt Per Aren och Anna Ek att ta fram en plan.", ["Per Aren", "Anna Ek"]),
    ("Per Aren bemyndigas att teckna avtalet, med Anna Ek som ersättare.", ["Per Aren"]),
    ("att ge förvaltningen i uppdrag att svara Per Aren och Anna Ek.", []),
    ("att godkänna rapporten från Per Aren och Anna Ek.", []),
]  # fmt: skip


@pytest.mark.parametrize(("point", "who"), PERSONS)
def test_persons_given_a_task(point: str, who: list[str]) -> None:
    text = FRAME.replace("{addressee} beslutar godkänna förslaget.", point)
    found = find_facts(find_memos([plain(text.format(addressee="Kommunstyrelsen", body="Frågan har väckts."))])[0])
    assert [p.name for p in found.parties if p.type == "person" and p.role == "assignee"] == who
