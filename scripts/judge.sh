#!/usr/bin/env bash
# Runs the independent print checker on every PDF of a build: judge.sh JUDGES DIST
set -uo pipefail
judges=$1
dist=$2
bad=0
count=0
for file in "$dist"/*/*/*.pdf; do
  folder=$(basename "$(dirname "$file")")
  paper=${folder#*-}
  options=(--mode office --strict --quiet)
  # Nothing is printed from these: no printer's margin, no scaling.
  [ "${folder%%-*}" = screen ] && options=(--mode screen --strict --quiet)
  case $paper in
    A4 | A3 | Letter) options+=(--paper "$paper") ;;
  esac
  # Two pages a sheet: the file must ask the printer for duplex.
  pdfinfo "$file" >/dev/null || bad=1
  count=$((count + 1))
  if ! out=$(/usr/bin/python3 "$judges/check_print.py" "$file" "${options[@]}" 2>&1); then
    printf '%s\n%s\n' "$file" "$out"
    bad=1
  fi
  qpdf --check "$file" >/dev/null || { echo "$file: qpdf --check"; bad=1; }
done
[ "$count" -gt 0 ] || { echo "no PDF in $dist"; exit 1; }
echo "$count files judged"
exit $bad
