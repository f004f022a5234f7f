"""Editors look after the ledger of consent, and after the methods of case studies."""

from django.apps import apps as today
from django.contrib.auth.management import create_permissions
from django.db import migrations

from members.roles import add_permissions


def give_permissions(apps, schema_editor):
    # Permissions are made after all migrations; the roles need them now.
    for label in ("consent", "casestudies"):
        app_config = today.get_app_config(label)
        app_config.models_module, kept = True, app_config.models_module
        create_permissions(app_config, verbosity=0, apps=apps, using=schema_editor.connection.alias)
        app_config.models_module = kept
    add_permissions(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("consent", "0001_initial"),
        ("casestudies", "0003_structure_and_stories"),
        ("members", "0005_editors_tend_search"),
    ]

    operations = [migrations.RunPython(give_permissions, migrations.RunPython.noop)]
