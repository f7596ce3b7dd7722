import { type DbCtx, type Statement, sql, type Tx } from '@balcao/db';
import { forgetSessions, SESSIONS_ENDED } from './session-memory.ts';

// Index: sessions_pkey.
const endOne = sql(
  'access/end-session',
  `with gone as (delete from sessions where id = $1 and person_id = $2 returning id)
   select id, pg_notify('${SESSIONS_ENDED}', id::text) from gone`,
);
// Index: sessions_of_person.
const endAll = sql(
  'access/end-sessions',
  `with gone as (delete from sessions where person_id = $1 and id is distinct from $2 returning id)
   select id, pg_notify('${SESSIONS_ENDED}', id::text) from gone`,
);

// The browser of a session is notified of nothing any more. Index: push_subscriptions_of_session.
const endNotices = sql('access/end-notices', 'delete from push_subscriptions where session_id = any($1::uuid[])');

/** Every process hears it at the commit: the next request fails, and sockets are closed. This one does not wait to hear it. */
export async function endSession(tx: Tx, ctx: DbCtx, personId: string, sessionId: string): Promise<boolean> {
  return (await end(tx, ctx, endOne, [sessionId, personId])) > 0;
}

/** All of a person but the one to keep. Returns how many. */
export async function endSessions(tx: Tx, ctx: DbCtx, personId: string, keep: string | null): Promise<number> {
  return await end(tx, ctx, endAll, [personId, keep]);
}

async function end(tx: Tx, ctx: DbCtx, statement: Statement, params: readonly unknown[]): Promise<number> {
  const gone = await tx.rows<{ id: string }>(statement, params);
  if (gone.length > 0) await tx.run(endNotices, [gone.map(({ id }) => id)]);
  tx.after(() =>
    forgetSessions(
      ctx,
      gone.map(({ id }) => id),
    ),
  );
  return gone.length;
}
