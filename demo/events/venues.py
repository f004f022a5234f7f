"""Where the events are held. All four are made up; so are their addresses."""

from tests.factories.events import VenueAccessFeatureFactory, VenueFactory

from ..markup import smart

# Short name: (name, address, area, getting there, features with their notes)
VENUES = {
    "weavers-hall": (
        "Weavers' Hall",
        "21 Loom Street\nLondon SE15",
        "southwark",
        "The stop Loom Street, on level pavement, is right outside. The nearest station is seven minutes away and "
        "has stairs; from the next one along the line, which has lifts, it is eleven. The door is the blue one, at "
        "street level. Ring Joanna from the stop if you would like to be met.",
        {
            "step-free": "The blue door, the same for everybody",
            "lift": "To both floors; 110 cm wide inside",
            "wide-doors": "",
            "accessible-toilet": "One on each floor; key hangs beside the door",
            "changing-places": "Ground floor, with a hoist",
            "hearing-loop": "In the hall, tested on the morning of each event",
            "quiet-room": "Upstairs, the room with the plants",
            "prayer-room": "Next to the quiet room",
            "blue-badge": "Two bays in Loom Street; tell us and we put a cone there",
            "assistance-dogs": "Water by the door",
            "baby-changing": "",
        },
    ),
    "reading-rooms": (
        "Canning Town Reading Rooms",
        "4 Ropewalk Place\nLondon E16",
        "newham",
        "Nine minutes on level pavement from the station, which has lifts to all platforms. The ramp is at the side, "
        "in Ropewalk Place; the steps in front lead to the same lobby.",
        {
            "step-free": "By the ramp at the side; ring the bell and somebody comes",
            "accessible-toilet": "Ground floor",
            "hearing-loop": "A portable one; please ask for it",
            "assistance-dogs": "",
            "baby-changing": "",
        },
    ),
    "tram-shed": (
        "The Old Tram Shed",
        "60 Depot Road\nLondon N17",
        "haringey",
        "Four minutes from the station, by the stairs. Step-free: take the bus to the stop Depot Road, then straight "
        "on. The yard has cobbles; there is a smooth path along the left-hand wall.",
        {
            "step-free": "Follow the smooth path on the left",
            "wide-doors": "",
            "accessible-toilet": "Left of the stage",
            "quiet-room": "The old ticket office. Small, with a door that shuts",
            "assistance-dogs": "",
        },
    ),
    "community-house": (
        "Willesden Community House",
        "112 Orchard Lane\nLondon NW10",
        "brent",
        "The nearest station has no lift. The bus from the one that has takes twenty minutes to the stop Orchard "
        "Lane. We pay for a taxi if that is too far; say so when you take your place.",
        {
            "step-free": "Front door",
            "lift": "To the first floor only",
            "accessible-toilet": "First floor",
            "hearing-loop": "First-floor hall",
            "prayer-room": "Second floor, by the stairs only",
            "blue-badge": "One bay behind the house",
            "baby-changing": "",
        },
    ),
}


def load(world):
    """Make the venues, by short names in `world.venues`."""
    for short, (name, address, area, getting_there, features) in VENUES.items():
        venue = VenueFactory(
            name=smart(name),
            address=smart(address),
            area=world.areas[area],
            getting_there=smart(getting_there),
        )
        for number, (feature, note) in enumerate(features.items()):
            VenueAccessFeatureFactory(venue=venue, feature=feature, note=smart(note), sort_order=number)
        world.venues[short] = venue
