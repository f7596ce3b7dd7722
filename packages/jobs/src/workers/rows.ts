import { sql } from '@balcao/db';

export const neighbours = sql(
  'workers/neighbours',
  'select id, pid, pid_start as "pidStart" from workers where host = $1',
);

export const removeWorkers = sql('workers/remove', 'delete from workers where id = any($1::uuid[])');

/** Also brings back a worker that was taken for dead and forgotten. */
export const beat = sql(
  'workers/beat',
  `insert into workers (id, host, pid, pid_start, role) values ($1, $2, $3, $4, $5)
   on conflict (id) do update set seen_at = clock_timestamp()`,
);

export const selectLive = sql(
  'workers/live',
  `select id from workers where not $1::boolean or seen_at > clock_timestamp() - $2 * interval '1 millisecond'`,
);

export const forgetWorkers = sql(
  'workers/forget',
  `delete from workers where seen_at < clock_timestamp() - interval '1 day'`,
);
