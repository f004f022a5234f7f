"""How well the search ranks, on public test collections, beside a reference BM25.

    python bench/relevance.py DIR [DIR…] [--engine sqlite|postgresql|elasticsearch]

Each DIR has `corpus.jsonl`, `queries.jsonl` and `qrels/test.tsv` (BEIR's layout). The collection is loaded through the
product's own entries and asked through its own search. The reference is Okapi BM25 (k1 = 0.9, b = 0.4) of the package
bm25s over Snowball stems; pairs of signs where a language has no spaces.
"""

import argparse
import json
import math
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.scratch import ENGINES, empty_hub

CUT, DEPTH = 10, 100


def read(folder):
    """Return (documents, questions, judgements by question) of a collection."""
    documents = [json.loads(line) for line in (folder / "corpus.jsonl").open(encoding="utf-8")]
    questions = [json.loads(line) for line in (folder / "queries.jsonl").open(encoding="utf-8")]
    judged = {}
    for line in (folder / "qrels" / "test.tsv").read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) >= 3 and fields[-1].strip().lstrip("-").isdigit():
            judged.setdefault(fields[0], {})[fields[-2]] = int(fields[-1])
    return documents, [each for each in questions if each["_id"] in judged], judged


def detect_language(documents):
    """Return the language whose stop words stand most often in `documents`; of unspaced scripts "zh"."""
    from search.stop_words import STOP_WORDS
    from search.text import is_unspaced, plain_words

    seen = Counter(word for each in documents[:200] for word in plain_words(each["text"]))
    if sum(count for word, count in seen.items() if is_unspaced(word)) > sum(seen.values()) / 2:
        return "zh"
    return max(STOP_WORDS, key=lambda code: sum(seen[word] for word in STOP_WORDS[code]))


def ndcg(ranked, grades, cut=CUT):
    """Return nDCG with the grade as gain (Järvelin and Kekäläinen 2002), as trec_eval computes it."""
    gained = sum(grades.get(key, 0) / math.log2(place + 2) for place, key in enumerate(ranked[:cut]))
    ideal = sorted((grade for grade in grades.values() if grade > 0), reverse=True)[:cut]
    return gained / (sum(grade / math.log2(place + 2) for place, grade in enumerate(ideal)) or 1)


def average_precision(ranked, grades):
    relevant = {key for key, grade in grades.items() if grade > 0}
    found, total = 0, 0.0
    for place, key in enumerate(ranked, start=1):
        if key in relevant:
            found += 1
            total += found / place
    return total / len(relevant) if relevant else 0


def recall(ranked, grades):
    relevant = {key for key, grade in grades.items() if grade > 0}
    return len(relevant & set(ranked[:DEPTH])) / len(relevant) if relevant else 0


def measure(answer, questions, judged):
    """Return mean nDCG@10, MAP and recall@100 of `answer(text)`, which returns the documents' ids, the best first."""
    sums = [0.0, 0.0, 0.0]
    for question in questions:
        ranked, grades = answer(question["text"]), judged[question["_id"]]
        for index, figure in enumerate(
            (ndcg(ranked, grades), average_precision(ranked, grades), recall(ranked, grades))
        ):
            sums[index] += figure
    return [each / len(questions) for each in sums]


def reference(documents, language):
    """Return a function that asks bm25s."""
    import logging

    import bm25s

    from search.text import stems

    logging.getLogger("bm25s").setLevel(logging.WARNING)
    index = bm25s.BM25(k1=0.9, b=0.4, method="lucene")
    index.index([stems(f"{each.get('title', '')} {each['text']}", language) for each in documents], show_progress=False)

    def answer(text):
        asked = stems(text, language)
        if not asked:
            return []
        found, scores = index.retrieve([asked], k=min(DEPTH, len(documents)), show_progress=False)
        return [documents[place]["_id"] for place, score in zip(found[0], scores[0], strict=True) if score > 0]

    return answer


def load(documents, language):
    """Put the documents into the hub as entries."""
    from django.contrib.contenttypes.models import ContentType

    from hub.kinds import Kind
    from hub.models import StandardPage
    from search import engines, spelling
    from search.entries import chunks, write
    from search.models import Entry
    from search.registry import EntryData

    content_type = ContentType.objects.get_for_model(StandardPage)
    Entry.objects.filter(thing_type=content_type).delete()
    write(content_type, {}, keys=range(100_000))
    for chunk in chunks(enumerate(documents)):
        write(
            content_type,
            {
                number: EntryData(
                    kind=Kind.PAGE, language=language, title=each.get("title", ""), body=each["text"], url=f"/{number}/"
                )
                for number, each in chunk
            },
        )
    if server := engines.server():
        server.rebuild()
        server.catch_up()
    spelling.forget()
    return dict(Entry.objects.filter(thing_type=content_type).values_list("pk", "thing_id"))


def hub(documents, language):
    """Return a function that asks the hub."""
    from django.contrib.auth.models import AnonymousUser

    from search.results import find

    numbers = load(documents, language)

    def answer(text):
        findings = find(text, user=AnonymousUser(), language=language, with_facets=False, limit=DEPTH)
        answer.engine = findings.engine
        return [documents[numbers[key]]["_id"] for key in findings.keys if key in numbers]

    return answer


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="DIR")
    parser.add_argument("--engine", choices=ENGINES, default="sqlite")
    parser.add_argument("--language", help="the collections' language, such as en; else it is detected")
    options = parser.parse_args()
    print(f"{'collection':<14}{'language':<9}{'':<16}{'nDCG@10':>9}{'MAP':>9}{'recall@100':>12}{'seconds':>9}")
    with empty_hub(options.engine):
        for folder in options.folders:
            documents, questions, judged = read(folder)
            language = options.language or detect_language(documents)
            figures = {}
            for name, make in (("reference BM25", reference), (options.engine, hub)):
                answer = make(documents, language)
                began = time.perf_counter()
                figures[name] = measure(answer, questions, judged)
                seconds = time.perf_counter() - began
                line = "".join(f"{each:>{width}.4f}" for each, width in zip(figures[name], (9, 9, 12), strict=True))
                print(f"{folder.name:<14}{language:<9}{name:<16}{line}{seconds:>9.1f}", flush=True)
                if name == options.engine and answer.engine != options.engine:
                    sys.exit(f"{answer.engine} answered in place of {options.engine}.")
            ratio = figures[options.engine][0] / figures["reference BM25"][0]
            print(f"{'':<14}{'':<9}{'ratio':<16}{ratio:>9.3f}", flush=True)


if __name__ == "__main__":
    main()
