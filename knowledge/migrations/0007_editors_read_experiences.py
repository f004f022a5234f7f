"""Editors decide about what members say of toolkits."""

from django.db import migrations

from members.roles import permissions_of


class Migration(migrations.Migration):
    dependencies = [("members", "0005_editors_tend_search"), ("knowledge", "0006_kits")]

    operations = [migrations.RunPython(permissions_of("knowledge"), migrations.RunPython.noop)]
