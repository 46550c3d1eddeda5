"""What `lupp site` says and does on the command line."""

import argparse
import shlex
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from rich.console import Console

from pipeline.errors import ExitCode
from pipeline.messages import Lang, fault_in_words, say
from pipeline.settings import Settings
from pipeline.site import safety, serve
from pipeline.site.index import SearchIndexError
from pipeline.site.pages_memo import files_of
from pipeline.site.search import warm
from pipeline.site.state import site_of
from pipeline.store.ledger import NAME
from pipeline.store.under_way import State

Complain = Callable[..., None]


def serve_site(arguments: argparse.Namespace, settings: Settings, complain: Complain) -> int:
    """Serve the search page until Ctrl-C or SIGTERM; returns an exit code.

    complain: prints an error message by its key.
    """
    lang = settings.lang
    asked = serve.Asked(
        output=settings.output,
        host=arguments.host,
        port=arguments.port,
        name=arguments.name,
        review=arguments.review,
        unmasked=arguments.unmasked,
        open=arguments.open,
        originals=tuple(arguments.originals or ()),
        lang=lang,
    )
    if not 0 <= asked.port <= 65535:
        complain(lang, "serve.bad_port")
        return ExitCode.USAGE
    for folder in asked.originals:
        if not folder.is_dir():
            complain(lang, "serve.no_originals", path=folder)
            return ExitCode.USAGE
    if not asked.output.is_dir():
        complain(lang, "serve.no_output", path=asked.output)
        return ExitCode.SETUP
    if not (asked.output / NAME).is_file():
        _advise(asked.output, lang, complain)
        return ExitCode.SETUP
    try:
        listener = serve.listen(asked.host, asked.port)
    except (OSError, UnicodeError) as error:
        if isinstance(error, OSError) and serve.is_busy(error):
            complain(lang, "serve.busy", port=asked.port)
        else:
            complain(lang, "serve.bad_host", host=asked.host, port=asked.port, detail=_reason(error, lang))
        return ExitCode.SETUP
    with listener:
        asked = replace(asked, port=listener.getsockname()[1])
        try:
            datasette, guard = _made(asked, lang)
        except SearchIndexError as error:
            key, path, detail = (*error.args, "", "", "")[:3]
            complain(lang, f"serve.{key}", path=path, detail=fault_in_words(str(detail), lang))
            return ExitCode.SETUP
        except OSError as error:
            complain(lang, "serve.unreadable", path=asked.output, detail=_reason(error, lang))
            return ExitCode.SETUP
        site, files = site_of(datasette), files_of(datasette)
        try:
            opened = _tell(asked, site.token, site.begun, lang)
            files.painter.warm()  # the first page's picture need not wait for it
            index = site.output / f"{site.database}.sqlite"
            threading.Thread(target=warm, args=(index,), daemon=True).start()  # nor the first search
            serve.run(guard, listener, opened if asked.open else "")
        except KeyboardInterrupt:  # before the server listened for it
            pass
        finally:
            files.close()
    print(say("serve.bye", lang), file=sys.stderr)
    return ExitCode.OK


def _advise(folder: Path, lang: Lang, complain: Complain) -> None:
    """Say how to get tables. A folder that holds something may be the originals': nothing is to be written in it."""
    try:
        holds = any(folder.iterdir())
    except OSError:
        holds = False
    if not holds:
        complain(lang, "serve.no_ledger", path=folder, quoted=shlex.quote(str(folder)))
        return
    output = say("serve.tables", lang)
    while Path(output).exists() and not (Path(output) / NAME).is_file():
        output += "-2"
    complain(lang, "serve.originals_alone", path=folder, quoted=shlex.quote(str(folder)), output=output)


def _made(asked: serve.Asked, lang: Lang) -> tuple[Any, safety.Guard]:
    """The site, with a word on the terminal while its index is built."""
    console = Console(stderr=True)
    with console.status("") as status:

        def report(step: str, done: int, whole: int) -> None:
            told = f"{step} {done}/{whole}" if whole else step
            status.update(say("serve.indexing", lang, step=told))

        return serve.make(asked, report)


def _tell(asked: serve.Asked, token: str, begun: State, lang: Lang) -> str:
    """Say where the site is; returns the address to open."""
    if not safety.is_loopback(asked.host):
        print(f"lupp: {say('serve.exposed', lang, host=asked.host)}", file=sys.stderr)
    if asked.unmasked:
        print(f"lupp: {say('serve.shown', lang)}", file=sys.stderr)
    if begun != "done":
        print(f"lupp: {say(f'serve.{begun}', lang)}", file=sys.stderr)
    print(say("serve.at", lang, address=asked.address))
    opened = asked.address + "/"
    if token:
        opened = f"{asked.address}{safety.REVIEW}?token={token}"
        print(say("serve.review_at", lang, address=opened))
    print(say("serve.stop", lang), flush=True)
    return opened


def _reason(error: Exception, lang: Lang) -> str:
    """What the system says, without the path."""
    return fault_in_words((isinstance(error, OSError) and error.strerror) or str(error), lang)
