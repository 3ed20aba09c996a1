"""The findings of reading: a file that can't be read as it stands, and why (`YML0xx`)."""

from aloitus.findings import Example, FindingKind, Severity

_SOUND = Example("name: Kuusipuun Saha Oy\nprocess: client-onboarding\nstatus: planned\nservices: [bookkeeping]\n")


def _with(text: str) -> Example:
    return Example(f"{_SOUND.after}{text}")


FILE_TOO_LARGE = FindingKind(
    "YML001",
    "file-too-large",
    Severity.ERROR,
    "The file is larger than 256 KiB. A well-filled client file has 15: a larger one holds something that belongs "
    "elsewhere, or was made to exhaust the program.",
)
NOT_UTF8 = FindingKind(
    "YML002",
    "not-utf-8",
    Severity.ERROR,
    "The file isn't text in UTF-8. Another encoding would turn ä and ö into other characters for somebody else.",
)
FORBIDDEN_CHARACTER = FindingKind(
    "YML003",
    "forbidden-character",
    Severity.ERROR,
    "Control characters, characters that turn the direction of writing, and line ends other than LF and CRLF are "
    "refused: they let a file say something else than what a reviewer sees. Emoji, joiners and no-break spaces are "
    "fine.",
    _with("notes: Soitettu\u2028status: closed\n"),
    _with("notes: Soitettu 👍\n"),
)
SYNTAX_ERROR = FindingKind(
    "YML004",
    "syntax-error",
    Severity.ERROR,
    "The file isn't valid YAML from this place on, so nothing in it can be judged. The usual reasons: a tab instead of "
    "spaces, no space after a colon, text that needs quotes, a quote that isn't closed, a line indented too far.",
    _with("notes: Muista: soita\n"),
    _with('notes: "Muista: soita"\n'),
)
TOO_DEEP = FindingKind(
    "YML005",
    "too-deep",
    Severity.ERROR,
    "Values are nested more than 16 deep; no file of ours needs half of that.",
    _with(f"notes: {'[' * 20}{']' * 20}\n"),
    _with("notes: Kaikki hyvin\n"),
)
TOO_MANY_NODES = FindingKind(
    "YML006",
    "too-many-values",
    Severity.ERROR,
    "The file has more than 20,000 keys and values. A well-filled client file has a thousand.",
)
REFERENCE = FindingKind(
    "YML007",
    "reference",
    Severity.ERROR,
    "Anchors (&a), aliases (*a) and merge keys (<<) are refused: what a value is has to be readable where it stands. "
    "Text that begins with & or * is written in quotes.",
    _with("notes: *soitettu\n"),
    _with('notes: "*soitettu"\n'),
)
TAG = FindingKind(
    "YML008",
    "tag",
    Severity.ERROR,
    "Tags (!name) are refused: the program knows what type each field has. Text that begins with ! is in quotes.",
    _with("notes: !tärkeä soita\n"),
    _with('notes: "!tärkeä soita"\n'),
)
DIRECTIVE = FindingKind(
    "YML009",
    "directive",
    Severity.ERROR,
    "Directives (%YAML, %TAG) are refused: every file is read by the same rules.",
    Example(f"%YAML 1.1\n---\n{_SOUND.after}"),
    _SOUND,
)
SECOND_DOCUMENT = FindingKind(
    "YML010",
    "second-document",
    Severity.ERROR,
    "A file holds one document; what comes after a second --- would be read by some tools and not by others.",
    _with("---\nstatus: closed\n"),
    _SOUND,
)
DUPLICATE_KEY = FindingKind(
    "YML011",
    "duplicate-key",
    Severity.ERROR,
    "A key stands once in its place. YAML readers keep the last one silently, and a reviewer sees the first.",
    _with("status: closed\n"),
    _SOUND,
)
COMPLEX_KEY = FindingKind(
    "YML012",
    "complex-key",
    Severity.ERROR,
    "A key is a word, not a list or a mapping.",
    _with("? [notes]\n: Soitettu\n"),
    _with("notes: Soitettu\n"),
)
BYTE_ORDER_MARK = FindingKind(
    "YML013",
    "byte-order-mark",
    Severity.NOTE,
    "The file begins with a byte-order mark, as some Windows editors write it. It does no harm; UTF-8 needs none.",
    Example(f"\ufeff{_SOUND.after}"),
    _SOUND,
)
COMMENT_AFTER_TEXT = FindingKind(
    "YML014",
    "comment-after-text",
    Severity.WARNING,
    "In unquoted text, a space and # begin a comment: what follows isn't part of the text. `Toimeksianto #10482` is "
    "read as `Toimeksianto`.",
    _with("notes: Toimeksianto #10482\n"),
    _with('notes: "Toimeksianto #10482"\n'),
)
EMPTY_FILE = FindingKind(
    "YML015",
    "empty-file",
    Severity.ERROR,
    "The file has no content, or only comments.",
    Example("# tulossa\n"),
    _SOUND,
)
NOT_A_MAPPING = FindingKind(
    "YML016",
    "not-a-mapping",
    Severity.ERROR,
    "A file is a list of keys with values: `name: …`, `status: …`.",
    Example("- name: Kuusipuun Saha Oy\n"),
    _SOUND,
)

MORE_FINDINGS = FindingKind(
    "YML017",
    "more-findings",
    Severity.NOTE,
    "A file with very many mistakes usually has one that repeats: the first 200 are shown, and the rest is left for "
    "the next check.",
)

YML_KINDS = (
    FILE_TOO_LARGE,
    NOT_UTF8,
    FORBIDDEN_CHARACTER,
    SYNTAX_ERROR,
    TOO_DEEP,
    TOO_MANY_NODES,
    REFERENCE,
    TAG,
    DIRECTIVE,
    SECOND_DOCUMENT,
    DUPLICATE_KEY,
    COMPLEX_KEY,
    BYTE_ORDER_MARK,
    COMMENT_AFTER_TEXT,
    EMPTY_FILE,
    NOT_A_MAPPING,
    MORE_FINDINGS,
)
