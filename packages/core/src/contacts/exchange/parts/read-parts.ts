import { sql, type WorkspaceCtx, workspaceStatement } from '@balcao/db';

const read = sql('contacts/read-part', 'select bytes from file_parts where file_id = $1 and part = $2');

/** The bytes of a file, one part in memory at a time. */
export async function* readParts(ctx: WorkspaceCtx, fileId: string): AsyncGenerator<Buffer> {
  for (let part = 0; ; part++) {
    const [row] = await workspaceStatement<{ bytes: Buffer }>(ctx, read, [fileId, part]);
    if (row === undefined) return;
    yield row.bytes;
  }
}
