# The distribution's PostgreSQL (an external server, TCP, another major version) and Redis: the tests that use a database, and the program itself.
set -euo pipefail
. .ci/steps/tools.sh
bin=$(postgres_bin)
folder=$(mktemp -d /tmp/balcao-debian.XXXXXX)
owner=$(id -un)
if ((EUID == 0)); then owner=postgres; fi
chown "$owner" "$folder"
redis_pid=''
finish() {
  as_user "$owner" "$bin/pg_ctl" stop -D "$folder/pg" -m immediate -s || true
  if [[ -n "$redis_pid" ]]; then kill "$redis_pid" || true; fi
  rm -rf "$folder"
}
trap finish EXIT

pg_port=$(free_port)
as_user "$owner" "$bin/initdb" -D "$folder/pg" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null
as_user "$owner" "$bin/pg_ctl" start -D "$folder/pg" -w -s -l "$folder/pg.log" \
  -o "-p $pg_port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200"
redis_port=$(free_port)
redis-server --port "$redis_port" --bind 127.0.0.1 --save '' --appendonly no --dir "$folder" >/dev/null &
redis_pid=$!

export BALCAO_TEST_DATABASE_URL="postgres://postgres@127.0.0.1:$pg_port/postgres" BALCAO_TEST_REDIS_URL="redis://127.0.0.1:$redis_port"
npm test -- packages apps --reporter=default --reporter=json --outputFile.json="$CI_LOGS/debian.json"

"$bin/createdb" -h 127.0.0.1 -p "$pg_port" -U postgres balcao
TRY_DATABASE_URL="postgres://postgres@127.0.0.1:$pg_port/balcao" node scripts/ci/try-it.mjs .
