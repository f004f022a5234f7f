"""A hundred people take twenty places at once, on the database that DATABASE_URL names. Run by `test_rush.py`.

It runs on its own, because its threads need a database that keeps what each of them writes. The tables are made from
the models, not by the migrations: that takes seconds, not half a minute. Prints what came of it as JSON.
"""

import json
import os
import sys
import threading
from collections import Counter
from datetime import timedelta

PEOPLE, PLACES = 100, 20


def main():
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django
    from django.conf import settings

    settings.MIGRATION_MODULES = {label.rpartition(".")[2]: None for label in settings.INSTALLED_APPS}
    settings.MIGRATION_MODULES |= {"wagtailcore": None, "hub": None, "members": None, "contenttypes": None}
    django.setup()
    from django.apps import apps
    from django.core.management import call_command

    settings.MIGRATION_MODULES |= {app.label: None for app in apps.get_app_configs()}
    call_command("migrate", run_syncdb=True, verbosity=0)
    event = make_event(apps)

    from django.core import mail
    from django.db import connection, connections

    from events import actions
    from events.models import Attendee

    errors, mail.outbox = [], []
    start = threading.Barrier(PEOPLE)

    def ask(number):
        try:
            connection.ensure_connection()
            start.wait(timeout=60)
            actions.register(
                event=type(event).objects.get(pk=event.pk),
                contact_name=f"Person {number}",
                contact_email=f"person{number}@example.org",
                people=[(f"Person {number}", "")],
            )
        except Exception as error:
            errors.append(repr(error))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=ask, args=[number]) for number in range(PEOPLE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    in_order = list(Attendee.objects.order_by("pk").values_list("status", flat=True))
    waiting = list(Attendee.objects.waiting().values_list("pk", flat=True))
    json.dump(
        {
            "vendor": connection.vendor,
            "errors": errors,
            "status": Counter(in_order),
            "first_come_first": in_order == ["confirmed"] * PLACES + ["waiting"] * (PEOPLE - PLACES),
            "queue_is_in_order": waiting == sorted(waiting),
            "mails": len(mail.outbox),
            "registrations": event.registrations.count(),
        },
        sys.stdout,
    )


def make_event(apps):
    from wagtail.models import Locale, Page

    from hub.first_pages import add_page, make_home
    from tests.factories.events import EventPageFactory

    Locale.objects.get_or_create(language_code="en")
    Page.add_root(title="Root", slug="root")
    make_home(apps)
    index = add_page(apps, "events.EventIndexPage", title="Events", slug="events", parent_slug="home")
    return EventPageFactory(parent=index, capacity=PLACES, starts_at=_soon())


def _soon():
    from django.utils import timezone

    return timezone.now() + timedelta(days=30)


if __name__ == "__main__":
    main()
