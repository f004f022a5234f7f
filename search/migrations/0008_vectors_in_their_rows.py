"""PostgreSQL keeps a row's vector in the row: ranking reads thousands of them, and fetched each from another table."""

from django.db import migrations

TABLE = "search_entrystems"
BATCH = 1000  # rows; each batch is a transaction of its own, so that nobody who searches or writes waits long


def keep_inside(apps, schema_editor):
    _store(apps, schema_editor, "MAIN")


def keep_outside(apps, schema_editor):
    _store(apps, schema_editor, "EXTENDED")


def _store(apps, schema_editor, how):
    if schema_editor.connection.vendor != "postgresql":
        return
    schema_editor.execute(f"ALTER TABLE {TABLE} ALTER COLUMN vector SET STORAGE {how}")
    # What is there already moves when it is written.
    keys = list(apps.get_model("search", "EntryStems").objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        first, last = keys[start], keys[start : start + BATCH][-1]
        schema_editor.execute(
            f"UPDATE {TABLE} SET title = title WHERE entry_id BETWEEN %s AND %s",  # noqa: S608  nothing that anybody typed
            [first, last],
        )


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("search", "0007_behind_since_one_moment")]

    operations = [migrations.RunPython(keep_inside, keep_outside, elidable=False)]
