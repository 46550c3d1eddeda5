"""A file becomes pages of words, each with its box and confidence."""
