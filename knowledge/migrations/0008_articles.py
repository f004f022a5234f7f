"""Series, briefings, and several authors to an article; who wrote one so far stays its author."""

import django.db.models.deletion
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

from members.roles import permissions_of

LONGEST_NAME = 60


def is_name(byline):
    """Tell whether a byline is a name, and not a sentence about somebody."""
    return 0 < len(byline) <= LONGEST_NAME and len(byline.split()) <= 5 and not any(mark in byline for mark in ".,;:!?")


def make_authors(apps, schema_editor):
    """Members who wrote articles become authors; so do bylines that are names, the same name the same author."""
    Author, ArticleAuthor = apps.get_model("knowledge.Author"), apps.get_model("knowledge.ArticleAuthor")
    for article in apps.get_model("knowledge.ArticlePage").objects.order_by("pk").iterator():
        byline = article.byline.strip()
        if article.author_id:
            author, _ = Author.objects.get_or_create(member_id=article.author_id)
        elif is_name(byline):
            author, _ = Author.objects.get_or_create(member=None, name=byline)
        else:
            continue
        ArticleAuthor.objects.create(article=article, author=author, sort_order=0)
    if schema_editor.connection.vendor == "postgresql":
        # What was just written is checked now, so that the table of articles may change in the same transaction.
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        schema_editor.execute("SET CONSTRAINTS ALL DEFERRED")


def bring_back_the_first(apps, schema_editor):
    ArticlePage = apps.get_model("knowledge.ArticlePage")
    rows = apps.get_model("knowledge.ArticleAuthor").objects.exclude(author__member=None)
    for row in rows.select_related("author").order_by("-sort_order", "-pk"):
        ArticlePage.objects.filter(pk=row.article_id).update(author=row.author.member_id)


class Migration(migrations.Migration):

    dependencies = [
        ('hub', '0006_comments_close_on'),
        ('knowledge', '0007_editors_read_experiences'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ArticleSeriesPage',
            fields=[
                ('basepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='hub.basepage')),
                ('introduction', wagtail.fields.StreamField([('heading', 2), ('text', 3), ('quote', 7), ('callout', 10), ('picture', 13), ('file', 16), ('video', 20), ('steps', 25), ('questions', 30), ('table', 33), ('related_pages', 37)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 120}), 1: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('2', 'Main heading'), ('3', 'Heading below a main heading')], 'label': 'Level'}), 2: ('wagtail.blocks.StructBlock', [[('text', 0), ('level', 1)]], {}), 3: ('hub.blocks.text.TextBlock', (), {}), 4: ('wagtail.blocks.TextBlock', (), {'label': 'Quote'}), 5: ('wagtail.blocks.CharBlock', (), {'label': 'Who said it', 'max_length': 120, 'required': False}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Who they are', 'max_length': 160, 'required': False}), 7: ('wagtail.blocks.StructBlock', [[('text', 4), ('who', 5), ('role', 6)]], {}), 8: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('note', 'Good to know'), ('tip', 'Tip'), ('warning', 'Take care')], 'label': 'Kind'}), 9: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'ul'], 'label': 'Text'}), 10: ('wagtail.blocks.StructBlock', [[('tone', 8), ('text', 9)]], {}), 11: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Picture'}), 12: ('wagtail.blocks.CharBlock', (), {'label': 'Caption', 'max_length': 200, 'required': False}), 13: ('wagtail.blocks.StructBlock', [[('picture', 11), ('caption', 12)]], {}), 14: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'label': 'File'}), 15: ('wagtail.blocks.CharBlock', (), {'help_text': "The file's own title is used if this is empty.", 'label': 'Title', 'max_length': 120, 'required': False}), 16: ('wagtail.blocks.StructBlock', [[('document', 14), ('title', 15)]], {}), 17: ('wagtail.blocks.URLBlock', (), {'help_text': 'The page of the film on YouTube or Vimeo.', 'label': 'Address'}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'Title', 'max_length': 120}), 19: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'ul'], 'help_text': 'For people who cannot hear or load it.', 'label': 'What is said', 'required': False}), 20: ('wagtail.blocks.StructBlock', [[('url', 17), ('title', 18), ('transcript', 19)]], {}), 21: ('wagtail.blocks.CharBlock', (), {'label': 'Step', 'max_length': 120}), 22: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'document-link', 'ol', 'ul', 'superscript', 'subscript'], 'label': 'What to do', 'required': False}), 23: ('wagtail.blocks.StructBlock', [[('title', 21), ('text', 22)]], {}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Steps', 'min_num': 1}), 25: ('wagtail.blocks.StructBlock', [[('steps', 24)]], {}), 26: ('wagtail.blocks.CharBlock', (), {'label': 'Question', 'max_length': 200}), 27: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'document-link', 'ol', 'ul', 'superscript', 'subscript'], 'label': 'Answer'}), 28: ('wagtail.blocks.StructBlock', [[('question', 26), ('answer', 27)]], {}), 29: ('wagtail.blocks.ListBlock', (28,), {'label': 'Questions', 'min_num': 1}), 30: ('wagtail.blocks.StructBlock', [[('questions', 29)]], {}), 31: ('wagtail.blocks.CharBlock', (), {'label': 'Text', 'required': False}), 32: ('wagtail.blocks.FloatBlock', (), {'label': 'Number', 'required': False}), 33: ('wagtail.contrib.typed_table_block.blocks.TypedTableBlock', [[('text', 31), ('number', 32)]], {}), 34: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 80, 'required': False}), 35: ('wagtail.blocks.PageChooserBlock', (), {}), 36: ('wagtail.blocks.ListBlock', (35,), {'label': 'Pages', 'max_num': 8, 'min_num': 1}), 37: ('wagtail.blocks.StructBlock', [[('title', 34), ('pages', 36)]], {})}, verbose_name='introduction')),
            ],
            options={
                'verbose_name': 'series of articles',
                'verbose_name_plural': 'series of articles',
            },
            bases=('hub.basepage',),
        ),
        migrations.AlterField(
            model_name='articlepage',
            name='byline',
            field=models.CharField(blank=True, help_text='Who wrote it, if you choose no author, or what to say about them.', max_length=200, verbose_name='byline'),
        ),
        migrations.CreateModel(
            name='ArticleBriefing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('title', models.CharField(blank=True, help_text="The document's own title is shown if this is empty.", max_length=160, verbose_name='title')),
                ('article', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='briefings', to='knowledge.articlepage')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='hub.hubdocument', verbose_name='document')),
            ],
            options={
                'verbose_name': 'briefing',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Author',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, help_text='If they are not a member.', max_length=200, verbose_name='name')),
                ('about', models.TextField(blank=True, help_text='Two or three sentences for everybody to read, if they are not a member and agreed.', max_length=600, verbose_name='about them')),
                ('shows_profile', models.BooleanField(default=False, editable=False, verbose_name='shows what is in the profile')),
                ('member', models.OneToOneField(blank=True, help_text='If they are one. Then their name is the one in their profile.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='authorship', to=settings.AUTH_USER_MODEL, verbose_name='member')),
            ],
            options={
                'verbose_name': 'author',
                'verbose_name_plural': 'authors',
                'ordering': ['name', 'member__name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ArticleAuthor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('article', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='authors', to='knowledge.articlepage')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='authorships', to='knowledge.author', verbose_name='author')),
            ],
            options={
                'verbose_name': 'author of an article',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SeriesPart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='series_parts', to='knowledge.articlepage', verbose_name='article')),
                ('series', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='knowledge.articleseriespage')),
            ],
            options={
                'verbose_name': 'part of a series',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='author',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('member', None), models.Q(('name', ''), _negated=True)), models.Q(('about', ''), ('member__isnull', False), ('name', '')), _connector='OR'), name='author_is_member_or_name', violation_error_message='Choose a member, or write a name and what to say about them: not both.'),
        ),
        migrations.RunPython(make_authors, bring_back_the_first),
        migrations.RemoveField(
            model_name='articlepage',
            name='author',
        ),
        migrations.RunPython(permissions_of("knowledge"), migrations.RunPython.noop),
    ]
