"""The trained recogniser made ready for the repository: numbers rounded, the meta told, a fingerprint written."""

import hashlib
import json
import shutil
import sys
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language

sys.path.insert(0, str(Path(__file__).parents[1]))

VERSION = "1.0.0"
# What each label may be in the `type` column of the parties table; `types.csv` and the gazetteers say which
TYPES = {
    "PER": ["person"],
    "ORG": ["company", "association", "authority", "municipality", "region", "body", "administration", "other"],
    "LOC": [],
}


def rounded(nlp: Language) -> None:
    """All weights at the precision of 16 bits, in 32: half as large when compressed, and no figure changes by it."""
    vectors = nlp.vocab.vectors
    vectors.data = vectors.data.astype(np.float16).astype(np.float32)
    for node in nlp.get_pipe("ner").model.walk():  # type: ignore[attr-defined]
        for name in node.param_names:
            if node.has_param(name):
                node.set_param(name, node.get_param(name).astype(np.float16).astype(np.float32))


def fingerprint(folder: Path) -> str:
    """A hash of the files that decide what is found."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in (".md", ".txt") and path.name != "meta.json":
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def pack(model: Path, out: Path) -> None:
    """Writes the pipeline in `model` to `out`; what stands in `out` beside it (README.md, types.csv) is kept."""
    nlp = spacy.load(model)
    rounded(nlp)
    nlp.meta.update(
        name="memo_ner",
        version=VERSION,
        description="Persons, organisations and places in Swedish memos, also where an OCR lost letters",
        author="Beslutslupp",
        license="CC BY-SA 4.0",
        types=TYPES,
    )
    fresh = out.with_name(out.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    nlp.to_disk(fresh)
    for kept in ("README.md", "types.csv"):
        if (out / kept).exists():
            shutil.copy(out / kept, fresh / kept)
    (fresh / "fingerprint.txt").write_text(fingerprint(fresh) + "\n", encoding="utf-8")
    shutil.rmtree(out, ignore_errors=True)
    fresh.rename(out)
    size = sum(p.stat().st_size for p in out.rglob("*") if p.is_file())
    print(json.dumps({"folder": str(out), "MB": round(size / 1e6, 1)}))
