"""What was asked, what editors did about it, promoted results, and how good results are."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("search", "0003_ranking"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="synonyms",
            name="language",
            field=models.CharField(
                choices=[("en", "English"), ("es", "Spanish"), ("ar", "Arabic")],
                default="en",
                help_text="The language that these words are in.",
                max_length=10,
                verbose_name="language",
            ),
        ),
        migrations.AlterField(
            model_name="synonyms",
            name="words",
            field=models.TextField(
                help_text="One on each line, such as “steering committee” and “advisory group”. Whoever asks with one of them finds what says another. Singular and plural count as the same.",
                verbose_name="words for the same thing",
            ),
        ),
        migrations.CreateModel(
            name="AskedQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=200, verbose_name="question")),
                ("group", models.CharField(max_length=400)),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("es", "Spanish"), ("ar", "Arabic")],
                        max_length=10,
                        verbose_name="language",
                    ),
                ),
                ("day", models.DateField(verbose_name="day")),
                ("times", models.PositiveIntegerField(default=1, verbose_name="times asked")),
                ("results", models.PositiveIntegerField(default=0, verbose_name="results")),
                ("covered", models.PositiveSmallIntegerField(default=0, verbose_name="covered, in percent")),
                ("was_corrected", models.BooleanField(default=False, verbose_name="was corrected")),
            ],
            options={
                "verbose_name": "question that was asked",
                "verbose_name_plural": "questions that were asked",
                "permissions": [("tend_search", "Can see what was asked, and look after the search")],
                "indexes": [
                    models.Index(fields=["group", "language", "day"], name="search_aske_group_4a310d_idx"),
                    models.Index(fields=["day"], name="search_aske_day_4ec7df_idx"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("text", "language", "day"), name="one_row_per_question_and_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("group", models.CharField(max_length=400)),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("es", "Spanish"), ("ar", "Arabic")],
                        max_length=10,
                        verbose_name="language",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("synonym", "Words for the same thing"),
                            ("promoted", "A promoted result"),
                            ("page", "A page was written"),
                            ("note", "Not for us"),
                            ("other", "Answered in another way"),
                        ],
                        help_text="So that others need not look into it again.",
                        max_length=10,
                        verbose_name="what was done",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="For other editors, such as why this is not for us. At most 500 characters.",
                        max_length=500,
                        verbose_name="note",
                    ),
                ),
                ("answered_at", models.DateTimeField(verbose_name="answered at")),
                ("results_before", models.PositiveIntegerField(default=0)),
                ("covered_before", models.PositiveSmallIntegerField(default=0)),
                ("asked_that_day", models.PositiveIntegerField(default=0)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answered by",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer to a question",
                "verbose_name_plural": "answers to questions",
                "constraints": [models.UniqueConstraint(fields=("group", "language"), name="one_answer_per_group")],
            },
        ),
        migrations.CreateModel(
            name="Judgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("question", models.CharField(max_length=200, verbose_name="question")),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("es", "Spanish"), ("ar", "Arabic")],
                        max_length=10,
                        verbose_name="language",
                    ),
                ),
                ("thing_id", models.PositiveBigIntegerField()),
                (
                    "grade",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Does not answer it"),
                            (1, "Touches it"),
                            (2, "Answers a good part"),
                            (3, "Just what was asked"),
                        ],
                        verbose_name="grade",
                    ),
                ),
                ("judged_at", models.DateTimeField(auto_now=True, verbose_name="judged at")),
                (
                    "judged_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="judged by",
                    ),
                ),
                (
                    "thing_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="contenttypes.contenttype"
                    ),
                ),
            ],
            options={
                "verbose_name": "judgement of a result",
                "verbose_name_plural": "judgements of results",
                "ordering": ["-judged_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("question", "language", "thing_type", "thing_id", "judged_by"),
                        name="one_judgement_per_person",
                    ),
                    models.CheckConstraint(condition=models.Q(("grade__lte", 3)), name="grade_is_0_to_3"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PromotedResult",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "phrases",
                    models.TextField(
                        help_text="One on each line. It is shown for a question that has all words of a line, in this order; other words may stand between them. “pay people” fits “how do we pay young people”, and not “people who pay”.",
                        verbose_name="questions",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("es", "Spanish"), ("ar", "Arabic")],
                        default="en",
                        help_text="It is shown to readers of this language.",
                        max_length=10,
                        verbose_name="language",
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True,
                        help_text="Instead of a page: an address that begins with https://, or with / for one of this hub.",
                        max_length=500,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A(?:https?://[^\\s/]+\\.[^\\s]+|/(?![/\\\\])[^\\s]*)\\Z",
                                "Write an address that begins with https://, or with / for one of this hub.",
                            )
                        ],
                        verbose_name="another address",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="What the link says. A page has its own title; another address needs one.",
                        max_length=120,
                        verbose_name="title",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="At most 300 characters. Without a page or address it is shown alone, above the results.",
                        max_length=300,
                        verbose_name="note for readers",
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(blank=True, help_text="Empty: from now on.", null=True, verbose_name="first day"),
                ),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="Empty: until somebody ends it.", null=True, verbose_name="last day"
                    ),
                ),
                (
                    "sort_order",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Where several fit a question, small numbers come first. Three are shown.",
                        verbose_name="order",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown only while it is published, and only to those who may read it.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.page",
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "promoted result",
                "verbose_name_plural": "promoted results",
                "ordering": ["sort_order", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_on", None),
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="promotion_ends_after_it_starts",
                        violation_error_message="The last day is before the first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("page", None), ("address", ""), _connector="OR"),
                        name="promotion_has_one_target",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("page__isnull", False),
                            models.Q(("address", ""), _negated=True),
                            models.Q(("note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="promotion_shows_something",
                    ),
                ],
            },
        ),
    ]
