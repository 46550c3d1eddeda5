"""Imported by the process that workers are forked from, which can only be told the names of modules: see `warm`."""

import gc

gc.disable()  # nothing that is loaded is garbage; to look for it takes a tenth of the time

from pipeline.warm import settle  # noqa: E402

settle()
gc.enable()
