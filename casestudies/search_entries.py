"""How case studies are found."""

from search.pages import register_page
from search.registry import leave_out

from .models import CaseStudyIndexPage, CaseStudyPage

register_page(CaseStudyPage, text=["payment_note"], keywords=["organisation", "where"])
leave_out(CaseStudyIndexPage, because="a list of what is found by itself")
