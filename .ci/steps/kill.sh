# Ten rounds of kill -9 under load with chance of the day (`npm test` plays ten that are always the same): nothing acknowledged is lost,
# doubled or out of order. The seed is in the log; bench/kill.ts --seed plays a round again.
set -euo pipefail
./node_modules/.bin/node bench/kill.ts --rounds 10
echo "ten rounds: nothing lost, nothing doubled, nothing out of order"
