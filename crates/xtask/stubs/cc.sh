#!/usr/bin/env bash
# Stands in for the C compiler of a phone: `cargo check` needs an object file to exist, not what is in it.
# Questions (preprocessing, version) go to the real compiler, without the foreign target.
for argument in "$@"; do
  [ "$argument" = -E ] && exec gcc -E "${@/--target=*/}"
  [ "$argument" = --version ] && exec gcc --version
done
out=
while [ $# -gt 0 ]; do
  [ "$1" = -o ] && { out=$2; shift; }
  shift
done
[ -n "$out" ] && : > "$out"
exit 0
