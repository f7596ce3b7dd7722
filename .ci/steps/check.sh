# Format, lint, types, house, dead code, lock, licences, audit; and the scripts themselves.
set -euo pipefail
for script in .ci/run .ci/steps/*.sh; do bash -n "$script"; done
if command -v shellcheck >/dev/null; then shellcheck --severity=warning --shell=bash .ci/run .ci/steps/*.sh; fi
npm run -s check
