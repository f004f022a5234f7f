"""How fast the hub is, as a ratio to a Django view that does nothing. See `bench.__main__`."""
