"""Editors look after the ledger of consent, and after the methods of case studies."""

from django.db import migrations

from members.roles import permissions_of


class Migration(migrations.Migration):
    dependencies = [
        ("consent", "0001_initial"),
        ("casestudies", "0003_structure_and_stories"),
        ("members", "0005_editors_tend_search"),
    ]

    operations = [
        migrations.RunPython(permissions_of("consent"), migrations.RunPython.noop),
        migrations.RunPython(permissions_of("casestudies"), migrations.RunPython.noop),
    ]
