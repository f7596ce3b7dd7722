import { sql } from '@balcao/db';

export const keepSchedule = sql(
  'schedules/keep',
  `insert into schedules (name, cron, tz, next_run_at) values ($1, $2, $3, $4)
   on conflict (name) do update set cron = excluded.cron, tz = excluded.tz,
     next_run_at = case when schedules.cron = excluded.cron and schedules.tz = excluded.tz
                        then schedules.next_run_at else excluded.next_run_at end
   returning next_run_at as "nextRunAt"`,
);

/** The row decides who fires: of all that find it due, one moves it on. */
export const fireSchedule = sql(
  'schedules/fire',
  `update schedules set next_run_at = $3, last_run_at = $2 where name = $1 and next_run_at <= $2`,
);

export const readSchedule = sql('schedules/read', 'select next_run_at as "nextRunAt" from schedules where name = $1');
