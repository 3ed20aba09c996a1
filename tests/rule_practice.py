"""The practice that the rules' examples change a little: a small process, its people, three clients without a finding.

An example is the whole text of a client's file when it begins with `name:`, and else is laid over the file: over the
closed client where it sets `status: closed`, over the active one otherwise.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from aloitus.findings import Example, Finding
from aloitus.loading.practice import LoadedPractice, load_practice
from aloitus.plan.build import plan_client
from aloitus.rules.case import Case
from aloitus.rules.firm.client_extract import extract
from aloitus.rules.process.process_case import PeopleCase, ProcessCase
from aloitus.rules.run import check_client, check_firm, check_people, check_process, check_unplanned, without_echoes
from builders import finland

TODAY = date(2026, 5, 15)
EXAMPLE_FILE = "clients/esimerkki.yaml"
GUIDES = dict.fromkeys(("fi", "en"), ("setting-up-an-engagement", "know-your-client"))

FIRM = """\
name: Esimerkkitilit Oy
languages: [fi, en]
"""

PEOPLE = """\
liisa-laine: {name: Liisa Laine, email: liisa@esimerkkitilit.example, roles: [project-manager], handle: liisalaine}
pekka-sijainen: {name: Pekka Sijainen, roles: [project-manager]}
matti-makinen: {name: Matti Mäkinen, roles: [accountant]}
tiina-tuki: {name: Tiina Tuki, roles: [support-services]}
palle-palkka: {name: Palle Palkka, roles: [payroll-implementer]}
eeva-esihenkilo: {name: Eeva Esihenkilö, roles: [supervisor, accountant, project-manager], handle: eevae}
olli-lahtenyt: {name: Olli Lähtenyt, roles: [accountant, supervisor, support-services], left: 2026-03-31}
"""

PROCESS = """\
title: {fi: Uuden asiakkaan käyttöönotto, en: New client onboarding}
dates:
  agreement_signed: {title: {fi: Sopimus allekirjoitettu, en: Agreement signed}}
  service_start: {title: {fi: Palvelutuotanto alkaa, en: Production starts}}
  first_payday: {title: {fi: Ensimmäinen palkkapäivä, en: First payday}, default: end of month of service_start}
  software_training: {title: {fi: Ohjelmistokoulutus, en: Software training}}
services:
  bookkeeping: {title: {fi: Kirjanpito, en: Bookkeeping}, lead: accountant}
  payroll: {title: {fi: Palkanlaskenta, en: Payroll}, lead: payroll-implementer}
facts:
  vat-liable: {title: {fi: Alv-velvollinen, en: Liable for VAT}}
phases:
  start: {title: {fi: Aloitus, en: Start}}
  closing: {title: {fi: Päättäminen, en: Closing}}
roles:
  supervisor: {title: {fi: Esihenkilö, en: Supervisor}}
  project-manager: {title: {fi: Projektipäällikkö, en: Project manager}}
  accountant: {title: {fi: Kirjanpitäjä – asiakasvastaava, en: Accountant – client manager}}
  payroll-implementer: {title: {fi: Palkkojen käyttöönottaja, en: Payroll implementer}, when: {services: [payroll]}}
  support-services: {title: {fi: Tukipalvelut, en: Support services}}
responsibilities:
  deliver-receipts: {title: {fi: Tositteiden toimitus, en: Delivering receipts}, side: client}
tasks:
  open-engagement:
    title: {fi: Perusta toimeksianto, en: Set up the engagement}
    phase: start
    role: support-services
    due: agreement_signed + 2 workdays
    guide: setting-up-an-engagement
    evidence: {fi: Toimeksiannon numero, en: Engagement number}
  identify-client:
    title: {fi: Tunnista asiakas, en: Identify the client}
    phase: start
    role: accountant
    due: agreement_signed
    gate: start
    guide: know-your-client
    evidence: {fi: Todentamispäivä, en: Day of verification}
    waivable: false
  agree-bank-authorisations:
    title: {fi: Sovi pankkivaltuutukset, en: Agree bank authorisations}
    phase: start
    role: support-services
    due: service_start - 10 workdays
    after: [open-engagement]
  run-parallel-payroll:
    title: {fi: Tee rinnakkaispalkkalaskenta, en: Run payroll in parallel}
    phase: start
    role: payroll-implementer
    when: {services: [payroll]}
    due: service_start - 5 workdays
    gate: start
  hold-internal-kickoff:
    title: {fi: Pidä sisäinen aloituspalaveri, en: Hold the internal kickoff}
    phase: start
    role: project-manager
    due: agreement_signed + 5 workdays
    fulfilled_by: meetings.internal-kickoff
    waivable: false
  hold-quick-review:
    title: {fi: Pidä pikapalaveri, en: Hold the quick review}
    phase: closing
    role: project-manager
    due: service_start + 4 months
    fulfilled_by: meetings.quick-review
    evidence: {fi: Muistio, en: Minutes}
    waivable: false
  invoice-onboarding-work:
    title: {fi: Laskuta käyttöönoton työt, en: Invoice the onboarding work}
    phase: closing
    role: project-manager
    due: service_start + 1 month
    fulfilled_by: invoicing.items
    waivable: false
  confirm-all-work-invoiced:
    title: {fi: Varmista laskutus, en: Confirm invoicing}
    phase: closing
    role: project-manager
    due: service_start + 4 months
    fulfilled_by: invoicing.uninvoiced
    waivable: false
  close-service-in-erp:
    title: {fi: Sulje palvelu toiminnanohjausjärjestelmässä, en: Close the service in the ERP}
    phase: closing
    role: project-manager
    due: service_start + 4 months
    fulfilled_by: closure.erp_closed
    waivable: false
meetings:
  internal-kickoff:
    title: {fi: Sisäinen aloituspalaveri, en: Internal kickoff}
    due: agreement_signed + 5 workdays
    duration: 60
    chair: project-manager
    agenda: [{title: {fi: Sopimus, en: Agreement}, duration: 30}]
  quick-review:
    title: {fi: Käyttöönoton pikapalaveri, en: Onboarding quick review}
    due: service_start + 4 months
    window: {earliest: service_start + 3 months, latest: service_start + 7 months}
    duration: 30
    chair: project-manager
    agenda: [{title: {fi: Kuinka on mennyt, en: How it went}, duration: 30, when: {facts: [vat-liable]}}]
gates:
  start: {title: {fi: Palvelutuotanto voidaan aloittaa, en: Production can start}, day: service_start}
  closure: {criteria: [all-tasks-final, {meeting-held: quick-review}, work-invoiced, closed-in-erp]}
approvals:
  waiver: [supervisor]
  write-off: [supervisor]
  policy: [supervisor]
  date-moved: [supervisor]
  service-removed: [supervisor]
  fact-removed: [supervisor]
  late-review: [supervisor]
  reopened: [supervisor]
  cancelled: [supervisor]
  imported: [supervisor]
  purged: [supervisor]
"""

ACTIVE = """\
name: Kuusipuun Saha Oy
business_id: 9000012-6
process: client-onboarding
status: active
group: kuusipuu
services: [bookkeeping, payroll]
facts: [vat-liable]
dates: {agreement_signed: 2026-04-20, service_start: 2026-06-01}
team:
  project-manager: [liisa-laine, pekka-sijainen]
  accountant: matti-makinen
  payroll-implementer: palle-palkka
  support-services: tiina-tuki
contacts: [{name: Sanna Saha, email: sanna@kuusipuu.example}]
tasks:
  identify-client: {status: done, date: 2026-04-20, by: matti-makinen, evidence: Todennettu tuntemisjärjestelmään}
"""

CLOSED = """\
name: Honkalinna Oy
business_id: 9000013-4
process: client-onboarding
status: closed
group: kuusipuu
services: [bookkeeping, payroll]
dates: {agreement_signed: 2025-10-20, service_start: 2025-12-01, service_started: 2025-12-01}
team:
  project-manager: [liisa-laine, pekka-sijainen]
  accountant: matti-makinen
tasks:
  open-engagement: {status: done, date: 2025-10-22, by: tiina-tuki, evidence: Toimeksianto 10111}
  identify-client: {status: done, date: 2025-10-20, by: matti-makinen, evidence: Todennettu tuntemisjärjestelmään}
  agree-bank-authorisations: {status: done, date: 2025-11-20, by: tiina-tuki}
  run-parallel-payroll:
    status: not-applicable
    reason: Ei aiempia palkkoja
    by: liisa-laine
    approved_by: eeva-esihenkilo
meetings:
  internal-kickoff: {status: held, date: 2025-10-27, participants: [liisa-laine, matti-makinen]}
  quick-review:
    status: held
    date: 2026-04-02
    participants: [liisa-laine, matti-makinen]
    minutes: https://intra.example/muistiot/10111-3
invoicing:
  items:
    onboarding-project: {work: Käyttöönottoprojekti, status: invoiced, invoice: "20300", date: 2025-12-31}
  uninvoiced: {rows: 0, checked: 2026-04-29, by: liisa-laine}
closure: {date: 2026-04-30, by: liisa-laine, erp_closed: 2026-04-30}
"""

OTHER = """\
name: Hietalan Huonekalu Oy
business_id: 9000020-6
process: client-onboarding
status: active
services: [bookkeeping]
dates: {agreement_signed: 2026-04-20, service_start: 2026-06-01}
team: {project-manager: liisa-laine}
invoicing:
  items:
    onboarding-project: {work: Käyttöönottoprojekti, status: invoiced, invoice: "20777", date: 2026-05-04}
"""

PROCESS_FILE = "templates/processes/client-onboarding.yaml"
FILES = {
    "templates/firm.yaml": FIRM,
    "templates/people.yaml": PEOPLE,
    PROCESS_FILE: PROCESS,
    "clients/honkalinna.yaml": CLOSED,
    "clients/hietalan-huonekalu.yaml": OTHER,
}


@dataclass(frozen=True)
class Judged:
    """What a check of a practice's files found, the reader's findings first."""

    practice: LoadedPractice
    findings: tuple[Finding, ...]

    def codes(self) -> set[str]:
        return {finding.code for finding in self.findings}

    def with_code(self, code: str) -> list[Finding]:
        return [finding for finding in self.findings if finding.code == code]


def judge_example(example: Example) -> Judged:
    return judge(example_files(example))


def example_files(example: Example | None = None) -> dict[str, str]:
    files = FILES | {EXAMPLE_FILE: ACTIVE}
    if example is None:
        return files
    if example.after.startswith("name:"):
        return files | {example.file: example.after}
    laid = _as_text(example.after)
    under = files[example.file]
    if example.file == EXAMPLE_FILE and laid.get("status") == "closed":
        under = CLOSED
        del files["clients/honkalinna.yaml"]
        files["clients/sisar.yaml"] = ACTIVE
    return files | {example.file: lay_over(under, example.after)}


def lay_over(under: str, over: str) -> str:
    """One YAML text over another: mappings key by key, everything else as a whole; `null` takes a key away."""
    merged = _merged(_as_text(under), _as_text(over))
    return yaml.dump(merged, allow_unicode=True, sort_keys=False)


def _as_text(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts and nothing else


def _merged(under: object, over: object) -> object:
    if not isinstance(under, dict) or not isinstance(over, dict):
        return over
    together = {**under, **{key: _merged(under.get(key), value) for key, value in over.items()}}
    return {key: value for key, value in together.items() if value != "null"}


def judge(files: dict[str, str], today: date = TODAY) -> Judged:
    """Reads and checks a whole practice, as a check of the working tree does."""
    loaded = load_practice({path: text.encode() for path, text in files.items()})
    findings = [*loaded.findings, *without_echoes(_ruled(loaded, today), loaded.findings)]
    return Judged(loaded, tuple(findings))


def _ruled(loaded: LoadedPractice, today: date) -> Iterable[Finding]:
    practice = loaded.practice
    for process in practice.processes.values():
        case = ProcessCase(process, f"templates/processes/{process.id}.yaml", practice.people, GUIDES)
        yield from check_process(case)
    yield from check_people(PeopleCase(practice.people, "templates/people.yaml", practice.processes))
    for client in practice.clients.values():
        file = f"clients/{client.id}.yaml"
        known = practice.processes.get(client.process)
        if known is None:
            yield from check_unplanned(client, file, practice.processes)
        else:
            plan = plan_client(client, known, finland(), today)
            yield from check_client(Case(plan, file, practice.people))
    yield from check_firm([extract(client, f"clients/{client.id}.yaml") for client in practice.clients.values()])
