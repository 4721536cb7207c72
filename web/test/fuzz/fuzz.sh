#!/usr/bin/env bash
# Runs every Go fuzzer for $FUZZTIME (5s, 10m or, as in 300x, a number of inputs).
# A package is compiled once for all its fuzzers. New inputs are kept where
# go test -fuzz keeps them.
#
# For a time, the program counts which code an input reaches, and the next inputs
# follow from those that reach more. A few thousand inputs find no way by that, and
# all packages, those of Go too, would be compiled once more for it.
set -eu -o pipefail
cd "$(dirname "$0")/../../.."

FUZZTIME=${FUZZTIME:-5s}
guide=(-fuzz .)
if [[ $FUZZTIME == *x ]]; then guide=(); fi

kept=$(go env GOCACHE)/fuzz
programs=$(mktemp -d)
trap 'rm -rf "$programs"' EXIT

folders=$(find network viz wasm web -name node_modules -prune -o -name '*_test.go' -exec grep -l '^func Fuzz' {} + | xargs -n 1 dirname | sort -u)
for folder in $folders; do
  package=$(go list "./$folder")
  program=$programs/$(basename "$folder")
  go test -trimpath -c "${guide[@]}" -o "$program" "$package"
  for name in $(cd "$folder" && "$program" -test.list '^Fuzz'); do
    echo "$package $name"
    (cd "$folder" && "$program" -test.run '^$' -test.fuzz "^$name\$" -test.fuzztime "$FUZZTIME" \
      -test.fuzzminimizetime 10x -test.parallel 1 -test.fuzzcachedir "$kept/$package")
  done
done
