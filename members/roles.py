"""The five roles, what each may do in the admin, and who may. Migrations make them; administrators may change them."""

from django.apps import apps as today
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.management import create_permissions

EDIT_PAGES = ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"]
# Wagtail asks for the permissions of its own models, also where pictures and documents are kept in ours.
EDIT_FILES = [
    f"{app_label}.{verb}_{model}"
    for app_label, model in [("wagtailimages", "image"), ("wagtaildocs", "document")]
    for verb in ("add", "change", "choose")
]


def every(app_label, *models):
    """Return the names of the permissions to add, change, delete and view each model."""
    return [f"{app_label}.{verb}_{model}" for model in models for verb in ("add", "change", "delete", "view")]


# Role → (permissions, slug of the page below which it edits ("root": all languages), whether it edits files)
ROLES = {
    "Editors": (
        [
            *every("hub", "theme", "area"),
            *every("events", "venue"),
            *every("wagtailredirects", "redirect"),
            "hub.change_hubsettings",
            "wagtail_localize.submit_translation",
        ],
        "root",
        True,
    ),
    "Moderators": (
        ["django_comments.can_moderate", "comments.view_pagecomment", "comments.change_pagecomment"],
        None,
        False,
    ),
    "Facilitators": (
        ["groups.add_peergroup", "groups.change_peergroup", "groups.view_peergroup"],
        None,
        False,
    ),
    "Event organisers": (
        [*every("events", "venue"), "events.view_registration", "events.view_attendee", "events.change_attendee"],
        "events",
        True,
    ),
}
ADMINISTRATORS = "Administrators"
# What roles may do with models that came after them: migrations give it (0005).
ADDED = {
    "Editors": [
        *every("search", "synonyms", "promotedresult"),
        *every("search", "judgement"),
        "search.tend_search",
        "stewardship.view_stewardship",
        "stewardship.change_stewardship",
        "feedback.view_feedback",
        "feedback.change_feedback",
        "knowledge.change_experience",
        "knowledge.view_experience",
        *every("knowledge", "author"),
        *every("evaluation", "questionnaire"),
        "evaluation.publish_questionnaire",
        *every("casestudies", "method"),
        "consent.add_consent",
        "consent.change_consent",
        "consent.view_consent",
    ],
}
ADMINISTERED_APPS = [
    "hub", "members", "groups", "knowledge", "casestudies", "events", "evaluation", "comments", "search",
    "stewardship", "feedback", "consent", "django_comments",
    "wagtailcore", "wagtailredirects", "wagtaildocs", "wagtailimages", "wagtail_localize", "auth",
]  # fmt: skip


def create_roles(apps):
    """Make the five groups with their permissions. Works with a migration's models and with today's."""
    Group, Permission = apps.get_model("auth.Group"), apps.get_model("auth.Permission")
    Page, Collection = apps.get_model("wagtailcore.Page"), apps.get_model("wagtailcore.Collection")
    page_permissions = apps.get_model("wagtailcore.GroupPagePermission").objects
    collection_permissions = apps.get_model("wagtailcore.GroupCollectionPermission").objects

    def permission(name):
        app_label, codename = name.split(".")
        return Permission.objects.get(content_type__app_label=app_label, codename=codename)

    everywhere = Collection.objects.get(depth=1)
    for name in [*ROLES, ADMINISTRATORS]:
        names, slug, edits_files = ROLES.get(name, ([], "root", True))
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set([permission("wagtailadmin.access_admin"), *map(permission, names)])
        page_permissions.filter(group=group).delete()
        collection_permissions.filter(group=group).delete()
        if name == ADMINISTRATORS:
            group.permissions.add(*Permission.objects.filter(content_type__app_label__in=ADMINISTERED_APPS))
        if slug:
            codenames = EDIT_PAGES + (["bulk_delete_page"] if name == ADMINISTRATORS else [])
            for page in Page.objects.filter(slug=slug, depth=1 if slug == "root" else 3):
                for codename in codenames:
                    page_permissions.create(
                        group=group,
                        page=page,
                        permission=Permission.objects.get(content_type__app_label="wagtailcore", codename=codename),
                    )
        if edits_files:
            for file_permission in EDIT_FILES:
                collection_permissions.create(
                    group=group, collection=everywhere, permission=permission(file_permission)
                )


def add_permissions(apps):
    """Give the roles what came later, where its tables are there. What administrators changed otherwise stays."""
    Group, Permission = apps.get_model("auth.Group"), apps.get_model("auth.Permission")
    for role, names in ADDED.items():
        for group in Group.objects.filter(name=role):
            for name in names:
                app_label, codename = name.split(".")
                # A migration that runs before a later room was made finds no permissions of it: that room gives them.
                group.permissions.add(*Permission.objects.filter(content_type__app_label=app_label, codename=codename))
    for group in Group.objects.filter(name=ADMINISTRATORS):
        group.permissions.add(*Permission.objects.filter(content_type__app_label__in=ADMINISTERED_APPS))


def who_may(permission):
    """Return the active members whose role gives them `permission`, such as "consent.change_consent".

    Administrators with all rights are not among them, unless a role says so: they are not to get everybody's mail.
    """
    return ModelBackend().with_perm(permission, include_superusers=False)


def permissions_of(app_label):
    """Return what a room's migration runs, so that the roles have the permissions that came with its tables."""

    def give(apps, schema_editor):
        # Permissions are made after all migrations; the roles need them now.
        app_config = today.get_app_config(app_label)
        app_config.models_module, kept = True, app_config.models_module
        create_permissions(app_config, verbosity=0, apps=apps, using=schema_editor.connection.alias)
        app_config.models_module = kept
        add_permissions(apps)

    return give
