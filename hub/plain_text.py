"""What members type: plain text, shown with paragraphs and links, and nothing else that they typed as code."""

import nh3
from django.utils.html import linebreaks, urlize
from django.utils.safestring import mark_safe

LINK_REL = "nofollow ugc noopener"  # search engines give no credit to what members link to
ALLOWED = {"tags": {"p", "br", "a"}, "attributes": {"a": {"href"}}, "url_schemes": {"http", "https", "mailto"}}


def to_html(text):
    """Return `text` as safe HTML: paragraphs, line breaks, and links for web and mail addresses."""
    html = linebreaks(urlize(text.replace("\r\n", "\n").strip(), autoescape=True))
    # urlize and linebreaks escape all that was typed; nh3 holds even if one of them is wrong one day.
    return mark_safe(nh3.clean(html, link_rel=LINK_REL, **ALLOWED))  # noqa: S308
