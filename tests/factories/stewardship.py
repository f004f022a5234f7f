import factory
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from factory.django import DjangoModelFactory
from wagtail.models import Page

from hub.models import BasePage
from stewardship import actions
from stewardship.models import Check, Stewardship
from stewardship.months import months_after


class StewardshipFactory(DjangoModelFactory):
    """The row of `page`, as it was made with the page, with what is given here. It was checked by its owner."""

    class Meta:
        model = Stewardship

    owner = None
    next_check_on = factory.LazyFunction(lambda: months_after(timezone.localdate(), 6))
    checked_by = factory.LazyAttribute(lambda row: row.owner if getattr(row, "checked_on", None) else None)

    @classmethod
    def _create(cls, model_class, page, **fields):
        row = actions.begin(page=page)
        for name, value in fields.items():
            setattr(row, name, value)
        row.save()
        return row


class CheckFactory(DjangoModelFactory):
    class Meta:
        model = Check

    said = Check.Said.RIGHT
    place = Check.Place.ADMIN
    said_by = factory.SelfAttribute("stewardship.owner")


def make_kept_pages(parent, number):
    """Return so many published pages below `parent`, each with a row, as fast as rows can be written.

    They have no kind: this is for measuring what is done with many rows, not for showing them.
    """
    plain = ContentType.objects.get_for_model(BasePage)
    first = parent.get_children_count()
    pages = [
        Page(
            path=Page._get_path(parent.path, parent.depth + 1, first + count),
            depth=parent.depth + 1,
            title=f"Page {count:05}",
            draft_title=f"Page {count:05}",
            slug=f"page-{count}",
            url_path=f"{parent.url_path}page-{count}/",
            locale_id=parent.locale_id,
            content_type=plain,
            live=True,
        )
        for count in range(1, number + 1)
    ]
    Page.objects.bulk_create(pages, batch_size=500)
    for page in pages:
        BasePage(page_ptr_id=page.pk).save_base(raw=True, force_insert=True)
    Page.objects.filter(pk=parent.pk).update(numchild=first + number)
    rows = [
        Stewardship(page_id=page.pk, translation_key=page.translation_key, next_check_on=timezone.localdate())
        for page in pages
    ]
    return Stewardship.objects.bulk_create(rows, batch_size=500)
