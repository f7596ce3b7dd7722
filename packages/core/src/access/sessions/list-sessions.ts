import { type DbCtx, identityStatement, sql } from '@balcao/db';

export interface ListedSession {
  readonly id: string;
  readonly device: string;
  readonly address: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

// Index: sessions_of_person.
const list = sql(
  'access/list-sessions',
  `select id, device, address, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt"
     from sessions where person_id = $1 and expires_at > $2 order by last_seen_at desc, id limit 200`,
);

export async function listSessions(ctx: DbCtx, personId: string): Promise<ListedSession[]> {
  return await identityStatement<ListedSession>(ctx, list, [personId, ctx.clock.now()]);
}
