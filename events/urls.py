from django.urls import path

from . import views

app_name = "events"
urlpatterns = [
    path("<int:pk>/register/", views.register, name="register"),
    path("<int:pk>/registered/", views.show_registered, name="registered"),
    path("<int:pk>/calendar.ics", views.download_calendar, name="calendar"),
    path("registration/<str:token>/", views.manage, name="manage"),
    path("registration/<str:token>/give-up/", views.give_up_all, name="give-up-all"),
    path("registration/<str:token>/give-up/<int:pk>/", views.give_up, name="give-up"),
    path("registration/<str:token>/calendar.ics", views.download_own_calendar, name="own-calendar"),
]
