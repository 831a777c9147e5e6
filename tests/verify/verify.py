#!/usr/bin/env python3
"""An independent verifier of fiscal archives, written from the archive's own LISEZMOI.txt and nothing else.

It shares no code with the program that makes archives. That both agree on good and on damaged archives shows that the
format is open: whoever has an archive can verify it (fiscal.md 1.9, FISC-04). Numbers in comments are those of LISEZMOI.txt.

    verify.py [--trust FINGERPRINT]... FILE...

Prints a line per finding and «CODE FILE» per archive; the exit code is the greatest: 0 sound, 1 warnings, 2 broken.
"""

import sys

from archive import Archive, Damaged
from checks import Findings
from files import check_files
from records import check_records
from seal import check_seal


def verify(path, trusted):
    """The findings of an archive."""
    findings = Findings()
    try:
        archive = Archive(path)
        manifest, keys = check_files(archive, trusted, findings)
        if manifest is not None:
            found = check_records(archive, manifest, keys, findings)
            check_seal(archive, manifest, keys, found, findings)
    except (Damaged, OSError) as problem:
        findings.error(f"illisible : {problem}")
    return findings


def main(words):
    """The program."""
    trusted, paths = [], []
    words = iter(words)
    for word in words:
        if word == "--trust":
            trusted.append(next(words))
        else:
            paths.append(word)
    worst = 0
    for path in paths:
        findings = verify(path, trusted)
        for text in findings.texts:
            print(f"  {text}")
        print(f"{findings.code} {path}")
        worst = max(worst, findings.code)
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
