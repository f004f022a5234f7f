"""Whether a hub is empty: the demo is only ever loaded into such a one."""

from wagtail.models import Page

from members.models import User

MADE_BY_MIGRATIONS = {"LibraryIndexPage", "CaseStudyIndexPage", "EventIndexPage"}


def what_is_there():
    """Return why the hub is not empty, in words, or an empty text. The pages that migrations make do not count."""
    if User.objects.exists():
        return "This hub has members already."
    for page in Page.objects.filter(depth__gt=2).select_related("content_type"):
        if page.content_type.model_class().__name__ not in MADE_BY_MIGRATIONS:
            return f"This hub has content already, such as “{page.title}”."
    return ""
