"""How a decision is cited: body, date, dnr, page and an address that leads to the place."""

import re
from dataclasses import dataclass

from pipeline.messages import Lang
from pipeline.site.record import Fact, Record
from pipeline.site.texts import day, sayer

STYLES = ("plain", "note", "bibtex", "ris")
_SPECIAL = re.compile(r"[\\{}&%$#_~^]")
_ESCAPED = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces, also those behind a backslash
    "}": r"\textbraceright{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
}


@dataclass(frozen=True, slots=True)
class Source:
    """What is cited. date, fetched: ISO 8601. page: 1-based, of the file. paragraph: `78` for § 78."""

    key: str
    kind: str  # document_type
    title: str
    municipality: str
    administration: str
    body: str
    date: str
    diarienummer: str
    page: int | None
    address: str
    fetched: str
    paragraph: str = ""


def anchor(fact: Fact) -> str:
    """Where on a memo's page a decision stands: `beslut-1`."""
    return f"beslut-{fact.key.removeprefix('b')}"


def source_of(record: Record, point: Fact | None, site: str, fetched: str) -> Source:
    """What a document, or one of its points, is cited as. site: the site's address without a slash at the end."""
    document, row = record.document, point.row if point else {}
    address = f"{site}/handling/{record.document_id}" + (f"#{anchor(point)}" if point else "")
    return Source(
        key=record.document_id + (f"-{point.key}" if point else ""),
        kind=document["document_type"] or "other",
        title=row.get("title") or document["title"] or "",
        municipality=document["municipality"] or "",
        administration=document["administration"] or "",
        body=row.get("body") or document["addressee"] or "",
        date=(row.get("date") if row.get("kind") == "decision" else None) or document["date"] or "",
        diarienummer=row.get("diarienummer") or document["diarienummer"] or "",
        page=point.page if point else None,
        address=address,
        fetched=fetched,
        paragraph=(row.get("paragraph") if row.get("kind") == "decision" else None) or "",
    )


def cited(source: Source, style: str, lang: Lang) -> str:
    """The citation in one of STYLES."""
    return {"plain": plain, "note": note, "bibtex": bibtex, "ris": ris}[style](source, lang)


def plain(source: Source, lang: Lang) -> str:
    """For running text: who, when, case, page, address."""
    say = sayer(lang)
    who = ", ".join(part for part in (source.body or source.administration, source.municipality) if part)
    parts = [who or say("cite.no_body"), day(source.date, lang) or say("cite.no_date")]
    parts += [f"§ {source.paragraph}"] if source.paragraph else []
    parts += [say("cite.dnr", n=source.diarienummer)] if source.diarienummer else []
    parts += [say("cite.page", n=source.page)] if source.page else []
    return f"{', '.join(parts)}. {source.address}"


def note(source: Source, lang: Lang) -> str:
    """For a list of sources: sender, year, title, what it is, case, page, address, when it was fetched."""
    say = sayer(lang)
    sender = ", ".join(part for part in (source.municipality, source.administration) if part) or say("cite.no_body")
    what = say(f"type.{source.kind}")
    if source.body:
        what += f", {source.body}" if source.kind == "minutes" else f" {'till' if lang == 'sv' else 'to'} {source.body}"
    parts = [what, day(source.date, lang) or say("cite.no_date")]
    parts += [f"§ {source.paragraph}"] if source.paragraph else []
    parts += [say("cite.dnr", n=source.diarienummer)] if source.diarienummer else []
    parts += [say("cite.page", n=source.page)] if source.page else []
    year = f" ({source.date[:4]})" if source.date else ""
    title = f" {source.title.rstrip('.')}." if source.title else ""
    fetched = say("cite.fetched", date=day(source.fetched, lang))
    return f"{sender}{year}.{title} {', '.join(parts)}. {source.address} ({fetched})."


def bibtex(source: Source, lang: Lang) -> str:
    """An entry for BibTeX and BibLaTeX."""
    say = sayer(lang)
    author = ", ".join(part for part in (source.municipality, source.administration) if part)
    notes = [source.body, f"§ {source.paragraph}" if source.paragraph else ""]
    notes += [say("cite.dnr", n=source.diarienummer) if source.diarienummer else ""]
    fields = {
        "author": f"{{{_tex(author)}}}" if author else "",  # double braces: the name of an organisation
        "title": f"{{{_tex(source.title)}}}" if source.title else "",
        "year": source.date[:4],
        "date": source.date,
        "howpublished": _tex(say(f"type.{source.kind}")),
        "note": _tex(", ".join(part for part in notes if part)),
        "pages": str(source.page or ""),
        "url": source.address.replace("{", "%7B").replace("}", "%7D"),
        "urldate": source.fetched,
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{lupp-{source.key},\n{lines}\n}}\n"


def ris(source: Source, lang: Lang) -> str:
    """An entry for Zotero, EndNote and others (RIS)."""
    say = sayer(lang)
    fields = [
        ("TY", "GOVDOC"),
        ("ID", f"lupp-{source.key}"),
        ("AU", source.municipality),
        ("A2", source.administration),
        ("TI", source.title),
        ("PB", source.body),
        ("PY", source.date[:4]),
        ("DA", source.date.replace("-", "/")),
        ("M1", say("cite.dnr", n=source.diarienummer) if source.diarienummer else ""),
        ("SE", f"§ {source.paragraph}" if source.paragraph else ""),
        ("SP", str(source.page or "")),
        ("UR", source.address),
        ("Y2", source.fetched.replace("-", "/")),
        ("LA", "sv"),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPED[match[0]], " ".join(text.split()))
