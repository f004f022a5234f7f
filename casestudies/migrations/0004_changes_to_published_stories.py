from django.db import migrations, models


def say_what_readers_see(apps, schema_editor):
    """Stories from before: the photograph is among what was sent, and what is published is what was sent last."""
    stories = apps.get_model("casestudies", "Story").objects.exclude(status="draft")
    for story in stories.iterator(chunk_size=200):
        if story.photo_id:
            story.sent_answers["photo"] = story.photo_id
        if story.status == "published":
            story.published_answers = story.sent_answers
        story.save(update_fields=["sent_answers", "published_answers"])


class Migration(migrations.Migration):
    dependencies = [("casestudies", "0003_structure_and_stories")]

    operations = [
        migrations.AddField(
            model_name="story",
            name="published_answers",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="story",
            name="removal_asked_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.RunPython(say_what_readers_see, migrations.RunPython.noop, elidable=True),
    ]
