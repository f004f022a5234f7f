"""The interface in other languages: nothing left out, nothing that breaks when words are put into it."""

import ast
import re
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext, ngettext, pgettext

FOLDER = Path(settings.BASE_DIR) / "locale"
LANGUAGES = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
MARKS = {"_", "gettext", "gettext_lazy"}
TRANSLATE_TAG = re.compile(r"""{%\s*translate\s+(?:"([^"]*)"|'([^']*)')""")
# %(name)s as Python fills it in, {name}, and tags: what a translation must keep as it is.
KEPT = re.compile(r"%\(\w+\)[a-z]|%[a-z]|\{\w*\}|<[^>]+>")


def catalogue(language):
    return polib.pofile(str(FOLDER / language / "LC_MESSAGES" / "django.po"))


def kept(text):
    return sorted(KEPT.findall(text))


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


def test_every_language_has_a_catalogue():
    # The English one only replaces a few of Django's own words by plainer ones.
    assert sorted(path.parts[-3] for path in FOLDER.glob("*/LC_MESSAGES/django.po")) == sorted(["en", *LANGUAGES])


def texts_in_python():
    for room in ("hub", "members", "groups", "knowledge", "casestudies", "events", "comments", "search", "consent"):
        for path in (Path(settings.BASE_DIR) / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKS:
                    yield from [text.value for text in node.args[:1] if isinstance(text, ast.Constant)]


def texts_in_templates():
    """Yield what `{% translate %}` marks; `{% blocktranslate %}` would need Django's own reading of it."""
    for path in (Path(settings.BASE_DIR) / "templates").rglob("*.*"):
        for double, single in TRANSLATE_TAG.findall(path.read_text(encoding="utf-8")):
            yield double or single


def test_every_text_is_in_the_catalogue(language):
    known = {entry.msgid for entry in catalogue(language) if not entry.obsolete}
    texts = {*texts_in_python(), *texts_in_templates()}
    assert len(texts) > 500
    assert sorted(texts - known) == [], "run: make messages"


def test_every_message_is_translated(language):
    assert [entry.msgid for entry in catalogue(language) if not entry.translated() and not entry.obsolete] == []


def test_no_translation_is_a_guess(language):
    messages = catalogue(language)
    assert [entry.msgid for entry in messages if entry.fuzzy] == []
    assert not messages.metadata_is_fuzzy


def test_placeholders_and_tags_are_those_of_the_source(language):
    wrong = [
        f"{entry.msgid!r}: {entry.msgstr!r}"
        for entry in catalogue(language)
        if not entry.msgid_plural and kept(entry.msgstr) != kept(entry.msgid)
    ]
    assert wrong == []


def test_plural_forms_have_the_placeholders_of_the_source(language):
    """A form for one number alone may say it in a word ("two comments"); the form for the rest says all there is."""
    wrong = []
    for entry in catalogue(language):
        forms = [entry.msgstr_plural[number] for number in sorted(entry.msgstr_plural)]
        if forms and kept(forms[-1]) != kept(entry.msgid_plural):
            wrong.append(f"{entry.msgid!r}: {forms[-1]!r}")
        wrong += [f"{entry.msgid!r}: {form!r}" for form in forms if set(kept(form)) - set(kept(entry.msgid_plural))]
    assert wrong == []


def test_every_plural_form_is_there(language):
    messages = catalogue(language)
    forms = int(re.match(r"nplurals=(\d+);", messages.metadata["Plural-Forms"]).group(1))
    assert [
        entry.msgid
        for entry in messages
        if entry.msgid_plural
        and (sorted(entry.msgstr_plural) != list(range(forms)) or not all(entry.msgstr_plural.values()))
    ] == []


def test_what_is_compiled_is_what_is_written(language):
    def content(messages):
        return {
            (entry.msgctxt, entry.msgid, entry.msgid_plural or ""): entry.msgstr_plural or entry.msgstr
            for entry in messages
        }

    written = catalogue(language)
    compiled = polib.mofile(str(FOLDER / language / "LC_MESSAGES" / "django.mo"))
    assert content(compiled) == content(written), "run: make messages"
    assert compiled.metadata == written.metadata


def test_django_speaks_it(language):
    """Each message, as Django itself finds it: another app's catalogue does not get in the way."""
    wrong = []
    with translation.override(language):
        for entry in catalogue(language):
            if entry.msgctxt:
                found = pgettext(entry.msgctxt, entry.msgid)
            else:
                found = ngettext(entry.msgid, entry.msgid_plural, 100) if entry.msgid_plural else gettext(entry.msgid)
            if found not in (entry.msgstr, *entry.msgstr_plural.values()):
                wrong.append(f"{entry.msgid!r}: {found!r}")
    assert wrong == []
