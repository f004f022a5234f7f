"""The one query that both databases are asked: what matches, who may see it, one of several translations, and counts.

An engine says how its own index is asked (`match`); all else, and above all who may see what, is the same SQL.
"""

from collections import Counter

from django.conf import settings
from django.db import connection
from django.utils import timezone

from ..models import Entry
from .terms import COLUMN_FACETS, FACETS, LABEL_FACETS, Hit, Hits, Query

# What a row of the answer is about.
HIT, COLUMNS, LABELS = range(3)
# A thing that is translated has a row for each version. It fits what a version of it fits, and counts once.
ONCE = (
    "SUM(CASE WHEN c.has_versions THEN 0 ELSE 1 END)"
    " + COUNT(DISTINCT CASE WHEN c.has_versions THEN c.translation_key END)"
)
# The columns of a row that are counted by, as one text.
COMING = "CASE WHEN dated_at > %s THEN '1' ELSE '' END AS coming"
COMBINATION = (
    "kind || ',' || language || ',' || COALESCE(CAST(year AS text), '') || ','"
    " || CASE WHEN is_easy_read THEN '1' ELSE '' END || ',' || coming"
)


class SqlEngine:
    """A database that searches by itself."""

    name = ""

    join_texts = "string_agg"  # the aggregate that puts texts together

    def match(self, query):
        """Return the SQL of (id, score) of all entries that match, the highest score being the best, and its values."""
        raise NotImplementedError

    def search(self, query, scope, *, limit=1000, with_facets=True):
        """Return the Hits of `query` in `scope`. An empty query matches all, newest first."""
        statement = _Statement(self, query, scope, limit)
        with connection.cursor() as cursor:
            cursor.execute(*statement.whole(with_facets))
            return statement.read(cursor.fetchall())

    def finds(self, query, scope):
        """Tell whether anything in `scope` matches `query`."""
        statement = _Statement(self, query, scope, limit=1)
        with connection.cursor() as cursor:
            cursor.execute(*statement.any())
            return cursor.fetchone() is not None


class _Statement:
    def __init__(self, engine, query, scope, limit):
        self.engine, self.scope, self.limit = engine, scope, limit
        self.match = None if query.is_empty else engine.match(query)
        # Without words everything is listed, but for what has a word that must not be there.
        self.unwanted = engine.match(Query(required=(query.without,))) if query.is_empty and query.without else None
        self.chosen = {facet: set(scope.chosen(facet)) for facet in COLUMN_FACETS}
        self.now = timezone.now()

    def whole(self, with_facets):
        """Return the statement and its values."""
        seen, values = self._seen()
        selects = [self._hits(), self._column_counts(), self._version_counts()]
        if with_facets:
            selects += self._label_counts()
        body = " UNION ALL ".join(sql for sql, _values in selects)
        for _sql, more in selects:
            values += more
        return f"{seen} {body}", values

    def any(self):
        """Return a statement that has a row if there is any result at all, and its values."""
        seen, values = self._seen()
        condition, more = self._condition()
        return f"{seen} SELECT 1 FROM seen c WHERE {condition} LIMIT 1", [*values, *more]

    def _seen(self):
        """Return the beginning of a statement, `seen` being all that matches and may be seen, and its values."""
        visible, visible_values = self._visible()
        parts, values = [], []
        if self.match:
            sql, match_values = self.match
            parts.append(f"matched AS MATERIALIZED ({sql})")
            values += match_values
            source = f"SELECT v.*, m.score FROM matched m JOIN ({visible}) v ON v.id = m.id"
        else:
            source = f"SELECT v.*, 0 AS score FROM ({visible}) v"
            if self.unwanted:
                sql, match_values = self.unwanted
                parts.append(f"unwanted AS MATERIALIZED ({sql})")
                values += match_values
                source += " WHERE v.id NOT IN (SELECT id FROM unwanted)"
        parts.append(f"seen AS MATERIALIZED ({source})")
        return f"WITH {', '.join(parts)}", [*values, *visible_values]

    def _visible(self):
        columns = ("id", "kind", "language", "translation_key", "has_versions", "is_easy_read", "year", "dated_at")
        entries = Entry.objects.for_audiences(self.scope.audiences).order_by().values_list(*columns)
        return entries.query.sql_with_params()

    def _condition(self, *, without=()):
        """Return what the filters ask of rows of `seen` (as c), the facets in `without` left out."""
        conditions, values = ["1 = 1"], []
        for facet, chosen in self.scope.filters.items():
            if not chosen or facet in without:
                continue
            marks = ", ".join(["%s"] * len(chosen))
            if facet in LABEL_FACETS:
                conditions.append(
                    "EXISTS (SELECT 1 FROM search_entrylabel l"
                    f" WHERE l.entry_id = c.id AND l.facet = %s AND l.value IN ({marks}))"
                )
                values += [facet, *chosen]
            elif facet == "date":
                years = [int(value) for value in chosen if value.isdigit()]
                either = [f"c.year IN ({', '.join(['%s'] * len(years))})"] if years else []
                values += years
                if "upcoming" in chosen:
                    either.append("c.dated_at > %s")
                    values.append(self.now)
                conditions.append(f"({' OR '.join(either)})" if either else "1 = 0")
            elif facet == "easy_read":
                conditions.append("c.is_easy_read")
            else:  # "kind" and "language" are columns of that name
                conditions.append(f"c.{facet} IN ({marks})")
                values += chosen
        return " AND ".join(conditions), values

    def _hits(self):
        """The best, one of several versions of a thing each: the reader's, else that in the hub's first language."""
        condition, values = self._condition()
        order = "score DESC, id DESC" if self.match else "dated_at DESC NULLS LAST, id DESC"
        sql = f"""SELECT {HIT} AS what, CAST(id AS text) AS facet, NULL AS value, score AS number, 0 AS total FROM (
            SELECT * FROM (
                SELECT id, dated_at, score FROM seen c WHERE NOT has_versions AND {condition}
                ORDER BY {order} LIMIT {int(self.limit)}
            ) alone
            UNION ALL
            SELECT id, dated_at, best FROM (
                SELECT id, dated_at, MAX(score) OVER (PARTITION BY translation_key) AS best, ROW_NUMBER() OVER (
                    PARTITION BY translation_key
                    ORDER BY CASE language WHEN %s THEN 0 WHEN %s THEN 1 ELSE 2 END, score DESC, id
                ) AS place FROM seen c WHERE has_versions AND {condition}
            ) versions WHERE place = 1
            ORDER BY {order} LIMIT {int(self.limit)}
        ) best"""
        return sql, [*values, self.scope.language, settings.LANGUAGE_CODE, *values]

    def _column_counts(self):
        """Count combinations of all columns in one go, so that each facet can leave its own filter out afterwards."""
        condition, values = self._condition(without=COLUMN_FACETS)
        sql = f"""SELECT {COLUMNS}, {COMBINATION}, NULL, 0, number FROM (
            SELECT kind, language, year, is_easy_read, {COMING}, COUNT(*) AS number FROM seen c
            WHERE NOT has_versions AND {condition} GROUP BY kind, language, year, is_easy_read, coming
        ) columns_counted"""
        return sql, [self.now, *values]

    def _version_counts(self):
        """The same of things that have several versions, which need not be alike: each with all its combinations."""
        condition, values = self._condition(without=COLUMN_FACETS)
        sql = f"""SELECT {COLUMNS}, combinations, NULL, 0, COUNT(*) FROM (
            SELECT {self.engine.join_texts}({COMBINATION}, ';') AS combinations FROM (
                SELECT translation_key, kind, language, year, is_easy_read, {COMING}
                FROM seen c WHERE has_versions AND {condition}
            ) versions GROUP BY translation_key
        ) things GROUP BY combinations"""
        return sql, [self.now, *values]

    def _label_facets(self):
        """Return the facets whose labels are counted under the same conditions, several times."""
        narrowed = [facet for facet in LABEL_FACETS if self.scope.chosen(facet)]
        return [[facet for facet in LABEL_FACETS if facet not in narrowed], *([facet] for facet in narrowed)]

    def _label_counts(self):
        """Count labels: those of facets that are not narrowed by at once, the others without their own filter.

        All labels of an entry are counted each time, and `read` leaves out those of other facets: with a condition on
        the facet SQLite would read all labels that there are, for a Bloom filter. It takes the tables of a CROSS JOIN
        as they come: else it might begin with all labels as well.
        """
        counts = []
        for number, facets in enumerate(self._label_facets()):
            condition, values = self._condition(without=facets)
            sql = f"""SELECT * FROM (
                SELECT {LABELS}, label.facet, label.value, {number}, {ONCE}
                FROM seen c CROSS JOIN search_entrylabel label WHERE label.entry_id = c.id AND {condition}
                GROUP BY label.facet, label.value
            ) labels_counted"""
            counts.append((sql, values))
        return counts

    def read(self, rows):
        hits, total = [], 0
        facets, elsewhere = {facet: Counter() for facet in FACETS}, Counter()
        label_facets = self._label_facets()
        for what, first, second, score, number in rows:
            if what == HIT:
                hits.append(Hit(int(first), float(score)))
            elif what == LABELS:
                if first in label_facets[int(score)]:
                    facets[first][second] = int(number)
            else:
                values = self._counted([combination.split(",") for combination in first.split(";")])
                if values.pop("total"):
                    total += number
                else:
                    elsewhere.update(dict.fromkeys(values["language"] & set(self.scope.other_languages), number))
                for facet, found in values.items():
                    facets[facet].update(dict.fromkeys(found, number))
        return Hits(hits, total, facets, self.engine.name, elsewhere)

    def _counted(self, combinations):
        """Return, for a thing whose versions have these combinations, by which values of each facet it is counted."""
        counted = {"total": False} | {facet: set() for facet in COLUMN_FACETS}
        for kind, language, year, is_easy, is_coming in combinations:
            values = {
                "kind": {kind},
                "language": {language},
                "date": {name for name, fits in ((year, year), ("upcoming", is_coming)) if fits},
                "easy_read": {"1"} if is_easy else set(),
            }
            misfits = {name for name in values if self.chosen[name] and not values[name] & self.chosen[name]}
            counted["total"] |= not misfits
            for facet, found in values.items():
                if misfits <= {facet}:
                    counted[facet] |= found
        return counted
