"""An e-mail address can't be right.

It needs one `@`, a name before it and a domain with a dot after it, and no spaces. Material requests are sent to it.

To mend it, correct the address, or leave `email` out until it's known.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.rules.case import Case
from aloitus.rules.email_address import is_plausible

KIND = FindingKind(
    "VAL238",
    "contact-email",
    Severity.WARNING,
    __doc__,
    failing=Example("""\
contacts:
  - {name: Sanna Saha, email: sanna(at)kuusipuu.example}
"""),
    passing=Example("""\
contacts:
  - {name: Sanna Saha, email: sanna@kuusipuu.example}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    for number, contact in enumerate(case.client.contacts):
        if contact.email is not None and not is_plausible(contact.email):
            yield KIND.at(case.at("contacts", number, "email"), email=contact.email, person=contact.name)
