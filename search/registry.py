"""Where each room says how its nouns become search entries, and who belongs to which audience."""

_audience_rules = []


def register_audience(rule):
    """Register `rule(user)`, which returns the names of audiences that the user belongs to, and return it."""
    _audience_rules.append(rule)
    return rule


def audiences_of(user):
    """Return the names of all audiences that `user` belongs to, besides the public one."""
    return [name for rule in _audience_rules for name in rule(user)]
