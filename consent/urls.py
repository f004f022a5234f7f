from django.urls import path

from . import views

app_name = "consent"
urlpatterns = [path("<str:token>/", views.take_back, name="take_back")]
