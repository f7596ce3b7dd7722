# As a new user: clone, `npm start`, write as the customer, see the answer, kill it, start again, find everything still there.
set -euo pipefail
. .ci/steps/tools.sh
folder=$(mktemp -d '/tmp/balcao try it.XXXXXX')
trap 'rm -rf "$folder"' EXIT
fresh_clone "$folder/clone"
node scripts/ci/try-it.mjs "$folder/clone"
