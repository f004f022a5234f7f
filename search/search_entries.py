"""How the pages of `hub` are found. They are told here, because `hub` knows no other room."""

from hub.models import BasePage, HomePage, StandardPage

from .pages import register_page
from .registry import leave_out

register_page(StandardPage, is_to_read_on=False)  # about us, privacy, cookies
leave_out(BasePage, because="what all pages share; nobody writes one")
leave_out(HomePage, because="everybody finds it anyway")
