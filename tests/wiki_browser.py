"""What tests in a browser are handed: `open_page(path, width=…, scheme=…, javascript=…)` gives a page of the wiki."""

from collections.abc import Callable

from playwright.sync_api import Page

Open = Callable[..., Page]

CLIENT = "clients/saimaan-logistiikka/"
PAGES = {
    "home": "",
    "clients": "clients/",
    "client": CLIENT,
    "client-closed": "clients/vihrea-piha/",
    "client-cancelled": "clients/kivikko-kahvila/",
    "client-planned": "clients/metsapuro-juomat/",
    "checklist": f"{CLIENT}payroll-implementer/",
    "agenda-held": f"{CLIENT}meetings/service-production-kickoff/",
    "agenda-planned": f"{CLIENT}meetings/quick-review/",
    "material-request": f"{CLIENT}material-request/",
    "material-request-in-another-language": "clients/fjordlight-games/material-request/",
    "closure": f"{CLIENT}closure/",
    "closure-ready": "clients/kaarna-kirjat/closure/",
    "closing-record": "clients/vihrea-piha/closure/",
    "people": "people/",
    "person": "people/elina-korhonen/",
    "process": "process/",
    "process-role": "process/payroll-implementer/",
    "guides": "guides/",
    "guide": "guides/bank-connections/",
    "checks": "checks/",
    "check": "checks/clo301/",
    "workload": "workload/",
    "calendar": "calendar/",
    "reports": "reports/",
    "new-client": "new-client/",
}
"""A page of each kind, by what it is."""
