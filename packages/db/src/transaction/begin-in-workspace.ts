import { Fault, isUuid } from '@balcao/kernel';

/** One simple query, one round trip. `set local` ends with the transaction; the id is checked because it is part of the text. */
export function beginInWorkspace(workspaceId: string): string {
  if (!isUuid(workspaceId))
    throw new Fault('internal', 'a transaction was begun for something that is no workspace id');
  return `begin; set local app.workspace_id = '${workspaceId}'`;
}
