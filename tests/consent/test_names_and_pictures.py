"""A name or a picture that somebody takes back is gone, and the words stay."""

import pytest
from django.core.files.storage import default_storage

from casestudies.models import CaseStudyPage
from hub.models import HubImage
from tests.factories.casestudies import CaseStudyPageFactory
from tests.factories.consent import ConsentFactory
from tests.factories.hub import HubImageFactory

from .conftest import QUOTE, everything_kept

pytestmark = pytest.mark.django_db


def test_a_name_is_gone_and_the_words_stay(client, case, withdraw):
    CaseStudyPage.objects.update(byline="Amina Bah")
    withdraw(ConsentFactory(covers="name", wording="Amina Bah", pages=[case]))
    fresh = CaseStudyPage.objects.get()
    assert (fresh.byline, fresh.advice) == ("", "<p>Ask [name taken back] first.</p>")
    assert (fresh.body[1].value["who"], fresh.body[1].value["text"]) == ("", QUOTE)
    assert not any("Amina" in text for text in everything_kept(case))
    assert "Amina" not in client.get(case.url).text


def test_a_picture_is_gone_wherever_it_stood_with_its_files(client, case, case_studies, withdraw):
    image = HubImageFactory()
    case.cover_image = image
    case.body = [*[(block.block_type, block.value) for block in case.body],
                 ("picture", {"picture": image, "caption": "At the door"})]  # fmt: skip
    case.save_revision().publish()
    other = CaseStudyPageFactory(parent=case_studies, cover_image=image)
    assert "At the door" in client.get(case.url).text
    client.get("/case-studies/")
    rendition = image.renditions.first()
    files = [image.file.name, rendition.file.name]
    assert all(map(default_storage.exists, files))
    withdraw(ConsentFactory(covers="photo", image=image, pages=[case]))
    assert (HubImage.objects.count(), [name for name in files if default_storage.exists(name)]) == (0, [])
    fresh, other = CaseStudyPage.objects.get(pk=case.pk), CaseStudyPage.objects.get(pk=other.pk)
    assert (fresh.cover_image, other.cover_image) == (None, None)
    assert "picture" not in [block.block_type for block in fresh.body]
    for address in (case.url, other.url, "/case-studies/"):
        response = client.get(address)
        assert response.status_code == 200
        assert "/media/" not in response.text
    case.latest_revision.publish()
    assert "/media/" not in client.get(case.url).text
