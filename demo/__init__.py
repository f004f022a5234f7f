"""The demo: a hub called "Common Thread", as if a city's co-producers had used it for a year. See `demo.loading`."""

from .sign_ins import SIGN_INS

__all__ = ["SIGN_INS", "load"]


def load(out, **options):
    """Load the demo into an empty hub; see `demo.loading.load`."""
    from .loading import load  # the models are there only after the apps are ready

    return load(out, **options)
