"""The demo reads like a hub in use: enough of everything, real files, full translations, and dates that never age."""

import re
from datetime import UTC, datetime, timedelta
from io import BytesIO, StringIO

import docx
import odf.opendocument
import openpyxl
import pptx
import pypdf
import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page, Revision
from wagtail_localize.models import StringSegment, Translation

import demo
from bench.own import questions
from casestudies.families import family_of
from casestudies.models import CaseStudyPage, Story
from comments.models import PageComment
from consent.models import Consent
from consent.taking_out import Removal, is_in
from demo import translations
from demo.events.dates import HELD_ON
from demo.world import World
from evaluation.models import BenchmarkFigure, Evaluation, Questionnaire
from evaluation.results import compare_with, differences, earlier_of, proposals, scores_of
from events.models import Attendee, EventPage, Venue
from groups.models import Membership, PeerGroup, Topic
from hub.blocks import BodyStreamBlock
from hub.models import Area, BasePage, HubDocument, HubImage, HubSettings, StandardPage, Theme
from knowledge.models import ArticlePage, ArticleSeriesPage, ResourcePage, ToolkitPage
from members.models import User
from search.models import Entry
from search.registry import PUBLIC

ENGLISH = {"locale__language_code": "en"}
CHINESE = re.compile("[\u4e00-\u9fff]")
FIELDS_OF_A_CASE_STUDY = [
    "where",
    "organisation",
    "who_took_part",
    "how_people_were_found",
    "people_count",
    "payment",
    "payment_note",
    "body",
    "what_changed",
    "what_did_not_work",
    "what_we_would_do_differently",
]
TRANSLATED_TOOLKIT = "a-meeting-everyone-can-take-part-in"


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """What loading the demo printed. Loaded once for this file, and rolled back after its last test."""
    out = StringIO()
    with django_db_blocker.unblock(), transaction.atomic():
        assert demo.load(out, with_known_passwords=True), out.getvalue()
        yield out.getvalue()
        transaction.set_rollback(True)


@pytest.fixture
def hub(loaded, db):
    """A hub with the demo in it."""


@pytest.mark.long
@pytest.mark.parametrize(
    ("things", "least"),
    [
        (lambda: Theme.objects.in_source_language(), 10),
        (lambda: Area.objects.in_source_language(), 8),
        (lambda: User.objects.exclude(about=""), 14),
        (lambda: ToolkitPage.objects.live().filter(**ENGLISH), 6),
        (lambda: ResourcePage.objects.live().exclude(document=None), 12),
        (lambda: CaseStudyPage.objects.live(), 8),
        (lambda: ArticlePage.objects.live(), 8),
        (lambda: EventPage.objects.live().filter(**ENGLISH), 8),
        (lambda: EventPage.objects.live().filter(**ENGLISH, event_kind="workshop").upcoming(), 6),
        (lambda: Venue.objects.exclude(getting_there="").filter(access_features__isnull=False).distinct(), 4),
        (lambda: PeerGroup.objects.open(), 4),
        (lambda: PageComment.objects.published(), 30),
        (lambda: HubImage.objects.exclude(description=""), 4),
        (lambda: Attendee.objects.exclude(access_needs=""), 20),
        (lambda: StandardPage.objects.live().filter(**ENGLISH), 5),
    ],
    ids=lambda value: value if isinstance(value, int) else "",
)
def test_there_is_enough_of_everything(hub, things, least):
    assert things().count() >= least


def test_a_second_load_refuses_and_says_why(hub):
    out = StringIO()
    before = Page.objects.count()
    assert demo.load(out) is False
    assert out.getvalue() == "This hub has members already. The demo is only loaded into an empty one.\n"
    assert Page.objects.count() == before


@pytest.mark.parametrize("sign_in", demo.SIGN_INS, ids=lambda sign_in: sign_in[0])
def test_each_role_can_sign_in(hub, sign_in):
    role, email, password = sign_in
    user = authenticate(email=email, password=password)
    assert user.email == email
    assert EmailAddress.objects.get(user=user).verified
    groups = {
        "editor": "Editors",
        "moderator": "Moderators",
        "facilitator": "Facilitators",
        "event organiser": "Event organisers",
        "administrator": "Administrators",
    }
    assert [group.name for group in user.groups.all()] == ([groups[role]] if role in groups else [])
    if role == "facilitator":
        assert Membership.objects.facilitators().filter(user=user).count() == 1


def test_files_are_real(hub):
    opened = {"PDF": 0, "DOCX": 0, "ODT": 0, "TXT": 0, "PPTX": 0, "XLSX": 0}
    for document in HubDocument.objects.all():
        with document.file.open() as file:
            data = BytesIO(file.read())
        assert (document.file_size, bool(document.file_hash)) == (len(data.getvalue()), True)
        if document.format_name == "PDF":
            reader = pypdf.PdfReader(data)
            assert reader.metadata.title == document.title.replace("'", "’")
            assert document.page_count == len(reader.pages) <= 4
            text = "".join(page.extract_text() for page in reader.pages)
        elif document.format_name == "DOCX":
            paper = docx.Document(data)
            assert paper.paragraphs[0].style.name == "Title"
            text = "".join(paragraph.text for paragraph in paper.paragraphs)
        elif document.format_name == "PPTX":
            slides = list(pptx.Presentation(data).slides)[1:]
            assert all(slide.shapes.title.text for slide in slides)
            text = "".join(slide.notes_slide.notes_text_frame.text for slide in slides)
        elif document.format_name == "XLSX":
            sheets = list(openpyxl.load_workbook(data))
            assert len(sheets) > 1
            text = "".join(str(value) for sheet in sheets for row in sheet.values for value in row if value)
        elif document.format_name == "TXT":
            text = data.getvalue().decode()
        else:
            text = odf.opendocument.load(data).text
        assert len(str(text)) > (150 if CHINESE.search(document.title) else 300)  # a sign is most of a word
        opened[document.format_name] += 1
    assert min(opened[name] for name in ("PDF", "DOCX", "ODT")) >= 3
    assert all(opened.values())


def test_leaflets_hang_on_pages(hub):
    """Documents that no page shows are found by nobody."""
    used = set(ResourcePage.objects.values_list("document", flat=True))
    for page in BasePage.objects.live().filter(**ENGLISH).specific():
        if isinstance(page, ToolkitPage):
            used |= {file.document_id for file in page.files.all()}
        blocks = [*getattr(page, "body", []), *getattr(page, "introduction", [])]
        used |= {block.value["document"].pk for block in blocks if block.block_type == "file"}
    assert {document.title for document in HubDocument.objects.exclude(pk__in=used)} == set()


def test_every_block_is_used_somewhere(hub):
    used = set()
    for page in BasePage.objects.live().filter(**ENGLISH).specific():
        streams = [getattr(page, "body", []), getattr(page, "introduction", [])]
        streams += [step.value["instructions"] for step in getattr(page, "steps", [])]
        used |= {block.block_type for stream in streams for block in stream}
    assert used == set(BodyStreamBlock().child_blocks)


def test_toolkits_are_complete(hub):
    toolkits = ToolkitPage.objects.live().filter(**ENGLISH)
    for toolkit in toolkits:
        assert 4 <= len(toolkit.steps) <= 7
        assert all(step.value[part] for step in toolkit.steps for part in ("aim", "minutes", "who", "instructions"))
        assert toolkit.files.count() >= 1
        assert toolkit.looked_after_by
        assert toolkit.checked_on <= timezone.localdate()
    assert [toolkit.slug for toolkit in toolkits if toolkit.stewardship.is_overdue] == ["map-who-is-around-you"]


def test_case_studies_tell_everything(hub):
    for page in CaseStudyPage.objects.live():
        for name in FIELDS_OF_A_CASE_STUDY:
            assert getattr(page, name), (page.slug, name)
        assert page.toolkits_used.exists()


def test_there_is_a_family_of_four_a_story_in_each_state_and_each_sort_of_consent(hub):
    family = family_of(CaseStudyPage.objects.get(slug="tea-while-the-kettle-boils"))
    assert (family.count, family.parent.slug) == (4, "soup-on-a-thursday")
    assert set(Story.objects.values_list("status", flat=True)) == set(Story.Status.values)
    assert all(story.page.live == (story.status == "published") for story in Story.objects.exclude(page=None))
    assert set(map(str, (consent.state for consent in Consent.objects.all()))) == {"Holds", "Ends soon", "Taken back"}
    for consent in Consent.objects.in_force():  # what was agreed to is what stands there
        removal = Removal(consent)
        assert all(is_in(CaseStudyPage, use.page.specific.serializable_data(), removal) for use in consent.uses.all())


def test_pages_have_a_history(hub):
    pages = Page.objects.live().filter(depth__gt=2, **ENGLISH)
    assert not pages.filter(owner=None).exists()
    assert not Revision.objects.page_revisions().filter(user=None).exists()
    first = pages.order_by("first_published_at").first().first_published_at
    assert timedelta(days=400) < timezone.now() - first < timedelta(days=430)
    assert not pages.filter(first_published_at__gt=timezone.now()).exists()


def test_events_fill_a_year(hub):
    now = timezone.now()
    summit = EventPage.objects.get(slug="the-spring-summit", **ENGLISH)
    assert (summit.capacity, summit.starts_at.month) == (120, 4)
    assert now < summit.starts_at < now + timedelta(days=400)
    heard = EventPage.objects.get(slug="listening-in-southwark")
    assert heard.is_past
    assert heard.attendees.confirmed().count() == 75
    full = EventPage.objects.get(slug="easy-read-an-afternoon")
    assert (full.attendees.confirmed().count(), full.attendees.waiting().count()) == (full.capacity, 4)
    formats = set(EventPage.objects.upcoming().values_list("event_format", flat=True))
    assert formats == {"in-person", "online", "both"}


@pytest.mark.parametrize("month", range(1, 13))
def test_events_never_age(month):
    world = World(home=None, now=datetime(2031, month, 11, 12, tzinfo=UTC))
    days = {slug: held_on(world) - world.day(0) for slug, held_on in HELD_ON.items()}
    past = {slug for slug, days_from_now in days.items() if days_from_now < timedelta(0)}
    assert past == {"listening-in-southwark", "knocking-on-doors", "a-summit-in-stratford"}
    assert timedelta(days=21) <= days["the-spring-summit"] <= timedelta(days=395)
    assert days["a-summit-in-stratford"] <= timedelta(days=-215)


def test_groups_talk(hub):
    for group in PeerGroup.objects.all():
        assert 5 <= group.memberships.active().count() <= 8
        assert group.memberships.facilitators().count() == 1
        topics = Topic.objects.filter(group=group).with_post_count()
        assert 3 <= len(topics) <= 5
        assert all(3 <= topic.post_count <= 8 for topic in topics)
        talkers = set(group.topics.values_list("posts__author", flat=True))
        assert talkers <= set(group.memberships.values_list("user", flat=True))
    assert PeerGroup.objects.filter(joining="on-request").count() == 1
    assert Membership.objects.asked().count() == 2


def test_moderators_have_something_to_do(hub):
    assert PageComment.objects.waiting().count() == 1
    assert PageComment.objects.reported().count() == 1
    assert PageComment.objects.filter(is_removed=True).count() == 1
    assert ArticlePage.objects.filter(is_open_for_comments=False).count() == 1
    (closed,) = ArticlePage.objects.exclude(comments_close_on=None)
    assert not closed.takes_comments


def test_three_articles_by_two_authors_are_a_series(hub):
    parts = ArticleSeriesPage.objects.live().get().shown_parts
    assert [part.author_name for part in parts] == [
        "Marguerite Hallam", "Parveen Akhtar", "Marguerite Hallam and Parveen Akhtar"
    ]  # fmt: skip
    assert len(parts[2].public_briefings()) == 2


def test_no_text_is_left_untranslated(hub):
    assert Translation.objects.count() == 2 * len(translations.TRANSLATED)
    for translation in Translation.objects.all():
        segments, translated = translation.get_progress()
        assert translated == segments > 0
        page = translation.get_target_instance()
        assert page.live
        assert page.alias_of_id is None
        source = translation.source.get_source_instance()
        if page.depth > 2:
            assert page.slug == source.slug
            assert page.title != source.title
    toolkits = {page.locale.language_code: page for page in ToolkitPage.objects.filter(slug=TRANSLATED_TOOLKIT)}
    titles = [[step.value["title"] for step in toolkits[code].steps] for code in ("en", "es", "ar")]
    assert len(set(map(len, titles))) == 1
    assert len({title for column in titles for title in column}) == 3 * len(titles[0])


def test_no_translation_is_left_over(hub):
    english = set(StringSegment.objects.exclude(context__path="slug").values_list("string__data", flat=True))
    for language, words in translations.WORDS.items():
        assert set(words) == english, language


def test_themes_and_areas_have_their_names_in_all_languages(hub):
    for model in (Theme, Area):
        for term in model.objects.in_source_language():
            assert term.get_translations().count() == 2


def test_organisers_edit_events_in_every_language(hub):
    page = Page.objects.get(slug="events", **ENGLISH)
    mine = set(GroupPagePermission.objects.filter(page=page).values_list("group", "permission"))
    assert mine
    for translation in page.get_translations():
        theirs = set(GroupPagePermission.objects.filter(page=translation).values_list("group", "permission"))
        assert theirs == mine


def test_every_answer_to_our_own_questions_is_there(hub):
    """The questions of `bench/questions` are about this demo: what is renamed here has to be renamed there."""
    call_command("refresh_search", stdout=StringIO())
    judged = {address for question in questions() for address in question.answers}
    assert judged - set(Entry.objects.filter(audience=PUBLIC, language="en").values_list("url", flat=True)) == set()


def test_the_hub_has_its_name(hub):
    assert HubSettings.load().site_name == "Common Thread"


def test_three_years_of_a_self_evaluation(hub):
    questionnaire = Questionnaire.objects.published().get()
    assert [version.number for version in questionnaire.versions.all()] == [1, 2, 3]
    assert 15 <= len(questionnaire.newest.content.questions) <= 17
    assert all(question.easy for question in questionnaire.newest.content.questions.values())
    for year in questionnaire.versions.all():
        assert year.evaluations.values("organisation").distinct().count() >= 6
    team = Evaluation.objects.get(is_team=True)
    found = differences(team)
    assert (len([one for one in found if one.settled]), len([one for one in found if one.is_open])) == (11, 5)
    assert None not in [score.level for score in scores_of(team)]
    assert sum(each.compared for each in compare_with(team, earlier_of(team)[0])) >= 5
    assert all(each.link for each in proposals(team))
    assert BenchmarkFigure.objects.filter(is_shown=True, organisations__gte=5).count() == 5
    assert team.actions.count() == 4
