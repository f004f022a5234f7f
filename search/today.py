"""Files that could not be read, and questions that found nothing."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.documents.permissions import permission_policy

from hub.today import SHOWN, Action, Heap, Waiting, register_heap

from .admin.screens import TEND
from .attachments.reports import attachments_of
from .models import Answer, AskedQuestion
from .models.asked import STATES

DAYS = 90  # as the list of questions is shown first


@register_heap(60)
def unreadable_files(request):
    if not permission_policy.user_has_permission(request.user, "change"):
        return None
    files = attachments_of(request.user).in_trouble().order_by("read_at", "pk")
    return Heap(
        heading=_("Files that cannot be read"),
        things=[
            Waiting(
                title=each.document.title,
                url=reverse("wagtaildocs:edit", args=[each.document_id]),
                detail=str(each.trouble),
                since=each.read_at,
                actions=[Action(_("Read again"), reverse("read_file_again", args=[each.pk]))],
            )
            for each in files[:SHOWN]
        ],
        count=files.count(),
        more_url=reverse("unreadable_files"),
    )


@register_heap(70)
def unanswered_questions(request):
    if not request.user.has_perm(TEND):
        return None
    asked = AskedQuestion.objects.since(timezone.localdate() - timedelta(days=DAYS - 1))
    groups = asked.as_groups().filter(STATES["unanswered"])
    shown = list(groups[:SHOWN])
    questions = AskedQuestion.objects.in_bulk([group["question_id"] for group in shown])
    return Heap(
        heading=_("Searches that found nothing"),
        things=[_waiting(group, questions[group["question_id"]]) for group in shown],
        count=groups.count(),
        more_url=reverse("search_asked:index"),
    )


def _waiting(group, question):
    url = reverse("search_asked:look", args=[question.pk])
    return Waiting(
        title=f"“{question.text}”",
        url=url,
        detail=_("asked %(number)d times, last on %(day)s")
        % {"number": group["times_asked"], "day": date_format(group["last_day"], "DATE_FORMAT")},
        actions=[Action(_("Not for us"), url, {"kind": Answer.Kind.NOTE, "note": _("Not for us.")})],
    )
