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
        needed, terms = query.needed_terms, query.terms
        required = [" OR ".join(map(phrase, either)) for either in query.required]
        if len(needed) < len(terms):
            # Each phrase adds to the score as often as it stands here: all have to stand here twice.
            required.append(self._any(needed))
            terms = (*terms, *(term for term in terms if term not in needed))
        expression = " AND ".join(f"({either})" for either in [self._any(terms), *required] if either)
        for stems in query.without:
            expression = f"({expression}) NOT {phrase(stems)}"
        # Titles as they are typed are for suggestions alone.
        expression = f"{{{PARTS}}} : ({expression})"
        sql = f"SELECT rowid AS id, -bm25({TABLE}, {WEIGHTS}, 0.0) AS score FROM {TABLE} WHERE {TABLE} MATCH %s"
        return sql, [expression]

    @staticmethod
    def _any(terms):
        return " OR ".join(
            phrase(stems) for term in terms for stems in term.alternatives for _time in range(term.times)
        )

    def begin(self, words):
        """Return the SQL of the ids of entries whose title has words that begin with `words`, and its values."""
        expression = "title_words : (" + " AND ".join(f"{phrase([word])} *" for word in words) + ")"
        return f"SELECT rowid AS id, 0 AS score FROM {TABLE} WHERE {TABLE} MATCH %s", [expression]
