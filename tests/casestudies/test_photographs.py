"""The photograph of a story: cleaned, agreed, and in no library before it is published."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.models import Collection

from casestudies import actions
from casestudies.models import CaseStudyPage, Story
from hub.models import HubImage
from tests.factories.casestudies import CaseStudyPageFactory, say_yes

from .telling import SHARE, errors, form, photograph

pytestmark = pytest.mark.django_db


def test_a_photograph_tells_nobody_where_it_was_taken(client, alice, case_studies):
    client.force_login(alice)
    data = form(do="send", photo=photograph(), photo_alt="A pot", photo_agreed="on")
    client.post(SHARE, data)
    story = Story.objects.get()
    assert (story.status, story.page.cover_image, story.page.cover_alt) == ("sent", story.photo, "A pot")
    with story.photo.file.open() as file, Image.open(file) as picture:
        assert (dict(picture.getexif()), picture.info.get("exif")) == ({}, None)
    assert "kitchen" not in story.photo.file.name


def in_library(client):
    """Return the titles of the pictures that an editor can find and choose."""
    lists = {"": "object_list", "results/": "object_list", "chooser/": "results", "chooser/results/": "results"}
    return [
        [image.title for image in client.get(f"/admin/images/{path}").context[name]] for path, name in lists.items()
    ]


def test_a_photograph_is_in_no_library_before_the_story_is_published(client, alice, edith, case_studies):
    client.force_login(alice)
    client.post(SHARE, form(do="send", photo=photograph(), photo_alt="A pot", photo_agreed="on"))
    story = Story.objects.get()
    assert Collection.get_first_root_node().name == "Root"
    client.force_login(edith)
    assert client.get(f"/admin/pages/{story.page.pk}/edit/").status_code == 200
    assert in_library(client) == [[], [], [], []]
    assert client.get(f"/admin/images/{story.photo.pk}/").status_code == 302  # not hers to change
    say_yes(story=story, by=edith)
    assert in_library(client) == [[story.photo.title]] * 4


def test_a_photograph_that_is_used_elsewhere_stays(client, alice, case_studies):
    client.force_login(alice)
    client.post(SHARE, form(do="keep", photo=photograph()))
    story = Story.objects.get()
    other = CaseStudyPageFactory(parent=case_studies, cover_image=story.photo)
    actions.discard(story=story, by=alice)
    assert CaseStudyPage.objects.get(pk=other.pk).cover_image == story.photo


@pytest.mark.parametrize(
    ("changes", "found"),
    [({"photo_agreed": "on"}, {"photo_alt"}), ({"photo_alt": "A pot"}, {"photo_agreed"})],
)
def test_a_photograph_needs_words_and_a_yes_and_is_kept_meanwhile(client, alice, case_studies, changes, found):
    client.force_login(alice)
    response = client.post(SHARE, form(do="send", photo=photograph(), **changes))
    assert set(errors(response)) == found
    assert HubImage.objects.count() == 1  # need not be chosen again
    assert Story.objects.get().status == "draft"


def test_what_is_no_picture_is_said_also_when_saving(client, alice, case_studies):
    client.force_login(alice)
    response = client.post(SHARE, form(do="keep", photo=SimpleUploadedFile("x.jpg", b"not a picture")))
    assert set(errors(response)) == {"photo"}
    assert Story.objects.get().answers["title"] == "A kitchen"


def test_a_photograph_is_taken_away_by_a_button(client, alice, case_studies):
    client.force_login(alice)
    client.post(SHARE, form(do="keep", photo=photograph()))
    story = Story.objects.get()
    assert "Remove the photograph" in client.get(story.edit_url).text
    assert client.post(f"/case-studies/share/{story.pk}/photo/remove/").status_code == 302
    assert HubImage.objects.count() == 0
