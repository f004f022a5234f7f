"""What views of one's own stories share: getting one of them, and doing something with it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from ..actions import StoryError
from ..models import Story


def own_story(request, pk):
    """Return the story that the reader tells or noted down; 404 for strangers."""
    return get_object_or_404(Story.objects.of(request.user).select_related("page", "photo", "toolkit", "author"), pk=pk)


def do_or_say(request, action, story, done):
    """Say that it is done, or why not, and go to the page of the story."""
    try:
        action()
    except StoryError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return redirect(story)
