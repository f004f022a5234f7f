"""What `/sitemap.xml` says of authors: those whose articles everybody may read, in each language they are there in."""

from collections import defaultdict

from django.urls import reverse
from django.utils.translation import override
from wagtail.contrib.sitemaps import Sitemap

from hub.sitemap import register_sitemap

from .models import Author


class AuthorsSitemap(Sitemap):
    def items(self):
        """Return (author's key, language) in one query."""
        return sorted(Author.objects.with_page().languages(), key=lambda item: (item[1], item[0]))

    def _urls(self, page, protocol, domain):
        root = self.get_wagtail_site().root_url
        found, in_languages = [], defaultdict(list)
        for pk, code in self.paginator.page(page).object_list:
            with override(code):
                location = f"{root}{reverse('authors:author', args=[pk])}"
            found.append((pk, location))
            in_languages[pk].append({"lang_code": code, "location": location})
        return [
            {"item": pk, "location": location, "alternates": in_languages[pk] if len(in_languages[pk]) > 1 else []}
            for pk, location in found
        ]


register_sitemap("authors", AuthorsSitemap)
