"""Peer-learning groups: who is in them, and what they talk about among themselves."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from hub.kinds import Kind
from hub.models import Area, Theme
from hub.models.pages import IN_SOURCE_LANGUAGE


class PeerGroupQuerySet(models.QuerySet):
    def open(self):
        """Return the groups that are still going."""
        return self.filter(models.Q(closed_at=None) | models.Q(closed_at__gt=timezone.now()))

    def changeable_by(self, user):
        """Return the groups that `user` may change in the admin: those that they facilitate; administrators all."""
        if user.has_perm("groups.delete_peergroup"):
            return self
        own = Membership.objects.facilitators().filter(user=user.pk)
        return self.filter(pk__in=own.values("group"))

    def with_member_count(self):
        """Annotate `member_count`, the number of active members."""
        members = Membership.objects.active().filter(group=models.OuterRef("pk")).order_by().values("group")
        counted = members.annotate(number=models.Count("pk")).values("number")
        return self.annotate(member_count=Coalesce(models.Subquery(counted), 0))


class PeerGroup(models.Model):
    """A group of peers. Everybody may read what it is for; what is said inside is for its members alone."""

    kind = Kind.GROUP

    class Joining(models.TextChoices):
        OPEN = "open", _("Anyone with an account may join")
        ON_REQUEST = "on-request", _("A facilitator says yes to each person")

    name = models.CharField(_("name"), max_length=100, help_text=_("What people call it."))
    slug = models.SlugField(
        _("address part"), max_length=100, unique=True, help_text=_("The last part of the group's address.")
    )
    summary = models.CharField(_("summary"), max_length=300, help_text=_("One or two plain sentences."))
    description = models.TextField(
        _("what the group does"),
        blank=True,
        max_length=4000,
        help_text=_("Everybody can read it. Plain text; web addresses become links."),
    )
    meets = models.CharField(
        _("when it meets"),
        max_length=160,
        blank=True,
        help_text=_("Such as: first Tuesday of the month, 10am, online."),
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="en")
    joining = models.CharField(_("how to join"), max_length=20, choices=Joining, default=Joining.OPEN)

    themes = models.ManyToManyField(
        Theme, verbose_name=_("themes"), blank=True, related_name="peer_groups", limit_choices_to=IN_SOURCE_LANGUAGE
    )
    areas = models.ManyToManyField(
        Area, verbose_name=_("areas"), blank=True, related_name="peer_groups", limit_choices_to=IN_SOURCE_LANGUAGE
    )

    # Facilitators choose them (`groups.works`); readers see those that everybody may read.
    works_with = models.ManyToManyField(
        Page, verbose_name=_("what the group works with"), blank=True, related_name="peer_groups"
    )

    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    closed_at = models.DateTimeField(
        _("closed at"),
        null=True,
        blank=True,
        help_text=_("From then on nobody can join or post. What was said stays readable for the members."),
    )

    objects = PeerGroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("peer-learning group")
        verbose_name_plural = _("peer-learning groups")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("groups:group", args=[self.slug])

    @property
    def title(self):
        """The name, as cards and covers call it."""
        return self.name

    @property
    def is_closed(self):
        return self.closed_at is not None and self.closed_at <= timezone.now()


class MembershipQuerySet(models.QuerySet):
    def active(self):
        """Return the memberships that let a person in."""
        return self.filter(status=Membership.Status.ACTIVE, user__is_active=True)

    def facilitators(self):
        """Return the active memberships of those who look after their group."""
        return self.active().filter(role=Membership.Role.FACILITATOR)

    def asked(self):
        """Return the requests that wait for a facilitator."""
        return self.filter(status=Membership.Status.ASKED, user__is_active=True)

    def visible_to(self, user):
        """Return the memberships that `user` may know of.

        Who is signed in sees facilitators and themselves; members see one another; facilitators also see who asks.
        """
        if not user.is_authenticated:
            return self.none()
        own = Membership.objects.active().filter(group=models.OuterRef("group"), user=user.pk)
        active, asked = models.Q(status=Membership.Status.ACTIVE), models.Q(status=Membership.Status.ASKED)
        return self.filter(
            models.Q(user=user.pk)
            | (active & models.Q(role=Membership.Role.FACILITATOR))
            | (active & models.Exists(own))
            | (asked & models.Exists(own.facilitators())),
            user__is_active=True,
        )


class Membership(models.Model):
    class Role(models.TextChoices):
        MEMBER = "member", _("Member")
        FACILITATOR = "facilitator", _("Facilitator")

    class Status(models.TextChoices):
        ASKED = "asked", _("Asked to join")
        ACTIVE = "active", _("Member")

    group = models.ForeignKey(PeerGroup, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.MEMBER)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.ACTIVE)
    joined_at = models.DateTimeField(_("joined at"), auto_now_add=True)

    objects = MembershipQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # Wagtail's "usage" screens would tell who is in which group

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [models.UniqueConstraint(fields=["group", "user"], name="one_membership_per_person")]

    def __str__(self):
        return f"{self.user} – {self.group}"

    @property
    def is_active(self):
        return self.status == self.Status.ACTIVE

    @property
    def is_facilitator(self):
        return self.is_active and self.role == self.Role.FACILITATOR


class TopicQuerySet(models.QuerySet):
    def with_post_count(self):
        """Annotate `post_count`, the number of posts that are still there."""
        posts = Post.objects.filter(topic=models.OuterRef("pk"), removed_at=None).order_by().values("topic")
        counted = posts.annotate(number=models.Count("pk")).values("number")
        return self.annotate(post_count=Coalesce(models.Subquery(counted), 0))

    def visible_to(self, user):
        """Return the topics of the groups that `user` is an active member of; none for anybody else, staff included."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(
            models.Exists(Membership.objects.active().filter(group=models.OuterRef("group"), user=user.pk))
        )


class Topic(models.Model):
    """A conversation inside a group; its first post opens it."""

    group = models.ForeignKey(PeerGroup, on_delete=models.CASCADE, related_name="topics")
    title = models.CharField(_("title"), max_length=140)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="topics_started"
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    last_post_at = models.DateTimeField(_("last post at"), auto_now_add=True)

    objects = TopicQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # Wagtail's "usage" screens would show titles to people outside the group

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["-last_post_at", "-pk"]
        indexes = [models.Index(fields=["group", "-last_post_at"])]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("groups:topic", args=[self.group.slug, self.pk])


class PostQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Return the posts in the topics that `user` may read. Removed ones are among them; their text is not shown."""
        return self.filter(topic__in=Topic.objects.visible_to(user))


class Post(models.Model):
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="posts")
    reply_to = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="replies")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="posts")
    text = models.TextField(_("text"), max_length=8000)
    # Set by the form when it is shown, so that sending it twice makes one post.
    submission_key = models.UUIDField(null=True, unique=True, editable=False)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    edited_at = models.DateTimeField(_("edited at"), null=True, blank=True)
    removed_at = models.DateTimeField(_("removed at"), null=True, blank=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = PostQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # Wagtail's "usage" screens would show text to people outside the group

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["created_at", "pk"]
        indexes = [models.Index(fields=["topic", "created_at"])]

    def __str__(self):
        return self.text[:60]

    def get_absolute_url(self):
        return reverse("groups:post", args=[self.topic.group.slug, self.pk])

    @property
    def is_removed(self):
        return self.removed_at is not None

    @property
    def is_removed_by_author(self):
        return self.is_removed and self.removed_by_id is not None and self.removed_by_id == self.author_id
