"""What must be out of sight at once: whoever takes words or pictures out of pages says it here, and rooms that keep
copies of them let them go in the same transaction."""

from django.dispatch import Signal

# Sent inside the transaction with `pages`: plain pages, out of which something was taken that nobody may see any more;
# and with `without`, a function (text, language code) that returns a text of theirs without it.
taken_out = Signal()
