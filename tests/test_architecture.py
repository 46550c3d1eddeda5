"""Imports point one way: a stage knows nothing of the stages after it."""

import ast
from pathlib import Path

import pytest

PIPELINE = Path(__file__).parent.parent / "pipeline"
# A module may import from its own layer and from those before it.
LAYERS = (
    {"errors", "lazy", "resources", "messages", "tables", "settings", "ending", "executor"},
    {"forms"},
    {"read"},
    {"memo"},
    {"extract"},
    {"store"},
    {"sources", "verdict", "run", "summary", "work", "warm", "preloaded"},
    {"cli", "site"},
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}


def imported(path: Path) -> set[str]:
    """The parts of `pipeline` that a module imports, by their first name."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "pipeline":
            rest = node.module.split(".")[1:]
            names |= {rest[0]} if rest else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {a.name.split(".")[1] for a in node.names if a.name.startswith("pipeline.")}
    return names


MODULES = sorted(path for path in PIPELINE.rglob("*.py") if path.name != "__init__.py" or path.parent != PIPELINE)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PIPELINE).as_posix())
def test_imports_point_one_way(path: Path) -> None:
    own = path.relative_to(PIPELINE).parts[0].removesuffix(".py")
    assert own in RANK, f"{own} has no layer yet: say in LAYERS where it belongs"
    later = {name for name in imported(path) if RANK[name] > RANK[own]}
    assert not later, f"{own} comes before {later}"


def test_only_run_knows_all_stages() -> None:
    stages = {"read", "memo", "extract", "store"}
    knows = {path.name for path in MODULES if stages <= imported(path)}
    assert knows <= {"run.py"}
