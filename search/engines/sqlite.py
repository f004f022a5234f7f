"""SQLite: an FTS5 table over EntryStems, kept by triggers (migration 0003), ranked by BM25."""

from .sql import SqlEngine
from .terms import PART_WEIGHTS

TABLE = "search_fts"
WEIGHTS = ", ".join(str(weight) for weight in PART_WEIGHTS.values())
PARTS = " ".join(PART_WEIGHTS)


def phrase(stems):
    """Return stems as an FTS5 string: whatever is in it is only text (https://sqlite.org/fts5.html §3.1)."""
    return '"' + " ".join(stems).replace('"', '""') + '"'


class SqliteEngine(SqlEngine):
    name = "sqlite"
    join_texts = "group_concat"

    def match(self, query):
        wanted = " OR ".join(
            phrase(stems) for term in query.terms for stems in term.alternatives for _time in range(term.times)
        )
        required = " AND ".join("(" + " OR ".join(map(phrase, either)) + ")" for either in query.required)
        expression = f"({wanted}) AND {required}" if wanted and required else wanted or required
        for stems in query.without:
            expression = f"({expression}) NOT {phrase(stems)}"
        # Titles as they are typed are for suggestions alone.
        expression = f"{{{PARTS}}} : ({expression})"
        sql = f"SELECT rowid AS id, -bm25({TABLE}, {WEIGHTS}, 0.0) AS score FROM {TABLE} WHERE {TABLE} MATCH %s"
        return sql, [expression]

    def begin(self, words):
        """Return the SQL of the ids of entries whose title has words that begin with `words`, and its values."""
        expression = "title_words : (" + " AND ".join(f"{phrase([word])} *" for word in words) + ")"
        return f"SELECT rowid AS id, 0 AS score FROM {TABLE} WHERE {TABLE} MATCH %s", [expression]
