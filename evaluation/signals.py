"""What happens by itself when a questionnaire is published."""

from wagtail.signals import published

from . import actions
from .models import Questionnaire


def start_listening():
    """Watch for questionnaires that are published. Called when the apps are ready."""
    published.connect(_questionnaire_published, sender=Questionnaire, dispatch_uid="evaluation-freeze")


def _questionnaire_published(instance, **kwargs):
    actions.freeze(questionnaire=instance)
