"""What people asked: counted by day, without saying who, and only what does not look as if it told who.

Readers never wait for it: what was asked is collected in memory, and written by a thread of its own every few seconds.
"""

import atexit
import logging
import re
import threading
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Sum
from django.utils import timezone
from django.utils.translation import get_language

from hub.chores import counted
from hub.page_cache import note_on_page, page_shown

from . import engines
from .asking import make_ready
from .engines.terms import Query, Scope
from .models import Answer, AskedQuestion, EntryStems, Word
from .questions import read_question
from .text import fold, normalise, plain_words, stem, telling_words, variants
from .thesaurus import thesaurus

logger = logging.getLogger(__name__)

NOTED = "search.asked"  # the name under which a kept page says what it answers
LONGEST_TEXT = 200  # characters; what is longer was pasted, and may be anything
MOST_WAITING = 500  # different questions between two writes
MOST_A_DAY = 20_000  # different questions; more is a machine
LOOKED_AT = 20  # results, for how much of the question they have
KEPT_DAYS = 90
OFTEN, ON_DAYS = 3, 2  # asked so often, or on so many days, an earlier question is offered to others

STREET = "street|st|road|rd|lane|avenue|ave|close|drive|court|crescent|gardens|terrace|grove|way|square|place"
PERSONAL = re.compile(
    rf"""
      @                                                   # an e-mail address, or a name on some network
    | ://                                                 # an address with whatever is in it
    | \b\w+ \s* [\[(]?(?:at|arroba)[\])]? \s+ \w+ \s* [\[(]?(?:dot|punto)[\])]? \s+ \w+   # the same, in words
    | \d{{6,}}                                            # an account, a case, a card
    | \d(?:[\s().\-\u2010-\u2015/+]{{0,3}}\d){{6,}}       # a telephone number, a card, a day of birth
    | \b[a-z]{{1,2}}\d[a-z\d]?\s*\d[a-z]{{2}}\b           # a British postcode is a few houses
    | \b\d{{1,5}}[a-z]?,?\s+(?:[^\W\d]+\s+){{1,3}}(?:{STREET})\b
    | \b(?:calle|c/|avenida|avda|plaza|paseo|شارع)\s*(?:[^\W\d]+,?\s+){{0,4}}\d
    """,
    re.VERBOSE | re.IGNORECASE,
)


def looks_personal(text):
    """Tell whether `text` has what may say who somebody is or where they live: such a question is not kept at all."""
    return bool(PERSONAL.search(normalise(text)) or PERSONAL.search(text))


@dataclass
class Counted:
    """A question that waits to be written: how often it was asked since, and what was found."""

    times: int = 0
    total: int | None = None  # results as everybody finds them, where known
    audiences: set = field(default_factory=set)  # of those who asked: what they belong to, not who they are


class Ledger:
    """Collects questions and writes them, `settings.SEARCH_ASKED_DELAY` seconds later, all at once."""

    def __init__(self):
        self.lock = threading.Lock()
        self.writing = threading.Lock()
        self.waiting = {}
        self.timer = None

    def add(self, text, language, *, total, audiences=()):
        """Count a question. Returns at once, and leaves it out where too many wait."""
        with self.lock:
            if (text, language) not in self.waiting and len(self.waiting) >= MOST_WAITING:
                return
            count = self.waiting.setdefault((text, language), Counted())
            count.times += 1
            if total is not None:
                count.total = total
            count.audiences.add(tuple(audiences))
            if self.timer is None and settings.SEARCH_ASKED_DELAY is not None:
                self.timer = threading.Timer(settings.SEARCH_ASKED_DELAY, self._write_in_thread)
                self.timer.daemon = True
                self.timer.start()

    def write(self):
        """Write all that waits. What cannot be written is lost: it is a count."""
        with self.writing:
            with self.lock:
                waiting, self.waiting, self.timer = self.waiting, {}, None
            for (text, language), count in waiting.items():
                try:
                    _write(text, language, count)  # not in one transaction: looking for answers takes a while
                except Exception:
                    logger.exception("A question that was asked could not be written down.")

    def _write_in_thread(self):
        try:
            self.write()
        finally:
            connection.close()


ledger = Ledger()
atexit.register(ledger.write)


def note(request, typed, findings):
    """Count what was asked with `request`, now and whenever the page is shown again from what is kept of it.

    Never raises and never waits. Only a bare question counts: not its filters, its pages, or coming back from them.
    """
    if set(request.GET) != {"q"}:
        return
    try:
        text = _kept_form(typed)
        if not text:
            return
        noted = {"text": text, "language": get_language()}
        is_for_all = not findings.scope.audiences and text == _plain_key(typed)
        if not findings.scope.audiences:
            note_on_page(request, NOTED, noted | {"total": findings.total if is_for_all else None})
        if _counts(request, text):
            total = findings.total if is_for_all else None
            ledger.add(text, noted["language"], total=total, audiences=findings.scope.audiences)
    except Exception:
        logger.exception("A question that was asked could not be counted.")


def record(typed, language, *, total=None, audiences=()):
    """Count a question that somebody typed who belongs to `audiences`; `total` is how much everybody finds by it."""
    if text := _kept_form(typed):
        ledger.add(text, language, total=total, audiences=audiences)


def _count_kept(sender, request, noted, **kwargs):
    """A kept page was shown: count the question that it answers."""
    if (asked := noted.get(NOTED)) and _counts(request, asked["text"]):
        ledger.add(asked["text"], asked["language"], total=asked["total"])


def connect():
    """Count the showings of kept pages. Called once, when the apps are ready."""
    page_shown.connect(_count_kept, dispatch_uid="search-asked")


def _kept_form(typed):
    """Return what is kept of a question, or "" if nothing is."""
    if len(typed) > LONGEST_TEXT or looks_personal(typed):
        return ""
    text = read_question(typed).key
    return text if len(text) <= LONGEST_TEXT else ""


def _plain_key(typed):
    """Return the question if words are all that it has."""
    question = read_question(typed)
    return question.key if not (question.filters or question.without) else None


def _counts(request, text):
    """Tell whether somebody asks with `request`, rather than coming back to a question or looking ahead."""
    if request.method != "GET" or "prefetch" in request.headers.get("Sec-Purpose", ""):
        return False
    try:
        before = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return True
    if before.path != request.path:
        return True
    return read_question(" ".join(parse_qs(before.query).get("q", [""]))).key != text


def group_of(text, language):
    """Return the name of the group of questions that ask for the same as `text`: its telling stems, sorted."""
    return " ".join(sorted({stem(word, language) for word in telling_words(plain_words(text), language)}))[:400]


def _write(text, language, count):
    today = timezone.localdate()
    row = AskedQuestion.objects.filter(text=text, language=language, day=today).first()
    is_public = count.audiences == {()}
    if row and (count.total == row.results or not is_public):
        AskedQuestion.objects.filter(pk=row.pk).update(times=F("times") + count.times)
        return
    if not row and AskedQuestion.objects.filter(day=today).count() >= MOST_A_DAY:
        return
    found = measure(text, language)
    if any(measure(text, language, audiences).covered > found.covered for audiences in count.audiences - {()}):
        return  # what was asked for is private, so the question may be too
    facts = {"results": found.results, "covered": found.covered, "was_corrected": found.was_corrected}
    try:
        with transaction.atomic():
            if row is None:
                group = group_of(text, language)
                key = {"text": text, "language": language, "day": today}
                AskedQuestion.objects.create(**key, group=group, times=count.times, **facts)
                return
    except IntegrityError:  # another process was quicker
        pass
    same = AskedQuestion.objects.filter(text=text, language=language, day=today)
    same.update(times=F("times") + count.times, **facts)


@dataclass(frozen=True)
class Measured:
    """What a question finds: how many results, and how much of it the best of them has, in percent."""

    results: int
    covered: int
    was_corrected: bool


def measure(text, language, audiences=()):
    """Return what those who belong to `audiences` find by `text` now; everybody, if to none."""
    scope = Scope(tuple(audiences), language)
    engine = engines.database()

    def finds(alternatives):
        return bool(audiences) and engine.finds(Query(required=(alternatives,)), scope)

    asked = make_ready(read_question(text), language, finds=finds)
    hits = engine.search(asked.query, scope, limit=LOOKED_AT)
    covered = _covered(asked, language, [hit.key for hit in hits.hits])
    return Measured(hits.total, covered, bool(asked.corrections))


def _covered(asked, language, keys):
    """Return how much of a question the best of the entries has, in percent, rare words counting more."""
    units = _units(asked, language)
    whole = sum(weight for _alternatives, weight in units)
    best = 0.0
    for row in EntryStems.objects.filter(pk__in=keys):
        stems = f" {row.title} {row.headings} {row.summary} {row.names} {row.body} {row.files} "
        has = sum(
            weight for alternatives, weight in units if any(f" {' '.join(each)} " in stems for each in alternatives)
        )
        best = max(best, has / whole if whole else 0.0)
    return round(100 * best)


def _units(asked, language):
    """Return what a question asks for as (alternatives, how much it tells); what has other names is one thing."""
    words = [part for word in asked.question.words for part in asked.corrections.get(word, word).split()]
    words += [word for phrase in asked.question.phrases for word in phrase]
    telling = set(telling_words(words, language))
    query, units, start = asked.query, [], 0
    stretches = {first: (end, others) for first, end, others in thesaurus().find(words)}
    while start < len(words):
        end, others = stretches.get(start, (start + 1, ()))
        if others or words[start] in telling:
            own = [variants(word, language) for word in words[start:end]]
            said = [tuple(each[min(index, len(each) - 1)] for each in own) for index in range(max(map(len, own)))]
            weight = max(query.idf(stems[:1]) for stems in said)
            units.append(((*said, *others), weight))
        start = end
    return units


def earlier(prefix, language, limit=5):
    """Return earlier questions that begin with `prefix`, the most asked first: only those that found something, that
    several asked, and that have no word which only private things have. Two queries."""
    start = " ".join(plain_words(prefix))
    if not start:
        return []
    latest = AskedQuestion.objects.filter(text=OuterRef("text"), language=language).order_by("-day")
    rows = (
        AskedQuestion.objects.filter(language=language, text__startswith=start).order_by().values("text")
        .annotate(
            times_asked=Sum("times"), days=Count("day"), found=Subquery(latest.values("results")[:1]),
            part=Subquery(latest.values("covered")[:1]), mended=Subquery(latest.values("was_corrected")[:1]),
        )
        .filter(Q(times_asked__gte=OFTEN) | Q(days__gte=ON_DAYS), found__gt=0, part__gte=50, mended=False)
        .order_by("-times_asked", "text").values_list("text", flat=True)[: 4 * limit]
    )  # fmt: skip
    texts = [text for text in rows if text != start]
    said = {text: {fold(word) for word in plain_words(text)} for text in texts}
    wanted = set().union(*said.values()) if said else set()
    if not wanted:
        return []
    known = set(Word.objects.filter(word__in=wanted, count__gt=0).values_list("word", flat=True)) | thesaurus().words
    return [text for text in texts if said[text] <= known][:limit]


def forget_questions(*, dry_run):
    """Delete what was asked more than 90 days ago, and what editors said of questions that nobody asked since."""
    first_day = timezone.localdate() - timedelta(days=KEPT_DAYS - 1)
    old = AskedQuestion.objects.filter(day__lt=first_day)
    living = AskedQuestion.objects.filter(group=OuterRef("group"), language=OuterRef("language"), day__gte=first_day)
    begins = timezone.now() - timedelta(days=KEPT_DAYS)
    answers = Answer.objects.filter(~Exists(living), answered_at__lt=begins)
    number, of_answers = old.count(), answers.count()
    if not (number or of_answers):
        return ""
    said = f"{counted(number, 'question')} and {counted(of_answers, 'answer')} of more than {KEPT_DAYS} days ago."
    if dry_run:
        return f"Would delete {said}"
    answers.delete()
    old.delete()
    return f"Deleted {said}"
