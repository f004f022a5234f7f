"""The articles of the demo, and one draft that is not published yet."""

from tests.factories.knowledge import ArticlePageFactory

from ..markup import stream
from . import news, opinions

ARTICLES = [*opinions.ARTICLES, *news.ARTICLES]


def load(world, library):
    """Publish the articles below `library`."""
    for article in ARTICLES:
        fields = dict(article)
        world.publish(
            ArticlePageFactory,
            parent=library,
            author=world.people[fields.pop("author")] if "author" in fields else None,
            dated_on=world.day(-fields["age"]),
            body=stream(fields.pop("body"), world),
            **fields,
        )
