"""`python -m bench.own`: how well the hub finds what is in its own demo, by the questions in `bench/questions`.

Without options it asks the hub that the environment names, which must hold the demo. With --fresh, or with an engine,
it fills a scratch hub first. Figures are nDCG@10: see `ndcg`.
"""

import argparse
import json
import os
from contextlib import nullcontext
from dataclasses import dataclass
from math import log2
from pathlib import Path
from statistics import mean

import django

from .scratch import ENGINES, load_demo, scratch_hub

QUESTIONS = Path(__file__).parent / "questions" / "questions.jsonl"
CLASSES = [
    "plain", "question", "mistakes", "other-words", "phrase", "name", "spanish", "arabic", "chinese", "across", "file",
]  # fmt: skip
JUDGED = "judged"  # the class of what staff graded on the results page
DEPTH = 10
FIRST = 3  # among so many first results must be what `must_find` names
AIMS = {"mistakes": 0.80, "overall": 0.90}


@dataclass(frozen=True)
class Question:
    """A line of the file; `bench/questions/README.md` says what its parts mean."""

    id: str
    question: str
    language: str
    kind: str  # one of CLASSES
    answers: dict  # address: grade
    must_find: str = ""


@dataclass(frozen=True)
class Asked:
    """A question with what was found, best first, and its nDCG."""

    question: Question
    found: list
    score: float
    is_missed: bool  # what it must find is not among the first


@dataclass(frozen=True)
class Measured:
    """What came of asking all questions."""

    asked: list

    @property
    def overall(self):
        return mean(each.score for each in self.asked)

    @property
    def missed(self):
        """The questions whose `must_find` is not among the first results."""
        return [each.question for each in self.asked if each.is_missed]

    def of(self, kind):
        """Return the mean nDCG of a class."""
        return mean(each.score for each in self.asked if each.question.kind == kind)

    def worst(self, number=10):
        """Return so many with the lowest scores, the lowest first."""
        return sorted((each for each in self.asked if each.score < 1), key=lambda each: each.score)[:number]


def questions(path=QUESTIONS):
    """Return all questions, in the order of the file."""
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]
    return [Question(kind=row.pop("class"), **row) for row in rows]


def ndcg(grades, judged, depth=DEPTH):
    """Return the normalised discounted cumulative gain of the first results, from 0 to 1.

    `grades` are those of what was found, best first, with 0 for what nobody judged; `judged` are those of all answers.
    The gain of a grade is 2 ** grade - 1, and at rank r it counts 1 / log2(r + 1) of that. Järvelin and Kekäläinen,
    "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20(4), 2002; the exponential gain is from Burges et
    al., "Learning to rank using gradient descent", ICML 2005.
    """

    def gain(some):
        return sum((2**grade - 1) / log2(rank + 1) for rank, grade in enumerate(some[:depth], start=1))

    return gain(grades) / gain(sorted(judged, reverse=True))


def measure(ask, things, path=QUESTIONS, wholes=None):
    """Ask all questions of a file and return what came of it.

    `ask(question, language)` returns names of what it finds, best first; `things` says of each name (and of each
    address in the file) which thing it is, so that the translations of a page count once. Raises LookupError where an
    answer is not among them. A part of an answer, such as a step of a toolkit, is an answer one grade lower: `wholes`
    says of each part what it is a part of.
    """
    asked = []
    for question in questions(path):
        if strangers := question.answers.keys() - things.keys():
            raise LookupError(f"{question.id}: there is no {', '.join(sorted(strangers))}. Is the demo in this hub?")
        grades = {things[address]: grade for address, grade in question.answers.items()}
        found = list(dict.fromkeys(things[name] for name in ask(question.question, question.language)))
        parts = {thing: grades.get((wholes or {}).get(thing), 1) - 1 for thing in found if thing not in grades}
        score = ndcg([(grades | parts)[thing] for thing in found], [*grades.values(), *parts.values()])
        is_missed = bool(question.must_find) and things[question.must_find] not in found[:FIRST]
        asked.append(Asked(question, found, score, is_missed))
    return Measured(asked)


def things_of_the_hub():
    """Return which thing each entry is, by its key and by its address: its translation key, or else its address."""
    from search.models import Entry  # the apps are ready only after the hub was chosen

    things = {}
    for key, url, translation_key in Entry.objects.values_list("pk", "url", "translation_key"):
        things[key] = things[url] = translation_key or url
    return things


def wholes_of_the_hub(things):
    """Return what each thing is a part of, for those that are: a step's address begins with its toolkit's."""
    found = {}
    for address, thing in things.items():
        whole, sign, _rest = (
            str(address).partition("step/") if "/step/" in str(address) else str(address).partition("#")
        )
        if sign and whole in things:
            found[thing] = things[whole]
    return found


def ask_the_hub(question, language):
    """Return the keys of what a reader finds who has not signed in, best first."""
    from django.contrib.auth.models import AnonymousUser
    from django.utils.translation import override

    from search.results import find  # the apps are ready only after the hub was chosen

    with override(language):
        return list(find(question, user=AnonymousUser(), language=language).keys)


def titles_of_the_hub(things):
    """Return the title of each thing, for people: the English one where there is one."""
    from search.models import Entry  # the apps are ready only after the hub was chosen

    rows = sorted(Entry.objects.values_list("pk", "title", "language"), key=lambda row: row[2] == "en")
    return {things[key]: title for key, title, _language in rows}


def tell(measured, titles):
    """Print the figures, what must be found and was not, and the worst questions with what came first."""
    print(f"{'class':<12} {'questions':>9} {'nDCG@10':>8}")
    for kind in [*CLASSES, JUDGED]:
        number = sum(each.question.kind == kind for each in measured.asked)
        if not number:
            continue
        print(f"{kind:<12} {number:>9} {measured.of(kind):>8.3f}{_aim(kind)}")
    print(f"{'overall':<12} {len(measured.asked):>9} {measured.overall:>8.3f}{_aim('overall')}")
    listed = sum(bool(each.question.must_find) for each in measured.asked)
    hits = listed - len(measured.missed)
    if listed:
        print(f"\nOf {listed} mistakes and other words, {hits} find their page among the first {FIRST}.")
    for question in measured.missed:
        print(f"  missed: {question.question}  →  {question.must_find}")
    print("\nThe worst:")
    for each in measured.worst():
        first = " · ".join(titles[thing] for thing in each.found[:3]) or "nothing"
        print(f"  {each.score:.2f} {each.question.id:<14} {each.question.question}\n       came first: {first}")


def _aim(kind):
    return f"   (aim {AIMS[kind]:.2f})" if kind in AIMS else ""


def main():
    parser = argparse.ArgumentParser(prog="python -m bench.own", description=__doc__)
    parser.add_argument("--fresh", action="store_true", help="fill a scratch hub with the demo first")
    parser.add_argument("--engine", choices=ENGINES, help="fill a scratch hub with the demo first, on this engine")
    parser.add_argument(
        "--judgements",
        metavar="FILE",
        default=QUESTIONS,
        help="ask the questions of this file instead: what staff graded, from “Grades of results” in the admin",
    )
    options = parser.parse_args()
    if not questions(options.judgements):
        parser.error(f"there is no question in {options.judgements}")
    engine = options.engine or ("sqlite" if options.fresh else "")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings")
    with scratch_hub(engine) if engine else nullcontext():
        django.setup()
        if engine:
            load_demo()
        things = things_of_the_hub()
        tell(measure(ask_the_hub, things, options.judgements, wholes_of_the_hub(things)), titles_of_the_hub(things))


if __name__ == "__main__":
    main()
