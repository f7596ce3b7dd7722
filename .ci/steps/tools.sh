# Sourced by the steps: where the distribution keeps its programs, and how to run as somebody else.

postgres_bin() {
  local newest
  newest=$(find /usr/lib/postgresql -mindepth 3 -maxdepth 3 -path '*/bin/postgres' 2>/dev/null | sort -V | tail -n 1)
  [[ -n "$newest" ]] && dirname "$newest"
}

chromium_path() {
  local name
  for name in chromium google-chrome chromium-browser; do command -v "$name" && return 0; done
  return 1
}

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); });'
}

# as_user NAME COMMAND…: runs it as that user when we are root, as ourselves otherwise.
as_user() {
  local name=$1
  shift
  if ((EUID == 0)); then setpriv --reuid "$name" --regid "$(id -g "$name")" --clear-groups -- "$@"; else "$@"; fi
}

# A copy of what is committed, in a folder of its own; says where.
fresh_clone() {
  local where=$1
  git -c safe.directory='*' clone -q --no-hardlinks . "$where"
}
