"""The themes, areas and methods that documents name."""

from django.utils.text import slugify

from hub.models import Area, Theme


class Terms:
    """Finds terms by their name in any language, or by their address part; makes themes if it is asked to."""

    def __init__(self, field_map):
        self.field_map = field_map
        self._known = {}

    def _all(self, model):
        """Return the terms of `model` by name and address part in all languages, read once."""
        if model not in self._known:
            source = {term.translation_key: term for term in model.objects.in_source_language()}
            known = self._known[model] = {}
            for term in model.objects.all():
                if found := source.get(term.translation_key):
                    known[term.name.casefold()] = known[term.slug.casefold()] = found
        return self._known[model]

    def of(self, plan, *, can_make=True):
        """Return the terms for the words in `plan`, by field: {"themes": […], "areas": […]}. Unknown words are told."""
        found = {}
        for name, words in {"themes": plan.themes, "areas": plan.areas, **plan.terms}.items():
            found[name] = []
            model = {"themes": Theme, "areas": Area, **plan.kind.terms}[name]
            for word in words:
                wanted = self.field_map.themes.get(word.casefold(), word) if model is Theme else word
                term = self._all(model).get(wanted.casefold())
                if not term and model is Theme and self.field_map.make_themes:
                    term = self._make(wanted, can_make)
                if not term:
                    plan.notes.append(f"there is no {model._meta.verbose_name} “{wanted[:80]}”")
                elif term not in found[name]:
                    found[name].append(term)
        return found

    def _make(self, name, can_make):
        slug = slugify(name, allow_unicode=False)[:80]
        if not slug or len(name) > 80:
            return None
        known = self._all(Theme)
        theme = known.get(slug) or Theme(name=name, slug=slug)
        if can_make and not theme.pk:
            theme.save()
        known[name.casefold()] = known[slug] = theme
        return theme
