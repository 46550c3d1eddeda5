"""Where one stretch of text holds several points: att-satser run on, numbers run on, sentences set under each other."""

import re

from pipeline.extract.actions import find_verbs, fold, main_verb, opens_with_infinitive, opens_with_present
from pipeline.extract.decisions_leads import is_body_name, is_lead
from pipeline.forms.guard import guarded
from pipeline.forms.sentences import sentences

_ATT = guarded(
    r"(?:(?P<full>(?<! för)(?<!\.för)\.|[;:])|(?P<comma>,))?\s{0,9}"  # "Ek. för." ends no sentence
    r"(?P<and>\b(?:samt|och|dels|ock|ävensom|jämte)\s{1,9}){0,3}\batt\b",
    re.IGNORECASE,
)
# what an att-sats may begin with before its verb
_INTRO = frozenset(
    (
        *("för", "under", "i", "till", "med", "såsom", "som", "omedelbart", "inte", "ej", "på", "av", "från", "enligt"),
        *("vid", "genom", "såvitt", "ur", "utan", "inom", "tills", "härmed", "därutöver", "vidare", "dels", "även"),
        *("också", "samtidigt", "avseende"),
    )
)
# verbs of points of their own, also where an att before them is still open
OWN_VERBS = frozenset(
    ("förklara", "föreslå", "hemställa", "debitera", "uppmana", "erinra", "anmoda", "meddela", "begära", "förutsätta")
)
# what asks for an att: "uppdra åt X", "bemyndiga X", "hemställa hos X"; where none has followed yet the next is its own
_ASKS = re.compile(
    r"\b(?:uppdra(?:r|s|ges?)?|bemyndiga[rs]?|delegerar?|hemstall(?:a|er|s)|foresla[rs]?|foreslas|begar[as]?|anmoda[rs]?|"
    r"uppmana[rs]?|(?:ge[rs]?|lamna[rs]?|far|fa)\b.{1,120}?\b(?:i uppdrag|uppdraget|fullmakt|ratt|mojlighet)|"
    r"under forutsattning|besluta[rs]?(?: om)?|innebar\w*|sa|for|genom|utan|om|till|av|pa|med|an)\b",
    re.DOTALL,
)
_TRAIL = re.compile(r"(?:\s{0,9}[,;_]|\s{1,9}(?:[:.]{1,2}|[–—-])|\s{1,9}(?:samt|och|dels|ävensom))+\s*$", re.IGNORECASE)
# the next point's number, or what was read of it: "… till 110 mkr, samt 5"
_SCRAP_AFTER = re.compile(r"(?<=,)\s+(?:samt|och)\s+[\w|!$]{1,2}[.)]?\s*$")
# what an old OCR made of dirt behind a point: "till ekonomisystemet. é", "till budgeten,’°"
_DIRT = re.compile(r"(?:(?<=[a-zåäö][.,;])\s{0,2}[^\w\s\"”)\].,;:–-]{1,3}|(?<=[a-zåäö]\.)\s{1,3}[a-zéèàü¢])\s*$")
_DELS = re.compile(r"(?:(?:dels|samt|och|ock|ävensom)\s+)+(?=att\b)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:(?<=[.;,:])|(?<=\boch)|(?<=\bsamt))\s+\(?(?P<n>\d{1,2})[.)]\s+(?=\S)")
# what a lead-in that goes on into its first att-sats ends with
_BEFORE_POINTS = re.compile(
    r"\b(?:beslutar?(?: (?:enhalligt|vidare|dessutom|darutover|slutligen|saledes|ocksa|aven))?|"
    r"hemstall(?:er|es)?|foreslas|(?:egen|sin) del|foresla[rs]?(?: [\w-]+){1,5})[\s:,–-]*$"
)
# "föreslås hemställa att fullmäktige beslutar att godkänna …": the points begin with the second att
_OWN_CLAUSE = re.compile(r"(?:dels\s+|samt\s+|och\s+)?att\s+[a-zåäö]+\s*$")
_CHAIN_ON = re.compile(r"att\s+(?:[^.,;:]{3,90}?\b)?(?:beslutar?|måtte besluta)\s+(?=att\b)")
_FIRST_NUMBER = re.compile(r"(?<=\w)\s+(?=1[.)]\s+\S.{3,600}[.;,:]\s+2[.)]\s|\(1\)\s+\S.{3,600}\s\(2\)\s)", re.DOTALL)
_ONE = re.compile(r"\s+(?=1[.)]\s+\S|[2-9][.)]\s+att\s)")  # a list's first, or the next after another body's
_DELS_ATT = re.compile(r"\s*(?:(?:dels|samt|och)\s+)?att\b", re.IGNORECASE)
_TASK = re.compile(r"\b(?:uppdra[rs]?|bemyndiga[rs]?|uppdrag|fullmakt|rätt|möjlighet|förutsättning)\b")
_AFTER_NUMBER = re.compile(r"(?:\d|\bkronor|\bkr|\btkr|\bmn?kr|\bprocent)$", re.IGNORECASE)
_HOW_USED = re.compile(r"\s+(?:\w+\s+)?(?:gälla|utgå|[a-zåäö]+as)\b")
# what is said of what a point gives or makes: how it is paid, when it holds; nothing is decided so
OF_POINT = re.compile(
    r"\s+(?:(?:därvid|sedermera|därefter|härvid|helt|delvis|först|i sin helhet|omedelbart)\s+)?"
    r"(?:gälla|utgå|belasta|löpa|ske|utgöra|avse|[a-zåäö]+[ae]s)\b(?<!hoppas)(?<!minnas)"
    r"(?<![aeo]rnas)(?<!deras)(?<!nnes)(?<!allas)(?<!bådas)"
)
_AT_ONCE = re.compile(
    r"^(?:omedelbar justering|(?:paragrafen|beslutet|punkten|arendet|denna paragraf)\b.{0,20}\b(?:justera|forklaras))"
)


def is_at_once(text: str) -> bool:
    """Whether a point only says that the minutes are to be approved at once, which the deciding body itself does."""
    folded = fold(text)
    return (
        _AT_ONCE.match(folded) is not None
        or re.match(r"att (?:omedelbart |genast )?(?:forklara|justera)\b.{0,30}\b(?:paragraf|justera|punkt)", folded)
        is not None
    )


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The point without white space, without "dels" before its att and without comma, "samt" or "och" after it."""
    while start < end and text[start].isspace():
        start += 1
    opening = _DELS.match(text, start, end)
    if opening:
        start = opening.end()
    dirt = _DIRT.search(text, max(start, end - 8), end)
    if dirt:
        end = dirt.start()
    scrap = _SCRAP_AFTER.search(text, max(start, end - 20), end)
    if scrap:
        end = scrap.start()
    trailing = _TRAIL.search(text, max(start, end - 40), end)
    if trailing:
        end = trailing.start()
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def att_satser(text: str, start: int, end: int, new_line: frozenset[int] = frozenset()) -> list[tuple[int, int]]:
    """The att-satser that follow on each other in text[start:end], which begins with one: `att …, att … samt att …`.

    new_line: offsets of words that begin a printed line, as far as they are known.
    """
    cuts = [start]
    for match in _ATT.finditer(text, start + 3, end):
        set_under = (
            match.end() - 3 in new_line
            and not _asked_for(text, cuts[-1], match.start())
            and _deciding(text, match.end() - 3, end)
        )
        if text[cuts[-1] : match.start()].strip() in ("dels", "samt"):
            continue  # "dels ock att"
        if _OWN_CLAUSE.match(text, cuts[-1], match.start()):
            continue  # "att godkänna att låneramen höjs"
        if OF_POINT.match(text, match.end()) and not match["and"] and not match["full"]:
            continue  # "fastställa taxan, att gälla från den 1 januari", "anslå 240 000 kronor, att täckas av …"
        if match.start() > cuts[-1] and (set_under or _coordinate(text, cuts[-1], match, end)):
            cuts.append(match.start("and") if match["and"] else match.end() - 3)
    stops = [*cuts[1:], end]
    return [trim(text, a, b) for a, b in zip(cuts, stops, strict=True)]


def _asked_for(text: str, opened: int, at: int) -> bool:
    """Whether the att at `at` is what a verb before it asks for: "bemyndiga chefen | att underteckna"."""
    before = text[opened:at]
    if before.rstrip().endswith((",", ";", ".")) or re.search(r"\b(?:samt|och|dels)\s*$", before):
        return False
    asked = [m.end() for m in _ASKS.finditer(fold(before))]
    answered = [m.start() for m in re.finditer(r"\batt\b", before)]
    return bool(asked) and not any(a >= asked[-1] - 4 for a in answered)


def _coordinate(text: str, opened: int, match: re.Match[str], end: int) -> bool:
    """Whether an att begins a point of its own, or belongs to what stands before it (uppdra åt X att …)."""
    if not match["full"] and not match["comma"] and not match["and"]:
        # a list whose lines ran together: "… totalt 305 000 kronor att bidraget betalas ut när …"
        return (
            _AFTER_NUMBER.search(text, max(opened, match.start() - 12), match.start()) is not None
            and _HOW_USED.match(text, match.end()) is None
            and _TASK.search(text, opened, match.start()) is None
            and _deciding(text, match.end() - 3, end)
        )
    following = text[match.end() : match.end() + 60].split()
    if not following:
        return False
    if match["full"]:
        return match["full"] != ":"
    verbs = find_verbs(text[match.end() : min(end, match.end() + 200)])
    first = next((v for v in verbs if v.tense in ("inf", "pres")), None)
    infinitive = first is not None and first.tense == "inf" and first.start <= 1
    if match["and"] and match["and"].lower().split()[0] in ("dels", "ock"):
        return True
    own = _DELS.match(text, opened)
    nested = re.search(r"\batt\b", text[(own.end() if own else opened) + 3 : match.start()]) is not None
    deciding = first is not None and (first.action != "other" or first.infinitive in OWN_VERBS)
    if match["comma"] and not match["and"] and _ASIDE_IN_TASK.search(text, opened, match.start() + 1):
        return False
    ordered = match["comma"] and not (match["and"] or nested or (deciding and infinitive))
    if ordered and _ORDERED.match(text, opened, match.start() + 1):
        return False  # "att förelägga bolaget, org.nr 556677-8899, att vid vite om … ha sanerat marken"
    if match["comma"]:
        if nested and infinitive and not deciding:
            return False
        ought = not nested and _OUGHT_CLAUSE.match(text, match.end(), end) is not None
        return infinitive or ought or following[0].lower() in _INTRO or _deciding(text, match.end() - 3, end)
    if match["and"] and is_at_once(text[match.end() : end].strip()):
        return True
    # without a comma: only where no att is open, or the verb is one that decides
    if nested:
        return infinitive and deciding
    if match["and"].lower().startswith("samt") and _deciding(text, match.end() - 3, end):
        return True  # "att upphäva beslutet samt att motionen avslås"
    return infinitive or _finite(text, opened, match.start())


# ", att borgensavgiften ska vara 0,4 procent"
_OUGHT_CLAUSE = re.compile(r"\s(?:[\w-]+\s){1,5}(?:ska|skall)\s[a-zåäö]")
# "bemyndiga ordföranden, i samråd med chefen, | att teckna avtalet"
_ASIDE_IN_TASK = re.compile(
    r"\b(?:bemyndiga|uppdra(?:ga)? (?:åt|till))\s(?:(?!\batt\b)[^,]){2,90},\s(?:i samråd|tillsammans|i samverkan|"
    r"i samarbete|eller|med|under|senast|efter|som|vid|inom|dock|utan|genom|för)\b(?:(?!\batt\b)[^,]){2,120},$"
)

# who is ordered, but not yet what: "att förelägga fastighetsägaren, Nils Ek,"
_ORDERED = re.compile(
    r"(?:(?:dels|samt|och)\s)?att\s(?:(?!\batt\b)[^.;:]){0,90}?"
    r"(?<!\w)(?:förelägga|ålägga|förbjuda|tillhålla|förplikta|anmana)\s(?:(?!\batt\b)[^;:]){2,200},$"
)


def _deciding(text: str, start: int, end: int) -> bool:
    """Whether the att-sats that begins here says by itself what is done."""
    verb = main_verb(text[start : min(end, start + 220)])
    return verb is not None and ". " not in text[start : start + verb.start]


def _finite(text: str, start: int, end: int) -> bool:
    """Whether the att-sats so far is a clause (att motionen avslås), so that the next may be one too."""
    verb = main_verb(text[start:end])
    return verb is not None and verb.tense == "pres"


_BEFORE_INFINITIVE = frozenset(
    (
        *("att", "och", "eller", "samt", "inte", "ej", "ska", "skall", "skulle", "kan", "kunna", "bör", "får", "få"),
        *("måste", "vill"),
    )
)
_LIKE_NOUNS = frozenset(("hyra", "vila", "visa", "lägga", "ta", "få", "ha", "gå", "bli", "vara", "dela"))
_LIST_COMMA = re.compile(r"(?:[,;]|[,;]?\s(?:och|samt))\s*$")


_COMMA_PRESENT = re.compile(r",\s+(?:och\s+|samt\s+)?(?=[a-zåäö])")


def presents(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The points of a list that lost its marks, where each says what the body does: "beviljar X …", "tar ut …"."""
    cuts = [start]
    for match in _COMMA_PRESENT.finditer(text, start + 8, end):
        verb = main_verb(text[match.end() : min(end, match.end() + 200)])
        if (
            opens_with_present(text[match.end() : match.end() + 40])
            and verb is not None
            and verb.start < 2
            and not verb.passive
        ):
            cuts.append(match.end())
    return [trim(text, a, b) for a, b in zip(cuts, [*cuts[1:], end], strict=True)]


def infinitives(
    text: str, start: int, end: int, lines: frozenset[int] = frozenset(), short: frozenset[int] = frozenset()
) -> list[tuple[int, int]]:
    """The points of a list that lost its marks: "avslå ansökan …", "bevilja ersättning …", set under each other.

    lines: offsets of words that begin a printed line, as far as they are known; short: those below a line that ended
    early, with which a point begins if a comma stands before. An infinitive that nothing asks for
    begins a point; after a comma where it decides something or begins a line.
    """
    early = sorted(n for n in short if start < n < end and _LIST_COMMA.search(text[max(start, n - 9) : n]))
    cuts, opened = {start, *early}, start
    for verb in find_verbs(text[start:end]):
        at = start + verb.start
        while early and early[0] <= at:
            opened = early.pop(0)
        if verb.tense != "inf" or at <= opened + 8:
            continue
        before = text[max(opened, at - 60) : at].rstrip()
        word = before.split()[-1].lower() if before.split() else ""
        decides = verb.infinitive not in _LIKE_NOUNS and (verb.action != "other" or verb.infinitive in OWN_VERBS)
        listed = _LIST_COMMA.search(before + " ") is not None and (word not in ("och", "samt") or "," in before[-6:])
        if (listed and (decides or at in lines)) or (
            word.strip(",;") not in _BEFORE_INFINITIVE and (at in lines or (not lines and decides)) and not listed
        ):
            cuts.add(at)
            opened = at
    ordered = sorted(cuts)
    return [trim(text, a, b) for a, b in zip(ordered, [*ordered[1:], end], strict=True)]


def _unmarked(text: str, start: int, end: int) -> bool:
    """Whether a list that lost its marks follows on "att": infinitives that nothing but a line's end parts."""
    rest = text[start:end].lstrip()
    if "," in rest or "." in rest.rstrip(".") or " och att " in rest or not opens_with_infinitive(rest):
        return False
    return len(infinitives(text, end - len(text[start:end].lstrip()), end)) > 1


def lead_and_rest(text: str, start: int, end: int, more: bool = False) -> tuple[int, int] | None:
    """Where a lead-in that shares its paragraph with points ends and they begin, None where there is none.

    `Nämnden beslutar: att …`, `Förvaltningen föreslår nämnden besluta att … samt att …`. A single att without a colon
    is a whole sentence, and so its own point, unless more att-satser follow in the next stretch.
    """
    stretch = text[start:end]
    colon = re.search(r":\s+(?=\S)", stretch)
    if (
        colon
        and colon.start() < 400
        and (is_lead(stretch[: colon.start() + 1], False, True) or is_body_name(stretch[: colon.start()]))
    ):
        return start + colon.start() + 1, start + colon.end()
    first = _FIRST_NUMBER.search(stretch[:400]) or _ONE.search(stretch[:400])
    if first and first.re is _ONE and not _BEFORE_POINTS.search(fold(stretch[: first.start()].removesuffix(" att"))):
        first = None  # else a list of one, or whose other points stand for themselves
    if first and is_lead(stretch[: first.start()], False, True):
        return start + first.start(), start + first.end()
    for att in re.finditer(r"\b(?:dels\s+)?att\b", stretch):
        if att.start() > 400:
            break
        head = stretch[: att.start()]
        if att.start() and _BEFORE_POINTS.search(fold(head)):
            if not is_lead(head, False, True) or _CHAIN_ON.match(stretch, att.start()):
                continue
            run_together = att.end() < 300 and _unmarked(text, start + att.end(), end)
            if run_together:
                return start + att.end(), start + att.end() + 1
            if (more and not _DELS_ATT.match(head)) or len(att_satser(text, start + att.end() - 3, end)) > 1:
                return start + att.start(), start + att.start()
    return None


def lead_above_lines(text: str, start: int, end: int, lines: frozenset[int]) -> tuple[int, int] | None:
    """The lead-in of lines that each say what its body does: "Förvaltningen föreslår att nämnden", "godkänner …",
    "uppdrar åt …". lines: offsets of words that begin a printed line, as far as they are known."""
    verbs = [n for n in sorted(lines) if start < n < end and opens_with_present(text[n:end])]
    if len(verbs) < 2 or verbs[0] - start > 300:
        return None
    lead = text[start : verbs[0]].rstrip()
    return (start + len(lead), verbs[0]) if _UP_TO_BODY.search(fold(lead)) else None


_UP_TO_BODY = re.compile(
    r"\b(?:foreslar|foreslas|hemstaller|beslutar)\b[^.;:]*\b(?:\w*(?:namnden|styrelsen|fullmaktige|utskottet|direktionen)|"
    r"utskott)$"
)
_LETTERED = re.compile(r"(?<=[\w.,;])\s+(?P<n>[b-h])[.)]\s+(?=att\s)")


def lettered(text: str, start: int, end: int, first: str) -> list[tuple[int, int, str]]:
    """Lettered att-satser run on in one stretch that begins with letter `first`: (start, end, letter) of each."""
    cuts: list[tuple[int, int, str]] = []
    at, letter = start, first
    for match in _LETTERED.finditer(text, start, end):
        if ord(match["n"]) == ord(letter) + 1:
            cuts.append((at, match.start(), letter))
            at, letter = match.end(), match["n"]
    return [*cuts, (at, end, letter)]


def numbered(text: str, start: int, end: int, first: int) -> list[tuple[int, int, str]]:
    """Numbered points run on in one stretch that begins with number `first`: (start, end, number) of each."""
    cuts: list[tuple[int, int, str]] = []
    at, number = start, first
    for match in _NUMBERED.finditer(text, start, end):
        if int(match["n"]) == number + 1:
            cuts.append((at, match.start(), str(number)))
            at, number = match.end(), number + 1
    return [*cuts, (at, end, str(number))]


def sentence_points(
    text: str, start: int, end: int, new_line: frozenset[int] = frozenset(), short: frozenset[int] = frozenset()
) -> list[tuple[int, int]]:
    """Whole-sentence points that share a paragraph. new_line: offsets of words that begin a printed line; short: those
    of them below a line that ended early.

    A sentence is a point of its own where it says by itself what is done and by whom, or stands on a line of its own.
    """
    parts = [(start + a, start + b) for a, b in sentences(text[start:end])]
    points: list[tuple[int, int]] = []
    for a, b in parts:
        sentence = text[a:b]
        if points and not _own(sentence, text[points[-1][0] : points[-1][1]], a in new_line, a in short):
            points[-1] = (points[-1][0], b)
        else:
            points.append((a, b))
    return points


_ENDINGS = frozenset(("avbryta", "avsluta", "avveckla", "avskriva", "stänga", "dra"))


def _own(sentence: str, before: str, on_new_line: bool, after_short: bool) -> bool:
    folded = fold(sentence)
    if is_at_once(sentence):
        return True
    verb = main_verb(sentence)
    alone = verb is not None and verb.passive and verb.tense == "pres" and verb.start < 40
    if verb is not None and alone and (after_short or (on_new_line and verb.infinitive in _ENDINGS)):
        return True  # "Upphandlingen avbryts …" on a line of its own
    if verb is None or verb.action == "other":
        return False
    earlier = main_verb(before)
    if earlier is None:
        return False
    if on_new_line:
        return True
    subject = folded[: verb.start].split()
    assigned = verb.action in ("assign", "authorise", "answer", "reject", "approve", "adopt", "note")
    return (len(subject) <= 6 and assigned) or (len(subject) <= 12 and _BODY_OPENS.match(folded) is not None)


_BODY_OPENS = re.compile(
    r"(?:[\w-]+,? ){0,4}?\w*(?:namnden|styrelsen|fullmaktige|utskottet|direktionen)"
    r"(?: (?:for|i) (?:egen|sin) del)? (?:beslutar|foreslar|hemstaller|ger|uppdrar|godkanner|antar)\b"
)
