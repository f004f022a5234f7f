"""Facilitators say what their group is for."""

import pytest
from django.urls import reverse
from wagtail.models import Locale

from groups import actions
from groups.actions import GroupError
from groups.models import PeerGroup
from hub.models import Theme
from search.entries import refresh
from search.models import Entry
from tests.factories.hub import AreaFactory, ThemeFactory

pytestmark = pytest.mark.django_db

URL = "/groups/paying-people/edit/"


def typed(**changes):
    return {
        "name": "Paying people", "summary": "How we thank them.", "description": "We meet.", "meets": "On Tuesdays.",
        "language": "es", "joining": "on-request", **changes,
    }  # fmt: skip


def test_a_facilitator_changes_it(client, group, alice):
    theme, area = ThemeFactory(name="Money"), AreaFactory(name="Camden")
    client.force_login(alice)
    assert f'href="{URL}"' in client.get("/groups/paying-people/").text
    assert client.get(URL).context["form"]["name"].value() == "Paying people fairly"
    for _pressed in range(2):
        response = client.post(URL, typed(themes=[theme.pk], areas=[area.pk]), follow=True)
        assert response.redirect_chain == [("/groups/paying-people/", 302)]
    group = PeerGroup.objects.get()
    assert (group.name, group.meets, group.language, group.joining, group.slug) == (
        "Paying people", "On Tuesdays.", "es", "on-request", "paying-people",
    )  # fmt: skip
    assert ([*group.themes.all()], [*group.areas.all()]) == ([theme], [area])
    refresh(PeerGroup)
    assert Entry.objects.get().title == "Paying people"


def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_lost(client, group, alice):
    client.force_login(alice)
    response = client.post(URL, typed(name="", summary="x" * 301, language="xx", joining="", themes=["999", "x"]))
    form = response.context["form"]
    assert sorted(form.errors) == ["joining", "language", "name", "summary", "themes"]
    assert "We meet." in response.text
    assert PeerGroup.objects.get().name == "Paying people fairly"
    assert "“Paying people fairly”" in response.text


def test_themes_have_their_names_in_the_readers_language(client, group, alice):
    theme = ThemeFactory(name="Money")
    translation = theme.copy_for_translation(Locale.objects.create(language_code="es"))
    translation.name = "Dinero"
    translation.save()
    client.force_login(alice)
    labels = [label for _key, label in client.get(f"/es{URL}").context["form"].fields["themes"].choices]
    assert ("Dinero" in labels, "Money" in labels) == (True, False)
    assert len(labels) == Theme.objects.filter(locale__language_code="en").count()


@pytest.mark.parametrize("who", ["bob", "charlie", "mona"])
def test_nobody_else_does(client, request, group, who):
    person = request.getfixturevalue(who)
    client.force_login(person)
    assert [client.get(URL).status_code, client.post(URL, typed()).status_code] == [404, 404]
    assert "Edit this group" not in client.get("/groups/paying-people/").text
    with pytest.raises(GroupError, match="Only a facilitator"):
        actions.describe(group=group, by=person, themes=[], areas=[], **typed())


def test_who_is_not_signed_in_is_sent_to_do_so(client, group):
    for answer in (client.get(URL), client.post(URL, typed())):
        assert answer.url == f"{reverse('account_login')}?next={URL}"


def test_a_group_that_is_not_there(client, alice):
    client.force_login(alice)
    assert client.get("/groups/none/edit/").status_code == 404
