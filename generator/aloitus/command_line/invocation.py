"""What every command is told: where the practice is, and which language was asked for."""

from dataclasses import dataclass
from pathlib import Path

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
        """The wording while the firm isn't known: of help, and of a command that was typed wrongly."""
        return wording(self.language or self.terminal)

    def says_for(self, firm: Firm) -> Wording:
        """The wording of a command's answer: by `--lang`, else in the firm's first language that the program speaks."""
        spoken = [language for language in firm.languages if language in languages()]
        return wording(self.language or (spoken[0] if spoken else self.terminal))

    def says_here(self) -> Wording:
        """The wording of a refusal, which comes before or after the firm is known: as `says_for`, if it can be read."""
        from aloitus.loading.practice import FIRM_FILE, load_firm

        try:
            firm = load_firm(FIRM_FILE, (self.root / FIRM_FILE).read_bytes()).value
        except OSError:
            firm = None
        return self.says_for(firm) if firm else self.says
