#!/usr/bin/env bash
# run.sh PROGRAM CORPUS OPTION...: runs a fuzz target with its limits, dictionary and seeds. New inputs are gathered in CORPUS, which
# may be `none`; findings are left in the working folder.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=$1 corpus=$2
shift 2
target=${program##*/fuzz_}

export LSAN_OPTIONS=suppressions=$here/../fault/lsan.supp:print_suppressions=0
# An input may take 20 s and 2 GB, and one allocation 1 GB.
options=(-timeout=20 -rss_limit_mb=2048 -malloc_limit_mb=1024 -artifact_prefix="$target-")
case $target in
  reader | tags | book | config) options+=(-dict="$here/dictionaries/markdown.dict") ;;
  html | tex) options+=(-dict="$here/dictionaries/$target.dict") ;;
esac
folders=()
[ ! -d "$here/seeds/$target" ] || folders+=("$here/seeds/$target")
case $target in
  reader | tags | html) folders+=("$here/../golden/book" "$here/../golden/diagnostics") ;;
  book) folders+=("$here/../golden/diagnostics") ;;
esac
if [ "$corpus" = none ]; then
  corpus=$(mktemp -d)
  trap 'rm -r "$corpus"' EXIT
fi
"$program" "${options[@]}" "$@" "$corpus" "${folders[@]}"
