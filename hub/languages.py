"""Where the same thing is in other languages."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info


@dataclass(frozen=True)
class PageInLanguage:
    code: str
    name: str
    url: str
    is_current: bool
    is_translation: bool


def address_in_language(path, language):
    """Return `path`, an address of the source language, in `language`."""
    return path if language == settings.LANGUAGE_CODE else f"/{language}{path}"


def languages_of_address(request):
    """Return the languages of a view's address: the same view exists in all of them."""
    active = get_language()
    return [
        PageInLanguage(
            code,
            get_language_info(code)["name_local"],
            translate_url(request.get_full_path(), code),
            code == active,
            is_translation=True,
        )
        for code, _ in settings.LANGUAGES
    ]


def languages_of_page(page, request):
    """Return the languages of `page`. Where there is no translation, the link goes to where the hub says so and offers
    the page as it was written; to the home page, if it was not written in the hub's first language."""
    translations = {
        other.locale.language_code: other
        for other in page.around
        if other.translation_key == page.translation_key
        and (other.pk == page.pk or (other.live and not other.is_restricted))
    }
    source = translations.get(settings.LANGUAGE_CODE)
    source_url = urlsplit(source.get_url(request)).path if source else "/"
    links = []
    for code, _ in settings.LANGUAGES:
        translation = translations.get(code)
        url = translation.get_url(request) if translation else address_in_language(source_url, code)
        links.append(
            PageInLanguage(
                code,
                get_language_info(code)["name_local"],
                url,
                code == page.locale.language_code,
                is_translation=translation is not None,
            )
        )
    return links
