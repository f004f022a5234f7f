from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _

from . import page_cache


class HubConfig(AppConfig):
    name = "hub"
    verbose_name = _("Hub")

    def ready(self):
        from . import housekeeping, visibility  # noqa: F401 (they need the models)

        page_cache.start_watching()
        visibility.start_watching()
        autodiscover_modules("chores")  # what must happen by itself
        autodiscover_modules("home")  # what each room shows on the home page
        autodiscover_modules("today")  # what waits for editors
        autodiscover_modules("uses")  # what uses a page
