"""What other rooms may listen to."""

from django.dispatch import Signal

# Sent inside the transaction in which somebody took their words, picture or name back, or their consent ended, with
# `consent` and `pages` (plain pages that it was on, their translations included). Whoever keeps copies of those pages,
# such as a ZIP, lets them go.
withdrawn = Signal()
