from django.db import migrations

from hub.first_pages import add_page


def make_page(apps, _):
    add_page(apps, "events.EventIndexPage", title="Events", slug="events", parent_slug="home", summary="The summit, trainings and workshops of the year.")


class Migration(migrations.Migration):
    dependencies = [("events", "0003_initial"), ("hub", "0003_home_page"), ("casestudies", "0002_first_page")]  # menus go by the order of pages

    operations = [migrations.RunPython(make_page, migrations.RunPython.noop)]
