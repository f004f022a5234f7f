from django.urls import path

from . import views

app_name = "members"
urlpatterns = [
    path("me/", views.edit_profile, name="me"),
    path("<int:pk>/", views.show_member, name="member"),
]
