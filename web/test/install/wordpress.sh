#!/usr/bin/env bash
# Prints the folder of WordPress, whose filters the embed's snippet passes in the tests,
# or nothing where it or PHP is missing: those tests are skipped then. WORDPRESS names
# another folder, such as one that `dpkg -x` unpacked.
set -eu

folder=${WORDPRESS:-/usr/share/wordpress}
if command -v php >/dev/null && [ -e "$folder/wp-includes/kses.php" ]; then
  echo "$folder"
else
  echo "Without WordPress's filters: install them with apt-get install php-cli wordpress, or set WORDPRESS to its folder." >&2
fi
