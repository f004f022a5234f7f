"""Old addresses, and links between what is brought in."""

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from knowledge.models import ResourcePage
from tests.factories.hub import StandardPageFactory

from .importing import body, told


def test_old_addresses_lead_to_the_page(folder, client):
    folder.write(
        "a.md",
        "---\ntitle: A\npermalink: /discover/a/\nredirect_from:\n  - /a-old/\n  - https://x.example/a-older/?q=1\n---\nx",
    )
    folder.run()
    for address in ("/discover/a/", "/a-old", "/a-older/"):
        response = client.get(address)
        assert (response.status_code, response["Location"]) == (301, "/library/a/")


def test_old_addresses_that_are_taken_are_told(folder, home, client):
    about = StandardPageFactory(parent=home, title="About", slug="about")
    Redirect.objects.create(old_path="/taken", redirect_page=about)
    folder.write("a.md", "---\ntitle: A\nredirect_from: [/about/, /taken/, /library/a/, /both/]\n---\nx")
    folder.write("b.md", "---\ntitle: B\nredirect_from: [/both/, '/{{ x }}/', '/:year/b/']\n---\nx")
    lines = folder.run()
    assert [note for note in told(lines, "a.md")[1] if "licence" not in note] == [
        "no redirect from /about: “About” has that address",
        "no redirect from /taken: there is one to another place already",
    ]
    assert [note for note in told(lines, "b.md")[1] if "licence" not in note] == [
        "old address left out: /{{ x }}/",
        "old address left out: /:year/b/",
        "old address left out: /both is that of a.md",
    ]
    assert sorted(Redirect.objects.values_list("old_path", flat=True)) == ["/both", "/taken"]
    assert client.get("/library/a/").status_code == 200


def test_links_between_files_become_links_between_pages(folder, home):
    about = StandardPageFactory(parent=home, title="About", slug="about")
    PageViewRestriction.objects.all().delete()
    folder.card("b.md", title="B", permalink="/discover/b/")
    folder.card("sub/c.md", title="C")
    folder.write(
        "a.md",
        "---\ntitle: A\npermalink: /decide/a/\n---\n"
        "[1](b.md) [2](sub/c.md#part) [3]({{site.baseurl}}/discover/b/) [4](/discover/b#x) [5](../../discover/b/) "
        "[6]({% link _methods/b.md %}) [7](/about/) [8](https://example.org/x) [9](mailto:a@example.org) [10](#here) "
        "[11](missing.md) [12](/nowhere/) <a href='javascript:alert(1)'>13</a> [14](//cdn.example/x) "
        "[15](../../../etc/passwd)",
    )
    lines = folder.run()
    page = ResourcePage.objects.get(title="A")
    b, c = ResourcePage.objects.get(title="B").pk, ResourcePage.objects.get(title="C").pk
    text = body(page)[0][1]
    for number in (1, 3, 4, 5, 6):
        assert f'<a linktype="page" id="{b}">{number}</a>' in text
    assert f'<a linktype="page" id="{c}">2</a>' in text
    assert f'<a linktype="page" id="{about.pk}">7</a>' in text
    assert '<a href="https://example.org/x">8</a> <a href="mailto:a@example.org">9</a> <a href="#here">10</a>' in text
    assert text.endswith(' 11 12 13 <a href="https://cdn.example/x">14</a> 15</p>')
    notes = told(lines, "a.md")[1]
    assert "link taken away: missing.md leads nowhere" in notes
    assert "link taken away: /nowhere/ leads nowhere" in notes
    assert "link taken away: ../../../etc/passwd (it leaves the folder)" in notes
    assert "template tag removed: {{site.baseurl}}" in notes
    assert folder.run()[-1] == "made 0, changed 0, unchanged 3, skipped 0"


def test_a_link_to_a_file_that_cannot_be_used_becomes_text(folder):
    folder.card("a.md", title="A", body="See [b](b.md).")
    folder.write("b.md", "no front matter")
    assert "link taken away: b.md" in " ".join(told(folder.run(), "a.md")[1])
    folder.card("b.md", title="B")
    assert folder.run()[-1] == "made 1, changed 1, unchanged 0, skipped 0"
