from django.db import migrations

from hub.first_pages import add_page


def make_page(apps, _):
    add_page(apps, "knowledge.LibraryIndexPage", title="Library", slug="library", parent_slug="home", summary="Toolkits, resources and articles that people like you wrote and use.")


class Migration(migrations.Migration):
    dependencies = [("knowledge", "0002_initial"), ("hub", "0003_home_page")]

    operations = [migrations.RunPython(make_page, migrations.RunPython.noop)]
