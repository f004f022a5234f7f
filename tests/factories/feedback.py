import uuid

import factory
from factory.django import DjangoModelFactory

from feedback.models import Feedback


class FeedbackFactory(DjangoModelFactory):
    class Meta:
        model = Feedback

    is_useful = False
    words = factory.Faker("sentence")
    submission_key = factory.LazyFunction(uuid.uuid4)
