"""Who keeps a page true moves out of the pages, into a table that no draft overwrites: see `stewardship.models`."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import migrations
from django.utils import timezone


def to_stewardship(apps, schema_editor):
    """Make a row for each page that is kept true; translations share that of the page they were made from."""
    Stewardship, Check = apps.get_model("stewardship.Stewardship"), apps.get_model("stewardship.Check")
    today = timezone.localdate()
    for model in ("ToolkitPage", "ResourcePage"):
        pages = apps.get_model("knowledge", model).objects.filter(alias_of=None).select_related("locale").order_by("pk")
        sources = {}
        for page in pages:
            is_source = page.locale.language_code == settings.LANGUAGE_CODE
            if is_source or page.translation_key not in sources:
                sources[page.translation_key] = page
        for page in sources.values():
            checked, following = page.checked_on, page.next_check_on
            interval = min(max(round((following - checked).days / 30.4), 1), 60) if checked and following else 6
            row = Stewardship.objects.create(
                translation_key=page.translation_key,
                page_id=page.pk,
                owner_id=page.looked_after_by_id or page.owner_id,
                interval=interval,
                checked_on=checked,
                checked_by_id=page.looked_after_by_id if checked else None,
                next_check_on=following or max((checked or today) + timedelta(days=183), today),
            )
            if checked:
                said_at = timezone.make_aware(datetime.combine(checked, time(12)))
                Check.objects.create(
                    stewardship=row, said="right", place="admin", said_by_id=row.checked_by_id, said_at=said_at
                )


def to_pages(apps, schema_editor):
    rows = {row.translation_key: row for row in apps.get_model("stewardship.Stewardship").objects.all()}
    for model in ("ToolkitPage", "ResourcePage"):
        for page in apps.get_model("knowledge", model).objects.all():
            if row := rows.get(page.translation_key):
                page.looked_after_by_id = row.owner_id
                page.checked_on, page.next_check_on = row.checked_on, row.next_check_on
                page.save(update_fields=["looked_after_by", "checked_on", "next_check_on"])


class Migration(migrations.Migration):
    dependencies = [("knowledge", "0004_imported_files"), ("stewardship", "0001_initial")]

    operations = [
        migrations.RunPython(to_stewardship, to_pages),
        *(
            migrations.RemoveField(model, name)
            for model in ("resourcepage", "toolkitpage")
            for name in ("checked_on", "looked_after_by", "next_check_on")
        ),
    ]
