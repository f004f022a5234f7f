"""Who can sign in to the demo: one person of each role. For the demo only; nobody else has a known password."""

SIGN_INS = [
    ("editor", "rosa@example.org", "thread-rosa-edits"),
    ("moderator", "farah@example.org", "thread-farah-moderates"),
    ("facilitator", "winston@example.org", "thread-winston-hosts"),
    ("event organiser", "joanna@example.org", "thread-joanna-organises"),
    ("administrator", "tom@example.org", "thread-tom-administers"),
    ("member", "amara@example.org", "thread-amara-reads"),
]
