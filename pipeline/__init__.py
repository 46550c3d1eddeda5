"""Beslutslupp: reads Swedish municipal decision memos and turns them into tables.

The library's face stands in `pipeline.run`: `read_pages`, `find_memos`, `extract`, `run`. (It cannot stand here: two
of these names are a stage's folder and a module.)
"""
