"""How django-allauth signs people up and writes to them."""

from datetime import timedelta

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from hub.languages import address_in_language
from hub.letters import sender
from hub.models import HubSettings

from .models import User

# How long a code in a mail can be used; the other codes last no longer.
CODE_LASTS = timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT)


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("This e-mail address and this password do not fit together."),
        "email_taken": _("This address cannot be used. Use another one."),
        "enter_current_password": _("This is not your password."),
        "incorrect_code": _("This code is not right. Look for the newest mail from us."),
        "incorrect_password": _("This is not your password."),
        "too_many_login_attempts": _("There were too many tries. Wait a few minutes, then try again."),
        "rate_limited": _("That was a bit fast. Wait a minute, then try again."),
        "duplicate_email": _("This is your address already."),
    }

    def save_user(self, request, user, form, commit=True):
        """Keep the name and the language in which somebody signs up."""
        user.name = form.cleaned_data["name"]
        user.language = _known_language()
        return super().save_user(request, user, form, commit=commit)

    def send_mail(self, template_prefix, email, context):
        """Write to a member in their language, and to an address that we do not know in the language of the page."""
        reader = context.get("user") or User.objects.filter(email__iexact=email).first()
        with translation.override(reader.language if reader else _known_language()):
            hub = {"hub": HubSettings.load(), "site_url": settings.SITE_URL}
            super().send_mail(template_prefix, email, {**context, **hub})

    def render_mail(self, template_prefix, email, context, headers=None):
        """Return the mail; nobody needs to send one whose code has run out."""
        message = super().render_mail(template_prefix, email, context, headers)
        message.from_email = sender(context["hub"])
        if "code" in context:
            message.useful_for = CODE_LASTS
        return message

    def get_login_redirect_url(self, request):
        return address_in_language("/", _known_language())

    def get_signup_redirect_url(self, request):
        return self.get_login_redirect_url(request)

    def get_logout_redirect_url(self, request):
        return address_in_language("/", _known_language())

    def get_email_verification_redirect_url(self, email_address):
        if self.request.user.is_authenticated:
            return reverse("members:me")
        return reverse("account_login")

    def get_password_change_redirect_url(self, request):
        return reverse("members:me")


def _known_language():
    language = get_language()
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
