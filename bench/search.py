"""`python bench/search.py --entries 100000`: how fast the search is, on each engine, beside the engine's own time.

Fills an empty hub with made-up entries in five languages, whose words are as frequent as words are (Zipf), through
`search.entries.write`, and asks what readers ask. *Page* is all that the search page needs: results with passages, and
all facets with counts. *Bare* is the engine alone with the same words, first ten, nothing counted; for Elasticsearch
the same request over HTTP. Others who use the machine make figures worse, never better: each is the best of some
rounds.
"""

import argparse
import itertools
import json
import os
import random
import statistics
import subprocess
import sys
import time
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

# Started by its path, this file would be taken for the room of the same name.
sys.path[:1] = [str(Path(__file__).resolve().parent.parent)]

from bench.scratch import ENGINES, empty_hub  # noqa: E402

LANGUAGES = ["en", "en", "en", "es", "ar", "zh", "fr"]  # English more often, as in a hub
LETTERS = {
    "en": ("bcdfghjklmnprstvw", "aeiou"),
    "es": ("bcdfglmnprstvz", "aeioáé"),
    "fr": ("bcdfglmnprstvj", "aeiouéè"),
    "ar": ("بتجحدرسشعفقكلمنهي", "اوي"),
    "zh": (None, None),
}
VOCABULARY = 40_000  # words of a language
LENGTH = 145  # words of an entry, on average
THEMES, AREAS, GROUPS = 12, 30, 50
BATCH = 200
QUESTIONS = 60  # of each sort and round
KINDS = ["toolkit", "resource", "case-study", "article", "event", "page"]
FORMATS = ["pdf", "docx", "pptx", "xlsx", "video"]


class Writer:
    """Makes up words, texts and entries, the same in every run."""

    def __init__(self):
        self.chance = random.Random(7)
        self.words = {language: self._vocabulary(language) for language in LETTERS}
        self.weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))

    def _vocabulary(self, language):
        from search.stop_words import STOP_WORDS

        found = dict.fromkeys(sorted(STOP_WORDS.get(language, ()))) if language != "zh" else {}
        consonants, vowels = LETTERS[language]
        while len(found) < VOCABULARY:
            if language == "zh":
                word = "".join(
                    chr(self.chance.randrange(0x4E00, 0x6000)) for _sign in range(self.chance.choice([1, 2]))
                )
            else:
                word = "".join(
                    self.chance.choice(consonants) + self.chance.choice(vowels)
                    for _syllable in range(self.chance.choice([2, 2, 3, 3, 4]))
                ) + self.chance.choice(["", "s", "n"])
            found[word] = None
        return list(found)

    def text(self, language, number):
        """Return `number` words of a text, frequent ones more often."""
        chosen = self.chance.choices(self.words[language], cum_weights=self.weights, k=number)
        return ("" if language == "zh" else " ").join(chosen)

    def telling(self, language, number):
        """Return words that a question is about: neither the most frequent nor quite unknown."""
        places = [int(min(VOCABULARY - 1, 150 + self.chance.paretovariate(0.7) * 50)) for _word in range(number)]
        return [self.words[language][place] for place in places]

    def entry(self, number, themes, areas):
        from search.registry import EntryData

        chance = self.chance
        family = number // 3 if number % 20 < 3 else None  # some have two translations more
        language = LANGUAGES[number % len(LANGUAGES)] if family is None else ["en", "es", "ar"][number % 3]
        length = max(10, int(chance.lognormvariate(4.75, 0.6)))
        return EntryData(
            kind=chance.choice(KINDS),
            language=language,
            title=self.text(language, chance.randrange(3, 10)),
            summary=self.text(language, 15),
            headings=self.text(language, 6),
            body="\n".join(self.text(language, length // 3) for _paragraph in range(3)),
            url=f"/made-up/{number}/",
            themes=tuple(chance.sample(themes, chance.choice([0, 1, 1, 2]))),
            areas=tuple(chance.sample(areas, chance.choice([0, 0, 1]))),
            formats=(chance.choice(FORMATS),) if number % 3 == 0 else (),
            is_easy_read=number % 25 == 0,
            dated_at=datetime(2020, 7, 1, tzinfo=UTC) + timedelta(days=chance.randrange(6 * 365)),
            audience=f"group:{number % GROUPS}" if number % 50 == 0 else "public",
            translation_key=uuid.UUID(int=family) if family is not None else uuid.UUID(int=10**9 + number),
        )


def memory():
    """Return the megabytes that this process holds now, without the files that it has mapped: SQLite's file is."""
    [held] = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("RssAnon:")]
    return int(held.split()[1]) // 1024


def fill(writer, number):
    """Write so many entries; returns (seconds, megabytes held after a quarter, half, and all)."""
    from django.contrib.contenttypes.models import ContentType

    from knowledge.models import ResourcePage
    from search import engines
    from search.entries import write
    from tests.factories.hub import AreaFactory, ThemeFactory

    themes = [ThemeFactory(name=" ".join(writer.telling("en", 1)) + f" {each}") for each in range(THEMES)]
    areas = [AreaFactory(name=" ".join(writer.telling("en", 1)) + f" {each}") for each in range(AREAS)]
    content_type = ContentType.objects.get_for_model(ResourcePage)
    held, making = [], 0.0
    began = time.perf_counter()
    for start in range(0, number, BATCH):
        made = time.perf_counter()
        built = {
            1_000_000 + each: writer.entry(each, themes, areas) for each in range(start, min(start + BATCH, number))
        }
        making += time.perf_counter() - made
        write(content_type, built)
        if any(start < number * share / 100 <= start + BATCH for share in (25, 50, 100)):
            held.append(memory())
    if server := engines.server():
        server.catch_up()
    return time.perf_counter() - began - making, held


def size_of(connection, engine):
    """Return the megabytes on disk, of the database and of the server's index."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            found = [os.path.getsize(connection.settings_dict["NAME"])]
        else:
            cursor.execute("SELECT pg_database_size(current_database())")
            found = [cursor.fetchone()[0]]
    if engine == "elasticsearch":
        from search.engines import server

        stats = server().client.indices.stats(index=f"{server().alias}_*", metric="store")
        found.append(stats["_all"]["total"]["store"]["size_in_bytes"])
    return " + ".join(f"{each // 2**20} MB" for each in found)


def timed(function, questions):
    """Return the milliseconds that `function` takes for each question."""
    times = []
    for question in questions:
        began = time.perf_counter()
        function(question)
        times.append((time.perf_counter() - began) * 1000)
    return times


def figures(times):
    """Return (p50, p95) of some times."""
    return statistics.median(times), sorted(times)[int(len(times) * 0.95)]


def measure(function, sets):
    """Return the best (p50, p95) of the rounds: others on the machine only ever make it slower."""
    rounds = [figures(timed(function, questions)) for questions in sets]
    return min(p50 for p50, _p95 in rounds), min(p95 for _p50, p95 in rounds)


def page(question):
    """Do what the search page does for `question`, a pair of text and filters."""
    from django.contrib.auth.models import AnonymousUser

    from search.engines.terms import FACETS
    from search.facets import buckets, names_of
    from search.results import find
    from search.showing import results_of

    text, filters = question
    findings = find(text, user=AnonymousUser(), language="en", filters=filters)
    names = {facet: names_of(facet, {*findings.facets[facet], *findings.scope.chosen(facet)}) for facet in FACETS}
    results_of(findings.ranked[:20], findings, names["theme"], "en")
    for facet in FACETS:
        buckets(facet, findings.facets[facet], findings.scope.chosen(facet), names[facet])
    return findings


def suggestions(question):
    from search.suggesting import suggest

    suggest(question[0], audiences=(), language="en", search_url="/search/", earlier=lambda *_args, **_options: [])


def bare_function(engine):
    """Return a function that asks the engine alone for the words of a question that was made ready."""
    from django.contrib.auth.models import AnonymousUser
    from django.db import connection

    from search import engines
    from search.engines import sqlite
    from search.results import find

    def query_of(question):
        text, filters = question
        findings = find(text, user=AnonymousUser(), language="en", filters=filters, limit=1)
        return findings.asked.query, findings.scope

    def run(sql, values):
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            cursor.fetchall()

    def sqlite_alone(prepared):
        query, _scope = prepared
        _sql, [expression] = sqlite.SqliteEngine().match(query)
        run("SELECT rowid FROM search_fts WHERE search_fts MATCH %s ORDER BY rank LIMIT 10", [expression])

    def postgresql_alone(prepared):
        query, _scope = prepared
        wanted = engines.postgresql.PostgresqlEngine._any(query.terms)
        run(
            "SELECT entry_id, ts_rank(vector, %s::tsquery) AS score FROM search_entrystems"
            " WHERE vector @@ %s::tsquery ORDER BY score DESC LIMIT 10",
            [wanted, wanted],
        )

    def elasticsearch_alone(prepared):
        import urllib3

        if not hasattr(elasticsearch_alone, "pool"):
            from django.conf import settings

            elasticsearch_alone.pool = urllib3.PoolManager()
            elasticsearch_alone.url = (
                f"{settings.SEARCH_URL}/{engines.server().alias}/_search?search_type=dfs_query_then_fetch"
            )
        answer = elasticsearch_alone.pool.request(
            "POST", elasticsearch_alone.url, body=prepared, headers={"Content-Type": "application/json"}
        )
        assert answer.status == 200, answer.data[:300]
        json.loads(answer.data)

    def for_elasticsearch(question):
        query, scope = query_of(question)
        body = engines.elasticsearch.asking.body_of(query, scope, limit=1000, with_facets=True)
        body["_source"] = body.pop("source")
        return json.dumps(body).encode()

    prepare = for_elasticsearch if engine == "elasticsearch" else query_of
    alone = {"sqlite": sqlite_alone, "postgresql": postgresql_alone, "elasticsearch": elasticsearch_alone}[engine]
    return prepare, alone


def question_sets(writer, rounds):
    """Return {what is asked: sets of (text, filters)}."""
    from hub.models import Area, Theme

    chance = writer.chance
    languages = ["en", "en", "es", "ar", "zh"]
    themes, areas = (list(model.objects.values_list("slug", flat=True)) for model in (Theme, Area))

    def said(number):
        language = chance.choice(languages)
        if language == "zh":
            return "".join(writer.telling(language, number))
        return " ".join(writer.telling(language, number))

    def narrowed():
        return said(4), {
            "kind": (chance.choice(KINDS),),
            "theme": tuple(chance.sample(themes, 2)),
            "area": tuple(chance.sample(areas, 3)),
        }

    def mistaken():
        words = [word for word in writer.telling("en", 12) if len(word) > 5][:3]
        return " ".join(word[:2] + "q" + word[2:4] + word[5:] for word in words), {}

    makers = {
        "one word": lambda: (said(1), {}),
        "question of 8 words": lambda: (said(8), {}),
        "three facets": narrowed,
        "miss with mistakes": mistaken,
        "suggestion": lambda: (writer.telling("en", 1)[0][:4], {}),
    }
    return {
        name: [[make() for _question in range(QUESTIONS)] for _round in range(rounds)] for name, make in makers.items()
    }


def run(engine, number, rounds):
    """Fill a hub on `engine`, and print what it takes."""
    with empty_hub(engine) as connection:
        writer = Writer()
        before = memory()
        seconds, held = fill(writer, number)
        print(
            f"\n{engine}: {number:,} entries indexed in {seconds:.0f} s ({number / seconds:.0f} a second), "
            f"{size_of(connection, engine)} on disk; this process held {before} MB before, "
            f"{', '.join(map(str, held))} MB after a quarter, half and all"
        )
        if connection.vendor == "postgresql":  # does it by itself, a little later
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        line = "  {:<22} {:>9} {:>9} {:>11} {:>11} {:>7}"
        print(line.format("", "p50 ms", "p95 ms", "bare p50", "bare p95", "ratio"))
        prepare, alone = bare_function(engine)
        for name, sets in question_sets(writer, rounds).items():
            if name == "suggestion":
                p50, p95 = measure(suggestions, sets)
                print(line.format(name, f"{p50:.1f}", f"{p95:.1f}", "", "", ""), flush=True)
                continue
            timed(page, sets[0][:5])  # what a process knows after its first question
            p50, p95 = measure(page, sets)
            prepared = [[prepare(question) for question in each] for each in sets]
            bare50, bare95 = measure(alone, prepared)
            cells = (f"{p50:.1f}", f"{p95:.1f}", f"{bare50:.1f}", f"{bare95:.1f}", f"{p50 / bare50:.1f}")
            print(line.format(name, *cells), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--engine", choices=ENGINES, help="by default all, one after the other")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if options.engine:
        run(options.engine, options.entries, options.rounds)
        return
    for engine in ENGINES:  # each in a process of its own: memory is told apart, and Django is set up once
        arguments = ["--entries", str(options.entries), "--engine", engine, "--rounds", str(options.rounds)]
        subprocess.run([sys.executable, __file__, *arguments], check=True)


if __name__ == "__main__":
    main()
