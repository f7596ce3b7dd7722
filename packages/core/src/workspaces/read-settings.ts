import { readWorkspaceSettings, type WorkspaceSettings } from '@balcao/contract';
import { sql, type Tx } from '@balcao/db';

// The transaction's role sees its own workspace only.
const own = sql('workspaces/settings', 'select name, settings from workspaces');

export interface OwnSettings extends WorkspaceSettings {
  readonly name: string;
}

/** How this company works, and its name: what it decided, and our defaults where it decided nothing. */
export async function readSettings(tx: Tx): Promise<OwnSettings> {
  const row = await tx.one<{ name: string; settings: unknown }>(own);
  return { ...readWorkspaceSettings(row?.settings), name: row?.name ?? '' };
}
