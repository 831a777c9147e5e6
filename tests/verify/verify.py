"""Verifier of fiscal archives: verify.py [--trust FINGERPRINT]... FILE..."""
import os
import sys
import warnings


def read_arguments(arguments):
    """(trusted fingerprints, files), or None when the usage is wrong."""
    trust, files, rest = set(), [], iter(arguments)
    for argument in rest:
        if argument == "--trust":
            value = next(rest, None)
            if not value:
                return None
            trust.add(value.lower() if len(value) == 64 else value)
        elif argument == "--":
            files.extend(rest)
        elif argument.startswith("-"):
            return None
        else:
            files.append(argument)
    return (trust, files) if files else None


def write(line):
    sys.stdout.buffer.write(line + b"\n")


def main():
    """Chapter 9: one verdict by archive; the exit code is the greatest."""
    warnings.simplefilter("ignore")
    arguments = read_arguments(sys.argv[1:])
    if arguments is None:
        write("  usage : verify.py [--trust EMPREINTE]... FICHIER...".encode())
        return 2
    from archive import verify
    trust, files = arguments
    greatest = 0
    for name in files:
        findings = verify(name, trust)
        for line in findings.lines:
            write(b"  " + line.encode("utf-8", "replace"))
        write(b"%d %s" % (findings.code, os.fsencode(name)))
        greatest = max(greatest, findings.code)
    sys.stdout.flush()
    return greatest


def run():
    """Nothing reaches standard error, even when the output is closed."""
    try:
        return main()
    except ImportError:
        write("  le paquet cryptography manque".encode())
    except BaseException:
        pass
    return 2


if __name__ == "__main__":
    code = run()
    try:
        sys.stdout.flush()
    except Exception:
        pass
    os._exit(code)
