"""`python -m bench.cases`: the library with 10,000 resources, the list of case studies with 2,000 of them and three
filters, and taking back a consent.

The lists are made uncached, in this process, so that nothing but the hub itself is measured; *bare* is a Django view
without middleware that answers with the same bytes. The consent is taken back from a page with 50 revisions that 200
others refer to, on a hub with all the case studies.
"""

import argparse
import statistics
import time

from .scratch import empty_hub

FILTERS = "theme=theme-1&year=2024&scale=group"
ADDRESSES = {
    "list": "/case-studies/",
    "three filters": f"/case-studies/?{FILTERS}",
    "timeline": f"/case-studies/?show=timeline&{FILTERS}",
    "CSV": "/case-studies/list.csv",
}
LIBRARY = {
    "library": "/library/",
    "narrowed": "/library/?theme=theme-1&kind=template",
    "last page": "/library/?page=400",
}
WORDS = "They never asked us before the doors were painted"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--resources", type=int, default=10_000)
    parser.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--rounds", type=int, default=30)
    options = parser.parse_args()
    with empty_hub(options.engine) as connection:
        from django.conf import settings
        from django.core.management import call_command

        call_command("collectstatic", interactive=False, verbosity=0)
        settings.ALLOWED_HOSTS, settings.PAGE_CACHE_SECONDS = ["*"], 0
        index = fill(options.cases)
        print(f"{options.cases} case studies, {options.engine}, uncached, {options.rounds} rounds\n")
        measure_lists(connection, ADDRESSES, options.rounds)
        measure_taking_back(index)
        fill_library(options.resources)
        print(f"\n{options.resources} resources\n")
        measure_lists(connection, LIBRARY, options.rounds)


def fill(number):
    """Make so many case studies under themes, methods and years, and return their list."""
    import datetime

    from wagtail.signal_handlers import disable_reference_index_auto_update

    from casestudies.models import CaseStudyIndexPage
    from search.refreshing import in_bulk
    from tests.factories.casestudies import CaseStudyPageFactory, MethodFactory
    from tests.factories.hub import ThemeFactory

    themes = [ThemeFactory(name=f"Theme {each}") for each in range(10)]
    methods = [MethodFactory(name=f"Method {each}") for each in range(10)]
    index = CaseStudyIndexPage.objects.get()
    started = time.perf_counter()
    with in_bulk(), disable_reference_index_auto_update():
        for each in range(number):
            CaseStudyPageFactory(
                parent=index,
                title=f"Case number {each}",
                themes=[themes[each % 10], themes[each % 7]],
                methods=[methods[each % 9]],
                started_on=datetime.date(2018 + each % 9, 1 + each % 12, 1),
                scale=["group", "place", "region"][each % 3],
                payment=["paid", "unpaid"][each % 2],
                what_did_not_work="<p>The hall was too small.</p>" * 5,
            )
    print(f"Made them in {time.perf_counter() - started:.0f} s")
    return index


def fill_library(number):
    """Make so many resources under the themes that are there."""
    from wagtail.signal_handlers import disable_reference_index_auto_update

    from hub.models import Theme
    from knowledge.models import LibraryIndexPage, ResourcePage
    from search.refreshing import in_bulk
    from tests.factories.knowledge import ResourcePageFactory

    themes, library = list(Theme.objects.all()), LibraryIndexPage.objects.get()
    kinds = ResourcePage.ResourceKind.values
    started = time.perf_counter()
    with in_bulk(), disable_reference_index_auto_update():
        for each in range(number):
            ResourcePageFactory(
                parent=library,
                title=f"Resource number {each}",
                summary="What it is, in a sentence.",
                themes=[themes[each % 10], themes[each % 7]],
                resource_kind=kinds[each % len(kinds)],
            )
    print(f"\nMade them in {time.perf_counter() - started:.0f} s")


def measure_lists(connection, addresses, rounds):
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    line = "{:<14} {:>8} {:>8} {:>8} {:>10} {:>8}"
    print(line.format("", "queries", "p50 ms", "p95 ms", "bytes", "× bare"), "  The aim: 12 queries, p95 300 ms.")
    for name, path in addresses.items():
        for _warm in range(3):
            _read(client, path)
        with CaptureQueriesContext(connection) as asked:
            size = _read(client, path)
        queries = len(asked)  # the next request forgets them
        times = [_timed(lambda path=path: _read(client, path))[0] for _each in range(rounds)]
        bare = _bare(size, rounds)
        figures = (queries, f"{_ms(times, 50):.1f}", f"{_ms(times, 95):.1f}", size, f"{_ms(times, 50) / bare:.0f}")
        print(line.format(name, *figures), flush=True)


def _bare(size, rounds):
    """Return the milliseconds (p50) of a view that answers with so many bytes, without middleware."""
    from types import ModuleType

    from django.http import HttpResponse
    from django.test import Client, override_settings
    from django.urls import path

    body = b"x" * size
    urls = ModuleType("bare_urls")
    urls.urlpatterns = [path("", lambda request: HttpResponse(body))]
    with override_settings(ROOT_URLCONF=urls, MIDDLEWARE=[]):
        client = Client()
        _read(client, "/")
        return _ms([_timed(lambda: _read(client, "/"))[0] for _each in range(rounds)], 50)


def _read(client, path):
    response = client.get(path)
    assert response.status_code == 200, path
    return len(response.getvalue())


def _timed(do):
    started = time.perf_counter()
    result = do()
    return (time.perf_counter() - started) * 1000, result


def _ms(times, percent):
    return statistics.quantiles(times, n=100)[percent - 1]


def measure_taking_back(index):
    from wagtail.models import ReferenceIndex

    from casestudies.models import CaseStudyPage
    from consent import actions
    from consent.models import Consent
    from hub.queue import at_once
    from tests.factories.casestudies import CaseStudyPageFactory
    from tests.factories.consent import ConsentFactory

    page = CaseStudyPageFactory(
        parent=index, title="Painted doors", body=[("quote", {"text": WORDS, "who": "A", "role": ""})]
    )
    for each in range(50):
        page.summary = f"Revision {each}"
        page.save_revision()
    page.get_latest_revision().publish()
    with at_once():  # the index of references is written by a task
        for other in CaseStudyPage.objects.exclude(pk=page.pk)[:200]:
            other.body = [("related_pages", {"title": "", "pages": [page]})]
            other.save()
    consent = ConsentFactory(wording=WORDS, pages=[page])
    referring = ReferenceIndex.get_references_to(page).count()
    took, _gone = _timed(lambda: actions.withdraw(consent=consent))
    assert Consent.objects.get().is_gone
    assert WORDS not in CaseStudyPage.objects.get(pk=page.pk).to_json()
    print(f"\nTaking back a quote: {took:.0f} ms; 50 revisions, {referring} references to the page. The aim is 60 s.")


if __name__ == "__main__":
    main()
