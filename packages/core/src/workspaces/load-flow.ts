import { sql, type Tx } from '@balcao/db';

export interface LoadedFlow {
  readonly id: string;
  readonly channelId: string;
  readonly version: number;
  readonly parsed: unknown;
  readonly checksum: string;
}

// Index: flow_versions_pkey.
const load = sql(
  'workspaces/load-flow',
  `select id, channel_id as "channelId", version, parsed, checksum from flow_versions where id = $1`,
);

/** A version never changes: keep it as long as you like. */
export async function loadFlow(tx: Tx, flowVersionId: string): Promise<LoadedFlow | undefined> {
  return await tx.one<LoadedFlow>(load, [flowVersionId]);
}
