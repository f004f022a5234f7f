"""Forms with which editors say who keeps a page true, and owners say how it is."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.widgets import AdminDateInput

from members.models import User

from . import actions
from .choosers import member_chooser
from .models import Check, Stewardship

AT_ONCE = _("This holds at once, for all languages of the page, also while the page itself is still a draft.")


def _field(name):
    return Stewardship._meta.get_field(name)


class MemberField(forms.ModelChoiceField):
    def __init__(self, **kwargs):
        super().__init__(User.objects.filter(is_active=True), widget=member_chooser.widget_class, **kwargs)


class KeptPageForm(WagtailAdminPageForm):
    """The form of a page that is kept true. What it says about that is no part of the page, and is written at once."""

    stewardship_owner = MemberField(
        label=_("Looked after by"), required=False, help_text=_("Whoever makes the page, if you leave this empty.")
    )
    stewardship_role = forms.CharField(
        label=_("As what"), required=False, max_length=_field("role").max_length, help_text=_field("role").help_text
    )
    stewardship_deputy = MemberField(label=_("Deputy"), required=False, help_text=_field("deputy").help_text)
    stewardship_interval = forms.IntegerField(label=_("Months between checks"), min_value=1, max_value=60, initial=6)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.stewardship = Stewardship.objects.filter(translation_key=self.instance.translation_key).first()
        if self.stewardship:
            for name in ("owner", "deputy", "role", "interval"):
                if f"stewardship_{name}" in self.fields:
                    self.initial[f"stewardship_{name}"] = getattr(self.stewardship, name)

    def clean(self):
        cleaned = super().clean()
        if "stewardship_owner" not in self.fields:
            return cleaned
        owner, deputy = cleaned.get("stewardship_owner"), cleaned.get("stewardship_deputy")
        if owner is None and "stewardship_owner" not in self.errors and self.stewardship and self.stewardship.has_owner:
            self.add_error("stewardship_owner", _("A page cannot be without an owner. Choose a member."))
        if deputy and deputy == (owner or (None if self.stewardship else self.for_user)):
            self.add_error("stewardship_deputy", _("The deputy must be somebody else."))
        return cleaned

    def save(self, commit=True):
        page = super().save(commit)
        wanted = self._wanted()
        if wanted and self.stewardship:
            actions.appoint(stewardship=self.stewardship, **wanted)
        elif wanted:
            page._stewardship_wanted = wanted  # the row is made together with the page
        return page

    def _wanted(self):
        """Return what to write, or None where nothing was changed or nobody is there to look after the page."""
        changed = [name for name in self.changed_data if name.startswith("stewardship_")]
        owner = self.cleaned_data.get("stewardship_owner") or (None if self.stewardship else self.for_user)
        if not changed or not owner:
            return None
        chosen = {name: self.cleaned_data.get(f"stewardship_{name}") for name in ("deputy", "role", "interval")}
        return {"owner": owner, "by": self.for_user, **chosen}


def check_panels():
    """Return the panels of the page editor for `KeptPageForm`."""
    return [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("stewardship_owner"), FieldPanel("stewardship_role")]),
                FieldRowPanel([FieldPanel("stewardship_deputy"), FieldPanel("stewardship_interval")]),
            ],
            heading=_("Who keeps it true"),
            help_text=AT_ONCE,
        )
    ]


# Answers -------------------------------------------------------------------------------------------------------------


class AnswerForm(forms.Form):
    """Three buttons, and room for a word."""

    said = forms.ChoiceField(
        choices=[(said.value, said.label) for said in (Check.Said.RIGHT, Check.Said.CHANGING, Check.Said.NOT_MINE)],
        error_messages={"required": _("Press one of the buttons."), "invalid_choice": _("Press one of the buttons.")},
    )
    words = forms.CharField(
        label=_("Anything to add?"),
        required=False,
        max_length=Check._meta.get_field("words").max_length,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What is out of date, for example. The editors read it, nobody else."),
    )

    def __init__(self, *args, stewardship, **kwargs):
        super().__init__(*args, **kwargs)
        self.stewardship = stewardship

    def clean(self):
        cleaned = super().clean()
        if "said" in self.errors:  # buttons have no place for a message; the form has
            self.add_error(None, self.errors.pop("said")[0])
        return cleaned


class HandOverForm(forms.Form):
    """To whom somebody who leaves hands their pages: to each page's deputy, or all to one person."""

    to = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Who takes them?"),
        required=False,
        empty_label=_("The deputy of each page"),
        help_text=_(
            "You can choose among those who look after pages already. Is it somebody else? Then tell the editors."
        ),
    )

    def __init__(self, *args, member, **kwargs):
        super().__init__(*args, **kwargs)
        # Their names stand on pages already, so that the list tells nothing new.
        known = Stewardship.objects.values("owner"), Stewardship.objects.values("deputy")
        people = User.objects.filter(is_active=True).filter(Q(pk__in=known[0]) | Q(pk__in=known[1]))
        self.fields["to"].queryset = people.exclude(pk=member.pk).order_by("name", "pk")

    def told(self, taken, left):
        """Return what to say once it is done."""
        parts = []
        if taken:
            parts.append(
                ngettext("%(number)d page is handed over.", "%(number)d pages are handed over.", taken)
                % {"number": taken}
            )
        if left:
            parts.append(
                ngettext(
                    "%(number)d page has no deputy: the editors find somebody.",
                    "%(number)d pages have no deputy: the editors find somebody.",
                    left,
                )
                % {"number": left}
            )
        return " ".join(parts) or str(_("You look after no pages now."))


# In the admin --------------------------------------------------------------------------------------------------------


class BulkOwnerForm(forms.Form):
    """To whom pages go. Where it is not required, an empty choice is the deputy of each page."""

    owner = MemberField(label=_("Who looks after them"))

    def __init__(self, *args, is_required=True, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].required = is_required


class StewardshipForm(forms.Form):
    """Who keeps one page true, and when it is looked at."""

    owner = MemberField(label=_("Looked after by"))
    role = forms.CharField(label=_("As what"), required=False, max_length=120, help_text=_field("role").help_text)
    deputy = MemberField(label=_("Deputy"), required=False, help_text=_field("deputy").help_text)
    interval = forms.IntegerField(label=_("Months between checks"), min_value=1, max_value=60)
    next_check_on = forms.DateField(
        label=_("Next check on"), help_text=_field("next_check_on").help_text, widget=AdminDateInput
    )

    def __init__(self, *args, stewardship, **kwargs):
        initial = {name: getattr(stewardship, name) for name in self.base_fields}
        if not stewardship.has_owner:
            initial["owner"] = None
        super().__init__(*args, initial=initial, **kwargs)
        self.stewardship = stewardship

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("owner") and cleaned["owner"] == cleaned.get("deputy"):
            self.add_error("deputy", _("The deputy must be somebody else."))
        return cleaned

    def save(self, *, by):
        """Write what was chosen, and return the row."""
        chosen = dict(self.cleaned_data)
        next_check_on = chosen.pop("next_check_on") if "next_check_on" in self.changed_data else None
        chosen.pop("next_check_on", None)
        return actions.appoint(stewardship=self.stewardship, by=by, next_check_on=next_check_on, **chosen)
