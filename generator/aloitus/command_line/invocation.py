"""What every command is told: where the practice is, and which language was asked for."""

from dataclasses import dataclass
from pathlib import Path

from aloitus.command_line.language import firm_language
from aloitus.i18n import Wording, languages, wording
from aloitus.model.firm import Firm


@dataclass(frozen=True)
class Invocation:
    """`language` is what `--lang` said, None without it; `terminal` the language that the terminal speaks."""

    root: Path
    language: str | None
    terminal: str

    @property
    def says(self) -> Wording:
        """The wording while the firm isn't read: of help, of a command typed wrongly, and of a refusal."""
        return wording(self.language or firm_language(str(self.root)) or self.terminal)

    def says_for(self, firm: Firm) -> Wording:
        """The wording of a command's answer: by `--lang`, else in the firm's first language that the program speaks."""
        spoken = [language for language in firm.languages if language in languages()]
        return wording(self.language or (spoken[0] if spoken else self.terminal))
