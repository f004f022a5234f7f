"""Wagtail's screens for members: one name instead of two, no username."""

from allauth.account.models import EmailAddress
from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, BulkActionsCheckboxColumn, Column, DateColumn
from wagtail.admin.views.account import AccountView as WagtailAccountView
from wagtail.admin.views.account import NameEmailSettingsPanel
from wagtail.users.forms import UserCreationForm as WagtailUserCreationForm
from wagtail.users.forms import UserEditForm as WagtailUserEditForm
from wagtail.users.views import users
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from .models import User


class OneNameMixin:
    """One name instead of two; the address in lower case; no password means signing in by a mailed code."""

    def clean_email(self):
        return self.cleaned_data["email"].lower()

    def save(self, commit=True):
        user = super().save(commit=False)
        if not user.password:
            user.set_unusable_password()
        if commit:
            user.save()
            self.save_m2m()
            # An address that is not in use any more must not let anybody in. The new one is confirmed at sign-in.
            EmailAddress.objects.filter(user=user).exclude(email__iexact=user.email).delete()
        return user


class UserCreationForm(OneNameMixin, WagtailUserCreationForm):
    first_name = last_name = None

    class Meta(WagtailUserCreationForm.Meta):
        fields = ["email", "name", "language", "is_superuser", "groups"]


class UserEditForm(OneNameMixin, WagtailUserEditForm):
    first_name = last_name = None

    class Meta(WagtailUserEditForm.Meta):
        fields = ["email", "name", "organisation", "about", "language", "is_active", "is_superuser", "groups"]


class IndexView(users.IndexView):
    page_title = _("Members")
    add_item_label = _("Add a member")
    search_fields = ["name", "email"]

    @property
    def columns(self):
        return [
            BulkActionsCheckboxColumn("bulk_actions", obj_type="user"),
            self._get_title_column_class(users.UserColumn)(
                "name", label=_("Name"), sort_key="name", get_url=self.get_edit_url, classname="name"
            ),
            Column("email", label=_("E-mail"), sort_key="email", width="25%"),
            Column("role", label=_("Roles"), accessor=_roles, width="20%"),
            BooleanColumn("is_active", label=_("Active"), sort_key="is_active", width="10%"),
            DateColumn("last_login", label=_("Last sign-in"), sort_key="last_login", width="15%"),
        ]

    def get_base_queryset(self):
        return super().get_base_queryset().prefetch_related("groups")

    def order_queryset(self, queryset):
        return super(users.IndexView, self).order_queryset(queryset)


def _roles(user):
    names = [group.name for group in user.groups.all()]
    return ", ".join([str(_("Everything")), *names] if user.is_superuser else names)


class OnlyAdministratorsMakeAdministratorsMixin:
    """Who is not a superuser neither makes one nor changes one, whatever their permissions."""

    def get_form(self, *args, **kwargs):
        form = super().get_form(*args, **kwargs)
        if "is_superuser" in form.fields and not self.request.user.is_superuser:
            form.fields["is_superuser"].disabled = True
        return form


class CreateView(OnlyAdministratorsMakeAdministratorsMixin, users.CreateView):
    page_title = _("Add a member")


class EditView(OnlyAdministratorsMakeAdministratorsMixin, users.EditView):
    def dispatch(self, request, *args, **kwargs):
        if self.object.is_superuser and not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class UserViewSet(WagtailUserViewSet):
    menu_label = _("Members")
    ordering = "name"
    index_view_class = IndexView
    add_view_class = CreateView
    edit_view_class = EditView

    def get_form_class(self, for_update=False):
        return UserEditForm if for_update else UserCreationForm


class NameForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["name"]


class NamePanel(NameEmailSettingsPanel):
    form_class = NameForm


class AccountView(WagtailAccountView):
    """Wagtail's page for one's own settings, with our one name."""

    def get_panels(self):
        return [
            NamePanel(panel.request, panel.user, panel.profile) if type(panel) is NameEmailSettingsPanel else panel
            for panel in super().get_panels()
        ]


def sign_in_to_admin(request):
    """Send people who come to the admin to our own sign-in, and those who may not use it to the home page."""
    if request.user.is_authenticated and not request.user.has_perm("wagtailadmin.access_admin"):
        return redirect("/")
    query = f"?{request.GET.urlencode()}" if request.GET else f"?next={reverse('wagtailadmin_home')}"
    return redirect(f"{reverse('account_login')}{query}")
