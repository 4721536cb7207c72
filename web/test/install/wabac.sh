#!/usr/bin/env bash
# Prints the path of the service worker of wabac.js, the library of ReplayWeb.page,
# which replays web archives in the tests, or nothing if it is unavailable: then the
# test is skipped. It is downloaded and run unchanged, and is not part of the project:
# its licence is the AGPL.
set -eu

version=2.27.1
sum=ec3db1175e97bf97ff593c52995524d5dcdce6670774e02f5637a2c1a1ec89ea
folder=$(cd "$(dirname "$0")/../../.." && pwd)/.cache/wabac-$version
if [ ! -e "$folder/sw.js" ]; then
  fetched=$(mktemp -d)
  trap 'rm -rf "$fetched"' EXIT
  if ! (cd "$fetched" && npm pack --silent "@webrecorder/wabac@$version" >/dev/null 2>&1 && tar -xzf ./*.tgz package/dist/sw.js && echo "$sum  package/dist/sw.js" | sha256sum -c --quiet >&2); then
    echo "Without the replay of web archives: npm pack @webrecorder/wabac@$version gave no sw.js with the known sum." >&2
    exit
  fi
  mkdir -p "$folder"
  mv "$fetched/package/dist/sw.js" "$folder/sw.js"
fi
echo "$folder/sw.js"
