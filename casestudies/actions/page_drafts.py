"""The page that a story becomes: made from its answers, changed with them, brought back to what readers see.

Editors change the same page. Nothing of theirs is overwritten: where both wrote in the same place, the author's text is
put after theirs, and a line or a choice stays as the editor left it.
"""

import re

from django.conf import settings
from django.utils.dateparse import parse_date
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import override

from hub.kinds import Kind

from ..models import CaseStudyIndexPage, CaseStudyPage, ToolkitUse
from ..models.pages import TAKEN_SLUGS
from ..models.stories import title_in
from ..questions import BY_NAME, CHOICE, DAY, LONG, NUMBER
from ..wording import in_short, to_plain, to_rich
from .drafting import StoryError

# What a page knows about its versions, and readers do not read.
OF_VERSIONS = {
    "draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at", "live_revision",
    "first_published_at", "last_published_at",
}  # fmt: skip
KEYS_OF_BLOCKS = re.compile(r' data-block-key="[^"]*"')  # which Wagtail's editor adds


def make_page(story, by):
    """Make the page of a story, a draft that is in no workflow yet. Raises `StoryError` where no list can take it."""
    parent = _list_in(story.language)
    title = story.title
    page = CaseStudyPage(title=title, live=False, owner=story.author or story.noted_by, locale=parent.locale)
    slug = slugify(title, allow_unicode=True)
    if slug in TAKEN_SLUGS or not slug:
        page.slug = f"{slug or 'story'}-{story.pk}"
    _fill(page, story.answers, names=[*BY_NAME])
    page.summary = _summary(story.answers)
    page.byline = story.byline
    _put_photo(page, story)
    if story.toolkit_id:
        _put_origin(page, story.toolkit.specific)
    parent.add_child(instance=page)
    page.save_revision(user=by)
    story.page = page


def change_page(story, by):
    """Put what the author changed into the draft; what editors changed elsewhere in it stays."""
    draft = story.page.get_latest_revision_as_object()
    before, after = story.sent_answers, story.told
    _put_texts(draft, before, after)
    if not story.is_on_site or before.get("name_shown") != after.get("name_shown"):
        draft.byline = story.byline
    if not story.is_on_site or (_photo(before) != _photo(after) and draft.cover_image_id == before.get("photo")):
        _put_photo(draft, story)
    _save_draft(story, draft, by)


def drop_change(story, by):
    """Take what the author proposed out of the draft again; what editors changed in it stays."""
    live = CaseStudyPage.objects.get(pk=story.page_id)
    draft = live.get_latest_revision_as_object()
    before, after = story.published_answers, story.sent_answers
    proposed = _page_telling(after)
    for name in _changed(before, after):
        field = BY_NAME[name].field
        if _is_same(draft, proposed, field):
            setattr(draft, field, getattr(live, field))
        elif name == "what_happened":
            blocks = _blocks(draft.body)
            if blocks and blocks[-1] == ("text", to_rich(after.get(name, ""))):
                draft.body = blocks[:-1]
        elif BY_NAME[name].kind == LONG:
            setattr(draft, field, getattr(draft, field).removesuffix(getattr(proposed, field)))
    if draft.summary == _summary(after):
        draft.summary = live.summary
    if before.get("name_shown") != after.get("name_shown"):
        draft.byline = live.byline
    if _photo(before) != _photo(after) and draft.cover_image_id == after.get("photo"):
        draft.cover_image, draft.cover_alt = live.cover_image, live.cover_alt
    is_as_published = _content(draft) == _content(live)  # no editor has begun something there
    _save_draft(story, draft, by)
    if is_as_published:
        story.page.has_unpublished_changes = False
        story.page.save(update_fields=["has_unpublished_changes"], clean=False)


def learn_from_page(story):
    """Take over into the answers what the published page says otherwise, except where their author wrote meanwhile.

    So the author goes on from what readers see: with what an editor mended, without what somebody took back.
    """
    page = CaseStudyPage.objects.select_related("cover_image").get(pk=story.page_id)
    known = dict(story.sent_answers)
    said = _page_telling(known)
    for name, question in BY_NAME.items():
        told = None if _is_same(page, said, question.field) else _told_by(page, name)
        if told is not None and story.answers.get(name, "") == known.get(name, ""):
            story.answers[name] = known[name] = told
    shown = known.get("name_shown")
    if not page.byline and shown and story.answers.get("name_shown") == shown:
        story.answers["name_shown"] = known["name_shown"] = story.NameShown.NONE
    if page.cover_image is None and known.pop("photo", None) in (story.photo_id, None):
        story.photo = None
    elif page.cover_image_id == story.photo_id and story.photo_id:
        known["photo"] = story.photo_id
    story.sent_answers = story.published_answers = known


# One answer and one field ---------------------------------------------------------------------------------------------


def _put_texts(draft, before, after):
    changed = _changed(before, after)
    said = _page_telling(before)
    if "what_happened" in changed and draft.summary == _summary(before):  # no editor wrote another
        draft.summary = _summary(after)
    if not after.get("title", "").strip() and "title" in changed:
        changed.remove("title")
    for name in changed:
        field, is_as_sent = BY_NAME[name].field, _is_same(draft, said, BY_NAME[name].field)
        if is_as_sent or not getattr(draft, field):
            _fill(draft, after, names=[name])
        elif name == "what_happened":
            draft.body = [*_blocks(draft.body), ("text", to_rich(after.get(name, "")))]
        elif BY_NAME[name].kind == LONG:
            setattr(draft, field, getattr(draft, field) + to_rich(after.get(name, "")))


def _changed(before, after):
    return [name for name in BY_NAME if after.get(name, "") != before.get(name, "")]


def _page_telling(answers):
    """Return a page, not to be saved, that says what `answers` say and nothing else."""
    page = CaseStudyPage()
    _fill(page, answers, names=[*BY_NAME])
    page.title = title_in(answers)
    return page


def _is_same(one, other, field):
    return _comparable(one, field) == _comparable(other, field)


def _comparable(page, field):
    value = getattr(page, field)
    if field == "body":
        return [
            (kind, KEYS_OF_BLOCKS.sub("", text) if isinstance(text, str) else text) for kind, text in _blocks(value)
        ]
    return KEYS_OF_BLOCKS.sub("", value) if isinstance(value, str) else value


def _blocks(body):
    return [(each.block_type, each.value.source if each.block_type == "text" else each.value) for each in body]


def _told_by(page, name):
    """Return what a page says in answer to a question, as plain text; None where that would lose something."""
    question, value = BY_NAME[name], getattr(page, BY_NAME[name].field)
    if name == "what_happened":
        blocks = _blocks(value)
        if len(blocks) > 1 or any(kind != "text" for kind, _text in blocks):
            return None
        value = blocks[0][1] if blocks else ""
    if name == "what_happened" or question.kind == LONG:
        value = KEYS_OF_BLOCKS.sub("", value)
        told = to_plain(value)
        return told if to_rich(told) == value else None
    if question.kind == DAY:
        return value.isoformat() if value else ""
    return "" if value is None else str(value)


def _fill(page, answers, *, names):
    for name in names:
        text, question = answers.get(name, "").strip(), BY_NAME[name]
        if name == "title":
            page.title = page.draft_title = (text or page.title)[:255]
        elif name == "what_happened":
            page.body = [("text", to_rich(text))] if text else []
        elif question.kind == LONG:
            setattr(page, name, to_rich(text) if text else "")
        elif question.kind == NUMBER:
            page.people_count = int(text) if text.isdecimal() and len(text) < 7 else None
        elif question.kind == DAY:
            setattr(page, name, day_in(text))
        elif question.kind == CHOICE:
            setattr(page, name, text if text in dict(question.choices) else "")
        else:
            setattr(page, name, text[: question.longest])


def day_in(text):
    """Return the day that somebody typed, or None where it is none."""
    try:
        return parse_date(text)
    except ValueError:
        return None


def _summary(answers):
    return in_short(answers.get("what_happened", ""), 200)


# Where it stands ------------------------------------------------------------------------------------------------------


def _content(page):
    return {name: value for name, value in page.serializable_data().items() if name not in OF_VERSIONS}


def _save_draft(story, draft, by):
    draft.full_clean()
    draft.save_revision(user=by)
    story.page = CaseStudyPage.objects.get(pk=draft.pk)  # it knows of its new draft


def _put_origin(page, origin):
    """Note what the author began with: a toolkit that they used, or a case study that they adapted."""
    if origin.kind == Kind.CASE_STUDY:
        page.came_from = origin
    elif origin.kind == Kind.TOOLKIT:
        page.toolkits_used.add(ToolkitUse(toolkit_id=origin.pk))


def _put_photo(page, story):
    page.cover_image = story.photo
    page.cover_alt = story.answers.get("photo_alt", "")[:200] if story.photo_id else ""


def _photo(answers):
    return answers.get("photo"), answers.get("photo_alt", "")


def _list_in(language):
    """Return the list of case studies in `language`, or else in the source language. Raises `StoryError`."""
    lists = CaseStudyIndexPage.objects.live().select_related("locale").order_by("-path")
    found = {each.locale.language_code: each for each in lists}
    parent = found.get(language) or found.get(settings.LANGUAGE_CODE)
    if parent is None:
        with override(language):
            raise StoryError(_("There is no list of case studies to put this in. Write to the editors."))
    return parent
