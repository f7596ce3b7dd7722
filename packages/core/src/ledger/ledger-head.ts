import { sql, type Tx } from '@balcao/db';
import { cursorBefore } from './cursor.ts';

const head = sql('ledger/head', 'select pg_snapshot_xmin(pg_current_snapshot())::text as xid');

/** The cursor of now: reading on from it gives what readers have not been shown yet, and nothing of before. */
export async function ledgerHead(tx: Tx): Promise<string> {
  const row = await tx.one<{ xid: string }>(head);
  return cursorBefore(row?.xid ?? '0');
}
