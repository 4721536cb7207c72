#!/usr/bin/env bash
# Prints the variables for the tests in three engines as assignments: ENGINES, and the
# paths FIREFOX and MINIBROWSER. Installs Debian's Firefox, WebKitGTK and Xvfb if that
# is possible without asking; otherwise leaves out missing engines with a message. On CI
# none may be left out. If ENGINES is set, it is kept.
set -eu
. "$(dirname "$0")/apt.sh"

find_minibrowser() { find /usr/lib /usr/libexec -name MiniBrowser -type f -perm -u+x 2>/dev/null | sort | tail -n 1; }
has() { command -v "$1" >/dev/null; }

missing() {
  has Xvfb || echo xvfb
  has firefox-esr || has firefox || echo firefox-esr
  { has WebKitWebDriver && [ -n "$(find_minibrowser)" ]; } || echo webkit2gtk-driver
  [ -n "$(find /usr/lib -name 'swrast_dri.so' 2>/dev/null)" ] || echo libgl1-mesa-dri
}

packages=$(missing)
if [ -n "$packages" ] && can_install; then
  # shellcheck disable=SC2086 # one word per package
  install $packages
fi

engines=
if has Xvfb; then
  engines=chromium
  if firefox=$(command -v firefox-esr || command -v firefox); then
    engines=$engines,firefox
    echo "FIREFOX=$firefox"
  fi
  minibrowser=$(find_minibrowser)
  if has WebKitWebDriver && [ -n "$minibrowser" ]; then
    engines=$engines,webkit
    echo "MINIBROWSER=$minibrowser"
  fi
fi
all=chromium,firefox,webkit
echo "ENGINES=${ENGINES:-$engines}"
if [ "$engines" != "$all" ]; then
  echo "Here are only: ${engines:-none}. For all three engines install (on Debian): xvfb firefox-esr webkit2gtk-driver libgl1-mesa-dri" >&2
  [ -z "${CI:-}" ]
fi
