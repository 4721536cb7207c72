# Sourced by the scripts beside it.

# can_install reports whether Debian packages can be installed without asking.
can_install() { command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; }

# install installs Debian packages. The package lists are fetched only if they are
# missing or too old, so once for all scripts. RUNLEVEL keeps servers from starting.
install() {
  echo "Installing Debian's $* for the tests." >&2
  export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1
  {
    apt-get install -y --no-install-recommends "$@" 2>/dev/null ||
      { apt-get update && apt-get install -y --no-install-recommends "$@"; }
  } >&2
}
