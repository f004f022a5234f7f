"""Photographs of stories: until a story is published its picture is in nobody's library."""

from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from wagtail.models import Collection, Page, ReferenceIndex

# Collections stand in the order of their names, and Wagtail takes the first for the root: this one comes after “Root”.
DRAFTS = "Unpublished photographs of stories"


def private_collection():
    """Return the collection of pictures that are not published yet, made if there is none.

    It stands beside the root, not below it: what a role may do with files holds for all that is below the root.
    """
    beside_root = Collection.objects.filter(depth=1, name=DRAFTS).order_by("path")
    found = beside_root.first()
    if found:
        return found
    try:
        with transaction.atomic():
            return Collection.add_root(name=DRAFTS)
    except IntegrityError:  # another story made it at the same moment
        return beside_root.get()


def put_in_library(image):
    """Let editors find a picture that is published now."""
    if image.collection_id == private_collection().pk:
        image.collection = Collection.get_first_root_node()
        image.save()


def forget(image, *, story):
    """Delete a picture of a story, unless it was published with it or is used somewhere else."""
    if image is None:
        return
    if story.page_id and story.page.live and image.collection_id != private_collection().pk:
        return  # readers see it
    uses = ReferenceIndex.get_references_to(image)
    if story.page_id:
        pages = ContentType.objects.get_for_model(Page)
        uses = uses.exclude(base_content_type=pages, object_id=str(story.page_id))
    if not uses.exists():
        image.delete()
