"""The pages of those who write articles."""

from django.urls import path

import hub.addresses  # noqa: F401  (for <number:pk>)

from . import views

app_name = "authors"
urlpatterns = [
    path("<number:pk>/", views.show_author, name="author"),
    path("<number:pk>/profile/", views.show_profile, name="show-profile"),
]
