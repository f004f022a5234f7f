"""What is written together is behind since one moment, so that a few deletions do when the server was told."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0006_entries_without_audience_index")]

    operations = [
        migrations.AlterField("behind", "changed_at", models.DateTimeField(default=django.utils.timezone.now)),
    ]
