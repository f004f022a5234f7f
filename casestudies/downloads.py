"""The list of case studies as a table to take away: CSV for spreadsheets, JSON for programs. Public pages alone.

Rows leave one after the other, so that 2,000 of them need no more memory than 20; the number of queries is fixed.
"""

import csv
import json
from collections import defaultdict
from io import StringIO

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from hub.cells import csv_cell, plain_cell
from hub.models import Area, Theme
from hub.visibility import only_public

from .models import CaseStudyPage, Method, ToolkitUse

MOST_ROWS = 10_000
AT_ONCE = 200

# Name in JSON, heading in CSV. The body is left out: it is what the address is for.
COLUMNS = {
    "title": _("Title"),
    "address": _("Address"),
    "language": _("Language"),
    "summary": _("Summary"),
    "told_by": _("Told by"),
    "led_by": _("Who led it"),
    "where": _("Where"),
    "started_on": _("Started"),
    "ended_on": _("Ended"),
    "scale": _("How large"),
    "people": _("How many people"),
    "payment": _("Were people paid?"),
    "payment_note": _("How they were paid"),
    "themes": _("Themes"),
    "areas": _("Areas"),
    "methods": _("Methods"),
    "toolkits": _("Toolkits used"),
    "who_took_part": _("Who took part"),
    "how_people_were_found": _("How they were found"),
    "cost": _("What it cost"),
    "time_spent": _("How long it took"),
    "what_changed": _("What changed"),
    "how_we_know": _("How we know"),
    "what_did_not_work": _("What did not work"),
    "what_we_would_do_differently": _("What we would do differently"),
    "advice": _("Advice to others"),
    "contact": _("Whom to ask"),
}
RICH = [
    "who_took_part", "how_people_were_found", "what_changed", "how_we_know", "what_did_not_work",
    "what_we_would_do_differently", "advice",
]  # fmt: skip
LISTS = ["themes", "areas", "methods", "toolkits"]


class Rows:
    """The rows of the case studies among `pages`, as dictionaries with the names of `COLUMNS`."""

    def __init__(self, pages, request):
        self.request = request
        self.keys = list(pages.values_list("pk", flat=True)[:MOST_ROWS])

    def __iter__(self):
        lists = self._lists()
        pages = CaseStudyPage.objects.filter(pk__in=self.keys).defer("body").select_related("locale")
        for page in pages.order_by("-last_published_at", "-pk").iterator(chunk_size=AT_ONCE):
            yield self._row(page, lists)

    def _lists(self):
        """Return the names that each page is filed under: one query for each sort."""
        found = {name: defaultdict(list) for name in LISTS}
        for name, model in (("themes", Theme), ("areas", Area), ("methods", Method)):
            terms = model.objects.with_local_name().filter(pages__in=self.keys)
            for page, term in terms.values_list("pages", "local_name").order_by("local_name"):
                found[name][page].append(term)
        public = only_public(Page.objects.live()).filter(
            pk__in=ToolkitUse.objects.filter(case_study__in=self.keys).values("toolkit")
        )
        titles = dict(public.values_list("pk", "title"))
        uses = ToolkitUse.objects.filter(case_study__in=self.keys).order_by("sort_order")
        for page, toolkit in uses.values_list("case_study", "toolkit"):
            if toolkit in titles:
                found["toolkits"][page].append(titles[toolkit])
        return found

    def _row(self, page, lists):
        row = {
            "title": page.title,
            "address": page.get_full_url(self.request) or "",
            "language": page.locale.language_code,
            "summary": page.summary,
            "told_by": page.byline,
            "led_by": page.organisation,
            "where": page.where,
            "started_on": page.started_on.isoformat() if page.started_on else "",
            "ended_on": page.ended_on.isoformat() if page.ended_on else "",
            "scale": page.get_scale_display(),
            "people": page.people_count,
            "payment": page.get_payment_display(),
            "payment_note": page.payment_note,
            "cost": page.cost,
            "time_spent": page.time_spent,
            "contact": page.contact,
        }
        row |= {name: " ".join(get_text_for_indexing(getattr(page, name)).split()) for name in RICH}
        row |= {name: lists[name][page.pk] for name in LISTS}
        return {name: row[name] for name in COLUMNS}


def as_csv(rows):
    """Yield the lines of a CSV file (RFC 4180) with a byte order mark, which tells Excel that it is UTF-8."""
    yield "\ufeff" + _line(str(heading) for heading in COLUMNS.values())
    for row in rows:
        yield _line(_cell(value) for value in row.values())


def _cell(value):
    if value is None:
        return ""
    return csv_cell("; ".join(value) if isinstance(value, list) else value)


def _line(cells):
    out = StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


def as_json(rows):
    """Yield the parts of a JSON document: an object with a list of case studies."""
    yield '{"case_studies": ['
    for number, row in enumerate(rows):
        clean = {name: plain_cell(value) if isinstance(value, str) else value for name, value in row.items()}
        yield ("," if number else "") + "\n" + json.dumps(clean, ensure_ascii=False)
    yield "\n]}\n"
