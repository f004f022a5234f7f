from django.urls import path

import hub.addresses  # noqa: F401  (for <number:pk>)

from . import views

app_name = "members"
urlpatterns = [
    path("me/", views.edit_profile, name="me"),
    path("<number:pk>/", views.show_member, name="member"),
]
