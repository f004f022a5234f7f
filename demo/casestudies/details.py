"""What the case studies of the demo say besides their story: how large, how, for how much, and how one knows."""

METHODS = {
    "shared-meals": "Shared meals",
    "panel-with-a-vote": "A panel with a vote",
    "walking-round": "Walking round together",
    "writing-together": "Writing together",
    "peer-research": "Peer research",
    "exchange": "Exchange of time and things",
}

# Slug: what is added to the case study.
DETAILS = {
    "a-repairs-panel-that-could-stop-the-work": {
        "scale": "place",
        "methods": "panel-with-a-vote walking-round",
        "cost": "About £9,000 in fees over the year, and a room.",
        "time_spent": "One evening a month for tenants, half a day a week for one officer.",
        "how_we_know": "The council publishes complaints by block. We put the two years side by side.",
        "advice": "Get it in writing that you can stop the work, before you look at the first door.",
        "contact": "Bernadette, through the tenants' association",
    },
    "carers-wrote-the-discharge-letter": {
        "scale": "organisation",
        "methods": "writing-together",
        "cost": "£2,150, nearly all of it fees.",
        "time_spent": "Six evenings, and a doctor's Friday afternoons.",
        "how_we_know": "The ward counted the calls in the week after people went home, before and since.",
        "advice": "Read it aloud to somebody who has just come off a night shift.",
    },
    "young-people-marked-our-bids": {
        "scale": "organisation",
        "methods": "panel-with-a-vote",
        "time_spent": "Four Saturdays.",
        "how_we_know": "We asked all that applied, also those who got nothing.",
    },
    "the-food-network-that-stopped-counting-parcels": {
        "scale": "region",
        "methods": "peer-research shared-meals",
        "cost": "£14,000 for a year, of which £8,000 went to peer researchers.",
        "how_we_know": "Eleven peer researchers asked 140 people the same three questions twice.",
    },
    "the-desk-in-the-library": {
        "scale": "place",
        "methods": "exchange",
        "cost": "£6,400 a year, and the desk for nothing.",
        "time_spent": "Two mornings a week.",
        "how_we_know": "A notebook: who came, whom they met, and whether they were still there after three months.",
    },
    "forty-halls-and-one-diary": {
        "scale": "region",
        "methods": "exchange",
        "cost": "£300 a year for the diary.",
        "time_spent": "A winter to begin with, an hour a week since.",
        "how_we_know": "Empty evenings, counted hall by hall in February, two years running.",
        "advice": "Begin with the caretakers. They have the keys.",
    },
    "a-time-bank-that-nobody-drew-from": {
        "scale": "place",
        "methods": "exchange",
        "cost": "£11,000, and a website that nobody used.",
        "time_spent": "Fourteen months.",
        "how_we_know": "The ledger. 412 hours went in, 19 came out.",
        "advice": "Let people ask for something before you let them give.",
    },
    "the-gym-that-asked-what-keeps-people-out": {
        "scale": "organisation",
        "methods": "walking-round",
        "time_spent": "Three evenings.",
        "how_we_know": "The manager counts who joins; I count who still goes.",
    },
    "my-first-paid-meeting": {"scale": "group", "methods": "panel-with-a-vote"},
    "rice-on-notes-out": {
        "scale": "place",
        "methods": "shared-meals",
        "cost": "£38 a week for food.",
        "time_spent": "Every Wednesday; twenty minutes of it for the health centre.",
        "how_we_know": "The notebook says what we asked for and on which Wednesday we heard back.",
        "advice": "Do not call it a meeting.",
        "byline": "Nasreen",
    },
}
