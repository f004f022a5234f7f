"""Editors look after the search: synonyms, promoted results, what was asked, judgements."""

from django.db import migrations

from members.roles import permissions_of


class Migration(migrations.Migration):
    dependencies = [("members", "0004_editors_check"), ("search", "0004_editing")]

    operations = [migrations.RunPython(permissions_of("search"), migrations.RunPython.noop)]
