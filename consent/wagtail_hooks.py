"""The ledger of consent in Wagtail's admin, for those whose role lets them look after it."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from modelcluster.forms import BaseChildFormSet
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.auth import permission_required
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import CreateView, EditView
from wagtail.admin.viewsets.model import ModelViewSet

from hub.ways_back import way_back

from . import actions
from .actions import ConsentError
from .emails import KEEP
from .links import address_for
from .models import Consent, Mending


class UseFormSet(BaseChildFormSet):
    default_error_messages = {"too_few_forms": _("Choose at least one page on which it stands.")}


class UsesPanel(InlinePanel):
    """The pages of a consent. A message of Django's speaks of “forms”."""

    def get_form_options(self):
        options = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = UseFormSet
        return options


class CreateConsentView(CreateView):
    def save_instance(self):
        """Return the new consent, with who noted it."""
        consent = super().save_instance()
        Consent.objects.filter(pk=consent.pk).update(noted_by=self.request.user)
        return consent


class EditConsentView(EditView):
    def get_context_data(self, **kwargs):
        mendings = self.object.mendings.filter(done_at=None).select_related("page")
        return super().get_context_data(link=address_for(self.object), mendings=mendings, **kwargs)


class ConsentViewSet(ModelViewSet):
    model = Consent
    icon = "lock"
    menu_label = _("Consent")
    menu_order = 340
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    add_view_class = CreateConsentView
    edit_view_class = EditConsentView
    edit_template_name = "consent/admin/edit.html"
    list_display = [
        "person_name",
        "covers",
        Column("shown", label=_("What")),
        "until",
        Column("state", label=_("State")),
        DateColumn("noted_at"),
    ]
    list_filter = ["covers", "how", "reason"]
    search_fields = ["person_name", "contact", "wording"]
    panels = [
        MultiFieldPanel(
            [FieldRowPanel(["person_name", "contact"]), "language"], heading=_("Who agreed"),
        ),
        MultiFieldPanel(["covers", "wording", FieldPanel("image")], heading=_("To what")),
        UsesPanel("uses", panels=[PageChooserPanel("page")], min_num=1, heading=_("On which pages"), label=_("page")),
        MultiFieldPanel([FieldRowPanel(["agreed_on", "until"]), "how", "evidence"], heading=_("How, and until when")),
    ]  # fmt: skip


@hooks.register("register_admin_viewset")
def register_consents():
    return ConsentViewSet("consents")


def _do(action, told):
    """Return a view that does something with one consent and says `told`."""

    @require_POST
    @permission_required(KEEP)
    def view(request, pk):
        consent = get_object_or_404(Consent, pk=pk)
        try:
            action(consent=consent, by=request.user)
        except ConsentError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, told)
        return redirect("consents:edit", pk)

    return view


@require_POST
@permission_required(KEEP)
def mend(request, pk):
    """Say that a page was looked at."""
    actions.mend(mending=get_object_or_404(Mending, pk=pk), by=request.user)
    return redirect(way_back(request, reverse("wagtailadmin_home")))


@hooks.register("register_admin_urls")
def register_verbs():
    return [
        path("consent/<int:pk>/withdraw/", _do(actions.withdraw, _("It is gone.")), name="withdraw_consent"),
        path("consent/<int:pk>/link/", _do(actions.send_link, _("The link is on its way.")), name="send_consent_link"),
        path(
            "consent/<int:pk>/renew/",
            _do(actions.renew_link, _("Older links no longer count.")),
            name="renew_consent_link",
        ),
        path("consent/mend/<int:pk>/", mend, name="mend_consent"),
    ]
