"""Rows become tables: the SQLite ledger first, then CSV and text files from it."""
