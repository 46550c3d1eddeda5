import errno
import os
import string
from pathlib import Path

import pytest

from pipeline.errors import LEVELS, Kind, Problem, Stage
from pipeline.messages import describe, fault_in_words, say, spans
from pipeline.read.kinds import SUFFIXES, kind_of
from pipeline.resources import toml
from pipeline.tables import TABLES, columns


def test_every_kind_of_problem_has_a_level_and_words() -> None:
    words = toml("data/messages.toml")["problem"]
    assert set(LEVELS) == set(Kind)
    assert set(words) == {kind.value for kind in Kind}


def test_both_languages_take_the_same_parts() -> None:
    for section in toml("data/messages.toml").values():
        for entry in section.values():
            parts = [{name for _, name, _, _ in string.Formatter().parse(entry[lang]) if name} for lang in ("sv", "en")]
            assert parts[0] == parts[1], entry


def test_every_column_is_explained() -> None:
    meanings = toml("data/columns.toml")
    assert set(meanings) == set(TABLES)
    for table in TABLES:
        assert set(meanings[table]) == {"_table", *columns(table)}


def test_the_same_problem_on_several_pages_is_told_once() -> None:
    problems = [Problem(Stage.READ, Kind.PAGE_FAILED, n) for n in (3, 1, 2, 7)]
    assert describe(problems, "sv").startswith("sidorna 1–3, 7: sidan kunde inte läsas")


def test_worst_comes_first() -> None:
    problems = [Problem(Stage.READ, Kind.LOW_OCR, None, "0.61"), Problem(Stage.READ, Kind.PASSWORD)]
    text = describe(problems, "en")
    assert text.index("password") < text.index("0.61")


def test_spans() -> None:
    assert spans([]) == ""
    assert spans([5, 1, 2, 9, 10]) == "1–2, 5, 9–10"


def test_fields_are_called_by_the_persons_words() -> None:
    problem = Problem(Stage.EXTRACT, Kind.UNSURE_FIELDS, None, "author; diarienummer")
    assert describe([problem], "sv") == "handlingens egna uppgifter är osäkra (handläggare, diarienummer)"
    assert describe([problem], "en") == "fields of the document are uncertain (author, case number)"
    head = set(columns("documents"))
    assert set(toml("data/messages.toml")["field"]) <= head


def test_what_the_system_says_is_told_in_the_persons_language() -> None:
    for number in (errno.ENOENT, errno.EACCES, errno.ENOSPC, errno.EROFS, errno.ENOTDIR, errno.EIO):
        said = os.strerror(number)
        assert fault_in_words(said, "sv") != said
    assert fault_in_words("something else", "sv") == "something else"


def test_a_damaged_office_file_is_no_zip_archive() -> None:
    told = describe([Problem(Stage.READ, Kind.DAMAGED, None, "zip")], "sv")
    assert "ZIP" not in told
    assert "packa upp" in told


def test_what_a_reader_says_is_told_in_the_persons_language() -> None:
    for detail, said in (("not a pdf file", "ingen PDF-fil"), ("truncated", "slutet fattas"), ("EIO", "EIO")):
        assert f"({said})" in describe([Problem(Stage.READ, Kind.DAMAGED, None, detail)], "sv")
        assert f"({detail})" in describe([Problem(Stage.READ, Kind.DAMAGED, None, detail)], "en")


@pytest.mark.parametrize("kind", sorted(set(SUFFIXES.values()) - {"text"}))
def test_text_under_another_ending_is_told(kind: str, tmp_path: Path) -> None:
    suffix = next(suffix for suffix, its in SUFFIXES.items() if its == kind)
    for content, expected in (("Mjölk, ägg\n2 kg potatis\n", Kind.OTHER_CONTENT), ("\x00\x01%PD", Kind.DAMAGED)):
        file = tmp_path / f"file{suffix}"
        file.write_bytes(content.encode())
        _, wrong = kind_of(file)
        assert wrong is not None
        assert wrong.kind is expected
        assert " a " not in describe([wrong], "sv")
        assert "not" not in describe([wrong], "sv")


@pytest.mark.parametrize(
    ("called", "told"),
    [
        (None, "lupp site"),
        ("", "lupp site"),
        ("./lupp", "./lupp site"),
        ("/srv/mina program/lupp", "'/srv/mina program/lupp' site"),
    ],
)
def test_a_command_in_a_message_can_be_typed(monkeypatch: pytest.MonkeyPatch, called: str | None, told: str) -> None:
    monkeypatch.delenv("LUPP_CALLED", raising=False)
    if called is not None:
        monkeypatch.setenv("LUPP_CALLED", called)
    assert told in say("cli.site_epilog", "sv")
    assert f"{told} OUT" in say("serve.no_output", "en", path="x")
