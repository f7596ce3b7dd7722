# What npm does not bring: PostgreSQL and Redis servers and a Chromium of the distribution's own. Installs only what is missing.
set -euo pipefail
. .ci/steps/tools.sh
missing=()
postgres_bin >/dev/null || missing+=(postgresql)
command -v redis-server >/dev/null || missing+=(redis-server)
chromium_path >/dev/null || missing+=(chromium)
if ((${#missing[@]} > 0)); then
  as_root=()
  if ((EUID != 0)); then as_root=(sudo); fi
  "${as_root[@]}" apt-get update -q
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
fi
echo "$("$(postgres_bin)/postgres" --version) · $(redis-server --version | cut -d' ' -f1-3) · $("$(chromium_path)" --version 2>/dev/null)"
