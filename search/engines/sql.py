"""The one query that both databases are asked: what matches, who may see it, one of several translations, and counts.

An engine says how its own index is asked (`match`); all else, and above all who may see what, is the same SQL.
"""

from collections import Counter

from django.conf import settings
from django.db import connection
from django.utils import timezone

from ..models import Entry
from .terms import FACETS, LABEL_FACETS, Hit, Hits

# What a row of counts is about.
HIT, COLUMNS, LABELS, LANGUAGES = 0, 1, 2, 3
COLUMN_OF = {"kind": "kind", "easy_read": "is_easy_read"}


class SqlEngine:
    """A database that searches by itself."""

    name = ""

    def match(self, query):
        """Return the SQL of (id, score) of all entries that match, the highest score being the best, and its values."""
        raise NotImplementedError

    def search(self, query, scope, *, limit=1000, with_facets=True):
        """Return the Hits of `query` in `scope`. An empty query matches all, newest first."""
        statement = _Statement(self.match(query) if not query.is_empty else None, scope, limit)
        with connection.cursor() as cursor:
            cursor.execute(*statement.whole(with_facets))
            return statement.read(cursor.fetchall(), self.name)

    def finds(self, query, scope):
        """Tell whether anything in `scope` matches `query`."""
        return bool(self.search(query, scope, limit=1, with_facets=False).hits)


class _Statement:
    def __init__(self, match, scope, limit):
        self.match, self.scope, self.limit = match, scope, limit
        self.now = timezone.now()

    def whole(self, with_facets):
        """Return the statement and its values."""
        visible, visible_values = self._visible()
        parts, values = [], []
        if self.match:
            sql, match_values = self.match
            parts.append(f"matched AS MATERIALIZED ({sql})")
            values += match_values
            source = f"SELECT v.*, m.score FROM matched m JOIN ({visible}) v ON v.id = m.id"
        else:
            source = f"SELECT v.*, 0 AS score FROM ({visible}) v"
        parts.append(f"seen AS MATERIALIZED ({source})")
        values += visible_values
        in_language, language_values = self._one_of("language", self.scope.chosen("language"))
        parts.append(
            f"""chosen AS MATERIALIZED (
                SELECT id, kind, is_easy_read, year, dated_at, score FROM seen
                WHERE NOT has_versions AND {in_language}
                UNION ALL
                SELECT id, kind, is_easy_read, year, dated_at, best FROM (
                    SELECT seen.*, MAX(score) OVER (PARTITION BY translation_key) AS best, ROW_NUMBER() OVER (
                        PARTITION BY translation_key
                        ORDER BY CASE language WHEN %s THEN 0 WHEN %s THEN 1 ELSE 2 END, score DESC, id
                    ) AS place FROM seen WHERE has_versions AND {in_language}
                ) versions WHERE place = 1
            )"""
        )
        values += [*language_values, self.scope.language, settings.LANGUAGE_CODE, *language_values]
        selects = [self._hits()]
        if with_facets:
            selects += [*self._column_counts(), *self._label_counts(), self._language_counts()]
        body = " UNION ALL ".join(sql for sql, _values in selects)
        for _sql, more in selects:
            values += more
        return f"WITH {', '.join(parts)} {body}", values

    def _visible(self):
        columns = ("id", "kind", "language", "translation_key", "has_versions", "is_easy_read", "year", "dated_at")
        entries = Entry.objects.for_audiences(self.scope.audiences).order_by().values_list(*columns)
        return entries.query.sql_with_params()

    @staticmethod
    def _one_of(column, values):
        if not values:
            return "1 = 1", []
        return f"{column} IN ({', '.join(['%s'] * len(values))})", list(values)

    def _condition(self, *, without=()):
        """Return what the filters ask of rows of `chosen` (as c), the facets in `without` left out."""
        conditions, values = ["1 = 1"], []
        for facet, chosen in self.scope.filters.items():
            if not chosen or facet in without or facet == "language":
                continue
            if facet in LABEL_FACETS:
                marks = ", ".join(["%s"] * len(chosen))
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
            else:
                condition, more = self._one_of(f"c.{COLUMN_OF[facet]}", chosen)
                conditions.append(condition)
                values += more
        return " AND ".join(conditions), values

    def _hits(self):
        condition, values = self._condition()
        order = "score DESC, id DESC" if self.match else "dated_at DESC NULLS LAST, id DESC"
        sql = f"""SELECT * FROM (
            SELECT {HIT} AS what, CAST(id AS text) AS facet, NULL AS value, score AS number, 0 AS easy, 0 AS coming,
                0 AS total
            FROM chosen c WHERE {condition} ORDER BY {order} LIMIT {int(self.limit)}
        ) best"""
        return sql, values

    def _column_counts(self):
        """Count all columns in one go, so that each facet can leave its own filter out afterwards."""
        condition, values = self._condition(without=("kind", "easy_read", "date"))
        sql = f"""SELECT * FROM (
            SELECT {COLUMNS}, kind, CAST(year AS text), 0, CASE WHEN is_easy_read THEN 1 ELSE 0 END AS easy,
                CASE WHEN dated_at > %s THEN 1 ELSE 0 END AS coming, COUNT(*)
            FROM chosen c WHERE {condition} GROUP BY kind, year, is_easy_read, coming
        ) columns_counted"""
        return [(sql, [self.now, *values])]

    def _label_counts(self):
        """Count labels: those of facets that are not narrowed by at once, the others without their own filter."""
        narrowed = [facet for facet in LABEL_FACETS if self.scope.chosen(facet)]
        free = [facet for facet in LABEL_FACETS if facet not in narrowed]
        counts = []
        for facets in [free, *([facet] for facet in narrowed)]:
            if not facets:
                continue
            condition, values = self._condition(without=facets)
            sql = f"""SELECT * FROM (
                SELECT {LABELS}, label.facet, label.value, 0, 0, 0, COUNT(*)
                FROM chosen c JOIN search_entrylabel label ON label.entry_id = c.id
                WHERE label.facet IN ({", ".join(["%s"] * len(facets))}) AND {condition}
                GROUP BY label.facet, label.value
            ) labels_counted"""
            counts.append((sql, [*facets, *values]))
        return counts

    def _language_counts(self):
        condition, values = self._condition()
        sql = f"""SELECT * FROM (
            SELECT {LANGUAGES}, c.language, NULL, 0, 0, 0, COUNT(*) FROM seen c WHERE {condition} GROUP BY c.language
        ) languages_counted"""
        return sql, values

    def read(self, rows, engine):
        hits, combinations = [], []
        facets = {facet: Counter() for facet in FACETS}
        for what, first, second, score, easy, coming, number in rows:
            if what == HIT:
                hits.append(Hit(int(first), float(score)))
            elif what == COLUMNS:
                combinations.append((first, second, easy, coming, number))
            elif what == LABELS:
                facets[first][second] = number
            else:
                facets["language"][first] = number
        chosen = self.scope.chosen
        total = 0
        for kind, year, easy, coming, number in combinations:
            fits = {
                "kind": not chosen("kind") or kind in chosen("kind"),
                "easy_read": not chosen("easy_read") or bool(easy),
                "date": not chosen("date") or year in chosen("date") or (bool(coming) and "upcoming" in chosen("date")),
            }
            if all(fits.values()):
                total += number
            if fits["easy_read"] and fits["date"]:
                facets["kind"][kind] += number
            if fits["kind"] and fits["date"] and easy:
                facets["easy_read"]["1"] += number
            if fits["kind"] and fits["easy_read"]:
                if year:
                    facets["date"][year] += number
                if coming:
                    facets["date"]["upcoming"] += number
        return Hits(hits, total, facets, engine)
