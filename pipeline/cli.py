"""The command `lupp`: one thin function for each subcommand."""

import argparse
import fcntl
import os
import re
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from itertools import zip_longest
from pathlib import Path
from typing import Any, NoReturn

from rich.console import Console

from pipeline.ending import Terminated, asked_to_end
from pipeline.errors import ExitCode
from pipeline.executor import PRELOADED, prepare_local
from pipeline.messages import Lang, called, fault_in_words, say
from pipeline.resources import toml
from pipeline.settings import SettingError, Settings, load, nearest
from pipeline.sources import OUTPUT_MARKS
from pipeline.tables import TABLES

TRIES = 5  # to have an output folder alone


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks the person's language and leaves with our exit code."""

    def __init__(self, *, lang: Lang = "sv", **rest: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **rest)
        self.lang = lang
        self.switches = self.add_argument_group(say("cli.options", lang))
        self.switches.add_argument("-h", "--help", action="help", help=say("cli.help", lang))

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", say("cli.usage", self.lang), 1)

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", say("cli.usage", self.lang), 1)

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        complain(self.lang, "error.usage", detail=in_words(message, self.lang))
        print(say("cli.see_help", self.lang, prog=self.prog), file=sys.stderr)
        sys.exit(ExitCode.USAGE)


def in_words(message: str, lang: Lang) -> str:
    """argparse's own words, which are English, in the person's language where they are among the known ones."""
    for entry in toml("data/argparse.toml").values():
        if lang != "en" and (match := re.fullmatch(entry["said"], message)):
            told: str = entry["sv"].format(*match.groups())
            return told
    return message


def complain(lang: Lang, key: str, **parts: object) -> None:
    """An error message on stderr."""
    print(f"lupp: {say('cli.error', lang)}: {say(key, lang, **parts)}", file=sys.stderr)


def warn(lang: Lang, key: str, **parts: object) -> None:
    """A warning on stderr: the command goes on."""
    print(f"lupp: {say('cli.warning', lang)}: {say(key, lang, **parts)}", file=sys.stderr)


def make_parser(lang: Lang) -> Parser:
    """The whole command line in one language."""
    parser = Parser(prog=called(), lang=lang, description=say("cli.description", lang), epilog=say("cli.epilog", lang))
    parser.switches.add_argument(
        "--version", action="version", version=f"lupp {version('beslutslupp')}", help=say("cli.version", lang)
    )
    parser.switches.add_argument("--lang", choices=("sv", "en"), help=say("cli.lang", lang))
    commands = parser.add_subparsers(
        dest="command", metavar="run|site|tables", title=say("cli.commands", lang), required=True, parser_class=Parser
    )

    def command(name: str, key: str) -> Parser:
        sub: Parser = commands.add_parser(
            name,
            lang=lang,
            help=say(f"cli.{key}", lang),
            description=say(f"cli.{key}_description", lang),
        )
        sub.switches.add_argument("--lang", choices=("sv", "en"), default=argparse.SUPPRESS, help=say("cli.lang", lang))
        return sub

    run = command("run", "run")
    run.epilog = say("cli.run_epilog", lang)
    group = run.add_argument_group(say("cli.arguments", lang))
    group.add_argument("paths", nargs="+", metavar=say("cli.meta_path", lang), help=say("cli.path", lang))
    run.switches.add_argument(
        "-o", "--output", type=Path, metavar=say("cli.meta_folder", lang), help=say("cli.output", lang)
    )
    run.switches.add_argument("--redo", action="store_true", help=say("cli.redo", lang))
    run.switches.add_argument(
        "-j", "--jobs", type=int, metavar=say("cli.meta_number", lang), help=say("cli.jobs", lang)
    )
    run.switches.add_argument("-q", "--quiet", action="store_true", help=say("cli.quiet", lang))
    site = command("site", "site")
    site.epilog = say("cli.site_epilog", lang)
    group = site.add_argument_group(say("cli.arguments", lang))
    group.add_argument(
        "output", nargs="?", type=Path, metavar=say("cli.meta_output", lang), help=say("cli.site_output", lang)
    )
    site.switches.add_argument(
        "--port", type=int, default=8001, metavar=say("cli.meta_number", lang), help=say("cli.site_port", lang)
    )
    site.switches.add_argument(
        "--host", default="127.0.0.1", metavar=say("cli.meta_host", lang), help=say("cli.site_host", lang)
    )
    site.switches.add_argument(
        "--name", default="", metavar=say("cli.meta_name", lang), help=say("cli.site_name", lang)
    )
    site.switches.add_argument(
        "--originals",
        type=Path,
        action="append",
        metavar=say("cli.meta_folder", lang),
        help=say("cli.site_originals", lang),
    )
    site.switches.add_argument("--review", action="store_true", help=say("cli.site_review", lang))
    site.switches.add_argument("--unmasked", action="store_true", help=say("cli.site_unmasked", lang))
    site.switches.add_argument("--open", action="store_true", help=say("cli.site_open", lang))
    tables = command("tables", "tables")
    group = tables.add_argument_group(say("cli.arguments", lang))
    group.add_argument(
        "table", nargs="?", choices=sorted(TABLES), metavar=say("cli.meta_table", lang), help=say("cli.table", lang)
    )
    return parser


def _language(words: Sequence[str]) -> Lang:
    """The language asked for, found before the words are understood so that errors are in it too."""
    asked = os.environ.get("LUPP_LANG", "")
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        if word == "--lang":
            asked = following
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return "en" if asked == "en" else "sv"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns an exit code (see errors.ExitCode)."""
    words = list(sys.argv[1:] if argv is None else argv)
    lang = _language(words)
    with asked_to_end():
        try:
            return _command(words, lang)
        except KeyboardInterrupt as stop:
            print(say("error.interrupted", lang), file=sys.stderr)
            return ExitCode.TERMINATED if isinstance(stop, Terminated) else ExitCode.INTERRUPTED


def _command(words: Sequence[str], lang: Lang) -> int:
    arguments = make_parser(lang).parse_args(words)
    try:
        settings, unknown = load(vars(arguments))
    except SettingError as error:
        name, where, value = error.args
        if name == "lupp.toml":
            complain(lang, "error.bad_settings_file", where=where, value=value)
        else:
            allowed = say(f"error.allowed_{name.split('.')[0]}", lang)
            complain(lang, "error.bad_setting", name=name, where=where, value=value, allowed=allowed)
        return ExitCode.USAGE
    for name in unknown:
        meant = nearest(name)
        warn(settings.lang, "error.misspelt_setting" if meant else "error.unknown_setting", name=name, meant=meant)
    if arguments.command == "tables":
        return tables_command(arguments.table, settings)
    if arguments.command == "site":
        return site_command(arguments, settings)
    return run_command(arguments.paths, settings)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Only one run at a time writes in a folder. Raises BlockingIOError where another one does."""
    from pipeline.store.under_way import LOCK

    with (folder / LOCK).open("w") as handle:
        for left in reversed(range(TRIES)):  # a site that asks has the lock for a moment
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if not left:
                    raise
                time.sleep(0.05)
        yield


def _hides_originals(paths: Sequence[str], output: Path) -> bool:
    """Whether a folder for tables, which is not read, holds files of a folder to be read."""
    if not output.is_dir() or any((output / name).exists() for name in OUTPUT_MARKS):
        return False
    whole = Path(os.path.realpath(output))
    if not any(whole.is_relative_to(os.path.realpath(given)) for given in paths):
        return False
    return any(not entry.name.startswith(".") for entry in os.scandir(output))


def run_command(paths: Sequence[str], settings: Settings) -> int:
    """`lupp run`."""
    lang, output = settings.lang, settings.output
    for given in paths:
        if not given or not os.path.lexists(given):
            complain(lang, "error.no_such_path" if given else "error.empty_path", path=given)
            return ExitCode.USAGE
    if output.exists() and not output.is_dir():
        complain(lang, "error.output_is_file", path=output)
        return ExitCode.USAGE
    if any(os.path.realpath(given) == os.path.realpath(output) for given in paths):
        complain(lang, "error.output_is_input", path=output)  # what is new there would be taken for what a run wrote
        return ExitCode.USAGE
    if _hides_originals(paths, output):
        complain(lang, "error.output_holds_files", path=output)
        return ExitCode.USAGE
    prepare_local(PRELOADED)  # beside what is loaded here
    # Loaded here, because spaCy and pandas take a second that `lupp --help` need not
    from pipeline.read.ocr import tesseract_languages
    from pipeline.read.second import usable
    from pipeline.run import run
    from pipeline.store.ledger import NAME, LedgerError
    from pipeline.summary import LiveProgress, show

    console = Console(stderr=True)
    if not recogniser_stands(settings):
        return ExitCode.SETUP
    if "swe" not in tesseract_languages():
        warn(lang, "error.one_reader" if usable() else "error.no_ocr")
    try:
        output.mkdir(parents=True, exist_ok=True)
        with _alone(output), LiveProgress(console, lang, settings.quiet) as progress:
            report = run([Path(path) for path in paths], settings, progress)
    except BlockingIOError:
        complain(lang, "error.output_busy", path=output)
        return ExitCode.SETUP
    except LedgerError as error:
        complain(lang, "error.ledger_damaged", path=output / NAME, detail=fault_in_words(str(error), lang))
        return ExitCode.SETUP
    except OSError as error:
        complain(
            lang, "error.output_unwritable", path=output, detail=fault_in_words(error.strerror or str(error), lang)
        )
        return ExitCode.SETUP
    if not settings.quiet:
        show(report, output, lang, console)
    elif report.failed_now:
        complain(lang, "error.some_failed", path=output / "documents.csv")
    if report.reader_missing:
        return ExitCode.SETUP
    return ExitCode.SOME_FAILED if report.failed_now else ExitCode.OK


def recogniser_stands(settings: Settings) -> bool:
    """Whether the run may begin: a recogniser that a person has asked for must load, ours may be missing."""
    from pipeline.extract.ner_model import State, load

    loaded = load(settings.ner)
    if loaded.state in (State.READY, State.OFF):
        return True
    if not settings.ner.model and loaded.state is not State.NO_ENTITIES:
        warn(settings.lang, "error.no_ner")
        return True
    complain(settings.lang, f"error.ner_{loaded.state.value}", detail=loaded.detail)
    return False


def tables_command(only: str | None, settings: Settings) -> int:
    """`lupp tables`: the data dictionary on the terminal."""
    from pipeline.store.dictionary import as_text

    print(as_text(settings.lang, only), end="")
    return ExitCode.OK


def site_command(arguments: argparse.Namespace, settings: Settings) -> int:
    """`lupp site`."""
    # Loaded here, because Datasette takes a second that `lupp --help` need not
    from pipeline.site.command import serve_site

    return serve_site(arguments, settings, complain)


if __name__ == "__main__":
    sys.exit(main())
