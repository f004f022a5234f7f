import factory
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from factory.django import DjangoModelFactory

from comments.models import PageComment, Report
from hub.models import BasePage

from .members import UserFactory


class PageCommentFactory(DjangoModelFactory):
    """A public comment on `page`. Pass `reply_to=` to put it below another, `is_public=False` to let it wait."""

    class Meta:
        model = PageComment

    class Params:
        page = None
        reply_to = None

    content_type = factory.LazyFunction(lambda: ContentType.objects.get_for_model(BasePage))
    object_pk = factory.LazyAttribute(lambda comment: str(comment.page.pk))
    site_id = settings.SITE_ID
    user = factory.SubFactory(UserFactory)
    comment = factory.Faker("paragraph")
    parent_id = factory.LazyAttribute(lambda comment: comment.reply_to.pk if comment.reply_to else 0)
    submit_date = factory.LazyFunction(timezone.now)


class ReportFactory(DjangoModelFactory):
    class Meta:
        model = Report

    comment = factory.SubFactory(PageCommentFactory)
    reason = factory.Faker("sentence")
