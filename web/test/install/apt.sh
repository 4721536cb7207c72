# Sourced by the scripts beside it.

# can_install reports whether Debian's packages can be installed without asking.
can_install() { command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; }

# install installs Debian's packages. The lists of packages are fetched only if they
# are missing or too old for them, so once for all scripts. RUNLEVEL: servers do not
# start.
install() {
  echo "Installing Debian's $* for the tests." >&2
  export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1
  {
    apt-get install -y --no-install-recommends "$@" 2>/dev/null ||
      { apt-get update && apt-get install -y --no-install-recommends "$@"; }
  } >&2
}
