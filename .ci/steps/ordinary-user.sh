# `npm test` and `npm start` by somebody who is not root, in a clone and with a home of their own.
set -euo pipefail
. .ci/steps/tools.sh
folder=$(mktemp -d /tmp/balcao-user.XXXXXX)
trap 'rm -rf "$folder"' EXIT
owner=$(id -un)
if ((EUID == 0)); then
  owner=balcao-ci
  id "$owner" >/dev/null 2>&1 || useradd --system --no-create-home --shell /usr/sbin/nologin "$owner"
fi
mkdir "$folder/home" "$folder/reports"
fresh_clone "$folder/clone"
chown -R "$owner" "$folder"
cd "$folder/clone"
as_user "$owner" env HOME="$folder/home" TMPDIR=/tmp npm test -- \
  --reporter=default --reporter=json --outputFile.json="$folder/reports/user.json"
cp "$folder/reports/user.json" "$CI_LOGS/ordinary-user.json"
as_user "$owner" env HOME="$folder/home" TMPDIR=/tmp node scripts/ci/try-it.mjs "$folder/clone"
