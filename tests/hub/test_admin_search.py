"""Editors find pages in the admin by Wagtail's own index, which is written when something is saved."""

from tests.factories.hub import StandardPageFactory


def test_a_page_that_was_saved_is_found(client, home, edith, admin_search):
    StandardPageFactory(parent=home, title="Hire of zeppelins", slug="hire")
    StandardPageFactory(parent=home, title="Opening hours", slug="hours")
    client.force_login(edith)
    text = client.get("/admin/pages/search/", {"q": "zeppelins"}).text
    assert "Hire of zeppelins" in text
    assert "Opening hours" not in text
