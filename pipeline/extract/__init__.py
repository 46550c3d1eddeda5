"""A memo becomes rows: a spaCy pipeline, one component a file."""
