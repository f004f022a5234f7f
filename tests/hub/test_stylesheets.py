"""The stylesheet: one file, compressed, kept for ever under its fingerprint."""

import gzip

from hub.stylesheets import stylesheet, stylesheet_url


def test_is_compressed_and_kept_under_its_fingerprint(client):
    response = client.get(stylesheet_url(), headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(response.content).decode() == stylesheet()[0]
    assert len(response.content) < 12_000
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"


def test_an_old_fingerprint_gets_the_newest_text_and_is_not_kept(client):
    response = client.get("/css/000000000000.css")
    assert response.content.decode() == stylesheet()[0]
    assert response["Cache-Control"] == "no-cache"


def test_anything_else_is_not_found(client, db):
    assert client.get("/css/nope.css").status_code == 404
