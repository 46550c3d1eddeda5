"""Imported by the process that workers are forked from, which can only be told the names of modules: see `warm`."""

from pipeline.warm import settle

settle()
