"""What happens when somebody proves for the first time that an address is theirs."""

from allauth.account.models import EmailAddress
from allauth.account.signals import authentication_step_completed
from django.dispatch import receiver


@receiver(authentication_step_completed)
def forget_password_of_somebody_else(user, method, **kwargs):
    """Forget the password of an account whose owner comes with a mailed code before the address was ever confirmed.

    Otherwise somebody could sign up with another person's address and a password, wait until that person signs in by
    code, and share the account from then on.
    """
    if method != "code" or not user.has_usable_password():
        return
    if not EmailAddress.objects.filter(user=user, verified=True).exists():
        user.set_unusable_password()
        user.save(update_fields=["password"])
