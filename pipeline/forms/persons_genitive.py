"""Whether the s that ends a surname is its own or a genitive: "Ida Brattås bedömer", "Ida Lunds bedömning"."""

import re

# how surnames end whose s is their own: Brattås, Glennfors, Boknäs, Wallius
OWN_S = ("ås", "näs", "nes", "fors", "lös", "rös", "ius", "eus", "oulos", "akis")
# what follows a name that is no genitive: "Eva Ekmans har ansökt", "Nils Rås i Hult"; a noun or an adjective does else
NOT_OWNED = frozenset(
    (
        *("har", "hade", "är", "var", "blir", "blev", "vill", "ville", "kan", "kunde", "ska", "skall", "skulle", "bör"),
        *(
            "borde",
            "får",
            "fick",
            "går",
            "gick",
            "tar",
            "tog",
            "ger",
            "gav",
            "anser",
            "ansåg",
            "bedömer",
            "menar",
            "uppger",
        ),
        *(
            "uppgav",
            "framhåller",
            "framhöll",
            "föreslår",
            "föreslog",
            "begär",
            "ansöker",
            "redogör",
            "informerar",
            "deltar",
        ),
        *(
            "deltog",
            "lämnar",
            "inkom",
            "skriver",
            "skrev",
            "konstaterar",
            "undrar",
            "tror",
            "yrkar",
            "instämmer",
            "svarar",
        ),
        *("reserverar", "avstår", "tillstyrker", "avstyrker", "äger", "driver", "bor", "arbetar", "söker", "hävdar"),
        *(
            "påpekar",
            "säger",
            "sade",
            "sa",
            "utses",
            "väljs",
            "anställs",
            "förordnas",
            "avgår",
            "tillträder",
            "företräder",
        ),
        *(
            "som",
            "i",
            "på",
            "från",
            "vid",
            "med",
            "till",
            "för",
            "om",
            "av",
            "den",
            "att",
            "men",
            "inte",
            "samt",
            "även",
        ),
    )
)
_PAST = re.compile(r"[a-zåäö]{2,}(?:ade|ades|dde|ats|rde|tts)$")


def keeps_s(surname: str, after: str) -> bool:
    """Whether a surname in small letters that ends with s has it by itself. after: the word that follows it."""
    return surname.endswith(OWN_S) or after in NOT_OWNED or _PAST.fullmatch(after) is not None
