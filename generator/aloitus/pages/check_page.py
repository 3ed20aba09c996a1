"""What one kind of finding means and how to mend it: `checks/<code>.md`, an address to read or to send."""

from dataclasses import dataclass

from aloitus.findings import Example, Explanation
from aloitus.pages.context import PageContext, relative
from aloitus.pages.markup import Markup

TEMPLATE = "check.md.j2"
FOLDER = "checks/"
INDEX = f"{FOLDER}index.md"


@dataclass(frozen=True, slots=True)
class CheckPage:
    path: str
    title: str
    index: Markup
    family: str
    severity: str
    paragraphs: tuple[Markup, ...]
    failing: tuple[Markup, ...]
    passing: tuple[Markup, ...]


def check_path(code: str) -> str:
    return f"{FOLDER}{code.lower()}.md"


def check_page(check: Explanation, context: PageContext) -> CheckPage:
    path = check_path(check.code)
    return CheckPage(
        path,
        f"{check.code} {check.name}",
        Markup(relative(path, INDEX)),
        family_title(family_of(check), context),
        check.severity,
        tuple(map(in_markdown, check.paragraphs)),
        _example(check.failing),
        _example(check.passing),
    )


def family_of(check: Explanation) -> str:
    return check.code[:3].lower()


def family_title(family: str, context: PageContext) -> str:
    return context.wording(f"pages.family-{family}")


def in_markdown(text: str) -> Markup:
    """The program's own Markdown; `<id>` means a tag outside of a code span, and itself inside."""
    parts = text.split("`")
    parts[::2] = (part.replace("<", "&lt;") for part in parts[::2])
    return Markup("`".join(parts))


def _example(example: Example | None) -> tuple[Markup, ...]:
    """The example's text, and before it what it was; each for a fenced block."""
    if example is None:
        return ()
    texts = [example.before, example.after] if example.before is not None else [example.after]
    return tuple(Markup(text.strip("\n").replace("```", "'''")) for text in texts)
