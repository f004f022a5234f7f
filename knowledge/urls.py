from django.urls import path

import hub.addresses  # noqa: F401  (for <number:pk>)

from . import views

app_name = "knowledge"
urlpatterns = [
    path("<number:pk>/take-away/", views.take_away, name="take-away"),
    path("<number:pk>/follow/", views.follow, name="follow"),
    path("<number:pk>/unfollow/", views.unfollow, name="unfollow"),
    path("<number:pk>/follow/sent/", views.show_asked, name="asked"),
    path("follow/confirm/<str:token>/", views.confirm_following, name="confirm-following"),
    path("follow/end/<str:token>/", views.end_following, name="end-following"),
    path("<number:pk>/tell/", views.send_experience, name="send-experience"),
    path("experiences/<number:pk>/", views.find_experience, name="experience"),
    path("experiences/<number:pk>/take-back/", views.take_back_experience, name="take-back-experience"),
]
