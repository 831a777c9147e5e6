"""Findings of one archive, and the exception that refuses a value."""

MAX_ERRORS = 150
MAX_WARNINGS = 50
MAX_TEXT = 240


class Bad(Exception):
    """A value that does not have the form the text asks for."""


class TooMany(Exception):
    """Enough errors: the verdict is known, the rest is not read."""


def clean(text):
    """One printable line: hostile text cannot forge an output line."""
    shown = "".join(c if c.isprintable() else "?" for c in text[:MAX_TEXT])
    return shown + ("…" if len(text) > MAX_TEXT else "")


class Findings:
    """Errors and warnings, at most 200 lines in all (BRIEF)."""

    def __init__(self):
        self.lines = []
        self.errors = 0
        self.warnings = 0

    def error(self, rule, text):
        self.errors += 1
        if self.errors < MAX_ERRORS:
            self.lines.append(clean(f"erreur {rule} : {text}"))
        else:
            self.lines.append("trop d’erreurs : la suite n’est pas lue")
            raise TooMany

    def warn(self, rule, text):
        self.warnings += 1
        if self.warnings <= MAX_WARNINGS:
            self.lines.append(clean(f"avertissement {rule} : {text}"))

    @property
    def code(self):
        """Chapter 9: 2 for an error, 1 for warnings only, 0 for nothing."""
        return 2 if self.errors else 1 if self.warnings else 0
