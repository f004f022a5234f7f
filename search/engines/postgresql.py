"""PostgreSQL: a tsvector over EntryStems, kept by the database (migration 0003).

Its own ranking knows nothing of rare words, so that the score is the sum over the words of idf × ts_rank.
"""

import itertools
from collections import Counter

from .sql import SqlEngine
from .terms import PART_WEIGHTS

TABLE = "search_entrystems"
SHORT = 4000  # bytes; so far a vector is kept in its row as it is (migration 0008), and nothing is to be taken out


def _saturated(weight, k1=1.2):
    """Return what a word of this weight brings in BM25, where more of the same brings less and less. ts_rank has no
    such bend of its own: with the plain weights a single word in a title would outdo everything."""
    return weight * (k1 + 1) / (weight + k1)


# ts_rank knows four weights, D C B A, the last of which is 1; which part has which letter is said in migration 0003.
LETTERS = [_saturated(PART_WEIGHTS[part]) for part in ("files", "body", "summary", "title")]
LETTERS = "{" + ", ".join(f"{weight / LETTERS[-1]:.3f}" for weight in LETTERS) + "}"


def phrase(stems):
    """Return stems as a tsquery: quoted, so that whatever is in it is only text."""
    return " <-> ".join("'" + stem.replace("\\", "\\\\").replace("'", "''") + "'" for stem in stems)


class PostgresqlEngine(SqlEngine):
    name = "postgresql"

    def match(self, query):
        needed = self._any(query.needed_terms)
        required = ["(" + " | ".join(f"({phrase(stems)})" for stems in either) + ")" for either in query.required]
        without = [f"!({phrase(stems)})" for stems in query.without]
        matching = " & ".join([*([f"({needed})"] if needed else []), *required, *without])
        scores, values = ["0.0"], []
        for phrases, weight in self._weighed(query):
            # For words with "or" between, ts_rank gives the mean: so many times that is as if each were asked alone.
            scores.append("%s * ts_rank(%s, vector, %s::tsquery, 1)")
            values += [weight * len(phrases), LETTERS, " | ".join(map(phrase, phrases))]
        # A long vector is put together with nothing: so it is taken out of its storage once, not again for every word.
        vector = f"CASE WHEN pg_column_size(vector) < {SHORT} THEN vector ELSE vector || ''::tsvector END"
        sql = f"""SELECT entry_id AS id, ({" + ".join(scores)})::float8 AS score FROM (
            SELECT entry_id, {vector} AS vector FROM {TABLE} WHERE vector @@ %s::tsquery OFFSET 0
        ) found"""
        return sql, [*values, matching]

    def _weighed(self, query):
        """Return all that adds to the score, each with its weight: words that weigh the same, as those do that nobody
        wrote, are together."""
        weights = Counter()
        for term in query.terms:
            for stems in self._known(term, query.frequency):
                weights[stems] += query.idf(stems) * term.times
        for stems in itertools.chain(*query.required):
            weights[stems] += query.idf(stems)
        words = {}
        for stems, weight in weights.items():
            if len(stems) == 1:
                words.setdefault(weight, []).append(stems)
        several = [([stems], weight) for stems, weight in weights.items() if len(stems) > 1]
        return [*((found, weight) for weight, found in words.items()), *several]

    @staticmethod
    def _known(term, frequency):
        """Return the alternatives of a term that are somewhere, or all if none is known to be."""
        known = [stems for stems in term.alternatives if all(frequency.get(stem) for stem in stems)]
        return known or term.alternatives

    @staticmethod
    def _any(terms):
        return " | ".join(f"({phrase(stems)})" for term in terms for stems in term.alternatives)

    def begin(self, words):
        """Return the SQL of the ids of entries whose title has words that begin with `words`, and its values."""
        wanted = " & ".join(f"{phrase([word])}:*" for word in words)
        return f"SELECT entry_id AS id, 0 AS score FROM {TABLE} WHERE title_vector @@ %s::tsquery", [wanted]
