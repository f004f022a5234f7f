"""The demo in Spanish and Arabic."""


def load(world, locales):
    pass
