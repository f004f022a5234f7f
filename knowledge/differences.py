"""What is different between two states of a kit, in words that a reader understands."""

from django.utils.translation import gettext as _

from .licences import Licence


def differences(old, new):
    """Return what is different in `new`, as sentences in the active language. Both are of `knowledge.contents`."""
    if not old or not new:
        return []
    said = []
    if old["title"] != new["title"]:
        said.append(
            _("The toolkit was called “%(old)s”. It is called “%(new)s” now.") % _pair(old["title"], new["title"])
        )
    elif old["about"] != new["about"]:
        said.append(_("The lines at the top of the page are new."))
    if old["introduction"] != new["introduction"]:
        said.append(_("The introduction is new in parts."))
    said += _steps(old["steps"], new["steps"])
    said += _files(old["files"], new["files"])
    if old["licence"] != new["licence"]:
        said.append(_("The licence is “%(licence)s” now.") % {"licence": _licence(new["licence"])})
    return said


def are_the_same(old, new):
    """Tell whether two states of a kit are the same for readers."""
    return _comparable(old) == _comparable(new)


def _comparable(contents):
    return {
        name: [tuple(row) for row in value] if isinstance(value, list) else value for name, value in contents.items()
    }


def _steps(old, new):
    before = {key: (number, title, mark) for number, (key, title, mark) in enumerate(old, start=1)}
    after = {key: (number, title, mark) for number, (key, title, mark) in enumerate(new, start=1)}
    for key, (number, title, mark) in after.items():
        if key not in before:
            yield _("New: step %(number)d, “%(title)s”.") % {"number": number, "title": title}
            continue
        _number, old_title, old_mark = before[key]
        if old_title != title:
            yield _("Step %(number)d was called “%(old)s”. It is called “%(new)s” now.") % {
                "number": number, **_pair(old_title, title)
            }  # fmt: skip
        elif old_mark != mark:
            yield _("Changed: step %(number)d, “%(title)s”.") % {"number": number, "title": title}
    for key, (_number, title, _mark) in before.items():
        if key not in after:
            yield _("Taken out: the step “%(title)s”.") % {"title": title}
    if [key for key in before if key in after] != [key for key in after if key in before]:
        yield _("The steps are in another order.")


def _files(old, new):
    before = {key: (title, mark) for key, title, mark in old}
    after = {key: (title, mark) for key, title, mark in new}
    for key, (title, mark) in after.items():
        if key not in before:
            yield _("New file: “%(title)s”.") % {"title": title}
        elif before[key][1] != mark:
            yield _("There is a new edition of the file “%(title)s”.") % {"title": title}
    for key, (title, _mark) in before.items():
        if key not in after:
            yield _("Taken out: the file “%(title)s”.") % {"title": title}


def _pair(old, new):
    return {"old": old, "new": new}


def _licence(value):
    return Licence(value).label if value in Licence else value
