import { sql, type Tx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { workspaceColumns } from './rows.ts';
import type { Workspace } from './types.ts';

// The transaction's role sees its own workspace only.
const own = sql('workspaces/get', `select ${workspaceColumns} from workspaces`);

export async function getWorkspace(tx: Tx): Promise<Workspace> {
  const workspace = await tx.one<Workspace>(own);
  if (workspace === undefined) throw new Fault('not_found', 'the workspace is gone');
  return workspace;
}
