#!/usr/bin/env bash
# Prints the path of a Chromium (or Chrome) for the tests. Tries $CHROMIUM, then the
# usual names, then installs Debian's if that is possible without asking, with fonts for
# the labels and for Arabic script.
set -eu
. "$(dirname "$0")/apt.sh"

find_browser() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [ -n "$name" ] && command -v "$name"; then return 0; fi
  done
  mac='/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  if [ -x "$mac" ]; then echo "$mac"; return 0; fi
  return 1
}

if can_install && ! fc-list 2>/dev/null | grep -q 'LiberationSans-'; then
  install fontconfig fonts-liberation fonts-hosny-amiri
fi
if ! find_browser; then
  if can_install; then
    install chromium
    find_browser
  else
    echo "The tests need Chromium or Chrome. Install one (on Debian, as root: apt-get install chromium)," >&2
    echo "or name it: CHROMIUM=/path/to/chrome make test" >&2
    exit 1
  fi
fi
