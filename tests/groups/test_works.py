"""What a group works with: chosen by its facilitators, seen by everybody, as far as everybody may read it."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from groups import actions
from groups.actions import GroupError
from tests.factories.groups import PeerGroupFactory
from tests.factories.knowledge import ArticlePageFactory, ResourcePageFactory, ToolkitPageFactory

pytestmark = pytest.mark.django_db

GROUP = "/groups/paying-people/"
URL = f"{GROUP}works/"


@pytest.fixture
def kit(library):
    return ToolkitPageFactory(parent=library, title="Pay people for their time", slug="pay")


@pytest.fixture
def form(library):
    return ResourcePageFactory(parent=library, title="Claim form", slug="claim-form")


@pytest.fixture
def facilitator(client, group, alice):
    client.force_login(alice)
    return client


def titles(works):
    return [work.title for work in works]


# Choosing -------------------------------------------------------------------------------------------------------------


def test_a_facilitator_finds_a_page_by_its_title_and_adds_it(facilitator, group, kit, form):
    assert "Choose toolkits and resources" in facilitator.get(GROUP).text
    page = facilitator.get(URL, {"q": "TIME pay"})
    assert titles(page.context["found"]) == ["Pay people for their time"]
    for _ in range(2):
        response = facilitator.post(URL, {"page": kit.pk}, follow=True)
        assert response.redirect_chain == [(URL, 302)]
        assert "“Pay people for their time” is among what the group works with." in response.text
    assert list(group.works_with.values_list("pk", flat=True)) == [kit.pk]
    again = facilitator.get(URL, {"q": "pay"})
    assert titles(again.context["found"]) == ["Pay people for their time"]
    assert (again.text.count("Chosen already"), again.text.count('name="page"')) == (1, 0)
    assert "No toolkit or resource has these words" in facilitator.get(URL, {"q": "nobody wrote this"}).text


def test_a_facilitator_removes_it(facilitator, group, kit):
    group.works_with.add(kit)
    remove = reverse("groups:remove-work", args=[group.slug, kit.pk])
    assert facilitator.get(remove).url == URL
    assert group.works_with.exists()
    for _ in range(2):
        assert facilitator.post(remove).url == URL
    assert not group.works_with.exists()


@pytest.mark.parametrize("kind", ["draft", "restricted", "article", "page", "gone"])
def test_what_cannot_be_chosen_is_not_found_and_not_added(facilitator, group, library, kit, kind):
    page = kit
    if kind == "draft":
        kit.unpublish()
    elif kind == "restricted":
        PageViewRestriction.objects.create(page=kit, restriction_type="login")
    elif kind == "article":
        page = ArticlePageFactory(parent=library, title="Pay", slug="opinion")
        kit.unpublish()
    elif kind == "page":
        page = library
    else:
        kit.delete()
    assert titles(facilitator.get(URL, {"q": page.title}).context["found"]) == []
    response = facilitator.post(URL, {"page": page.pk or 999_999}, follow=True)
    assert "This page is not open to everybody. Choose another." in response.text
    assert not group.works_with.exists()


@pytest.mark.parametrize("key", ["", "x", "0", "-1", "9" * 30, "1 OR 1=1"])
def test_bad_pages_are_no_error(facilitator, group, key):
    assert facilitator.post(URL, {"page": key}).url == URL
    assert facilitator.post(f"{URL}{10**17}/remove/").url == URL


@pytest.mark.parametrize("q", ["", " ", "x" * 300, "%", "'", "القاعة"])
def test_odd_words_are_no_error(facilitator, kit, q):
    page = facilitator.get(URL, {"q": q})
    assert (page.status_code, page.context["found"]) == (200, [])


def test_a_closed_group_is_only_cleared(facilitator, group, kit, form):
    group.works_with.add(kit)
    group.closed_at = timezone.now()
    group.save()
    assert facilitator.get(URL, {"q": "claim"}).context["found"] == []
    assert "This group has closed." in facilitator.post(URL, {"page": form.pk}, follow=True).text
    facilitator.post(reverse("groups:remove-work", args=[group.slug, kit.pk]))
    assert not group.works_with.exists()


@pytest.mark.parametrize("who", ["bob", "charlie", "mona"])
@pytest.mark.parametrize("path", [URL, f"{URL}1/remove/"])
def test_only_facilitators_choose(client, group, kit, who, path, request):
    client.force_login(request.getfixturevalue(who))
    assert [client.get(path).status_code, client.post(path, {"page": kit.pk}).status_code] == [404, 404]
    assert "Choose toolkits and resources" not in client.get(GROUP).text
    for action in (actions.work_with, actions.stop_working_with):
        with pytest.raises(GroupError, match="Only a facilitator"):
            action(group=group, page=kit, by=request.getfixturevalue(who))


@pytest.mark.parametrize("path", [URL, f"{URL}1/remove/"])
def test_who_is_not_signed_in_is_sent_to_do_so(client, group, path):
    for answer in (client.get(path), client.post(path)):
        assert answer.url == f"{reverse('account_login')}?next={path}"


def test_a_group_that_is_not_there(client, alice):
    client.force_login(alice)
    assert client.get("/groups/none/works/").status_code == 404


# Seen -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", [None, "charlie", "bob"])
def test_everybody_sees_it_on_the_group_s_page(client, group, kit, form, who, request):
    group.works_with.add(kit, form)
    if who:
        client.force_login(request.getfixturevalue(who))
    page = client.get(GROUP)
    assert [(work.kind, work.title, work.url) for work in page.context["works"]] == [
        ("resource", "Claim form", "/library/claim-form/"),
        ("toolkit", "Pay people for their time", "/library/pay/"),
    ]
    assert '<a href="/library/pay/">Pay people for their time</a>' in page.text


@pytest.mark.parametrize("state", ["draft", "restricted", "above"])
def test_what_is_closed_later_is_named_to_nobody(client, group, kit, library, alice, bob, state):
    group.works_with.add(kit)
    if state == "draft":
        kit.unpublish()
    else:
        PageViewRestriction.objects.create(page=kit if state == "restricted" else library, restriction_type="login")
    for user in (None, bob, alice):
        if user:
            client.force_login(user)
        assert "Pay people for their time" not in client.get(GROUP).text
    page = client.get(URL)
    assert "Pay people for their time" not in page.text
    assert "A page that is not open to everybody any more." in page.text
    client.post(reverse("groups:remove-work", args=[group.slug, kit.pk]))
    assert not group.works_with.exists()


def test_the_kept_page_goes_when_something_is_chosen(client, settings, group, kit, alice, committed):
    settings.PAGE_CACHE_SECONDS = 600
    assert "Pay people" not in client.get(GROUP).text
    with committed():
        actions.work_with(group=group, page=kit, by=alice)
    assert "Pay people" in client.get(GROUP).text
    with committed():
        PageViewRestriction.objects.create(page=kit, restriction_type="login")
    assert "Pay people" not in client.get(GROUP).text


def test_in_each_language_the_translation_is_shown(client, home, library, facilitator, group, kit):
    spanish = Locale.objects.create(language_code="es")
    for page in (home, library):
        page.copy_for_translation(spanish).save_revision().publish()
    copy = kit.copy_for_translation(spanish)
    copy.title = "Pagar a la gente"
    copy.save_revision().publish()
    alone = ResourcePageFactory(parent=library.get_translation(spanish), title="Solo aquí", locale=spanish)
    group.works_with.add(kit, alone)
    assert titles(client.get(GROUP).context["works"]) == ["Pay people for their time", "Solo aquí"]
    assert titles(client.get(f"/es{GROUP}").context["works"]) == ["Pagar a la gente", "Solo aquí"]
    facilitator.post(f"/es{URL}", {"page": copy.pk})  # the same, in another language
    assert group.works_with.count() == 2
    facilitator.post(reverse("groups:remove-work", args=[group.slug, copy.pk]))
    assert list(group.works_with.values_list("pk", flat=True)) == [alone.pk]


def test_a_page_that_is_deleted_goes(client, group, kit):
    group.works_with.add(kit)
    kit.delete()
    assert client.get(GROUP).status_code == 200
    assert not group.works_with.exists()


@pytest.mark.parametrize("number", [1, 5])
def test_it_takes_the_same_queries_however_many_there_are(
    facilitator, group, library, number, django_assert_num_queries
):
    for _ in range(number):
        group.works_with.add(ToolkitPageFactory(parent=library))
    for path, queries in ((GROUP, 9), (URL, 6)):
        facilitator.get(path)
        with django_assert_num_queries(queries):
            facilitator.get(path)


def test_a_resource_names_the_groups_that_work_with_it(client, group, form, committed):
    assert "Who works with it" not in client.get("/library/claim-form/").text
    with committed():
        group.works_with.add(form)
    text = client.get("/library/claim-form/").text
    assert "Who works with it" in text
    assert f'<a href="{GROUP}">Paying people fairly</a>' in text
    with committed():
        group.closed_at = timezone.now()
        group.save()
    assert "Paying people fairly" not in client.get("/library/claim-form/").text


@pytest.mark.parametrize("number", [1, 5])
def test_naming_them_takes_one_query_on_a_page_that_is_kept(client, form, number, django_assert_max_num_queries):
    for _ in range(number):
        PeerGroupFactory().works_with.add(form)
    with django_assert_max_num_queries(12):
        response = client.get("/library/claim-form/")
    assert len(response.context["uses"]) == number
