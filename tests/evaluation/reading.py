"""What tests read out of pages and mails."""

import re


def form_of(page):
    """Return what the form on a page would send if its button was pressed now."""
    return sent_by(page.context["form"])


def sent_by(form):
    """Return what a form would send."""
    return {form.add_prefix(name): form[name].value() or "" for name in form.fields}


def path_in(message, part):
    """Return the path of the first address in a mail that contains `part`."""
    return next(url for url in re.findall(r"https?://[^/\s]+(/\S+)", message.body) if part in url)
