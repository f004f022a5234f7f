"""The themes and areas that documents name."""

from django.utils.text import slugify

from hub.models import Area, Theme


class Terms:
    """Finds terms by their name in any language, or by their address part; makes themes if it is asked to."""

    def __init__(self, field_map):
        self.field_map = field_map
        self._known = {"themes": self._load(Theme), "areas": self._load(Area)}

    def _load(self, model):
        source = {term.translation_key: term for term in model.objects.in_source_language()}
        known = {}
        for term in model.objects.all():
            if found := source.get(term.translation_key):
                known[term.name.casefold()] = known[term.slug.casefold()] = found
        return known

    def of(self, plan, *, can_make=True):
        """Return {"themes": […], "areas": […]} for the words in `plan`; what is not known is told."""
        found = {"themes": [], "areas": []}
        for name, words in (("themes", plan.themes), ("areas", plan.areas)):
            for word in words:
                wanted = self.field_map.themes.get(word.casefold(), word) if name == "themes" else word
                term = self._known[name].get(wanted.casefold())
                if not term and name == "themes" and self.field_map.make_themes:
                    term = self._make(wanted, can_make)
                if not term:
                    plan.notes.append(f"there is no {'theme' if name == 'themes' else 'area'} “{wanted[:80]}”")
                elif term not in found[name]:
                    found[name].append(term)
        return found

    def _make(self, name, can_make):
        slug = slugify(name, allow_unicode=False)[:80]
        if not slug or len(name) > 80:
            return None
        theme = self._known["themes"].get(slug) or Theme(name=name, slug=slug)
        if can_make and not theme.pk:
            theme.save()
        self._known["themes"][name.casefold()] = self._known["themes"][slug] = theme
        return theme
