# Ten rounds of kill -9 under load: nothing acknowledged is lost, doubled or out of order.
set -euo pipefail
BALCAO_TEST_KILL_ROUNDS=10 npm test -- tests/flow/kill --reporter=default --reporter=json --outputFile.json="$CI_LOGS/kill.json"
