"""Editors write and publish questionnaires."""

from django.apps import apps as today
from django.contrib.auth.management import create_permissions
from django.db import migrations

from members.roles import add_permissions


def give_permissions(apps, schema_editor):
    # Permissions are made after all migrations; the roles need them now.
    app_config = today.get_app_config("evaluation")
    app_config.models_module, kept = True, app_config.models_module
    create_permissions(app_config, verbosity=0, apps=apps, using=schema_editor.connection.alias)
    app_config.models_module = kept
    # Wagtail's own, for what has drafts.
    content_type = apps.get_model("contenttypes.ContentType").objects.get(app_label="evaluation", model="questionnaire")
    apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type, codename="publish_questionnaire", defaults={"name": "Can publish questionnaire"}
    )
    add_permissions(apps)


class Migration(migrations.Migration):
    dependencies = [("members", "0005_editors_tend_search"), ("evaluation", "0001_initial")]

    operations = [migrations.RunPython(give_permissions, migrations.RunPython.noop)]
