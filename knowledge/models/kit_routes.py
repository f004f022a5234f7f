"""The addresses below a kit: each step, all on one page, the versions. Served from the kit itself."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from hub.models import BasePage
from hub.rich_text import know_links
from hub.visibility import only_public

from ..differences import differences
from ..steps import step_address, steps_of, with_case_studies


class KitRoutesMixin(RoutablePageMixin):
    # No empty name: wagtail-localize puts it into an address.
    preview_modes = [("overview", gettext_lazy("Overview")), ("all", gettext_lazy("All on one page"))]

    default_preview_mode = "all"  # whoever writes steps wants to see them

    def serve_preview(self, request, mode_name):
        if mode_name == "all":
            return self.show_all(request)
        return super().serve_preview(request, "")

    @path("step/<str:name>/", name="step")
    def show_step(self, request, name):
        """Show one step. Its number, and every address that it ever had, lead to the one that it has now."""
        steps = steps_of(self)
        step = next((step for step in steps if step.slug == name), None)
        if step is None:
            return self._where_it_went(request, name, steps)
        (step,) = with_case_studies([step], self.locale_id)
        know_links(str(self.steps.raw_data[step.number - 1]))
        context = self.context_below(request)
        context |= {
            "step": step,
            "steps": steps,
            "previous": steps[step.number - 2] if step.number > 1 else None,
            "next": steps[step.number] if step.number < step.total else None,
            "structured_data": self.structured_data_of_step(step),
            "languages_of_page": self._languages_of_step(step, context["languages_of_page"]),
        }
        return TemplateResponse(request, "knowledge/step_page.html", context)

    @path("all/", name="all")
    def show_all(self, request):
        """Show the whole kit on one page: to read on, and to print."""
        know_links(str(list(self.steps.raw_data)))
        context = self.context_below(request)
        context |= {
            "steps": with_case_studies(steps_of(self), self.locale_id),
            "files": self.files_with_documents(),
            "version": self.newest_version,
        }
        return TemplateResponse(request, "knowledge/all_steps_page.html", context)

    @path("versions/", name="versions")
    def show_versions(self, request):
        """Show what changed in each version, in words."""
        versions = list(self.versions.newest_first())
        numbered = [version for version in versions if version.matters]
        for version, before in zip(numbered, [*numbered[1:], None], strict=True):
            version.differences = differences(before.contents, version.contents) if before else []
        context = self.context_below(request) | {"versions": versions, "numbered": numbered}
        return TemplateResponse(request, "knowledge/versions_page.html", context)

    @path("versions/since/<int:number>/", name="since")
    def show_since(self, request, number):
        """Show what is different today for somebody who knows version `number`."""
        numbered = list(self.versions.numbered())
        known = next((version for version in numbered if version.number == number), None)
        if known is None:
            raise Http404("There is no such version.")
        newest = numbered[0]
        context = self.context_below(request) | {
            "known": known,
            "version": newest,
            "newer": [version for version in numbered if version.number > number],
            "differences": differences(known.contents, newest.contents),
        }
        return TemplateResponse(request, "knowledge/since_page.html", context)

    # What they have in common ----------------------------------------------------------------------------------------

    def context_below(self, request):
        """Return the context that every page below a kit needs, without what the overview shows."""
        request.is_preview = getattr(request, "is_preview", False)
        context = BasePage.get_context(self, request)
        context["breadcrumbs"] = [*context["breadcrumbs"], self]
        context["kit_url"] = self.url or ""
        return context

    def _where_it_went(self, request, name, steps):
        if name.isdigit() and 1 <= int(name[:6]) <= len(steps):
            return redirect(steps[int(name[:6]) - 1].url)
        known = self.step_addresses.filter(slug=name).first()
        if known is None:
            raise Http404("There never was such a step.")
        still_here = next((step for step in steps if step.key == known.key), None)
        if still_here:
            return redirect(still_here.url, permanent=True)
        elsewhere = self._in_another_kit(known.key)
        if elsewhere:
            return redirect(step_address(elsewhere.kit.url, elsewhere.slug))
        messages.info(request, _("This step is not part of the toolkit any more. Here is what the toolkit has now."))
        return redirect(self.url)

    def _in_another_kit(self, key):
        """Return the row of the step `key` in another kit that everybody may read, of this language, or None."""
        kits = only_public(type(self).objects.live().filter(locale_id=self.locale_id).exclude(pk=self.pk))
        rows = self.step_rows.model.objects.filter(key=key, kit__in=kits.values("pk"))
        return rows.select_related("kit").order_by("-kit__last_published_at", "kit_id").first()

    def _languages_of_step(self, step, languages):
        """Return the languages of this page, each leading to the same step where the translation has it."""
        others = [page for page in self.around if page.translation_key == self.translation_key and page.pk != self.pk]
        rows = self.step_rows.model.objects.filter(kit__in=[page.pk for page in others], key=step.key)
        by_kit = dict(rows.values_list("kit", "slug")) if others else {}
        slugs = {page.locale.language_code: by_kit[page.pk] for page in others if page.pk in by_kit}
        slugs[self.locale.language_code] = step.slug
        return [
            replace(each, url=step_address(each.url, slugs[each.code]))
            if each.is_translation and each.code in slugs
            else each
            for each in languages
        ]
