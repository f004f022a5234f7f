from django.urls import path

import hub.addresses  # noqa: F401  (for <number:pk>)

from . import views

app_name = "casestudies"
urlpatterns = [
    path("list.csv", views.download_csv, name="csv"),
    path("list.json", views.download_json, name="json"),
    path("share/", views.share, name="share"),
    path("share/keep/", views.keep_story, name="keep"),
    path("share/<number:pk>/", views.edit_story, name="edit_story"),
    path("share/<number:pk>/other/<number:overlap_pk>/", views.choose_overlap, name="choose_overlap"),
    path("share/<number:pk>/photo/remove/", views.remove_photo, name="remove_photo"),
    path("interview/", views.interview, name="interview"),
    path("stories/", views.list_my_stories, name="my_stories"),
    path("stories/<number:pk>/", views.show_story, name="story"),
    path("stories/<number:pk>/answer/", views.answer_question, name="answer"),
    path("stories/<number:pk>/take-back/", views.take_story_back, name="take_back"),
    path("stories/<number:pk>/removal/", views.ask_removal, name="ask_removal"),
    path("stories/<number:pk>/discard/", views.discard_story, name="discard"),
    path("reading/", views.list_stories_to_read, name="reading"),
    path("reading/<number:pk>/", views.read_story, name="read_story"),
    path("reading/<number:pk>/ask/", views.ask_author, name="ask"),
    path("reading/<number:pk>/approve/", views.approve_story, name="approve"),
    path("reading/<number:pk>/decline/", views.decline_story, name="decline"),
]
