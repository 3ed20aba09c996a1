"""One table of what is found where: each row lays a little over a healthy client."""

from pathlib import Path

import pytest

from aloitus.findings import Example, KeyPath, Severity
from aloitus.i18n import wording
from golden import same_as_golden
from rule_practice import EXAMPLE_FILE, PEOPLE, PROCESS_FILE, example_files, judge, judge_example, lay_over
from told import told

GOLDEN = Path(__file__).parent / "golden"

IGNORED = {"REF111"}
"""A group of one: most rows take the sister company away with the name."""


def found(text: str) -> dict[tuple[str, KeyPath], Severity]:
    """What is found in the example's own file, by code and key."""
    findings = judge_example(Example(text)).findings
    return {
        (finding.code, finding.place.key): finding.severity
        for finding in findings
        if finding.place.file == EXAMPLE_FILE and finding.code not in IGNORED
    }


PLANNED = "name: Uusi Oy\nprocess: client-onboarding\nstatus: planned\nservices: [bookkeeping]\n"
BARE = "name: Uusi Oy\nprocess: client-onboarding\nstatus: active\nservices: []\n"
EXTRA = "extra_tasks: {move-archive: {title: Hae arkisto, role: support-services"
ACTION = "meetings: {internal-kickoff: {status: planned, actions: {book: {title: Varaa koulutus"

LONG_AGO = (
    "dates: {agreement_signed: 2025-04-22, service_start: 2025-06-02, service_started: 2025-06-02}\n"
    "tasks: {run-parallel-payroll: {status: done, date: 2025-05-26, by: palle-palkka}}\n"
)
REVIEW = "meetings: {{quick-review: {{status: held, date: {}, participants: [liisa-laine, matti-makinen]}}}}\n"

ROWS: dict[str, tuple[str, set[tuple[str, KeyPath]]]] = {
    # names
    "a service's own start needs a service": (
        "service_starts: {payrol: {agreed: 2026-07-01}}",
        {("REF102", ("service_starts", "payrol"))},
    ),
    "an unfinished task, extra task or action of a leaver has a successor": (
        (
            "tasks: {agree-bank-authorisations: {status: in-progress, assignee: olli-lahtenyt}}\n"
            f"{EXTRA}, assignee: olli-lahtenyt}}}}\n{ACTION}, assignee: olli-lahtenyt}}}}}}}}"
        ),
        {
            ("REF112", ("tasks", "agree-bank-authorisations", "assignee")),
            ("REF112", ("extra_tasks", "move-archive", "assignee")),
            ("REF112", ("meetings", "internal-kickoff", "actions", "book", "assignee")),
        },
    ),
    "a leaver's tasks are told where the file gives them to the leaver": (
        "team: {support-services: olli-lahtenyt}\ntasks: {agree-bank-authorisations: {status: in-progress}}",
        {("REF112", ("team", "support-services", 0))},
    ),
    "a leaver in a role that nobody knows is told as well": (
        "team: {archivist: olli-lahtenyt}",
        {("REF105", ("team", "archivist")), ("REF112", ("team", "archivist", 0))},
    ),
    "people sign until their last day": (
        (
            "tasks: {agree-bank-authorisations: {status: done, date: 2026-03-31, by: olli-lahtenyt},"
            " open-engagement: {status: done, date: 2026-04-01, by: olli-lahtenyt, evidence: Toimeksianto 10111}}"
        ),
        {("REF113", ("tasks", "open-engagement", "by"))},
    ),
    "an approval by a leaver is told by its own rule": (
        (
            "tasks: {agree-bank-authorisations: {status: not-applicable, date: 2026-04-01, reason: Ei pankkeja,"
            " by: liisa-laine, approved_by: olli-lahtenyt}}"
        ),
        {("POL503", ("tasks", "agree-bank-authorisations", "approved_by"))},
    ),
    "what is recorded elsewhere is told where": (
        (
            "tasks: {invoice-onboarding-work: {status: open}, confirm-all-work-invoiced: {status: open},"
            " close-service-in-erp: {status: open},"
            " hold-quick-review: {status: done, date: 2026-05-12, by: liisa-laine}}"
        ),
        {
            ("REF115", ("tasks", "invoice-onboarding-work")),
            ("REF115", ("tasks", "confirm-all-work-invoiced")),
            ("REF115", ("tasks", "close-service-in-erp")),
            ("REF115", ("tasks", "hold-quick-review")),
        },
    ),
    "a finished task may have been a leaver's": (
        (
            "tasks: {agree-bank-authorisations: {status: done, date: 2026-03-30, by: olli-lahtenyt,"
            " evidence: Arkistossa, assignee: olli-lahtenyt}}"
        ),
        set(),
    ),
    "an entry that is merely open is nothing to tell of, though its service isn't bought": (
        "services: [bookkeeping]\ntasks: {run-parallel-payroll: {status: open}}",
        set(),
    ),
    "a service is told where the known ones stand": ("services: [siivous]", {("REF102", ("services", 0))}),
    "what the process doesn't know is called by its id": (
        (
            "tasks: {siivoa-varasto: {status: done, date: 2026-05-04}}\n"
            "meetings: {kesajuhla: {status: held, participants: [liisa-laine]}}"
        ),
        {
            ("REF104", ("tasks", "siivoa-varasto")),
            ("VAL220", ("tasks", "siivoa-varasto", "by")),
            ("REF107", ("meetings", "kesajuhla")),
            ("VAL236", ("meetings", "kesajuhla", "date")),
        },
    ),
    "a start isn't passed with a gate task that nobody has signed": (
        (
            "dates: {agreement_signed: 2026-04-20, service_start: 2026-05-11, service_started: 2026-05-11}\n"
            "tasks: {run-parallel-payroll: {status: done, date: 2026-05-08}}"
        ),
        {("CLO313", ("tasks", "run-parallel-payroll")), ("VAL220", ("tasks", "run-parallel-payroll", "by"))},
    ),
    "a start isn't passed with a gate task that is under way": (
        (
            "dates: {agreement_signed: 2026-04-20, service_start: 2026-05-11, service_started: 2026-05-11}\n"
            "tasks: {run-parallel-payroll: {status: in-progress, date: 2026-05-08, by: palle-palkka}}"
        ),
        {("CLO313", ("tasks", "run-parallel-payroll"))},
    ),
    "a start isn't passed with a gate task that has no entry": (
        "dates: {agreement_signed: 2026-04-20, service_start: 2026-05-11, service_started: 2026-05-11}",
        {("CLO313", ("tasks", "run-parallel-payroll"))},
    ),
    "a task that lands after the start is named": (
        "dates: {agreement_signed: 2026-05-14, service_start: 2026-05-14}\ntasks: {identify-client: {status: open}}",
        {("CLO316", ("dates", "service_start")), ("CLO314", ("dates", "service_started"))},
    ),
    "a service that starts by itself is too tight by itself": (
        "service_starts: {payroll: {agreed: 2026-04-21}}",
        {("CLO316", ("service_starts", "payroll", "agreed")), ("CLO314", ("service_starts", "payroll", "started"))},
    ),
    "a service added has a known name": (
        "changes: [{kind: service-added, what: payrol, date: 2026-05-07, by: liisa-laine, reason: Lisätilaus}]",
        {("REF102", ("changes", 0, "what"))},
    ),
    "a fact added has a known name": (
        "changes: [{kind: fact-added, what: vat, date: 2026-05-07, by: liisa-laine, reason: Rekisteröinti}]",
        {("REF103", ("changes", 0, "what"))},
    ),
    "every unknown task is named, in the order of the file": (
        "tasks: {zz: {status: open}, aa: {status: open}}",
        {("REF104", ("tasks", "zz")), ("REF104", ("tasks", "aa"))},
    ),
    "a task of the ERP belongs to a known role": (
        "systems: {erp_tasks: {acountant: '88122'}}",
        {("REF105", ("systems", "erp_tasks", "acountant"))},
    ),
    "an extra task belongs to a known role": (
        "extra_tasks: {move-archive: {title: Hae arkisto, role: support}}",
        {("REF105", ("extra_tasks", "move-archive", "role"))},
    ),
    "people are known wherever they are named": (
        ("team: {accountant: [matti-makinen, a-a]}\n"
        "tasks: {run-parallel-payroll: {status: open, assignee: b-b}}\n"
        "meetings: {internal-kickoff: {status: held, date: 2026-04-27, participants: [liisa-laine, c-c],"
        " actions: {book: {title: Varaa koulutus, assignee: d-d}}}}\n"
        "invoicing: {items: {work: {work: Työ, status: written-off, reason: Sisältyy tarjoukseen, by: e-e,"
        " approved_by: f-f}}, uninvoiced: {rows: 1, checked: 2026-05-12, by: g-g}}\n"
        "changes: [{kind: service-added, what: payroll, date: 2026-05-07, by: h-h, reason: Lisätilaus}]\n"),
        {
            ("REF106", ("team", "accountant", 1)),
            ("REF106", ("tasks", "run-parallel-payroll", "assignee")),
            ("REF106", ("meetings", "internal-kickoff", "participants", 1)),
            ("REF106", ("meetings", "internal-kickoff", "actions", "book", "assignee")),
            ("REF106", ("invoicing", "items", "work", "by")),
            ("REF106", ("invoicing", "items", "work", "approved_by")),
            ("REF106", ("invoicing", "uninvoiced", "by")),
            ("REF106", ("changes", 0, "by")),
        },
    ),
    "an action may be the client's, a task may not": (
        f"{ACTION}, assignee: client}}}}}}}}\ntasks: {{open-engagement: {{status: open, assignee: client}}}}",
        {("REF106", ("tasks", "open-engagement", "assignee"))},
    ),
    "a late review names a known meeting": (
        ("changes: [{kind: late-review, what: quick, date: 2026-05-07, by: liisa-laine, reason: Loma,"
        " approved_by: eeva-esihenkilo}]"),
        {("REF107", ("changes", 0, "what"))},
    ),
    "a moved date is the client's or that of a service": (
        ("changes:\n"
        "- {kind: date-moved, what: service_start, from: 2026-05-25, to: 2026-06-01, date: 2026-05-06,"
        " by: liisa-laine, reason: Asiakas pyysi}\n"
        "- {kind: date-moved, what: service_starts.payroll, from: 2026-06-25, to: 2026-07-01, date: 2026-05-06,"
        " by: liisa-laine, reason: Asiakas pyysi}\n"
        "- {kind: date-moved, what: service_starts.payrol, from: 2026-06-25, to: 2026-07-01, date: 2026-05-06,"
        " by: liisa-laine, reason: Asiakas pyysi}\n"),
        {("REF108", ("changes", 2, "what"))},
    ),
    # records
    "done needs a person as much as a day": (
        "tasks: {agree-bank-authorisations: {status: done}}",
        {
            ("VAL220", ("tasks", "agree-bank-authorisations", "date")),
            ("VAL220", ("tasks", "agree-bank-authorisations", "by")),
        },
    ),
    "an action that is done is signed off as well": (
        f"{ACTION}, assignee: liisa-laine, status: done}}}}}}}}",
        {
            ("VAL220", ("meetings", "internal-kickoff", "actions", "book", "date")),
            ("VAL220", ("meetings", "internal-kickoff", "actions", "book", "by")),
        },
    ),
    "blocked needs a reason": (
        "tasks: {agree-bank-authorisations: {status: blocked}}",
        {("VAL221", ("tasks", "agree-bank-authorisations", "reason"))},
    ),
    "in progress needs nothing": ("tasks: {agree-bank-authorisations: {status: in-progress}}", set()),
    "a waiver needs all of it": (
        "tasks: {run-parallel-payroll: {status: not-applicable}}",
        {
            ("VAL222", ("tasks", "run-parallel-payroll", "reason")),
            ("VAL222", ("tasks", "run-parallel-payroll", "by")),
            ("POL501", ("tasks", "run-parallel-payroll", "approved_by")),
        },
    ),
    "cancelling needs all of it": (
        f"{EXTRA}, status: cancelled}}}}",
        {
            ("VAL224", ("extra_tasks", "move-archive", "reason")),
            ("VAL224", ("extra_tasks", "move-archive", "date")),
            ("VAL224", ("extra_tasks", "move-archive", "by")),
        },
    ),
    "nothing recorded lies in the future": (
        ("dates: {service_started: 2026-05-16}\n"
        "service_starts: {payroll: {agreed: 2026-07-01, started: 2026-07-01}}\n"
        "meetings: {internal-kickoff: {status: held, date: 2026-05-18, participants: [liisa-laine, matti-makinen]}}\n"
        "invoicing: {items: {work: {work: Työ, status: invoiced, invoice: '20311', date: 2026-06-30}},"
        " uninvoiced: {rows: 0, checked: 2026-05-30, by: liisa-laine}}\n"
        "changes: [{kind: service-added, what: payroll, date: 2026-06-07, by: liisa-laine, reason: Lisätilaus}]\n"
        "tasks: {run-parallel-payroll: {status: done, date: 2026-05-08, by: palle-palkka}}"),
        {
            ("VAL225", ("dates", "service_started")),
            ("VAL225", ("service_starts", "payroll", "started")),
            ("VAL225", ("meetings", "internal-kickoff", "date")),
            ("VAL225", ("invoicing", "items", "work", "date")),
            ("VAL225", ("invoicing", "uninvoiced", "checked")),
            ("VAL225", ("changes", 0, "date")),
        },
    ),
    "a meeting may be planned for a day to come": (
        "meetings: {internal-kickoff: {status: planned, date: 2026-05-18}}",
        set(),
    ),
    "a planned client may plan its signing": (f"{PLANNED}dates: {{agreement_signed: 2026-09-01}}", set()),
    "an active client has signed": (
        "dates: {agreement_signed: 2026-05-16, service_start: 2026-08-03}\ntasks: {identify-client: {status: open}}",
        {("VAL225", ("dates", "agreement_signed"))},
    ),
    "a service starts after signing, too": (
        ("service_starts: {payroll: {agreed: 2026-04-01, started: 2026-04-02}}\n"
        "tasks: {run-parallel-payroll: {status: done, date: 2026-04-01, by: palle-palkka}}"),
        {
            ("VAL226", ("service_starts", "payroll", "agreed")),
            ("VAL226", ("service_starts", "payroll", "started")),
        },
    ),
    "without the day of signing no order can be told": (
        f"{PLANNED}dates: {{service_start: 2026-01-01}}",
        set(),
    ),
    "an active client has all that activation needs": (
        BARE,
        {
            ("VAL228", ("services",)),
            ("VAL228", ("business_id",)),
            ("VAL228", ("dates", "agreement_signed")),
            ("VAL228", ("dates", "service_start")),
            ("VAL228", ("team", "project-manager")),
        },
    ),
    "a planned client needs little": (PLANNED, set()),
    "services that aren't there are told of once": (
        "name: Uusi Oy\nprocess: client-onboarding\nstatus: planned\n",
        {("VAL202", ("services",))},
    ),
    "a business id may be pending, with a reason": (
        "business_id: null\nbusiness_id_pending: Yritys perusteilla",
        set(),
    ),
    "a reason for the pending business id says something": (
        "business_id: null\nbusiness_id_pending: '-'",
        {("VAL229", ("business_id_pending",))},
    ),
    "an empty reason is a missing one": (
        (
            f"{EXTRA}, status: cancelled, reason: '', date: 2026-05-07, by: tiina-tuki}}}}\n"
            "changes: [{kind: service-added, what: payroll, date: 2026-05-07, by: liisa-laine, reason: ''},"
            " {kind: service-added, what: '', date: 2026-05-07, by: liisa-laine, reason: Lisätilaus}]"
        ),
        {
            ("VAL224", ("extra_tasks", "move-archive", "reason")),
            ("VAL230", ("changes", 0, "reason")),
            ("VAL230", ("changes", 1, "what")),
        },
    ),
    "a follow-up is today's until tomorrow": (
        "tasks: {agree-bank-authorisations: {status: waiting, reason: Lomat, follow_up: 2026-05-15}}",
        set(),
    ),
    "what is recorded today is past": (
        "tasks: {agree-bank-authorisations: {status: done, date: 2026-05-15, by: tiina-tuki}}",
        set(),
    ),
    "production can't have started before signing": (
        "services: [bookkeeping]\ndates: {service_started: 2026-04-17}",
        {("VAL226", ("dates", "service_started"))},
    ),
    "empty words are found wherever something must be told": (
        ("tasks:\n"
        "  open-engagement: {status: done, date: 2026-04-22, by: tiina-tuki, evidence: n/a}\n"
        "  agree-bank-authorisations: {status: open, due: 2026-05-20, due_reason: TBD}\n"
        "meetings:\n"
        "  internal-kickoff:\n"
        "    {status: held, date: 2026-04-27, participants: [liisa-laine], minutes: '.', decisions: [Etänä, '...']}\n"
        "  quick-review: {status: cancelled, reason: xxx}\n"
        "invoicing: {items: {work: {work: Työ, status: written-off, reason: '?', by: liisa-laine,"
        " approved_by: eeva-esihenkilo}}}\n"
        "changes: [{kind: service-added, what: payroll, date: 2026-05-07, by: liisa-laine, reason: ' - '}]\n"),
        {
            ("VAL229", ("tasks", "open-engagement", "evidence")),
            ("VAL229", ("tasks", "agree-bank-authorisations", "due_reason")),
            ("VAL229", ("meetings", "internal-kickoff", "minutes")),
            ("VAL229", ("meetings", "internal-kickoff", "decisions", 1)),
            ("VAL229", ("meetings", "quick-review", "reason")),
            ("VAL229", ("invoicing", "items", "work", "reason")),
            ("VAL229", ("changes", 0, "reason")),
        },
    ),
    "notes may say anything": ("notes: '-'\ntasks: {agree-bank-authorisations: {status: open, note: n/a}}", set()),
    "a moved date says which, from when and to when": (
        "changes: [{kind: date-moved}]",
        {("VAL230", ("changes", 0, field)) for field in ("date", "by", "reason", "what", "from", "to")},
    ),
    "an action is cancelled rather than not applicable": (
        f"{ACTION}, assignee: liisa-laine, status: not-applicable, reason: Ei tarvita, by: liisa-laine}}}}}}}}",
        {("VAL231", ("meetings", "internal-kickoff", "actions", "book", "status"))},
    ),
    "invoiced work has a number and a day, work written off a reason and a name": (
        "invoicing: {items: {a: {work: Työ, status: invoiced}, b: {work: Työ, status: written-off}}}",
        {
            ("VAL235", ("invoicing", "items", "a", "invoice")),
            ("VAL235", ("invoicing", "items", "a", "date")),
            ("VAL235", ("invoicing", "items", "b", "reason")),
            ("VAL235", ("invoicing", "items", "b", "by")),
            ("POL501", ("invoicing", "items", "b", "approved_by")),
        },
    ),
    "a cancelled meeting says why": (
        "meetings: {internal-kickoff: {status: cancelled}}",
        {("VAL236", ("meetings", "internal-kickoff", "reason"))},
    ),
    "a client that was reopened keeps its earlier closing": (
        ("closure: {date: 2026-05-04, by: liisa-laine, erp_closed: 2026-05-04}\n"
        "changes: [{kind: reopened, date: 2026-05-07, by: liisa-laine, reason: Palkat jäivät kesken,"
        " approved_by: eeva-esihenkilo}]"),
        set(),
    ),
    "a start of a service that isn't bought doesn't count": (
        "services: [bookkeeping]\nservice_starts: {payroll: {agreed: 2026-07-01}}",
        {("VAL243", ("service_starts", "payroll"))},
    ),
    "a review held late is excused by an approved change": (
        (LONG_AGO + REVIEW.format("2026-02-02") +
        "changes: [{kind: late-review, what: quick-review, date: 2026-02-02, by: liisa-laine, reason: Lomat,"
        " approved_by: eeva-esihenkilo}]"),
        set(),
    ),
    "a review held late without it is told of": (
        f"{LONG_AGO}{REVIEW.format('2026-02-02')}",
        {("VAL244", ("meetings", "quick-review", "date"))},
    ),
    "a review may be held on the last day of its window": (f"{LONG_AGO}{REVIEW.format('2026-01-02')}", set()),
    "a review may be held on the first day of its window": (f"{LONG_AGO}{REVIEW.format('2025-09-02')}", set()),
    "a meeting that nobody knows has participants as well": (
        "meetings: {kesajuhla: {status: held, date: 2026-05-04}}",
        {("REF107", ("meetings", "kesajuhla")), ("VAL237", ("meetings", "kesajuhla", "participants"))},
    ),
    "a cancelled review has no window": (
        "meetings: {quick-review: {status: cancelled, date: 2026-05-18, reason: Siirtyy syksyyn}}",
        set(),
    ),
    "the list of uninvoiced events was seen by somebody on a day": (
        "invoicing: {uninvoiced: {rows: 3}}",
        {("VAL245", ("invoicing", "uninvoiced", "checked")), ("VAL245", ("invoicing", "uninvoiced", "by"))},
    ),
    # the start
    "a service with a day of its own has a start of its own": (
        ("services: [bookkeeping, payroll]\n"
        "service_starts: {payroll: {agreed: 2026-05-04}}\n"),
        {("CLO314", ("service_starts", "payroll", "started"))},
    ),
    "a start is expected until its day is over": (
        "dates: {service_start: 2026-05-15}\nservice_starts: {payroll: {agreed: 2026-05-15}}",
        set(),
    ),
    "a gate that is passed has its tasks final": (
        "dates: {service_started: 2026-05-11}\ntasks: {run-parallel-payroll: {status: waiting, reason: Lomat}}",
        {("CLO313", ("tasks", "run-parallel-payroll"))},
    ),
    "a waived task of the gate is final": (
        ("dates: {service_started: 2026-05-11}\n"
        "tasks: {run-parallel-payroll: {status: not-applicable, reason: Ei aiempia palkkoja, by: liisa-laine,"
        " approved_by: eeva-esihenkilo}}"),
        set(),
    ),
    "a task of a service that isn't bought doesn't hold the gate": (
        "services: [bookkeeping]\ndates: {service_started: 2026-05-11}",
        set(),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS.values(), ids=ROWS)
def test_what_is_found_stands_where_it_belongs(text: str, expected: set[tuple[str, KeyPath]]) -> None:
    assert set(found(text)) == expected


def test_what_is_told_of_each_row() -> None:
    findings = {name: judge_example(Example(text)).findings for name, (text, _expected) in ROWS.items()}
    same_as_golden(GOLDEN / "clients.fi.txt", told(findings, wording("fi")))


OVER = (
    "status: cancelled\n"
    "changes: [{kind: cancelled, date: 2026-05-13, by: liisa-laine, reason: Myytiin, approved_by: eeva-esihenkilo}]\n"
)


@pytest.mark.parametrize(
    "text",
    [
        "team: {accountant: olli-lahtenyt}",
        "team: {accountant: tiina-tuki}",
        "tasks: {agree-bank-authorisations: {status: waiting, reason: Pankki viivyttää, follow_up: 2026-05-04}}",
        "meetings: {quick-review: {status: planned, date: 2026-05-18}}",
        "dates: {service_start: 2026-05-04}",
    ],
)
def test_a_client_that_is_over_is_not_warned_of_what_passes(text: str) -> None:
    assert found(text)
    assert found(OVER + text) == {}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("tasks: {hold-quick-review: {status: done, date: 2026-05-12, by: liisa-laine}}", "REF115"),
        ("extra_tasks: {open-engagement: {title: Toinen, role: support-services}}", "REF116"),
        (
            (
                "tasks: {identify-client: {status: not-applicable, reason: Vanha tuttu, by: liisa-laine,"
                " approved_by: eeva-esihenkilo}}"
            ),
            "VAL223",
        ),
        (
            (
                "tasks: {run-parallel-payroll: {status: not-applicable, reason: Ei palkkoja, by: liisa-laine,"
                " approved_by: matti-makinen}}"
            ),
            "POL502",
        ),
    ],
)
def test_what_only_todays_process_asks_of_a_client_that_is_over_is_a_warning(text: str, code: str) -> None:
    severities = {key[0]: severity for key, severity in found(text).items()}
    assert severities[code] is Severity.ERROR
    severities = {key[0]: severity for key, severity in found(OVER + text).items()}
    assert severities[code] is Severity.WARNING


def test_records_in_the_order_of_the_process_are_never_asked_for() -> None:
    assert found("tasks: {run-parallel-payroll: {status: open}, open-engagement: {status: open}}") == {}


def test_a_value_that_could_not_be_read_is_told_of_once() -> None:
    assert set(found("dates: {agreement_signed: 2026-02-30}")) == {("VAL204", ("dates", "agreement_signed"))}
    assert set(found("tasks: {open-engagement: {status: done, date: 31.4.2026, by: Tiina Tuki}}")) == {
        ("VAL204", ("tasks", "open-engagement", "date")),
        ("VAL208", ("tasks", "open-engagement", "by")),
        ("VAL240", ("tasks", "open-engagement", "evidence")),
    }


def test_nothing_is_asked_of_a_client_whose_data_was_purged() -> None:
    purged = (
        "name: Poistettu 3\nprocess: client-onboarding\nstatus: {}\n"
        "changes: [{{kind: purged, date: 2026-05-13, by: liisa-laine, reason: Säilytysaika päättyi,"
        " approved_by: eeva-esihenkilo}}]\n"
    )
    assert found(purged.format("closed")) == {}
    assert found(purged.format("cancelled")) == {}


def test_the_criteria_of_closing_are_not_asked_of_a_client_brought_in_closed() -> None:
    imported = (
        "name: Vanha Asiakas Oy\nprocess: client-onboarding\nstatus: closed\nservices: [bookkeeping]\n"
        "business_id: 9000012-6\nteam: {project-manager: liisa-laine}\n"
        "dates: {agreement_signed: 2020-04-20, service_start: 2020-06-01}\n"
        "changes: [{kind: imported, date: 2026-05-13, by: liisa-laine, reason: Ennen tätä varastoa päätetty,"
        " approved_by: eeva-esihenkilo}]\n"
    )
    assert found(imported) == {}
    assert found(imported + "closure: {date: 2020-10-13, by: liisa-laine, erp_closed: 2020-10-13}\n") == {}
    same_day = "closure: {date: 2026-05-13, by: liisa-laine, erp_closed: 2026-05-13}\n"
    assert found(imported + same_day) == {}
    moved = (
        "  - {kind: service-added, what: bookkeeping, date: 2026-05-15, by: liisa-laine, reason: Lisätilaus}\n"
        "closure: {date: 2026-05-14, by: liisa-laine, erp_closed: 2026-05-14}\n"
    )
    listed = imported.replace("changes: [{", "changes:\n  - {").replace("}]\n", "}\n")
    assert "CLO301" in {code for code, _ in found(listed + moved)}
    later = found(imported + "closure: {date: 2026-05-14, by: liisa-laine, erp_closed: 2026-05-14}\n")
    assert {code for code, _ in later} >= {"CLO301", "CLO302", "CLO303", "CLO307", "CLO308"}


UNKNOWN = """\
services: [xyzzy]
facts: [xyzzy]
dates: {xyzzy: 2026-05-04}
team: {xyzzy: [liisa-laine]}
responsibilities: {xyzzy: client}
tasks: {xyzzy: {status: open}}
meetings: {xyzzy: {status: planned}}
service_starts: {xyzzy: {}}
systems: {erp_tasks: {xyzzy: 17}}
extra_tasks: {archive: {title: Hae arkisto, role: xyzzy}}
changes:
  - {kind: late-review, what: xyzzy, date: 2026-05-06, by: liisa-laine, reason: Lomat}
  - {kind: date-moved, what: xyzzy, from: 2026-05-04, to: 2026-05-05, date: 2026-05-06, by: liisa-laine, reason: Lomat}
  - {kind: service-added, what: xyzzy, date: 2026-05-06, by: liisa-laine, reason: Asiakas tilasi}
  - {kind: fact-added, what: xyzzy, date: 2026-05-06, by: liisa-laine, reason: Asiakas kertoi}
"""


def test_whatever_nobody_knows_the_file_with_the_known_ones_is_named() -> None:
    found = [one for one in judge_example(Example(UNKNOWN)).findings if one.message.values.get("name") == "xyzzy"]
    assert {one.code for one in found} == {"REF102", "REF103", "REF104", "REF105", "REF107", "REF108", "REF109"}
    assert {one.help.values["where"] for one in found if one.help} == {PROCESS_FILE}


TIGHT = "dates: {{agreement_signed: 2026-04-20, service_start: {start}}}\n"


def test_too_little_time_before_the_start_is_told_with_what_it_takes() -> None:
    """A gate task that lands after the start is named; else the working days that are there and those needed."""
    assert ("CLO316", ("dates", "service_start")) in found(TIGHT.format(start="2026-04-21"))
    assert ("CLO316", ("dates", "service_start")) not in found(TIGHT.format(start="2026-08-03"))


def test_people_and_contacts_that_nobody_knows_are_sought_in_their_own_files() -> None:
    text = "team: {accountant: xyzzy}\nmeetings: {internal-kickoff: {status: planned, client_participants: [xyzzy]}}\n"
    found = judge_example(Example(text)).findings
    assert {(one.code, one.help.values["where"]) for one in found if one.help and "where" in one.help.values} == {
        ("REF106", "templates/people.yaml"),
        ("REF110", EXAMPLE_FILE),
    }


def test_a_role_that_nobody_has_among_their_roles_is_not_compared() -> None:
    files = example_files(Example("team: {payroll-implementer: matti-makinen}"))
    assert judge(files).codes() == {"REF114"}
    nobody = lay_over(PEOPLE, "palle-palkka: {roles: [accountant]}")
    assert judge(files | {"templates/people.yaml": nobody}).codes() == set()


def test_on_their_last_day_people_are_still_in_their_team() -> None:
    for left, codes in (("2026-05-15", set()), ("2026-05-14", {"REF112"})):
        people = lay_over(PEOPLE, f"palle-palkka: {{left: {left}}}")
        assert judge(example_files() | {"templates/people.yaml": people}).codes() == codes
