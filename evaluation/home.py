"""What the home page shows of self-evaluation."""

from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from hub.home import Section, register_section

from .models import Questionnaire


@register_section(45)
def questionnaires(request):
    """Return the questionnaires that were last published."""
    found = (
        Questionnaire.objects.published().annotate(published_at=Max("versions__frozen_at")).order_by("-published_at")
    )
    return Section(
        heading=_("See how well you do"),
        items=list(found.order_by("-published_at", "-pk")[:2]),
        more_words=_("All self-evaluations"),
        more_url=reverse("evaluation:list"),
        template="evaluation/_home_section.html",
    )
