from django.apps import apps as today
from django.contrib.auth.management import create_permissions
from django.db import migrations

from members.roles import create_roles


def make_roles(apps, schema_editor):
    # Permissions are made after all migrations; the roles need them now.
    for app_config in today.get_app_configs():
        if app_config.models_module:
            app_config.models_module, kept = True, app_config.models_module
            create_permissions(app_config, verbosity=0, apps=apps, using=schema_editor.connection.alias)
            app_config.models_module = kept
    create_roles(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("casestudies", "0002_first_page"),
        ("comments", "0001_initial"),
        ("events", "0004_first_page"),
        ("groups", "0001_initial"),
        ("knowledge", "0003_first_page"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
        ("django_comments", "0004_add_object_pk_is_removed_index"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
