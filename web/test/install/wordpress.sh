#!/usr/bin/env bash
# Prints the folder of WordPress, through whose filters the tests pass the embed's
# snippet, or nothing if it or PHP is missing: then those tests are skipped. WORDPRESS
# selects another folder, such as one unpacked by `dpkg -x`.
set -eu

folder=${WORDPRESS:-/usr/share/wordpress}
if command -v php >/dev/null && [ -e "$folder/wp-includes/kses.php" ]; then
  echo "$folder"
else
  echo "Without WordPress's filters: install them with apt-get install php-cli wordpress, or set WORDPRESS to its folder." >&2
fi
