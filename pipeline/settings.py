"""One settings object: a flag goes before the environment, the environment before lupp.toml, lupp.toml before default.

lupp.toml stands in the folder where the command is run; the environment's names are LUPP_OUTPUT, LUPP_JOBS, LUPP_LANG,
LUPP_NER.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from pipeline.messages import Lang
from pipeline.tables import PartyType

KNOWN = frozenset({"output", "jobs", "lang", "ner"})
KNOWN_OF_NER = frozenset({"model", "labels"})
NO_PARTY = "none"  # a label of a recogniser whose names are no parties


class SettingError(ValueError):
    """A setting that cannot be understood; args: name, where it stands, value."""


@dataclass(frozen=True, slots=True)
class Ner:
    """The recogniser of names (see extract.ner).

    model: a folder, the name of an installed package, `off`, or empty for the one that travels with the program.
    labels: what its labels mean, as (label, type of party or `none`), where that differs from the usual.
    """

    model: str = ""
    labels: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can choose. output: folder for the tables. jobs: processes, at least 1."""

    output: Path = Path("outputs")
    jobs: int = 1
    lang: Lang = "sv"
    redo: bool = False
    quiet: bool = False
    ner: Ner = Ner()


def cores() -> int:
    """The number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return max(1, os.cpu_count() or 1)


def nearest(name: str) -> str:
    """The setting that a name in lupp.toml which means nothing may stand for, empty where none is near."""
    nested = {tail: f"ner.{tail}" for tail in sorted(KNOWN_OF_NER)}
    head, _, tail = name.lower().rpartition(".")
    known = nested if head else {setting: setting for setting in sorted(KNOWN)} | nested
    near = get_close_matches(tail, known, 1)
    return known[near[0]] if near else ""


def load(
    flags: Mapping[str, Any], environ: Mapping[str, str] | None = None, folder: Path | None = None
) -> tuple[Settings, list[str]]:
    """The settings, and the names in lupp.toml that mean nothing. Raises SettingError for a value that makes no sense.

    flags: what was given on the command line, None where a flag was not given.
    """
    environ = os.environ if environ is None else environ
    file = (folder or Path.cwd()) / "lupp.toml"
    written: dict[str, Any] = {}
    if file.is_file():
        try:
            written = tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise SettingError("lupp.toml", str(file), str(error)) from error

    def choose(name: str, default: Any) -> tuple[Any, str]:
        if flags.get(name) is not None:
            return flags[name], f"--{name}"
        if f"LUPP_{name.upper()}" in environ:
            return environ[f"LUPP_{name.upper()}"], "LUPP_" + name.upper()
        if name in written:
            return written[name], "lupp.toml"
        return default, ""

    lang, where = choose("lang", "sv")
    if lang not in ("sv", "en"):
        raise SettingError("lang", where, lang)
    jobs, where = choose("jobs", cores())
    try:
        jobs = int(jobs)
    except (TypeError, ValueError) as error:
        raise SettingError("jobs", where, jobs) from error
    if jobs < 1:
        raise SettingError("jobs", where, jobs)
    output, where = choose("output", "outputs")
    if not isinstance(output, str | Path) or not str(output):
        raise SettingError("output", where, output)
    unknown = sorted(set(written) - KNOWN)
    ner, more = _ner(written.get("ner", {}), environ, file.parent)
    return (
        Settings(
            output=Path(output),
            jobs=jobs,
            lang="en" if lang == "en" else "sv",
            redo=bool(flags.get("redo")),
            quiet=bool(flags.get("quiet")),
            ner=ner,
        ),
        unknown + more,
    )


def _ner(written: Any, environ: Mapping[str, str], folder: Path) -> tuple[Ner, list[str]]:
    """What `[ner]` in lupp.toml and LUPP_NER say, and the names in it that mean nothing. Raises SettingError."""
    if not isinstance(written, dict):
        raise SettingError("ner", "lupp.toml", written)
    model, where = written.get("model", ""), "lupp.toml"
    if "LUPP_NER" in environ:
        model, where = environ["LUPP_NER"], "LUPP_NER"
    if not isinstance(model, str):
        raise SettingError("ner.model", where, model)
    model = model.strip()
    if model and model != "off" and (folder / model).exists():
        model = str((folder / model).resolve())  # the processes that read memos may stand in another folder
    labels = written.get("labels", {})
    if not isinstance(labels, dict):
        raise SettingError("ner.labels", "lupp.toml", labels)
    for label, kind in labels.items():
        if kind != NO_PARTY and kind not in get_args(PartyType):
            raise SettingError(f"ner.labels.{label}", "lupp.toml", kind)
    more = sorted(f"ner.{name}" for name in set(written) - KNOWN_OF_NER)
    return Ner(model, tuple(sorted(labels.items()))), more
