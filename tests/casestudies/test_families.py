"""Which case came from which: as a tree and a list, without loops, and without hidden members."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from wagtail.models import Locale, PageViewRestriction

from casestudies.families import family_of
from casestudies.models import CaseStudyPage
from tests.factories.casestudies import CaseStudyPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(case_studies):
    """Kitchen → (Hall → Bus), (Barn): four cases, by their titles."""
    cases, began = {}, 2020
    for title, parent in [("Kitchen", None), ("Hall", "Kitchen"), ("Bus", "Hall"), ("Barn", "Kitchen")]:
        began += 1
        cases[title] = CaseStudyPageFactory(
            parent=case_studies, title=title, came_from=cases.get(parent), started_on=datetime.date(began, 1, 1),
            what_we_adapted=f"<p>How {title} differs</p>" if parent else "",
        )  # fmt: skip
    return cases


def tree(members):
    return {member.page.title: tree(member.children) for member in members}


def test_each_shows_its_family_as_a_tree_and_as_a_list(client, family, django_assert_max_num_queries):
    for case in family.values():
        found = family_of(CaseStudyPage.objects.get(pk=case.pk))
        assert tree(found.trees) == {"Kitchen": {"Hall": {"Bus": {}}, "Barn": {}}}
        assert [page.title for page in found.members] == ["Kitchen", "Hall", "Bus", "Barn"]
    client.get(family["Bus"].url)
    with django_assert_max_num_queries(12):
        text = client.get(family["Bus"].url).text
    assert '<strong aria-current="page">Bus</strong>' in text
    assert "How Bus differs" in text
    assert "4 case studies belong together" in text


def test_a_case_alone_has_no_family(client, case_studies):
    case = CaseStudyPageFactory(parent=case_studies)
    assert not family_of(case)
    assert "Its family" not in client.get(case.url).text


@pytest.mark.parametrize("how", ["draft", "restricted"])
def test_hidden_members_are_shown_nowhere(client, family, how):
    if how == "draft":
        family["Hall"].unpublish()
    else:
        PageViewRestriction.objects.create(page=family["Hall"], restriction_type=PageViewRestriction.LOGIN)
    text = client.get(family["Bus"].url).text
    assert "Hall" not in text
    found = family_of(CaseStudyPage.objects.get(title="Bus"))
    assert tree(found.trees) == {"Kitchen": {"Bus": {}, "Barn": {}}}
    assert found.parent is None
    assert found.count == 3


def test_a_family_is_shown_in_the_readers_language(client, family, case_studies, home):
    spanish = Locale.objects.create(language_code="es")
    home.copy_for_translation(spanish).save_revision().publish()
    case_studies.copy_for_translation(spanish).save_revision().publish()
    translated = family["Hall"].copy_for_translation(spanish)
    translated.title = "Salón"
    translated.save_revision().publish()
    text = client.get(f"/es{family['Hall'].url}").text
    assert "Kitchen" in text
    assert "Salón" in text
    family["Hall"].unpublish()
    english = client.get(family["Bus"].url).text
    assert "Salón" not in english
    assert "Hall" not in english


def test_a_case_does_not_come_from_itself(family):
    kitchen = family["Kitchen"]
    kitchen.came_from = kitchen
    with pytest.raises(ValidationError, match="cannot be adapted from itself"):
        kitchen.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        CaseStudyPage.objects.filter(pk=kitchen.pk).update(came_from=kitchen)


@pytest.mark.parametrize("below", ["Hall", "Bus"])
def test_a_loop_is_refused_with_words_that_help(family, below):
    kitchen = family["Kitchen"]
    kitchen.came_from = family[below]
    with pytest.raises(ValidationError) as caught:
        kitchen.full_clean()
    assert caught.value.message_dict == {
        "came_from": [
            f"“{below}” was itself adapted from this case study, so this one cannot come from it. "
            "Choose another, or change that one first."
        ]
    }


def test_a_loop_that_came_in_by_another_way_hangs_nothing(client, family):
    CaseStudyPage.objects.filter(title="Kitchen").update(came_from=family["Bus"])
    assert client.get(family["Hall"].url).status_code == 200
    assert family_of(CaseStudyPage.objects.get(title="Hall")).count == 4


def test_a_case_that_goes_leaves_its_children(family):
    family["Kitchen"].delete()
    assert CaseStudyPage.objects.get(title="Hall").came_from is None
