# The README's test command, as a newcomer types it (the reporters only add a count).
set -euo pipefail
npm test -- --reporter=default --reporter=json --outputFile.json="$CI_LOGS/test.json"
