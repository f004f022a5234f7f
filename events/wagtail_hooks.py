"""Who comes, for organisers: a list for each event with what people need, to be taken along as a spreadsheet.

People come onto the list by the form and leave it by an action; here nobody is added or deleted, so that the places
are always counted.
"""

from urllib.parse import urlencode

import django_filters
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy

from hub.cells import csv_cell, plain_cell

from . import actions
from .actions import RegistrationError
from .models import Attendee, EventPage


class AttendeePermissionPolicy(ModelPermissionPolicy):
    """Nobody adds or deletes people here, whatever permissions they have."""

    def user_has_permission(self, user, action):
        return action in ("view", "change") and super().user_has_permission(user, action)


class EventChoiceFilter(django_filters.ModelChoiceFilter):
    """The events that somebody asked to come to, the latest first."""

    def __init__(self, **kwargs):
        super().__init__(queryset=self.events, **kwargs)

    @staticmethod
    def events(request):
        asked_for = Attendee.objects.values("event")
        return EventPage.objects.filter(pk__in=asked_for).select_related(None).order_by("-starts_at", "pk")


class AttendeeFilterSet(WagtailFilterSet):
    event = EventChoiceFilter(label=gettext_lazy("Event"))

    class Meta:
        model = Attendee
        fields = ["event", "status"]


class AttendeeIndexView(IndexView):
    filterset_class = AttendeeFilterSet
    custom_value_preprocess = IndexView.custom_value_preprocess | {str: {"csv": csv_cell, "xlsx": plain_cell}}

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("event", "registration").order_by("queued_at", "pk")

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if self.user_has_permission("change") and instance.status != Attendee.Status.CANCELLED:
            url = reverse("attendees:take-off", args=[instance.pk])
            buttons.append(MenuItem(_("Take off the list"), url=url, icon_name="cross", priority=30))
        return buttons


class TakeOffView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Ask, and then give up somebody's place for them."""

    template_name = "events/admin/take_off.html"
    permission_policy = AttendeePermissionPolicy(Attendee)
    permission_required = "change"
    page_title = gettext_lazy("Take off the list")
    header_icon = "cross"

    @cached_property
    def attendee(self):
        return get_object_or_404(Attendee.objects.select_related("event", "registration"), pk=self.kwargs["pk"])

    @cached_property
    def list_url(self):
        return f"{reverse('attendees:index')}?{urlencode({'event': self.attendee.event_id})}"

    def get_context_data(self, **kwargs):
        return super().get_context_data(attendee=self.attendee, list_url=self.list_url, **kwargs)

    def post(self, request, *args, **kwargs):
        try:
            actions.give_up(attendee=self.attendee, by=request.user)
        except RegistrationError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("%(name)s is off the list.") % {"name": self.attendee.name})
        return redirect(self.list_url)


class AttendeeViewSet(ModelViewSet):
    model = Attendee
    icon = "group"
    menu_label = gettext_lazy("Who comes")
    menu_order = 310
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = AttendeeIndexView
    form_fields = ["name", "access_needs"]
    list_per_page = 50
    list_display = [
        "name",
        Column("event", label=gettext_lazy("Event"), accessor="event.title", sort_key="event__title"),
        "status",
        "access_needs",
        Column("contact_name", label=gettext_lazy("Who answers"), accessor="registration.contact_name"),
        Column("contact_email", label=gettext_lazy("E-mail"), accessor="registration.contact_email"),
        DateColumn("queued_at", label=gettext_lazy("Asked at"), sort_key="queued_at"),
    ]
    search_fields = ["name", "registration__contact_name", "registration__contact_email"]
    search_backend_name = None
    export_filename = "who-comes"
    list_export = [
        "name",
        "get_status_display",
        "access_needs",
        "registration.contact_name",
        "registration.contact_email",
        "event.title",
        "queued_at",
    ]
    export_headings = {
        "get_status_display": gettext_lazy("Status"),
        "registration.contact_name": gettext_lazy("Who answers"),
        "registration.contact_email": gettext_lazy("E-mail"),
        "event.title": gettext_lazy("Event"),
    }

    @property
    def permission_policy(self):
        return AttendeePermissionPolicy(self.model)

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("take-off/<int:pk>/", TakeOffView.as_view(), name="take-off")]


@hooks.register("register_admin_viewset")
def register_attendees():
    return AttendeeViewSet("attendees", url_prefix="events/attendees")


class WhoComesItem(MenuItem):
    """Leads from an event in the admin to the people who come to it."""

    def __init__(self, event, **kwargs):
        url = f"{reverse('attendees:index')}?{urlencode({'event': event.first_made.pk})}"
        super().__init__(_("Who comes"), url=url, icon_name="group", **kwargs)

    def is_shown(self, user):
        return AttendeePermissionPolicy(Attendee).user_has_permission(user, "view")


@hooks.register("register_page_header_buttons")
def link_from_event(page, user, view_name, next_url=None):
    if isinstance(page.specific_deferred, EventPage):
        yield WhoComesItem(page.specific, priority=5)


@hooks.register("before_delete_page")
def keep_page_with_people(request, page):
    """Refuse to delete an event, or a page above one, as long as people have a place at it or wait for one."""
    return _refuse_to_delete(request, [page])


@hooks.register("before_bulk_action")
def keep_pages_with_people(request, action_type, objects, action_class_instance):
    if action_type == "delete" and issubclass(action_class_instance.model, Page):
        return _refuse_to_delete(request, objects)
    return None


def _refuse_to_delete(request, pages):
    for page in pages:
        expected = Attendee.objects.coming().filter(event__path__startswith=page.path).select_related("event").first()
        if expected:
            refusal = _(
                "“%(title)s” is not deleted: people have a place or wait for one. "
                "Take them off the list first, or unpublish it instead."
            )
            messages.error(request, refusal % {"title": expected.event.title})
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None
