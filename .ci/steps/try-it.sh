# As a new user: clone, `npm start`, the first owner by the printed link, a talk as the customer, kill it, start again, answer from the inbox.
set -euo pipefail
. .ci/steps/tools.sh
folder=$(mktemp -d '/tmp/balcao try it.XXXXXX')
trap 'rm -rf "$folder"' EXIT
fresh_clone "$folder/clone"
node scripts/ci/try-it.mjs "$folder/clone"
