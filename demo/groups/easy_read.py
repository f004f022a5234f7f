"""The group Easy read readers."""

GROUP = {
    "slug": "easy-read-readers",
    "name": "Easy read readers",
    "summary": "We check papers before other people have to read them. If we read it three times, it goes back.",
    "description": "Send us one page. Two of us read it, at least one of us with a learning disability. We tell you "
    "what we understood and what we did not. It takes a week.\n\nWe also talk about pictures, fonts, and words that "
    "should be against the law.",
    "meets": "Every second Monday, 2pm to 3.30pm, The Old Tram Shed and by video",
    "age": 280,
    "themes": "access languages",
    "areas": "haringey london",
    "works_with": "a-meeting-everyone-can-take-part-in your-meeting-in-easy-read",
    "members": "theo nasreen denise rosa lucia amara",
    "topics": [
        (
            "Words that should be against the law",
            ("theo", 140, "I will start. Stakeholder."),
            ("denise", 140, "Titrate."),
            ("nasreen", 139, "Going forward. Where else would I go?"),
            ("lucia", 138, "Hard to reach. We are at the bus stop every morning at five."),
            ("rosa", 138, "Deep dive. Somebody did one into our accounts and came back with nothing."),
            ("theo", 136, "I am making a poster."),
            (
                "amara",
                41,
                "Late to this: 'capacity'. First I have none, then my dad has none, and it is not the same thing.",
            ),
        ),
        (
            "Please check: the leaflet for the spring summit",
            ("rosa", 18, "It is one page, and attached to the event. What can you not follow?"),
            ("theo", 16, "Line 3 has two ideas. 'Capacity' again. The picture of the hand: is it stop, or hello?"),
            ("nasreen", 16, "In Bengali that hand would be rude. Take the door."),
            ("rosa", 15, "Door it is. Line 3 is two lines now. Better?"),
            ("theo", 14, "Yes. I read it once."),
        ),
        (
            "Photographs or drawings?",
            (
                "lucia",
                52,
                "A group near us wants to use photographs of real members in easy read, because drawings feel "
                "childish. What do you think?",
            ),
            (
                "theo",
                51,
                "I like photos if they show the thing. A photo of a meeting does not show 'meeting', it shows six "
                "people and a plant.",
            ),
            (
                "denise",
                50,
                "In the letter we used drawings for the tablets and a photograph of the nurse. That was right, I "
                "think.",
            ),
            ("nasreen", 50, "Ask the people in the photos twice. Once now and once in a year."),
            ("lucia", 48, "That last one goes into our form. Thank you."),
        ),
    ],
}
