"""How case studies are found."""

from search.pages import register_page
from search.registry import leave_out

from .models import CaseStudyIndexPage, CaseStudyPage


def _methods(page):
    return [method.name for method in page.methods.all()]


register_page(
    CaseStudyPage,
    text=["payment_note", "cost", "time_spent", "questions_before_copying"],
    keywords=["organisation", "where", _methods],
    people=lambda page: [page.byline],
    fetch=["methods"],
)
leave_out(CaseStudyIndexPage, because="a list of what is found by itself")
