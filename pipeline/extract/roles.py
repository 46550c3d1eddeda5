"""Which part each named party plays: told by the section that it stands in, and by the words beside it."""

import re

from pipeline.extract.facts import Facts
from pipeline.extract.parties_mentions import Mention, in_one_of, within, words
from pipeline.extract.roles_cues import told_after, told_before
from pipeline.extract.roles_stray import is_loose
from pipeline.forms.guard import guarded
from pipeline.forms.names_tables import words as name_words
from pipeline.memo.memo import Memo, SectionKind
from pipeline.tables import PartyRole, PartyType

BACK = 130  # characters before a name in which a cue may stand
REACH = 170  # and after it
JOINT = re.compile(
    r"\s*(?:m\.? ?fl\.?)?\s*(?:\([^)]{1,20}\)|,? ?\d{6}-\d{4},?)?"
    r"\s*(?:,|och|samt|respektive|eller|&)\s*(?:för )?(?:av |från |till )?$"
)
BACKGROUND = re.compile(
    r"\b(?:enligt|i|[Ee]fter) (?:kommunens |stadens |gällande |nuvarande |befintligt |det )?"
    r"(?:\w*avtal(?:et)?|överenskommelse(?:n)?|samråd) med\s*$"
)
# what is given, and sold to nobody ("försäljning av aktier samt bidrag till Hults IF"), or bought every day
GIFT = re.compile(
    r"\b(?:(?:\w*bidrag|\w*stöd|anslag|medel|lån|borgen|kr|kronor|tkr|mnkr|tack) (?:till|åt|för)"
    r"|(?:tjänster|platser|vårdplatser|elevplatser|insatser) (?:av|från|hos))\s*$"
)
# whose product it is, told in passing: "verksamhetssystemet, som levereras av Ek Data AB, uppgraderas"
PRODUCT = guarded(
    r"(?:system|index|datorstöd|verktyg|programvara|licens|systemtillägg|plattform|appen?|modell)(?:et|en|n|erna|ar|er)?,?"
    r"(?: som)?(?: i ?dag| nu| redan| också)? (?:levereras|levererats|levererades|levererat|tillhandahålls"
    r"|utvecklas) av\s*$",
    re.IGNORECASE,
)
# what somebody wants done is not done: "yrkar att fastigheten i stället säljs till Ek AB"
CLAIMED = re.compile(r"\b(?:yrkar|yrkade|yrkat|yrkande|reserverar sig)\b[^.;\n]*$")
# whom no contract binds any more: "den senaste hyresgästen, Ek AB,"
FORMER = re.compile(
    r"\b(?:tidigare|förr[ae]|dåvarande|föregående|senaste|forn[ae]|avgående|utflyttade) (?:\w*(?:gäst|värd|entreprenör|"
    r"leverantör|arrendator|exploatör)(?:e?n|er|erna)?|\w*(?:innehavare|ägare|köpare|utförare|drivare)n?),?\s*$",
    re.IGNORECASE,
)
# "att till Ek AB hyra ut lokalen", "att åt Hults IF upplåta planen"
TO_WHOM = re.compile(r"\b(?:till|åt)\s+$")
LET = re.compile(r",?\s+(?:(?:hyra|arrendera) ut|sälja|försälja|överlåta|upplåta|utarrendera|uthyra|markanvisa)\b")
# a permit that somebody applies for: whom the applicant rents its house from is none of the municipality's
PERMIT = re.compile(
    r"serverings?tillstånd|tobakstillstånd|försäljningstillstånd|lotteritillstånd|bygglov|rivningslov|marklov|"
    r"förhandsbesked|strandskyddsdispens|servering av (?:starköl|öl|vin|sprit|alkohol)",
    re.IGNORECASE,
)
# who decided on it: "överklagandet avslogs av Kammarrätten", "motionen har behandlats av Socialnämnden"
DEALT_WITH = guarded(
    r"\b(?:avslogs|avslagits|bifölls|bifallits|beslutades|beslutats|behandlades|behandlats|behandlas|bereddes|beretts|"
    r"bereds|prövades|prövats|prövas|avgjordes|avgörs|beviljades|beviljats|remitterades|remitterats|bordlades|"
    r"återremitterades|avstyrktes|tillstyrktes|avstyrkts|tillstyrkts|besvarades|besvarats|besvaras|granskades|granskats|"
    r"upphävdes|upphävts|fastställdes|fastställts|avvisades|avvisats|handläggs|handlades|undanröjdes|antogs|antagits|"
    r"godkändes|godkänts|yttrande|utlåtande|svar|beslut|dom|stöds|stöddes|begärts in) av\s*$",
    re.IGNORECASE,
)
# a contract of the land's or a house's kind, which persons make too
PERSONAL = guarded(
    r"(?:arrende\w*|hyresavtal\w*|hyreskontrakt\w*|köpeavtal\w*|köpekontrakt\w*|tomträttsavtal\w*|servitutsavtal\w*|"
    r"nyttjanderättsavtal\w*|markavtal\w*|bytesavtal\w*|förlikning\w*) "
    r"(?:med|mellan (?:kommunen|staden|regionen|[A-ZÅÄÖ]\w+ kommun) och)\s+$"
    r"|\b(?:arrendatorn|hyresgästen|köparen|säljaren|motparten|markägaren|tomträttshavaren),?\s+$",
    re.IGNORECASE,
)
# who asks for others: "Föreningens ordförande Eva Ek har ansökt"
FOR_OTHERS = guarded(
    r"\b(?:[A-ZÅÄÖ][\w:-]*s|[a-zåäö]+(?:ens|ets|ns))\s+(?:ordförande|kassör|sekreterare|vd|VD|verkställande direktör|"
    r"styrelseordförande|föreståndare|kontaktperson|firmatecknare|talesperson|platschef|ägare)\s+$"
)
# a lease told in passing: it is part of the matter where the landlord is told of the decision, or a point names it
RENTED = re.compile(r"\b(?:hyrs|hyrts|hyrdes|arrenderas) av\s*$")
# to whom, or through whom, somebody applies: "har genom ombudet Anna Ek hos Länsstyrelsen ansökt"
PATH = guarded(
    r"(?:\b(?:[Hh]os|[Gg]enom|[Vv]ia|[Ii]nför)(?: (?:sitt|sin|dess))?(?: [a-zåäö-]+)?|\bhar\b[^.\n]{0,60}\btill)\s+$"
)
# whose it is, told in passing: "Ek AB, som ägs till hälften av Bok AB och till hälften av Al AB, söker"
OWNERS = guarded(
    r"\b(?:ägs|ägdes|ägt|äges|helägt|delägs|samägs|dotter(?:bolag|företag)|del av koncernen)\b(?:[^.,;\n]|,\d){0,140}?"
    r"(?: av| till)\s+$"
)
# "överta Norra vägföreningens ledningar": taken over from whom they belong to
TAKES = re.compile(
    r"\b(?:övertagande(?:t)? av|överta|övertar|övertog|förvärva|förvärvar|förvärv av|köpa|köper|köp av|inlösen av)\s+$"
)
NOT_TAKEN = re.compile(r"\s+(?:ansvar|roll|uppgift|arbete|uppdrag|tjänst|ordförande|medlem|personal|andel av)")
OFFER = re.compile(r"\s(?:anbud|offert)\b")  # "anta Ek AB:s anbud" makes a contract with it all the same
GRANTED = re.compile(r"\bbevilja\w*\s*$", re.IGNORECASE)
MOTION = re.compile(r"motion|medborgarförslag|e-förslag|interpellation|ledamotsinitiativ|invånarförslag", re.IGNORECASE)
# in a motion's title: "Motion från Centerpartiet om …", "Centerpartiets motion", "Motion (Liberalerna) – …"
MOVER = re.compile(r"(?:^|(?:från|av|och|samt|[,(/:–-]))\s*$")
# what stands between a name and what it does: "(bolaget), org.nr 556812-4470,"
ASIDE = re.compile(
    r"^(s?)(?: (?:m\.? ?fl\.?|med flera)(?= )|,? ?\([^)]{1,30}\)"
    r"|,? ?(?:[Oo]rg\.? ?-?(?:nr|nummer)\.?:? ?)?\d{6}-\d{4},?"
    r"|, [A-ZÅÄÖ][a-zåäö]+(?:[ -][A-ZÅÄÖ][a-zåäö]+)?,(?= [a-zåäö])"
    r"|, (?:som (?:ägs|delägs)|ägt|helägt|ett (?:hel|del)?ägt|dotterbolag)[^.\n]{3,130}?,(?= ))+"
)
# who else stands before the names in a list: "avtal med staten, Region Skåne och …", "hyrs av bland andra …"
PASSED_OVER = guarded(
    r"(?:(?<!mellan )(?:staten|kommunen|staden|regionen|landstinget|bolaget|bolagen|föreningen|företagen|firman)"
    r"(?:,| och| samt)"
    r"|bland (?:andra|annat|annan)|bl\.? ?a\.?|främst|bolagen|företagen|föreningarna|aktörerna|dels)\s+$"
)
# "Förslaget, som publicerades på webbplatsen den 4 maj 2021 av Eva Ek"
MOVED = re.compile(
    r"(?:motion(?:en)?|förslag(?:et)?|interpellation(?:en)?|initiativ(?:et)?)\b[^.!?\n]{0,150}?"
    r"\b(?:publicer|väckt|lämn|inlämn|inkom|ställd|registrer|skick|lagt|lades|upprätt)\w*\b[^.!?\n]{0,80}? av\s+$",
    re.IGNORECASE,
)
# a sentence about what others do: "Bolaget hyr lokaler av …" makes no contract of the municipality's
OTHERS = re.compile(
    r"(?:Bolaget|Föreningen|Stiftelsen|Företaget|Sökanden|Klubben|Byalaget|Jouren|Samfälligheten|Församlingen|Skolan|"
    r"Fastighetsägaren|Hyresgästen|De sökande|Han|Hon|De|(?:[A-ZÅÄÖ][a-zåäö]+ )?[Rr]evisor(?:er|erna|s)?|"
    r"(?:[A-ZÅÄÖ][a-zåäö]+r)?[Rr]evisionen|[Kk]ommunrevisionen)\b"
)
OURS = re.compile(r"\b(?:kommunen|nämnden|staden|regionen|förbundet|\w*avtal\w*|oss|vi)\b", re.IGNORECASE)
# whom money is asked of: "ansökan om bidrag från Allmänna arvsfonden", "medel ur Region Skåne"
SOURCE = guarded(
    r"\b(?:\w*medel|\w*bidrag|\w*stöd|ersättning|\w*finansiering|\w*anslag|återbetalning|utbetalning|yttrande|besked|svar)"
    r"\s+(?:från|ur)\s+$"
)
SOURCES: frozenset[PartyType] = frozenset({"authority", "region", "other"})
# those who were heard ask for something too, under a heading of theirs; a letter that is filed asks for nothing
HEARD = re.compile(r"yttrande|remiss|samråd|synpunkt|granskning|utställning", re.IGNORECASE)
WANTS = re.compile(r"[^.\n]{0,50}?\b(?:hemställ|begär|anhåll|yrka|önska|äska)\w*\b")
FILED = re.compile(r"[^.\n]{0,50}? till handlingarna\b")
# a person's own case: "beviljade den 5 mars 2015, § 44, Eva Ek bostad"
OWN_CASE = guarded(
    r"\b(?:beviljade|beviljat)(?: den \d{1,2} [a-zåäö]{3,9}\.?(?: \d{4})?| \d{4}-\d{2}-\d{2})?,?(?: ?§ ?\d{1,3},?)?\s+$"
)
UNIONS = frozenset({"lärarnas riksförbund", "sveriges lärare", "svenska kommunalarbetareförbundet"})
# who asks for how a matter is dealt with: "bordlades 2017-09-21, § 108, på begäran av Nils Ek (M)"
PROCEDURE = guarded(
    r"\b(?:bord(?:lägg|lag|lad)|återremi|ajourner|uppskj|uppsk[oö]t|utgå|omröst|vot(?:er|ering)|rösträkn|sluten)\w*\b"
    r"[^.!?\n]{0,80}?\bpå begäran av\s+$",
    re.IGNORECASE,
)
DIRT = re.compile(r"(?<=\)) ?['’‘`´.~] ?(?=och|samt)")  # "Eva Ek (S)'och Nils Berg (V)", in an OCR's eyes
# the labels of a form
LABEL = guarded(
    r"(?:^|\n|\t)(?:(?P<applicant>Sökande|Sökanden|Klagande|Motionärer|Motionär|Förslagsställare|Initiativtagare|"
    r"Bidragssökande|Sökandens namn|Förslagslämnare|Överklagande part)"
    r"|Motpart|Hyresvärd|Hyresgäst|Leverantör|Entreprenör|Exploatör|Köpare|Säljare|Arrendator|Avtalspart|Jordägare)"
    r"[ \t]*:?[ \t]*\n?$"
)
OPENING = 750  # characters after the title or the first heading in which the matter is told
OUTER: frozenset[PartyType] = frozenset(
    {"company", "association", "person", "municipality", "region", "authority", "other"}
)


COLUMN = re.compile(r"(?m)^(?:Sökande|Förening|Bidragssökande|Organisation|Föreningar)[ \t][^\n]{0,60}$")
NUMBERS = re.compile(r"[ \t]*[\d–=-][\s\d.,–=-]*(?:kr\b|tkr\b)?[\s\d.,–=-]*(?:\n|$)")


def cue_roles(memo: Memo, facts: Facts, mentions: list[Mention], own: frozenset[str]) -> None:
    """Gives applicants and counterparties their roles, by the words beside them; names joined by "och" share them."""
    text = memo.text
    spared = _spared(memo)
    title = facts.head.title
    motion = title is not None and MOTION.search(title.value) is not None
    permit = title is not None and PERMIT.search(title.value) is not None
    bodies = [s.body for s in memo.sections_of(SectionKind.SUMMARY, SectionKind.BODY)]
    start = bodies[0] if bodies else 0
    points = [(s.start, s.end) for s in memo.sections_of(SectionKind.PROPOSAL, SectionKind.DECISION)]
    heard = [(s.start, s.end) for s in memo.sections_of(SectionKind.BODY) if HEARD.search(s.heading)]
    papers = next((s.body for s in memo.sections_of(SectionKind.ATTACHMENTS, SectionKind.DOCUMENTS)), len(text))
    named = [m for m in mentions if m.start >= 0 and not _bracketed(text, m)]
    concerned = {m.name for m in mentions if "recipient" in m.roles or any(s <= m.start < e for s, e in points)}
    reach = len(text)  # where the next name of an outer party begins
    for run in reversed(_runs(text, named)):
        first, last = run[0], run[-1]
        outer = [m for m in run if m.type in OUTER]
        if not outer:
            continue
        after = text[last.end : min(last.end + REACH, reach, _stop(text, last.end))]
        path = PATH.search(text, max(0, first.start - 90), first.start) is not None
        path = path or OWNERS.search(text, max(0, first.start - 170), first.start) is not None
        reach = reach if path else outer[0].start
        open_to = [m for m in outer if m.name.casefold() not in own]
        if not open_to or in_one_of(spared, first.start):
            continue
        begin = max(first.start - BACK, text.rfind("\n\n", max(0, first.start - BACK), first.start) + 2, 0)
        lead = PASSED_OVER.sub("", text[begin : first.start])
        opening = first.start < start + OPENING
        told, asking = _told(lead, "" if path else ASIDE.sub(r"\1", after), first.start >= papers)
        if "counterparty" in told and RENTED.search(lead) and concerned.isdisjoint(m.name for m in run):
            told.discard("counterparty")
        if motion and first.type == "person" and MOVED.search(text[max(0, first.start - 260) : first.start]):
            told.add("applicant")
        if motion and "applicant" in told and GRANTED.search(text[begin : first.start]):
            told.discard("applicant")  # a motion's matter: who is granted something did not apply
        if last.type == "person" and OWN_CASE.search(lead):
            told.add("applicant")
        if last.type == "person" and FOR_OTHERS.search(text[max(0, first.start - 60) : first.start]):
            told, asking = told - {"applicant"}, False
        if first.type in SOURCES and SOURCE.search(lead):
            told = told - {"applicant"}
        if in_one_of(heard, first.start) and WANTS.match(after):
            told, asking = told - {"applicant"}, False
        asking = asking and not FILED.match(after)
        if TO_WHOM.search(text, max(0, first.start - 6), first.start) and LET.match(after):
            told.add("counterparty")
        binding = "counterparty" in told
        person = binding and any(m.type == "person" for m in open_to)  # who is one by such a contract alone
        private = person and PERSONAL.search(text[max(0, first.start - 60) : first.start]) is not None
        for mention in open_to:
            shown = text[mention.start : mention.end].lower()
            genitive = shown.endswith("s") and not mention.name.lower().startswith(shown)
            if genitive and len(run) == 1 and TAKES.search(text, max(0, mention.start - 30), mention.start):
                taken = not NOT_TAKEN.match(text, mention.end) and not _of_others(lead)
                mention.roles |= {"counterparty"} if taken else set()
            if binding:
                genitive = genitive and OFFER.match(text, mention.end) is None
                proposed = in_one_of(points, mention.start)
                never = _never(mention, genitive or (permit and not proposed), proposed, private)
                mention.roles |= told - {"counterparty"} if never else told
            else:
                mention.roles |= told
            if asking and opening and mention.type not in ("authority", "municipality", "region"):
                mention.roles.add("applicant")
    labelled(text, named, own)
    if title is not None and motion:
        for mention in mentions:
            if not title.start <= mention.start < title.end or mention.type not in ("person", "association"):
                continue
            if mention.type == "person" or MOVER.search(text[title.start : mention.start]):
                mention.roles.add("applicant")


def labelled(text: str, named: list[Mention], own: frozenset[str]) -> None:
    """Gives those who stand behind or under a label of a form, also in a letterhead: "Sökande: Eva Ek"."""
    for mention in named:
        if mention.type in OUTER and mention.name.casefold() not in own:
            label = LABEL.search(text[max(0, mention.start - 40) : mention.start])
            if label is not None:
                mention.roles.add("applicant" if label["applicant"] else "counterparty")


def _never(mention: Mention, genitive: bool, proposed: bool, private: bool) -> bool:
    """Whether words beside a name make it no counterparty: a union that wages are agreed on with is none."""
    first = mention.name.lower().split()[0]
    union = first in name_words("unions") or first in name_words("union") or mention.name.lower() in UNIONS
    return genitive or (mention.type == "person" and not private) or (union and not proposed)


def _bracketed(text: str, mention: Mention) -> bool:
    return text[mention.start - 1 : mention.start] == "(" and text[mention.end : mention.end + 1] == ")"


def _told(before: str, after: str, listed: bool = False) -> tuple[set[PartyRole], bool]:
    """The roles that the text before and after a name, or a run of names, gives, and whether it says that they asked.

    listed: among a memo's papers, where a letter's sender is none who applies.
    """
    hits = told_before(before)
    if "counterparty" in hits and (
        BACKGROUND.search(before)
        or GIFT.search(before)
        or _of_others(before)
        or FORMER.search(before)
        or CLAIMED.search(before)
        or PRODUCT.search(before)
    ):
        hits.discard("counterparty")
    if len(hits - {"counterparty"}) and DEALT_WITH.search(before):
        hits &= {"counterparty"}
    if "applicant" in hits and PROCEDURE.search(before):
        hits.discard("applicant")
    hits |= told_after(after)
    asking = "asking" in hits and not listed
    roles: set[PartyRole] = {"applicant"} if "applicant" in hits else set()
    return roles | ({"counterparty"} if "counterparty" in hits else set()), asking


def _of_others(before: str) -> bool:
    """Whether the sentence that leads to a name tells what others than the municipality do."""
    sentence = re.split(r"[.!?]\s+(?=[A-ZÅÄÖ])|\n", before)[-1]
    return OTHERS.match(sentence) is not None and OURS.search(sentence) is None


def _runs(text: str, mentions: list[Mention]) -> list[list[Mention]]:
    """Names joined by commas, "och" and the like: they share what stands before the first and after the last."""
    found: list[list[Mention]] = []
    for mention in mentions:
        if found and _joint(text, found[-1][-1], mention):
            found[-1].append(mention)
        else:
            found.append([mention])
    return found


def _stop(text: str, end: int) -> int:
    """Where the block that holds the character at `end` ends, if within reach."""
    stop = text.find("\n\n", end, end + REACH)
    return stop if stop >= 0 else len(text)


def _spared(memo: Memo) -> list[tuple[int, int]]:
    """Sections in which no words tell applicants and counterparties."""
    kinds = (SectionKind.RECIPIENTS, SectionKind.SIGNATURES, SectionKind.STAMP, SectionKind.LETTERHEAD)
    return [
        (s.start, s.end)
        for s in memo.sections_of(*kinds)
        if not (s.kind is SectionKind.RECIPIENTS and is_loose(memo, s))
    ]


def _joint(text: str, one: Mention, two: Mention) -> bool:
    if not 0 <= two.start - one.end <= 40:
        return False
    tie = text[one.end : two.start]
    return JOINT.match(tie) is not None or (")" in tie and JOINT.match(DIRT.sub(" ", tie)) is not None)


def table_roles(memo: Memo, mentions: list[Mention]) -> list[Mention]:
    """Applicants in a table's column of applicants; those whose kind the name doesn't tell are new mentions."""
    new: list[Mention] = []
    for tab in memo.tables:
        heads_of = {header: set(re.findall(r"\w+", header.lower())) for header in {c.header for c in tab.cells}}
        if all(heads.isdisjoint(words("applicant")) for heads in heads_of.values()):
            continue
        numbers = {
            cell.row: found.group()
            for cell in tab.cells
            if (found := re.search(r"\b\d{2}[2-9]\d{3}-\d{4}\b", memo.text[cell.start : cell.end]))
        }
        for cell in tab.cells:
            heads = heads_of[cell.header]
            text = memo.text[cell.start : cell.end].strip()
            if heads.isdisjoint(words("applicant")) or len(heads) > 3 or not text[:1].isupper():
                continue
            if text.lower().split()[0].strip(":") in words("sum") or text.lower() == cell.header.lower():
                continue
            inside = within(mentions, cell.start, cell.end)
            if (
                not inside
                and len(text) <= 80
                and sum(c.isdigit() for c in text) < 4
                and "sökande" in cell.header.lower()
            ):
                inside = [Mention(cell.start, cell.end, " ".join(text.split()), "other", None, None, 0.6)]
                new += inside
            for mention in inside:
                mention.roles.add("applicant")
                mention.identifier = mention.identifier or numbers.get(cell.row)
    return new


def column_roles(memo: Memo, mentions: list[Mention]) -> None:
    """Applicants in a table that a text file shows as bare lines: "Sökande …", then name, org. number, sums."""
    heading = COLUMN.search(memo.text)
    if heading is None:
        return
    sums = re.search(r"\b(?:[Ss]ökt|[Aa]nsökt|[Ss]öker|[Bb]elopp|[Bb]idrag|[Ff]örslag|[Bb]eviljat)\b", heading.group())
    for mention in mentions:
        near = sums is not None and mention.start < heading.end() + 1500
        if (
            mention.start > heading.end()
            and mention.type in OUTER
            and (mention.identifier or near)
            and not mention.roles
        ):
            line = memo.text.rfind("\n", 0, mention.start) + 1
            follows = memo.text[mention.end : mention.end + 80]
            if not memo.text[line : mention.start].strip() and NUMBERS.match(follows):
                mention.roles.add("applicant")
