import { sql } from '@balcao/db';

/** The oldest unfinished job of a lane; in this form so that every plan goes by the index jobs_lane. */
const headOf = (lane: string) => `(select h.id from jobs h where h.lane = ${lane} order by h.seq limit 1)`;

export const insertJobs = sql(
  'jobs/enqueue',
  `with input as (
     select j.*, coalesce($2::uuid, nullif(current_setting('app.workspace_id', true), '')::uuid) as ws
       from json_to_recordset($1::json) as j(n int, id uuid, lane text, payload jsonb, run_at timestamptz, dedupe_key text)
   ), laned as (
     select i.*, coalesce(i.ws::text, '') || ':' || i.lane as in_lane, row_number() over (partition by i.lane order by i.n) as place from input i
   )
   insert into jobs (id, workspace_id, name, lane, payload, state, run_at, max_attempts, dedupe_key, trace, created_at)
   select l.id, l.ws, $3, l.in_lane, l.payload,
       case when l.in_lane is not null and (l.place > 1 or ${headOf('l.in_lane')} is not null) then 'lined' else 'queued' end,
       coalesce(l.run_at, $4), $5, l.dedupe_key, $6, $4
     from laned l
    order by l.n
   on conflict do nothing
   returning id, state`,
);

export const insertDead = sql(
  'jobs/enqueue-dead',
  `insert into dead_jobs (id, workspace_id, name, lane, payload, reason, attempts, max_attempts, trace, created_at, failed_at)
   select $1, ws, $3, coalesce(ws::text, '') || ':' || $4, $5, $6, $7, $8, $9, $10, $10
     from (select coalesce($2::uuid, nullif(current_setting('app.workspace_id', true), '')::uuid) as ws) w`,
);

/** The oldest due jobs that nobody runs and that are first of their lane. Indexes: jobs_due, jobs_lane. */
export const claimJobs = sql(
  'jobs/claim',
  `with due as (
     select j.id from jobs j
      where j.state = 'queued' and j.run_at <= $1 and j.name = any($2::text[])
        and (j.lane is null or j.id = ${headOf('j.lane')})
      order by j.run_at, j.seq
      limit $3
      for no key update of j skip locked
   )
   update jobs j set state = 'running', claimed_by = $4, claimed_at = $1, attempts = j.attempts + 1
     from due where j.id = due.id
   returning j.id, j.workspace_id as "workspaceId", j.name, j.lane, j.payload, j.attempts, j.max_attempts as "maxAttempts",
     j.trace, j.created_at as "createdAt", j.seq::float8 as seq`,
);

/** Frees what dead workers had claimed, and says when the next job is due. The one statement of an idle second. Indexes: jobs_running, jobs_due. */
export const lookAround = sql(
  'jobs/look-around',
  `with freed as (
     update jobs j set state = 'queued', claimed_by = null, claimed_at = null
      where j.state = 'running' and not exists (
        select from workers w where w.id = j.claimed_by
           and (not $1::boolean or w.seen_at > clock_timestamp() - $2 * interval '1 millisecond'))
     returning 1
   )
   select (select count(*)::int from freed) as freed,
     exists (select from jobs where state = 'queued' and run_at <= $3) as due,
     (select min(run_at) from jobs where state = 'queued' and run_at > $3) as "nextAt"`,
);

/** The end of a lane's first lets the next one come forward. One that was enqueued at the same instant is found by `lineUp`. */
const nextInLine = `next as (
     update jobs n set state = 'queued'
       from (select (select h.id from jobs h where h.lane = g.lane and h.seq > g.seq order by h.seq limit 1) as id
               from gone g where g.lane is not null) f
      where n.id = f.id and n.state = 'lined'
   )`;

/** The first of each lane that still stands in line although nobody is before it: it was missed, or replayed. Indexes: jobs_lined, jobs_lane. */
export const lineUp = sql(
  'jobs/line-up',
  `with recursive lanes as (
     (select lane from jobs where state = 'lined' order by lane limit 1)
     union all
     select (select j.lane from jobs j where j.state = 'lined' and j.lane > l.lane order by j.lane limit 1) from lanes l where l.lane is not null
   )
   update jobs j set state = 'queued'
     from (select ${headOf('l.lane')} as id from lanes l where l.lane is not null) f
    where j.id = f.id and j.state = 'lined'
   returning j.id`,
);

/** A claim is settled only by the attempt that made it: whoever was taken for dead and comes back changes nothing. */
export const deleteDone = sql(
  'jobs/done',
  `with gone as (
     delete from jobs j using unnest($1::uuid[], $2::int[]) as d(id, attempts)
      where j.id = d.id and j.attempts = d.attempts and j.claimed_by = $3
     returning j.id, j.lane, j.seq
   ), ${nextInLine}
   select id from gone`,
);

export const putBackForLater = sql(
  'jobs/retry',
  `update jobs set state = 'queued', claimed_by = null, claimed_at = null, run_at = $4, last_error = $5
    where id = $1 and attempts = $2 and claimed_by = $3
   returning id`,
);

/** Put down unfinished because the program stops: it was no attempt. */
export const release = sql(
  'jobs/release',
  `update jobs set state = 'queued', claimed_by = null, claimed_at = null, attempts = attempts - 1
    where id = $1 and attempts = $2 and claimed_by = $3
   returning id`,
);

export const bury = sql(
  'jobs/bury',
  `with gone as (
     delete from jobs where id = $1 and attempts = $2 and claimed_by = $3 returning *
   ), ${nextInLine}
   insert into dead_jobs (id, workspace_id, name, lane, payload, reason, attempts, max_attempts, dedupe_key, trace, created_at, failed_at)
   select id, workspace_id, name, lane, payload, $5, $6, max_attempts, dedupe_key, trace, created_at, $4 from gone
   returning id`,
);

export const selectDead = sql(
  'jobs/list-dead',
  `select id, workspace_id as "workspaceId", name, payload, reason, attempts, created_at as "enqueuedAt", failed_at as "failedAt"
     from dead_jobs
    where ($1::uuid is null or workspace_id = $1) and ($2::text is null or name = $2) and ($3::uuid is null or id < $3)
    order by id desc limit $4`,
);

/** They go to the end of their lane, in the order they had, with all their attempts. */
export const reviveDead = sql(
  'jobs/replay-dead',
  `with taken as (
     delete from dead_jobs
      where ($1::uuid[] is null or id = any($1)) and ($2::text is null or name = $2) and ($3::uuid is null or workspace_id = $3)
     returning *
   )
   insert into jobs (id, workspace_id, name, lane, payload, state, run_at, max_attempts, dedupe_key, trace, created_at)
   select id, workspace_id, name, lane, payload, case when lane is null then 'queued' else 'lined' end, $4, max_attempts, dedupe_key, trace,
     created_at from taken order by id
   on conflict do nothing`,
);

export const forgetDead = sql('jobs/forget-dead', 'delete from dead_jobs where failed_at < $1');

/** Said instead of a worker's id: the lanes are to be looked through too. */
export const LINED = 'lined';

export const notifyOthers = sql('jobs/notify', `select pg_notify('jobs', $1)`);

export const countJobs = sql(
  'jobs/count',
  `select name, count(*) filter (where state <> 'running')::int as backlog, count(*) filter (where state = 'running')::int as running,
     count(*) filter (where state = 'queued' and attempts > 0)::int as failed,
     extract(epoch from $1 - min(created_at))::float8 as age, 0 as dead
     from jobs group by name
   union all
   select name, 0, 0, 0, 0, count(*)::int from dead_jobs group by name`,
);
