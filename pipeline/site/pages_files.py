"""Pictures of pages and the originals themselves, as far as nothing in them has to be masked."""

import hashlib
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

from datasette.utils.asgi import AsgiFileDownload, NotFound, Response  # type: ignore[import-untyped, unused-ignore]

from pipeline.site.asked import BadAsk
from pipeline.site.images import SCALES, USUAL_SCALE, NoPicture
from pipeline.site.pages import page, problem
from pipeline.site.pages_memo import files_of, original_of, original_said, picture_file, record_of
from pipeline.site.state import site_of
from pipeline.site.texts import sayer

_ODD = re.compile(r"[^A-Za-z0-9._-]+")


@page
async def page_picture(datasette: Any, request: Any) -> Any:
    """`/handling/<document_id>/sida/<n>.png`; `?skala=` pixels for each point, one of SCALES."""
    record = await record_of(datasette, request)
    number = int(request.url_vars["page"])
    scale = _scale(request.args.get("skala") or "")
    if number not in record.pages:
        raise NotFound("sida")
    path, _ = await picture_file(datasette, record)
    if path is None:
        raise NotFound("original")
    black = record.hidden.get(number, ())
    private = (record.private, record.plain) if record.private and record.kind == "pdf" else None
    told = f"{record.sha256} {number} {scale} {black} {record.private}"
    tag = '"' + hashlib.sha256(told.encode()).hexdigest()[:32] + '"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response("", status=304, headers=headers, content_type="image/png")
    try:
        body = await files_of(datasette).painter.png(record.sha256, path, record.kind, number, scale, black, private)
    except NoPicture:
        raise NotFound("sida") from None
    return Response(body, headers=headers, content_type="image/png")


def _scale(text: str) -> float:
    if not text:
        return USUAL_SCALE
    scales = {f"{scale:g}": scale for scale in SCALES}
    if text not in scales:
        raise BadAsk("error.bad_choice", value=text[:60], name="skala")
    return scales[text]


@page
async def original(datasette: Any, request: Any) -> Any:
    """`/handling/<document_id>/original`: the file, to be saved and not shown."""
    record = await record_of(datasette, request)
    why = await original_said(datasette, record)
    path: Path | None = None if why else await original_of(datasette, record)
    if path is None:
        say = sayer(site_of(datasette).lang)
        return await problem(datasette, request, 404 if why == "memo.original_gone" else 403, say(why))
    name = record.places[0][1].rpartition("/")[2] if record.places else record.document_id
    plain = _ODD.sub("_", name).strip("._") or record.document_id
    headers = {
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-cache",
        "ETag": f'"{record.sha256}"',
    }
    return AsgiFileDownload(str(path), headers=headers, content_type="application/octet-stream")
