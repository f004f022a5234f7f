import pytest
from django.urls import reverse

from comments import actions
from comments.actions import CommentError
from comments.models import PageComment, Report
from tests.factories.comments import PageCommentFactory, ReportFactory

pytestmark = pytest.mark.django_db

URL = "/admin/comments/"


def test_a_moderator_sees_what_waits_and_what_is_reported(client, mona, comment, waiting, toolkit):
    PageCommentFactory(page=toolkit, comment="Nothing wrong here.")
    ReportFactory(comment=comment, reason="It names somebody.")
    client.force_login(mona)
    response = client.get(URL)
    for part in ["pangolin", "Leeds", "It names somebody.", "Ask first"]:
        assert part in response.text
    assert "Nothing wrong here." not in response.text


def test_says_when_there_is_nothing_to_do(client, mona, comment):
    client.force_login(mona)
    assert "Nothing waits for you." in client.get(URL).text


def test_approves(client, mona, waiting):
    client.force_login(mona)
    for _time in range(2):
        response = client.post(reverse("approve_comment", args=[waiting.pk]), follow=True)
        assert "The comment can be read by everybody." in response.text
    assert PageComment.objects.get(pk=waiting.pk).is_public


def test_removes(client, mona, comment):
    ReportFactory(comment=comment)
    client.force_login(mona)
    for _time in range(2):
        response = client.post(reverse("remove_comment", args=[comment.pk]), follow=True)
        assert "The comment is removed." in response.text
    assert PageComment.objects.get(pk=comment.pk).is_removed
    assert not Report.objects.open().exists()


def test_approving_what_another_moderator_removed(client, mona, waiting):
    PageComment.objects.filter(pk=waiting.pk).update(is_removed=True)
    client.force_login(mona)
    response = client.post(reverse("approve_comment", args=[waiting.pk]), follow=True)
    assert "This comment was removed already." in response.text


@pytest.mark.parametrize("name", ["approve_comment", "remove_comment"])
def test_decisions_need_post_and_a_comment(client, mona, waiting, name):
    client.force_login(mona)
    assert client.get(reverse(name, args=[waiting.pk])).status_code == 405
    assert client.post(reverse(name, args=[99999])).status_code == 404


@pytest.mark.parametrize("who", ["anonymous", "member", "editor"])
def test_nobody_else_gets_in(client, bob, edith, waiting, who):
    if who != "anonymous":
        client.force_login({"member": bob, "editor": edith}[who])
    assert client.get(URL).status_code == 302
    assert client.post(reverse("approve_comment", args=[waiting.pk])).status_code == 302
    assert not PageComment.objects.get(pk=waiting.pk).is_public


def test_the_admins_first_page_says_how_many(client, mona, edith, waiting):
    client.force_login(mona)
    text = client.get("/admin/").text
    assert "1 comment <span" in text
    assert URL in text
    client.force_login(edith)
    assert URL not in client.get("/admin/").text


def test_a_comment_whose_page_or_author_is_gone(client, mona, waiting, bob, toolkit):
    toolkit.unpublish()
    bob.delete()
    client.force_login(mona)
    assert "Somebody who has left the hub" in client.get(URL).text


def test_costs_the_same_for_one_and_for_many(client, mona, toolkit, waiting, django_assert_max_num_queries):
    client.force_login(mona)

    def count():
        client.get(URL)
        with django_assert_max_num_queries(25) as queries:
            client.get(URL)
        return len(queries)

    ReportFactory(comment=PageCommentFactory(page=toolkit))
    one = count()
    for _number in range(4):
        ReportFactory(comment=PageCommentFactory(page=toolkit))
    assert count() == one


# Taking a decision back -----------------------------------------------------------------------------------------------


def decided(comment):
    comment.refresh_from_db()
    return comment.is_public, comment.is_removed


def test_what_was_decided_at_one_press_is_taken_back(client, mona, waiting):
    url = f"/admin/comments/{waiting.pk}/"
    client.force_login(mona)
    told = client.post(f"{url}approve/", {"next": "/admin/"}, follow=True).text
    assert f'href="{url}"' in told
    assert 'formaction="' not in client.get(url).text
    assert "Everybody can read it." in client.get(url).text
    client.post(f"{url}remove/")
    assert decided(waiting) == (True, True)
    assert "Put it back" in client.get(url).text
    for _pressed in range(2):
        assert client.post(f"{url}put-back/").url == "/admin/comments/"
        assert decided(waiting) == (True, False)
    client.post(f"{url}remove/")  # once more counts too
    assert decided(waiting) == (True, True)


def test_what_waited_waits_again(client, mona, waiting):
    client.force_login(mona)
    client.post(f"/admin/comments/{waiting.pk}/remove/")
    client.post(f"/admin/comments/{waiting.pk}/put-back/")
    assert decided(waiting) == (False, False)
    assert "It waits for you." in client.get(f"/admin/comments/{waiting.pk}/").text


def test_what_its_author_took_away_stays_away(client, mona, comment):
    actions.remove(comment=comment, by=comment.user)
    client.force_login(mona)
    told = client.post(f"/admin/comments/{comment.pk}/put-back/", follow=True).text
    assert "Its author took it away themselves." in told
    assert decided(comment) == (True, True)


def test_only_moderators_take_back(client, bob, mona, comment):
    client.force_login(bob)
    for path in ("", "put-back/"):
        assert client.get(f"/admin/comments/{comment.pk}/{path}").status_code in (302, 403, 405)
    with pytest.raises(CommentError, match="Only moderators"):
        actions.put_back(comment=comment, by=bob)
    client.force_login(mona)
    assert client.get("/admin/comments/999999/").status_code == 404
    assert client.get(f"/admin/comments/{comment.pk}/put-back/").status_code == 405
