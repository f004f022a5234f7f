"""The articles of the demo, three of them a series, and one draft that is not published yet."""

from knowledge.models import ArticleBriefing, Author
from tests.factories.knowledge import ArticlePageFactory, ArticleSeriesPageFactory, AuthorFactory

from ..markup import smart, stream
from . import news, opinions, volunteering

ARTICLES = [*opinions.ARTICLES, *news.ARTICLES, *volunteering.ARTICLES]
# Who lets their author page show what they say about themselves.
SHOW_THEMSELVES = ["parveen", "rosa"]


def load(world, library):
    """Publish the articles below `library`."""
    others = {"marguerite": AuthorFactory(**{name: smart(text) for name, text in volunteering.AUTHOR.items()})}
    for article in ARTICLES:
        fields = dict(article)
        names = fields.pop("authors", [fields.pop("author", None)])
        titles = fields.pop("briefings", ())
        if "comments_close" in fields:
            fields["comments_close_on"] = world.day(-fields.pop("comments_close"))
        world.publish(
            ArticlePageFactory,
            parent=library,
            authors=[others.get(name) or world.people[name] for name in names if name],
            briefings=[
                ArticleBriefing(document=world.documents[title], sort_order=number)
                for number, title in enumerate(titles)
            ],
            dated_on=world.day(-fields["age"]),
            body=stream(fields.pop("body"), world),
            **fields,
        )
    world.publish(
        ArticleSeriesPageFactory,
        parent=library,
        articles=[world.pages[article["slug"]] for article in volunteering.ARTICLES],
        **volunteering.SERIES,
    )
    people = [world.people[name] for name in SHOW_THEMSELVES]
    Author.objects.filter(member__in=people).update(shows_profile=True)
