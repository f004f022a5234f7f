from django.urls import path

from . import views
from .judging import judge_result

app_name = "search"
urlpatterns = [
    path("", views.search, name="search"),
    path("judge/", judge_result, name="judge"),
    path("suggestions/", views.suggest, name="suggest"),
    path("feed.atom", views.follow, {"way": "atom"}, name="atom"),
    path("feed.json", views.follow, {"way": "json_feed"}, name="json_feed"),
    path("feed.csv", views.follow, {"way": "table"}, name="table"),
    path("feed.ics", views.follow, {"way": "calendar"}, name="calendar"),
]
