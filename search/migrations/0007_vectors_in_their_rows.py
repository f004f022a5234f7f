"""PostgreSQL keeps a row's vector in the row: ranking reads thousands of them, and fetched each from another table.
What is written together is behind since one moment, so that a few deletions do when the server was told."""

import django.utils.timezone
from django.db import migrations, models

TABLE = "search_entrystems"


def keep_inside(apps, schema_editor):
    _store(schema_editor, "MAIN")


def keep_outside(apps, schema_editor):
    _store(schema_editor, "EXTENDED")


def _store(schema_editor, how):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"ALTER TABLE {TABLE} ALTER COLUMN vector SET STORAGE {how}")
        # What is there already moves when it is written.
        schema_editor.execute(f"UPDATE {TABLE} SET title = title")  # noqa: S608  nothing that anybody typed


class Migration(migrations.Migration):
    dependencies = [("search", "0006_entries_without_audience_index")]

    operations = [
        migrations.AlterField("behind", "changed_at", models.DateTimeField(default=django.utils.timezone.now)),
        migrations.RunPython(keep_inside, keep_outside, elidable=False),
    ]
