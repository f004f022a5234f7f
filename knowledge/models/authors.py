"""Who writes articles: members, and others who wrote something for the library. Each has a page of their own."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from hub.models import BasePage
from stewardship.choosers import member_chooser


class AuthorQuerySet(models.QuerySet):
    def with_page(self):
        """Return the authors whose page may be shown: not those who left the hub."""
        return self.exclude(member__is_active=False)

    def languages(self):
        """Return (author's key, language) for each language in which everybody finds an article of theirs."""
        articles = BasePage.objects.live().public().filter(articlepage__isnull=False).values("pk")
        theirs = ArticleAuthor.objects.filter(article__in=articles, author__in=self)
        return theirs.values_list("author", "article__locale__language_code").order_by().distinct()


class Author(models.Model):
    """Somebody who writes: a member, or a name. What a member says about themselves is theirs to show or not."""

    member = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("member"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="authorship",
        help_text=_("If they are one. Then their name is the one in their profile."),
    )
    name = models.CharField(_("name"), max_length=200, blank=True, help_text=_("If they are not a member."))
    about = models.TextField(
        _("about them"),
        max_length=600,
        blank=True,
        help_text=_("Two or three sentences for everybody to read, if they are not a member and agreed."),
    )
    # Only the member says so, on their page (`actions.authors`).
    shows_profile = models.BooleanField(_("shows what is in the profile"), default=False, editable=False)

    objects = AuthorQuerySet.as_manager()

    panels = [FieldPanel("member", widget=member_chooser.widget_class), "name", "about"]

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name", "member__name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(member=None) & ~models.Q(name="")
                | models.Q(member__isnull=False, name="", about=""),
                name="author_is_member_or_name",
                violation_error_message=_("Choose a member, or write a name and what to say about them: not both."),
            )
        ]

    def __str__(self):
        return str(self.member) if self.member_id else self.name

    def get_absolute_url(self):
        return reverse("authors:author", args=[self.pk])

    def clean(self):
        self.name, self.about = self.name.strip(), self.about.strip()
        if bool(self.member_id) == bool(self.name):
            raise ValidationError({"name": _("Choose a member, or write a name: one of the two.")})
        if self.member_id and self.about:
            raise ValidationError({"about": _("Members say themselves what is shown about them. Leave this empty.")})

    @property
    def has_page(self):
        """Whether their page may be shown. Who has left the hub keeps the name below what they wrote, and no page."""
        return not self.member_id or self.member.is_active

    @property
    def shown_organisation(self):
        return self.member.organisation if self.member_id and self.shows_profile else ""

    @property
    def shown_about(self):
        """What everybody may read about them: a member's own words only if they said so."""
        if self.member_id:
            return self.member.about if self.shows_profile else ""
        return self.about


def authors_of_articles():
    """Return the authors of articles in their order, with what a card shows of them."""
    return ArticleAuthor.objects.select_related("author__member")


def public_articles(language):
    """Return the articles that everybody may read, as a reader of `language` finds them, as plain pages."""
    return BasePage.objects.live().public().filter(articlepage__isnull=False).in_active_language(language)


class ArticleAuthor(Orderable):
    article = ParentalKey("knowledge.ArticlePage", on_delete=models.CASCADE, related_name="authors")
    author = models.ForeignKey(Author, verbose_name=_("author"), on_delete=models.CASCADE, related_name="authorships")

    panels = ["author"]

    class Meta(Orderable.Meta):
        verbose_name = _("author of an article")

    def __str__(self):
        return str(self.author)
