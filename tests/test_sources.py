import os
from pathlib import Path

import pytest

from pipeline.errors import Kind
from pipeline.sources import discover, fingerprint


def names(found: list) -> list[str]:  # type: ignore[type-arg]
    return [f.relative for f in found]


def test_folders_all_the_way_down_in_a_fixed_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/deep/å ä.pdf", ".hidden"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    found = discover([tmp_path], tmp_path / "outputs")
    assert names(found) == sorted([".hidden", "a/deep/å ä.pdf", "a/z.txt", "b.txt"])
    assert {f.root for f in found} == {tmp_path.name}


def test_a_file_and_its_folder_give_each_file_once(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("x", encoding="utf-8")
    assert names(discover([tmp_path / "x.txt", tmp_path, tmp_path / "x.txt"], tmp_path / "o")) == ["x.txt"]


def test_outputs_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "outputs").mkdir()
    (tmp_path / "outputs" / "documents.csv").write_text("x", encoding="utf-8")
    (tmp_path / "x.txt").write_text("x", encoding="utf-8")
    assert names(discover([tmp_path], tmp_path / "outputs")) == ["x.txt"]


def test_links(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "x.txt").write_text("x", encoding="utf-8")
    (tmp_path / "circle").symlink_to(tmp_path)
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    (tmp_path / "good").symlink_to(tmp_path / "folder" / "x.txt")
    kinds = {f.relative: f.problem.kind if f.problem else None for f in discover([tmp_path], tmp_path / "o")}
    assert kinds == {"broken": Kind.VANISHED, "circle": Kind.NOT_A_FILE, "folder/x.txt": None, "good": None}


def test_names_that_are_no_text(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/r\xe4ksm\xf6rg\xe5s\n.txt"
    Path(os.fsdecode(raw)).write_text("x", encoding="utf-8")
    assert names(discover([tmp_path], tmp_path / "o")) == ["r\\xe4ksm\\xf6rg\\xe5s\n.txt"]


def test_folders_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    for parent in ("p", "q"):
        (tmp_path / parent / "2019").mkdir(parents=True)
        (tmp_path / parent / "2019" / "x.txt").write_text(parent, encoding="utf-8")
    found = discover([tmp_path / "p" / "2019", tmp_path / "q" / "2019"], tmp_path / "o")
    assert {f.root for f in found} == {"p/2019", "q/2019"}


def test_no_such_path(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        discover([tmp_path / "nothing"], tmp_path / "o")


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Said by the system itself where the tests are not run by root, and in its place where they are."""
    (tmp_path / "locked").mkdir(mode=0)
    (tmp_path / "x.txt").write_text("x", encoding="utf-8")
    (tmp_path / "x.txt").chmod(0)
    if os.geteuid() == 0:
        scandir, opened = os.scandir, Path.open

        def refuse_folder(path: Path) -> object:
            if Path(path).name == "locked":
                raise PermissionError
            return scandir(path)

        def refuse_file(path: Path, *rest: object) -> object:
            if path.name == "x.txt":
                raise PermissionError
            return opened(path, *rest)  # type: ignore[call-overload]

        monkeypatch.setattr(os, "scandir", refuse_folder)
        monkeypatch.setattr(Path, "open", refuse_file)
    kinds = {f.relative: problem.kind for f in discover([tmp_path], tmp_path / "o") if (problem := fingerprint(f)[1])}
    assert kinds == {"locked": Kind.FOLDER_UNREADABLE, "x.txt": Kind.NO_PERMISSION}


def test_fingerprint_is_of_the_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"same")
    prints = {fingerprint(f)[0] for f in discover([tmp_path], tmp_path / "o")}
    assert prints == {"0967115f2813a3541eaef77de9d9d5773f1c0c04314b0bbfe4ff3b3b1c55b5d5"}
