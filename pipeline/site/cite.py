"""How a decision is cited: body, date, dnr, page and an address that leads to the place."""

import re
from dataclasses import dataclass

from pipeline.messages import Lang
from pipeline.site.kinds import badge, kind_of
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
    """What is cited. date, fetched, document_date: ISO 8601. page: 1-based, of the file. paragraph: `78` for § 78.

    point: `proposal`, `decision`, `earlier`, or "" for the whole document. body, date and paragraph are the point's:
    who is to decide, who decided and when. document_body, document_date: of the memo or minutes that it stands in.
    """

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
    point: str = ""
    proposed_to: str = ""
    document_body: str = ""
    document_date: str = ""

    @property
    def elsewhere(self) -> bool:
        """Whether the decision was made on another day, or by others, than the document that tells of it."""
        if self.point == "decision":
            return bool(self.date and self.document_date and self.date != self.document_date)
        return self.point == "earlier"


def anchor(fact: Fact) -> str:
    """Where on a memo's page a decision stands: `beslut-1`."""
    return f"beslut-{fact.key.removeprefix('b')}"


def source_of(record: Record, point: Fact | None, site: str, fetched: str) -> Source:
    """What a document, or one of its points, is cited as. site: the site's address without a slash at the end."""
    document, row = record.document, point.row if point else {}
    address = f"{site}/handling/{record.document_id}" + (f"#{anchor(point)}" if point else "")
    kind, date = row.get("kind") or "", document["date"] or ""
    own = kind in ("decision", "earlier")  # was made by a body on a day
    return Source(
        key=record.document_id + (f"-{point.key}" if point else ""),
        kind=document["document_type"] or "other",
        title=row.get("title") or document["title"] or "",
        municipality=document["municipality"] or "",
        administration=document["administration"] or "",
        body=row.get("body") or ("" if kind == "earlier" else document["addressee"]) or "",
        date=(row.get("date") if own else None) or ("" if kind == "earlier" else date),
        diarienummer=row.get("diarienummer") or document["diarienummer"] or "",
        page=point.page if point else None,
        address=address,
        fetched=fetched,
        paragraph=(row.get("paragraph") if own else None) or "",
        point=kind_of(row) if row else "",
        proposed_to=row.get("proposed_to") or "",
        document_body=_body(record),
        document_date=date,
    )


def _body(record: Record) -> str:
    """The body that a memo is written to, or whose minutes they are."""
    document = record.document
    there = (p.row["body"] for p in record.points if p.row["kind"] == "decision" and p.row["date"] == document["date"])
    return document["addressee"] or next((body for body in there if body), "") or ""


def cited(source: Source, style: str, lang: Lang) -> str:
    """The citation in one of STYLES."""
    return {"plain": plain, "note": note, "bibtex": bibtex, "ris": ris}[style](source, lang)


def plain(source: Source, lang: Lang) -> str:
    """For running text: what it is and whose, when, case, page, address."""
    return f"{', '.join(_said(source, lang, sender=True))}. {source.address}"


def note(source: Source, lang: Lang) -> str:
    """For a list of sources: sender, year, title, what it is, case, page, address, when it was fetched."""
    say = sayer(lang)
    sender = ", ".join(part for part in (source.municipality, source.administration) if part) or say("cite.no_body")
    written = source.document_date or source.date
    year = f" ({written[:4]})" if written else ""
    title = f" {source.title.rstrip('.')}." if source.title else ""
    fetched = say("cite.fetched", date=day(source.fetched, lang))
    said = ", ".join(_said(source, lang, sender=False))
    return f"{sender}{year}.{title} {said}. {source.address} ({fetched})."


def _said(source: Source, lang: Lang, sender: bool) -> list[str]:
    """What is cited, whose it is, when, its case and page. sender: name who wrote the document, too."""
    say = sayer(lang)
    place = [source.municipality] if sender and source.municipality else []
    when = [day(source.date, lang) or say("cite.no_date")]
    where = [f"§ {source.paragraph}"] if source.paragraph else []
    if source.point == "proposal" and source.proposed_to:
        by = say("cite.of", body=source.body) if source.body else ""
        parts = [say("cite.proposal_to", body=source.proposed_to) + by, *place, *when, *where]
    elif source.point == "proposal":
        lead = say("cite.proposal_to", body=source.body) if source.body else say("cite.proposal")
        parts = [lead, _document(source, lang, sender), *place, *when]
    elif source.elsewhere:
        told = say("cite.by", source=_document(source, lang, sender))
        its = [source.document_body] if source.kind == "minutes" and source.document_body else []
        parts = [say(f"kind.{source.point}"), source.body or say("cite.no_body"), *when, *where, told, *its, *place]
        parts += [day(source.document_date, lang) or say("cite.no_date")]
    elif source.point == "decision" and sender:
        body = source.body or source.administration or say("cite.no_body")
        parts = [say("kind.decision"), body, *place, *when, *where]
    else:
        what = _document(source, lang, sender)
        if source.point == "decision":
            what = f"{say('kind.decision')} {say('cite.by', source=what)}"
        body = source.body or source.document_body
        if source.kind == "minutes":
            its = [body] if body else []
        else:
            what, its = what + (say("cite.to", body=body) if body else ""), []
        parts = [what[:1].upper() + what[1:], *its, *place, *when, *where]
    parts += [say("cite.dnr", n=source.diarienummer)] if source.diarienummer else []
    return [*parts, say("cite.page", n=source.page)] if source.page else parts


def _document(source: Source, lang: Lang, sender: bool) -> str:
    """`tjänsteskrivelse från Kommunkansliet`, `protokoll`."""
    say = sayer(lang)
    name = say(f"type.{source.kind}").lower()
    told = sender and source.administration and source.kind != "minutes"
    return name + (say("cite.of", body=source.administration) if told else "")


def _point(source: Source, lang: Lang) -> str:
    """What of the document is cited, for the fields of a reference manager."""
    say = sayer(lang)
    if not source.point:
        return ""
    if source.point == "proposal" and not source.proposed_to:
        return say("cite.proposal_to", body=source.body) if source.body else say("cite.proposal")
    called = badge(source.point, source.proposed_to, say)
    if not source.elsewhere:
        return called
    told = [say("cite.by", source=_document(source, lang, sender=True))]
    told += [source.document_body] if source.kind == "minutes" and source.document_body else []
    return ", ".join([called, *told, day(source.document_date, lang) or say("cite.no_date")])


def bibtex(source: Source, lang: Lang) -> str:
    """An entry for BibTeX and BibLaTeX."""
    say = sayer(lang)
    author = ", ".join(part for part in (source.municipality, source.administration) if part)
    about = _point(source, lang)
    body = "" if source.point == "proposal" and not source.proposed_to else source.body  # stands in what it is
    notes = [about, body, f"§ {source.paragraph}" if source.paragraph else ""]
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
        ("M3", say(f"type.{source.kind}")),
        ("N1", _point(source, lang)),
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
