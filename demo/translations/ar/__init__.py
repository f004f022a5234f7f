"""The demo in Arabic: each English text with its translation. Tags such as <b> stay where the words are stressed."""

from . import pages, resources

WORDS = pages.WORDS | resources.WORDS
