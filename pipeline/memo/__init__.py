"""Pages become memos: reading order, sections, tables, letters restored."""
