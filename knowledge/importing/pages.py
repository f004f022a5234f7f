"""Writes the pages: made, changed as a new revision, or left alone; and the redirects from their old addresses."""

import hashlib
import json
from datetime import UTC, datetime, time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page
from wagtail.signal_handlers import disable_reference_index_auto_update

from stewardship import actions as stewardship

from ..models import ImportedFile
from .links import page_at, settle, token_of
from .outcomes import Outcome, Refused, Result
from .steps import with_keys


def fingerprint_of(plan, terms):
    """Return a text that is the same as long as the page of `plan` would be made of the same things."""
    made_of = [
        plan.kind.name, plan.title, plan.language, plan.values, sorted(term.slug for term in terms["themes"]),
        sorted(term.slug for term in terms["areas"]), plan.old_addresses, plan.blocks, plan.attachments,
        plan.is_draft,
    ]  # fmt: skip
    # Only where there is any, so that what was imported before these were known is still the same.
    more = {name: sorted(term.slug for term in terms[name]) for name in plan.terms} | plan.pages
    more = {name: named for name, named in more.items() if named}
    made_of += [part for part in (plan.steps, more) if part]
    return hashlib.sha256(json.dumps(made_of, sort_keys=True, default=str).encode()).hexdigest()


class Pages:
    """The pages of one import, under one page."""

    def __init__(self, under, *, as_drafts=False):
        self.under = under
        self.as_drafts = as_drafts
        self._parents = {}

    def parent_for(self, plan):
        """Return the page that the page of `plan` is to stand under, in its own language. Raises Refused."""
        wanted = (plan.language, plan.kind.name)
        if wanted not in self._parents:
            parent = self._in_language(plan.language)
            self._parents[wanted] = parent if parent and plan.kind.model.can_create_at(parent.specific) else None
        parent = self._parents[wanted]
        if parent:
            return parent
        if not self._in_language(plan.language):
            raise Refused(f"“{self.under.title}” is not translated into the document's language ({plan.language}) yet")
        raise Refused(f"a page of the kind “{plan.kind.name}” cannot stand under “{self.under.title}”")

    def _in_language(self, language):
        if language == self.under.locale.language_code:
            return self.under
        locale = Locale.objects.filter(language_code=language).first()
        return self.under.get_translation_or_none(locale) if locale else None

    def record_of(self, plan):
        """Return the record of an earlier import of the document, or None."""
        key = self._key(plan)
        return ImportedFile.objects.filter(key=key).select_related("page").first()

    def _key(self, plan):
        return f"{self.under.pk}:{token_of(plan.key)}"

    def check(self, plan, record, fingerprint):
        """Return what is to be done with the page: a Result. Raises Refused where somebody edited it here."""
        if not record or not record.fingerprint:
            return Result.MADE
        if record.fingerprint == fingerprint:
            return Result.UNCHANGED
        if record.page.latest_revision_id != record.revision_id:
            raise Refused("somebody edited the page here since the last import; it was left as it is")
        if not isinstance(record.page.specific, plan.kind.model):
            raise Refused("it is a page of another kind here; delete that page first")
        return Result.CHANGED

    def begin(self, plan):
        """Make an empty, unpublished page for a new document, so that others can link to it. Returns its record."""
        with transaction.atomic(), disable_reference_index_auto_update():
            parent = Page.objects.get(pk=self.parent_for(plan).pk)  # with the children that it has by now
            moment = self._moment(plan)
            page = plan.kind.model(
                title=plan.title,
                slug=self._free_slug(plan, parent),
                locale=parent.locale,
                live=False,
                first_published_at=moment,
            )
            try:
                parent.add_child(instance=page)
            except ValidationError as error:
                raise Refused(_in_words(error)) from error
            return ImportedFile.objects.create(key=self._key(plan), name=plan.document.name[:500], page=page)

    def finish(self, plan, record, *, terms, places, fingerprint, result):
        """Write the page and its redirects. Returns the Outcome. Raises Refused."""
        page = record.page.specific
        was_live = page.live
        page.title = plan.title
        for name, value in plan.own_values.items():
            setattr(page, name, value)
        for name, found in terms.items():
            getattr(page, name).set(found)
        self._lead(page, plan, places)
        blocks = settle(plan.blocks, places)
        self._attach(page, plan, blocks, places)
        setattr(page, plan.kind.body, json.dumps(blocks))
        if plan.kind.steps:
            before = getattr(record.page.get_latest_revision_as_object(), plan.kind.steps).raw_data
            setattr(page, plan.kind.steps, json.dumps(with_keys(settle(plan.steps, places), before)))
        publish = was_live if result == Result.CHANGED else not (plan.is_draft or self.as_drafts)
        try:
            with transaction.atomic():
                revision = page.save_revision(log_action=result == Result.CHANGED)
                if publish:
                    revision.publish()
                self._redirect(plan, page)
                if plan.checks:
                    stewardship.record(page=page, **plan.checks)
                record.fingerprint = fingerprint
                record.revision_id = revision.pk
                record.save()
        except ValidationError as error:
            raise Refused(_in_words(error)) from error
        address = page.url or ""
        return Outcome(plan.document.name, result, address if publish else f"{address} (a draft)", plan.notes)

    def _lead(self, page, plan, places):
        """Let the page lead to those that the document names."""
        for name, tokens in plan.pages.items():
            keys = [found[1] for token in tokens if (found := places(token))]
            if name in plan.kind.columns:
                self._set_rows(page, plan, name, keys)
            else:
                setattr(page, f"{name}_id", keys[0] if keys else None)

    def _set_rows(self, page, plan, name, keys):
        row, column = page._meta.get_field(name).related_model, f"{plan.kind.columns[name]}_id"
        rows = [row(**{column: key, "sort_order": place}) for place, key in enumerate(dict.fromkeys(keys))]
        setattr(page, name, rows)

    def _attach(self, page, plan, blocks, places):
        """Put the attachments where they belong: into the kind's own field or rows, all others after the text."""
        field, rows = plan.kind.document_field, []
        for token in plan.attachments:
            found = places(token)
            if not found:
                continue
            kind, key = found
            if kind == "image":
                picture = {"image": key, "alt_text": "", "decorative": True}
                blocks.append({"type": "picture", "value": {"picture": picture, "caption": ""}})
            elif field:
                setattr(page, f"{field}_id", key)
                field = ""
            elif plan.kind.file_rows:
                rows.append(key)
            else:
                blocks.append({"type": "file", "value": {"document": key, "title": ""}})
        if plan.kind.file_rows:
            self._set_rows(page, plan, plan.kind.file_rows, rows)

    def _moment(self, plan):
        if not plan.dated_on:
            return None
        moment = datetime.combine(plan.dated_on, time(), tzinfo=UTC)
        return moment if moment < timezone.now() else None

    def _free_slug(self, plan, parent):
        taken = set(parent.get_children().filter(slug__startswith=plan.slug).values_list("slug", flat=True))
        slug, number = plan.slug, 2
        while slug in taken:
            slug, number = f"{plan.slug}-{number}", number + 1
        if slug != plan.slug:
            plan.notes.append(f"its address ends in {slug}, because another page has {plan.slug}")
        return slug

    def _redirect(self, plan, page):
        own = Redirect.normalise_path(page.url) if page.url else ""
        for address in plan.old_addresses:
            if address == own:
                continue
            there = page_at(address)
            if there and there.pk != page.pk:
                plan.notes.append(f"no redirect from {address}: “{there.title}” has that address")
                continue
            known = Redirect.objects.filter(old_path=address, site=None).first()
            if known and known.redirect_page_id != page.pk:
                plan.notes.append(f"no redirect from {address}: there is one to another place already")
            elif not known:
                Redirect.objects.create(old_path=address, site=None, redirect_page=page, is_permanent=True)


def _in_words(error):
    """Return what is wrong with a page, in one line."""
    if hasattr(error, "message_dict"):
        return "; ".join(f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items())
    return " ".join(error.messages)
