#!/usr/bin/env bash
# Prints as assignments the paths of NGINX, its brotli module, and CADDY, with which the
# shipped configurations are tested. Installs Debian's if that is possible without
# asking.
set -eu
. "$(dirname "$0")/apt.sh"

find_brotli() { find /usr/lib/nginx/modules -name 'ngx_http_brotli_static_module.so' 2>/dev/null | head -n 1; }
has() { PATH=$PATH:/usr/sbin command -v "$1" >/dev/null; }

packages=
has nginx || packages="$packages nginx-light"
[ -n "$(find_brotli)" ] || packages="$packages libnginx-mod-http-brotli-static"
has caddy || packages="$packages caddy"
if [ -n "$packages" ] && can_install; then
  # shellcheck disable=SC2086 # one word per package
  install $packages
fi
if ! has nginx || ! has caddy || [ -z "$(find_brotli)" ]; then
  echo "The tests of hosts need nginx with its brotli module, and Caddy (on Debian, as root: apt-get install nginx-light libnginx-mod-http-brotli-static caddy)" >&2
  exit 1
fi
echo "NGINX=$(PATH=$PATH:/usr/sbin command -v nginx)"
echo "NGINX_BROTLI=$(find_brotli)"
echo "CADDY=$(command -v caddy)"
