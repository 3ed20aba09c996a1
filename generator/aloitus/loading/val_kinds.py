"""The findings of decoding: a key or value that the schema doesn't know (`VAL201` to `VAL219`)."""

from aloitus.findings import Example, FindingKind, Severity

_SOUND = "name: Kuusipuun Saha Oy\nprocess: client-onboarding\nstatus: active\nservices: [bookkeeping]\n"


def _with(text: str) -> Example:
    return Example(f"{_SOUND}{text}")


UNKNOWN_KEY = FindingKind(
    "VAL201",
    "unknown-key",
    Severity.ERROR,
    "A key that isn't in the documentation does nothing, so it is refused: a misspelt `evidence` would lose the "
    "evidence, and `waivable` in a client's file can't change what the process requires.",
    _with("note: Soitettu\n"),
    _with("notes: Soitettu\n"),
)
MISSING_KEY = FindingKind(
    "VAL202",
    "missing-key",
    Severity.ERROR,
    "A key that the file (or this part of it) can't do without is missing or empty.",
    Example("name: Kuusipuun Saha Oy\nprocess: client-onboarding\nservices: [bookkeeping]\n"),
    Example(_SOUND),
)
WRONG_SHAPE = FindingKind(
    "VAL203",
    "wrong-shape",
    Severity.ERROR,
    "A list stands where a single value is meant, or a text where keys are, or the like.",
    _with("tasks: []\n"),
    _with("tasks: {}\n"),
)
BAD_DATE = FindingKind(
    "VAL204",
    "bad-date",
    Severity.ERROR,
    "Dates are written yyyy-MM-dd, and are days that exist, between the years 1900 and 2199.",
    _with("dates: {agreement_signed: 20.4.2026}\n"),
    _with("dates: {agreement_signed: 2026-04-20}\n"),
)
BAD_TIME = FindingKind(
    "VAL205",
    "bad-time",
    Severity.ERROR,
    "Times are written HH:MM, from 00:00 to 23:59.",
    _with("meetings: {internal-kickoff: {time: klo 9}}\n"),
    _with('meetings: {internal-kickoff: {time: "09:00"}}\n'),
)
BAD_NUMBER = FindingKind(
    "VAL206",
    "bad-number",
    Severity.ERROR,
    "A whole number in digits is meant, without a unit, a sign or leading zeros.",
    _with("invoicing: {uninvoiced: {rows: nolla}}\n"),
    _with("invoicing: {uninvoiced: {rows: 0}}\n"),
)
BAD_FLAG = FindingKind(
    "VAL207",
    "bad-true-or-false",
    Severity.ERROR,
    "The value is true or false, in these words: YAML readers don't agree on what yes, on or True are.",
)
BAD_ID = FindingKind(
    "VAL208",
    "bad-id",
    Severity.ERROR,
    "Ids are lower-case letters a to z, digits and hyphens, at most 63 of them, and don't begin with a hyphen "
    "(keys of dates have underscores). They end up in file names and links.",
    _with("team: {project-manager: Liisa Laine}\n"),
    _with("team: {project-manager: liisa-laine}\n"),
)
UNKNOWN_WORD = FindingKind(
    "VAL209",
    "unknown-word",
    Severity.ERROR,
    "The field takes one of a few words, spelt exactly so: in lower case and in English, whatever language the texts "
    "are in. Nothing is guessed: a task whose status is `Done` isn't done.",
    _with("tasks: {open-engagement: {status: Done}}\n"),
    _with("tasks: {open-engagement: {status: done}}\n"),
)
BAD_DUE_RULE = FindingKind(
    "VAL210",
    "bad-due-rule",
    Severity.ERROR,
    "A due rule is a date's key, or `end of month of` one, and so many workdays, days or months after or before it: "
    "`service_start - 15 workdays`, `end of month of service_start + 15 workdays`.",
)
BAD_BUSINESS_ID = FindingKind(
    "VAL211",
    "bad-business-id",
    Severity.ERROR,
    "A Finnish business id (Y-tunnus) is NNNNNNN-C, and its last digit is computed from the others: a wrong one means "
    "a mistyped number.",
    _with("business_id: 9000012-5\n"),
    _with("business_id: 9000012-6\n"),
)
PERSONAL_IDENTITY_CODE = FindingKind(
    "VAL212",
    "personal-identity-code",
    Severity.ERROR,
    "A personal identity code (henkilötunnus) never stands in these files, not even in a comment: git's history can't "
    "be cleaned of one person. Write where the information is kept instead.",
)
BANK_ACCOUNT_NUMBER = FindingKind(
    "VAL213",
    "bank-account-number",
    Severity.ERROR,
    "A bank account number (IBAN) never stands in these files, not even in a comment. Write where it is kept instead.",
)
BAD_FILE_NAME = FindingKind(
    "VAL214",
    "bad-file-name",
    Severity.ERROR,
    "The file's name is the id of what it holds: lower-case letters a to z, digits and hyphens, at most 63.",
    Example(_SOUND, file="clients/Kuusipuun Saha.yaml"),
    Example(_SOUND, file="clients/kuusipuun-saha.yaml"),
)
UNKNOWN_LANGUAGE = FindingKind(
    "VAL215",
    "unknown-language",
    Severity.ERROR,
    "A text is plain, or written by language; the languages are those of `languages` in templates/firm.yaml.",
    _with("extra_tasks: {move-archive: {title: {fin: Hae arkisto}, role: support-services}}\n"),
    _with("extra_tasks: {move-archive: {title: {fi: Hae arkisto}, role: support-services}}\n"),
)
BAD_REFERENCE = FindingKind(
    "VAL216",
    "bad-reference",
    Severity.ERROR,
    "`fulfilled_by` names a record of the client's file (`meetings.<id>`, `invoicing.items`, `invoicing.uninvoiced`, "
    "`closure.erp_closed`); a criterion of the closure gate is one of the four.",
)
BAD_SETTING = FindingKind(
    "VAL217",
    "bad-setting",
    Severity.ERROR,
    "A setting of the firm that nothing can work with: an unknown time zone, country or language code.",
    Example("name: Esimerkkitilit Oy\ntimezone: Helsinki\n", file="templates/firm.yaml"),
    Example("name: Esimerkkitilit Oy\ntimezone: Europe/Helsinki\n", file="templates/firm.yaml"),
)
REPEATED_ITEM = FindingKind(
    "VAL218",
    "repeated-item",
    Severity.ERROR,
    "The same id stands twice in a list: one participant can't be two.",
    _with("facts: [vat-liable, vat-liable]\n"),
    _with("facts: [vat-liable]\n"),
)
MISSING_FILE = FindingKind(
    "VAL219",
    "missing-file",
    Severity.ERROR,
    "The firm's own file, templates/firm.yaml or templates/people.yaml, or every process, is missing.",
)

VAL_KINDS = (
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_SHAPE,
    BAD_DATE,
    BAD_TIME,
    BAD_NUMBER,
    BAD_FLAG,
    BAD_ID,
    UNKNOWN_WORD,
    BAD_DUE_RULE,
    BAD_BUSINESS_ID,
    PERSONAL_IDENTITY_CODE,
    BANK_ACCOUNT_NUMBER,
    BAD_FILE_NAME,
    UNKNOWN_LANGUAGE,
    BAD_REFERENCE,
    BAD_SETTING,
    REPEATED_ITEM,
    MISSING_FILE,
)
