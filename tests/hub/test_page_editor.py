"""The page editor of the hub stands where Wagtail's stood, and behaves as its neighbours do."""

import pytest

pytestmark = pytest.mark.django_db


def test_it_is_kept_nowhere_as_its_neighbours_are_not(client, home, edith):
    client.force_login(edith)
    editor, history = (client.get(f"/admin/pages/{home.pk}/{view}/") for view in ("edit", "history"))
    assert (editor.status_code, history.status_code) == (200, 200)
    assert editor["Cache-Control"] == history["Cache-Control"]
    assert "no-store" in editor["Cache-Control"]


def test_a_page_that_is_not_there_is_missing_in_the_admin(client, edith):
    client.force_login(edith)
    missing = client.get("/admin/pages/999999/edit/")
    assert missing.status_code == 404
    assert "wagtailadmin/404.html" in [template.name for template in missing.templates]


def test_strangers_are_asked_to_sign_in(client, home, alice):
    address = f"/admin/pages/{home.pk}/edit/"
    assert client.get(address)["Location"].endswith(f"?next={address}")
    client.force_login(alice)
    assert client.get(address).status_code == 302
