#!/usr/bin/env bash
# Draws every icon from comptoir.svg. Run by hand when the drawing changes; the results are committed.
# Needs rsvg-convert (librsvg2-bin), icotool (icoutils) and python3.
set -euo pipefail
cd "$(dirname "$0")"
draw() { rsvg-convert --width "$1" --height "$1" comptoir.svg --output "$2"; }

draw 32 32x32.png
draw 64 64x64.png
draw 128 128x128.png
draw 256 128x128@2x.png
draw 512 icon.png

work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
for size in 16 24 32 48 64 128 256 512 1024; do draw "$size" "$work/$size.png"; done
icotool --create --output icon.ico "$work"/{16,24,32,48,64}.png --raw "$work/256.png"

# An .icns file is a list of PNG pictures, each behind its type and length.
python3 - "$work" <<'PYTHON'
import pathlib, struct, sys

work = pathlib.Path(sys.argv[1])
types = {"icp4": 16, "icp5": 32, "icp6": 64, "ic07": 128, "ic08": 256, "ic09": 512, "ic10": 1024}
body = b""
for kind, size in types.items():
    picture = (work / f"{size}.png").read_bytes()
    body += kind.encode() + struct.pack(">I", len(picture) + 8) + picture
pathlib.Path("icon.icns").write_bytes(b"icns" + struct.pack(">I", len(body) + 8) + body)
PYTHON
