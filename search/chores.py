"""What the search sees to by itself."""

from datetime import timedelta

from hub.chores import chore

from .asked import forget_questions
from .attachments.mending import mend_attachments

chore(every=timedelta(minutes=15))(mend_attachments)
chore(every=timedelta(days=1))(forget_questions)
