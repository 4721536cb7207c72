#!/usr/bin/env bash
# Runs every Go fuzzer for $FUZZTIME (5s, 10m or, as in 300x, a number of inputs). A
# package is compiled once for all its fuzzers. New inputs are saved where go test -fuzz
# saves them.
#
# With a duration, the program is built with coverage, which guides the choice of
# inputs. A few thousand inputs gain nothing from that, and all packages, including
# Go's, would have to be compiled again.
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
