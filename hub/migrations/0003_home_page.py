from django.db import migrations

from hub.first_pages import make_home


class Migration(migrations.Migration):
    dependencies = [
        ("hub", "0002_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(lambda apps, _: make_home(apps), migrations.RunPython.noop)]
