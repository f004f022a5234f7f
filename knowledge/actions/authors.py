"""What authors decide about their pages."""

from django.utils.translation import gettext as _

from .errors import KitError


def show_profile(*, author, is_shown, by):
    """Show what a member says about themselves on their author page, or no longer, and return the author.

    Raises `KitError` unless `by` is that member. A second time changes nothing.
    """
    if author.member_id is None or author.member_id != by.pk:
        raise KitError(_("Only they can say this."))
    author.shows_profile = is_shown
    author.save(update_fields=["shows_profile"])
    return author
