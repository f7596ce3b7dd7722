import { type DbCtx, identityStatement, sql } from '@balcao/db';
import { openTotp, sealTotp } from './totp-secret.ts';

const BATCH = 200;

const batch = sql(
  'access/totp-to-reseal',
  `select id, totp_secret as sealed from persons where id > $1 and totp_secret is not null order by id limit ${BATCH}`,
);
// Only over the very text that was read: one made meanwhile is sealed with the new key anyway.
const replace = sql(
  'access/reseal-totp',
  'update persons set totp_secret = $3 where id = $1 and totp_secret = $2 returning 1',
);

/** Seals again, with the current key, what an older key had sealed. May be stopped and run again at any time. */
export async function resealTotp(ctx: DbCtx): Promise<{ looked: number; resealed: number }> {
  let looked = 0;
  let resealed = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await identityStatement<{ id: string; sealed: string }>(ctx, batch, [after]);
    for (const { id, sealed } of rows.filter((row) => ctx.keys.needsReseal(row.sealed))) {
      const renewed = sealTotp(ctx.keys, id, openTotp(ctx.keys, id, sealed));
      resealed += (await identityStatement(ctx, replace, [id, sealed, renewed])).length;
    }
    looked += rows.length;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return { looked, resealed };
    after = last.id;
  }
}
