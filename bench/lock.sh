#!/usr/bin/env bash
# Makes requirements.lock (what the program needs) and requirements-dev.lock (what its tests need besides) anew from
# pyproject.toml, with hashes, for Python 3.11 and later on any platform. Needs uv.
set -euo pipefail
cd "$(dirname "$0")/.."
options=(--universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet)
uv pip compile pyproject.toml --extra build "${options[@]}" -o requirements.lock
uv pip compile pyproject.toml --extra build --extra dev --extra samples -c requirements.lock "${options[@]}" -o requirements-dev.lock
