"""Small things that many templates need."""

from django import template

register = template.Library()
