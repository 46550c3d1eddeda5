"""What a point says besides: who gets the task, and from and to when it holds."""

import datetime as dt
import re
from collections.abc import Sequence

from pipeline.extract.actions import Verb
from pipeline.extract.decisions_bodies import Context, clean_name, find_bodies
from pipeline.extract.facts import DateFact
from pipeline.forms.guard import guarded
from pipeline.forms.names import find_names
from pipeline.forms.persons import find_persons
from pipeline.forms.titles import title_of

_AFTER_VERB = (
    # ge/lämna X i uppdrag, bemyndiga X att, uppdra åt X att, delegera till X
    re.compile(
        r"\s+(?:även |också |härmed |vidare )?(?:åt |till )?(?P<who>.{2,140}?)\s+"
        r"(?:(?:i|till) uppdrag|[a-zåäö]+uppdrag)\b",
        re.DOTALL,
    ),
    re.compile(
        r"\s+(?:uppdraget|i uppdrag|[a-zåäö]+uppdrag(?:et)?)\s+(?:åt|till)\s+(?P<who>.{2,140}?)(?:\s+att\b|[.,;]|$)",
        re.DOTALL,
    ),
    re.compile(
        r"\s+(?:även |också |härmed |vidare )?(?:åt |till |på )?(?P<who>.{2,140}?)\s+"
        r"(?:(?:fullmakt|rätt(?:en)?|bemyndigande|mandat|befogenhet|delegation|"
        r"uppgiften|till uppgift|i uppgift)\s+)?(?:att|för att)\b",
        re.DOTALL,
    ),
    re.compile(r"\b.{0,120}?\b(?:till|på|åt)\s+(?P<who>[^,.;:]{2,100})", re.DOTALL),
)
_BEFORE_VERB = re.compile(
    r"(?:^|\batt\s+|\bsamt\s+|[,:]\s*)(?P<who>[^,:;]{2,140}?)\s+(?:ska\s+|skall\s+|även\s+|också\s+|härmed\s+)*$",
    re.DOTALL,
)
_CUT = re.compile(
    r"\s*(?:,|\(|\b(?:att|för att|i samråd med|tillsammans med|i samverkan med|eller den|som|under|senast|med|"
    r"att gemensamt|inom ramen|i enlighet|enligt|genom|omgående|snarast|vidare|härmed|därefter)\b).*$",
    re.DOTALL | re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:(?:att|dels|samt|härmed|även|också|vidare|därutöver|dessutom|därför|samtidigt|åt|till|den|det|dåvarande|nuvarande|vår)\s+)+",
    re.IGNORECASE,
)
# "gav vid sitt sammanträde förvaltningen i uppdrag": when and where stands before who
_ON_OCCASION = re.compile(
    r"^\d{1,2}/\d{1,2}\s+|^(?:vid|på|under|i)\s+(?:(?:sitt|ett|det|sin|samma|detta|årets)\s+)?(?:\w+\s+)?"
    r"(?:\w*sammanträdet?|\w*mötet?|beslutet?|samband med \w+)\s+(?:den\s+)?",
    re.IGNORECASE,
)
_FRAME = re.compile(r"^.*\b(?:besluta[rs]?|föreslår|föreslås|föreslå)\b(?:\s+att\b)?\s*", re.DOTALL | re.IGNORECASE)


def assignee(text: str, verb: Verb | None, context: Context) -> str | None:
    """Who gets the task of a point whose action is assign or authorise, with a capital: `Stadsbyggnadschefen`.

    A body or an administration has its full name, a title stands as printed; several are joined as printed, by "och".
    """
    if verb is None or verb.action not in ("assign", "authorise"):
        return None
    who: str | None = None
    if verb.passive or verb.infinitive in ("få", "äga"):
        # passive: "X ges i uppdrag"; but also "ges X i uppdrag", "uppdras åt X att"
        lead = _FRAME.sub("", text[: verb.start])
        before = _BEFORE_VERB.search(text[: verb.start])
        # "ordföranden, eller den hon utser, bemyndigas": no one stands right before the verb
        candidate = _tidy(_FRAME.sub("", before["who"] if before else text[: verb.start]))
        together = _together(lead)
        if together:
            return together
        if _ADVERBIAL.match(_POINT_OPENING.sub("", lead)) and (who := _behind(text[verb.end :], context)):
            return who
        towards = re.match(r"\s+(?:åt|till|på)\s+(?P<who>.{2,140}?)\s+(?:att|för att)\b", text[verb.end :], re.DOTALL)
        if towards and verb.infinitive in ("uppdra", "delegera", "lämna"):
            who = towards["who"]
        elif verb.infinitive in ("delegera", "överlåta") and not re.match(
            r"\s+(?:rätt(?:en)?\s+)?att\b", text[verb.end :]
        ):
            to = re.match(r"[^.;:]{0,80}?\s(?:åt|till|på)\s+(?P<who>[^,.;:]{2,100})", text[verb.end :])
            return _named(_tidy(to["who"]), context) if to else None  # "Driftbudgeten delegeras enligt bilaga"
        elif candidate and not re.match(r"(?:i uppdrag|uppdrag)", candidate):
            who = candidate
    if who is None and verb.infinitive in ("uppdra", "delegera", "överlåta", "lämna", "ge"):
        towards = _TOWARDS.search(" ".join(text[: verb.start].split()) + " ")
        who = towards["who"] if towards else None  # "att till förvaltningschefen delegera rätten att …"
    if who is None:
        for pattern in _AFTER_VERB:
            match = pattern.match(text, verb.end)
            if match:
                who = match["who"]
                break
    inverted = verb.tense in ("past", "pres") and not verb.passive
    if who and inverted and verb.infinitive in ("uppdra", "delegera", "överlåta"):
        who = _SUBJECT.sub("", who)
    elif who and inverted and verb.infinitive in ("ge", "lämna"):
        who = _without_subject(who, context)
    return _named(_tidy(_without_place(who, context)), context) if who else None


_POINT_OPENING = re.compile(r"^\W*(?:att\s+)?", re.IGNORECASE)
# "Om kostnaden ökar får nämnden i uppdrag", "Inom en ram om 4 mnkr bemyndigas styrelsen": who gets it stands behind
_ADVERBIAL = re.compile(
    r"(?:då|när|om|ifall|inom|inför|för|vid|efter|sedan|i|på|utifrån|genom|eftersom|utöver|mot|med|som|innan|ur|av|enligt|utan|"
    r"trots|såvitt|vad|under|hos|från|fram|senast|därest|samtidigt som|i samband)\b\s",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s+(?:även\s+|också\s+|härmed\s+|dock\s+)?(?P<who>[^,.;:]{3,80}?)\s+(?:i uppdrag|rätt(?:en)?\b|att\b)"
)


def _behind(rest: str, context: Context) -> str | None:
    """Who stands right behind the verb: "bemyndigas kommunstyrelsen teckna borgen", "får förvaltningen i uppdrag"."""
    told = _BEHIND.match(rest)
    bodies = find_bodies(rest[:90].lstrip(), context)
    if bodies and not bodies[0].start and not bodies[0].genitive and (told is None or "," in told["who"]):
        return bodies[0].name
    return _named(_tidy(told["who"]), context) if told and not re.match(r"(?:i|åt|till)\b", told["who"]) else None


_PARTY = re.compile(r"\s\([A-ZÅÄÖa-zåäö]{1,4}\)")
_LAST_OF = re.compile(r",?\s(?:och|samt)\s")


def _together(lead: str) -> str | None:
    """Several who are named and get a task together: "Per Aren (S), Anna Ek (M) och Olle Berg (C) ges"."""
    said = _OPENING.sub("", " ".join(_PARTY.sub("", lead).split()))
    if not _SEVERAL.fullmatch(said) or not said[:1].isupper():
        return None
    each = _LAST_OF.sub(", ", said).split(", ")
    if not all(len(e.split()) < 5 and (find_persons(e) or title_of(e) or find_names(e)) for e in each):
        return None
    return said


def _without_place(who: str, context: Context) -> str:
    """Who is given it, without where it was decided: "gav i budgetbeslutet regionstyrelsen i uppdrag"."""
    place = _PLACE.match(who)
    bodies = find_bodies(who[place.end() :], context) if place else []
    return who[place.end() :] if place and bodies and not bodies[0].start else who


_PLACE = re.compile(r"(?:i|vid|genom|enligt) (?:sitt |sin )?[a-zåäö-]+(?:et|en|an) (?=[a-zåäö])")


def _without_subject(who: str, context: Context) -> str:
    """Who is given it, without the body that gives and stands behind its verb: "gav nämnden chefen i uppdrag"."""
    bodies = find_bodies(who, context)
    rest = who[bodies[0].end :] if bodies and not bodies[0].start and not bodies[0].genitive else ""
    rest = _SAID_WHEN.sub("", rest)
    return rest if re.match(r"\s[a-zåäö]", rest) and not _AND_MORE.match(rest) else who


# "gav nämnden (SN § 54) kontoret i uppdrag": when it did; what the § was may have been taken out before
_SAID_WHEN = re.compile(r"^ \([^()]{1,40}\)(?= [a-zåäö])|^ \([A-ZÅÄÖ]\w{0,6}(?= [a-zåäö])")
_AND_MORE = re.compile(r"\s(?:och|samt|jämte|i|att|för|genom|eller|respektive)\b")
_OUGHT = re.compile(
    r"(?:att\s+)?(?P<who>[\w-]*(?:chefen|direktören|föreståndaren|samordnaren|strategen|ledaren|sekreteraren|ekonomen|"
    r"förvaltningen|kontoret|avdelningen|enheten|kansliet|staben)(?: för [\w-]+(?: och [\w-]+)?)?)\s+"
    r"(?:ska|skall)\s+(?:[\w,-]+\s+){0,8}?"
    r"(?:redovisa|redogöra|återkomma|återrapportera|rapportera|presentera|utreda|upprätta|följa upp|se över|"
    r"(?:ta|lägga|arbeta) fram|lämna (?:en|ett))\b",
    re.IGNORECASE,
)


def who_ought(text: str, context: Context) -> str | None:
    """The officer or office that a point gives a task by saying what it ought to do: "Chefen ska redovisa utfallet"."""
    match = _OUGHT.match(text)
    return _named(match["who"], context) if match else None


# "uppdrog kommunstyrelsen åt tekniska kontoret": the subject stands behind its verb
_SUBJECT = re.compile(r"^[^,;:]{3,80}?\s(?:åt|till)\s+(?=\S)")


# several who get the task together: "kommundirektören, ekonomichefen och HR-chefen"
_SEVERAL = re.compile(
    r"[^,;:.()]{3,50}(?:, (?!(?:i|med|under|som|senast|tillsammans|eller|efter|dock|att|och)\b)[^,;:.()]{3,50})+"
    r",? (?:och|samt) [^,;:.()]{3,50}"
)
_TOWARDS = re.compile(r"(?:^|\batt )(?:till|åt) (?P<who>[^,.;:]{3,80}) $")


# "uppdra åt kommundirektören a) att ta fram …, b) att utreda …"
_NEXT_MARK = re.compile(r"(?<=[a-zåäö])[:,]?\s+\(?[a1][.)]$")


def _tidy(who: str) -> str:
    who = _ON_OCCASION.sub("", _OPENING.sub("", " ".join(who.split())))
    if _SEVERAL.fullmatch(who) and not re.search(r"\b(?:att|i uppdrag|enligt)\b", who):
        return who
    return _NEXT_MARK.sub("", _CUT.sub("", who).strip(" .,;:"))


_JOINED = re.compile(r",?\s+(?:jämte|samt|liksom|ävensom|tillika med)\s+")


def _named(who: str, context: Context) -> str | None:
    who = _JOINED.sub(" och ", who)
    if not who or len(who) > 110 or len(who.split()) > 12 or _CLAUSE.search(who):
        return None
    if re.fullmatch(r"(?:upp|utrednings|plan)?uppdrag(?:et)?|uppgiften", who, re.IGNORECASE):
        return None  # "Uppdraget gavs av utskottet"
    if re.fullmatch(r"(?:nämnden|fullmäktige|styrelsen|KS|KF|[A-ZÅÄÖ]{2,5})", who, re.IGNORECASE):
        bodies = find_bodies(who, context)
        if bodies:
            return bodies[0].name
    names = find_names(who)
    if len(names) == 1 and names[0].start == 0 and names[0].end == len(who):
        return clean_name(names[0].name)
    persons = find_persons(who)
    if len(persons) == 1 and persons[0].end == len(who) and _TITLE.fullmatch(who[: persons[0].start]):
        return persons[0].name  # "kommunchefen Sven Ek": the one who is named, as with a party
    return who[:1].upper() + who[1:]


# no name of anybody: "Kommunfullmäktige beslutade" before "att en grupp skulle få i uppdrag"
_CLAUSE = re.compile(
    r"\b(?:beslut(?:ade|ar|at)|beslöt|har|hade|ska|skall|skulle|föreslår|föreslog|är|var|fick|kan|bör)\b"
)
# one title before a name, perhaps with whose it is: "kommunchefen ", "nämndens ordförande "
_TITLE = re.compile(r"(?:[\wåäöé-]+s\s+)?(?:[a-zåäöA-ZÅÄÖ][\wåäöé-]*\s+){1,2}")
_FROM = guarded(
    r"(?:fr\.?\s?o\.?\s?m\.?|från\s+(?:och\s+)?med|med\s+(?:verkan|start|början|giltighet)\s+(?:från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?|den|i)?|"
    r"räknat\s+från|gäll(?:er|a)\s+från|börjar?\s+(?:att\s+)?gälla|träd(?:er|a)\s+i\s*kraft|ikraftträdande|med\s+ikraftträdande|"
    r"att\s+gälla\s+från|giltig\w*\s+från|från)\s*(?:och\s+med\s+)?(?:(?:den|år|dag(?:en)?|kalenderåret|årsskiftet)\s+)*$",
    re.IGNORECASE,
)
_TO = guarded(
    r"(?:t\.?\s?o\.?\s?m\.?|till\s+och(?:\s+med)?|till\s+upphörande|(?:gäller|löper|dock\s+längst|längst|tills)\s+(?:till|t\.?o\.?m\.?)|intill|fram\s+till|upphör(?:a|de)?(?:\s+att\s+gälla)?|"
    r"förläng\w*\s+(?:till|t\.?o\.?m\.?)|till\s+utgången\s+av)\s*(?:(?:den|år|dag(?:en)?|och\s+med|utgången\s+av)\s+)*$",
    re.IGNORECASE,
)
_PERIOD = guarded(
    r"(?:under\s+(?:perioden|tiden|tidsperioden|läsåret|avtalsperioden|mandatperioden|programperioden)|för\s+(?:perioden|tiden|mandatperioden|"
    r"läsåret|tidsperioden|avtalsperioden)|läsåret|perioden|mandatperioden|tiden)\s*(?:från\s+(?:och\s+med\s+)?)?(?:(?:den|år|åren)\s+)*$",
    re.IGNORECASE,
)
# "riktlinjen från 2015": when it was made
_ONLY_FROM = re.compile(
    r"(?<!räknat)(?<!gälla)(?<!gäller)(?<!giltig)(?<!verkan)(?<!start)(?<!början)\s+från\s+(?:år\s+)?$"
)
# "en uppföljning t.o.m. oktober": what it covers
_REPORTED = guarded(
    r"\b\w*(?:uppföljning|rapport|redovisning|prognos|utfall|bokslut|utvärdering|certifierad|auktoriserad|behörig|anställd)(?:en|et)?\s+"
    r"(?:för\s+(?:perioden\s+)?(?:januari\s*(?:–|-)?\s*)?)?(?:t\.?\s?o\.?\s?m\.?|till\s+och\s+med)\s+(?:den\s+)?$",
    re.IGNORECASE,
)
# "anpassa taxan till den lagstiftning som träder i kraft den 2 juli": when that holds
_OF_LAW = guarded(
    r"\b(?:\w*lag(?:en|ar|arna|ändring(?:en|ar|arna)?)?|\w*lagstiftning(?:en)?|\w*förordning(?:en|ar)?|\w*balk(?:en)?|"
    r"\w*bestämmelser(?:na)?|\w*föreskrifter(?:na)?|reform(?:en)?)\s+(?:som|vilken|vilka)\s+(?:\w+\s+){0,4}?"
    r"(?:träd(?:er|de|a)\s+i\s*kraft|(?:börja(?:r|de)?\s+)?gäll(?:er|a|de))\b[^,.;]{0,25}$",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\bgäll(?:a|er)\s+(?:under\s+|för\s+)?$", re.IGNORECASE
)  # "avtalet ska gälla 2014-01-01 – 2018-12-31"
# "att stänga skolan efter vårterminen 2015": not during it
_BEYOND = re.compile(
    r"\b(?:efter|inför|före|innan|utgången\s+av|slutet\s+av|början\s+av|starten\s+av)\s+(?:den\s+)?$", re.IGNORECASE
)
# "de förslag som lämnats in till och med den 14 juni", "protokollet från den 24 september": no day of the point's own
_OF_OTHERS = guarded(
    r"\bsom\s+(?:har\s+|hade\s+)?[a-zåäö]+(?:ats|its|tts|it|at|tt|ade|ades|kom)\s+(?:in\s+|upp\s+|fram\s+)?"
    r"(?:t\.?\s?o\.?\s?m\.?|fr\.?\s?o\.?\s?m\.?|till\s+och\s+med|från\s+och\s+med|från|till)\s+(?:den\s+)?$|"
    r"\b(?:\w*protokoll(?:et)?|\w*skrivelse(?:n)?|\w*rapport(?:en)?|\w*yttrande(?:t)?|\w*utlåtande(?:t)?|brev(?:et)?|"
    r"ansökan|begäran|anmälan|\w*framställan|motion(?:en)?|mejl(?:et)?|e-post(?:en)?|dom(?:en)?|\w*underlag(?:et)?|"
    r"kalkyl(?:en)?|offert(?:en)?|anbud(?:et)?|remiss(?:en)?|\w*förslag(?:et)?|minnesanteckningar(?:na)?)"
    r"\s+från\s+(?:den\s+)?$",
    re.IGNORECASE,
)
# "upphäva den tillfälliga avgiften den 1 januari 2005", but not "upphäva beslutet den 1 januari 2005"
_REPEALS = re.compile(r"\bupphäv(?:a|s|er|as)\b(?:(?!beslut)[^.,;§])*\b(?:den|per)\s+$")
_DECISION_AFTER = re.compile(r"\s*,?\s*\(?\s*§")


def effect(text: str, start: int, end: int, dates: Sequence[DateFact]) -> tuple[dt.date | None, dt.date | None]:
    """The dates from which and to which the point text[start:end] says that it holds."""
    begins: dt.date | None = None
    ends: dt.date | None = None
    for date in dates:
        if not (start <= date.start and date.end <= end):
            continue
        if _DECISION_AFTER.match(text, date.end):
            continue  # "upphäva beslutet från den 12 mars 2018, § 55": when that was decided
        before = text[max(start, date.start - 60) : date.start]
        if _OF_LAW.search(before) or _OF_OTHERS.search(before):
            continue
        last = None if _runs_on(text, date, dates) else date.date_to  # None where what follows tells the end
        if (
            _is_range(date, text)
            and (
                _PERIOD.search(before)
                or _HOLDS.search(before)
                or (_names_period(date, text) and not _BEYOND.search(before))
            )
            and not _FROM.search(before)
        ):
            begins, ends = begins or date.date_from, ends or last
        elif (
            _FROM.search(before)
            and not (date.precision == "year" and _ONLY_FROM.search(before))
            and not re.search(r"\bsenast\s*(?:den\s*)?$", before)
        ):
            begins = begins or _turn(date, text)
        elif _REPEALS.search(text[start : date.start]) and not text[date.end : end].strip(" .,"):
            begins = begins or date.date_from
        elif _TO.search(before) and not _REPORTED.search(before):
            ends = ends or date.date_to
        elif _PERIOD.search(before) and (date.precision != "day" or last is None):
            begins, ends = begins or date.date_from, ends or last
    return begins, ends


_ON_TO = re.compile(r",?\s+(?:och\s+)?(?:t\.?\s?o\.?\s?m\.?|till\s+och\s+med|fram\s+till|till)\s+(?:den\s+)?")


def _runs_on(text: str, date: DateFact, dates: Sequence[DateFact]) -> bool:
    """Whether a period only begins with this date: "under perioden januari 2031 till och med december 2031"."""
    on = _ON_TO.match(text, date.end)
    return on is not None and any(other.start == on.end() for other in dates)


def _is_range(date: DateFact, text: str) -> bool:
    said = text[date.start : date.end].lower()
    return date.precision == "range" or "läsår" in said or "termin" in said


def _names_period(date: DateFact, text: str) -> bool:
    """Whether the expression says itself that it is a period that something holds for: `läsåret 2015/16`."""
    return bool(
        re.match(
            r"(?:läsår|verksamhetsår|mandatperiod|vårtermin|hösttermin)", text[date.start : date.end], re.IGNORECASE
        )
    )


def _turn(date: DateFact, text: str) -> dt.date:
    """As an effective date the turn of the year 2024/2025 is the first of January 2025."""
    words = text[max(0, date.start - 15) : date.end].lower()
    return date.date_to if "årsskift" in words or "halvårsskift" in words else date.date_from
