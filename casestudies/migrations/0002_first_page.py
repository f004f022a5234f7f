from django.db import migrations

from hub.first_pages import add_page


def make_page(apps, _):
    add_page(apps, "casestudies.CaseStudyIndexPage", title="Case studies", slug="case-studies", parent_slug="home", summary="What others tried: who took part, what changed, and what did not work.")


class Migration(migrations.Migration):
    dependencies = [("casestudies", "0001_initial"), ("hub", "0003_home_page"), ("knowledge", "0003_first_page")]  # menus go by the order of pages

    operations = [migrations.RunPython(make_page, migrations.RunPython.noop)]
