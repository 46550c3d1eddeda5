"""One settings object: a flag goes before the environment, the environment before lupp.toml, lupp.toml before default.

lupp.toml stands in the folder where the command is run; the environment's names are LUPP_OUTPUT, LUPP_JOBS, LUPP_LANG.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.messages import Lang


class SettingError(ValueError):
    """A setting that cannot be understood; args: name, where it stands, value."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can choose. output: folder for the tables. jobs: processes, at least 1."""

    output: Path = Path("outputs")
    jobs: int = 1
    lang: Lang = "sv"
    redo: bool = False
    quiet: bool = False


def cores() -> int:
    """The number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return max(1, os.cpu_count() or 1)


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
    unknown = sorted(set(written) - {"output", "jobs", "lang"})
    return (
        Settings(
            output=Path(output),
            jobs=jobs,
            lang="en" if lang == "en" else "sv",
            redo=bool(flags.get("redo")),
            quiet=bool(flags.get("quiet")),
        ),
        unknown,
    )
