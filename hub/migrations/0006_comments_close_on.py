"""Comments that close by themselves."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('hub', '0005_waiting_mail'),
    ]

    operations = [
        migrations.AddField(
            model_name='basepage',
            name='comments_close_on',
            field=models.DateField(blank=True, help_text='The last day for comments. They close by themselves at its end. Leave empty for no end.', null=True, verbose_name='open for comments until'),
        ),
    ]
