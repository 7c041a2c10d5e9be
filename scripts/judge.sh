#!/usr/bin/env bash
# Runs the independent checkers on every PDF of a build, as many at once as there are cores: judge.sh JUDGES DIST
set -uo pipefail
judges=$1
dist=$2

judge_one() {
  local file=$1 folder paper out bad=0
  folder=$(basename "$(dirname "$file")")
  paper=${folder#*-}
  local options=(--mode office --strict --quiet)
  # Nothing is printed from these: no printer's margin, no scaling.
  [ "${folder%%-*}" = screen ] && options=(--mode screen --strict --quiet)
  if [ "${folder%%-*}" = press ]; then
    options=(--mode press --strict --quiet)
    if ! out=$(/usr/bin/python3 "$judges/check_pdfx4.py" "$file" --cmyk-only --strict --quiet 2>&1); then
      printf '%s\n%s\n' "$file" "$out"
      bad=1
    fi
  fi
  # The ticket of every folder and its labels are for a counter: A4, whatever the kit is printed on.
  case $(basename "$file") in bon-d-impression* | etiquettes*) paper=A4 ;; esac
  case $paper in
    A4 | A3 | Letter) options+=(--paper "$paper") ;;
  esac
  if ! out=$(/usr/bin/python3 "$judges/check_print.py" "$file" "${options[@]}" 2>&1); then
    printf '%s\n%s\n' "$file" "$out"
    bad=1
  fi
  qpdf --check "$file" >/dev/null || { echo "$file: qpdf --check"; bad=1; }
  return $bad
}
export -f judge_one
export judges

# False languages (fr-XA, fr-XB) are for looking at, nobody prints them: the tests read them.
files=()
for file in "$dist"/*/*/*.pdf; do
  case $file in "$dist"/*-X[A-Z]-epreuve/*) ;; *) files+=("$file") ;; esac
done
[ -e "${files[0]:-}" ] || { echo "no PDF in $dist"; exit 1; }

printf '%s\0' "${files[@]}" | xargs -0 -n 1 -P "$(nproc)" bash -c 'judge_one "$1"' judge
bad=$?
echo "${#files[@]} files judged"
exit $bad
