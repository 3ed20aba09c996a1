"""Where the wiki has the calendars that people subscribe to: paths from the root of a language's docs."""

FIRM_FEED = "calendar.ics"


def person_feed_path(person: str) -> str:
    return f"people/{person}/calendar.ics"


def client_feed_path(client: str) -> str:
    return f"clients/{client}/calendar.ics"
