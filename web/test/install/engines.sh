#!/usr/bin/env bash
# Prints, as assignments, what the tests in three engines need: ENGINES=…, the
# paths FIREFOX and MINIBROWSER. Installs Debian's Firefox, WebKitGTK and Xvfb
# where that can be done without asking; elsewhere leaves out what is not there,
# and says so. On CI nothing may be left out. A given ENGINES is kept.
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
  # shellcheck disable=SC2086 # a word a package
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
