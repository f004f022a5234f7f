"""Editors see what readers said."""

from django.db import migrations

from members.roles import permissions_of


class Migration(migrations.Migration):
    dependencies = [("members", "0005_editors_tend_search"), ("feedback", "0001_initial")]

    operations = [migrations.RunPython(permissions_of("feedback"), migrations.RunPython.noop)]
