"""How the search is: who answers, what the index has, what waits, and building it anew."""

from django.apps import apps
from django.core.cache import cache
from django.db.models import Count, Min
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django_tasks import task
from wagtail.admin import messages

from hub.chores import all_chores
from hub.models import ChoreRun

from .. import engines, registry
from ..attachments.reports import attachments_of
from ..entries import count_words_anew, refresh
from ..models import Behind, Entry, Word
from .screens import Screen, ScreenViewSet, tenders_only

REBUILDING = "search-rebuilding"
PAUSE = 60  # seconds between two rebuilds: a second click asks for nothing new


@task(queue_name="slow")
def rebuild_entries(label):
    """Build the entries of one model anew."""
    refresh(apps.get_model(label))


@task(queue_name="slow")
def rebuild_rest():
    """Count the words anew, and fill the search server's indexes beside the living ones."""
    count_words_anew()
    if server := engines.server():
        server.rebuild()
        server.catch_up()


class HealthView(Screen):
    template_name = "search/admin/health.html"
    page_title = gettext_lazy("Health of the search")
    header_icon = "view"

    def get_context_data(self, **kwargs):
        behind = Behind.objects.aggregate(number=Count("pk"), since=Min("changed_at"))
        server = engines.server()
        is_well, in_server, trouble = server.health() if server else (False, 0, "")
        is_asked = server and is_well and not behind["number"] and not cache.get(engines.AWAY)
        return super().get_context_data(
            engine=server.name if is_asked else engines.database().name,
            server=server,
            is_well=is_well,
            in_server=in_server,
            trouble=trouble[:300],
            behind=behind,
            entries=Entry.objects.count(),
            words=Word.objects.filter(count__gt=0).count(),
            unreadable=attachments_of(self.request.user).in_trouble().count(),
            chores=_chores(),
            **kwargs,
        )


def _chores():
    """Return what the search sees to by itself, each with its last run, if it ever ran."""
    runs = {run.name: run for run in ChoreRun.objects.all()}
    return [
        {"name": one.name, "run": runs.get(one.name)} for one in all_chores() if one.do.__module__.startswith("search.")
    ]


@require_POST
@tenders_only
def rebuild(request):
    """Have the index built anew, in the background, a kind of thing after the other."""
    if cache.add(REBUILDING, True, timeout=PAUSE):
        for rule in registry.rules():
            rebuild_entries.enqueue(rule.model._meta.label)
        rebuild_rest.enqueue()
    messages.success(request, _("The index is being built anew. Readers go on finding what it has now."))
    return redirect("search_health:index")


class HealthViewSet(ScreenViewSet):
    screen = HealthView
    more = [("rebuild/", rebuild, "rebuild")]
