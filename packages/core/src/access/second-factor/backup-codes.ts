import { createHash, randomBytes } from 'node:crypto';
import { type DbCtx, sql, type Tx } from '@balcao/db';
import { base32 } from './totp.ts';

const COUNT = 10;
const drop = sql('access/drop-backup-codes', 'delete from backup_codes where person_id = $1');
const insert = sql(
  'access/insert-backup-codes',
  'insert into backup_codes (person_id, hash) select $1, h from unnest($2::bytea[]) as h',
);
const use = sql(
  'access/use-backup-code',
  'update backup_codes set used_at = $3 where person_id = $1 and hash = $2 and used_at is null',
);

/** 80 bits each: nothing to guess, so a plain hash will do. However it is typed. */
const hashOf = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z2-7]/g, ''))
    .digest();

/** Shown once; those of before are worth nothing any more. */
export async function renewBackupCodes(tx: Tx, personId: string): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, () => (base32(randomBytes(10)).match(/.{4}/g) ?? []).join('-'));
  await tx.run(drop, [personId]);
  await tx.run(insert, [personId, codes.map(hashOf)]);
  return codes;
}

export async function dropBackupCodes(tx: Tx, personId: string): Promise<void> {
  await tx.run(drop, [personId]);
}

/** Each is good once. */
export async function useBackupCode(tx: Tx, ctx: DbCtx, personId: string, code: string): Promise<boolean> {
  return (await tx.run(use, [personId, hashOf(code), ctx.clock.now()])) > 0;
}
