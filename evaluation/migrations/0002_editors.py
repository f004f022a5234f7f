"""Editors write and publish questionnaires."""

from django.db import migrations

from members.roles import permissions_of


def make_permission(apps, schema_editor):
    # Wagtail's own, for what has drafts.
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="evaluation", model="questionnaire"
    )
    apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type, codename="publish_questionnaire", defaults={"name": "Can publish questionnaire"}
    )


class Migration(migrations.Migration):
    dependencies = [("members", "0005_editors_tend_search"), ("evaluation", "0001_initial")]

    operations = [
        migrations.RunPython(make_permission, migrations.RunPython.noop),
        migrations.RunPython(permissions_of("evaluation"), migrations.RunPython.noop),
    ]
