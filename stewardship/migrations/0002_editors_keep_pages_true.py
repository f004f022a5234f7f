"""Editors say who keeps pages true."""

from django.db import migrations

from members.roles import permissions_of


class Migration(migrations.Migration):
    dependencies = [("members", "0005_editors_tend_search"), ("stewardship", "0001_initial")]

    operations = [migrations.RunPython(permissions_of("stewardship"), migrations.RunPython.noop)]
