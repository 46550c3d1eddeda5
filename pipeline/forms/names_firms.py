"""Companies and ekonomiska föreningar, told by their form: AB, HB, ek. för."""

from pipeline.forms.names_tables import VERB, places, suffix_of, words
from pipeline.forms.names_tokens import NameMatch, Tokens
from pipeline.tables import PartyType

FORMS = frozenset(
    {"ab", "hb", "kb", "aktiebolag", "handelsbolag", "kommanditbolag", "aktiebolaget", "oy", "aps", "a/s"}
) | {*("abp", "oyj", "asa", "gmbh", "ltd", "plc", "inc", "llc", "as", "se", "rhf", "i/s", "k/s", "bv", "nv", "uab")}
# such as are words or letters of something else unless they end a name in capitals: Norsk Havkraft AS
SHOUTED = frozenset({"as", "se", "bv", "nv", "rhf", "uab"})
COMMON_NOUNS = ("koncernen", "bolaget", "företaget", "firman", "leverantören", "entreprenören", "konsulten", "byrån")
# of several, who follow: "Turistföretagen Ek AB och Hotell Lund KB"
SEVERAL = (
    *("bolagen", "företagen", "firmorna", "byråerna", "åkerierna", "leverantörerna", "entreprenörerna", "konsulterna"),
    *("exploatörerna", "anordnarna", "utförarna", "markägarna", "anbudsgivarna", "hyresgästerna", "operatörerna"),
)
# printed with a capital these belong to the name: Advokatfirman Ek HB
# what a business is in the matter: no part of its name wherever it stands
ROLES = (
    *("ägaren", "exploatören", "byggherren", "hyresvärden", "arrendatorn", "köparen", "säljaren", "sökanden"),
    *("operatören", "anordnaren", "utföraren", "hyresgästen", "bidragsgivaren", "konsulten", "entreprenören"),
    *("långivaren", "borgenären", "tomträttshavaren", "nyttjanderättshavaren", "fordringsägaren"),
)
# labels of a form, which stand in the same way: "Markägare Ek Skogar AB"
FORM_LABELS = frozenset(
    (
        *(
            "markägare",
            "fastighetsägare",
            "sökande",
            "byggherre",
            "entreprenör",
            "leverantör",
            "exploatör",
            "hyresvärd",
        ),
        *("hyresgäst", "arrendator", "köpare", "säljare", "anbudsgivare", "utförare", "operatör", "ägare", "motpart"),
        *("fakturamottagare", "bidragsmottagare", "huvudman", "kund", "beställare", "konsult", "ombud", "nätägare"),
    )
)
# kinds of companies; printed with a capital elsewhere, or of a rarer kind, they begin a name: Biogasbolaget Söder AB
KINDS = frozenset(
    (
        *(
            "bolaget",
            "företaget",
            "dotterbolaget",
            "moderbolaget",
            "fastighetsbolaget",
            "byggbolaget",
            "konsultbolaget",
        ),
        *(
            "energibolaget",
            "bostadsbolaget",
            "konsultföretaget",
            "byggföretaget",
            "entreprenadföretaget",
            "aktiebolaget",
        ),
        *(
            "vårdföretaget",
            "assistansbolaget",
            "vindkraftsbolaget",
            "gruvbolaget",
            "skogsbolaget",
            "försäkringsbolaget",
        ),
        *("telekombolaget", "bussbolaget", "trafikbolaget", "exploateringsbolaget", "byggnadsföretaget", "företagen"),
        *("näringslivsbolaget", "utvecklingsbolaget", "turistbolaget", "destinationsbolaget", "renhållningsbolaget"),
        *("avfallsbolaget", "parkeringsbolaget", "hamnbolaget", "flygplatsbolaget", "fiberbolaget", "stadsnätsbolaget"),
        *("elnätsbolaget", "nätbolaget", "vattenbolaget", "va-bolaget", "solcellsbolaget", "bemanningsföretaget"),
        *("städbolaget", "städföretaget", "taxibolaget", "bussföretaget", "transportföretaget", "hissbolaget"),
        *("larmbolaget", "larmföretaget", "bevakningsföretaget", "skogsföretaget"),
        *("industriföretaget", "livsmedelsföretaget", "måltidsföretaget", "fastighetsföretaget", "fjärrvärmebolaget"),
        *("värderingsföretaget", "systemföretaget", "programvaruföretaget", "elbolaget", "holdingbolaget"),
        *("anläggningsföretaget", "analysföretaget", "undersökningsföretaget", "rekryteringsföretaget"),
        *("revisionsbolaget", "revisionsföretaget", "it-företaget", "it-bolaget", "vårdbolaget", "medlemsföretaget"),
    )
)
OFFICE_NOUNS = frozenset({"firman", "byrån", "konsultfirman", "konsultbyrån", "konsultföretaget"})
PLURALS = ("or", "ar", "ing", "eri", "teknik", "bygg", "service", "tjänst", "tjänster", "vård", "handel", "frakt")
# before a year
DATED = frozenset(
    (
        *("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november"),
        *("december", "hösten", "våren", "sommaren", "vintern", "år", "vecka", "tertial", "kvartal", "årsskiftet"),
    )
)
# last parts of what papers are called: "Anbudssammanställning Ek AB"
PAPERS = ("sammanställning", "skrivelse", "yttrande", "ansökan", "protokoll", "utlåtande", "kalkyl", "ritning", "karta")
# what stands before "ekonomisk förening" where it is no name
ARTICLES = frozenset(
    {"en", "ny", "ett", "den", "egen", "gemensam", "nybildad", "lokal", "som", "är", "till", "har", "av", "och", "att"}
)
# last parts of what a sum is for, in a table's cell before who gets it: "Anslutningsavgift Ek Elnät AB"
SUMS = (
    *("avgift", "avgifter", "kostnad", "kostnader", "arvode", "arvoden", "ersättning", "ersättningar", "bidrag", "lån"),
    *("faktura", "fakturor", "anbud", "offert", "avtal", "avtalet", "underhåll", "leverans", "leveranser", "arbeten"),
)
LINKS = frozenset({"i", "för", "av", "på", "&", "och", "vid", "mot", "till"})


def right(tokens: Tokens, i: int) -> int:
    """The last token of a name that goes on to the right of i with capitals, over "i", "för", "&" and "län"."""
    low, last, k = tokens.low, i, i + 1
    while k < len(tokens) and tokens.gap[k] == 0 and k - i < 12:
        if tokens.capital(k) and low[k][0].isalpha():
            if last == k - 1 and not tokens.text[k - 1].endswith("-") and _of_its_own(tokens, i, k):
                break
            last = k
        elif low[k] in {"län", "läns"} and last == k - 1 and last > i:
            last = k
        elif low[k] in words("tail") and last == k - 1 and last > i and low[last].endswith("s"):
            last = k  # Stiftelsen Västerbygdens museum
        elif not (low[k] in {"i", "för", "av", "på", "&"} and k == last + 1) and not (
            low[k] == "och" and last == k - 1 > i and _pair(low, k)
        ):
            last += 2 if last == k - 1 == i + 1 and low[i] == "kommunalförbundet" and _field(tokens, k) else 0
            if last == k + 1 and low[k + 2 : k + 3] == ["i"] and k + 3 < len(tokens) and tokens.capital(k + 3):
                last = k + 3  # Kommunalförbundet Sjukvård och omsorg i Ekby
            break
        k += 1
    if (
        last > i + 2
        and low[last - 1] == "i"
        and low[last + 1 : last + 2]
        and low[last + 1] in _RANKS
        and not tokens.gap[last + 1]
    ):
        return last - 2  # "Stiftelsen Ekbackens Hem i Ekby kommun": where it lies
    return last


_RANKS = frozenset({"kommun", "stad", "kommuns", "stads"})


def _of_its_own(tokens: Tokens, i: int, k: int) -> bool:
    """Whether the word at k begins a name of its own; in "Föreningen Bergets Byalag" it doesn't."""
    kind = suffix_of(tokens.low[k])
    within = kind is not None and kind.type == "association" and not kind.definite
    return kind is not None and not (within and k > i + 1 and tokens.low[k - 1].endswith("s"))


def _field(tokens: Tokens, k: int) -> bool:
    """Whether "och" at k joins two fields of work: "Avfall och vatten", not "Avfall och kommunen"."""
    if k + 1 >= len(tokens) or tokens.gap[k] or tokens.gap[k + 1] or not tokens.low[k + 1].isalpha():
        return False
    word = tokens.text[k + 1]
    return word.islower() and len(word) > 4 and not word.endswith(("en", "et", "na")) and not VERB.search(word)


def _pair(low: list[str], k: int) -> bool:
    """Whether "och" at k stands within a name: "Ek och Son", "Hem och Skola"."""
    after = low[k + 1] if k + 1 < len(low) else ""
    return after in {"son", "söner", "co"} or f"{low[k - 1]}-{after}" in words("pair")


def listed(tokens: Tokens, last: int) -> int:
    """The last token of what goes on in a list: "Ambulans, diagnostik och hälsa"; `last` itself where none does."""
    k = last
    while k + 2 < len(tokens) and tokens.low[k + 1] == "," and not (tokens.gap[k + 1] or tokens.gap[k + 2]):
        k += 2
    joined = k + 2 < len(tokens) and tokens.low[k + 1] in {"och", "&"} and not (tokens.gap[k + 1] or tokens.gap[k + 2])
    return k + 2 if joined and tokens.low[k + 2][0].isalpha() else last


def company(tokens: Tokens, i: int) -> NameMatch | None:
    """A company or ekonomisk förening whose form stands at i: last (Taxi Kullen AB) or first (AB Alingsåshem)."""
    low, text = tokens.low, tokens.text
    genitive = low[i].endswith(":s")
    last, kind = i, "company"
    if low[i] == "abs" and text[i] != "ABs":
        return None  # brakes; "Ek Bygg ABs" is a genitive
    if low[i] in {"ek", "ekonomisk"}:
        if low[i + 1 : i + 4] == [".", "för", "."]:
            last = i + 3
        elif low[i + 1 : i + 2] in (["för"], ["förening"]):
            last = i + 1 + (low[i + 2 : i + 3] == ["."])
            last = i + 1 if low[i + 1] == "förening" else last
            if text[i] == "Ek" and text[i + 1] == "för" and last == i + 1:
                return None  # "köps av Karl Ek för en krona"
        else:
            return None
        kind = "association"
    elif low[i] in SHOUTED:
        if not _shouted(tokens, i):
            return None
    elif not tokens.capital(i) and low[i] not in {"aktiebolag", "handelsbolag", "kommanditbolag"}:
        return None
    form: PartyType = "association" if kind == "association" else "company"
    begin = i - 1 if i >= 2 and low[i - 1] == "," and kind == "association" else i
    first = begin
    while first >= 1 and tokens.gap[first] == 0 and begin - first < 10:
        k = first - 1
        if tokens.capital(k) or (text[k][0].isdigit() and first < begin):
            if low[k] in FORMS or _office(low[k]) or (low[k] in words("start") and tokens.opens(k)):
                break
            paper = low[k] in words("paper") or low[k].endswith(PAPERS) or (low[k].endswith(SUMS) and tokens.opens(k))
            paper = paper or (low[k] in FORM_LABELS and tokens.opens(k))
            if paper and first < begin and low[first] != "&":  # but "Bil & Buss i Hult ek för"
                break  # "Bilaga 3 Offert Ek AB"
            if first < begin and text[first][0].isupper() and _common(low[k]) and not _named_by(tokens, k):
                break
            first = k
        elif first == begin and _numbered(tokens, k):  # noqa: SIM114
            first = k
        elif first == begin and _lower_noun(tokens, k, last):
            first = k
        elif kind == "association" and (head := _phrase(tokens, k, first)) < first:
            first = head
            break
        elif first < begin and k >= 1 and low[k] in {"läns", "kommuns", "stads"} and text[k - 1][0].isupper():  # noqa: SIM114
            first = k
        elif (low[k] == "&" and first < begin) or (
            low[k] in {"i", "och", "på"} and first < begin and k >= 1 and _joined(tokens, k, first)
        ):
            first = k
        else:
            break
    if kind == "association" and first < begin:
        first = coordinate(tokens, first)
    while first < begin and (
        not text[first][0].isalnum()
        or text[first][0].islower()
        or low[first] in {"i", "och", "på"}
        or _of_cell(tokens, first)
    ):
        first += 1
    if first == begin - 1 and low[first] in words("preform") and (end := right(tokens, i)) > i:
        return tokens.match(first, end, tokens.between(first, end), form, 0.9)  # Fastighets AB Norrporten
    if first < begin:
        if low[last + 1 : last + 4] == ["(", "publ", ")"]:
            return tokens.match(first, last + 3, tokens.between(first, last), form, 0.92)
        name = tokens.between(first, last)
        return tokens.match(first, last, name[:-2] if genitive else name[:-1] if low[i] == "abs" else name, form, 0.92)
    if kind == "company" and (end := right(tokens, i)) > i:
        return tokens.match(i, end, nominative(tokens, i, end), form, 0.88)
    return None


def sole_trader(tokens: Tokens, i: int) -> NameMatch | None:
    """A business that one person runs, by its own name: "Bergs Mekaniska, enskild firma"."""
    low, first = tokens.low, i - 1
    if low[i + 1 : i + 2] != ["firma"] or i < 2 or low[i - 1] not in {",", "("}:
        return None
    while (
        first > 0 and first > i - 5 and not tokens.gap[first] and (tokens.capital(first - 1) or low[first - 1] == "&")
    ):
        first -= 1
    while first < i - 1 and low[first] in words("start"):
        first += 1
    named = low[first].endswith("s") or "&" in low[first : i - 1] or low[i - 2] in words("noun") | words("trail-firm")
    if first >= i - 1 or not named or not tokens.capital(first):
        return None
    return tokens.match(first, i - 2, tokens.between(first, i - 2), "company", 0.8)


def _of_cell(tokens: Tokens, k: int) -> bool:
    """Whether a number before a company's name is another cell's of a table: "1.410.000 1999-05-15 Ek AB"."""
    text = tokens.text
    if not text[k][0].isdigit():
        return False
    before = text[k - 1] if k and not tokens.gap[k] else ""
    dated = (len(text[k]) == 4 and before.lower() in DATED) or before.lower() in words("paper")  # "Bilaga 3 Ek AB"
    return dated or "-" in text[k] or text[k + 1][0].isdigit() or before[:1].isdigit() or before in (".", ",", "-")


def _shouted(tokens: Tokens, i: int) -> bool:
    """Whether letters that may be others' too end a company's name: "Norsk Havkraft AS", not "kraven i AS 4"."""
    if i < 1 or tokens.gap[i] or not tokens.text[i].isupper() or not tokens.capital(i - 1):
        return False
    after = tokens.text[i + 1] if i + 1 < len(tokens) and not tokens.gap[i + 1] else "."
    numbered = after[0].isdigit() and tokens.low[i] in {"as", "se"}
    return not tokens.text[i - 1].isupper() and tokens.low[i - 1] not in words("start") and not numbered


def _named_by(tokens: Tokens, k: int) -> bool:
    """Whether what kind of company it is belongs to its name: a capital stands there that no sentence asks for."""
    return tokens.low[k] in KINDS | OFFICE_NOUNS and not tokens.opens(k)


def _phrase(tokens: Tokens, k: int, first: int) -> int:
    """Where words in small letters before "ekonomisk förening" and its like begin that belong to the name.

    "Sociala kooperativet Eken ek. för.", "Bygdens vattenkraft i norr ekonomisk förening"; first where none do.
    """
    low, text = tokens.low, tokens.text
    if low[k] == "kooperativet" and k and not tokens.gap[k] and tokens.capital(k - 1) and low[k - 1].endswith("a"):
        return k - 1
    at = k
    while at > k - 4 and at > 0 and low[at].isalpha() and text[at].islower() and not tokens.gap[at]:
        if low[at] in ARTICLES:
            return first
        at -= 1
    if k - at == 1 and low[k] in LINKS:
        return first  # "Buss i Hult ek för": no owner, though the word ends so
    owner = tokens.capital(at) and low[at].endswith("s") and not tokens.opens(at) and low[at] not in words("start")
    return at if at < k and owner and low[at].isalpha() else first


def _office(low: str) -> bool:
    """Whether a word left of a company's name is another's: "Tekniska förvaltningen Ek AB"; Revision AB is a name."""
    if low in words("preform") or low == "förvaltnings":
        return False  # Ekskog Förvaltnings AB
    suffix = suffix_of(low)
    return suffix is not None and (suffix.definite or suffix.genitive or suffix.nominative in ("nämnd", "styrelse"))


def _common(low: str) -> bool:
    """Whether a word says only what kind of company follows: "Konsultföretaget Ek AB"."""
    if low.endswith(("firman", "byrån")):
        return low in OFFICE_NOUNS
    if low.endswith(("bolaget", "företaget")):
        return low in KINDS
    if low.startswith(("hvb-", "lss-")) and low.endswith(("hemmet", "boendet", "verksamheten")):
        return True  # letters give it a capital: "HVB-hemmet Ekbacken AB"
    return low.endswith(ROLES) or low.endswith(COMMON_NOUNS) or low.endswith(SEVERAL)


def _numbered(tokens: Tokens, k: int) -> bool:
    """Whether a number ends a company's name: "Tele2 AB", "Bygg 2000 AB"."""
    if k < 1 or not tokens.text[k].isdigit() or tokens.gap[k] or not tokens.capital(k - 1):
        return False
    glued = tokens.end[k - 1] == tokens.start[k]
    shelf = len(tokens.text[k]) in (5, 6) and len(tokens.low[k - 1]) > 4  # Goldcup 100381 AB, bought ready made
    return tokens.low[k - 1] not in words("paper") and (glued or shelf or len(tokens.text[k]) == 4)


def _lower_noun(tokens: Tokens, k: int, last: int) -> bool:
    """Whether a word in small letters before the form belongs to the name: "Karlssons bygg AB"."""
    low, text = tokens.low, tokens.text
    if k < 1 or tokens.gap[k] or not low[k].isalpha() or len(low[k]) < 3 or low[k] in words("start"):
        return False
    if last + 1 < len(tokens) and not tokens.gap[last + 1] and tokens.capital(last + 1):
        return False
    before = low[k - 1]
    return before in {"läns", "kommuns"} or (text[k - 1][0].isupper() and len(before) > 3 and before.endswith("s"))


def coordinate(tokens: Tokens, first: int) -> int:
    """Where a name begins whose first word is one of two places in the genitive: "Ekbys och Alnäs Fiberförening"."""
    low, k = tokens.low, first - 2
    if k < 0 or low[first - 1] not in {"och", "&"} or tokens.gap[first] or tokens.gap[first - 1]:
        return first
    if not (tokens.capital(k) and low[k].isalpha() and low[first].endswith("s") and len(low[k]) > 2):
        return first
    if low[k] in words("start") or suffix_of(low[k]) is not None or low[k] in FORMS:
        return first
    if not low[k].endswith("s") or low[k] in places() or low[first].endswith(("nas", "ades")):
        return first  # "Borås och Marks Vägförening", "Ekby och Lantbrukarnas Riksförbund": two names
    return k if low[k][:-1] in places() or not low[k].endswith(("ens", "ets", "nas")) else first


def _joined(tokens: Tokens, k: int, first: int) -> bool:
    """Whether "i" or "och" at k stands within a company's name and not between two names."""
    low, before = tokens.low, tokens.text[k - 1]
    if (
        tokens.gap[k]
        or not before[0].isupper()
        or low[k - 1] in FORMS
        or (low[k - 1] in words("start") and tokens.opens(k - 1))
    ):
        return False
    if suffix_of(low[k - 1]) is not None and low[k] == "och":
        return False
    last = low[first + 1 : first + 2] in (["ab"], ["hb"], ["kb"])
    single = last and low[first].endswith(PLURALS)
    trades = low[first] in words("noun") or (last and low[k - 1] in words("noun"))
    if low[k] == "och" and _pair(low, k):
        return True
    return low[k] != "och" or trades or before.endswith("-") or single


def nominative(tokens: Tokens, first: int, last: int) -> str:
    """The name without the genitive s of a last word that is a place with s: "AB Alingsåshems"."""
    name = tokens.between(first, last)
    low = tokens.low[last]
    return name[:-1] if low.endswith(("hems", "bostäders", "bos", "byggens")) else name
