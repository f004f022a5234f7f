"""The pages without which nothing works: the home page and one list for each room. Made by migrations, and by tests."""

import uuid

from django.db.models import F
from django.utils import timezone


def add_page(apps, model_name, *, title, slug, parent_slug=None, **fields):
    """Return the page at `slug` below the home page, made if it is missing.

    Works with the models of a migration (which have no tree methods) as well as with today's.
    """
    Page = apps.get_model("wagtailcore.Page")
    model = apps.get_model(model_name)
    parent = Page.objects.get(depth=2, slug=parent_slug) if parent_slug else Page.objects.get(depth=1)
    existing = model.objects.filter(slug=slug, depth=parent.depth + 1).first()
    if existing:
        return existing
    last = Page.objects.filter(path__startswith=parent.path, depth=parent.depth + 1).order_by("path").last()
    number = int(last.path[-4:], 36) + 1 if last else 1
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[digit] + digits
    app_label, name = model_name.lower().split(".")
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(app_label=app_label, model=name)
    now = timezone.now()
    page = model.objects.create(
        title=title,
        draft_title=title,
        slug=slug,
        content_type=content_type,
        path=parent.path + digits.rjust(4, "0"),
        depth=parent.depth + 1,
        numchild=0,
        url_path=f"{parent.url_path}{slug}/",
        locale=apps.get_model("wagtailcore.Locale").objects.get(language_code="en"),
        translation_key=uuid.uuid4(),
        live=True,
        first_published_at=now,
        last_published_at=now,
        show_in_menus=parent_slug is not None,
        **fields,
    )
    Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + 1)
    return page


def make_home(apps):
    """Return the home page; it takes the place of Wagtail's welcome page and becomes the root of the one site."""
    Page, Site = apps.get_model("wagtailcore.Page"), apps.get_model("wagtailcore.Site")
    welcome = Page.objects.filter(depth=2, content_type__model="page", content_type__app_label="wagtailcore").first()
    if welcome:
        welcome.delete()
        Page.objects.filter(depth=1).update(numchild=Page.objects.filter(depth=2).count())
    home = add_page(
        apps,
        "hub.HomePage",
        title="Hub",
        slug="home",
        welcome="Find out what others tried, and tell them what you did",
    )
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "port": 80, "root_page_id": home.pk, "site_name": "Hub"},
    )
    return home
